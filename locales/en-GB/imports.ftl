# What is said about a form that was made elsewhere and is being brought in: line by line, and when
# a file cannot be read at all. Lines about responses stand in responses.ftl.

import-fault-too_large = This file has { $mib } MiB. Files up to { $limit } MiB can be read. Nothing was brought in
import-fault-empty = This file is empty. Save or download it again, then try once more
import-fault-too_many = This form has { $found } { $what ->
        [items] items
        [sections] sections
        [questions] questions
        [choices] choices
        [grid] rows or columns in one grid
        [rows] rows
        [columns] columns
       *[cells] filled cells
    }, and up to { $limit } can be read. Split it into smaller ones and bring them in one by one
import-fault-not_json = This is not a form from the Google Forms API: the text breaks off or goes wrong at line { $line }, column { $column }
import-fault-not_a_google_form = This is not a form from the Google Forms API: it has no “{ $missing }”. Choose the file with the form itself
import-fault-responses_not_form = These are responses to a form, not the form. Choose the file with the form, or bring these in as responses
import-fault-nothing_to_ask = This form has no questions, so there is nothing to bring in
import-fault-not_a_workbook = This is not an .xlsx workbook that can be opened. Open it in a spreadsheet, save it as .xlsx without a password, and try again
import-fault-macros = This workbook has macros. Save it as .xlsx without macros and try again
import-fault-unpacked = This file is packed in a way that is not safe to open: { $bound ->
        [entries] it holds more than { $limit } parts
        [bytes] it unpacks to more than { $limit } MiB
       *[ratio] a part of it unpacks to more than { $limit } times its size
    }. Nothing was brought in
import-fault-no_sheet = This workbook has no sheet named “{ $sheet }”, so it is not an XLSForm
import-fault-no_column = The sheet “{ $sheet }” has no column named “{ $column }”
import-fault-not_put_together = This form could not be put together here ({ $why }). Please report this; nothing was brought in

import-line-many_more_lines = There is more to say about this file: { $count } further lines are not shown

import-line-unknown_field = This version does not know “{ $path }”. It is left out
import-line-unknown_value = This version does not know “{ $value }” at “{ $path }”. The usual setting is used instead
import-line-unknown_item = This version does not know this kind of item (“{ $path }”). Its title and text are kept, with nothing to answer
import-line-unknown_question = This version does not know this kind of question (“{ $path }”). Its title and text are kept, with nothing to answer
import-line-odd_characters = Characters that cannot be shown were taken out of “{ $path }”
import-line-id_missing = It has no id of its own in the file, so its id here comes from its place. If the order changes before it is brought in again, it will count as another question
import-line-id_twice = Another one in the file has the same id. This one got an id with a number
import-line-form_untitled = The form has no title. Give it one
import-line-untitled = It has no title in the file. Write one
import-line-row_untitled = A row has no wording in the file. Write one
import-line-choice_untitled = A choice has no wording in the file. Write one
import-line-choice_twice = The choice “{ $choice }” is there twice. Both are kept
import-line-nothing_in_item = There is nothing in it, so it is left out

import-line-linked_sheet = The responses go to a Google Sheet there. Responses here stay here: check whether anyone still relies on that sheet
import-line-quiz = The form is a quiz there. Marks and scores are not kept here
import-line-grading = Marks, right answers and feedback of this question are left out
import-line-email_collected = The form collects e-mail addresses there. Here the person who records is known, so nothing is asked
import-line-email_not_told = The file does not say whether e-mail addresses are collected. Check the form there, and add a question if one is needed
import-line-confirmation_text = The message shown after sending is not in the file. If it tells people what to do next, put that into the guidance
import-line-one_response = The file does not say whether people could answer once only or change their answers later. Here a record is amended, never overwritten
import-line-event_date = The answer to this question will be the day it happened. Check that it is the right question
import-line-no_event_date = No question that must be answered with a date was found in the first section, so the day of recording will count as the day it happened. Choose a question if there is a better one

import-line-after_section = Where people go after “{ $section }” when no answer says so is not in the file. Here they go to the next section: check the form there
import-line-first_section_empty = Nothing was asked before the first section, so the form starts with that section
import-line-section_empty = This section has no questions. Its title is shown as text
import-line-earlier_jump = A later question of this section jumps too, and the later one counts there. The jumps of this question are left out
import-line-jump_to_start = “{ $choice }” starts the form again there. Here people go on to the next section, and can go back whenever they like
import-line-jump_back = “{ $choice }” leads back to an earlier section there. Here people go on to the next section: say what should follow
import-line-jump_unknown = “{ $choice }” leads to a section that is not in the file. Here people go on to the next section: say what should follow
import-line-jump_from_ticks = “{ $choice }” leads to a section, but several answers can be given. It leads nowhere here
import-line-other_jump = “Other” leads to a section there. Here people go on to the next section: say what should follow

import-line-validation = Rules for this answer (a number, a length, a pattern) are not in the file. Check the form there, and set them here
import-line-validation_ticks = Whether a number of ticks is asked for is not in the file. Check the form there, and set it here
import-line-grid_columns = Whether each column may be chosen once only is not in the file. Check the form there, and set it here
import-line-shuffle = The order changes each time there. Here it stays the same, because order can matter
import-line-no_choices = The question has no choices in the file. It takes a short text here
import-line-choice_picture = The picture or sound of “{ $choice }” is left out
import-line-grid_other = A grid cannot have “Other” here. It is left out
import-line-empty_grid = The grid has no rows or no columns. Its wording is kept as text, with nothing to answer
import-line-rows_required = Only some rows must be answered there. Here the question must be answered, and no row by itself
import-line-scale_bounds = The scale goes from { $low } to { $high }. Scales here go from 0 or 1 to 10 at most, so a number is asked for
import-line-scale_label = The words “{ $label }” at an end of the scale are left out. Put them into the guidance
import-line-rating_bounds = The rating has { $levels } levels. Ratings here have 3 to 10, so a scale or number is asked for
import-line-upload_folder = Files go to a Google Drive folder there. Here they are kept with the record
import-line-upload_type = Files of the kind “{ $type }” do not exist outside Google. They are left out
import-line-upload_files = Up to { $there } files may be attached there, here up to { $here }
import-line-upload_size = Each file may have up to { $there } MiB there, here up to { $here } MiB
import-line-picture = The picture itself is not in the file. Its words are kept: add the picture here
import-line-video = Videos are not shown here. Its title and address are kept as text

import-line-sheet_left_out = The sheet “{ $sheet }” is left out
import-line-outside_links = The workbook links to other files. They were not opened
import-line-column = The column “{ $column }” of the sheet “{ $sheet }” is left out
import-line-setting = The setting “{ $setting }” ({ $value }) is left out
import-line-no_form_id = The form has no form_id. If its title or its questions change before it is brought in again, it will count as another form
import-line-translations_cut = Only the first { $limit } translated texts are kept
import-line-choice_without_list = This choice belongs to no list. It is left out
import-line-choice_without_name = This choice of the list “{ $list }” has neither name nor label. It is left out
import-line-row_without_type = This row has no type. It is left out
import-line-row_disabled = This row is switched off in the file. It is left out
import-line-unknown_type = This version does not know the type “{ $type }”. Its wording is kept, with nothing to answer
import-line-meta = “{ $type }” is filled in by the phone or by nobody. It is left out: time and author are kept with every record here
import-line-map = “{ $type }” asks for a place on a map. It is left out
import-line-list_missing = There is no list “{ $list }” in the file. The question takes a short text here
import-line-list_elsewhere = The choices are in another file. The question takes a short text here
import-line-rank = The choices are put in order there. Here they are ticked
import-line-range = The range ({ $parameters }) does not fit a scale here, so a number is asked for
import-line-barcode = Barcodes are not scanned here. The question takes a short text
import-line-calculation = This value is worked out there by “{ $expression }”. It is left out
import-line-media = The { $column } beside the question is left out
import-line-appearance = The appearance “{ $appearance }” has no counterpart here. The question looks as usual
import-line-readonly = The answer is read-only there. Here it can be typed
import-line-choice_filter = The choices depend on an earlier answer there (“{ $expression }”). Here all choices are shown
import-line-cell = The { $column } “{ $expression }” is left out
import-line-required_message = The message for a missing answer is left out. The usual sentence is shown
import-line-required_expression = Whether it must be answered depends on “{ $expression }” there. Here it need not be answered
import-line-relevance = It is shown only while “{ $expression }” there. This could not be followed, so it is always shown
import-line-conditions_too_large = The conditions around it come to too much together, so it is always shown
import-line-constraint = The rule “{ $expression }” could not be followed, or only a part of it. Check this question’s rules
import-line-answer_in_text = The wording shows an earlier answer there. Here it shows the name of that question: write it anew
import-line-group_flattened = This group lies inside another. Its questions are kept under its title, with its condition
import-line-repeat_flattened = This repeat lies inside another. Its questions are asked once for each of the outer one
import-line-repeat_count = How often it is asked depends on “{ $expression }” there. Here people add as many as they need
import-line-empty_repeat = This repeat has no questions that can be kept. It is left out
import-line-not_closed = This group or repeat is never closed in the file. It is taken to end with the file
import-line-nothing_to_close = This row closes a group or repeat, but none is open. It is passed over
import-line-closes_another = A group and a repeat are closed in the wrong order. The last one opened is closed
