# Work lists: my day, caseloads, giving children to somebody else, the organisation's own data.

nav-my-day = My day
nav-more = More
nav-packs = Packs
nav-duplicates = Duplicates
nav-organisation = Organisation

## My day

day-date = { $day }.
day-allocated =
    { $count ->
        [one] 1 child is allocated to you.
       *[other] { $count } children are allocated to you.
    }
day-all = Nobody is allocated to you, so this is about everybody on this device.
day-to-caseload = Open the caseload
day-warnings =
    { $count ->
        [one] Warnings that you have not read: 1 person
       *[other] Warnings that you have not read: { $count } people
    }
day-overdue = Overdue ({ $count })
day-today = Due today ({ $count })
day-soon = Due in the next 7 days ({ $count })
day-nothing = Nothing is overdue, and nothing is due in the next 7 days, as far as this device knows.
day-new =
    { $count ->
        [one] 1 child newly allocated to you
       *[other] { $count } children newly allocated to you
    }
day-unsent =
    { $count ->
        [one] 1 record is only on this device.
       *[other] { $count } records are only on this device.
    }

## What is due

due-state-overdue = Overdue
due-state-today = Today
due-state-soon = This week
due-state-later = Later
due-was = was due { $when }, { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
due-today = due today
due-today-at = due { $when }
due-will = due { $when }, in { $count ->
        [one] 1 day
       *[other] { $count } days
    }
due-day-of = day { $day } of { $of }
due-why = Where this rule comes from
due-from = Counted from { $from } ({ $episode }).
due-nature-law = Set by law or statutory guidance.
due-nature-local = A local rule, which the organisation may change.
due-record = Record it
due-more = Show { $count } more

## Caseload

caseload-parts = Whose caseload
caseload-mine = Mine
caseload-teams = Teams and workers
caseload-unallocated = Unallocated
caseload-unallocated-count = Unallocated ({ $count })
caseload-everybody = Everybody
caseload-team = Team
caseload-worker = Worker
caseload-choose = Choose
caseload-choose-one = Choose { $name }
caseload-status = Status
caseload-next = Next due
caseload-nothing-due = Nothing due
caseload-priority = Priority
caseload-no-priority = Not said
caseload-waiting = Waiting
caseload-with = With
caseload-nobody = nobody
caseload-days =
    { $count ->
        [0] since today
        [one] 1 day
       *[other] { $count } days
    }
caseload-none = No children here.
caseload-none-waiting = Every child is with somebody.
caseload-count =
    { $count ->
        [one] 1 child.
       *[other] { $count } children.
    }
caseload-unsent =
    { $count ->
        [one] 1 record not yet sent
       *[other] { $count } records not yet sent
    }
caseload-chosen = { $count } chosen.
caseload-give =
    { $count ->
        [0] Give to somebody else
        [one] Give 1 child to somebody else
       *[other] Give { $count } children to somebody else
    }
load-name = Name
load-team = Team
load-no-team = No team
load-teams = Teams
load-workers = Workers
load-children = Children
load-overdue = Overdue
load-nobody = No child is with a team or a worker yet.

## Giving children to somebody else

transfer-title = Give to somebody else
transfer-nobody = Choose children on the caseload first.
transfer-who =
    { $count ->
        [one] 1 child
       *[other] { $count } children
    }
transfer-team = Team
transfer-team-missing = Enter the team
transfer-worker = Worker (optional)
transfer-worker-hint = Leave it empty if nobody in the team has been named yet
transfer-load = Has { $count ->
        [one] 1 child now
       *[other] { $count } children now
    }, { $overdue } overdue in something.
transfer-email = Work e-mail of the worker (optional)
transfer-role = As
transfer-from = From
transfer-from-wrong = From must be a real date, such as 27 3 2026
transfer-reason = Reason
transfer-reason-missing = Enter the reason
transfer-handover = Hand-over note (optional)
transfer-handover-hint = What the next worker must know, do and not say. It stands on the file.
transfer-go =
    { $count ->
        [one] Give this child
       *[other] Give these { $count } children
    }
transfer-done =
    { $count ->
        [one] 1 child is now with { $to }
       *[other] { $count } children are now with { $to }
    }
transfer-taken-back = Taken back at once

## The organisation

organisation-lead = Services, teams and time limits. Old records keep the name that was in force on their day.
organisation-services = Services
organisation-teams = Teams
organisation-name = Name
organisation-service = Service
organisation-from = From
organisation-until = Until
organisation-in-force = In force
organisation-ended = Ended { $when }
organisation-since = Since { $when }
organisation-none-service = No service is recorded yet.
organisation-none-team = No team is recorded yet.
organisation-add-service = Add a service
organisation-add-team = Add a team
organisation-rename = Rename
organisation-end = End
organisation-save = Save
organisation-cancel = Cancel
organisation-name-missing = Enter the name
organisation-service-missing = Enter the service of the team
organisation-date-wrong = Enter a real date, such as 27 3 2026
organisation-saved = Saved
organisation-limits = Time limits
organisation-limits-lead = Those of the law stand as they are. A local one can be changed; clocks that began before keep the old one.
organisation-limit = What
organisation-amount = How long
organisation-nature = Kind of rule
organisation-source = Where it comes from
organisation-change = Change
organisation-law = Law
organisation-local = Local
organisation-own = Own rule since { $when }
organisation-limit-amount = How many
organisation-limit-unit = Of what
organisation-limit-source = Where the new rule comes from
organisation-limit-source-hint = A policy or a decision, with its date
organisation-limit-amount-wrong = Enter a whole number from 1 to 999
organisation-limit-source-missing = Say where the rule comes from
organisation-limit-take-back = Go back to the limit that ships
organisation-limit-taken-back = The limit that ships is used again
organisation-amount-of = { $amount } { $unit ->
        [hours] { $amount ->
            [one] hour
           *[other] hours
        }
        [working_days] { $amount ->
            [one] working day
           *[other] working days
        }
        [weeks] { $amount ->
            [one] week
           *[other] weeks
        }
        [months] { $amount ->
            [one] month
           *[other] months
        }
       *[days] { $amount ->
            [one] day
           *[other] days
        }
    }
unit-hours = Hours
unit-days = Days
unit-working_days = Working days
unit-weeks = Weeks
unit-months = Months
