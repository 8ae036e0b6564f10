# Responses that come in from a file, and records that go out as one.

import-line-windows_1252 = The file does not say how its letters are written. It was read as Windows text: check names with accents
import-line-open_quote = A quotation mark is opened and never closed: check that no rows are missing after it
import-line-ragged_short = This row has { $found } cells, the header has { $expected }. The missing ones count as empty
import-line-ragged_long = This row has { $found } cells, the header has { $expected }. The text beyond the last header is kept beside the answers
import-line-more_lines = { $count } more of these are not listed
import-line-more_pages = The file says that there are more responses in another file
import-line-no_response = This is not a response that can be read. It is left out
import-line-grades = Marks for single answers are left out
import-line-forms_differ = The file holds responses to more than one form
import-line-superseded = Some responses stand in the file more than once. Only what was submitted last is taken. Left out: { $count }
import-line-unknown_member = “{ $name }” is not known here and is left out

import-doubt-not_a_date = This is not a date
import-doubt-no_such_day = There is no such day
import-doubt-short_year = The year has fewer than 4 numbers, so it could be two years
import-doubt-date_order = Say first whether the day or the month comes first
import-doubt-date_parts = This has other parts than the question asks for: a year or a time is missing, or is one too many
import-doubt-time_left_out = The question asks for the day alone. The time is left out
import-doubt-seconds_left_out = The seconds are left out
import-doubt-not_a_time = This is not a time of day
import-doubt-not_a_duration = This is not a length of time in hours and minutes
import-doubt-not_a_number = This is not a number
import-doubt-not_whole = This is not a whole number
import-doubt-out_of_range = This number is outside the limits of the question
import-doubt-off_scale = The question goes from { $low } to { $high }
import-doubt-not_yes_no = This is neither yes nor no
import-doubt-unknown_choice = This is not among the answers of the question
import-doubt-unknown_choice_in = “{ $text }” is not among the answers of the question
import-doubt-two_ways = This can be read as different answers. Choose which were meant
import-doubt-several_answers = The question takes one answer, here are several
import-doubt-files = Files stay where they are. Their addresses are kept as text
import-doubt-which_child = It is not clear which child this is about. It is kept beside the answers
import-doubt-cut_or_changed = This column is written by Holdfast, and was cut or changed since. It is kept as text beside the answers
import-doubt-files_not_here = These files are not in this casebook. Their names are kept as text
import-doubt-not_here = An answer to this question cannot be read from a file. It is kept as text

import-fault-nul_byte = Row { $row }, column { $column }: the file holds signs that are no text. Save it again as “CSV UTF-8”
import-fault-too_many_rows = The file has more than { $limit } rows. Split it into several files
import-fault-too_many_columns = Row { $row } has more than { $limit } columns. Check that this is a file of responses
import-fault-cell_too_long = Row { $row }, column { $column }: more than { $limit } MiB in one cell. Most often a quotation mark before it is never closed
import-fault-changed = The file was changed while it was read, or since you looked at it. Close it where it is open, and look at it again
import-fault-unreadable = The file could not be read from its disk. Copy it to this laptop, and choose it again
import-fault-not_a_zip = The zip file cannot be opened. Download it again
import-fault-not_one_csv = The zip file holds { $found } CSV files. Take out the one that you need and choose it
import-fault-not_responses = This JSON file holds no responses from Google Forms
import-fault-form_not_responses = This is a form, not its responses. Import it as a form

export-fault-write = The file could not be written. Check that there is room and that it is not open elsewhere, then try again
export-fault-too_many_rows = An Excel file holds { $limit } rows at most. Choose CSV, or fewer records
export-fault-too_many_columns = An Excel file holds { $limit } columns at most, this form has { $found }. Choose CSV
export-fault-cell_too_long = Row { $row }, column { $column }: the answer is longer than the { $limit } characters that an Excel cell holds. Choose CSV
export-fault-workbook = The Excel file could not be made. Choose CSV

export-column-children = Children
export-column-author = Recorded by
export-column-reference = Reference
export-column-event = When it happened
export-column-form_version = Version of the form
export-column-no_longer_asked = Answers no longer asked
export-column-source = Imported from

import-line-another_form = This file says that it belongs to another form than the one you chose. Look at the columns before you go on.
