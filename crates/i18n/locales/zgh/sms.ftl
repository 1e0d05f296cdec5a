### Short messages: the fewest words. Where a text is in Latin letters, none may be outside of GSM 03.38.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## What happened to a case

sms-sample = ⴰⵔⵎ: ⵓⵔ ⴷ ⵜⵉⴷⵜ
sms-acknowledgement = ⵏⵓⵎⵥ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ
sms-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $day }
sms-due-late = ⵉⵎⴰⵟⵍ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $day }
sms-transfer = ⵏⵓⵣⵏ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ
sms-transfer-stays = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵖⵓⵔ ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⵔⴰⴷ ⴰⵡⵏ ⵜⵔⴰⵔ
sms-question = ⵜⵙⵇⵙⴰ ⴽⵯⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
sms-question-by = ⵔⴰⵔⴰⵜ ⴷⴰⵜ ⵏ { $day }
sms-extension = ⵜⵔⵏⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⵣⵎⵣ
sms-answer = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ. ⵖⵔⴰⵜ ⵜⵜ ⵙ ⵢⵉⵏⵉⴳⵍ
sms-answer-until = ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ: ⴰⵔ { $day }
sms-closure = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ
sms-reopening = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ
sms-judgement = ⵉⵙ ⵜⴼⵔⴰ ⵜⵎⵓⴽⵔⵉⵙⵜ ⵏⵏⵓⵏ? ⵉⵏⵉⵢⴰⵜ ⵜ ⴷⴰ ⵏⵖ 3737
sms-stop-how = STOP: ⵓⵔ ⴰⵡⵏ ⵏⵜⵜⴰⵣⵏ

## Codes and lists that somebody asked for

sms-code = ⵉⵏⵉⴳⵍ ⵏⵏⵓⵏ. ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴽⴰⵎ ⵉ ⴰⵡⴷ ⵢⴰⵏ
sms-code-account = ⵉⵏⵉⴳⵍ ⵏ ⵓⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ. ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴽⴰⵎ ⵉ ⴰⵡⴷ ⵢⴰⵏ
sms-code-until = ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }
sms-draft-code = ⵉⵏⵉⴳⵍ ⵃⵎⴰ ⴰⴷ ⵜⴰⵖⵓⵍⵎ. ⴰⵔ { $day }
sms-cases = ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ. ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⵙⵖⵓⵏⵏ ⴰ
sms-cases-more = ⵍⵍⴰⵏ ⵡⵉⵢⵢⴰⴹ: 3737

## Answers to what was written to us

sms-state-filed = ⵉⵜⵜⵓⵙⵔⵙ
sms-state-admissible = ⵉⵣⵔⵉ
sms-state-assigned = ⵉⵍⵍⴰ ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ
sms-state-in-progress = ⵉⵍⵍⴰ ⴳ ⵜⵡⵓⵔⵉ
sms-state-waiting = ⵜⵇⵇⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ
sms-state-arbitration = ⵜⵉⵏⴼⵔⵉⵜ
sms-state-answered = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ. ⵖⵔⴰⵜ ⵜⵜ ⵙ ⵢⵉⵏⵉⴳⵍ
sms-state-closed = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ
sms-not-found = ⵓⵔ ⵏⵓⴼⵉ ⴰⵙⴷⴰⵡ ⵙ ⵡⵓⵟⵟⵓⵏ ⴰ ⴷ ⵢⵉⵏⵉⴳⵍ ⴰ. ⵥⵕⴰⵜ ⵜⵏ ⴷⴰⵖ
sms-wait = ⴳⴳⵓⵜⵏ ⵢⵉⵏⵉⴳⵍⵏ ⵉⵥⴳⵍⵏ. ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }
sms-how = ⵉ ⵓⴹⴼⴰⵕ: ⴹⴼⵕ CK-26-7K3M-9QDX 48271936
sms-help = ⴹⴼⵕ + ⵓⵟⵟⵓⵏ + ⵉⵏⵉⴳⵍ. STOP, START. ⵏⵖ ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵉⵊⵕⴰⵏ. ⵜⵉⵡⵉⵙⵉ: 3737
sms-stopped = ⵓⵔ ⵙⵓⵍ ⴰⵡⵏ ⵏⵜⵜⴰⵣⵏ SMS: ⵔⴰⴷ ⴰⵡⵏ ⵜⵙⴰⵡⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. START: ⴰⵍⵍⴰⵙ
sms-started = ⵔⴰⴷ ⴰⵡⵏ ⵏⴰⵣⵏ SMS ⴷⴰⵖ. STOP: ⵓⵔ ⴰⵡⵏ ⵏⵜⵜⴰⵣⵏ
sms-filing = ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ. ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⵙⵔⵙ. ⵔⵏⵓⵢⴰⵜ ⴰⴷⵖⴰⵔ ⴷ ⵢⵉⵙⵎ ⵏⵏⵓⵏ ⴷⴰ. ⵏⵖ 3737

## What administrators see

admin-sms-title = SMS
admin-message-sms-reply = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵅⴼ SMS
admin-sms-none = ⵓⵔ ⵜⵍⵍⵉ ⵜⴳⴳⵓⵔⵜ ⵏ SMS (sms.gateway). ⵔⴰⴷ ⵜⵙⴰⵡⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
admin-sms-open = ⵜⵍⵍⴰ ⵜⴳⴳⵓⵔⵜ ⵏ SMS.
admin-sms-stopped = SMS ⵇⵇⵍⵏ ⵙⴳ { $moment }.
admin-sms-quiet = ⵜⵉⵙⵔⴰⴳⵉⵏ ⵏ ⵜⵙⵓⵙⵎⵉ
admin-sms-a-day = ⵉⵏⵖⵎⵉⵙⵏ ⵉ ⵡⵓⵟⵟⵓⵏ ⴳ ⵡⴰⵙⵙ
admin-sms-today = ⴰⵙⵙⴰ
admin-sms-waiting = ⵇⵇⵍⵏ
admin-sms-sent = ⵜⵜⵓⵣⵏⵏ
admin-sms-parts = ⵜⵉⵥⵓⵏⵉⵏ
admin-sms-cost = ⴰⵜⵉⴳ (ⴷⵔⵀⵎ)
admin-sms-delivered = ⵉⵡⴹⵏ
admin-sms-failed = ⵓⵔ ⵉⵡⵉⴹⵏ
admin-sms-came = ⵓⵛⴽⴰⵏ ⴷ
admin-sms-filings = ⵉⵣⵔⵉⵔⵉⵖⵏ
admin-sms-floods = ⵓⵔ ⵜⵜⵓⵖⵔⵉⵏ
admin-sms-try = ⴰⵔⵎ ⴰⴹⵕⵉⵚ
admin-sms-text = ⴰⴹⵕⵉⵚ
admin-sms-try-hint = ⵓⵔ ⵉⵜⵜⵓⵣⵏ ⴰⵡⴷ ⵢⴰⵜ.
admin-sms-count = ⵙⵙⵉⴹⵏ
admin-sms-alphabet = ⴰⴳⵎⵎⴰⵢ
admin-sms-alphabet-gsm7 = GSM (7)
admin-sms-alphabet-ucs2 = UCS-2 (16)
admin-sms-parts-of-text = ⵜⵉⵥⵓⵏⵉⵏ
admin-sms-units = ⵉⴷⵖⴰⵔⵏ
admin-sms-beyond = ⵉⵙⴽⴽⵉⵍⵏ ⵏ UCS-2

## Numbers at the desk

desk-sms-stopped = ⵓⵔ ⵉⵔⵉ SMS
desk-sms-failing = ⵓⵔ ⴰⵔ ⵜⵜⴰⵡⴹⵏ SMS
