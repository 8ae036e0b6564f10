# A child's file: who it is, warnings, tabs, timeline, people, chronology.

## Who it is

born-about = about { $day }
born-due = due { $day }
identity-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
identity-living = Living at
identity-living-unknown = Not known where they live
identity-worker = Worker
identity-language = Language
identity-language-unknown = Not recorded
identity-interpreter-yes = interpreter needed
identity-interpreter-no = no interpreter needed
identity-communication = Communicates
identity-not-recorded = Not recorded
identity-seen = Last seen
identity-more = File
allocation-none = Nobody is allocated
allocation-nobody = nobody named yet
clash-choose = This one is right

## Tabs

child-tabs = Parts of the file
child-tab-title = { $tab } – { $name }
child-tab-overview = Overview
child-tab-timeline = Timeline
child-tab-people = People
child-tab-details = Details
child-tab-documents = Documents
child-tab-due = Due and episodes
child-tab-history = History

## Warnings

warnings-title =
    { $count ->
        [one] Warning
       *[other] { $count } warnings
    }
warnings-to-read =
    { $count ->
        [one] There is 1 that you have not read as it stands now.
       *[other] There are { $count } that you have not read as they stand now.
    }
warnings-read = I have read these warnings
warning-of = Warning: { $kind }
warning-unread = Not read yet
warning-risk-from = Risk from
warning-also-about = also about { $who }
warning-since = since { $from }
warning-review = to be reviewed by { $by }
warning-review-none = no review date
warning-told-yes = they know of it ({ $on }, { $how })
warning-told-no = they do not know of it: { $because }
warning-told-unknown = not recorded whether they know of it
warning-agreed = agreed with { $who }
warning-by = recorded by { $author }
warning-taken-in-by = taken in by { $author }
warning-end = Review or end

## Overview

summary-title = Summary
summary-as-at = As at { $on }, by { $author }.
summary-write = Write the summary
summary-renew = Write a new summary
summary-none = No summary has been written yet. It tells whoever picks up this file who the child is, what matters, and what is next.
summary-part-none = Not written
decision-title = Latest decision
decision-by = { $on }, by { $author }
decision-none = No management decision is on this device.
since-title = Since you last looked
since-looked = You last looked on { $at }.
since-new = New since then: { $records ->
        [one] 1 record
       *[other] { $records } records
    } and { $facts ->
        [one] 1 fact
       *[other] { $facts } facts
    }.
since-see = See what was recorded
since-never = You have not opened this file before.
child-due-title = Due
child-due-none = Nothing is due, as far as this device knows. Clocks run from the episodes on the file.
child-due-all = See all { $count }
key-people-title = Key people
key-people-all = Family and professionals
same-person-title = Other files of the same person
recovered = { $system }, { $day }
recovered-incomplete = Recovered from { $system } as at { $day }, incomplete

## Timeline

timeline-none = Nothing on the file of { $name } is like that.
timeline-found =
    { $more ->
        [yes] The first { $count } are shown.
       *[no] { $count ->
            [one] 1 found.
           *[other] { $count } found.
        }
    }
filter-words = Search in this file
filter-kind = Kind
filter-author = Author
filter-from = From year
filter-year = Go to year
filter-any-year = Any year
filter-all = All
filter-sort = { $sort } ({ $count })
filter-only = Show
filter-significant = Only significant events
filter-family = The whole family
filter-clear = Show everything
event-what-record = Record
event-what-note = Recovered note
event-what-document = Document
event-what-episode = Episode
event-what-episode_begun = Episode began
event-what-episode_ended = Episode ended
event-significant = Significant event
event-not-significant = Not a significant event
event-life-story = Kept for life-story work
event-marked = Marked as a significant event
event-unmarked = No longer marked as a significant event
event-date-unreadable = date written as “{ $written }”
event-date-none = date not known
event-written-by = written by { $author }
event-more = More about { $title }
event-mark = Headline and life-story mark
event-not-told = Somebody does not know of this
event-not-told-child = The child does not know
event-not-told-parent = A parent does not know
event-not-told-both = Neither the child nor the parents know
event-passage = of the passage “{ $passage }”
event-all-of-it = of any of it
event-send = Record who was sent this
event-sent = Sent to { $to } on { $on }, { $how }: { $what }
child-newer =
    { $count ->
        [one] 1 item was made with a newer Holdfast. It is kept, and is shown here once this Holdfast is updated.
       *[other] { $count } items were made with a newer Holdfast. They are kept, and are shown here once this Holdfast is updated.
    }
gap-title = Gap in the file
gap-text = Nothing was recovered from { $from } to { $until }. Things happened then that this file does not show.

## A recovered note

note-read-only = It cannot be changed here. Marks and later records can say what it lacks.
note-kind = Kind
note-kind-none = Not recorded
note-author = Written by
note-author-none = Not recorded
note-people = On the file of
note-empty = The note has no text.
note-back = Back to my day

## People and network

network-drawing = Drawing of the family and professionals
network-drawing-text = { $name } and { $count } people around them. The tables below say the same in words.
network-family = Family and friends
network-professionals = Professionals
network-empty = Nobody is recorded around this child yet.
network-none = Nobody is recorded yet.
network-asked = Every adult and father, or why not known
network-missing-mother = The mother is not recorded, and not why
network-missing-father = The father is not recorded, and not why
network-missing-other_adults = Other adults in the home are not recorded, and not why
network-missing-siblings = Brothers and sisters are not recorded, and not why
network-add = Add
network-say-why = Say why it is not known
network-not-known = Not known, and why
network-who = Who
network-what = What they are
network-reach = Phone
network-reach-none = None recorded
network-when = When
network-when-unknown = Not recorded
network-note = Note
network-acts = Change
network-of = of { $name }
network-main-carer = main carer
network-parental = parental responsibility
network-parental-unknown = Parental responsibility not asked
network-lives-with = same household
network-on-their-file = On their own file
network-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }

## History

history-lead = Who recorded what on the file, and when: with what it said before, and what was taken back and why. Nothing is ever lost by a correction.
history-table = What was recorded, the last first
history-when = Recorded
history-who = By
history-what = What
history-added = added
history-changed = changed
history-removed = removed
history-withdrawn = withdrawn
history-moved = taken off this file; it stands on another
history-files = On the files of { $who }
history-before = Before: { $text }
history-now = Now: { $text }
history-because = Reason: { $reason }
history-none = Nothing has been recorded on this device yet.

## Chronology

chronology = Chronology
chronology-of = Chronology of { $name }
chronology-for = Who is it for?
chronology-for-file = For the file
chronology-for-file-hint = Everything, with what somebody does not know
chronology-for-family = For the child and family
chronology-for-family-hint = Without what somebody does not know, and without hidden addresses
chronology-for-court = For the court
chronology-for-court-hint = Without what somebody does not know, and without hidden addresses
chronology-for-partner = For a partner agency
chronology-for-partner-hint = Without what somebody does not know, and without hidden addresses
chronology-whose = Whose
chronology-family = Brothers and sisters too
chronology-print = Print
chronology-print-hint = Printing and saving are recorded. Name, number and audience stand on every page.
chronology-save = Save as PDF
chronology-saved-title = Saved
chronology-saved =
    { $count ->
        [0] The chronology was saved as PDF. No event stands in it.
        [one] The chronology was saved as PDF, with 1 event.
       *[other] The chronology was saved as PDF, with { $count } events.
    }
chronology-saved-next = The file is not encrypted. Take it away when it is no longer needed.
chronology-save-closed = Nothing was saved: no place was chosen.
# The name of the file: the number of the child, never the name.
chronology-file = Chronology { $number }
chronology-release = Hidden addresses
chronology-release-let = Let hidden addresses onto this copy
chronology-release-let-hint = They are left out of paper unless you say why. Whoever holds the copy can read them.
chronology-release-why = Why do they have to be on it?
chronology-release-why-hint = Kept with your name in the record of what was printed
chronology-release-why-none = Say why hidden addresses have to be on this copy
chronology-released = This copy shows an address that is hidden from somebody. Give it to nobody else.
chronology-warning-about = about { $who }
chronology-warning-told = they know of it ({ $on })
chronology-warning-untold = they do not know of it
chronology-made = Copy of the record made by { $by }, { $at }
chronology-when = When
chronology-what = What
chronology-none = No event is marked as significant yet. Mark events on the timeline, and they stand here.
chronology-left-out =
    { $count ->
        [one] 1 event or passage was left out for this reader.
       *[other] { $count } events or passages were left out for this reader.
    }

## On paper

paper-marking = Official – sensitive
paper-page = Page { $n } of { $all }
paper-letters-missing = Some letters are missing: this computer has no font for them. Read them in Holdfast.
paper-chronology-none = No event is marked as significant.
