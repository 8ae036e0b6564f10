# What stands in the place of what a reader may not know.

left-out = [left out]
export-column-left_out = [left out]
