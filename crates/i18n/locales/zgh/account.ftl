### The account: one's cases in one place, for whoever proved a contact.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

account-lead = ⴰⵔⴰⵢⴰⵜ ⵉⵎⴰⵢⵍ ⵏⵏⵓⵏ. ⵔⴰⴷ ⵖⵓⵔⵙ ⵏⴰⵣⵏ ⵉⵏⵉⴳⵍ. ⵓⵔ ⵜⵍⵍⵉ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ.
account-not-needed = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵔⵙⵎ ⴷ ⴰⴷ ⵜⴹⴼⵕⵎ ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ, ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ.
account-code-title = ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ
account-file = ⵙⵔⵙ ⴰⵎⴰⵢⵏⵓ
account-cases = ⵉⵙⴷⴰⵡⵏ ⵉⵏⵓ
account-none = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⵙ ⵉⵎⴰⵢⵍ ⴰ. ⵎⴰⴷ ⵜⵙⵔⵙⵎ ⵔⴰⴷ ⵉⴱⴰⵏ ⴷⴰ.
account-no-more = ⵓⵔ ⵍⵍⵉⵏ ⵉⵙⴷⴰⵡⵏ ⵢⴰⴹⵏ.
account-cases-missing = ⵉⵙ ⵓⵔ ⵉⵍⵍⵉ ⴽⵔⴰ ⵏ ⵓⵙⴷⴰⵡ? ⵕⵥⵎⴰⵜ ⵜ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ, ⵜⵙⵙⵉⴷⴷⵎ ⵉⵎⴰⵢⵍ ⵏⵏⵓⵏ.
account-case-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }
account-newest = ⵉⵎⴰⵢⵏⵓⵜⵏ
account-older = ⵉⵙⴷⴰⵡⵏ ⵉⵇⴱⵓⵕⵏ
account-session = ⴰⵎⵉⴹⴰⵏ
account-settings = ⵜⵓⵜⵍⴰⵢⵜ, ⵉⵎⴰⵢⵍ, ⵜⵉⵍⵉⴼⵓⵏ
account-settings-lead = ⵙ ⵎⴰⵢⴰ ⴰⵙ ⵉⴱⴷⴷⵓ ⵓⵙⵔⵓⵙ ⴰⵎⴰⵢⵏⵓ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜ ⵜⵙⵏⴼⵍⵎ.
account-sign-out-everywhere = ⴼⴼⵖ ⵙⴳ ⵎⴰⵏⵉ ⴽⵓⵍⵍⵓ
account-delete = ⴽⴽⵙ ⴰⵎⵉⴹⴰⵏ
account-saved = ⵉⵜⵜⵓⵃⴹⴰ.
account-deleted = ⵉⵜⵜⵓⴽⴽⵙ ⵓⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ. ⵇⵇⵉⵎⵏ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ ⵙ ⵡⵓⵟⵟⵓⵏ ⴷ ⵢⵉⵏⵉⴳⵍ.
account-delete-lead = ⵔⴰⴷ ⵏⴽⴽⵙ ⵉⵙⵎ, ⵓⵟⵟⵓⵏ ⴷ ⵜⵓⵜⵍⴰⵢⵜ ⵏⵏⵓⵏ ⵙⴳ ⵓⵎⵉⴹⴰⵏ ⴰ. ⵓⵔ ⵏⴽⴽⵉⵙ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ: ⴹⴼⵕⴰⵜ ⵜⵏ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ.
account-delete-confirm = ⵢⴰⵀ, ⴽⴽⵙ ⴰⵎⵉⴹⴰⵏ
account-delete-keep = ⵃⴹⵓ ⴰⵎⵉⴹⴰⵏ
account-contacts = ⵉⵎⴰⵢⵍ ⴷ ⵡⵓⵟⵟⵓⵏⵏ ⵉⵙⵙⵉⴷⴷⵏ
account-contacts-lead = ⴽⵓ ⵢⴰⵏ ⴳⵉⵙⵏ ⴰⵔ ⵉⵕⵥⵥⵎ ⴰⵎⵉⴹⴰⵏ ⴰ, ⵉⵙⴷⴰⵡⵏ ⵏⵏⵙⵏ ⴳ ⵢⴰⵜ ⵜⵍⴳⴰⵎⵜ. ⵔⵏⵓⵢⴰⵜ ⵢⴰⵏ: ⵔⴰⴷ ⵖⵓⵔⵙ ⵏⴰⵣⵏ ⵉⵏⵉⴳⵍ.
error-account-last = ⵉⵇⵇⴰⵏ ⴷ ⴰⴷ ⵉⵇⵇⵉⵎ ⵢⴰⵏ: ⴱⵍⴰ ⵜ ⵓⵔ ⵉⵥⴹⴰⵕ ⴰⵡⴷ ⵢⴰⵏ ⴰⴷ ⵉⵕⵥⵎ ⴰⵎⵉⴹⴰⵏ.
