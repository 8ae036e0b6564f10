# The words of the screens. States, errors and what forms say are in the files beside this one.
# A record is "on this device", never anywhere vaguer; words that people do not use are kept out.

app-name = Holdfast
title = { $title } – Holdfast
title-error = Error: { $title } – Holdfast
skip = Skip to main content
continue = Continue
change = Change
undo = Undo
yes = Yes
no = No
none = None
minutes = minutes
show-more = Show more

## GOV.UK components

govuk-error = Error:
govuk-important = Important
govuk-problem = There is a problem
govuk-warning = Warning
govuk-or = or
govuk-day = Day
govuk-month = Month
govuk-year = Year

## Times, ages and sizes

time-yesterday = yesterday { $time }
time-day = { $day } { $time }
time-minutes =
    { $count ->
        [0] less than a minute
        [one] 1 minute
       *[other] { $count } minutes
    }
time-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
time-days = { $count } days
born-and-age = { $born } ({ $age ->
        [0] under 1 year old
        [one] 1 year old
       *[other] { $age } years old
    })
born-unknown = Date of birth not known
size-kb = { $size } kB
size-mb = { $size } MB

## Navigation

nav-label = Main
nav-people = Caseload
nav-record = Record something
nav-drafts = Drafts
nav-outbox = Outbox
nav-settings = Settings
nav-help = Help
nav-lock = Lock
back-people = Back to the caseload
back-child = Back to { $name }
back-to-child = Back to the child
back-forms = Back to the list of forms
back-draft = Back to the draft
back-outbox = Back to the outbox
back-help = Back to help
idle-warning = Holdfast will lock in less than a minute because nobody has typed. Everything is saved, and you will come back to this place.
idle-stay = Stay unlocked

## What is where

status-label = What is on this device
status-asking = Counting what is on this device…
status-nothing-only-here = Nothing is only on this device
status-only-here = Only on this device: { $things }
status-records-here =
    { $waiting ->
        [one] 1 record not yet sent
       *[other] { $waiting } records not yet sent
    }
status-drafts-here =
    { $drafts ->
        [one] 1 draft
       *[other] { $drafts } drafts
    }
status-oldest = Oldest { $age }
status-needs-you =
    { $count ->
        [one] 1 record needs you
       *[other] { $count } records need you
    }
status-received = { $received } of { $filed } filed received
status-no-hub = Not connected to a hub yet. You can carry on recording.
status-never = The hub has not answered yet
status-contact = Last contact with the hub { $at }
status-sending = Sending now
status-clock = This device’s clock is { $minutes } minutes away from the hub’s
status-old = These counts may be old
status-outbox = Open the outbox
custody = Filed { $filed } = received { $received } + waiting { $waiting } + needs you { $needs }
custody-drafts =
    { $drafts ->
        [one] 1 draft, not yet filed
       *[other] { $drafts } drafts, not yet filed
    }
custody-log = Log of access and housekeeping: { $log } { $log ->
        [one] entry
       *[other] entries
    }, { $waiting } waiting to be sent
custody-hub = Hub: { $address } ({ $id })
custody-next-try = Tries again by itself at { $at }

## An urgent record that has not left the device

alarm-title = Urgent and not sent
alarm-phone = Phone your lead now
alarm-which = “{ $title }” ({ $reference }) was filed { $age } ago and has not left this device.
alarm-open = Open the record
alarm-who = Who did you speak to?
alarm-who-missing = Enter the name of the person you spoke to
alarm-phoned = I have phoned

## First run

first-step = Step { $number } of { $steps }
first-start = Start
first-welcome-title = Welcome to Holdfast
first-welcome-lead = Holdfast keeps your records on this device, encrypted, and sends them on when it can.
first-welcome-what = Setting up takes about four minutes. You choose a passphrase, and print a sheet with a recovery code for the day you forget it.
first-welcome-folder = Your casebook will be kept in { $folder }
first-who-title = Who you are
first-passphrase-title = Choose a passphrase
first-sheet-title = Keep your recovery code
first-ask-title = Show that you have the code
first-done-title = Your casebook is ready
first-done-lead = You can record now, with or without a network.
first-done-next = Keep the recovery sheet somewhere safe, away from this device.
first-done-add = Add a person
first-done-people = Go to the caseload
who-why = Your name stands under everything you record.
who-name = Your full name
who-name-missing = Enter your full name
who-role = Your job title
who-role-hint = For example, social worker
who-role-missing = Enter your job title
who-team = Your team (optional)
passphrase-why = The passphrase opens your casebook. Nobody can look it up for you. Four or more words that have nothing to do with each other are strong and easy to type.
passphrase-new = New passphrase
passphrase-new-hint = You may paste it or use a password manager
passphrase-again = Type it again
passphrase-show = Show
passphrase-hide = Hide
passphrase-strength = Strength of the passphrase
passphrase-enough = Strong enough
passphrase-weak = Not strong enough yet
passphrase-not-enough = Choose a stronger passphrase
passphrase-differs = The two passphrases are not the same
sheet-why = If you forget the passphrase, only this code opens your casebook. Print it now and keep it away from this device.
sheet-title = Holdfast recovery code
sheet-code = Recovery code, six groups
sheet-casebook = Casebook { $id }
sheet-made = Made on { $at } for { $name }
sheet-keep = Whoever has this code and the laptop can read the casebook. Keep it as you keep a house key: not with the laptop.
sheet-print = Print the sheet
sheet-save = Save as a file
sheet-save-warning = A file with the code on this device helps a thief. Save it only to a stick or a safe place elsewhere.
sheet-saved = Saved to { $path }
sheet-download = Download the file with the code
ask-why = Type two groups of the code from your sheet. This shows that the sheet can be read.
ask-group = Group { $number }
ask-create = Make my casebook
ask-show-again = Show the sheet again
ask-working = Making the casebook. This takes a few seconds.

## Unlock

unlock-title = Unlock your casebook
unlock = Unlock
unlock-passphrase = Passphrase
unlock-code = Recovery code
unlock-code-hint = The six groups from your printed sheet. Spaces and small letters do not matter.
unlock-working = Opening the casebook…
unlock-anyway = Open anyway
unlock-use-code = Use the recovery code instead
unlock-use-passphrase = Use the passphrase instead
unlock-folder = The casebook is in { $folder }

## Caseload and people

people-title = Caseload
people-key-file-repaired = One of the two copies of the key file was damaged. It has been made again from the good copy, and nothing is lost. If this happens again, the disk may be failing: tell your IT team.
people-drafts =
    { $count ->
        [one] 1 draft to finish
       *[other] { $count } drafts to finish
    }
people-all-drafts = See all drafts
people-search = Find a person by name
people-found =
    { $count ->
        [0] Nobody found for “{ $search }” on this device
        [one] 1 person found for “{ $search }”
       *[other] { $count } people found for “{ $search }”
    }
people-add = Add a person
people-table = People on file
people-name = Name
people-known-as = Known as { $name }
people-born = Date of birth
people-born-unknown = Not known
people-last-seen = Last seen
people-not-seen = No visit recorded
people-drafts-column = Drafts
people-waiting = Not yet sent
people-clash = Compare versions
people-more = Showing { $shown } of { $total }. Type part of a name to find others.
people-empty = Nobody is on file yet. Add the first person to start recording.
person-add-title = Add a person
person-add-lead = Only the name is needed. You can add the rest later.
person-add = Add this person
person-correct-title = Correct { $name }
person-correct-lead = What was recorded before is kept in the history.
person-correct = Save the correction
person-name = Full name
person-name-hint = As the family writes it, in any script
person-name-missing = Enter a name
person-known-as = What they like to be called (optional)
person-born = Date of birth (optional)
person-born-hint = For example, 27 3 2016
person-born-wrong = Date of birth must be a real date, such as 27 3 2016
field-name = Name
field-known_as = Known as
field-date_of_birth = Date of birth
clash-title = Compare versions
clash-value = { $field }: { $value }, recorded by { $author } on { $at }
clash-next = Both are kept. Correct the person to settle which is right.
child-add-record = Add a record
child-correct = Correct details
child-last-seen = Last seen { $when }
child-not-seen = No visit recorded
child-drafts = Your drafts
child-timeline = Timeline
timeline-empty = Nothing recorded on this device yet.
timeline-recorded = Recorded { $at } by { $author }
timeline-shown = Showing { $shown } of { $total }

## Starting a record

new-title = What do you want to record?
new-urgent = Goes first
start = Start
start-next-title = { $form }: next child
start-next-lead = What is the same for every child is carried over for you to check. What was said about each child is not.
start-nobody = Nobody is on file yet.
start-without-child = This form can be filed without naming a child on file.
children-find = Find a child by name
children-none-found = Nobody found
children-which = Which children is this about?
children-which-one = Which child is this about?
children-missing = Choose at least one child

## Filling a form

fill-title = { $section }: { $form }
fill-change-children = Change the children
fill-sections = Sections
fill-progress = Section { $section } of { $sections } · { $answered } of { $total } answered
fill-saved = Saved on this device { $at }
fill-saving = Saving on this device…
fill-not-saved = Not saved
fill-appeared =
    { $count ->
        [one] 1 more question shown below
       *[other] { $count } more questions shown below
    }
fill-optional = { $question } (optional)
fill-choose = Choose one
fill-other = Something else
fill-other-text = Please say what
fill-date-hint = For example, 27 3 2026
fill-time-hint = For example, 14:30
fill-today = Today
fill-yesterday = Yesterday
fill-carried = Carried forward – check
fill-say-why = Say why this is not known
fill-reason = Why this is not known: { $question }
fill-reason-back = Answer it instead
fill-guidance = Help with this question
fill-form-guidance = What good looks like
fill-section-guidance = Help with this section
fill-next = Next: { $section }
fill-check = Check before you file
fill-no-children = No child is on this form. Change the children to answer these questions.
section-not_started = Not started
section-in_progress = In progress
section-done = Done
section-to-fix = { $count } to fix
group-item = { $item } { $number }
group-add = Add a first { $item }
group-add-another = Add another { $item }
group-remove = Remove { $item }
group-removed = { $item } was removed
group-full = That is all { $count } that this form takes.
lookup-hint = Type a name. It need not be on file.
lookup-on-file = Chosen from the people on file
draft-answered = { $answered } of { $total } answered
draft-saved = saved { $at }
draft-set-aside = set aside { $at }
draft-aside = Set aside
draft-restore = Bring back
draft-children-title = { $form }: who it is about
draft-children-lead = What you wrote about a child you take off stays in the draft and comes back if you add the child again.
draft-children-save = Save the children
drafts-title = Drafts
drafts-lead = Drafts are only on this device until you file them. They are never deleted.
drafts-none = You have no drafts.
drafts-aside-title = Set aside
drafts-aside-lead = Kept here until someone brings them back.
drafts-aside-none = Nothing is set aside.
drafts-was-set-aside = { $form } was set aside

## Check and file

check-title = Check this { $form } before you file it
check-may-give-reason = Where an answer cannot be known, go to the question and say why. You can then file without it.
check-problem = { $question } – { $message }
check-children = Filed to
check-children-about = which children it is filed to
check-recorded-same-day = Today, on the day it happened
check-recorded-late =
    { $days ->
        [one] Today, 1 day after it happened
       *[other] Today, { $days } days after it happened
    }
check-recorded-now = When you file it
check-urgent = This goes first. If it has not been sent in time, you will be asked to phone your lead.
check-clock = The clock of this device looks wrong. The record will say so.
check-hidden =
    { $count ->
        [one] 1 answer no longer applies and will not be filed
       *[other] { $count } answers no longer apply and will not be filed
    }
check-episodes = What filing begins and ends
check-hidden-show = Show what will not be filed
check-hidden-title = Not filed
check-file =
    { $count ->
        [one] File this { $form } to 1 child
       *[other] File this { $form } to { $count } children
    }
check-file-alone = File this { $form } with no child named
answer-none = Not answered
answer-not-known = Not known because:
filed-title = { $kind } filed
filed-reference = Reference
filed-to =
    { $count ->
        [0] Filed with no child named
        [one] Filed to 1 child
       *[other] Filed to { $count } children
    }
filed-next = What next
filed-another = Record another { $kind }
filed-next-child = Same { $kind }, next child
filed-open = Open the record
filed-outbox = See it in the outbox
print-receipt = Print the receipt
print-record = Print this record

## A record

record-happened = Happened
record-recorded = Recorded
record-author = Recorded by
record-reference-label = Reference
record-reference = reference { $reference }
record-event = happened { $when }
record-filed-ago = filed { $age } ago
record-days-after =
    { $days ->
        [one] recorded 1 day after
       *[other] recorded { $days } days after
    }
record-clock = the clock of the device was in doubt
record-significant = Significant event
record-urgent = Urgent
record-no-child = No child named
record-form = Form: { $form }, version { $number }
needs-you-title = What you can do
needs-you-put-right = Record a case note that puts it right
needs-you-lead = Ask your lead. Give the reference { $reference }.
needs-you-kept = The record is safe: it was received, and it stays as you filed it.
record-other-version = Another version, by { $author }, recorded { $at }

## Outbox

outbox-title = Outbox
outbox-group = { $title } ({ $count })
outbox-needs-you = Needs you
outbox-needs-you-none = Nothing needs you.
outbox-waiting = Waiting
outbox-waiting-none = Nothing is waiting.
outbox-received = Received in the last 30 days
outbox-received-none = Nothing was received in the last 30 days.
outbox-more = Showing { $shown } of { $total }
outbox-send = Send now
outbox-sending = Sending has started. You can carry on working.
outbox-hold = Hold
outbox-let-go = Let go
outbox-held = { $reference } is held on this device until you let it go
outbox-let-gone = { $reference } will be sent in its turn
outbox-no-hub = This device is not connected to a hub, so records stay here.
outbox-enrol = Connect it with a code

## Settings

settings-title = Settings
settings-folder = The casebook is in { $folder }
settings-look = How it looks
settings-theme = Colours
theme-system = As the computer is set
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
settings-density = Size of text
density-office = Office: more on the screen
density-roomy = Roomy: larger text
settings-times = Times
settings-lock = Lock when nobody has typed for
settings-lock-hint = From 1 to 60. Everything is saved before it locks.
settings-lock-wrong = Enter a whole number of minutes from 1 to 60
settings-urgent = Ask me to phone when an urgent record is unsent for
settings-urgent-hint = From 15 to 240
settings-urgent-wrong = Enter a whole number of minutes from 15 to 240
settings-save = Save settings
settings-saved = Settings saved
change-passphrase-title = Passphrase
change-passphrase-way = Show that it is you with
change-passphrase-current = Passphrase you use now
change-passphrase = Change the passphrase
change-passphrase-done = The passphrase is changed. The recovery code stays as it is.
enrol-title = Hub
enrol-none = This device is not connected to a hub.
enrol-address = Address
enrol-id = Hub
enrol-since = Connected since
enrol-contact = Last contact
enrol-no-contact = None yet
enrol-code = One-time code from the hub
enrol-code-hint = Your administrator gives you this code. It works once.
enrol-code-missing = Enter the code
enrol = Connect to the hub
enrol-done = This device is connected. Records will be sent by themselves.
casebook-check-title = Check the casebook
casebook-check-lead = Verifies every entry and file on this device. You can carry on working and stop it at any time.
casebook-check-start = Start the check
casebook-check-cancel = Stop the check
casebook-check-progress = Progress of the check
casebook-check-count = { $done } of { $total } entries
casebook-check-sound = The casebook is sound.
casebook-check-faults = The check found faults.
casebook-check-faults-next = Nothing was changed. Keep recording, and show this to your administrator today.
casebook-check-report = { $entries } entries and { $files ->
        [one] 1 file
       *[other] { $files } files
    } verified, { $at }. Head of the journal: { $head }
rebuild-title = Rebuild the lists
rebuild-lead = Makes the caseload, timelines and outbox again from the journal. Drafts and settings are not touched.
rebuild = Rebuild
rebuild-working = Rebuilding…
rebuild-done = Rebuilt. Everything on the screens comes from the journal.

## Troubles of the screens themselves

trouble-title = This screen could not be opened
trouble-no-screen = There is no such screen. What you typed elsewhere is saved on this device.
trouble-home = Go to the caseload

error-no_answer = Holdfast did not answer.
error-no_answer-kept = Everything that was saved before is on this device. What you typed last may not be.
error-no_answer-next = Try again. If it does not answer, close Holdfast and open it again.
