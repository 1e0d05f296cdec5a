### Words that are kept: what was typed into a form that was not heard, drafts, and what two people wrote at one time.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

kept-title = ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ
kept-text = ⵓⵔ ⵜⴰ ⵜⵓⵣⵏⵎ ⵡⴰⵍⵓ. ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴰⵣⵏⵎ ⵜ.
kept-behind-the-door = ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ, ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⵣⵏ. ⵔⴰⴷ ⵜ ⵜⴰⴼⵎ ⴷⴰⵖ.
kept-notice = ⵜⵔⴳⵍ ⵜⴰⵙⵏⴰ ⵏⵏⵓⵏ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ: ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴰⵣⵏⵎ ⵜ.
kept-words-title = ⵎⴰⴷ ⵜⵓⵔⴰⵎ
kept-send = ⴰⵣⵏⴰⵜ ⴷⴰⵖ
kept-page = ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⵜⴰⵙⵏⴰ
kept-stale-title = ⵓⵔ ⵜⵓⵣⵏⵎ ⵡⴰⵍⵓ
kept-stale-text = ⵜⵇⵇⵉⵎ ⵜⴰⵙⵏⴰ ⴰ ⵜⵕⵥⵎ ⴽⵉⴳⴰⵏ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ: ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴰⵣⵏⵎ ⵜ.
kept-over-text = ⵜⵙⵎⴷ ⵜⵖⵉⵎⵉⵜ ⵏⵏⵓⵏ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ: ⴰⵣⵏⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴽⵛⵎⵎ.
kept-meanwhile = ⵉⵙⵏⴼⵍ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ ⵜⴰⵙⵏⴰ ⴰ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ: ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴰⵣⵏⵎ ⵜ.
kept-other-title = ⵜⵉⵔⵔⴰ ⵜⵉⵢⴰⴹ
kept-unsent-title = ⵎⴰⴷ ⵜⵓⵔⴰⵎ, ⵓⵔ ⵉⵜⵜⵓⵣⵏ
kept-unsent-text = ⵉⵏⴼⵍ ⵓⵙⴷⴰⵡ, ⵓⵔ ⵜ ⵢⵓⵎⵉⵥ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜ ⵜⵙⵏⵖⵍⵎ ⵙⴳ ⴷⴰ.
kept-check-again = ⵉⵙⵏⴼⵍ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵖⵔⴰⵜ ⵜ ⴷⴰⵖ, ⵜⴰⵣⵏⵎ ⵜ.
desk-draft-keep = ⵃⴹⵓ
desk-draft-by = ⵢⵓⵔⴰ ⵜ { $name }, { $moment }.
error-draft-too-long = ⵖⵣⵣⵉⴼⵏⵜ ⵜⵉⵔⵔⴰ ⴽⵉⴳⴰⵏ.
desk-answered-meanwhile = ⵔⵓⵔⵏ ⵉ ⵓⵙⴷⴰⵡ ⴰ: { $name }, { $moment }. ⵜⴰⵎⵔⴰⵔⵓⵜ ⴰⵜⵜ. ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴳ ⵜⴰⵙⵏⴰ ⴰ.
kept-act-title = ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⴳⴰ
kept-act-text = ⵓⵔ ⵉⵜⵜⵓⴳⴰ ⵡⴰⵍⵓ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⴽⵔⵎ ⵖⵉⵍⴰⴷ ⵎⴰⴷ ⵜⵔⴰⵎ, ⵏⵖ ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⵜⴰⵙⵏⴰ.
kept-act-behind-the-door = ⵎⴰⴷ ⵜⵔⴰⵎ ⵓⵔ ⵜⴰ ⵉⵜⵜⵓⴳⴰ. ⵔⴰⴷ ⵜ ⵜⴰⴼⵎ ⴹⴰⵕⵜ ⵏ ⵜⴰⵙⵏⴰ ⴰ.
kept-act-notice = ⵜⵙⵎⴷ ⵜⵖⵉⵎⵉⵜ ⵏⵏⵓⵏ: ⵓⵔ ⵉⵜⵜⵓⴳⴰ ⵡⴰⵍⵓ. ⴰⵍⵙⴰⵜ ⵎⴰⴷ ⵜⵔⴰⵎ.
desk-meanwhile = ⵉⵏⴼⵍ ⵓⵢⴰ ⴳ ⵜⴰⵙⵏⴰ ⵢⴰⴹⵏ. ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵉⵍⵍⴰ ⴳ ⵉⴳⵔⴰⵏ; ⵜⵉⵔⵔⴰ ⵜⵉⵢⴰⴹ ⵍⵍⴰⵏⵜ ⴷⴷⴰⵡⴰⵙ. «ⵃⴹⵓ»: ⵔⴰⴷ ⵏⵃⴹⵓ ⵎⴰⴷ ⵜⵓⵔⴰⵎ, ⵓⵔ ⵔⴰⴷ ⵜ ⵏⴰⵣⵏ.
