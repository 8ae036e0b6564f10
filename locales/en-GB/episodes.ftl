## What filing a record does beyond the record itself: said on the check page, read by Rust alone.

filing-begins = { $child }: { $episode } begins on { $from }.
filing-ends = { $child }: { $episode }, which began on { $from }, ends on { $until }.
filing-begins-and-ends = { $child }: { $episode } began on { $from } and ended on { $until }.
filing-due = { $child }: { $limit } is due by { $due }.
filing-due-day = { $child }: { $limit } is due by { $due }, day { $of }.
