# The screens of answers: the response sheet, its summary, exports and imports.

nav-responses = Responses

responses-title = Responses
responses-lead = Every form that has been answered, with its answers side by side.
responses-empty = No form has been answered yet. Record something, or import answers from a file.
responses-table = Forms with answers
responses-form = Form
responses-count = Responses
responses-ways = Summary
responses-import = Import answers
responses-imports = Imports of the past
responses-import-row = { $form }: { $count ->
    [one] 1 row in the file
   *[other] { $count } rows in the file
}
responses-import-when = { $at }, by { $author }
responses-import-undone = Undone { $at }
responses-running = Answers are being imported now.
responses-running-look = See how far it is
responses-back = All responses

response-to-summary = Summary
response-to-export = Save as a file

## The sheet

response-sheet-title = { $form }: responses
response-sheet-region = Responses to { $form }, a row for each
response-sheet-empty = Nobody has filed this form yet.
response-sheet-record = Record the first one
response-sheet-keys = Arrow keys, Page Up, Page Down, Home and End move from cell to cell. Enter on a heading sorts by it, Enter on a cell shows it in full, and the number of a row opens the response.
response-sheet-print = Only the rows in view are on paper. Save the responses as a file to print all of them.
response-sheet-number = Row
response-sheet-open = Open response { $number }
response-sheet-filters = Filter
response-sheet-filter = Only rows where “{ $column }” holds
response-sheet-filter-moment = year-month-day
response-sheet-clear = Clear the filters
response-sheet-waiting = Putting the rows in order…
response-sheet-total = { $count ->
    [one] 1 response.
   *[other] { $count } responses.
}
response-sheet-matched = { $count } of { $total } responses pass the filters.
response-sheet-newest = Newest first.
response-sheet-sorted-up = Sorted by “{ $column }”, lowest first.
response-sheet-sorted-down = Sorted by “{ $column }”, highest first.
response-sheet-none = No response holds all of that. Change a filter, or clear them.
response-sheet-no-columns = Every column is hidden. Choose at least one under “Columns”.

response-cell-where = row { $number }
response-cell-empty = Nothing stands in this cell.
response-cell-open = Open this response
response-cell-back = Back to the sheet

response-columns = Columns
response-columns-record = About the record
response-columns-frozen = Stay in view while the others move
response-columns-frozen-none = No column
response-columns-frozen-one = The first column
response-columns-frozen-two = The first two columns
response-columns-hidden = { $count } of { $total } columns are hidden.
response-columns-many = A form as wide as this one starts with { $most } columns.
response-columns-all = Show all columns

## One response

response-one-back = Responses to { $form }
response-one-nav = Responses before and after
response-one-before = Previous response
response-one-after = Next response
response-one-place = Response { $number } of { $total }
response-one-gone = It does not stand in the sheet as it is sorted and filtered now.
response-one-record = Go to the record, with where it is and how it was delivered

## Summary

response-summary-title = { $form }: summary
response-summary-rows = { $count ->
    [one] 1 response.
   *[other] { $count } responses.
}
response-summary-filtered = Only those that pass the filters of the sheet are counted.
response-summary-as-at = As at { $at }.
response-summary-nothing = There is nothing to count.
response-summary-small = Small numbers: do not share outside the service.
response-summary-print = Print this summary
response-summary-answer = Answer
response-summary-how-often = How often
response-summary-answered = Answered
response-summary-not-known = Not known, with a reason
response-summary-empty = No answer
response-summary-count = { $count }
response-summary-min = Smallest
response-summary-mean = Mean
response-summary-max = Largest
response-summary-show-table = Show as a table
response-summary-hide-table = Hide the table
response-summary-more-bars = { $count ->
    [one] 1 more answer stands in the table.
   *[other] { $count } more answers stand in the table.
}
response-finding-nobody = Nobody has answered this.
response-finding-quoted = “{ $label }”
response-finding-answered = Answered { $answered } times out of { $total }.
response-finding-most = Most often { $label }: { $count } of { $answered } answers.
response-finding-equal = { $labels } are equally common: { $count } each, of { $answered } answers.
response-finding-many = { $labels } answers are equally common: { $count } each, of { $answered } answers.
response-finding-same = Always { $value }. Answered { $answered } times out of { $total }.
response-finding-numbers = From { $min } to { $max }, on average { $mean }. Answered { $answered } times out of { $total }.

## Export

response-export-title = { $form }: save the responses as a file
response-export-not-allowed = Your role does not allow taking answers out of Holdfast. Ask the people who look after the forms.
response-export-layout = What should stand in the file?
response-export-google = As a Google Sheet of responses
response-export-google-hint = A row a response, a column a question, in the layout that people know from Google Forms. For reading and for working on in a spreadsheet.
response-export-lossless = Everything
response-export-lossless-hint = Every answer exactly as it is kept, with ids and versions. For importing into another Holdfast or another system without losing anything.
response-export-envelope = For the interim import
response-export-envelope-hint = The thirteen columns that the interim import of social care submissions takes.
response-export-file = Which kind of file?
response-export-csv = CSV
response-export-csv-hint = Plain text that every spreadsheet and every other system can read.
response-export-xlsx = Excel workbook (XLSX)
response-export-xlsx-hint = Opens in a spreadsheet with headings that stay in view. Up to 1,048,575 rows.
response-export-rows = Which responses?
response-export-rows-all = All { $count }
response-export-rows-matched = Only the { $count } that pass the filters of the sheet
response-export-warning = The file is not encrypted. Anybody who gets hold of it can read it. Keep it only where case files may be kept, and delete it when it is no longer needed.
response-export-journal = That this file was saved, when and by whom, is kept in the journal.
response-export-save = Save the file
response-export-done-title = Saved
response-export-done = { $count ->
    [one] A file with 1 response was saved.
   *[other] A file with { $count } responses was saved.
}
response-export-done-next = It is not encrypted: delete it when it is no longer needed.
response-export-closed = No file was chosen, so nothing was saved.

## Import

response-import-step-file = Import answers: the file
response-import-step-columns = Import answers: what the columns are
response-import-step-dates = Import answers: day or month first
response-import-step-children = Import answers: which children
response-import-step-preview = Import answers: check before you import
response-import-step-run = Import answers
response-import-not-allowed = Your role does not allow bringing in answers. Ask the people who look after the forms.
response-import-nothing-yet = Nothing is imported until the last step. Until then the file is only read, and you can go back at any time.
response-import-form = Which form do they answer?
response-import-form-hint = If it is not here, bring in the form first.
response-import-choose = Choose a form
response-import-no-form = Choose the form that the answers belong to
response-import-file = The file
response-import-file-hint = A CSV from Google Forms or from the Google Sheet of responses, its ZIP, a JSON file of responses from the Forms API, or a file with everything from another Holdfast. Up to 64 MiB.
response-import-no-file = Choose a file
response-import-kept = { $name } is chosen, with { $count ->
    [one] 1 row
   *[other] { $count } rows
}. Choose another file to take that instead.

response-import-dialect = { $name }: { $dialect }, { $count ->
    [one] 1 row
   *[other] { $count } rows
}.
response-import-columns-known = { $known } of { $total } columns are taken in. The others are left out.

response-import-dates-file = The file has days such as { $written }, which can be two different days. It does not say which is meant.
response-import-dates-any = The file has days that can be read in more than one way, such as { $written }.

response-import-children-exact = { $count ->
    [0] No child of the file is an exact match with somebody on file.
    [one] 1 child of the file is an exact match with somebody on file.
   *[other] { $count } children of the file are exact matches with people on file.
}
response-import-children-unclear = { $count ->
    [one] 1 other child needs a decision:
   *[other] { $count } other children need a decision:
} { $left ->
    [0] all decided.
   *[other] { $left } left.
}
response-import-children-all-new = { $count ->
    [one] Add the 1 child that resembles nobody on file
   *[other] Add all { $count } children that resemble nobody on file
}
response-import-children-more = Show more of the { $count } children that are left
response-import-children-left = And { $count } more children
response-import-child-needed = Say who { $name } is
response-import-child-born = born { $born }
response-import-child-id = id { $id }
response-import-child-rows = { $count ->
    [one] in 1 row
   *[other] in { $count } rows
}
response-import-child-alike-exact = somebody on file is the same by all that is known
response-import-child-alike-likely = somebody on file is likely the same
response-import-child-alike-possible = somebody on file is possibly the same
response-import-child-alike-none = nobody on file is similar
response-import-person-born = { $name }, born { $born }
response-import-child-look = Somebody else on file
response-import-child-new = Add as a new child
response-import-child-none = File without a child
response-import-child-none-hint = The name stays readable in the record, but the record is on no child’s page.
response-import-child-search = Find a person by name
response-import-child-search-hint = Whoever is found joins the choices above.
response-import-child-found = { $count ->
    [0] Nobody found.
    [one] 1 person found. Choose above.
   *[other] { $count } people found. Choose above.
}

response-import-new = New
response-import-here = Here already, the same
response-import-changed = Here with other answers: a new version of each
response-import-added = Children added
response-import-lines-title = What to know before
response-import-no-lines = Everything in the file could be read.
response-import-to-confirm = Check these
response-import-lines-changed = Kept as text, or taken in another way than it stands
response-import-left-out = Left out
response-import-places-more = { $named }; and { $count } more
response-import-lines-more = There are { $count } more such lines.
response-import-preview-title = { $count ->
    [one] The first row as it will be filed
   *[other] The first { $count } rows as they will be filed
}
response-import-before = Nothing has been imported so far. You can undo the whole import afterwards.
response-import-go = { $count ->
    [one] Import 1 response
   *[other] Import { $count } responses
}
response-import-nothing-new = Everything in this file is here already. There is nothing to import.
response-import-to-sheet = See the responses
response-import-running = Importing…
response-import-cancel = Stop the import
response-import-stopped = The import was stopped.
response-import-none-kept = Nothing of it was kept.
response-import-still-here = The file and your decisions are still here.
response-import-to-preview = Back to the check
response-import-another = Import another file
response-import-done-title = Done
response-import-done = { $count ->
    [0] Everything was here already.
    [one] 1 response was imported.
   *[other] { $count } responses were imported.
}

response-undo = Undo this import
response-undo-what = { $count ->
    [one] The 1 record that this import brought will no longer be shown or counted anywhere.
   *[other] The { $count } records that this import brought will no longer be shown or counted anywhere.
}
response-undo-all = The records that this import brought will no longer be shown or counted anywhere.
response-undo-before = What was here before it stays as it was.
response-undo-kept = The journal keeps that it was imported and undone, by whom and why. People who were added stay. The same file can be imported again.
response-undo-go = Undo the import
response-undo-done = The import was undone.
