# Where a record is: eight labels and no ninth, the same on screen, in the command line and in
# reports. Times arrive as words already.

state-draft = Draft – on this device only
state-waiting = Filed – waiting to send
state-sending = Sending
state-paused = Paused
state-needs_you = Needs you
state-sent = Sent
state-in_central_record = In the central record
state-compare_versions = Compare versions

state-line-draft = Not yet filed.
state-line-waiting = Will send by itself when connected. On this device only.
state-line-sending = On its way now.
state-line-paused = Held back. It stays on this device until you let it go.
state-line-needs_you = The central system says: { $cause }. Put it right, or ask your lead.
state-line-sent = Received { $at }, reference { $reference }. Waiting for confirmation.
state-line-in_central_record = Confirmed { $at }.
state-line-in_central_record_as = Confirmed { $at }, { $central }.
state-line-compare_versions = Another version was recorded without knowing of this one. Both are kept.
