# The one search box: over any screen with Ctrl+K, and as a page.

nav-search = Search
key-name-search = Ctrl+K
key-search = Search, and go anywhere
key-print = Print a chronology, when one is in view
key-tabs = Parts of the page of a child
search-title = Search
search-close = Close the search
search-label = Find people, notes, forms and help
search-hint = A name in any order, a date, part of a postcode, a phone number or any number of a person
search-among = Look in
search-among-all = Everything
search-among-people = People
search-among-notes = Notes and documents
search-where-all = people, notes, documents, forms and help on this device
search-where-people = people on this device
search-where-notes = notes and documents on this device
search-found = Found
search-count =
    { $count ->
        [one] 1 result
       *[other] { $count } results
    }
search-understood = Understood as { $as }.
search-indexing = { $indexed } of { $total } notes can be searched so far.
search-nothing = 0 results for “{ $text }” in { $where }
search-way-spelling = Try fewer letters, another spelling, or only one of the names
search-way-other = Try a date of birth, a phone number or part of a postcode
search-way-all = Look in everything
search-way-add = Add “{ $text }” as a new person
search-more = Show older notes
search-pin = Pin { $name }
search-unpin = Take the pin off { $name }
search-pinned = Pinned
search-recent = Opened lately
search-people = People
search-texts = Notes and documents, newest first
search-forms = Forms
search-form-start = Start this form
search-help = Help
search-commands = Go to
search-note = New case note
search-visit = New visit
search-worker = with { $name }
search-no-date = no date that can be read
search-warnings = Warning: { $kinds }
search-by-name = { "" }
search-by-sounds_alike = sounds alike
search-by-typing_slip = spelt differently
search-by-born = born { $value }
search-by-postcode = postcode { $value }
search-by-phone = phone { $value }
search-by-identifier = number { $value }
