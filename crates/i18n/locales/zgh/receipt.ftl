### The receipt, on screen and as a document, and what happens after filing.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
receipt-title = ⵜⴰⵙⴰⵟⵟⴼⵜ
receipt-received = ⵏⵓⵎⵥ ⵜⵜ: { $moment }
receipt-keep-both = ⵃⴹⵓⵢⴰⵜ ⵙⵉⵏ ⵡⵓⵟⵟⵓⵏⵏ ⴰ.
receipt-keep-why = ⵙⵉⵏ ⴰⴷ ⵕⵥⵥⵎⵏ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵙⵉⴳⴳⵣⴰⵜ ⵜⴰⵙⵏⴰ ⴰ.
receipt-code-secret = ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⵏⵉⴳⵍ ⴰ ⵉ ⴰⵡⴷ ⵢⴰⵏ. ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⵙⵏⵏ ⵉⵣⵎⵔ ⴰⴷ ⵉⵖⵔ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ.
receipt-download = ⴰⴳⵎ ⵜⴰⵙⴰⵟⵟⴼⵜ (PDF)
receipt-must-answer = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵙⴳ
receipt-filed-by = ⵉⵙⵔⵙ ⵜ
receipt-anonymous = ⴱⵍⴰ ⵉⵙⵎ
receipt-how = ⴰⴱⵔⵉⴷ ⴷ ⵜⵓⵜⵍⴰⵢⵜ
receipt-scan = ⴰⵎⵥⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵢⴰ ⵃⵎⴰ ⴰⴷ ⵜⵕⵥⵎⵎ ⴰⵙⴷⴰⵡ.
receipt-seal = ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵙⴷⴰⵡ. ⵓⵔ ⴷ ⵉⵏⵉⴳⵉ.
receipt-next-title = ⵎⴰ ⵔⴰⴷ ⵉⵊⵕⵓ?
receipt-next-received-title = ⵏⵓⵎⵥ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ
receipt-next-examined-title = ⵔⴰⴷ ⵜⵜ ⵜⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
receipt-next-examined-text = ⴷⴰⵜ ⵏ { $date }. ⵉⵖ ⵓⵔ ⵉⵥⵍⵉ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ, ⵔⴰⴷ ⵜⵜ ⵜⴰⵣⵏ ⵖⵔ ⵜⴰⵢⴰⴹ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
receipt-next-question-title = ⵜⵣⵎⵔ ⴰⴷ ⴽⵯⵏ ⵜⵙⵇⵙⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
receipt-next-question-text = ⵔⴰⵔⴰⵜ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ, ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ.
receipt-next-answer-title = ⵜⴰⵎⵔⴰⵔⵓⵜ
receipt-next-answer-text = ⴷⴰⵜ ⵏ { $date }, ⴷ ⵜⵎⵏⵜⵉⵍⵜ ⴷ ⵎⴰ ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⴽⵔⵎ.
receipt-next-judge-title = ⵜⵉⵏⵉⵎ ⵎⴰⴷ ⵜⵥⵕⴰⵎ ⴳ ⵜⵎⵔⴰⵔⵓⵜ
receipt-next-judge-text = ⵉⵖ ⵓⵔ ⵜⴼⵔⵉ ⵡⴰⵍⵓ, ⵔⴰⴷ ⵉⵕⵥⵎ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ ⴰⵙⴷⴰⵡ.
receipt-mediator = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
receipt-help = ⴰⵙⵇⵙⵉ? 3737, ⵙⴳ ⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ.
