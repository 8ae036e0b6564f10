# The words of the screens where forms are looked after: the list, the editor, trying, publishing, importing.

## The list of forms, and one form

desk-nav = Forms
desk-title = Forms
desk-back = Back to forms
desk-back-form = Back to the form
desk-new = New form
desk-import = Import a form
desk-read-only = You can read the forms here. To change them, turn on “I look after the forms of my service” in
desk-search = Find a form
desk-which = Show
desk-which-offered = Forms in use
desk-which-own = Our own forms in use
desk-which-shipped = Forms as shipped
desk-which-retired = Retired forms
desk-which-all = All forms
desk-found =
    { $count ->
        [0] No form found
        [one] 1 form
       *[other] { $count } forms
    }
desk-no-shelf = Other forms
desk-version = Version { $number }
desk-own = our own
desk-shipped = as shipped
desk-published = published { $at }
desk-records =
    { $count ->
        [0] no records here
        [one] 1 record here
       *[other] { $count } records here
    }
desk-retired = Retired
desk-use-instead = Use “{ $form }” instead.
desk-is-retired = This form is retired. It is not offered for new records; records made with it stay as they are.
desk-drafts = Being changed
desk-draft-new = New form
desk-draft-next = Next version of a form in use
desk-aside =
    { $count ->
        [one] 1 set aside
       *[other] { $count } set aside
    }
desk-fact-version = Version
desk-fact-who = Who records it
desk-fact-limit = Time limit
desk-fact-records = Records on this device
desk-older = This is an older version.
desk-newest = Show the version in use
desk-preview = The form
desk-choice-to = { $choice } → { $to }
desk-scale = From { $low } { $low_label } to { $high } { $high_label }
desk-fill = Fill it in
desk-change = Change
desk-change-on = Go on changing
desk-copy = Copy
desk-retire = Retire
desk-versions = Versions
desk-versions-number = Version
desk-versions-when = Published
desk-versions-by = { $at } by { $author }
desk-versions-note = What was changed and why
desk-versions-compare = Compare
desk-versions-shown = shown above
desk-in-force = In use
desk-compare = Compare with the one before
desk-compare-title = { $form }: two versions
retire-title = Retire “{ $form }”
retire-lead = A retired form is no longer offered. Drafts that were begun can still be filed, and records stay as they are.
retire-instead = Which form should people use instead?
retire-none = None
retire-note = Why is it retired?
retire-note-missing = Say why the form is retired
retire-button = Retire this form
copy-title = Copy “{ $form }”
copy-lead = The copy is a form of its own. What you change in it does not change the other one.
copy-of = { $form } (copy)
name-form = Title of the form
name-form-hint = What people look for when they want to record this, for example “Visit”
name-form-missing = Enter a title

## The editor

editor-title = Change { $form }
editor-new-form = New form
editor-next-version = Version { $number }, not yet published
editor-no-title = No title yet
editor-no-wording = No wording yet
editor-side = What is wrong, and the map
editor-about = About the form
editor-redo = Redo
editor-undone = The last step was taken back
editor-redone = The step was done again
editor-try = Try it
editor-publish = Compare and publish
editor-moved = This form was changed in another window
editor-moved-kept = Both are kept for now. What you see here is not yet saved.
editor-moved-mine = Keep what is here
editor-moved-theirs = Take what was saved there
editor-up = Move up
editor-down = Move down
editor-remove = Remove
editor-duplicate = Duplicate
editor-close = Close
editor-add = Add
editor-cancel = Cancel
editor-count =
    { $count ->
        [0] no questions
        [one] 1 question
       *[other] { $count } questions
    }
editor-gone = a question that is gone
editor-not-here = Not to be had here: { $id }
editor-whole-number = Enter a whole number

editor-form-title = Title
editor-form-about = What the form is for
editor-form-about-hint = One or two sentences, shown in the list of forms
editor-form-shelf = Shelf
editor-form-shelf-hint = The heading under which it is offered. In use: { $shelves }
editor-form-who = Who records it
editor-form-who-hint = For example, the allocated social worker
editor-form-limit = Time limit
editor-form-limit-hint = By when it has to be done, for example within 72 hours of the child’s return
editor-form-source = Whose rule the time limit is
editor-form-source-hint = For example, statutory guidance or a local rule
editor-form-guidance-hint = Shown at the start of the form. Leave an empty line between paragraphs.
editor-form-urgency = How soon must it leave the device?
editor-urgency-normal = In its turn
editor-urgency-urgent = Before everything else; after an hour unsent, Holdfast asks to phone the lead
editor-form-subjects = Who is it about?
editor-subjects-one_or_more_children = One or more children on file
editor-subjects-any_number = It can be filed without naming a child
editor-form-files = File each child alone
editor-form-files-hint = One record for each child: what is asked of all, and that child’s own part. Nobody else’s part is in it.
editor-form-answers = What the record takes from the answers
editor-form-event = Which question says on which day it happened?
editor-form-event-hint = A must-have date in the first section that is always asked
editor-form-event-none = None: it happened when it is recorded
editor-form-event-time = Which question says at what time?
editor-form-title-from = Which answer is the title of the record?
editor-form-title-none = None: the title of the form
editor-mark-significant = “Yes” to this marks a significant event
editor-mark-seen = “Yes” to this says that the child was seen
editor-mark-voice = This answer holds the child’s own words

editor-section-number = { $number }. { $title }
editor-section-title = Heading of this section
editor-section-settings = Help, condition and what follows
editor-section-guidance = Help with this section
editor-section-added = Section “{ $title }” was added
editor-section-removed = The section “{ $title }” was removed
editor-section-place = Section { $place } of { $count }
editor-add-section = Heading of a new section
editor-add-section-button = Add a section
editor-title-missing = Enter a heading
editor-after = After this section
editor-after-hint = Forms only go forward. An answer that leads elsewhere comes first.
editor-after-next = Go on with the next section
editor-go-on = Go on as usual
editor-go-end = End of the form
editor-when-section = When this section is asked
editor-questions = Questions
editor-no-questions = There are no questions yet.

editor-add-question = Wording of a new question
editor-add-inner = Wording of a new question in here
editor-wording-missing = Enter the wording
editor-question-place = Question { $place } of { $count }
editor-question-removed = “{ $question }” was removed
editor-is-first = It is the first already
editor-is-last = It is the last already
editor-required-tag = Must have
editor-jumps-tag = Leads on
editor-inside =
    { $count ->
        [one] 1 question inside
       *[other] { $count } questions inside
    }
editor-wording = Wording
editor-heading = Heading
editor-statement = Text
editor-kind = Kind of answer
editor-required = Must be answered
editor-required-hint = Or a reason given why it is not known. A draft always saves.
editor-hint = Hint
editor-hint-hint = One short line under the wording
editor-guidance = Help with this question
editor-more = More
editor-message = What to say when the answer breaks a rule
editor-message-hint = Leave empty for the usual sentence
editor-prefill = Filled in at the start with
editor-prefill-nothing = Nothing
editor-prefill-today = Today
editor-prefill-author_name = Name of the person who records
editor-prefill-author_team = Team of the person who records
editor-prefill-child_name = Name of the child, if there is one
editor-prefill-child_born = Date of birth of the child, if there is one
editor-echo = Show the last answer above it
editor-echo-hint = What the child’s last record on this form says
editor-place-label = Place in the section
editor-place = { $place } of { $count }
editor-section-of = Section
editor-carried = Moved to “{ $section }”

editor-kind-short_text = Short text
editor-kind-long_text = Paragraphs
editor-kind-yes_no = Yes or no
editor-kind-one_choice = One choice
editor-kind-many_choices = Tick boxes
editor-kind-drop_down = Drop-down list
editor-kind-date = Date
editor-kind-time = Time
editor-kind-duration = Length of time
editor-kind-number = Number
editor-kind-scale = Scale
editor-kind-rating = Rating
editor-kind-choice_grid = Grid: one choice a row
editor-kind-tick_grid = Grid: tick boxes
editor-kind-person = Person
editor-kind-team = Team or service
editor-kind-each_child = Questions about each child
editor-kind-group = Group that repeats
editor-kind-upload = Files
editor-kind-drawing = Drawing
editor-kind-body_map = Body map
editor-kind-signature = Signature
editor-kind-calculated = Worked out
editor-kind-statement = Heading and text
editor-kind-image = Picture

editor-choices = Choices
editor-rows = Rows
editor-columns = Columns
editor-choice-number = Choice { $number }
editor-row-number = Row { $number }
editor-column-number = Column { $number }
editor-choice-new = New choice
editor-row-new = New row
editor-column-new = New column
editor-choice-add = Add choice
editor-row-add = Add row
editor-column-add = Add column
editor-choice-lines = Choices, one a line
editor-row-lines = Rows, one a line
editor-column-lines = Columns, one a line
editor-lines = Type them one a line
editor-lines-hint = A line that stays the same keeps its place in conditions and in answers.
editor-lines-take = Use these lines
editor-part-added = “{ $text }” was added, { $count } in all
editor-part-removed = “{ $text }” was removed
editor-part-place = { $place } of { $count }
editor-go = Then go to
editor-alone = Cannot be ticked with others
editor-other = Offer “Something else”
editor-other-hint = With a box to say what
editor-list = The choices come from the shared list { $list }: { $count } in all.
editor-list-own = Change to own choices
editor-min_chosen = Fewest ticks
editor-max_chosen = Most ticks
editor-each_row = Every row needs an answer
editor-column_once = No column twice
editor-format = What the text has to be
editor-format-any = Any text
editor-format-email = An e-mail address
editor-format-phone = A telephone number
editor-min_length = Fewest characters
editor-max_length = Most characters
editor-pattern = Pattern
editor-pattern-hint = A regular expression that the whole answer has to match. Leave it empty unless you know what this is.
editor-date-parts = Parts of the date
editor-date-day = Day, month and year
editor-date-no_year = Day and month
editor-date-with_time = Day, month, year and time
editor-date-no_year_with_time = Day, month and time
editor-date-approximate = A month or a year alone will do
editor-date-not_in_future = Not later than today
editor-date-not_in_past = Not earlier than today
editor-date-not_before = Not earlier than the answer to
editor-number-min = Smallest
editor-number-max = Largest
editor-unit = Unit
editor-unit-hint = Shown after the box, for example weeks
editor-whole = Whole numbers only
editor-scale-low = From
editor-scale-high = To
editor-low_label = What the low end means
editor-high_label = What the high end means
editor-levels = Levels
editor-icon = Shown as
editor-icon-star = Stars
editor-icon-heart = Hearts
editor-icon-thumb = Thumbs
editor-file-types = What may be attached
editor-file-types-hint = Tick none to allow all of these
editor-file-image = Pictures
editor-file-pdf = PDF
editor-file-document = Documents
editor-file-spreadsheet = Spreadsheets
editor-file-presentation = Presentations
editor-file-audio = Sound
editor-file-video = Film
editor-max_files = Most files, up to 10
editor-max_mib = Most MB a file, up to 20
editor-work = What is worked out
editor-work-age_at = Age on a day, in years
editor-work-days_between = Days from one date to another
editor-work-days_since = Days from a date to today
editor-work-hours_between = Hours from one moment to another
editor-work-sum = Sum of numbers
editor-work-born = Date of birth from
editor-work-born-none = The child’s own date of birth
editor-work-at = On the day from
editor-work-at-none = The day it happened
editor-work-from = From
editor-work-to = To
editor-work-from-time = At the time
editor-work-to-time = At the time
editor-work-of = Add up
editor-nothing-before = Put the questions that it needs before this one.
editor-picture = Picture
editor-picture-hint = PNG or JPEG, at most 256 kB
editor-picture-large = Choose a picture of at most 256 kB
editor-alt = What it shows
editor-alt-hint = For people who cannot see it
editor-item = What one of them is called
editor-item-hint = For example, person or action
editor-group-at_least = Fewest
editor-group-at_most = Most
editor-inner-group = Questions in the group
editor-inner-child = Questions about each child

editor-when-question = When this question is asked
editor-always = Always.
editor-only-if = Only if { $condition }
editor-join = Asked if
editor-join-all = all of these are true
editor-join-any = at least one of these is true
editor-join-none = none of these is true
editor-rule = Rule { $number }
editor-rules = Rule { $number }: a group of rules
editor-rule-first = Ask it only in some cases
editor-rule-add = Add a rule
editor-rules-add = Add a group of rules
editor-rule-remove = Remove this rule
editor-rule-about = What it depends on
editor-rule-child = The child’s age or status
editor-rule-test = Test
editor-rule-choices = Which choices?
editor-rule-status = Which status?
editor-rule-number = Number
editor-rule-years = Years
editor-test-is_yes = is “Yes”
editor-test-is_no = is “No”
editor-test-any_of = is any of
editor-test-none_of = is none of
editor-test-marked = has this row marked
editor-test-not_marked = does not have this row marked
editor-test-at_least = is at least
editor-test-at_most = is at most
editor-test-answered = has an answer
editor-test-not_answered = has no answer
editor-test-age_under = is younger than
editor-test-age_at_least = is at least this old
editor-test-status = has the status
editor-test-not_status = does not have the status
editor-status-early_help = Early help
editor-status-child_in_need = Child in need
editor-status-child_protection_plan = Child protection plan
editor-status-looked_after = Looked after
editor-status-care_leaver = Care leaver
editor-status-none_of_these = None of these
editor-quoted = “{ $text }”
editor-say-and = {" "}and{" "}
editor-say-or = {" "}or{" "}
editor-say-none = none of these is true: { $parts }
editor-say-is_yes = “Yes” to “{ $question }”
editor-say-is_no = “No” to “{ $question }”
editor-say-any_of = { $choices } to “{ $question }”
editor-say-none_of = not { $choices } to “{ $question }”
editor-say-marked = “{ $row }”: “{ $column }” is marked in “{ $question }”
editor-say-not_marked = “{ $row }”: “{ $column }” is not marked in “{ $question }”
editor-say-at_least = { $number } or more to “{ $question }”
editor-say-at_most = { $number } or less to “{ $question }”
editor-say-answered = “{ $question }” is answered
editor-say-not_answered = “{ $question }” is not answered
editor-say-age_under = the child is younger than { $number }
editor-say-age_at_least = the child is { $number } or older
editor-say-status = the child’s status is { $statuses }
editor-say-not_status = the child’s status is not { $statuses }

editor-templates = Add from a template
editor-template-own_words = The child’s own words
editor-template-actions = Actions, each with an outcome, a person and a date
editor-template-present = Who was there
editor-template-analysis = Analysis: worries, strengths and what they mean
editor-take = Import questions from another form
editor-take-from = From which form?
editor-take-add =
    { $count ->
        [0] Add the ticked questions
        [one] Add 1 question
       *[other] Add { $count } questions
    }
editor-taken =
    { $count ->
        [one] 1 question was added at the end of this section
       *[other] { $count } questions were added at the end of this section
    }
editor-taken-always = “{ $question }” depended on a question that was not taken: it is now always asked.
editor-taken-jumps = The choices of “{ $question }” led to sections that were not taken: they now go on as usual.

editor-findings = What is wrong
editor-faults =
    { $count ->
        [one] 1 thing to put right before publishing
       *[other] { $count } things to put right before publishing
    }
editor-warnings =
    { $count ->
        [one] 1 thing worth a look
       *[other] { $count } things worth a look
    }
editor-no-faults = Nothing has to be put right.
editor-map = Map of the sections
editor-map-then = then { $to }
editor-map-if = { $because } → { $to }
editor-map-end = End of the form
editor-map-conditional = only in some cases
editor-map-unreached = nobody can reach this section

## Trying a form

try-title = Try { $form }
try-lead = This is how people who record will see the form. Nothing that you type here is kept.
try-children = The children are made up: { $children }.
try-see-filed = See what would be filed
try-filed = What would be filed
try-problems =
    { $count ->
        [one] 1 answer would have to be put right first.
       *[other] { $count } answers would have to be put right first.
    }
try-show-problems = Show them in the form
try-go-on = Go on filling
try-again = Start again

## Comparing and publishing

publish-title = Publish { $form }
publish-back = Back to the editor
publish-faults =
    { $count ->
        [one] 1 thing has to be put right before this form can be published.
       *[other] { $count } things have to be put right before this form can be published.
    }
publish-put-right = Put it right in the editor
publish-behind = Version { $number } was published after you began, or this form has the name of one in use. Publishing yours takes back what is listed below, unless you bring it in first.
publish-first = This is the first version. There is nothing to compare it with.
publish-between = Changes from version { $old } to version { $new }
publish-same = Nothing was changed.
publish-what = Change
publish-where = Where
publish-whole = The form as a whole
publish-before = Before
publish-after = After
publish-drafts =
    { $count ->
        [one] 1 draft on this device stays on the older version until somebody moves it.
       *[other] { $count } drafts on this device stay on the older version until somebody moves them.
    }
publish-note = What was changed, and why?
publish-note-hint = People see this when they are offered the new version
publish-note-missing = Say what was changed and why
publish-for-good = A published version never changes. You can publish another one at any time.
publish-button = Publish version { $number }
publish-done = { $form } is published
publish-number = Version { $number }
publish-offered = New records use this version from now on.
publish-see = See the form

## Importing a form

import-form-lead = Take over a form that was made elsewhere. You see what it becomes before anything is kept.
import-form-file = Choose the file, or drop it here
import-form-hint = A form from Google Forms (JSON of the Forms API), or an XLSForm (.xlsx)
import-form-reading = Reading the file: { $percent }%
import-form-read = { $name } was read. Nothing is kept yet.
import-form-title = Title
import-form-from = Made with
import-form-from-google_forms = Google Forms
import-form-from-xlsform = XLSForm
import-form-sections = Sections
import-form-questions = Questions
import-form-replaces = Is a newer version of
import-form-left_out =
    { $count ->
        [one] 1 thing is left out
       *[other] { $count } things are left out
    }
import-form-changed =
    { $count ->
        [one] 1 thing is done another way
       *[other] { $count } things are done another way
    }
import-form-to_confirm =
    { $count ->
        [one] 1 thing for you to look at
       *[other] { $count } things for you to look at
    }
import-form-to_confirm-lead = The file cannot say these. Look at each in the old form, tick it when you have looked, and put it right in the editor afterwards if needed.
import-form-all = I have looked at all of them
import-form-look = Look at these first
import-form-clean = Everything in the file can be taken over.
import-form-nothing-kept = Nothing is kept until you take the form. It opens in the editor, and nobody else sees it before you publish.
import-form-take = Take this form

## What is said before filing, and what filing does to episodes

editor-rule-row = Row
editor-rule-column = Marked as
editor-notices = Notices before filing
editor-notices-hint = Said on the check page while the condition holds. A notice stops nobody.
editor-notice = Notice { $number }
editor-notice-text = What it says
editor-notice-when = When it is shown
editor-notice-always = It is always shown.
editor-notice-add = Add a notice
editor-notice-remove = Remove notice
editor-notice-removed = The notice was removed
editor-episodes = What filing does to episodes
editor-episodes-hint = An episode begins or ends by filing this form, and the time limits of the law with it.
editor-episode = Episode { $number }
editor-episode-act = What is done
editor-episode-act-begin = One begins
editor-episode-act-begin_unless_open = One begins unless one is open
editor-episode-act-end = The open one ends
editor-episode-act-end_all = Every open one ends
editor-episode-kind = Kind of episode
editor-episode-date = On which day
editor-episode-day = The day of the event
editor-episode-from = Taken from the answers to: { $questions }
editor-episode-add = Add an episode
editor-episode-remove = Remove episode
editor-episode-removed = The episode was removed
