# The response sheet, its summary, and what the columns of a file may be taken for.

sheet-column-recorded = Recorded
sheet-column-event = Happened
sheet-column-children = Children
sheet-column-author = Recorded by
sheet-column-reference = Reference
sheet-column-other_versions = Answers to questions of other versions

summary-other = Something else
summary-unplaced = As written in the file, not read as a choice
summary-bin = { $from } to under { $below }

form-way-choice = if “{ $choice }” is the answer to “{ $question }”

import-row = Row { $row }
import-dialect-download = Responses downloaded from Google Forms
import-dialect-sheet = A spreadsheet, such as the linked Google Sheet
import-dialect-api = Responses from the Google Forms API
import-dialect-lossless = An export of Holdfast with everything in it

import-target-submitted = When it was submitted
import-target-email = E-mail address of who answered
import-target-response_id = Id of the response
import-target-score = Score
import-target-extra = Keep as text beside the answers
import-target-leave_out = Leave out
import-target-children = The children, as Holdfast writes them
import-target-more_answers = Answers to questions that the form no longer has
import-target-child_name = Child { $number }: name
import-target-child_first_name = Child { $number }: first name
import-target-child_last_name = Child { $number }: last name
import-target-child_born = Child { $number }: date of birth
import-target-child_id = Child { $number }: number or id
