### Filing: the steps from the kind of message to sending it.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Frame

filing-step-title = { $kind } · { $step } / { $steps }

## 1. Kind

filing-kind-legend = ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵉⴳⴰ

## 2. What happened

filing-what-title = ⵎⴰⴷ ⵉⵊⵕⴰⵏ?
filing-what-title-remark = ⵎⴰ ⵜⴳⴰ ⵜⵉⵏⵥⵉ ⵏⵏⵓⵏ?
filing-what-title-proposal = ⵎⴰ ⵜⴳⴰ ⵜⵙⵓⵎⵔⵜ ⵏⵏⵓⵏ?
filing-text-limit = ⴰⵎⵓⵣⵣⵓⵔ: { $limit }.
filing-what-hint = ⴰⵔⴰⵢⴰⵜ ⵎⴽⵍⵍⵉ ⵜⵙⴰⵡⴰⵍⵎ: ⵎⴰⴷ ⵉⵊⵕⴰⵏ, ⵎⴰⵏⵉ, ⵎⵍⵎⵉ. ⵙ ⵜⴰⵄⵔⴰⴱⵜ, ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ ⵏⵖ ⵜⴰⵏⴳⵍⵉⵣⵜ. ⴰⴷ ⵓⵔ ⵜⴰⵔⴰⵎ ⴷⴰ ⵉⵙⵎ ⵏⵏⵓⵏ ⵓⵍⴰ ⵓⵟⵟⵓⵏ ⵏ ⵜⴽⴰⵕⴹⴰ ⵏⵏⵓⵏ.
filing-what-hint-remark = ⴰⵔⴰⵢⴰⵜ ⵎⴽⵍⵍⵉ ⵜⵙⴰⵡⴰⵍⵎ: ⵎⴰⴷ ⵜⵥⵕⴰⵎ, ⵎⴰⵏⵉ, ⵎⵍⵎⵉ. ⵙ ⵜⴰⵄⵔⴰⴱⵜ, ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ ⵏⵖ ⵜⴰⵏⴳⵍⵉⵣⵜ. ⴰⴷ ⵓⵔ ⵜⴰⵔⴰⵎ ⴷⴰ ⵉⵙⵎ ⵏⵏⵓⵏ ⵓⵍⴰ ⵓⵟⵟⵓⵏ ⵏ ⵜⴽⴰⵕⴹⴰ ⵏⵏⵓⵏ.
filing-what-hint-proposal = ⴰⵔⴰⵢⴰⵜ ⵎⴽⵍⵍⵉ ⵜⵙⴰⵡⴰⵍⵎ: ⵎⴰⴷ ⵉⵇⵇⴰⵏ ⴰⴷ ⵉⵏⴼⵍ, ⵎⴰⵏⵉ. ⵙ ⵜⴰⵄⵔⴰⴱⵜ, ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ ⵏⵖ ⵜⴰⵏⴳⵍⵉⵣⵜ. ⴰⴷ ⵓⵔ ⵜⴰⵔⴰⵎ ⴷⴰ ⵉⵙⵎ ⵏⵏⵓⵏ ⵓⵍⴰ ⵓⵟⵟⵓⵏ ⵏ ⵜⴽⴰⵕⴹⴰ ⵏⵏⵓⵏ.
filing-what-files = ⵔⵏⵓ ⵜⵉⵡⵍⴰⴼⵉⵏ ⵏⵖ ⵜⵉⵏⵜⴰⵎⵉⵏ
filing-subject-title = ⵎⴰ ⵉⴳⴰ ⵉⵎⵔⵙⵉ?
filing-about-title = ⵉⵙ ⵉⴳⴰ ⵢⴰⵏ ⵙⴳ ⵉⵎⵔⵙⵉⵢⵏ ⴰ?
filing-about-lead = ⵙⴳ ⵡⴰⵡⴰⵍⵏ ⵏⵏⵓⵏ: ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ, ⵏⵖ ⵡⴰⵢⴰⴹ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
filing-about-goes = ⴰⴷ ⵜⵔⴰⵔ: { $organisation }
filing-about-because = ⵜⵓⵔⴰⵎ: { $words }
filing-about-none = ⵓⵔ ⵉⴳⵉ ⵢⴰⵏ ⵙⴳ ⵡⵉⵏ: ⴰⴷ ⵙⵜⵉⵖ ⵙⴳ ⵜⵍⴳⴰⵎⵜ
filing-about-listed = ⴰⴷ ⵙⵜⵉⵖ ⵙⴳ ⵜⵍⴳⴰⵎⵜ
filing-about-list = ⵎⴰⵕⵕⴰ ⵉⵎⵔⵙⵉⵢⵏ, ⵙ ⵢⵉⴳⵔ
filing-about-unknown-hint = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⴷ ⵔⴰⴷ ⵉⵙⵜⵉⵏ ⵉⵎⵔⵙⵉ.

## 3. Where

filing-where-title = ⵎⴰⵏⵉ?
filing-where-hint = ⵜⴰⵎⴷⵉⵏⵜ ⵏⵖ ⵜⴰⴳⵔⴰⵡⵜ.
filing-where-found = ⵉⴷⵖⴰⵔⵏ ⵏⵏⴰ ⵏⵓⴼⴰ
filing-where-list = ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ ⵏ ⵜⵎⵏⴰⴹⵉⵏ
filing-where-all = ⵜⵉⵎⵏⴰⴹⵉⵏ ⴰⴽⴽⵯ
filing-where-point = ⵏⵖ ⵓⵟⵟⵓⵏⵏ ⵏ ⵓⴷⵖⴰⵔ (الإحداثيات)
filing-where-point-hint = ⴰⵎⴷⵢⴰ: { $example }, ⵏⵖ ⴰⵙⵖⵓⵏ (خريطة).
filing-where-point-find = ⵔⵣⵓ ⵅⴼ ⵜⴳⵔⴰⵡⵜ
filing-where-point-here = ⴰⴷⵖⴰⵔ ⵉⵏⵓ
filing-where-point-waiting = ⴰⵔ ⵏⵔⵣⵣⵓ ⵅⴼ ⵓⴷⵖⴰⵔ ⵏⵏⵓⵏ…
filing-where-point-done = ⵏⵓⵔⴰ ⴰⴷⵖⴰⵔ ⵏⵏⵓⵏ. ⴷⴷⵓⵢⴰⵜ ⵖⵔ ⵣⴷⴰⵜ.
filing-where-point-failed = ⵓⵔ ⵏⵓⴼⵉ ⴰⴷⵖⴰⵔ ⵏⵏⵓⵏ. ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏⵏ, ⵏⵖ ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵔⴰⵡⵜ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
filing-where-point-found = ⴰⴷⵖⴰⵔ ⴰ ⵉⵍⵍⴰ ⴳ: { $place }. ⵥⵕⴰⵜ ⵜ, ⵜⴷⴷⵓⵎ ⵖⵔ ⵣⴷⴰⵜ.
filing-where-point-near = ⵉⵇⵔⴱ ⵓⴷⵖⴰⵔ ⴰ: { $place }. ⵥⵕⴰⵜ ⵜ, ⵜⴷⴷⵓⵎ ⵖⵔ ⵣⴷⴰⵜ.
filing-point = { $place } · { $point }
filing-where-details = ⴰⴷⵖⴰⵔ: ⵜⵓⴷⴷⵓⵔⵜ, ⴰⵙⵓⴽ, ⴰⴹⵡⵡⴰⵕ
filing-where-abroad = ⵜⴰⵎⴷⵉⵏⵜ ⴷ ⵜⵎⵓⵔⵜ

## 4. Who must answer

filing-who-title = ⵎⴰ ⵔⴰⴷ ⵉⵔⴰⵔ?
filing-who-suggested = ⵏⵙⵓⵎⵔ
filing-who-because = ⴰⵛⴽⵓ: { $reason }
filing-who-dropped = ⵜⵙⵜⵉⵎ: { $organisation }. ⵓⵔ ⴰⵔ ⵜⵜⵔⴰⵔ ⴷⴰ ⴳ ⵢⵉⵎⵔⵙⵉ ⴰ. ⵙⵜⵉⵢⴰⵜ ⴷⴰⵖ.
filing-who-tag = ⵏⵙⵓⵎⵔ ⵜⵜ
filing-who-search = ⵔⵣⵓⵢⴰⵜ ⵙ ⵢⵉⵙⵎ
filing-who-unknown = ⵓⵔ ⵙⵙⵉⵏⵖ
filing-who-unknown-hint = ⵔⴰⴷ ⵜⵜ ⵏⴰⵣⵏ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
filing-who-orientation = ⴱⵕⵕⴰ ⵏ ⵓⵡⵡⵓⵔ, { $when }: { $reason }
filing-who-orientation-always = ⴱⵕⵕⴰ ⵏ ⵓⵡⵡⵓⵔ: { $reason }
filing-who-outside = ⵓⵔ ⴰⵔ ⵜⵜⴰⵎⵥ ⴰⵎⵢⴰ ⵙ ⵓⵡⵡⵓⵔ ⴰ. ⴷⴷⵓⵢⴰⵜ ⵖⵓⵔⵙ.
filing-who-smaller = { $place }: ⵍⵍⴰⵏⵜ ⴷⴰ ⴽⵉⴳⴰⵏ ⵏ ⵜⴳⵔⴰⵡⵉⵏ. ⵜⴰⴳⵔⴰⵡⵜ ⴰⴷ ⵔⴰⴷ ⵢⵔⴰⵔⵏ ⴳ ⵢⵉⵎⵔⵙⵉ ⴰ.
filing-who-choose-commune = ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵔⴰⵡⵜ.

## 5. Attachments

filing-files-title = ⵜⵉⵡⵍⴰⴼⵉⵏ ⵏⵖ ⵜⵉⵏⵜⴰⵎⵉⵏ
filing-files-hint = ⵜⴰⵡⵍⴰⴼⵜ ⵙⴳ ⵜⵉⵍⵉⴼⵓⵏ. ⴰⵎⵓⵣⵣⵓⵔ: { $count }, { $size }.
filing-files-taken = ⵏⵇⴱⵍ: JPEG, PNG, WebP, HEIC; PDF, Word, Excel, PowerPoint, OpenDocument; MP3, M4A, AAC, OGG, WAV, AMR; MP4, MOV, 3GP, WebM.
filing-files-choose = ⵙⵜⵉ ⴰⴼⴰⵢⵍⵓ
filing-files-clean = ⵏⵜⵜⴽⴽⵙ ⵙⴳ ⵜⵡⵍⴰⴼⵉⵏ, MP4, MP3, PDF ⵎⴰⴷ ⵉⵏⵜⵍⵏ, ⵣⵓⵏⴷ ⴰⴷⵖⴰⵔ. ⵓⵔ ⵜ ⵏⵜⵜⴽⴽⵙ ⵙⴳ Word, Excel, PowerPoint, OpenDocument.

## 6. You

filing-you-title = ⵉ ⵎⵉ ⵔⴰⴷ ⵏⵔⴰⵔ?
filing-you-category = ⵜⵜⴰⵔⴰⵎ ⵙ ⵢⵉⵙⵎ ⵏ
filing-you-elsewhere = ⵢⵓⵔⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵢⴰⴹⵏ: ⵉⵜⵜⵓⵃⴹⴰ, ⵓⵔ ⴷⴰ ⵉⴱⴰⵏ. ⴰⴷⵊⴰⵜ ⵉⵅⵡⴰ ⵎⴰⴷ ⵔⴰⴷ ⵉⵇⵇⵉⵎ, ⵏⵖ ⴰⵔⴰⵢⴰⵜ ⵜ ⴷⴰⵖ.
filing-you-identity-kind = ⴰⵏⴰⵡ ⵏ ⵜⵏⵜⴰⵎⵜ
filing-you-identity-hint = ⴰⵎⴷⵢⴰ: JE123456
filing-you-representative-hint = ⵡⴰⵏⵏⴰ ⵢⵓⵔⴰⵏ ⴳ ⵓⴷⵖⴰⵔ ⵏⵏⵙ.
filing-you-quality-hint = ⴰⵎⴷⵢⴰ: ⴰⵏⵙⵙⵉⵅⴼ.
filing-you-body-registration = ⴰⵣⵎⵎⴻⵎ
filing-you-body-number = ICE ⵏⵖ ⵓⵟⵟⵓⵏ ⵏ ⵓⵣⵎⵎⴻⵎ
filing-you-body-number-hint = ICE: 15. ⵉⵖ ⵓⵔ ⵉⵍⵍⵉ, ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵓⵣⵎⵎⴻⵎ.
filing-you-behalf = ⵉⵙ ⵜⵜⴰⵔⴰⵎ ⵉ ⵡⴰⵢⴰⴹ? ⵉⵙⵎ ⵏⵏⵙ
filing-you-answer-by = ⵎⴰⵎⵏⴽ ⵜⵔⴰⵎ ⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ?
filing-you-answer-by-hint = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵜ ⵜⵖⵔⵎ ⴷⴰ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ.
filing-you-by-email = ⵉⵎⴰⵢⵍ
filing-you-by-email-hint = ⵔⴰⴷ ⴰⵡⵏ ⵏⴰⵣⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜ. ⵔⴰⴷ ⵏⴰⵣⵏ ⵉⵏⵉⴳⵍ.
filing-you-by-sms = SMS
filing-you-by-phone = ⵜⵉⵍⵉⴼⵓⵏ
filing-you-by-phone-hint = ⵔⴰⴷ ⴰⵡⵏ ⵜⵙⴰⵡⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴳ ⵡⵓⵟⵟⵓⵏ ⴰ. ⵓⵔ ⵖⵓⵔⵙ ⵏⵜⵜⴰⵣⵏ ⵉⵏⵉⴳⵍ.
filing-you-by-phone-texted = ⵔⴰⴷ ⴰⵡⵏ ⵏⴰⵣⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜ ⵙ SMS. ⵔⴰⴷ ⵏⴰⵣⵏ ⵉⵏⵉⴳⵍ.
filing-you-by-letter = ⵜⴰⴱⵔⴰⵜ
filing-you-by-letter-hint = ⵔⴰⴷ ⵜⴰⵡⴹ ⵜⴱⵔⴰⵜ ⵖⵔ ⵡⴰⵏⵙⴰ ⵏⵏⵓⵏ.
filing-you-by-nothing = ⵔⴰⴷ ⴹⴼⵕⵖ ⵙ ⵡⵓⵟⵟⵓⵏ
filing-you-by-nothing-hint = ⵓⵔ ⵔⴰⴷ ⴰⵡⵏ ⵢⴰⵔⴰ ⴰⵡⴷ ⵢⴰⵏ. ⴰⵖⵓⵍⴰⵜ ⵙ ⴷⴰ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ: ⵃⴹⵓⵢⴰⵜ ⵜⵏ.
filing-you-address-hint = ⴰⵙⵓⴽ ⴷ ⵡⵓⵟⵟⵓⵏ, ⵜⵓⴷⴷⵓⵔⵜ, ⵜⴰⵎⴷⵉⵏⵜ.
filing-you-anonymous-hint = ⵔⴰⴷ ⵜⵜ ⵜⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⵎⴰⵛⴰ ⵜⵣⵎⵔ ⴰⴷ ⵓⵔ ⵜⵔⴰⵔ. ⵓⵔ ⵏⵜⵜⴰⵣⵏ ⵉⵙⵎ ⵏⵖ ⵓⵟⵟⵓⵏ.
filing-you-code-title = ⵙⵙⵉⴷⴻⴷ ⵉⵎⴰⵢⵍ ⵏⵏⵓⵏ
filing-you-code-title-phone = ⵙⵙⵉⴷⴻⴷ ⵓⵟⵟⵓⵏ ⵏⵏⵓⵏ
filing-you-code-sent = ⵏⵓⵣⵏ ⵉⵏⵉⴳⵍ (6) ⵖⵔ { $contact }. ⴰⵔⴰⵢⴰⵜ ⵜ ⴷⴰ.
filing-you-code-send = ⴰⵣⵏ ⵉⵏⵉⴳⵍ
filing-you-code-again = ⴰⵣⵏ ⵉⵏⵉⴳⵍ ⵢⴰⴹⵏ
filing-you-code-later = ⵖⵔ ⵣⴷⴰⵜ
filing-you-code-label = ⵉⵏⵉⴳⵍ (6)
filing-you-code-new = ⵏⵓⵣⵏ ⵉⵏⵉⴳⵍ. ⴰⵔⴰⵢⴰⵜ ⴰⵎⴳⴳⴰⵔⵓ.
filing-you-code-pause = ⵏⵓⵣⵏ ⵢⴰⴷ ⵉⵏⵉⴳⵍ. ⵉⵖ ⵓⵔ ⵢⵓⵡⵉⴹ, ⵙⵙⵓⵜⵔⴰⵜ ⵡⴰⵢⴰⴹ. ⵜⵉⵙⵉⵏⵉⵏ ⵏⵏⴰ ⵉⵇⵇⵉⵎⵏ: { $seconds }.
filing-you-code-many = ⴳⴳⵓⵜⵏ ⵢⵉⵏⵉⴳⵍⵏ ⴰⵙⵙⴰ. ⵙⵙⵓⵜⵔⴰⵜ ⵉⵏⵉⴳⵍ ⴰⵙⴽⴽⴰ.
filing-you-code-change = ⵙⵏⴼⵍ ⵉⵎⴰⵢⵍ
filing-you-code-change-phone = ⵙⵏⴼⵍ ⵓⵟⵟⵓⵏ
filing-you-code-why = ⵉⵖ ⵉⵙⴷⴷ ⵉⵎⴰⵢⵍ, ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵍⴳⴰⵎⵜ ⵏ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ ⵉⵖ ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ, ⵜⵕⵥⵎⵎ ⴰⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ.
filing-you-code-why-phone = ⵉⵖ ⵉⵙⴷⴷ ⵡⵓⵟⵟⵓⵏ, ⵜⵣⵎⵔⵎ ⴰⴷ ⴳⵉⵙ ⵜⴰⵎⵥⵎ ⵜⴰⵍⴳⴰⵎⵜ ⵏ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ ⵉⵖ ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ.
filing-you-code-not-done = ⵓⵔ ⵜⴰ ⵉⵙⴷⴷ.
filing-you-code-done = ⵉⵙⴷⴷ.

## 7. Check and send

filing-check-title = ⵥⵕⴰⵜ ⴷⴰⵖ ⴷⴰⵜ ⵏ ⵓⵣⴰⵏ
filing-check-you = ⴽⵏⵏⵉⵎ
filing-check-after-title = ⴹⴰⵕⵜ ⵏ ⵓⵣⴰⵏ
filing-check-after-text = ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵙⴰⵟⵟⴼⵜ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }.
filing-check-anonymous-lead = ⵓⵔ ⵏⵜⵜⴰⵣⵏ ⵉⵙⵎ ⵏⵖ ⵓⵟⵟⵓⵏ: ⵓⵔ ⵉⵣⵎⵉⵔ ⴰⵡⴷ ⵢⴰⵏ ⴰⴷ ⴰⵡⵏ ⵢⴰⵔⴰ.
filing-check-anonymous-dropped = ⵓⵔ ⵉⵜⵜⵓⵣⵏ
filing-check-no-files = ⵡⴰⵍⵓ
filing-check-outside = ⴱⵕⵕⴰ ⵏ ⵓⵡⵡⵓⵔ
filing-check-no-details = ⵡⴰⵍⵓ
filing-check-anonymous-after = ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵙⴰⵟⵟⴼⵜ. ⵃⴹⵓⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ: ⵜⵣⵎⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⴷ ⵓⵔ ⵜⵔⴰⵔ, ⵓⵔ ⵉⵣⵎⵉⵔ ⴰⵡⴷ ⵢⴰⵏ ⴰⴷ ⴰⵡⵏ ⵢⴰⵔⴰ.
filing-check-declaration = ⵎⴰⴷ ⵓⵔⵉⵖ ⵉⴳⴰ ⵜⵉⴷⵜ, ⵓⵔ ⵉⵍⵍⵉ ⴳ ⵜⵙⵏⴱⴹⴰⵢⵜ.
