### The words of messages: what administrators change, see and take back.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

wording-title = ⵉⴹⵕⵉⵙⵏ ⵏ ⵜⵓⵣⵉⵏⵉⵏ
wording-lead = ⵎⴰⴷ ⵉⵜⵜⴰⵣⵏ ⵓⵡⵡⵓⵔ. ⵙⵏⴼⵍⴰⵜ ⴰⴹⵕⵉⵙ ⵉ ⵜⵎⵓⵔⵜ ⴽⵓⵍⵍⵓ ⵏⵖⴷ ⵉ ⵢⴰⵜ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
wording-every = ⴳ ⵜⵓⵣⵉⵏⵉⵏ ⴽⵓⵍⵍⵓ
wording-changed =
    { $count ->
       [1] { $count } ⵏ ⵓⴹⵕⵉⵙ ⵉⵏⴼⵍⵏ
      *[other] { $count } ⵏ ⵉⴹⵕⵉⵙⵏ ⵏⴼⵍⵏⵉⵏ
    }
wording-medium-mail = ⵉⵎⴰⵢⵍ
wording-medium-sms = SMS
wording-medium-spoken = ⵜⴰⴱⵔⴰⵜ ⴷ ⵜⵉⵍⵉⴼⵓⵏ
wording-country = ⵜⴰⵎⵓⵔⵜ ⴽⵓⵍⵍⵓ
wording-for = ⵉ ⵎⴰⵏ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ?
wording-for-hint = ⴱⵍⴰ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ, ⵉⵥⵍⵉ ⵓⴹⵕⵉⵙ ⵙ ⵜⵎⵓⵔⵜ ⴽⵓⵍⵍⵓ.
wording-for-country = ⵉ ⵜⵎⵓⵔⵜ ⴽⵓⵍⵍⵓ
wording-show = ⵙⴽⵏ
wording-sample = ⴰⵎⴷⵢⴰ
wording-sample-text = ⴰⵎⴷⵢⴰ: ⴷⴰ ⵎⴰⴷ ⵜⵓⵔⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
wording-places = ⵃⴹⵓⵢⴰⵜ ⴳ ⵓⴹⵕⵉⵙ:
wording-of-house = ⴰⴹⵕⵉⵙ ⵏ ⵓⵡⵡⵓⵔ.
wording-of-country = ⵉⵏⴼⵍ ⵉ ⵜⵎⵓⵔⵜ ⴽⵓⵍⵍⵓ.
wording-of-body = ⵉⵏⴼⵍ ⵉ: { $body }.
wording-house = ⴰⵖⵓⵍ ⵖⵔ ⵓⴹⵕⵉⵙ ⵏ ⵓⵡⵡⵓⵔ
wording-versions = ⵜⵉⵏⵖⵍⵉⵏ
wording-version = ⵜⴰⵏⵖⵍⵜ { $version }, { $name }, { $moment }
wording-back = ⴰⵖⵓⵍ ⵖⵔ ⵜⵏⵖⵍⵜ ⴰ
wording-parts =
    { $count ->
       [1] { $alphabet }, { $count } ⵏ ⵜⵥⵓⵏⵜ
      *[other] { $alphabet }, { $count } ⵏ ⵜⵥⵓⵏⵉⵏ
    }
error-wording-empty = ⴰⵔⴰⵢⴰⵜ ⴰⴹⵕⵉⵙ, ⵏⵖⴷ ⴰⵖⵓⵍⴰⵜ ⵖⵔ ⵓⴹⵕⵉⵙ ⵏ ⵓⵡⵡⵓⵔ.
error-wording-long = ⵉⵖⵣⵣⵉⴼ ⵓⴹⵕⵉⵙ ⴰ: 1000 ⵏ ⵉⵙⴽⴽⵉⵍⵏ.
error-wording-brace = ⵓⵔ ⵉⵙⵃⵓ ⵓⴷⵖⴰⵔ. ⴰⵔⴰⵢⴰⵜ ⵜ ⵣⵓⵏⴷ ⴳ ⵓⴹⵕⵉⵙ ⵏ ⵓⵡⵡⵓⵔ.
error-wording-unknown = ⵓⵔ ⵜⵙⵙⵉⵏ ⵜⵓⵣⵉⵏⵜ ⴰ { $place }. ⴽⴽⵙⴰⵜ ⵜ.
error-wording-missing = ⵓⵔ ⵉⵍⵍⵉ { $place } ⴳ ⵓⴹⵕⵉⵙ. ⵔⵏⵓⵢⴰⵜ ⵜ.

## When each message goes

wording-when-every = ⵉⴹⵕⵉⵙⵏ ⴰ ⵍⵍⴰⵏ ⴳ ⴽⵉⴳⴰⵏ ⵏ ⵜⵓⵣⵉⵏⵉⵏ.
wording-when-acknowledgement = ⴰⴷⴷⴰⵢ ⵉⵜⵜⵓⵙⵔⵙ ⵓⵙⴷⴰⵡ.
wording-when-transfer = ⴰⴷⴷⴰⵢ ⵉⴷⴷⵓ ⵓⵙⴷⴰⵡ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ.
wording-when-question = ⴰⴷⴷⴰⵢ ⵜⵙⵇⵙⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
wording-when-extension = ⴰⴷⴷⴰⵢ ⵉⵏⴼⵍ ⵓⵣⵎⵣ.
wording-when-answer = ⴰⴷⴷⴰⵢ ⵜⵔⴰⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
wording-when-closure = ⴰⴷⴷⴰⵢ ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ.
wording-when-reopening = ⴰⴷⴷⴰⵢ ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ.
wording-when-judgement = ⴰⴷⴷⴰⵢ ⵏⵙⵇⵙⴰ ⵅⴼ ⵜⵎⵔⴰⵔⵓⵜ.
wording-when-judgement-again = ⵜⵉⵙⵙ ⵙⵏⴰⵜ, ⵉ ⵡⴰⵏⵏⴰ ⵓⵔ ⵉⵏⵏⵉⵏ.
wording-when-contact-code = ⴰⴷⴷⴰⵢ ⵢⴰⵏ ⵉⵙⵙⵉⴷⴷ ⵉⵎⴰⵢⵍ ⵏⵖⴷ ⵓⵟⵟⵓⵏ.
wording-when-account-code = ⴰⴷⴷⴰⵢ ⵢⴰⵏ ⵉⵕⵥⵎ ⴰⵎⵉⴹⴰⵏ.
wording-when-draft-code = ⴰⴷⴷⴰⵢ ⵢⴰⵏ ⵉⵃⴹⵓ ⴰⴹⵕⵉⵙ ⵏⵏⵙ.
wording-when-mail-answer = ⴰⴷⴷⴰⵢ ⴰⵖ ⵢⴰⵏ ⵢⵓⵔⴰ ⵉⵎⴰⵢⵍ.
wording-when-lost-receipt = ⴰⴷⴷⴰⵢ ⵢⴰⵏ ⵉⵊⵍⴰ ⵜⴰⵙⴰⵟⵟⴼⵜ.
wording-when-sms-reply = ⴰⴷⴷⴰⵢ ⴰⵖ ⵢⴰⵏ ⵢⵓⵔⴰ SMS.
admin-deed-wording-change = ⵉⵏⴼⵍ ⵓⴹⵕⵉⵙ ⵏ ⵜⵓⵣⵉⵏⵜ
admin-deed-wording-take-back = ⵢⵓⵖⵓⵍ ⵓⴹⵕⵉⵙ ⵏ ⵓⵡⵡⵓⵔ
