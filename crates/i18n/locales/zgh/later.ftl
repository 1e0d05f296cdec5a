### What is kept for later, and the end on a shared device. To be reviewed by a speaker.

later-title = ⵏⵃⴹⴰ ⵎⴰⴷ ⵜⵓⵔⴰⵎ
later-until = ⵉⵇⵇⵉⵎ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴰⵔ { $date }. ⵓⵔ ⵜⴰ ⵜⵜ ⵜⵓⵣⵉⵏⵎ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
later-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⵖⵓⵍ
later-code-where = ⵃⵎⴰ ⴰⴷ ⵜⴰⵖⵓⵍⵎ, ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⴰ ⴳ ⵡⴰⵏⵙⴰ ⴰ:
later-address = ⵏⵖ ⵕⵥⵎⴰⵜ ⴰⵏⵙⴰ ⴰ
later-keep = ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⵏⵉⴳⵍ ⴰ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
later-keep-why = ⵡⴰⵏⵏⴰ ⵜ ⵉⵙⵙⵏⵏ ⵉⵣⵎⵔ ⴰⴷ ⵉⵖⵔ ⵎⴰⴷ ⵜⵓⵔⴰⵎ.
later-masked = ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵢⴰⴹⵏ ⵓⵔ ⵔⴰⴷ ⵜⵥⵕⵎ ⵉⵙⵎ ⴷ ⵡⴰⵏⵙⴰ ⵏⵏⵓⵏ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵏ ⵜⴰⵔⴰⵎ ⴷⴰⵖ.
later-onward = ⵖⵔ ⵣⴷⴰⵜ
later-print = ⵙⵉⴳⴳⵣ ⵜⴰⵙⵏⴰ ⴰ
later-print-hint = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉⵏⵉⴳⵍ ⴰ, ⵏⵖ ⴰⴷ ⵜⵙⵉⴳⴳⵣⵎ ⵜⴰⵙⵏⴰ ⴰ.
later-send-title = ⵉⵏⵉⴳⵍ ⵙ ⵉⵎⴰⵢⵍ
later-send = ⴰⵣⵏ
later-sent = ⵏⵓⵣⵏ ⵜⵓⵣⵉⵏⵜ.
later-sent-pause = ⵏⵓⵣⵏ ⵢⴰⴷ ⵜⵓⵣⵉⵏⵜ. ⵉⵖ ⵓⵔ ⵜⵓⵡⵉⴹ, ⵙⵙⵓⵜⵔⴰⵜ ⵜⴰⵢⴰⴹ. ⵜⵉⵙⵉⵏⵉⵏ ⵏⵏⴰ ⵉⵇⵇⵉⵎⵏ: { $seconds }.
later-sent-many = ⴳⴳⵓⵜⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ ⴰⵙⵙⴰ. ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⴰ, ⵏⵖ ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⴰⵙⴽⴽⴰ.

continue-link = ⵉⵙ ⵜⴱⴷⴰⵎ ⵢⴰⴷ? ⴰⵖⵓⵍⴰⵜ ⵙ ⵢⵉⵏⵉⴳⵍ ⵏⵏⵓⵏ
continue-title = ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⵎⴰⴷ ⵜⵓⵔⴰⵎ
continue-hint = ⴰⵎⴷⵢⴰ:
continue-filed = ⵉⵙ ⵜⵓⵣⵏⵎ ⵢⴰⴷ? ⴹⴼⵕⴰⵜ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ
continue-anew = ⴱⴷⵓ ⴷⴰⵖ

end-shared = ⵉⵙ ⵙⵙⵎⵔⵙⵏ ⵎⵉⴷⴷⵏ ⵢⴰⴹⵏ ⵜⵉⵍⵉⴼⵓⵏ ⴰ?
end-shared-text = ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏⵏⵓⵏ, ⵜⵔⴳⵍⵎ ⴷⴰ. ⵓⵔ ⵔⴰⴷ ⵉⵇⵇⵉⵎ ⴰⵡⴷ ⴽⵔⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
end-button = ⵔⴳⵍ, ⵜⵙⵙⵉⵜⵢⴷ ⴽⵓⵍⵍⵓ
end-draft = ⴰⵏⵙⴰ ⵏ ⵜⴰⵙⵏⴰ ⴰ ⵓⵔ ⵔⴰⴷ ⵉⵕⵥⵎ. ⵉⵏⵉⴳⵍ ⵔⴰⴷ ⵉⵕⵥⵎ: ⴰⵔⴰⵢⴰⵜ ⵜ.
end-title = ⵉⵔⴳⵍ
end-text = ⵓⵔ ⵉⵇⵇⵉⵎ ⴰⵡⴷ ⴽⵔⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ. ⵃⵎⴰ ⴰⴷ ⵜⴰⵖⵓⵍⵎ, ⴰⵔⴰⵢⴰⵜ ⵓⵟⵟⵓⵏ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏⵏⵓⵏ.
end-window = ⵔⴳⵍⴰⵜ ⴰⵡⴷ ⵜⴰⵙⵏⴰ ⴰ.
end-home = ⴰⵖⵓⵍ ⵖⵔ ⵜⴰⵙⵏⴰ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ

error-draft-code-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⵏ ⵓⵖⵓⵍ.
error-draft-code-length = ⵉⵏⵉⴳⵍ ⴰ ⵓⵔ ⵉⵙⵎⵉⴷ. ⴰⵎⴷⵢⴰ: 7K3M-9QDX-4HTF.
error-draft-code-check = ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ⵢⵉⵏⵉⴳⵍ ⴰ ⵓⵔ ⵉⵎⵙⴰⵙⴰⵏ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ.
error-draft-code-unknown = ⵓⵔ ⵉⵕⵥⵎ ⵢⵉⵏⵉⴳⵍ ⴰ ⴰⵡⴷ ⴽⵔⴰ. ⵥⵕⴰⵜ ⵜ ⴷⴰⵖ.

mail-draft-subject = ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⵎⴰⴷ ⵜⵓⵔⴰⵎ
mail-draft-lead = ⵉⵇⵇⵉⵎ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴰⵔ { $date }. ⵓⵔ ⵜⴰ ⵜⵜ ⵜⵓⵣⵉⵏⵎ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
mail-draft-action = ⵖⵔ ⵣⴷⴰⵜ
mail-draft-code = ⵏⵖ ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⴰ ⴳ { $address }:
mail-draft-keep = ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⵏⵉⴳⵍ ⴰ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
mail-draft-ignore = ⵉⵖ ⵓⵔ ⵜⵙⵙⵓⵜⵔⵎ ⵉⵏⵉⴳⵍ ⴰ, ⴰⴷ ⵓⵔ ⵜⵙⴽⵔⵎ ⴰⵡⴷ ⴽⵔⴰ.
admin-message-draft-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⵖⵓⵍ
draft-left = ⴷⴰ ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⵏⵏⴰ ⵜⴱⴷⴰⵎ, ⵓⵔ ⵜ ⵜⵓⵣⵉⵏⵎ.
draft-left-link = ⴰⵖⵓⵍⴰⵜ ⵖⵓⵔⵙ
