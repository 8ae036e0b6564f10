# What the command line says of an error where the words of the screens speak of a screen: the same
# names with cli- before them.

cli-error-disk_full-next = Free some space, then do it again.
cli-error-not_found-next = Look for it with holdfast search, or with the list of its verb.
cli-error-child_needed-next = Name the child with --person, or add one with holdfast person add.
cli-error-draft_moved-kept = The answers that were saved elsewhere are kept. What was given here is not saved.
cli-error-draft_moved-next = Look at the draft, and give what is missing again.
cli-error-not_enrolled-next = When you have an enrol code: holdfast enrol CODE
cli-error-hub_unreachable-next = You can carry on recording. If you have a network, try holdfast send later.
cli-error-hub_not_known-next = Sign in to the network if it asks you to, then run holdfast send. If it stays like this, tell whoever runs the hub.
cli-error-hub_unknown_device-next = Ask whoever runs the hub for a new enrol code, and then: holdfast enrol CODE
cli-error-not_printed-next = Read it here without --pdf, and tell whoever looks after Holdfast in your service.
cli-error-bad_request-kept = Nothing was changed.
cli-error-bad_request-next = See how it is written with --help, and run it again.
cli-error-fact_not_kept-kept = Nothing was recorded.
cli-error-fact_not_kept-next = Put it right and run it again.
