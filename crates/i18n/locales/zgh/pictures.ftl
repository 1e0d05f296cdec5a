### A filing by pictures, for whoever does not read with ease.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

pictures-title = ⴰⵣⵏⴰⵜ ⵙ ⵜⵡⵍⴰⴼⵉⵏ ⴷ ⵓⵙⴽⵍⵙ
pictures-lead = ⴳⴳⵔⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
pictures-write = ⵔⵉⵖ ⴰⴷ ⴰⵔⴰⵖ
pictures-listen = ⵙⵙⴼⵍⴷ
pictures-voice-title = ⵉⵏⵉⵎ ⵎⴰⴷ ⵉⵊⵕⴰⵏ
pictures-voice-hint = ⵉⵏⵉⵎ ⴰⵡⴷ ⵉⵙⵎ ⵏⵏⵓⵏ ⴷ ⵎⴰⵏⵉ ⴳ ⵉⵊⵕⴰ.
pictures-voice-choose = ⵙⵜⵢⴰⵜ ⴰⵙⴽⵍⵙ
pictures-photo-title = ⵙⵏⵄⵜⴰⵜ ⵜ
pictures-photo-hint = ⴰⵎⵥⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ.
pictures-photo-choose = ⴰⵎⵥ ⵜⴰⵡⵍⴰⴼⵜ
pictures-where-hint = ⴳⴳⵔⴰⵜ ⵜⴰⵎⵏⴰⴹⵜ ⵏⵏⵓⵏ, ⴷⴼⴼⵉⵔ ⵜⵉⵖⵔⵎⵜ ⵏⵏⵓⵏ.
pictures-where-here = ⴷⴰ, ⵎⴰⵏⵉ ⵍⵍⵉⵖ
pictures-where-unknown = ⵓⵔ ⵙⵙⵉⵏⵖ
pictures-where-failed = ⵓⵔ ⵉⵏⵏⵉ ⵜⵉⵍⵉⴼⵓⵏ ⵎⴰⵏⵉ ⵜⵍⵍⴰⵎ. ⴳⴳⵔⴰⵜ ⵢⴰⵜ ⵜⵎⵏⴰⴹⵜ.
pictures-phone-title = ⵎⴰⵏ ⵓⵟⵟⵓⵏ ⴳ ⵔⴰⴷ ⵏⵙⵙⵉⵡⵍ?
pictures-phone-hint = ⵔⴰⴷ ⵉⵙⵙⵉⵡⵍ ⴰⵔⵔⴰⵙ. ⴱⵍⴰ ⵓⵟⵟⵓⵏ, ⵃⴹⵓⵢⴰⵜ ⵜⴰⴼⵙⵙⵉⵔⵜ.
pictures-phone-none = ⴱⵍⴰ ⵓⵟⵟⵓⵏ
pictures-phone-missing = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ, ⵏⵖ ⴳⴳⵔⴰⵜ «ⴱⵍⴰ ⵓⵟⵟⵓⵏ».
pictures-name = ⵉⵙⵎ ⵉⵍⵍⴰ ⴳ ⵓⵙⴽⵍⵙ
pictures-text = { $sector }. ⵎⴰⴷ ⵉⵊⵕⴰⵏ ⵉⵍⵍⴰ ⴳ ⵉⴼⵢⵍⴰ.
pictures-nothing = ⵙⵙⵉⵡⵍⴰⵜ ⵏⵖ ⵙⵏⵄⵜⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ: ⴱⵍⴰ ⵏⵜⵜⴰⵏ ⵓⵔ ⵉⵙⵙⵉⵏ ⵢⴰⵏ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
pictures-no-microphone = ⵓⵔ ⵉⴼⴽⵉ ⵜⵉⵍⵉⴼⵓⵏ ⴰⵎⵉⴽⵔⵓ. ⵙⵜⵢⴰⵜ ⴰⵙⴽⵍⵙ ⵏⵖ ⴷⴷⵓⵢⴰⵜ ⵖⵔ ⵜⵡⵍⴰⴼⵜ.
pictures-door = ⵙ ⵜⵡⵍⴰⴼⵉⵏ ⴷ ⵓⵙⴽⵍⵙ
pictures-door-hint = ⴱⵍⴰ ⵜⵉⵖⵔⵉ ⴷ ⵜⵉⵔⵔⴰ
