### Mail that comes in: why one waits, what is done with it at the desk, and the one answer to a new mail.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Why a mail waits, or was left

mail-in-reason-unproven = ⵓⵔ ⵏⵙⵙⵉⵏ ⵉⵙ ⵜⴷⴷⴰ ⴷ ⵙⴳ ⵜⴰⵏⵙⴰ ⴰ.
mail-in-reason-other-sender = ⵜⵔⴰⵔ ⵅⴼ ⵢⵉⵎⴰⵢⵍ ⵏⵏⵖ ⵙⴳ ⵜⴰⵏⵙⴰ ⵢⴰⴹⵏ.
mail-in-reason-false-word = ⴰⵡⴰⵍ ⵏ ⵜⴰⵏⵙⴰ ⵓⵔ ⵉⴳⵉ ⵡⵉⵏⵏⵖ.
mail-in-reason-ended-word = ⵉⵔⴳⵍ ⵓⵏⵙⵙⵎⵔⵙ ⵉⵙⵖⵓⵏⵏ ⵏ ⵓⵙⴷⴰⵡ ⴰ.
mail-in-reason-not-now = ⵖⵉⵍⴰ ⵓⵔ ⵉⵜⵜⴰⵎⵥ ⵓⵙⴷⴰⵡ ⴰ ⴰⵡⴰⵍ ⵏ ⵓⵏⵙⵙⵎⵔⵙ.
mail-in-reason-wants-no-answer = ⵓⵔ ⵜⵔⵉ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏ ⵓⵎⴰⵛⵉⵏ.
mail-in-reason-answered-enough = ⵏⵔⵓⵔ ⴰⵙ ⵙ ⵓⴳⴰⵔ ⵏ ⵜⵉⴽⴽⵍⵜ ⴰⵙⵙⴰ.
mail-in-reason-many = ⴽⵉⴳⴰⵏ ⵏ ⵢⵉⵎⴰⵢⵍⵏ ⵙⴳ ⵜⴰⵏⵙⴰ ⴰ ⴰⵙⵙⴰ.
mail-in-reason-empty = ⵓⵔ ⴷⵉⴳⵙ ⴰⵡⴰⵍ, ⵓⵔ ⴷⵉⴳⵙ ⴰⴼⴰⵢⵍⵓ.
mail-in-reason-unreadable = ⵓⵔ ⵏⵖⵉⵢ ⴰⴷ ⵜⵜ ⵏⵖⵔ. ⵏⵃⴹⴰ ⵜⵜ.
mail-in-reason-too-many-parts = ⴽⵉⴳⴰⵏ ⵏ ⵜⵥⵓⵏⵉⵡⵉⵏ. ⵏⵃⴹⴰ ⵜⵜ.
mail-in-reason-returned = ⵉⵖⵓⵍ ⴷ ⵢⵉⵎⴰⵢⵍ ⵏⵏⵖ: ⵙⵉⵡⵍⴰⵜ ⵉ ⵓⵏⵙⵙⵎⵔⵙ ⵙ ⵓⴱⵔⵉⴷ ⵢⴰⴹⵏ.
mail-in-reason-automatic = ⵓⵔ ⵜⵜ ⵢⵓⵔⵉ ⵓⴼⴳⴰⵏ.
mail-in-reason-list = ⵜⴷⴷⴰ ⴷ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
mail-in-reason-loop = ⵏⴽⵏⵉ ⴰⴷ ⵜⵜ ⵢⵓⵣⵏⵏ.
mail-in-reason-notice = ⴰⵡⴰⵍ ⵏ ⵓⵎⴰⵛⵉⵏ ⵅⴼ ⵢⵉⵎⴰⵢⵍ ⵏⵏⵖ.
mail-in-reason-not-ours = ⵉⵥⵕⴰ ⵜⵜ ⵢⴰⵏ.

## For administrators

admin-mail-in-title = ⵉⵎⴰⵢⵍⵏ ⵏ ⵡⴰⵙⵙ ⴰ
mail-in-state-received = ⵔⴰⴷ ⵜⵏ ⵏⵖⵔ: { $count }
mail-in-state-waiting = ⴰⵔ ⵜⵜⵇⵇⵍⵏ: { $count }
mail-in-state-joined = ⵏⵔⵏⴰ ⵜⵏ ⵉ ⵓⵙⴷⴰⵡ: { $count }
mail-in-state-begun = ⵏⴱⴷⴰ ⵙⴳⵙⵏ ⴰⵙⵔⵙ: { $count }
mail-in-state-left = ⵏⵓⵊⵊⴰ ⵜⵏ: { $count }

## At the desk

desk-mail-title = ⵉⵎⴰⵢⵍⵏ ⴷ ⵉⵍⴽⵎⵏ
desk-mail-lead = ⴰⵔ ⵜⵜⵇⵇⵍⵏ ⵢⵉⵎⴰⵢⵍⵏ ⴰ ⵢⴰⵏ ⵔⴰⴷ ⵉⵏⵉ ⵎⴰⴷ ⵔⴰⴷ ⵉⵎⵙⵙⵓⵏ.
desk-mail-none = ⵓⵔ ⵉⵍⵍⵉ ⵢⵉⵎⴰⵢⵍ.
desk-mail-trail = ⵏⵣⵎⵎⴻⵎ ⵎⴰ ⵉⵕⵥⵎⵏ ⵉⵎⴰⵢⵍ ⴰ.
desk-mail-from = ⵙⴳ
desk-mail-case = ⴰⵙⴷⴰⵡ
desk-mail-no-subject = ⴱⵍⴰ ⵉⵎⵔⵙⵉ
desk-mail-no-words = ⵓⵔ ⵉⵍⵍⵉ ⵡⴰⵡⴰⵍ ⴳ ⵢⵉⵎⴰⵢⵍ ⴰ.
desk-mail-quoted = ⴰⵡⴰⵍ ⵉⴷⵡⵍⵏ
desk-mail-files = ⵉⴼⴰⵢⵍⵓⵜⵏ: { $count }
desk-mail-original = ⴰⴳⵎ ⵉⵎⴰⵢⵍ ⴰⴽⴽⵯ ({ $size })
desk-mail-join-title = ⵔⵏⵓ ⵜ ⵉ ⵓⵙⴷⴰⵡ
desk-mail-join-label = ⵓⵟⵟⵓⵏ ⵏ ⵓⵙⴷⴰⵡ
desk-mail-join-hint = ⵉⵖ ⵉⵍⵍⴰ ⵓⵙⵇⵙⵉ, ⵜⴳⴰ ⵜⴰⵎⵔⴰⵔⵓⵜ. ⵉⵖ ⵓⵔ ⵉⵍⵍⵉ, ⵖⵔⵏ ⵜⵜ ⵉⵎⵙⵖⴰⵏⵏ.
desk-mail-join = ⵔⵏⵓ
desk-mail-no-case = ⵓⵔ ⵉⵍⵍⵉ ⵖⵓⵔⵓⵏ ⵓⵙⴷⴰⵡ ⵙ ⵓⵟⵟⵓⵏ ⴰ.
desk-mail-begin-title = ⵙⴽⵔ ⵙⴳⵙ ⴰⵙⵔⵙ
desk-mail-begin-hint = ⵔⴰⴷ ⴰⵙ ⵏⴰⵣⵏ ⴰⵙⵖⵓⵏ ⵃⵎⴰ ⴰⴷ ⵜ ⵉⵙⵎⴷ.
desk-mail-begin = ⴱⴷⵓ
desk-mail-leave-title = ⵓⵔ ⵉⵍⵍⵉ ⵎⴰⴷ ⵏⵙⴽⴰⵔ
desk-mail-leave-hint = ⵓⵔ ⴰⵖ ⵉⵥⵍⵉ. ⵔⴰⴷ ⵉⵜⵜⵡⴰⴽⴽⵙ ⴹⴰⵕⵜ ⵏ 30 ⵏ ⵡⴰⵙⵙ.
desk-mail-leave = ⴰⵊⵊ ⵜ

## What of a mail is not shown

mail-in-left-signature = (ⵉⵍⵍⴰ ⵓⵙⴳⵎⴹ ⴳ ⵢⵉⵎⴰⵢⵍ ⴰ. ⵏⵃⴹⴰ ⵜ.)
mail-in-left-locked = (ⵉⵔⴳⵍ ⴽⵔⴰ ⵏ ⵢⵉⵎⴰⵢⵍ ⴰ. ⵏⵃⴹⴰ ⵜ.)
mail-in-left-calendar = (ⵜⵍⵍⴰ ⵜⵖⵔⵉ ⴳ ⵢⵉⵎⴰⵢⵍ ⴰ. ⵏⵃⴹⴰ ⵜⵜ.)
mail-in-left-parcel = (ⵍⵍⴰⵏ ⵉⴼⴰⵢⵍⵓⵜⵏ ⴳ winmail.dat. ⵓⵔ ⵏⵖⵉⵢ ⴰⴷ ⵜⵏ ⵏⵕⵥⵎ. ⵏⵃⴹⴰ ⵜⵏ.)
mail-in-file-left = (ⵓⵔ ⵏⵓⵎⵉⵥ ⴰⴼⴰⵢⵍⵓ { $name }. { $why })
mail-in-file-refused = ⵓⵔ ⵏⵖⵉⵢ ⴰⴷ ⵜ ⵏⵔⵏⵓ ⵖⵉⵍⴰ.
error-mail-in-no-sender = ⵓⵔ ⵜⵍⵍⵉ ⵜⴰⵏⵙⴰ ⵎⴰⵏⵉ ⵔⴰⴷ ⵏⵔⴰⵔ.
error-mail-in-unreadable = ⵓⵔ ⵏⵖⵉⵢ ⴰⴷ ⵏⵖⵔ ⵉⵎⴰⵢⵍ ⴰ. ⴰⴳⵎⴰⵜ ⵜ.

## The answer to a new mail

mail-answer-by-mail-subject = ⵙⵎⴷⴰⵜ ⵎⴰⴷ ⵜⵓⵔⴰⵎ
mail-answer-by-mail-lead = ⵉⵍⴽⵎ ⴰⵖ ⴷ ⵢⵉⵎⴰⵢⵍ ⵏⵏⵓⵏ. ⵓⵔ ⵜⴰ ⵉⴷⴷⵉ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ: ⵕⵥⵎⴰⵜ ⴰⵙⵖⵓⵏ, ⵉⵏⵉⵢⴰⵜ ⵎⴰⵏⵉ ⴷ ⵎⴰ ⵜⴳⴰⵎ, ⵜⴰⵣⵏⵎ ⵜ. ⴰⵡⴰⵍ ⵏⵏⵓⵏ ⴷ ⵉⴼⴰⵢⵍⵓⵜⵏ ⵏⵏⵓⵏ ⵍⵍⴰⵏ ⴷⵉⵏⵏ.
mail-answer-by-mail-action = ⵙⵎⴷ
mail-answer-by-mail-until = ⵉⵇⵇⵉⵎ ⴰⵔ { $date }. ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⵏⵉⴳⵍ ⴰ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
mail-answer-by-mail-ignore = ⵉⵖ ⴰⵖ ⵓⵔ ⵜⵓⵔⵉⵎ, ⴰⴷ ⵓⵔ ⵜⵙⴽⵔⵎ ⴰⵡⴷ ⴽⵔⴰ.
admin-message-mail-answer = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵉ ⵢⵉⵎⴰⵢⵍ ⴰⵎⴰⵢⵏⵓ

## The audit trail

admin-deed-mail-open = ⴰⵕⵥⴰⵎ ⵏ ⵢⵉⵎⴰⵢⵍ
admin-deed-mail-take = ⴰⴳⴰⵎ ⵏ ⵢⵉⵎⴰⵢⵍ
admin-deed-mail-join = ⴰⵔⵏⵏⵓ ⵏ ⵢⵉⵎⴰⵢⵍ ⵉ ⵓⵙⴷⴰⵡ
admin-deed-mail-begin = ⴰⵙⵔⵙ ⵙⴳ ⵢⵉⵎⴰⵢⵍ
admin-deed-mail-leave = ⴰⵊⵊⴰ ⵏ ⵢⵉⵎⴰⵢⵍ
