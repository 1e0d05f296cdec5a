### Words of pages that no other file has. To be reviewed by a speaker.

filing-details-title = ⴽⵔⴰ ⵏ ⵉⵏⵖⵎⵉⵙⵏ ⵢⴰⴹⵏ
filing-details-fault = { $question } { $sentence }
filing-where-label = ⵜⴰⵎⴷⵉⵏⵜ ⵏⵖ ⵜⴰⴳⵔⴰⵡⵜ
filing-you-identity-number = ⵓⵟⵟⵓⵏ ⵏ ⵜⵏⵜⴰⵎⵜ
desk-role = ⵜⴰⵡⵓⵔⵉ
desk-category = ⵡⵉ
desk-acts = ⵎⴰⴷ ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⴽⵔⵎ
desk-opinion-label = ⵜⴰⵏⵏⴰⵢⵜ ⵏⵏⵓⵏ
desk-transfer-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵓⵙⵙⵉⵡⴹ
desk-group-done = ⴽⵎⵎⵍⵏ
