### Messages to browsers: asking for them on the page of a case, what they say, ending them.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
push-news = ⵍⵍⴰⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴳ ⵓⵙⴷⴰⵡ.
push-title = ⵜⵉⵏⵖⵎⵉⵙⵉⵏ ⴷⴰ
push-lead = ⴰⴷ ⴰⵡⵏ ⵜⴰⵡⴹ ⵜⵏⵖⵎⵉⵙⵜ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ. ⵓⵔ ⴷⵉⴳⵙ ⵉⵙⵎ ⵏⵏⵓⵏ ⵓⵍⴰ ⵓⵟⵟⵓⵏ ⵏ ⵓⵙⴷⴰⵡ.
push-begin = ⴰⵣⵏ ⵉⵢⵉ ⵜⵉⵏⵖⵎⵉⵙⵉⵏ ⴷⴰ
push-denied = ⵓⵔ ⵣⵎⵔⵏⵜ ⵜⵏⵖⵎⵉⵙⵉⵏ ⴰⴷ ⴷ ⴰⵡⴹⵏⵜ ⵖⵔ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
push-failed = ⵓⵔ ⵣⵎⵔⵏⵜ ⵜⵏⵖⵎⵉⵙⵉⵏ ⴰⴷ ⴷ ⴰⵡⴹⵏⵜ ⵖⵉⵍⴰⴷ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ.
push-known = ⵙⴳ { $date }
push-here = ⴷⴰ
push-end = ⵙⴱⴷⴷ
push-on = ⵔⴰⴷ ⴰⵡⵏ ⵜⴰⵡⴹ ⵜⵏⵖⵎⵉⵙⵜ ⴷⴰ ⵉⵖ ⵍⵍⴰⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴳ ⵓⵙⴷⴰⵡ ⴰ.
push-off = ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⴰⵡⵏ ⵜⴰⵡⴹ ⵜⵏⵖⵎⵉⵙⵜ ⵅⴼ ⵓⵙⴷⴰⵡ ⴰ.
push-account-title = ⵜⵉⵏⵖⵎⵉⵙⵉⵏ
push-account-lead = ⴰⵔ ⵜⵜⵉⵏⵉⵏⵜ ⵉⵙ ⵍⵍⴰⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴳ ⵓⵙⴷⴰⵡ ⵖⴰⵙ.
error-push-unknown = ⵓⵔ ⵣⵎⵔⵏⵜ ⵜⵏⵖⵎⵉⵙⵉⵏ ⴰⴷ ⴷ ⴰⵡⴹⵏⵜ ⵖⵔ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
error-push-too-many = ⴳⴳⵓⵜⵏⵜ ⵜⵏⵖⵎⵉⵙⵉⵏ ⵏ ⵓⵙⴷⴰⵡ ⴰ. ⵙⴱⴷⴷⴰⵜ ⵢⴰⵜ ⵙⵡⵡⵓⵔ.
