### Filing for someone: at a counter, from a letter, on the telephone; and the post of a body.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Taking down

taken-title = ⴰⵙⵔⵙ ⵉ ⵢⴰⵏ ⵓⴼⴳⴰⵏ
taken-lead = ⴰⵔⵉ ⵎⴰⵢⴷ ⵉⵏⵏⴰ ⵓⴼⴳⴰⵏ, ⵖⵔ ⴰⵙ ⵜ, ⵜⵙⵔⵙⴷ ⵜ. ⵓⵜⵜⵓⵏ ⵉⵜⴷⴷⵓ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵉⵍⵍⴰⵏ ⴳ ⵓⵙⵡⵓⵔⵉ.
taken-channel = ⵎⴰⵎⴽ ⴷ ⵉⵜⵜⴰⵙⴽⴰ ⵓⴼⴳⴰⵏ
taken-letter = ⵓⵙⵙⴰⵏ ⵏ ⵜⴱⵔⴰⵜ
taken-arrived-on = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⴳ
taken-written-on = ⴰⵙⴰⴽⵓⴷ ⵏ ⵜⴱⵔⴰⵜ
taken-letter-hint = ⵉ ⵜⴱⵔⴰⵜ ⵖⴰⵙ. ⴰⴽⵓⴷ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵉⵙⵙⵏⵜⴰ ⵙⴳ ⵡⴰⵙⵙ ⵏⵏⴰ ⴷ ⵜⵓⵙⴰ.
taken-language = ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵓⴼⴳⴰⵏ
taken-text = ⵎⴰⵢⴷ ⵉⵏⵏⴰ ⵓⴼⴳⴰⵏ, ⵙ ⵡⴰⵡⴰⵍⵏ ⵏⵏⵙ
taken-text-hint = ⵉⵡⴰⵍⵏ ⵙ ⵓⵎⵣⵡⴰⵔⵓ: ⵙⴳⵙⵏ ⴰⴷ ⵉⵜⵜⵓⴼⴽ ⵓⵙⵏⵜⵍ ⴷ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵓⵔ ⴷⴰ ⵉⵙⵎ ⵏⵖ ⵓⵟⵟⵓⵏ.
taken-place = ⵎⴰⵏⵉ, ⵣⵓⵏⴷ ⵎⴰⵢⴷ ⵉⵏⵏⴰ ⵓⴼⴳⴰⵏ
taken-suggest = ⵙⴽⵏ ⵉⵙⵓⵎⴰⵔ
taken-body-hint = ⵎⴽ ⵓⵔ ⵜⵙⵜⵉⵎ, ⵓⵜⵜⵓⵏ ⵉⵜⴷⴷⵓ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵉⵜⵜⵔⴰⵔⵏ ⵅⴼ ⵓⵙⵏⵜⵍ ⴰⴷ ⴷⵉⵏ. ⵙⵜⵉ ⵜⴰⵢⴹ ⵎⴽ ⵜⵜ ⵉⵏⵏⴰ ⵓⴼⴳⴰⵏ.
taken-body-open = ⵉⵜⵜⵓⴼⴽ ⵉ ⵓⴱⵍⵓⵊ
taken-person = ⴰⴼⴳⴰⵏ
taken-category = ⴰⵔ ⵉⵙⵔⵓⵙ ⴰⵎ
taken-others = ⵜⴰⵎⵙⵙⵓⵔⵜ ⵏⵖ ⵜⴰⵎⵙⵎⵓⵏⵜ ⴰⵢⴷ ⵉⵙⵔⵓⵙⵏ, ⵏⵖ ⴰⴼⴳⴰⵏ ⵉ ⵡⴰⵢⴹ
taken-shown = ⵜⴰⵔⵔⴰ ⵏⵏⴰ ⴰⴽ ⵉⵎⵍⴰ
taken-shown-none = ⵓⵍⴰ ⵢⴰⵜ
taken-way-hint = ⵙⵇⵙⴰ. ⵎⴽ ⵓⵔ ⵜⵙⵜⵉⵎ, ⴰⴷ ⵉⵜⵜⵓⵙⵎⵔⵙ ⵎⴰⵢⴷ ⵢⵓⵔⴰⵏ ⵙ ⵓⴼⵍⵍⴰ.
taken-consent = ⵎⴰⵎⴽ ⵉⵇⴱⵍ ⵓⴼⴳⴰⵏ
taken-consent-hint = ⵉⵇⴱⵍ ⴰⴷ ⵜⵙⵔⵙⴷ ⵙ ⵢⵉⵙⵎ ⵏⵏⵙ. ⴳ ⵜⴱⵔⴰⵜ, ⴰⵣⵎⵎⴻⵎ ⵏⵏⵙ ⴰⵢⴷ ⵜ ⵉⵏⵏⴰⵏ.
taken-consent-spoken = ⴰⵇⴱⵓⵍ ⵙ ⵡⴰⵡⴰⵍ
taken-consent-signed = ⴰⵇⴱⵓⵍ ⵙ ⵓⵣⵎⵎⴻⵎ
taken-consent-by-code = ⵙ ⵢⴰⵏ ⵓⵏⴳⴰⵍ ⵏⵏⴰ ⵜⵜⵢⴰⵣⵏⵏ
taken-files-after = ⵉⴼⴰⵢⵍⵓⵜⵏ ⴷ ⵜⵡⵍⴰⴼⵉⵏ ⴰⴷ ⵜⵜⵓⵔⵏⵓⵏ ⴷⴼⴼⵉⵔ ⵏ ⵉⵙⵓⵎⴰⵔ.
taken-check = ⵖⵔ ⵉ ⵓⴼⴳⴰⵏ
taken-look = ⵓⵔ ⵜⴰ: ⵥⵔ ⵎⴰⵢⴷ ⵉⵜⵜⵓⴼⴰⵏ ⴷ ⵎⴰⵢⴷ ⵉⵜⵜⵓⵙⵇⵙⴰⵏ ⴷⴰ, ⵜⴹⴼⵕⴷ.
taken-changed = ⵉⵜⵜⵓⵙⵏⴼⵍ ⵡⴰⴷ ⴳ ⵓⵙⴰⵜⵎ ⵢⴰⴹⵏ. ⵉⵡⴰⵍⵏ ⵏⵏⵓⵏ ⴷⴷⴰⵡ: ⵥⵔⴰⵜ ⵜⵏ, ⵜⴹⴼⵕⵎ.
taken-read-title = ⵖⵔ, ⵜⵙⵔⵙⴷ
taken-read-hint = ⵖⵔ ⵙ ⵓⵣⵡⴰⵔ ⵎⴰⵢⴷ ⵉⵍⵍⴰⵏ ⴷⴰ, ⵙ ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵓⴼⴳⴰⵏ.
taken-read-lead = ⵖⴰⵢⴰ ⴰⵢⴷ ⵓⵔⵉⵖ. ⵙⴱⴷⴷⴰⵜ ⵉⵢⵉ ⵎⴽ ⵉⵍⵍⴰ ⵓⵣⴳⴳⴰⵍ.
taken-read-agree = ⵉⵙ ⵜⵇⴱⵍⵎ ⴰⴷ ⵜ ⵙⵔⵙⵖ ⵙ ⵢⵉⵙⵎ ⵏⵏⵓⵏ?
taken-read-again = ⵉⵙⵏⴼⵍ ⵡⴰⴷ ⴷⴼⴼⵉⵔ ⵏ ⵜⵖⵓⵔⵉ ⵏⵏⵓⵏ. ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ.
taken-code-hint = ⴰⵣⵏ ⵢⴰⵏ ⵓⵏⴳⴰⵍ ⵉ { $contact } ; ⴰⴼⴳⴰⵏ ⵉⵖⵔ ⴰⴽ ⵜ.
taken-file = ⵙⵔⵙ
taken-was-shown = ⵉⵜⵜⵓⵎⵍⴰ: { $document }
taken-arrived = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⴳ { $date }
taken-written = ⴰⵙⴰⴽⵓⴷ ⵏⵏⵙ { $date }

## Filed here

filed-here-title = ⵉⵜⵜⵓⵙⵔⵙⵏ ⴷⴰ ⴰⵙⵙⴰ
filed-here-lead = ⵎⴰⵢⴷ ⵜⵙⵔⵙⵎ ⵉ ⵡⵉⵢⴰⴹ ⴰⵙⵙⴰ. ⵜⵣⴹⴰⵔⵎ ⴰⴷ ⵜⵙⵉⴳⴳⵣⵎ ⴽⵓ ⵜⴰⵙⴰⵟⵟⴼⵜ ⴰⵔ ⵉⴹ.
filed-here-empty = ⵓⵔ ⵉⵜⵜⵓⵙⵔⵙ ⵡⴰⵍⵓ ⴰⵙⵙⴰ.
filed-receipt-title = ⵉⵜⵜⵓⵙⵔⵙ
filed-receipt-lead = ⴼⴽ ⵜⴰⵙⴰⵟⵟⴼⵜ ⵉ ⵓⴼⴳⴰⵏ ⴷⵖⵉ: ⵜⴰⵎⵔⴰⵔⵓⵜ ⴷⴰ ⵜⵜⵓⵖⵔⴰ ⵙ ⵉⵎⴹⴰⵏⵏ ⵙ ⵙⵉⵏ.
filed-receipt-slip = ⵙⵉⴳⴳⵣ ⵅⴼ ⵓⵙⴼⵉⴼ (80 mm)
filed-receipt-sheet = ⵙⵉⴳⴳⵣ ⵅⴼ A4
filed-receipt-another = ⵙⵔⵙ ⵉ ⵓⴼⴳⴰⵏ ⴷ ⵉⴹⴼⵕⵏ

## Post

postal-title = ⵜⵉⴱⵔⴰⵜⵉⵏ
postal-lead = ⵜⵉⴱⵔⴰⵜⵉⵏ ⵏⵏⴰ ⵜⵓⵎⵥ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⴷ ⵜⵉⵏⵏⴰ ⵜⵓⵣⵏ.
postal-came-title = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⵅⴼ ⵓⵜⵜⵓⵏ
postal-came-label = ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ, ⵏⵖ ⴰⵏⴳⴰⵍ QR ⵏ ⵜⴱⵔⴰⵜ ⵏⵏⵖ
postal-came-hint = ⴰⵔⵉ ⵓⵟⵟⵓⵏ, ⵏⵖ ⵖⵔ ⴰⵏⴳⴰⵍ ⵙ ⵓⵎⴰⵙⵙ ⵏ ⵓⴼⵓⵙ.
postal-came-button = ⵣⵎⵎⴻⵎ, ⵜⵔⵏⵓⴷ ⵜⴰⵡⵍⴰⴼⵜ
postal-new = ⴰⵙⵔⵙ ⴰⵎⴰⵢⵏⵓ ⵙ ⵜⴱⵔⴰⵜ
postal-direction = ⴰⵏⵎⴰⵍⴰ
postal-both = ⴰⴽⵛⵛⵓⵎ ⴷ ⵓⴼⴼⵓⵖ
postal-in = ⴰⴽⵛⵛⵓⵎ
postal-out = ⴰⴼⴼⵓⵖ
postal-moved = ⴰⵙⵙ
postal-written = ⴰⵙⴰⴽⵓⴷ ⵏ ⵜⴱⵔⴰⵜ
postal-empty = ⵓⵍⴰ ⵢⴰⵜ ⵏ ⵜⴱⵔⴰⵜ ⴳ ⵓⵙⵙⴰⵏ ⴰⴷ.
postal-due = ⵙⵉⴳⴳⵣ ⵜⵉⴱⵔⴰⵜⵉⵏ ⵏⵏⴰ ⵉⵇⵇⵏⴻⵏ ⴰⴷ ⵜⵜⵓⵣⵏⵜ ({ $count })
postal-note = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⵏ ⴱⴰⴱ ⵏ ⵓⵜⵜⵓⵏ.
postal-note-dated = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⵏ ⴱⴰⴱ ⵏ ⵓⵜⵜⵓⵏ, ⴰⵙⴰⴽⵓⴷ ⵏⵏⵙ { $date }.

## What may be wrong

error-letter-old = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⵓⴳⴳⴰⵔ ⵏ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ: ⵥⵔ ⴰⵙⴳⴳⵯⴰⵙ.
error-letter-order = ⵜⵓⵙⴰⴷ ⵜⴱⵔⴰⵜ ⴷⴰⵜ ⵏ ⵓⵙⴰⴽⵓⴷ ⵏⵏⵙ. ⵥⵔ ⵓⵙⵙⴰⵏ ⵙ ⵙⵉⵏ.
error-consent-contact = ⴰⵏⴳⴰⵍ ⵉⵔⴰ ⵜⴰⵏⵙⴰ ⵏ ⵉⵎⴰⵢⵍ. ⴰⵔⵉ ⵜⵜ, ⵏⵖ ⵙⵜⵉ ⴰⴱⵔⵉⴷ ⵢⴰⴹⵏ.
error-consent-code = ⴰⵣⵏ ⴰⵏⴳⴰⵍ ⵜⴰⵔⵉⴷ ⵎⴰⵢⴷ ⵉⵖⵔⴰ ⵓⴼⴳⴰⵏ.
error-postal-reference = ⵓⵔ ⵉⵜⵜⵓⵖⵔⵉ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷⴰ. ⴰⵔ ⵉⵜⵜⵎⵢⴰⵡⴰⵙ ⴷ CK-26-7K3M-9QDX.
error-postal-elsewhere = ⵓⵔ ⵖⵓⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ ⴰⵜⵜⵓⵏ ⵙ ⵓⵟⵟⵓⵏ ⴰⴷ. ⵥⵔⴰⵜ ⵜ.
