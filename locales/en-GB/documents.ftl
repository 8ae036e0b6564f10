# Documents on a child's file: the list, adding one, looking at one.

documents-title = Documents of { $name }
documents-none = No document is on this file yet.
documents-count =
    { $count ->
        [one] 1 document
       *[other] { $count } documents
    }
documents-shown =
    { $count ->
        [one] 1 of { $all } documents is shown
       *[other] { $count } of { $all } documents are shown
    }
documents-filter = Find in the list
documents-filter-sort = Which sort
documents-all-sorts = All sorts
documents-list = Documents
documents-back = Back to the documents

document-sort = What is it?
document-sort-letter = Letter
document-sort-report = Report
document-sort-court_order = Court order
document-sort-photo = Photograph
document-sort-plan = Plan
document-sort-minutes = Minutes
document-sort-birth_certificate = Birth certificate
document-sort-other = Something else

document-day = dated { $day }
document-no-day = no date
document-by = added by { $author }, { $at }
document-not-here = Known to exist – not here
document-thought = Thought to be: { $where }
document-nowhere = Nobody has noted where it may be.
document-recovered = recovered from { $system }, as at { $day }

## Adding one

document-add = Add a document
document-choose = Choose a file, drop it here, or paste a picture
document-choose-hint =
    Pictures (JPEG, PNG), PDF, plain text and office documents without macros, up to 64 MB. Location and
    camera data are taken out of pictures. HEIC pictures of phones, programs and files with a password
    cannot be added.
document-drop = Place for files
document-missing-add = Note a document that is not here
document-missing-lead = For a document that you know exists, for example in the lost system or with a partner. Its file can be added later.
document-file = File: { $name }, { $size }
document-turn = File { $number } of { $all }
document-title-label = What it is called
document-title-hint = For example: Letter from the school about attendance
document-on = The date on it
document-on-hint = Leave it empty if there is none. For example, 27 3 2021
document-thought-label = Where it is thought to be
document-note = Anything to know about it
document-save = Add to the file
document-save-missing = Note it
document-cancel = Do not add it
document-sending = Adding { $name }
document-stop = Stop
document-added = { $title } was added.
document-pasted = Picture pasted on { $day }
document-title-missing = Say what it is called
document-sort-missing = Choose what it is
document-on-wrong = The date on it must be a real date
document-too-large = { $name } was not added: it has { $size }, and 64 MB is the most.
document-empty = { $name } was not added: the file is empty.

## Looking at one

document-open-title = { $title }
document-note-re_encoded = Location and camera data were taken out when it was added.
document-note-script_never_run = There is a script in this PDF. It never runs here: the pages are drawn as pictures.
document-note-text_cut = Only the first part of the text is shown.
document-kept = It is kept sealed, and cannot be shown in here.
document-words = The words in it
document-words-hint = As far as they could be read, in the order in which they stand in the file.
document-no-words = No words could be read in it.
document-viewer = Pages of { $title }
document-picture = Picture: { $title }
document-controls = Page and size
document-previous = Previous page
document-next = Next page
document-page = Page
document-page-of = of { $count }
document-larger = Larger
document-smaller = Smaller
document-fit = Fit the width
document-zoom = Size: { $percent } %
document-page-alt = { $title }, page { $page } of { $count }. The words are below.
document-page-shown = Page { $page } of { $count }
document-drawing = Drawing the page
document-keys = Page Up and Page Down turn the pages while the page has the focus.
document-text = Text of { $title }
document-attach-now = Add the file now
document-missing-inset = This document is known to exist, and is not here yet.
document-file-line = { $name }, { $size }
document-take-back = This was added by mistake
document-take-back-lead =
    It leaves every file that it is on. That it was here, who added it and why it was taken off stay in
    the journal.
document-reason = Why is it taken off?
document-reason-missing = Say why it is taken off
document-take-back-now = Take it off
