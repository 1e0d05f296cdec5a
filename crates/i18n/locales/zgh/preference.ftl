### How people want to be told: channel, language, quiet hours.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

preference-lead = ⵎⴰⴷ ⵜⵙⵜⵉⵎ ⵉⵥⵍⵉ ⵙ ⴽⵓⵍⵍⵓ ⵎⴰⴷ ⴰⵡⵏ ⵏⵜⵜⴰⵣⵏ. ⵉⵏⵉⴳⵍⵏ ⵏⵏⴰ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵔ ⴰⵡⵏ ⵜⵜⴰⵡⴹⵏ ⴰⴱⴷⴰ.
preference-change = ⵙⵏⴼⵍ ⵎⴰⵎⵏⴽ ⴰⴷ ⴰⵡⵏ ⵏⵉⵏⵉ
preference-saved = ⵏⵣⵎⵎⴻⵎ ⵜ: ⵔⴰⴷ ⴰⵡⵏ ⵏⵉⵏⵉ ⵙ ⵎⴰⴷ ⵜⵙⵜⵉⵎ.
preference-by = ⵎⴰⵎⵏⴽ ⵜⵔⴰⵎ ⴰⴷ ⴰⵡⵏ ⵏⵉⵏⵉ?
preference-by-email = ⵙ ⵉⵎⴰⵢⵍ
preference-by-sms = ⵙ SMS
preference-by-phone = ⵙ ⵜⵉⵍⵉⴼⵓⵏ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
preference-by-letter = ⵙ ⵜⴱⵔⴰⵜ
preference-by-nothing = ⵓⵀⵓ: ⵔⴰⴷ ⵖⵔⵖ ⴷⴰ
preference-language = ⵙ ⵎⴰⵏ ⵜⵓⵜⵍⴰⵢⵜ?
preference-quiet = ⵜⵉⵙⵔⴰⴳⵉⵏ ⵏ ⵓⵙⵙⵓⵙⵎ
preference-quiet-hint = ⴳ ⵜⵙⵔⴰⴳⵉⵏ ⴰ ⵓⵔ ⴰⵔ ⵏⵜⵜⴰⵣⵏ ⵉⵏⵖⵎⵉⵙⵏ: ⵙⴳ 21:00 ⴰⵔ 08:00.
preference-quiet-from = ⵙⴳ
preference-quiet-until = ⴰⵔ
preference-failing = ⵎⴰⴷ ⵖⵓⵔⵙ ⵏⵜⵜⴰⵣⵏ ⴰⵔ ⴷ ⵉⵜⵜⴰⵖⵓⵍ.
preference-stopped = ⵢⵓⵔⴰ ⵡⵓⵟⵟⵓⵏ ⴰ STOP: ⵓⵔ ⴰⵔ ⵖⵓⵔⵙ ⵏⵜⵜⴰⵣⵏ SMS.
preference-proof-again = ⵜⵓⵣⵉⵏⵉⵏ ⵏⵏⵖ ⴰⵔ ⴷ ⵜⵜⴰⵖⵓⵍⵏⵜ. ⵙⵙⵉⴷⴷⴰⵜ ⵉⵎⴰⵢⵍ ⴰ ⵙ ⵢⵉⵏⵉⴳⵍ, ⵏⵖⴷ ⵙⵜⵉⵢⴰⵜ ⴰⴱⵔⵉⴷ ⵢⴰⴹⵏ.
error-preference-contact = ⵓⵔ ⵖⵓⵔⵏⵖ ⵍⵍⵉⵏ ⵡⴰⵏⵙⴰ ⵏⵖⴷ ⵓⵟⵟⵓⵏ. ⵙⵜⵉⵢⴰⵜ ⴰⴱⵔⵉⴷ ⵢⴰⴹⵏ.
error-preference-stopped = ⵢⵓⵔⴰ ⵡⵓⵟⵟⵓⵏ ⴰ STOP. ⴰⵣⵏⴰⵜ START ⵙⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰⵏⵏ, ⵏⵖⴷ ⵙⵜⵉⵢⴰⵜ ⴰⴱⵔⵉⴷ ⵢⴰⴹⵏ.
error-preference-landline = ⵓⵔ ⴰⵔ ⵜⵜⴰⵡⴹⵏ SMS ⵖⵔ ⵡⵓⵟⵟⵓⵏ ⴰ. ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⵢⴰⴹⵏ.
error-quiet-hours = ⴰⵔⴰⵢⴰⵜ ⵙⵏⴰⵜ ⵏ ⵜⵙⵔⴰⴳⵉⵏ ⵓⵔ ⵉⴳⵉⵏ ⵢⴰⵜ, ⵏⵖⴷ ⴰⴷⵊⴰⵜ ⵜⵏⵜ ⵅⵡⴰⵏⵜ.

## At the desk

desk-preference-title = ⵎⴰⵎⵏⴽ ⵉⵔⴰ ⴰⴷ ⴰⵙ ⵏⵉⵏⵉ
desk-preference-lead = ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵉⵙⵙⵓⵜⵔ. ⵉⵙⵎ ⵏⵏⵓⵏ ⵉⵇⵇⵉⵎ ⴳ ⵓⵍⵓⴳ.
desk-preference-consent = ⵎⴰⵎⵏⴽ ⵉⵎⵙⴰⵙⴰ
desk-contact-failing = ⴰⵔ ⴷ ⵜⵜⴰⵖⵓⵍⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ
desk-contact-state = ⴰⴷⴷⴰⴷ
admin-deed-preference-write = ⵜⵜⵢⴰⵔⴰ ⵎⴰⵎⵏⴽ ⵉⵔⴰ ⴰⴷ ⴰⵙ ⵏⵉⵏⵉ
