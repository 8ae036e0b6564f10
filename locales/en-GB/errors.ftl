# Every error in three sentences: what happened, what was kept, what to do next.

error-no_casebook = There is no casebook in this folder yet.
error-no_casebook-kept = Nothing was changed.
error-no_casebook-next = Make a new casebook, or check that this is the right folder.

error-casebook_exists = There is already a casebook in this folder.
error-casebook_exists-kept = It was left exactly as it is.
error-casebook_exists-next = Unlock it, or choose another folder for a new one.

error-open_elsewhere = This casebook is open in another window.
error-open_elsewhere-kept = Nothing was changed. What you typed in the other window is saved there.
error-open_elsewhere-next = Go to the other window, or close it and try again.

error-network_folder = This folder is on a network drive. A casebook must be on this laptop's own disk.
error-network_folder-kept = Nothing was written to the network drive.
error-network_folder-next = Choose a folder on this laptop.

error-locked = The casebook is locked.
error-locked-kept = Everything you typed before it locked is saved.
error-locked-next = Unlock it to go on.

error-wrong_passphrase = That passphrase does not open this casebook.
error-wrong_passphrase-kept = Nothing is lost, however often you try.
error-wrong_passphrase-next = Check Caps Lock and try again. If you have forgotten it, use your printed recovery code.

error-wrong_recovery_code = That recovery code belongs to another casebook, or has been replaced by a newer one.
error-wrong_recovery_code-kept = Nothing is lost, however often you try.
error-wrong_recovery_code-next = Look for the sheet with the newest date for this casebook, or use your passphrase.

error-recovery_code_mistyped = That recovery code has a typing slip.
error-recovery_code_mistyped-kept = Nothing was changed.
error-recovery_code_mistyped-next = Compare it with the sheet, group by group. There are 6 groups of 5 characters.

error-too_many_tries = There were several wrong tries, so there is a short wait.
error-too_many_tries-kept = Nothing is ever deleted because of wrong tries.
error-too_many_tries-next = Try again in { $seconds } { $seconds ->
    [one] second
   *[other] seconds
}.

error-key_file_missing = The casebook's key file is missing.
error-key_file_missing-kept = Your records are still in the folder, and nothing was changed.
error-key_file_missing-next = Put casebook.key or casebook.key.copy back from a backup. Do not make a new casebook here. Ask your IT support if you are unsure.

error-key_file_damaged = Both copies of the key file are damaged.
error-key_file_damaged-kept = Your records are still in the folder, and nothing was changed.
error-key_file_damaged-next = Put the key file back from a backup. Your passphrase may well be right: it cannot be tested until the file is whole.

error-key_file_older = The key file is older than the casebook. Somebody may have put an old copy back.
error-key_file_older-kept = Nothing was changed.
error-key_file_older-next = If you know why, for example after a restore, choose to open it anyway: this is noted in the journal. Otherwise put the newest key file back. An older passphrase may open this one.

error-key_file_newer = The key file was written by a newer version of Holdfast.
error-key_file_newer-kept = Nothing was changed.
error-key_file_newer-next = Install the newest Holdfast on this laptop and open the casebook with it.

error-database_damaged = The casebook's database is damaged.
error-database_damaged-kept = The file was left exactly as it is, so that what is in it can be rescued.
error-database_damaged-next = Do not delete the folder. Copy it as a whole to another disk, then restore the last backup, or ask your IT support. Records with a receipt are safe at the hub.

error-casebook_newer = This casebook was last used with a newer version of Holdfast.
error-casebook_newer-kept = Nothing was changed.
error-casebook_newer-next = Install the newest Holdfast on this laptop and open the casebook with it.

error-not_encrypting = This copy of Holdfast was built without encryption.
error-not_encrypting-kept = Nothing was written.
error-not_encrypting-next = Do not record with it. Get the right Holdfast from your IT support.

error-not_enough_memory = There is not enough free memory to unlock the casebook.
error-not_enough_memory-kept = Nothing was changed.
error-not_enough_memory-next = Close other programs and try again.

error-disk_full = The disk is full.
error-disk_full-kept = Everything that was saved before is safe. The last thing you did was not saved.
error-disk_full-next = Free some space, then do it again. Keep this window open: what you typed is still on the screen.

error-disk_failed = The disk could not be read or written.
error-disk_failed-kept = Everything that was saved before is kept. The last thing you did was not saved.
error-disk_failed-next = Check that the disk is connected and try again. If it happens again, make a backup and tell your IT support.

error-not_allowed = Your role does not allow this.
error-not_allowed-kept = Nothing was changed.
error-not_allowed-next = Ask your team lead if you think you should be able to.

error-not_found = The { $what } is not in this casebook.
error-not_found-kept = Nothing was changed.
error-not_found-next = Go back and choose from the list.

error-name_empty = Enter a name.
error-name_empty-kept = Nothing was changed.
error-name_empty-next = Any name that tells the person apart will do, for example "unborn baby of Ada Example".

error-name_too_long = That name is longer than 255 characters.
error-name_too_long-kept = Nothing was changed.
error-name_too_long-next = Shorten it. Other names can go into the notes.

error-date_not_real = That is not a real date.
error-date_not_real-kept = Nothing was changed.
error-date_not_real-next = Enter a day, a month and a year, for example 21 11 2016.

error-date_in_future = A date of birth must be today or earlier.
error-date_in_future-kept = Nothing was changed.
error-date_in_future-next = Check the year. If it is the due date of an unborn child, say first that it is an unborn child.

error-form_unknown = This form is not in this version of Holdfast.
error-form_unknown-kept = Nothing was changed. Drafts and records on it are kept.
error-form_unknown-next = Choose another form, or update Holdfast.

error-form_faulty = A form cannot be used: { $line }
error-form_faulty-kept = Nothing was changed. Drafts and records on it are kept.
error-form_faulty-next = Tell whoever looks after your forms what it says here.

error-child_needed = This form is about at least one child.
error-child_needed-kept = Nothing was changed.
error-child_needed-next = Choose a child, or add one to the caseload first.

error-answers_unreadable = The answers cannot be read: { $why }.
error-answers_unreadable-kept = Nothing was filed.
error-answers_unreadable-next = Put the file right and try again. The questions of a form are listed in forms/.

error-person_unclear = { $number } people fit that name.
error-person_unclear-kept = Nothing was filed: a record is never filed to a guess.
error-person_unclear-next = Say which one by id. Find it with: holdfast person list --search NAME

error-time_not_understood = That time of the event is not understood.
error-time_not_understood-kept = Nothing was filed.
error-time_not_understood-next = Write 2026-11-21 or 2026-11-21T14:30.

error-draft_moved = This draft was changed in another window after it was opened here.
error-draft_moved-kept = The other window's answers are saved. What you typed here since is still on this screen, and not saved.
error-draft_moved-next = Copy what you typed here, open the draft again, and put it in.

error-draft_set_aside = This draft is set aside.
error-draft_set_aside-kept = All its answers are kept.
error-draft_set_aside-next = Take it back from the list of drafts first.

error-not_ready = { $count } { $count ->
    [one] answer needs
   *[other] answers need
} attention before this can be filed.
error-not_ready-kept = Nothing was filed. What you wrote is kept as it is.
error-not_ready-next = Go to each answer in the list and put it right, or say why it is not known.

error-record_too_large = This record has { $size } MB of text. { $most } MB is the most.
error-record_too_large-kept = The draft is saved as it is.
error-record_too_large-next = Shorten it, or file it as two records.

error-recovery_not_begun = The recovery code has to be shown before the casebook is made.
error-recovery_not_begun-kept = Nothing was made.
error-recovery_not_begun-next = Start again: a new code will be shown. Throw away a sheet printed before.

error-groups_differ = Those are not the groups from your recovery code.
error-groups_differ-kept = Nothing was made yet.
error-groups_differ-next = Look at the sheet again and type the two groups it asks for.

error-passphrase_weak = That passphrase could be guessed.
error-passphrase_weak-kept = Nothing was changed.
error-passphrase_weak-next = Use at least 14 characters. Four or more words that have nothing to do with each other work well.

error-setting_out_of_bounds = That setting is not possible.
error-setting_out_of_bounds-kept = The settings are as they were.
error-setting_out_of_bounds-next = Choose from the values offered.

error-enrol_code_mistyped = That enrol code is mistyped or incomplete.
error-enrol_code_mistyped-kept = Nothing was changed.
error-enrol_code_mistyped-next = Copy the whole code, from HF1 to the end, and paste it again.

error-hub_not_encrypted = That enrol code leads to a hub without encryption on another computer.
error-hub_not_encrypted-kept = Nothing was sent.
error-hub_not_encrypted-next = Ask whoever runs the hub for a code of an encrypted address.

error-not_enrolled = This device is not enrolled at a hub yet.
error-not_enrolled-kept = Your records are safe on this device. You can carry on recording.
error-not_enrolled-next = When you have an enrol code, enter it in Settings.

error-hub_unreachable = The hub cannot be reached.
error-hub_unreachable-kept = Your records are safe on this device and will go by themselves when it can.
error-hub_unreachable-next = You can carry on recording. If you have a network, try Send now later.

error-hub_not_known = Something answered that is not the hub this device knows. It may be the sign-in page of a public network.
error-hub_not_known-kept = Nothing was handed over. Your records are safe on this device.
error-hub_not_known-next = Sign in to the network if it asks you to, then choose Send now. If it stays like this, tell whoever runs the hub.

error-hub_unknown_device = The hub does not know this device. It may have been put back from a backup made before this device was enrolled.
error-hub_unknown_device-kept = Nothing is lost. Your records are safe on this device, and everything the hub no longer has will be sent again.
error-hub_unknown_device-next = Ask whoever runs the hub for a new enrol code and enter it in Settings. You can carry on recording.

error-hub_certificate = The server at the hub's address does not show the hub's certificate.
error-hub_certificate-kept = Nothing was sent to it. Your records are safe on this device.
error-hub_certificate-next = Tell whoever runs the hub. If its certificate was renewed, you need a new enrol code.

error-hub_code_unknown = The hub does not know that enrol code.
error-hub_code_unknown-kept = Nothing was changed.
error-hub_code_unknown-next = Ask whoever runs the hub for a new code.

error-hub_code_used = That enrol code was used on another device. Each code works once.
error-hub_code_used-kept = Nothing was changed.
error-hub_code_used-next = Ask whoever runs the hub for a new code.

error-hub_code_expired = That enrol code is too old.
error-hub_code_expired-kept = Nothing was changed.
error-hub_code_expired-next = Ask whoever runs the hub for a new code.

error-hub_unavailable = The hub is there, but cannot store anything at the moment.
error-hub_unavailable-kept = Your records are safe on this device and will go by themselves when it can.
error-hub_unavailable-next = You can carry on recording. There is nothing you need to do.

error-hub_refused = The hub did not take something that was sent.
error-hub_refused-kept = Your records are safe on this device. Other records go on.
error-hub_refused-next = Tell whoever runs the hub, with the time it happened.

error-stopped = It was stopped.
error-stopped-kept = Everything is as it was before.
error-stopped-next = You can start it again whenever you like.

error-no_dialog = This window cannot ask where to save.
error-no_dialog-kept = Nothing was saved.
error-no_dialog-next = Use the download instead, or print it.

error-not_printed = The PDF could not be made.
error-not_printed-kept = No file was written. What it was to say is in the casebook.
error-not_printed-next = Read it in Holdfast, and tell whoever looks after Holdfast in your service.

error-bad_request = Holdfast did not understand that.
error-bad_request-kept = Nothing was changed. What you typed is still on the screen.
error-bad_request-next = Try again. If it stays like this, restart Holdfast: drafts are saved.

error-internal = Something is wrong inside Holdfast.
error-internal-kept = Everything that was saved before is kept. The last thing you did was not saved.
error-internal-next = Try again. If it stays like this, restart Holdfast and tell your IT support.

error-form_retired = This form is no longer offered{ $instead ->
        [none] .
       *[other] : use “{ $instead }” instead.
    }
error-form_retired-kept = Drafts and records on it are kept, and drafts on it can still be filed.
error-form_retired-next = Start the form that takes its place, or ask those who look after the forms.

error-form_has_faults = The form cannot be used as it stands: { $number ->
        [one] one thing must be put right.
       *[other] { $number } things must be put right.
    }
error-form_has_faults-kept = The form is kept as it is, and nothing was published.
error-form_has_faults-next = Put right what the list of the editor, or `holdfast form check`, names.

error-form_too_large = The form is larger than 8 MiB.
error-form_too_large-kept = What was saved before is kept.
error-form_too_large-next = Take pictures or long lists out of it, or make two forms of it.

error-note_needed = A note is needed.
error-note_needed-kept = Nothing was done yet.
error-note_needed-next = Say in a few words what is changed and why: others will read it.

error-nothing_changed = Nothing is different.
error-nothing_changed-kept = Everything is as it was.
error-nothing_changed-next = There is nothing to do.

error-file_too_large = The file is too large: { $most } MiB is the most here.
error-file_too_large-kept = Nothing of it was taken in, and everything is as it was.
error-file_too_large-next = Make the file smaller, or hand it in in parts.

error-file_refused = { $why ->
        [empty] The file is empty.
        [program] The file is a program or a script.
        [macros] The file holds macros, or is of a sort that may hold them.
        [kind] This question takes files of another sort.
        [encrypted] The file is locked with a password, so nobody can look into it here.
        [heic] The picture is in the format of some phones (HEIC or AVIF), which cannot be read here.
        [pixels] The picture has more pixels than can be opened here. A side may have 20,000, and a picture 51 million.
        [carries] There is another file or a program inside this one.
        [bomb] The file would unpack to far more than a document holds.
        [damaged] The file is damaged or cut short, and cannot be read.
        [slow] The file takes too long to read.
       *[unknown] The file is of a sort that is not known here.
    }
error-file_refused-kept = Nothing of it was taken in, and everything is as it was.
error-file_refused-next = { $why ->
        [encrypted] Ask whoever sent it for a copy without a password, or save one yourself.
        [heic] Save it as JPEG and add that. On an iPhone, choose Settings, Camera, Formats, Most Compatible.
        [pixels] Save it smaller, and add that.
        [damaged] Copy or download it again. If it is on paper, photograph the page.
        [slow] Try once more. If it happens again, lock and unlock Holdfast, and take a picture of the page in its place.
        [kind] Choose a file of the sort that the question asks for.
       *[other] Hand in a picture (JPEG or PNG), a PDF, a plain text or a document without macros. Printing it to PDF often helps.
    }

error-import_fault = The file cannot be read. { $why }
error-import_fault-kept = Nothing was imported, and the file is as it was.
error-import_fault-next = Choose another file, or save this one again where it comes from.

error-row_failed = Row { $row } of the file cannot be kept: { $why ->
        [name_too_long] the name of a child is too long.
       *[too_large] it holds more than one record may.
    }
error-row_failed-kept = Nothing was imported, or what had been was undone.
error-row_failed-next = Shorten it in the file, then choose the file again.

error-import_running = An import is going on.
error-import_running-kept = It goes on, and nothing else was begun.
error-import_running-next = Wait until it has ended, or stop it.

error-children_undecided = Some children in the file are not decided about.
error-children_undecided-kept = Nothing was imported.
error-children_undecided-next = Say for each child who it is, or that the record is filed without a child.

error-dates_ambiguous = The dates in the file can be read in more than one way.
error-dates_ambiguous-kept = Nothing was imported.
error-dates_ambiguous-next = Say whether the day or the month comes first.

error-export_failed = The file cannot hold these answers: { $why ->
        [too_many_rows] a sheet has room for 1,048,575 rows.
        [too_many_columns] a sheet has room for 16,384 columns.
        [cell_too_long] a cell has room for 32,767 characters.
       *[other] it could not be put together.
    }
error-export_failed-kept = The answers are kept in the casebook, and no file was left behind.
error-export_failed-next = Export as CSV, which has no such limit.

error-snippet_name = This name cannot be taken.
error-snippet_name-kept = The pieces of text are as they were.
error-snippet_name-next = Use letters, numbers and dashes, 30 at most.

error-text_too_long = The text is too long.
error-text_too_long-kept = What is in the form is kept.
error-text_too_long-next = Take a shorter piece of it.

error-form_moved = Another version of this form was published since you compared yours with the one in use.
error-form_moved-kept = Your form draft is saved as it is, and nothing was published.
error-form_moved-next = Compare again, bring in what the other version changed, and publish then.

error-fact_not_kept = { $why ->
        [ends_before_it_begins] It ends before it begins.
        [in_the_future] It begins in the future.
        [year_cannot_be] That year cannot be right.
        [needed] { $what ->
            [name] A name is needed.
            [identifier] The number or code is needed.
            [address] The address is needed.
            [phone_or_email] The phone number or e-mail address is needed.
            [reason] A reason is needed.
            [because] A reason is needed.
            [approved_by] The name of who agreed to it is needed.
            [text] What to know and what to do is needed.
            [team] A team is needed.
            [worker] The name of the worker is needed.
            [who_am_i] “Who am I” is needed.
            [what] What was sent is needed.
            [to] To whom it went is needed.
            [how] How it was sent is needed.
            [title] A title is needed.
            [service] A service is needed.
            [source] Where the rule comes from is needed.
           *[other] Something is missing.
        }
        [too_long] One of the texts is too long.
        [to_oneself] Nobody can be in a relationship to themselves, or the same person as themselves.
        [not_in_list] One of the answers is not in its list.
        [review_too_far] A warning is looked at again within a year.
       *[other] It cannot be as it is written.
    }
error-fact_not_kept-kept = Nothing was recorded. What you typed is still on the screen.
error-fact_not_kept-next = Put it right and save it again.

error-same_relationship = These two are in this relationship already.
error-same_relationship-kept = It stands as it was recorded, and nothing was added.
error-same_relationship-next = Open the relationship to change it, or end it first.
