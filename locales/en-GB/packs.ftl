# Packs: people and history of a lost system, taken in from a table.

pack-lead = A pack is a table of a system that is gone: people, numbers, warnings, allocations, relationships or old notes. What it brings is marked with where it came from, and can be taken out again.
pack-new = Take a pack in
pack-list = Packs taken in
pack-list-none = No pack was taken in yet.
pack-to-list = Back to the packs
pack-another = Take in another file
pack-row-from = { $system }, as at { $day }
pack-row-notes =
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
pack-row-lines =
    { $count ->
        [one] 1 line
       *[other] { $count } lines
    }
pack-row-by = Taken in by { $author }, { $at }
pack-row-undone = Undone { $at }
pack-step-file = Take a pack in
pack-step-columns = Which column is what?
pack-step-dates = How are dates written?
pack-step-preview = What it would bring
pack-step-people = People who may be on file
pack-step-run = Taking the pack in

## The file

pack-nothing-yet = Nothing is kept before you say so on the last step.
pack-file = File
pack-file-hint = A table as CSV or Excel (.xlsx), with headings in the first row. Up to 64 MiB here: a larger CSV is taken in by the window of Holdfast, or by the command “holdfast history import” or “holdfast person import”.
pack-choose = The file
pack-choose-hint = A table as CSV of any size, or Excel (.xlsx) up to 64 MiB, with headings in the first row
pack-choose-go = Choose a file
pack-chosen = { $name } is chosen, { $size }.
pack-drop = Or drop it here
pack-drop-hint = Up to 64 MiB
pack-no-file = Choose a file
pack-kept = { $name }, { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
pack-rows = What is a row?
pack-rows-person = A person
pack-rows-person-hint = Name, date of birth, number, address
pack-rows-identifier = A number of a person
pack-rows-identifier-hint = NHS number, pupil number, number in another system
pack-rows-warning = A warning
pack-rows-warning-hint = What to know before anybody visits
pack-rows-allocation = An allocation
pack-rows-allocation-hint = Which worker or team has which child
pack-rows-relationship = A relationship
pack-rows-relationship-hint = Who is what to whom
pack-rows-note = An old note
pack-rows-note-hint = Read only; it stands on the timeline as recovered
pack-system = Which system is it from?
pack-system-hint = For example, Mosaic. Columns are remembered for it.
pack-no-system = Enter the system that it is from
pack-as-at = As at which day?
pack-as-at-hint = The day on which it was taken from the system, for example 11 10 2020
pack-no-as-at = Enter the day on which it was taken, such as 11 10 2020

## Columns

pack-columns-used = { $used } of { $total } columns are used.
pack-remembered = Columns are as they were for the last file of { $system }.
pack-sheet = Sheet
pack-leave-out = Left out
pack-field-needed = { $field } (needed)
pack-field-missing = Say which column is: { $field }
pack-relation-example = As the columns are now, the first row says: { $one } is the { $relation } of { $other }. If that is the wrong way round, swap the two columns.
pack-field-person = Number of the person in that system
pack-field-name = Full name
pack-field-first_name = First name
pack-field-last_name = Last name
pack-field-known_as = Known as
pack-field-former_name = Former or other name
pack-field-date_of_birth = Date of birth
pack-field-date_of_birth_is = Date of birth is estimated
pack-field-due_date = Due date
pack-field-date_of_death = Date of death
pack-field-kind = Kind of person
pack-field-sex = Sex
pack-field-gender = Gender
pack-field-pronouns = Pronouns
pack-field-ethnicity = Ethnicity
pack-field-languages = Languages
pack-field-interpreter_needed = Interpreter needed
pack-field-communication = Communication
pack-field-disability = Disability
pack-field-religion = Religion or belief
pack-field-nationality = Nationality
pack-field-immigration = Immigration status
pack-field-school = School
pack-field-gp = GP
pack-field-agency = Agency
pack-field-job = Job
pack-field-care_status = Status
pack-field-legal_status = Legal status
pack-field-legal_status_from = Legal status from
pack-field-address = Address
pack-field-address_from = Address from
pack-field-postcode = Postcode
pack-field-phone = Phone
pack-field-email = E-mail
pack-field-nhs_number = NHS number
pack-field-upn = Unique pupil number
pack-field-emergency_id = Emergency id
pack-field-note = Note
pack-field-deleted = Marked as deleted
pack-field-scheme = Kind of number
pack-field-value = Number
pack-field-from = From
pack-field-until = Until
pack-field-id = Number of the row in that system
pack-field-warning = Kind of warning
pack-field-text = Text
pack-field-review_by = Review by
pack-field-told = Whether the person was told
pack-field-agreed_with = Agreed with
pack-field-worker = Worker
pack-field-worker_email = Work e-mail of the worker
pack-field-team = Team
pack-field-role = Role
pack-field-reason = Reason
pack-field-priority = Priority
pack-field-to = Number of the other person
pack-field-to_name = Name of the other person
pack-field-relation = What the first is to the other
pack-field-parental_responsibility = Parental responsibility
pack-field-main_carer = Main carer
pack-field-lives_with = In the same household
pack-field-date = Date of the event
pack-field-sort = Kind of note
pack-field-title = Title
pack-field-author = Author

## Dates

pack-dates-lead = Some dates of this file can be read in two ways. They are not guessed.
pack-dates-remembered = The answer is the one that was given for the last file of { $system }. Change it if this file is written in another way.
pack-dates-now = Dates that can be read in two ways: { $order }.
pack-dates-change = Change how dates are read
pack-dates-iso = Year, month, day
pack-dates-slashed = With slashes
pack-dates-slashed_24h = With slashes and a time
pack-dates-named_month = With the name of the month
pack-dates-year_00 = With the year 00

## What it would bring

pack-dry-run = Nothing is kept yet. This is what the file would bring.
pack-number = { $count }
pack-count-ready = Rows that can be taken
pack-count-left_out = Rows that cannot
pack-count-new_people = People not on file yet
pack-count-known_people = People on file to whom something is added
pack-count-facts = Facts
pack-count-notes = Notes
pack-count-undated = Notes whose date cannot be read: kept, with the date as written
pack-problems = What to know about the rows
pack-no-problems = No row has a problem.
pack-problems-left-out = Left out
pack-problems-taken = Taken all the same
pack-rows-count =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
pack-rows-all = Rows { $rows }
pack-rows-first = The first are rows { $rows }
pack-problem-no_name = No name
pack-problem-no_text = No text
pack-problem-no_id = No number of the person
pack-problem-date_not_read = A date that cannot be read
pack-problem-date_cannot_be = A date that cannot be right
pack-problem-date_missing = No date
pack-problem-person_unknown = A person who is not on file
pack-problem-check_digit_wrong = A number with a wrong check digit: kept and flagged
pack-problem-ends_before_begins = It ends before it begins
pack-problem-twice = The same row twice
pack-problem-not_in_list = A word that is not on the list: kept as a note
pack-problem-deleted = Marked as deleted in that system
pack-problem-too_long = A text that is too long
pack-problem-to_oneself = Somebody related to themselves
pack-problem-too_few_cells = Fewer cells than headings
pack-problem-empty = An empty row
pack-problem-no_person = No person to whom it belongs
pack-problem-no_value = No number, address or other value
pack-problem-no_worker = No worker: given to the team
pack-problem-no_team = No team: kept as team “?”
pack-problem-no_relation = No word for the relationship
pack-problem-id_twice = One number for two people
pack-problem-both_ways = The same relationship told from both sides
pack-problem-review_too_far = A review more than a year after the warning began
pack-problem-needed = Something that it cannot do without is missing
pack-problem-windows_1252 = Letters read as Windows wrote them (windows-1252)
pack-first =
    { $count ->
        [one] The first row
       *[other] The first { $count } rows
    }
pack-unclear-next =
    { $count ->
        [one] 1 person of the file may be on file already. You say who they are on the next step.
       *[other] { $count } people of the file may be on file already. You say who they are on the next step.
    }
pack-remember-legend = Next time
pack-remember = Remember the columns and dates for files of { $system }
pack-before = It can be undone as a whole. What was recorded since stays.
pack-go =
    { $count ->
        [one] Take 1 row in
       *[other] Take { $count } rows in
    }
pack-nothing-ready = No row of this file can be taken. Go back and look at the columns.

## People who may be on file

pack-people-lead = A person of the file and a person on file are only shown together if you say that they are the same. That can be taken back.
pack-people-count =
    { $count ->
        [one] 1 person to decide about
       *[other] { $count } people to decide about
    }, { $left } left.
pack-people-all-new = The { $count } that are left are all new
pack-people-left =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
pack-person-is = { $name } is
pack-person-born = Born { $born }
pack-person-option = { $name }, { $born }
pack-person-new = Nobody on file: a new person
pack-person-needed = Say who { $name } is
pack-but = but { $what }

## Taking it in

pack-doing-reading = Reading the rows
pack-doing-keeping = Keeping what was read
pack-doing-indexing = Making it searchable
pack-saving-waits = Anything you save on another screen waits until this step is done. Nothing is lost.
pack-cancel = Stop
pack-stopped = It was stopped.
pack-none-kept = Nothing of it was kept.
pack-try-again = Look at it again
pack-done-title = Done
pack-done =
    { $count ->
        [one] 1 row was taken in.
       *[other] { $count } rows were taken in.
    }
pack-here-already = This pack was here already. Nothing was added.
pack-recovered = All of it is marked as recovered from { $system }, and as incomplete.
pack-undo = Undo this pack
pack-undo-what = Everything that it brought is taken out again. People about whom something was recorded here since stay.
pack-undo-go = Undo the pack
pack-undone = The pack was undone.
pack-undo-kept =
    { $count ->
        [one] 1 person stays, because something was recorded about them since:
       *[other] { $count } people stay, because something was recorded about them since:
    }

## What it adds, lacks or contradicts

reconcile-title = What the packs add, lack or contradict
reconcile-lead = Look at each child once: what stands here was recorded while the system was away, what the pack says is older.
reconcile-count =
    { $count ->
        [0] Every child was looked at.
        [one] 1 child to look at.
       *[other] { $count } children to look at.
    } { $done } looked at already.
reconcile-what = What
reconcile-pack = The pack says
reconcile-here = Here stands
reconcile-about = { $sort }: { $about }
reconcile-nothing = Nothing
reconcile-done = Looked at
reconcile-one-done = { $name } was looked at
reconcile-warning_added = A warning came with the pack
reconcile-warning_only_here = A warning that the pack lacks
reconcile-status_differs = The status differs
reconcile-relative_added = A relative came with the pack
reconcile-field_differs = What is recorded differs
reconcile-allocation_differs = The worker or team differs
reconcile-history_added = Old notes came with the pack
