# What the command line says about people, packs and work, beside the words that it shares with the screens.

cli-person-alike =
    { $count ->
        [one] 1 person on file is like this one:
       *[other] { $count } people on file are like this one:
    }
cli-person-alike-kept = Nobody was added.
cli-person-alike-next = If it is somebody else, add them with --different and the id of whom they are not, or with --although-alike.
cli-find-nobody = Nobody on file is like “{ $text }”. To look wider: holdfast search
cli-identifier-shape = “{ $typed }” is no number with its scheme. Write it as in nhs:943 476 5919.
cli-detail-shape = “{ $typed }” says nothing. Write NAME=CODE, as in category=neglect.
cli-linked = The two files are shown together from now on. To take it back: holdfast person unlink
cli-unlinked = The two files are of two people from now on. To take it back: holdfast person link
cli-timeline-more = The newest { $count } of { $total } are shown.

cli-pack-checked = Nothing was imported. To import it, run it again without --check.
cli-pack-undo = To undo it: holdfast pack undo { $batch } --reason TEXT
cli-pack-unclear =
    { $count ->
        [one] 1 person of the file may be on file. To say who it is: --decide KEY=PERSON, or KEY=new
       *[other] { $count } people of the file may be on file. To say who they are: --decide KEY=PERSON, or KEY=new
    }
cli-pack-history-rows = Rows of history are notes. For anything else use holdfast person import.
cli-pack-people-rows = Notes come in with holdfast history import.
cli-pack-column-shape = “{ $typed }” fills no field. Write FIELD=HEADING.
cli-pack-field-unknown = Rows of this kind have no field “{ $field }”. Their fields are { $fields }.
cli-pack-heading-unknown = The file has no heading “{ $heading }”. Its headings are { $headings }.
cli-pack-decision-shape = “{ $typed }” is no decision about a person. Write KEY=PERSON or KEY=new, with a key that --check shows.
cli-pack-key-unknown = Nobody of this file who may be on file has the key “{ $key }”. Run it with --check to see the keys.

cli-load =
    { $name }: { $count ->
        [one] 1 child
       *[other] { $count } children
    }, { $overdue } overdue in something
cli-search-more = There are older notes too. Say more words to find them.
cli-chronology-saved =
    { $count ->
        [one] Chronology with 1 event written to { $path }.
       *[other] Chronology with { $count } events written to { $path }.
    }
