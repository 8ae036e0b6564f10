# Filling forms: the kinds of question, help with writing, moving a draft, going on from a record.

## Questions

fill-clear = Clear the answer
fill-as-imported = Brought over as “{ $text }”, which this question cannot take. Answer it again.
choices-find = Find in the list: { $question }
choices-shown = Showing { $shown } of { $all }
date-time = Time
date-hint-time = For example, 27 3 2026 14:30
date-hint-yearly = For example, 27 3
date-hint-yearly-time = For example, 27 3 14:30
date-hint-about = If you do not know them, leave the day, or the day and month, empty.
hours = Hours
duration-minutes = Minutes
seconds = Seconds
duration-hint = For example, 1 hour 30 minutes. Leave empty what you do not need.
team-hint = Type the name of the team or service
rating-star =
    { $count ->
        [one] 1 star
       *[other] { $count } stars
    }
rating-heart =
    { $count ->
        [one] 1 heart
       *[other] { $count } hearts
    }
rating-thumb =
    { $count ->
        [one] 1 thumb up
       *[other] { $count } thumbs up
    }
grid-clear = Clear
grid-column-once = Choose each column once at most.
calculated-none = Not worked out yet
calculated-how = Worked out from your other answers
image-none = This picture could not be taken over. It showed:

## Files

file-choose = Choose a file, drop it here, or paste a picture
file-drop = Files for: { $question }
file-types = You can attach: { $types }.
file-type-image = pictures
file-type-pdf = PDF
file-type-document = documents
file-type-spreadsheet = spreadsheets
file-type-presentation = presentations
file-type-audio = sound
file-type-video = video
file-limits =
    { $count ->
        [one] One file, up to { $most } MB.
       *[other] Up to { $count } files of { $most } MB each.
    }
file-not-here = Files cannot be attached in a test run.
file-too-many =
    { $count ->
        [one] { $name } was not attached: one file is all that this question takes.
       *[other] { $name } was not attached: { $count } files are all that this question takes.
    }
file-too-large = { $name } was not attached: it has { $size }, and { $most } MB is the most.
file-empty = { $name } was not attached: the file is empty.
file-sending = Attaching { $name }
file-cancel = Stop
file-count =
    { $count ->
        [0] No file attached
        [one] 1 file attached
       *[other] { $count } files attached
    }
file-kept = Kept. It cannot be shown here.
file-show = Show
file-hide = Hide
file-remove = Remove
file-removed = { $name } was removed

## Drawings and signatures

drawing-hint = Draw with a mouse, a pen or a finger, or say in words what you would draw.
drawing-says = What it shows
drawing-shown =
    { $count ->
        [0] { $label }: nothing drawn yet
        [one] { $label }: a drawing of 1 line
       *[other] { $label }: a drawing of { $count } lines
    }
drawing-says-shown = { $label }: a drawing. { $says }
drawing-undo = Take back the last line
drawing-clear = Clear the drawing
drawing-cleared = The drawing was cleared
drawing-full = That is all that one drawing holds.
sign-hint = Typing the name is enough. You can also sign by hand.
sign-name = Full name of who signs
sign-by-hand = Sign by hand
sign-by-hand-done = Signed by hand: show or change
sign-shown = { $label }: signed by hand. { $name }

## Body map

body-hint = Press on the drawing where you saw a mark, or add one and choose its place. Write what you saw, not how you think it came about.
body-shown =
    { $count ->
        [0] { $label }: front and back of a body, no mark yet
        [one] { $label }: front and back of a body with 1 mark, told below
       *[other] { $label }: front and back of a body with { $count } marks, told below
    }
body-filed =
    { $count ->
        [one] { $label }: front and back of a body with 1 mark, told above
       *[other] { $label }: front and back of a body with { $count } marks, told above
    }
body-front = Front
body-back = Back
body-mark = Mark { $number }
body-part = Where
body-choose = Choose the place
body-note = What you saw
body-note-hint = Size, colour, shape, and what the child said about it
body-add = Add a mark
body-add-another = Add another mark
body-remove = Remove mark { $number }
body-removed = Mark { $number } was removed
part-head_front = Head, front
part-head_back = Head, back
part-face = Face
part-ear_left = Left ear
part-ear_right = Right ear
part-neck = Neck
part-chest = Chest
part-abdomen = Abdomen
part-back_upper = Upper back
part-back_lower = Lower back
part-buttocks = Buttocks
part-genital_area = Genital area
part-shoulder_left = Left shoulder
part-shoulder_right = Right shoulder
part-arm_left = Left arm
part-arm_right = Right arm
part-hand_left = Left hand
part-hand_right = Right hand
part-leg_left = Left leg
part-leg_right = Right leg
part-foot_left = Left foot
part-foot_right = Right foot

## Help with writing

spelling-count =
    { $count ->
        [one] 1 word to check
       *[other] { $count } words to check
    }
spelling-replace = Replace { $word } by
spelling-right = It is right
spelling-no-idea = No suggestion
pieces = Pieces of text
pieces-hint = Choose one to put it where you were writing. Or type two semicolons and its name, then a space.
pieces-insert = Insert { $name }
pieces-none = You have no pieces of text yet.
pieces-settings = Add one in Settings
paste-names =
    { $count ->
        [one] What you pasted names { $names }, who is not on this form.
       *[other] What you pasted names { $names }, who are not on this form.
    }
paste-names-next = Check that this text belongs here.
paste-dismiss = It belongs here
piece-lead = Text that you write often. Type two semicolons and the name, then a space, and it is put in its place.
piece-name = Name
piece-name-hint = Letters, digits and dashes, for example home-visit
piece-name-wrong = Enter a name of letters, digits and dashes
piece-text = Text
piece-text-missing = Enter the text
piece-save = Save this piece of text
piece-saved = ;;{ $name } was saved
piece-remove = Remove
piece-removed = ;;{ $name } was removed
words-title = Words that are right
words-lead = Words and names that the spelling help does not point out to you.
word-new = Add a word
word-add = Add this word
word-added = { $word } was added
word-remove = Remove
word-removed = { $word } was removed

## A draft and the versions of its form

last-time = Last time ({ $when }):
last-time-long = Last time ({ $when }): { $question }
language = Language of the questions
language-hint = Only the questions change. The record keeps its own wording beside your answers.
language-own = As the form was written
newer-title = This form has a newer version ({ $number }).
newer-look = See what would change, and move this draft
retired-title = This form is no longer offered.
retired-use = Use “{ $form }” instead.
retired-goes-on = You can still finish and file this draft.
left-behind =
    { $count ->
        [one] 1 answer no longer asked
       *[other] { $count } answers no longer asked
    }
left-behind-title = Answers no longer asked
left-behind-lead = The form has changed since you wrote these. They are kept with this draft and with its record.
left-behind-filed = These are kept with the record, apart from its answers.
left-behind-record = The form had stopped asking these when the record was filed.
move-title = Move this draft to the newer form: { $form }
move-versions = From version { $before } to version { $after }
move-lead = Nothing has been moved yet. Whatever you do, nothing that you wrote is lost.
move-before = In your draft
move-after = In the newer form
move-answer = Your answer
move-kept = Stays as it is
move-kept-lead = The question is the same.
move-moved = Stays in another place or wording
move-moved-lead = The answer stays. Check that it still fits.
move-changed = To look at again
move-changed-lead = The question takes another sort of answer now. What you wrote stays for you to check.
move-left-lead = These stay readable with the draft and its record, and are not among its answers.
move-added = New questions
move = Move this draft
move-stay = Stay on this version
voice-empty =
    { $count ->
        [one] What { $names } said in their own words is empty, and was in the last three records. Was there a way to hear them?
       *[other] What { $names } said in their own words is empty, and was in the last three records. Was there a way to hear each of them?
    }
check-file-each = File { $count } records, one to each child

## Choosing a form

forms-find = Find a form
forms-found =
    { $count ->
        [0] No form found for “{ $looked }”
        [one] 1 form found for “{ $looked }”
       *[other] { $count } forms found for “{ $looked }”
    }
forms-other = Other forms
forms-who = Who:
forms-limit = By when:
start-last-why = Start from last time
start-last = Begin with what was recorded last time on this form
start-last-hint = Every answer carried over is marked for you to check.
start-link =
    { $count ->
        [one] The link fills in 1 answer. Check it before you file.
       *[other] The link fills in { $count } answers. Check them before you file.
    }
start-link-unreadable = The answers in this link could not be read. The form starts empty.

## A record

goes-on-from = See the record that this one goes on from
leads-to = Go on from this record
imported = Brought over from { $system }, file { $file }
imported-google-forms = Google Forms
imported-file = a file of answers
imported-by = answered by { $email }
imported-extra =
    { $count ->
        [one] 1 column that answers no question
       *[other] { $count } columns that answer no question
    }
imported-undone = Withdrawn
imported-undone-next = The import that brought this record was undone. It stays readable and counts no longer.

## People and settings

person-care-status = What the service is to them (optional)
person-care-status-hint = Some forms ask other questions for each
field-care_status = Status
care-status-unknown = Not recorded
care-status-early_help = Early help
care-status-child_in_need = Child in need
care-status-child_protection_plan = Child protection plan
care-status-looked_after = Looked after
care-status-care_leaver = Care leaver
care-status-none_of_these = None of these
settings-forms = Forms
settings-edits-forms = I look after the forms of my service
settings-edits-forms-why = Whoever looks after forms can change and publish them, and bring answers in and out. Each such act is kept in the log under your name.

check-carried =
    { $count ->
        [one] 1 answer was carried forward from an earlier record and has not been looked at since. Check that it is still right.
       *[other] { $count } answers were carried forward from an earlier record and have not been looked at since. Check that they are still right.
    }
