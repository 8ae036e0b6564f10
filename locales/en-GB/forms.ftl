# What must be put right before a form can be filed, and how strong a passphrase is.

form-problem-no_children = Choose at least one child for this form
form-problem-missing = Answer this question, or say why it is not known
form-problem-event_date_missing = Enter the day it happened
form-problem-date_incomplete = Enter a day, a month and a year
form-problem-day_month_incomplete = Enter a day and a month
form-problem-time_missing = Add the time, for example 14:30
form-problem-year_not_four_digits = Write the year with 4 numbers, for example 2026
form-problem-not_a_date = Enter a real date, for example 21 11 2026
form-problem-date_in_future = This date must be today or earlier
form-problem-date_in_past = This date must be today or later
form-problem-date_before = This date must be the same as or after the answer to “{ $other }”
form-problem-not_a_time = Enter a time, for example 14:30
form-problem-time_in_future = This time must not be later than now
form-problem-not_a_duration = Enter hours and minutes, for example 1:30 or 45 minutes
form-problem-not_a_number = Enter a number, without commas
form-problem-not_whole = Enter a whole number
form-problem-number_below = Enter { $min } or more
form-problem-number_above = Enter { $max } or less
form-problem-too_long = Shorten this to { $max } characters: it is { $over } too long
form-problem-too_short = Write { $min } characters or more
form-problem-pattern_not_matched = This is not written in the way the form asks for
form-problem-not_an_email = Enter an e-mail address, for example name@example.org
form-problem-not_a_phone = Enter a phone number of 7 to 15 digits, for example 020 7946 0000
form-problem-unknown_choice = Choose again: this answer is not offered in this version of the form
form-problem-not_together = “{ $choice }” cannot be chosen with other answers
form-problem-too_few_chosen = Choose { $min } or more
form-problem-too_many_chosen = Choose { $max } or fewer
form-problem-row_missing = Answer the row “{ $row }”
form-problem-column_twice = “{ $column }” can be chosen in one row only
form-problem-too_many_files = Keep { $max } or fewer files
form-problem-file_too_large = Choose a file of { $max } MiB or less
form-problem-drawing_too_large = This drawing has more lines than can be kept: make it simpler
form-problem-mark_without_note = Say what you saw or were told at each mark
form-problem-signature_without_name = Write the name of the person who signs
form-problem-too_few_items = Add { $min } or more to this list
form-problem-too_many_items = Keep { $max } or fewer in this list
form-problem-not_understood = This answer could not be read. What was typed is kept: please answer again

passphrase-advice-too_short = Make it longer: 14 characters at least.
passphrase-advice-common = This is among the passphrases that are tried first.
passphrase-advice-names = Names are guessed early, your own above all.
passphrase-advice-dates = Dates are guessed early.
passphrase-advice-sequences = Letters that follow each other, such as abc or qwerty, add little.
passphrase-advice-repeats = Repeating adds little.
passphrase-advice-disguises = Swapping letters for numbers or signs adds little.
passphrase-advice-add_words = Add another word or two that have nothing to do with the others.

recovery-file =
    Holdfast recovery code

    { $code }

    Casebook { $casebook }
    Made { $made }

    This code opens the casebook without the passphrase. Print it and keep it in a safe place, apart
    from the laptop. Then delete this file: whoever has it and the laptop can read everything.
