### The home page.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
home-title = ⵎⴰ ⵜⵔⴰⵎ ⴰⴷ ⵜⵉⵏⵉⵎ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ?
home-lead = ⵔⴰⴷ ⵜⴰⵡⴹ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵔⴰⴷ ⵜⵔⴰⵔ. ⵔⴰⴷ ⵜⵜ ⵜⴹⴼⵕⵎ. ⴱⵍⴰ ⵉⴷⵔⵉⵎⵏ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.
home-door-complaint = ⵉⵍⵍⴰ ⴽⵔⴰ ⵓⵔ ⵉⴷⴷⵉⵏ ⵎⴽⵍⵍⵉ ⵉⵇⵇⴰⵏ
home-door-complaint-hint = ⵜⴰⵏⵔⵉⵣⵜ (شكاية): ⵜⴰⵖⵜⴰⵙⵜ, ⴰⵎⴰⵟⵍ ⵏⵖ ⴰⵙⵏⵓⴱⴳ
home-door-remark = ⵖⵓⵔⵉ ⵜⵉⵏⵥⵉ ⵅⴼ ⵜⵏⴰⴼⵓⵜ
home-door-remark-hint = ⵎⴰⴷ ⵜⵥⵕⴰⵎ ⴳ ⵜⵏⴰⴼⵓⵜ
home-door-proposal = ⵖⵓⵔⵉ ⵜⴰⵙⵓⵎⵔⵜ
home-door-proposal-hint = ⵜⴰⵡⵏⴳⵉⵎⵜ ⵃⵎⴰ ⴰⴷ ⵜⵖⵓⴷⵓ ⵜⵏⴰⴼⵓⵜ
home-speak = ⵜⵔⴰⵎ ⴰⴷ ⵜⵙⴰⵡⵍⵎ?
home-speak-hours = ⵙⴳ ⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ, ⵙⴳ 8:30 ⴰⵔ 16:30
home-next-title = ⵎⴰ ⵔⴰⴷ ⵉⵊⵕⵓ ⴹⴰⵕⵜ ⵏ ⵓⵢⴰ?
home-next-write-title = ⵜⵜⴰⵔⴰⵎ ⵎⴰⴷ ⵉⵊⵕⴰⵏ
home-next-write-text = 3 ⵏ ⵜⵓⵙⴷⵉⴷⵉⵏ. ⵔⴰⴷ ⴰⵡⵏ ⵏⵙⵓⵎⵔ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ, ⵜⵙⵜⵉⵎ.
home-next-receipt-title = ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵙⴰⵟⵟⴼⵜ
home-next-receipt-text = ⴳⵉⵙ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ.
home-next-transfer-title = ⵔⴰⴷ ⵜⴰⵡⴹ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
home-next-transfer-text = ⵓⵙⵙⴰⵏ: { $days }. ⵉⵖ ⵓⵔ ⵜⵥⵍⵉ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ, ⵔⴰⴷ ⵜⵜ ⵜⴰⵣⵏ ⵖⵔ ⵜⴰⵢⴰⴹ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
home-next-answer-title = ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ
home-next-answer-text = ⵓⵙⵙⴰⵏ: { $days }. ⵉⵖ ⵓⵔ ⵜⴷⴷⴳⵉⵎ, ⵙⵙⵓⵜⵔⴰⵜ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
home-track-title = ⵉⵙ ⵖⵓⵔⵓⵏ ⴰⵙⴷⴰⵡ?
home-track-reference-hint = ⵉⵍⵍⴰ ⴳ ⵜⵙⴰⵟⵟⴼⵜ. ⴰⵎⴷⵢⴰ:
home-track-lost = ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ ⵉⵏⵓ
home-other-title = ⵜⵉⵏⵓⴼⴰ ⵢⴰⴹⵏ
home-mediator-hint = ⵜⵉⵎⵔⵙⵍⵜ ⵉⵙⵉⵎⴰⵏⵏ. ⵜⵣⵎⵔⵎ ⴰⴷ ⴰⵙ ⵜⴰⵔⴰⵎ
