# Help inside the app, and about Holdfast.

help-title = Help
help-saved-title = Is my work saved?
help-saved = Yes, as you type. “Saved on this device” with the time says when. Filing makes it part of the record.
help-lost-title = What if this laptop is lost?
help-lost = Nobody can read it without your passphrase or recovery code. Records that were received are safe at the hub; what the bar at the bottom counts as only on this device would be lost. Tell your lead at once.
help-locked-title = Why did it lock?
help-locked = Nobody had typed for a while. Unlock, and you come back to the same place.
help-wrong-title = I filed something wrong. What now?
help-wrong = Filed records are never changed or deleted. Record a case note that puts it right and tell your lead.

## What the screens are for

help-screens-title = What the screens are for
help-day-title = My day: what is due
help-day = What is overdue, due today and due in the next seven days, for the children allocated to you, or for everybody on this device while nobody is. Warnings that you have not read stand on top. Clocks run from the day on which an episode truly began; working days leave out weekends and bank holidays.
help-file-title = A child’s file
help-file = Who the child is and the warnings stand on top of every part. The timeline has everything in order of when it happened, with what was recovered from a lost system; “Gap in the file” says from when to when nothing was recovered. To put something right, choose “Correct” beside it: what it said before is kept.
help-warnings-title = Warnings: what to know before you visit
help-warnings = Warnings stand first on a file and in the rows of a search. Read them, then choose “I have read these warnings”; when one changes you are asked again. To add one, choose “Add a warning” under Details. Say since when it holds, by when it is to be reviewed, and whether the person knows of it.
help-people-title = People: family, professionals and who is not known
help-people = Under People, say of each adult, brother, sister and professional what they are to the child. It then stands on both files. Where the mother, the father or somebody else is missing, add them or say why they are not known. Somebody who is not on file yet is added first.
help-duplicates-title = Duplicates: two files of one person
help-duplicates = Under More, Duplicates shows pairs of files side by side. Say whether they are the same person, why, and who agreed. The two files are then shown together. Nothing is joined by itself, no record is rewritten, and every decision can be taken back.
help-packs-title = Packs: people and history of a lost system
help-packs = Under More, Packs takes in a table (CSV or Excel) of people, numbers, warnings, allocations, relationships or old notes. You say which column is what and see what it would bring before anything is kept. All of it is marked as recovered and incomplete, and a pack can be undone as a whole. Afterwards, look at what the packs add, lack or contradict.
help-chronology-title = Chronology: the events that matter, to read or print
help-chronology = Choose “Significant event” beside an event on the timeline, and it stands in the chronology, which opens from the top of the file. Choose who it is for: what somebody does not know is left out for the family, the court and partners. Hidden addresses stay off paper unless you give a reason. Printing and saving as PDF are recorded.
help-documents-title = Documents: letters, photos and other files
help-documents = Under Documents on a child’s file, choose a file, drop it or paste a picture. Where a photo was taken is removed from it. Programs and files with macros are refused. Pictures, PDF and text open inside Holdfast, and nothing lies unencrypted on the disk. A document that you know exists elsewhere can be noted, and its file added later.
help-search-title = Search: people, notes, forms and help
help-search = Press Ctrl+K on any screen, or choose Search. Type names in any order, as they sound or part of them, a date of birth, part of a postcode, a phone number or any number of a person. People come first, then notes and documents, newest first. The arrow keys choose, Enter opens.

## Where a record is, and keys

help-states-title = Where a record is
help-state-draft = You are still writing. It is saved on this device and nobody else can see it.
help-state-waiting = It is filed and only on this device. It leaves by itself when the hub can be reached.
help-state-sending = It is on its way now. It stays on this device until a receipt has come back.
help-state-paused = It is held back, by you or because an earlier record must arrive first. Open it to see which.
help-state-needs_you = The central system wants something put right. The line beside it says what and who can help.
help-state-sent = The hub has it and has given a receipt.
help-state-in_central_record = The central system has confirmed that it is part of the record.
help-state-compare_versions = Two people recorded about the same thing without knowing of each other. Both are kept until someone decides.
help-keys-title = Keyboard
help-keys = Nothing needs these keys. Each has a link or a button too.
help-about = About Holdfast
key-lock = Lock now
key-check = Go to the check page, or file
key-saved = Say when it was last saved
key-note = New case note for the child in view
key-visit = New visit for the child in view
key-regions = Next part of the screen
key-regions-back = Previous part of the screen
key-help = Help, with this list
about-title = About Holdfast
about-version = Version { $version }
about-what = Holdfast keeps a children’s service recording when its systems are gone.
about-no-govuk = Holdfast uses GOV.UK’s open design patterns. It is not a GOV.UK service.
about-licences = Made with
about-public-domain = public domain
