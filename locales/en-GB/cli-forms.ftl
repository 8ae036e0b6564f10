# What the command line says about forms and answers, beside the words that it shares with the screens.

cli-not-editor = Whoever looks after the forms of the service says so once: holdfast settings --edits-forms yes

cli-edits-forms-yes = You look after the forms of your service: you can change and publish them, import and export answers.
cli-edits-forms-no = You do not look after the forms of your service. To begin: holdfast settings --edits-forms yes
cli-settings-look = Theme: { $theme }. Room on the screen: { $density }.
cli-settings-lock =
    { $minutes ->
        [one] It locks after 1 minute without a key press.
       *[other] It locks after { $minutes } minutes without a key press.
    }
cli-settings-urgent = An urgent record that is unsent for { $minutes } minutes asks for a call to the lead.

cli-place-line = line { $line }, column { $column }
cli-place-section = section { $id }
cli-place-question = question { $id }

cli-form-number = version { $number }
cli-form-counts =
    { $sections ->
        [one] 1 section
       *[other] { $sections } sections
    }, { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }
cli-form-sound =
    This form can be published: { $sections ->
        [one] 1 section
       *[other] { $sections } sections
    }, { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }.
cli-form-not-sound = This form cannot be published yet.
cli-form-not-published = Nothing was published.
cli-form-no-hash = --hash takes the 64 letters and numbers at the end of a version that `form show` lists.
cli-form-confirm =
    { $count ->
        [one] The file cannot say 1 thing that you should look at in the old form.
       *[other] The file cannot say { $count } things that you should look at in the old form.
    }
    Nothing was published.
    See them with --check, look at each, and run it again with --confirm.

cli-responses-row =
    { $form }: { $count ->
        [one] 1 response
       *[other] { $count } responses
    }
cli-imports-none = Nothing has been imported yet.
cli-import-stdin = standard input
cli-import-not-yet = Nothing was imported. To import it, run it again with --yes.
cli-import-dates = Say whether the day or the month comes first: { $orders }
cli-import-counts = { $new } new, { $changed } with other answers than before, { $here } here already.
cli-import-people =
    { $count ->
        [one] 1 child was added.
       *[other] { $count } children were added.
    }
cli-import-undo = To undo it: holdfast responses undo { $batch } --reason TEXT
cli-child-ask = Say who { $child } is: --child-decision "{ $key }=PERSON", with a person’s id, new or none
cli-child-shape = “{ $decision }” is no decision about a child. Write KEY=PERSON, KEY=new or KEY=none, with a key that the preview shows and a person’s id.
cli-child-unknown = No child of this file has the key “{ $key }”. Run it without --yes to see the keys.

cli-export-csv-only = Only CSV can go to standard output. Name a file for the workbook.
cli-export-there = { $path } is there already. Nothing was written. Name another file.
cli-export-no-folder = The folder of { $path } is not there. Nothing was written.
cli-export-done =
    { $count ->
        [one] 1 response was written to { $path }
       *[other] { $count } responses were written to { $path }
    }
