### A filing by pictures, for whoever does not read with ease.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

say-title = ⴰⵣⵏⴰⵜ ⵙ ⵜⵡⵍⴰⴼⵉⵏ ⴷ ⵓⵙⴽⵍⵙ
say-lead = ⴳⴳⵔⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
say-write = ⵔⵉⵖ ⴰⴷ ⴰⵔⴰⵖ
say-listen = ⵙⵙⴼⵍⴷ
say-voice-title = ⵉⵏⵉⵎ ⵎⴰⴷ ⵉⵊⵕⴰⵏ
say-voice-hint = ⵉⵏⵉⵎ ⴰⵡⴷ ⵉⵙⵎ ⵏⵏⵓⵏ ⴷ ⵎⴰⵏⵉ ⴳ ⵉⵊⵕⴰ.
say-voice-choose = ⵙⵜⵢⴰⵜ ⴰⵙⴽⵍⵙ
say-photo-title = ⵙⵏⵄⵜⴰⵜ ⵜ
say-photo-hint = ⴰⵎⵥⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ.
say-photo-choose = ⴰⵎⵥ ⵜⴰⵡⵍⴰⴼⵜ
say-where-hint = ⴳⴳⵔⴰⵜ ⵜⴰⵎⵏⴰⴹⵜ ⵏⵏⵓⵏ, ⴷⴼⴼⵉⵔ ⵜⵉⵖⵔⵎⵜ ⵏⵏⵓⵏ.
say-where-here = ⴷⴰ, ⵎⴰⵏⵉ ⵍⵍⵉⵖ
say-where-unknown = ⵓⵔ ⵙⵙⵉⵏⵖ
say-where-failed = ⵓⵔ ⵉⵏⵏⵉ ⵜⵉⵍⵉⴼⵓⵏ ⵎⴰⵏⵉ ⵜⵍⵍⴰⵎ. ⴳⴳⵔⴰⵜ ⵢⴰⵜ ⵜⵎⵏⴰⴹⵜ.
say-phone-title = ⵎⴰⵏ ⵓⵟⵟⵓⵏ ⴳ ⵔⴰⴷ ⵏⵙⵙⵉⵡⵍ?
say-phone-hint = ⵔⴰⴷ ⵉⵙⵙⵉⵡⵍ ⴰⵔⵔⴰⵙ. ⴱⵍⴰ ⵓⵟⵟⵓⵏ, ⵃⴹⵓⵢⴰⵜ ⵜⴰⴼⵙⵙⵉⵔⵜ.
say-phone-none = ⴱⵍⴰ ⵓⵟⵟⵓⵏ
say-phone-missing = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ, ⵏⵖ ⴳⴳⵔⴰⵜ «ⴱⵍⴰ ⵓⵟⵟⵓⵏ».
say-name = ⵉⵙⵎ ⵉⵍⵍⴰ ⴳ ⵓⵙⴽⵍⵙ
say-text = { $sector }. ⵎⴰⴷ ⵉⵊⵕⴰⵏ ⵉⵍⵍⴰ ⴳ ⵉⴼⵢⵍⴰ.
say-nothing = ⵙⵙⵉⵡⵍⴰⵜ ⵏⵖ ⵙⵏⵄⵜⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ: ⴱⵍⴰ ⵏⵜⵜⴰⵏ ⵓⵔ ⵉⵙⵙⵉⵏ ⵢⴰⵏ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
say-no-microphone = ⵓⵔ ⵉⴼⴽⵉ ⵜⵉⵍⵉⴼⵓⵏ ⴰⵎⵉⴽⵔⵓ. ⵙⵜⵢⴰⵜ ⴰⵙⴽⵍⵙ ⵏⵖ ⴷⴷⵓⵢⴰⵜ ⵖⵔ ⵜⵡⵍⴰⴼⵜ.
say-door = ⵙ ⵜⵡⵍⴰⴼⵉⵏ ⴷ ⵓⵙⴽⵍⵙ
say-door-hint = ⴱⵍⴰ ⵜⵉⵖⵔⵉ ⴷ ⵜⵉⵔⵔⴰ
