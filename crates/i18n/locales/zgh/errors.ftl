### What went wrong and what to do: one message per field error, the summary, and the pages of trouble.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Summary

error-summary-heading = ⵙⵙⵖⵜⵉⵢⴰⵜ ⵜⵉⵣⴳⴰⵍ ⴰ, ⵜⴰⵣⵏⵎ ⴷⴰⵖ ({ $count })
error-nothing-lost = ⵓⵔ ⵉⵊⵍⵉ ⵡⴰⵍⵓ: ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵉⵇⵇⵉⵎ ⴳ ⵓⴷⵖⴰⵔ ⵏⵏⵙ.
error-page-title = ⵜⴰⵣⴳⵍⵜ: { $page }

## Any field

error-empty = ⵔⴰⵔⴰⵜ ⵅⴼ ⵓⵙⵇⵙⵉ ⴰ.
error-write-here = ⵉⵅⵡⴰ ⵓⴷⵖⴰⵔ ⴰ: ⴰⵔⴰⵢⴰⵜ ⴳⵉⵙ ⴰⴹⵕⵉⵚ ⵏⵏⵓⵏ.
error-choose-one = ⵙⵜⵉⵢⴰⵜ ⵢⴰⵜ ⵜⵎⵔⴰⵔⵓⵜ.
error-choose-from-list = ⵙⵜⵉⵢⴰⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
error-subjects-two = ⵜⵙⵜⵉⵎ ⵙⵉⵏ ⵉⵎⵔⵙⵉⵢⵏ. ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ ⵖⴰⵙ.
error-day-future = ⴰⵙⵙ ⴰ ⵓⵔ ⵜⴰ ⵉⵣⵔⵉ. ⴰⵔⴰⵢⴰⵜ ⴰⵙⵙ ⵏⵏⴰ ⴳ ⵉⵊⵕⴰ.
error-too-long = ⵖⵣⵣⵉⴼⵏⵜ ⵜⵉⵔⵔⴰ ⴽⵉⴳⴰⵏ. ⵉⵙⴽⴽⵉⵍⵏ ⵓⴳⴰⵔ: { $over }. ⴰⵎⵓⵣⵣⵓⵔ: { $limit }.
error-too-short = ⴳⵣⵣⵓⵍⵏⵜ ⵜⵉⵔⵔⴰ ⴽⵉⴳⴰⵏ. ⴰⵔⴰⵢⴰⵜ ⵓⴳⴰⵔ.
error-characters = ⵍⵍⴰⵏ ⴽⵔⴰ ⵏ ⵉⵙⴽⴽⵉⵍⵏ ⵓⵔ ⵉⵣⵔⵉⵏ. ⴰⵔⴰⵢⴰⵜ ⵖⴰⵙ ⵉⵙⴽⴽⵉⵍⵏ ⴷ ⵡⵓⵟⵟⵓⵏⵏ.
error-number-form = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ. ⴰⵎⴷⵢⴰ: 12.
error-date-form = ⴰⵔⴰⵢⴰⵜ ⴰⵙⴰⴽⵓⴷ: ⴰⵙⵙ, ⴰⵢⵢⵓⵔ, ⴰⵙⴳⴳⵯⴰⵙ. ⴰⵎⴷⵢⴰ: 12/03/2026.
error-date-range = ⵉⴳⴳⵓⴳ ⵓⵙⴰⴽⵓⴷ ⴰ ⴽⵉⴳⴰⵏ. ⵥⵕⴰⵜ ⴷⴰⵖ ⴰⵙⴳⴳⵯⴰⵙ.
error-date-future = ⴰⵙⴰⴽⵓⴷ ⴰ ⵓⵔ ⵜⴰ ⵉⵣⵔⵉ. ⴰⵔⴰⵢⴰⵜ ⴰⵙⴰⴽⵓⴷ ⵉⵣⵔⵉⵏ.
error-date-past = ⴰⵙⴰⴽⵓⴷ ⴰ ⵉⵣⵔⵉ. ⴰⵔⴰⵢⴰⵜ ⴰⵙⴰⴽⵓⴷ ⵢⴰⴹⵏ.

## What happened

error-kind-empty = ⵙⵜⵉⵢⴰⵜ: ⵜⴰⵏⵔⵉⵣⵜ, ⵜⵉⵏⵥⵉ ⵏⵖ ⵜⴰⵙⵓⵎⵔⵜ.
error-text-empty = ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
error-text-empty-remark = ⴰⵔⴰⵢⴰⵜ ⵜⵉⵏⵥⵉ ⵏⵏⵓⵏ.
error-text-empty-proposal = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵙⵓⵎⵔⵜ ⵏⵏⵓⵏ.
error-subject-empty = ⵙⵜⵉⵢⴰⵜ ⵉⵎⵔⵙⵉ, ⵏⵖ «ⵓⵔ ⵙⵙⵉⵏⵖ».
error-place-empty = ⴰⵔⴰⵢⴰⵜ ⴰⴷⵖⴰⵔ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵔⴰⵡⵜ.
error-place-abroad = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵎⴷⵉⵏⵜ ⴷ ⵜⵎⵓⵔⵜ.
error-place-unknown = ⵓⵔ ⵏⵓⴼⵉ ⴰⴷⵖⴰⵔ «{ $typed }». ⵙⵜⵉⵢⴰⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ, ⵏⵖ ⵉⵏⵉⵢⴰⵜ: ⴱⵕⵕⴰ ⵏ ⵍⵎⵖⵔⵉⴱ.
error-place-choose = ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ ⵙⴳ ⵉⴷⵖⴰⵔⵏ ⵏⵏⴰ ⵏⵓⴼⴰ, ⵏⵖ ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵢⴰⴹⵏ.
error-coordinates = ⵓⵔ ⵏⴼⵀⵉⵎ ⴰⴷⵖⴰⵔ ⴰ. ⴰⵎⴷⵢⴰ: { $example }.
error-coordinates-link = ⵓⵔ ⵉⵍⵍⵉ ⵓⴷⵖⴰⵔ ⴳ ⵓⵙⵖⵓⵏ ⴰ. ⵕⵥⵎⴰⵜ ⵜ, ⵜⵙⵏⵖⵍⵎ ⵓⵟⵟⵓⵏⵏ. ⴰⵎⴷⵢⴰ: { $example }.
error-coordinates-empty = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏⵏ ⵏ ⵓⴷⵖⴰⵔ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵔⴰⵡⵜ.
error-coordinates-one = ⵜⵓⵔⴰⵎ ⵢⴰⵏ ⵡⵓⵟⵟⵓⵏ ⵖⴰⵙ. ⴰⵎⴷⵢⴰ: { $example }.
error-coordinates-range = ⵓⵔ ⵉⵍⵍⵉ ⵓⴷⵖⴰⵔ ⴰ. ⴰⵎⴷⵢⴰ: { $example }.
error-coordinates-outside = ⴰⴷⵖⴰⵔ ⴰ ⵉⵍⵍⴰ ⴱⵕⵕⴰ ⵏ ⵍⵎⵖⵔⵉⴱ. ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏⵏ ⵢⴰⴹⵏ.
error-coordinates-elsewhere = ⵓⵔ ⵜⵍⵍⵉ ⵜⵏⵇⵇⵉⴹⵜ ⴰ ⴳ ⵓⴷⵖⴰⵔ ⵏⵏⴰ ⵜⵙⵜⵉⵎ. ⵙⵏⴼⵍⴰⵜ ⵢⴰⵏ ⴳⵉⵙⵏ.
error-organisation-empty = ⵙⵜⵉⵢⴰⵜ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ, ⵏⵖ «ⵓⵔ ⵙⵙⵉⵏⵖ».
error-organisation-not-found = ⵓⵔ ⵏⵓⴼⵉ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ «{ $typed }». ⴰⵔⴰⵢⴰⵜ ⵜⴰⴳⵓⵔⵉ ⵢⴰⴹⵏ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ «ⵓⵔ ⵙⵙⵉⵏⵖ».
error-declaration = ⵙⵙⵉⴷⴻⴷⴰⵜ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵃⵎⴰ ⴰⴷ ⵜⴰⵣⵏⵎ.

## Who you are

error-name-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏⵏⵓⵏ. ⵓⵔ ⵔⴰⴷ ⵜ ⵉⵥⵕ ⴰⵡⴷ ⵢⴰⵏ ⵢⴰⴹⵏ.
error-name-or-contact = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏⵖ ⴰⵏⵙⴰ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ «ⵡⴰⵔⵉⵙⵎ».
error-name-of-body-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏ ⵜⵎⵙⵙⵓⵔⵜ, ⵏ ⵜⵎⵙⵎⵓⵏⵜ ⵏⵖ ⵏ ⵜⵎⵢⴰⵡⴰⵙⵜ.
error-name-too-long = ⵉⵖⵣⵣⵉⴼ ⵢⵉⵙⵎ ⴰ ⴽⵉⴳⴰⵏ.
error-name-sign = ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ⵢⵉⵙⵎ ⴰ ⵓⵔ ⵉⵣⵔⵉⵏ. ⴰⵔⴰⵢⴰⵜ ⵜ ⴷⴰⵖ.
error-name-letters = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴽⴽⵉⵍ ⴳ ⵢⵉⵙⵎ ⴰ. ⴰⵔⴰⵢⴰⵜ ⵜ ⵙ ⵉⵙⴽⴽⵉⵍⵏ.
error-body-name-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏ ⵜⵎⵙⵙⵓⵔⵜ ⵏⵖ ⵏ ⵜⵎⵙⵎⵓⵏⵜ.
error-identity-empty = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵜⵏⵜⴰⵎⵜ.
error-cin-form = ⵓⵔ ⵉⵙⵎⵉⴷ ⵡⵓⵟⵟⵓⵏ ⵏ ⵜⴽⴰⵕⴹⴰ. ⴰⵎⴷⵢⴰ: JE123456.
error-identity-form = ⵓⵟⵟⵓⵏ ⴰ ⵓⵔ ⵉⵣⵔⵉ. ⴰⵔⴰⵢⴰⵜ ⵜ ⵎⴽⵍⵍⵉ ⵉⵍⵍⴰ ⴳ ⵜⵏⵜⴰⵎⵜ.
error-ice-form = ⵓⵔ ⵉⵙⵎⵉⴷ ICE ⴰ. ⴰⵎⵓⵜⵜⵔ: 15.
error-ice-check = ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ICE ⴰ ⵓⵔ ⵉⵎⵙⴰⵙⴰⵏ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ.
error-representative-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏ ⵡⴰⵏⵏⴰ ⵜⵜ ⵉⵙⵎⴷⵢⴰⵏ.
error-quality-empty = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵡⵓⵔⵉ ⵏⵏⵙ.
error-quality-too-long = ⵉⵖⵣⵣⵉⴼ ⴽⵉⴳⴰⵏ. ⴰⵎⵓⵣⵣⵓⵔ: 80.
error-quality-form = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵡⵓⵔⵉ ⵏⵏⵙ. ⴰⵎⴷⵢⴰ: ⴰⵏⵙⵙⵉⵅⴼ.
error-phone-empty = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ.
error-phone-digits = ⵓⵟⵟⵓⵏ ⴰ ⵏ ⵜⵉⵍⵉⴼⵓⵏ ⵓⵔ ⵉⵙⵎⵉⴷ ({ $digits }/10). ⴰⵎⴷⵢⴰ: 06 12 34 56 78.
error-phone-sign = ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ: ⵓⵟⵟⵓⵏⵏ ⵖⴰⵙ. ⴰⵎⴷⵢⴰ: 06 12 34 56 78. ⵓⵟⵟⵓⵏ ⴰⴱⵕⵕⴰⵏⵉ: +.
error-call-stage = ⵜⵎⴷ ⵜⵖⵓⵔⵉ ⴰ, ⵏⵖⴷ ⵢⵓⵎⵥ ⵜⵜ ⵢⴰⵏ ⵢⴰⴹⵏ.
error-call-taken = ⵢⵓⵎⵥ ⵢⴰⵏ ⵢⴰⴹⵏ ⵜⴰⵖⵓⵔⵉ ⴰ.
error-call-disposition = ⵙⵜⵉⴰⵜ ⵜⵉⴳⵉⵔⴰ ⵏ ⵜⵖⵓⵔⵉ.
error-call-busy = ⵙⵎⴷⴰⵜ ⴷ ⵜⴰⵖⵓⵔⵉ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ.
error-call-extension = ⵉⵖⵣⵉⴼ ⵡⵓⵟⵟⵓⵏ ⴰ: 40 ⵖⴰⵙ.
error-call-signed-out = ⵙⵜⵉⴰⵜ ⴰⴼⴰⵔⴰⵙ.
error-call-notes = ⵖⵣⵣⵉⴼⵏⵜ ⵜⵉⵏⵥⴰ ⴰ.
error-call-queue = ⵙⵜⵉⴰⵜ ⴰⴼⴰⵔⴰⵙ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
error-call-proof = ⵓⵔ ⵏⵓⴼⵉ ⴰⵙⴷⴰⵡ ⵙ ⵡⵓⵟⵟⵓⵏ ⴰ ⴷ ⵢⵉⵏⵉⴳⵍ ⴰ. ⵥⵕⴰⵜ ⵜⵏ ⴷⴰⵖ.
error-call-no-sms = ⵓⵔ ⴰⵔ ⵉⵜⵜⴰⵣⵏ ⵓⴷⵖⴰⵔ ⴰ SMS. ⵙⵙⵓⵜⵔⴰⵜ ⵜⴰⵏⵙⴰ ⵏ e-mail.
error-call-landline = ⵓⵔ ⴰⵔ ⵜⵜⴰⵡⴹⵏ SMS ⵖⵔ ⵡⵓⵟⵟⵓⵏ ⴰ. ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵢⴰⴹⵏ.
error-call-back-window = ⵉⵣⵔⵉ ⵓⴽⵓⴷ ⴰ. ⵙⵜⵉⴰⵜ ⵢⴰⵏ ⵢⴰⴹⵏ.
error-call-back-far = ⵙⵜⵉⴰⵜ ⴰⵙⵙ ⴳ 30 ⵏ ⵡⵓⵙⵙⴰⵏ ⴷ ⵉⵜⵜⴷⴷⵓⵏ.
error-call-back-over = ⵜⵎⴷ ⵜⵖⵓⵔⵉ ⴰ.
error-call-back-number = ⴰⵔⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ.
error-call-back-hours = ⵙⵜⵉⴰⵜ ⴰⴽⵓⴷ ⵏ ⵡⴰⵙⵙ.
error-phone-beginning = ⵓⵟⵟⵓⵏ ⴰⵎⵖⵔⵉⴱⵉ ⵉⴱⴷⴷⵓ ⵙ 05, 06, 07 ⵏⵖ 08. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ. ⵓⵟⵟⵓⵏ ⴰⴱⵕⵕⴰⵏⵉ ⵉⴱⴷⴷⵓ ⵙ + ⴷ ⵡⵓⵟⵟⵓⵏ ⵏ ⵜⵎⵓⵔⵜ.
error-phone-short = ⵉⴳⵣⵣⵓⵍ ⵡⵓⵟⵟⵓⵏ ⴰ. ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏⵏⵓⵏ. ⴰⵎⴷⵢⴰ: 06 12 34 56 78.
error-phone-foreign = ⵓⵟⵟⵓⵏ ⴰⴱⵕⵕⴰⵏⵉ ⵉⴱⴷⴷⵓ ⵙ + ⴷ ⵡⵓⵟⵟⵓⵏ ⵏ ⵜⵎⵓⵔⵜ (8–15).
error-email-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵎⴰⵢⵍ ⵏⵏⵓⵏ.
error-email-form = ⵉⵎⴰⵢⵍ ⴰ ⵓⵔ ⵉⵣⵔⵉ. ⴰⵎⴷⵢⴰ: nom@exemple.ma.
error-email-at = ⵉⵍⵍⴰ @ ⴳ ⵉⵎⴰⵢⵍ ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ. ⴰⵎⴷⵢⴰ: nom@exemple.ma.
error-lost-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵎⴰⵢⵍ ⵏⵖ ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ.
error-lost-form = ⵓⵔ ⴷ ⵉⵎⴰⵢⵍ ⴰ, ⵓⵔ ⴷ ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ. ⴰⵎⴷⵢⴰ: nom@exemple.ma ⵏⵖ 06 12 34 56 78.
error-postal-empty = ⴰⵔⴰⵢⴰⵜ ⴰⵏⵙⴰ ⵏⵏⵓⵏ: ⴰⵙⵓⴽ, ⵓⵟⵟⵓⵏ, ⵜⴰⵎⴷⵉⵏⵜ.
error-postal-short = ⵉⴳⵣⵣⵓⵍ ⵡⴰⵏⵙⴰ ⴰ. ⴰⵔⴰⵢⴰⵜ ⴰⵙⵓⴽ, ⵓⵟⵟⵓⵏ, ⵜⴰⵎⴷⵉⵏⵜ.
error-contact-needed = ⵙⵜⵉⵢⴰⵜ ⵎⴰⵎⵏⴽ ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ.
error-contact-of-channel = ⵃⵎⴰ ⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ, ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏⵖ ⴰⵏⵙⴰ ⵏⵏⵓⵏ.

## Attachments

error-file-too-large = ⵉⵎⵇⵇⵓⵔ ⵓⴼⴰⵢⵍⵓ ⴰ ⴽⵉⴳⴰⵏ ({ $size }). ⴰⵣⵏⴰⵜ ⴰⴼⴰⵢⵍⵓ ⵉⵎⵥⵥⵉⵢⵏ.
error-file-kind = ⵓⵔ ⵏⵇⴱⵉⵍ ⴰⵏⴰⵡ ⴰ ⵏ ⵉⴼⵓⵢⵍⴰ.
error-file-empty = ⵉⵅⵡⴰ ⵓⴼⴰⵢⵍⵓ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-file-protected = ⵉⵇⵇⵏ ⵓⴼⴰⵢⵍⵓ ⴰ ⵙ ⵜⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ. ⵃⴹⵓⵢⴰⵜ ⵜ ⴱⵍⴰ ⵏⵜⵜⴰⵜ.
error-file-macros = ⵍⵍⴰⵏ macros ⴳ ⵓⴼⴰⵢⵍⵓ ⴰ. ⵃⴹⵓⵢⴰⵜ ⵜ ⴱⵍⴰ ⵏⵉⵜⵏⵉ, ⵏⵖ ⵙ PDF.
error-file-malware = ⵓⵔ ⵉⵙⵍⵉⵎ ⵓⴼⴰⵢⵍⵓ ⴰ, ⵓⵔ ⵜ ⵏⵃⴹⵉ.
error-file-unchecked = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵥⵕ ⵉⴼⵓⵢⵍⴰ ⵖⵉⵍⴰⴷ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⴹⴰⵕⵜ ⵏ ⵉⵎⵉⴽ.
error-file-pixels = ⵜⵎⵇⵇⵓⵔ ⵜⵡⵍⴰⴼⵜ ⴰ ⴽⵉⴳⴰⵏ: { $width } × { $height }. ⴰⵣⵏⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵉⵎⵥⵥⵉⵢⵏ.
error-file-broken = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵖⵔ ⴰⴼⴰⵢⵍⵓ ⴰ. ⴰⵣⵏⴰⵜ ⵜ ⴷⴰⵖ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-file-cut = ⵓⵔ ⵜⵙⵎⵉⴷ ⵜⵡⵍⴰⴼⵜ ⴰ. ⴰⵣⵏⴰⵜ ⵜⵜ ⴷⴰⵖ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-file-no-track = ⵓⵔ ⵍⵍⵉⵏⵜ ⵜⵡⵍⴰⴼⵉⵏ ⵓⵍⴰ ⴰⵡⴰⵍ ⴳ ⵓⴼⴰⵢⵍⵓ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-files-too-many = ⵜⵓⴳⵉⵍⵉⵏ: { $count }. ⴰⵎⵓⵣⵣⵓⵔ: { $limit }.
error-files-over = ⴰⵎⵓⵣⵣⵓⵔ: { $limit }. ⵓⵔ ⵏⵔⵏⵉ ({ $count }): { $names }.

## Reference and codes

error-reference-empty = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ.
error-reference-length = ⵓⵟⵟⵓⵏ ⴰ ⵏ ⵓⴹⴼⴰⵕ ⵓⵔ ⵉⵙⵎⵉⴷ. ⴰⵎⴷⵢⴰ: CK-26-7K3M-9QDX. ⵉⵍⵍⴰ ⴳ ⵜⵙⴰⵟⵟⴼⵜ.
error-reference-check = ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ⵡⵓⵟⵟⵓⵏ ⴰ ⵓⵔ ⵉⵎⵙⴰⵙⴰⵏ. ⵥⵕⴰⵜ ⴷⴰⵖ ⵜⴰⵙⴰⵟⵟⴼⵜ.
error-code-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ.
error-code-length = ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ: 8 ⵏ ⵡⵓⵟⵟⵓⵏⵏ. ⵥⵕⴰⵜ ⵜⴰⵙⴰⵟⵟⴼⵜ.
error-code-sign = ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ: ⵓⵟⵟⵓⵏⵏ ⵖⴰⵙ. ⵥⵕⴰⵜ ⵜⴰⵙⴰⵟⵟⴼⵜ.
error-lookup = ⵓⵔ ⵏⵓⴼⵉ ⴰⵙⴷⴰⵡ ⵙ ⵡⵓⵟⵟⵓⵏ ⴰ ⴷ ⵢⵉⵏⵉⴳⵍ ⴰ. ⵥⵕⴰⵜ ⵜⵏ ⴷⴰⵖ, ⵜⴰⵔⵎⵎ.
error-contact-code-form = ⵉⵏⵉⴳⵍ: 6 ⵏ ⵡⵓⵟⵟⵓⵏⵏ. ⵥⵕⴰⵜ ⵜⵓⵣⵉⵏⵜ.
error-contact-code-wrong = ⵓⵔ ⴷ ⵉⵏⵉⴳⵍ ⴰ ⴰⴷ ⵏⵓⵣⵏ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ, ⵏⵖ ⵙⵙⵓⵜⵔⴰⵜ ⵡⴰⵢⴰⴹ.
error-app-code-wrong = ⵓⵔ ⴷ ⵉⵏⵉⴳⵍ ⴰ ⴰⴷ ⵉⵍⵍⴰⵏ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ ⵖⵉⵍⴰⴷ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ.
error-contact-code-expired = ⵉⵣⵔⵉ ⵓⵣⵎⵣ ⵏ ⵢⵉⵏⵉⴳⵍ ⴰ. ⵙⵙⵓⵜⵔⴰⵜ ⵡⴰⵢⴰⴹ.
error-contact-code-tries = ⴽⵉⴳⴰⵏ ⵏ ⵜⵉⴽⴽⴰⵍ: ⵉⵏⵉⴳⵍ ⵏⵏⴰ ⵏⵓⵣⵏ ⵓⵔ ⵙⵓⵍ ⵉⵣⵔⵉ. ⵙⵙⵓⵜⵔⴰⵜ ⵉⵏⵉⴳⵍ ⵢⴰⴹⵏ.

## Following a case

error-reply-empty = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ, ⵏⵖ ⵔⵏⵓⵢⴰⵜ ⴰⴼⴰⵢⵍⵓ.
error-reason-empty = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵎⵏⵜⵉⵍⵜ.
error-reopen-reason-empty = ⵉⵏⵉⵢⴰⵜ ⴰⵏⵖ ⵎⴰⵅⴼ ⵓⵔ ⵜⴷⴷⴳⵉⵎ.
error-already-sent = ⵜⵓⵣⵏⵎ ⵢⴰⴷ ⵓⵢⴰ. ⵓⵔ ⵜ ⵏⵣⵎⵎⵉⵎ ⵙⵏⴰⵜ ⵜⵉⴽⴽⴰⵍ.

## The desk

error-code-too-many = ⴳⴳⵓⵜⵏ ⵢⵉⵏⵉⴳⵍⵏ ⵉⵥⴳⵍⵏ. ⵇⵇⵍⴰⵜ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ. ⵜⵓⵙⴷⵉⴷⵉⵏ: 15.
error-wait = ⴳⴳⵓⵜⵏ ⵢⵉⵏⵉⴳⵍⵏ ⵉⵥⴳⵍⵏ. ⵇⵇⵍⴰⵜ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ. ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }.
error-sign-in = ⵉⵎⴰⵢⵍ, ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵏⵖ ⵉⵏⵉⴳⵍ ⵓⵔ ⵉⵣⵔⵉ. ⵥⵕⴰⵜ ⵜⵏ ⴷⴰⵖ, ⵜⴰⵔⵎⵎ.
error-password-too-short = ⵜⴳⵣⵣⵓⵍ ⵜⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ. ⴰⵔⴰⵢⴰⵜ ⵓⴳⴰⵔ.
error-password-too-long = ⵜⵖⵣⵣⵉⴼ ⵜⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⴽⵉⴳⴰⵏ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-password-guessable = ⵜⵔⵅⴰ ⵜⴳⵓⵔⵉ ⴰ ⵏ ⵓⵣⵔⴰⵢ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-passwords-differ = ⵓⵔ ⵎⵙⴰⵙⴰⵏⵜ ⵜⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ. ⴰⵔⴰⵢⴰⵜ ⵢⴰⵏ ⵡⴰⵡⴰⵍ ⵙⵏⴰⵜ ⵜⵉⴽⴽⴰⵍ.
error-changed-meanwhile = ⵉⵙⵏⴼⵍ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ ⴰⵙⴷⴰⵡ ⴰ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.

## What stops an answer at the gate

gate-outcome-missing = ⵙⵜⵉⵢⴰⵜ ⵜⵉⴳⵉⵔⴰ.
gate-reasons-missing = ⴰⵔⴰⵢⴰⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ ⴷ ⵜⵎⵏⵜⵉⵍⵜ.
gate-stock-phrase-alone = ⵓⵔ ⵜⵏⵏⵉ ⵜⵎⵔⴰⵔⵓⵜ ⴰ ⵎⴰⴷ ⵉⵊⵕⴰⵏ. ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵜⵙⴽⵔⵎ, ⵎⵍⵎⵉ.
gate-stock-phrase-beside = ⵉⵍⵍⴰ ⴽⵔⴰ ⵏ ⵡⴰⵡⴰⵍ ⵉⵅⵡⴰⵏ ⴳ ⵜⵎⵔⴰⵔⵓⵜ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜ ⵜⴽⴽⵙⵎ.
gate-reasons-too-short = ⵜⴳⵣⵣⵓⵍ ⵜⵎⵔⴰⵔⵓⵜ ⴰ. ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵜⵙⴽⵔⵎ, ⵎⵍⵎⵉ, ⵎⴰⵅⴼ.
gate-ground-missing = ⴰⵔⴰⵢⴰⵜ ⴰⵙⵍⴳⵏ ⴷ ⵜⵎⴰⴳⵓⵏⵜ.
gate-body-missing = ⵉⵏⵉⵢⴰⵜ ⵎⴰⵏ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵖⵔ ⵉⵣⵎⵔ ⴰⴷ ⵉⴷⴷⵓ ⵓⵏⵙⵙⵎⵔⵙ.
gate-recourse-missing = ⴰⵔⴰⵢⴰⵜ ⵎⴰ ⵔⴰⴷ ⵉⵙⴽⵔ ⵓⵏⵙⵙⵎⵔⵙ ⵉⵖ ⵓⵔ ⵉⵎⵙⴰⵙⴰ.
gate-outcome-chosen = ⵜⵜⵓⵙⵜⴰⵢ ⵜⴳⵉⵔⴰ
gate-reasons-given = ⵍⵍⴰⵏⵜ ⵜⵎⵏⵜⴰⵍ
gate-ground-given = ⵉⵍⵍⴰ ⵓⵙⵍⴳⵏ
gate-body-given = ⵜⴻⵜⵜⵓⵏⵏⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ
gate-recourse-given = ⵉⵍⵍⴰ ⵎⴰ ⵔⴰⴷ ⵉⵙⴽⵔ ⵓⵏⵙⵙⵎⵔⵙ

## What the clerks refuse

error-organisation-unknown = ⵓⵔ ⵏⵓⴼⵉ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵜⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
error-nobody-reads-reports = ⵓⵔ ⵉⵍⵍⵉ ⴰⵡⴷ ⵢⴰⵏ ⴳ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ ⵉⵣⵎⵔⵏ ⴰⴷ ⵉⵖⵔ ⴰⵙⵉⵡⴹ ⵅⴼ ⵓⴳⵓⴼⵙⵓ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-officer-unknown = ⵓⵔ ⵉⵍⵍⵉ ⵓⵎⵙⵖⴰⵏ ⴰ ⴳ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
error-email-taken = ⵉⵎⴰⵢⵍ ⴰ ⵉⵍⵍⴰ ⴳ ⵓⵎⵉⴹⴰⵏ ⵢⴰⴹⵏ. ⴰⵔⴰⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-invitation-over = ⵜⵉⵖⵔⵉ ⴰ ⵜⵣⵔⵉ ⵢⴰⴷ.
error-not-permitted = ⵓⵔ ⵖⵓⵔⵓⵏ ⴰⵣⵔⴼ ⵏ ⵓⵢⴰ. ⵙⵙⵓⵜⵔⴰⵜ ⵜ ⵉ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵣⵓⵏⵉ.

## What the law refuses

refusal-not-in-this-stage = ⵓⵔ ⵉⵥⴹⴰⵕ ⵓⵢⴰ ⵖⵉⵍⴰⴷ.
refusal-not-yours = ⵓⵔ ⴷ ⵜⴰⵡⵓⵔⵉ ⵏⵏⵓⵏ.
refusal-not-examined = ⵖⵔⴰⵜ ⴰⵙⴷⴰⵡ ⵣⵡⴰⵔ.
refusal-outcome-does-not-fit = ⵜⵉⴳⵉⵔⴰ ⴰ ⵓⵔ ⵜⵎⵙⴰⵙⴰ ⴷ ⵓⵏⴰⵡ ⵏ ⵓⵙⴷⴰⵡ.
refusal-already-there = ⵉⵍⵍⴰ ⵢⴰⴷ ⵓⵙⴷⴰⵡ ⵖⵓⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
refusal-bound-by-arbitration = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ: ⵔⴰⴷ ⵜⵔⴰⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ.
refusal-must-be-another-officer = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ: ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
refusal-extension-not-provided = ⴰⵍⵓⴳⵏ ⵓⵔ ⵉⵜⵜⴰⴷⵊⴰ ⴰⵔⵏⵏⵓ ⵏ ⵓⵣⵎⵣ.
refusal-already-extended = ⵏⵔⵏⴰ ⵢⴰⴷ ⵉ ⵓⵣⵎⵣ. ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ ⵖⴰⵙ.
refusal-date-not-in-future = ⵙⵜⵉⵢⴰⵜ ⴰⵙⵙ ⵓⵔ ⵜⴰ ⵉⵣⵔⵉⵏ.
refusal-not-consulted = ⵓⵔ ⵏⵜⵜⵇⵇⵍ ⵜⴰⵏⵏⴰⵢⵜ ⴰ.
refusal-already-judged = ⵜⵏⵏⴰⵎ ⵢⴰⴷ ⵎⴰⴷ ⵜⵥⵕⴰⵎ ⴳ ⵜⵎⵔⴰⵔⵓⵜ ⴰ.
refusal-no-answer-yet = ⵓⵔ ⵜⴰ ⵜⵔⵓⵔⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
refusal-reopening-over = ⵉⵣⵔⵉ ⵓⵣⵎⵣ ⵏ ⵓⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
refusal-reopened-too-often = ⵓⵔ ⵉⵣⵎⵉⵔ ⵓⵙⴷⴰⵡ ⴰ ⴰⴷ ⵉⵕⵥⵎ ⴷⴰⵖ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
refusal-withdrawn = ⵉⵜⵜⵓⵙⵔ ⵓⵙⴷⴰⵡ ⴰ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵔⵙⵎ ⵜⴰⵢⴰⴹ.
refusal-answer-untold = ⵓⵔ ⵜⴰ ⵉⵙⵙⵉⵏ ⵓⵏⵙⵙⵎⵔⵙ ⵜⴰⵎⵔⴰⵔⵓⵜ.
refusal-too-early-to-close = ⵓⵔ ⵜⴰ ⵉⵣⵔⵉ ⵓⵣⵎⵣ.
refusal-nothing-to-tell = ⵓⵔ ⵉⵇⵇⵉⵎ ⵎⴰⴷ ⵔⴰⴷ ⵏⵉⵏⵉ ⵉ ⵓⵏⵙⵙⵎⵔⵙ.

## Pages of trouble

trouble-request-id = ⵓⵟⵟⵓⵏ ⵏ ⵜⴰⵙⵏⴰ ⴰ: { $id }
trouble-help = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⴰⵡⵍⵎ: 3737.
trouble-home = ⴷⴷⵓ ⵖⵔ ⵜⴰⵙⵏⴰ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ
trouble-400-title = ⵓⵔ ⵏⴼⵀⵉⵎ ⵜⵓⵜⵔⴰ ⴰ
trouble-400-text = ⵓⵔ ⵉⵙⵎⵉⴷ ⵓⵙⵖⵓⵏ ⴰ. ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⴷⴼⴼⵉⵔ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ.
trouble-403-title = ⵓⵔ ⵜⵣⵎⵉⵔ ⴰⴷ ⵜⵕⵥⵎ ⵜⴰⵙⵏⴰ ⴰ
trouble-403-text = ⵜⵇⵇⵉⵎ ⵜⴰⵙⵏⴰ ⴰ ⵜⵕⵥⵎ ⴽⵉⴳⴰⵏ, ⵏⵖ ⵓⵔ ⵖⵓⵔⵓⵏ ⴰⵣⵔⴼ. ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⴷⴼⴼⵉⵔ, ⵜⴰⵣⵏⵎ ⴷⴰⵖ.
trouble-404-title = ⵓⵔ ⵏⵓⴼⵉ ⵜⴰⵙⵏⴰ ⴰ
trouble-404-text = ⴰⵏⵙⴰ ⵓⵔ ⵉⵙⵎⵉⴷ ⵏⵖ ⵉⵏⴼⵍ. ⵃⵎⴰ ⴰⴷ ⵜⴰⴼⵎ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ: «ⴹⴼⵕ ⴰⵙⴷⴰⵡ».
trouble-405-title = ⵓⵔ ⵜⵕⵥⵥⵎ ⵜⴰⵙⵏⴰ ⴰ ⵎⴽⴰⵏⵏ
trouble-405-text = ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⴷⴼⴼⵉⵔ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ.
trouble-410-title = ⵜⵣⵔⵉ ⵜⴰⵙⵏⴰ ⴰ
trouble-410-text = ⵉⵣⵔⵉ ⵓⵣⵎⵣ ⵏ ⵓⵙⵖⵓⵏ ⴰ. ⵉⵖ ⵜⵓⵣⵏⵎ ⵢⴰⴷ ⵜⴰⵏⵔⵉⵣⵜ, ⵔⵣⵓⵢⴰⵜ ⵜⵜ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ. ⵎⴽ ⵓⵀⵓ, ⴱⴷⵓⵢⴰⵜ ⴷⴰⵖ.
trouble-409-title = ⵓⵔ ⵏⵣⵎⵎⵉⵎ ⵎⴰⴷ ⵜⵓⵣⵏⵎ
trouble-413-title = ⵉⵎⵇⵇⵓⵔ ⴽⵉⴳⴰⵏ ⵎⴰⴷ ⵜⵓⵣⵏⵎ
trouble-413-text = ⴰⵎⵓⵣⵣⵓⵔ ⵏ ⵓⴼⴰⵢⵍⵓ: { $limit }. ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⴷⴼⴼⵉⵔ, ⵙⵜⵉⵢⴰⵜ ⴰⴼⴰⵢⵍⵓ ⵉⵎⵥⵥⵉⵢⵏ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.
trouble-413-form-text = ⵉⵖⵣⵣⵉⴼ ⴽⵉⴳⴰⵏ ⵓⴹⵕⵉⵚ ⵏⵏⵓⵏ. ⵙⴳⵣⵍⴰⵜ ⵜ, ⵜⴰⵣⵏⵎ ⵜ ⴷⴰⵖ.
trouble-415-title = ⵓⵔ ⵏⵇⴱⵉⵍ ⴰⵏⴰⵡ ⴰ ⵏ ⵉⴼⵓⵢⵍⴰ
trouble-415-text = ⴰⵣⵏⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏⵖ PDF. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.
trouble-429-title = ⴽⵉⴳⴰⵏ ⵏ ⵜⵉⴽⴽⴰⵍ
trouble-429-text = ⵇⵇⵍⴰⵜ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ. ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }.
trouble-500-title = ⵜⵍⵍⴰ ⵜⵣⴳⵍⵜ ⵖⵓⵔⵏⵖ
trouble-500-text = ⵜⴰⵣⴳⵍⵜ ⵖⵓⵔⵏⵖ, ⵓⵔ ⴷ ⵖⵓⵔⵓⵏ. ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⴷⴼⴼⵉⵔ, ⵜⴰⵔⵎⵎ ⴷⴰⵖ. ⵉⵖ ⵓⵔ ⵜⵥⵕⵉⵎ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ, ⵓⵔ ⵜⴰ ⵏⵣⵎⵎⵉⵎ ⵡⴰⵍⵓ.
trouble-503-title = ⵜⴱⴷⴷ ⵜⵏⴰⴼⵓⵜ ⵉⵎⵉⴽ
trouble-503-text = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵣⵎⵎⴻⵎ ⵡⴰⵍⵓ ⵖⵉⵍⴰⴷ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⴹⴰⵕⵜ ⵏ ⵉⵎⵉⴽ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵏⵣⵎⵎⴻⵎ ⵢⴰⴷ.
trouble-press-title = ⴽⵉⴳⴰⵏ ⵏ ⵉⴼⵓⵢⵍⴰ ⵖⵉⵍⴰⴷ
trouble-press-text = ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⴹⴰⵕⵜ ⵏ ⵉⵎⵉⴽ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵏⵣⵎⵎⴻⵎ ⵢⴰⴷ.
trouble-session-title = ⵜⵔⴳⵍ ⵜⴰⵙⵏⴰ
trouble-session-text = ⵜⵔⴳⵍ ⵜⴰⵙⵏⴰ ⴰ. ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.

## What administrators are told

error-own-role = ⵓⵔ ⵜⵣⵎⵉⵔⵎ ⴰⴷ ⵜⵙⵏⴼⵍⵎ ⵜⴰⵡⵓⵔⵉ ⵏⵏⵓⵏ. ⵙⵙⵓⵜⵔⴰⵜ ⵜ ⵉ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
error-own-account = ⵓⵔ ⵜⵣⵎⵉⵔⵎ ⵉ ⵓⵢⴰ ⴳ ⵓⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ. ⵙⵙⵓⵜⵔⴰⵜ ⵜ ⵉ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
error-last-administrator = ⵡⴰ ⴷ ⴰⵎⵙⵖⴰⵏ ⴰⵎⴳⴳⴰⵔⵓ. ⵔⵏⵓⵢⴰⵜ ⵡⴰⵢⴰⴹ ⴷⴰⵜ.
error-unit-elsewhere = ⵜⴰⵣⵓⵏⵉ ⴰ ⵓⵔ ⵜⵍⵍⵉ ⴳ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
error-changed-by-another = ⵉⵙⵏⴼⵍ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ ⵜⴰⵙⵏⴰ ⴰ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ: ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ, ⵜⵃⴹⵓⵎ ⵜ.
error-nothing-found = ⵓⵔ ⵏⵓⴼⵉ ⵡⴰⵍⵓ. ⴰⵔⵎⴰⵜ ⵜⴰⴳⵓⵔⵉ ⵢⴰⴹⵏ.
error-country-broken = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵃⴹⵓ ⴰⵢⴰ. ⵥⵕⴰⵜ ⴷⴰⵖ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.
error-code-form = ⴰⵔⴰⵢⴰⵜ ⵉⵙⴽⴽⵉⵍⵏ ⵉⵎⵥⵥⵢⴰⵏⵏ ⵏⵖ ⵓⵟⵟⵓⵏⵏ (64).
error-code-taken = ⴰⵏⴳⴰⵍ ⴰ ⵉⵍⵍⴰ ⵖⵓⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ. ⴰⵔⴰⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-name-ar-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵙ ⵜⴰⵄⵔⴰⴱⵜ.
error-name-fr-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵙ ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ.
error-organisation-circle = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵓⵔ ⵜⵣⵎⵉⵔ ⴰⴷ ⵜⵉⵍⵉ ⴷⴷⴰⵡ ⵉⵅⴼ ⵏⵏⵙ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-territory-taken = ⴰⴽⴰⵍ ⴰ ⵖⵓⵔⵙ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ. ⵙⵜⵉⵢⴰⵜ ⵡⴰⵢⴰⴹ.
error-organisation-open-cases = ⵖⵓⵔⵙ ⵉⵙⴷⴰⵡⵏ ⵉⵕⵥⵎⵏ.
error-organisation-rule = ⵜⵍⵍⴰ ⴳ ⵢⴰⵏ ⵓⵍⵓⴳⵏ.
error-organisation-authority = ⵏⵜⵜⴰⵜ ⴷ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵡⴰⴽⴰⵍ ⵏⵏⵙ.
error-organisation-parts = ⵍⵍⴰⵏⵜ ⵜⵣⵓⵏⵉⵡⵉⵏ ⴷⴷⴰⵡⴰⵙ.
error-organisation-people = ⵍⵍⴰⵏ ⵉⵎⵙⵖⴰⵏⵏ ⴳⵉⵙ.
error-organisation-receives-nothing = ⵓⵔ ⴰⵔ ⵜⵜⴰⵎⵥ ⵉⵙⴷⴰⵡⵏ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
error-organisation-reform = ⵏⵜⵜⴰⵜ ⴰⵔ ⵜⵙⵙⴰⵡⴰⴹ ⵉⵙⴷⴰⵡⵏ.
error-holiday-there = ⵜⵍⵍⴰ ⵜⵏⵓⵕⵥⵎⵜ ⵢⴰⴹⵏ ⴳ ⵡⴰⵙⵙ ⴰ. ⵙⵜⵉⵢⴰⵜ ⴰⵙⵙ ⵢⴰⴹⵏ.
error-weekend-all = ⵉⵅⵚⵚⴰ ⵢⴰⵏ ⵡⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ ⴳ ⵉⵎⴰⵍⴰⵙⵙ.
error-policy-days = ⵓⵟⵟⵓⵏ ⴰ ⵓⵔ ⵉⵎⴽⵉⵏ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ.
error-policy-same-day = ⵜⵍⵍⴰ ⵜⵓⵏⵖⵉⵍⵜ ⵢⴰⴹⵏ ⴳ ⵡⴰⵙⵙ ⴰ. ⵙⵜⵉⵢⴰⵜ ⴰⵙⵙ ⵢⴰⴹⵏ.
error-policy-reminders = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏⵏ ⵏ ⵡⵓⵙⵙⴰⵏ, ⵎⴷⵢⴰ 15, 5.

gate-ground-says-nothing = ⴰⵙⵍⴳⵏ ⴰ ⵓⵔ ⵉⵎⵎⵍ ⴰⴹⵕⵉⵚ. ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏⵏⵙ ⴷ ⵜⵎⴰⴳⵓⵏⵜ.
refusal-date-after-due = ⵙⵜⵉⵢⴰⵜ ⴰⵙⵙ ⴷⴰⵜ ⵏ ⵓⵣⵎⵣ ⵏ ⵓⵙⴷⴰⵡ.
error-password-present = ⵓⵔ ⴷ ⵜⴰ ⴰⵢⴷ ⵉⴳⴰⵏ ⵜⴰⴳⵓⵔⵉ ⵏⵏⵓⵏ ⵏ ⵓⵣⵔⴰⵢ.
error-no-second-factor = ⵔⵏⵓⵢⴰⵜ ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2 ⵙ ⵓⵎⵣⵡⴰⵔⵓ.
error-policy-year-day = اكتبوا الشهر ثم اليوم وبينهما شرطة.
