# Taking something in from a file, step by step: packs of a lost system, answers to forms.

wizard-step = Step { $step } of { $steps }
wizard-back = Back one step, nothing is lost
wizard-read = Read the file
wizard-sending = Taking in the file…
wizard-reading = Reading the file…
wizard-columns = Columns of the file and what they are taken for
wizard-column = Column in the file
wizard-example = Example
wizard-example-none = empty
wizard-target = Taken for
wizard-target-of = What “{ $column }” is taken for
wizard-no-heading = Column { $number }, without a heading
wizard-more-columns = Show more of the { $count } columns that are left
wizard-preview = The first rows
wizard-dates-legend = Which day is { $written }?
wizard-dates-day_first = The day stands first, as usual in the United Kingdom
wizard-dates-month_first = The month stands first, as usual in the United States
wizard-dates-year_first = The year stands first
wizard-dates-needed = Choose which day is meant
wizard-progress = { $done } of { $total } rows
wizard-leave = You can go on with other work. This goes on by itself.

undo-reason = Why is it undone?
undo-reason-hint = For example: it was the wrong file.
undo-reason-needed = Say why it is undone
