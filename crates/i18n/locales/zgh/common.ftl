### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Brand and frame

brand = ⵛⵉⴽⴰⵢⴰ
brand-kingdom = ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ
brand-tagline = ⵜⴰⵏⵔⵉⵣⵜ · ⵜⵉⵏⵥⵉ · ⵜⴰⵙⵓⵎⵔⵜ
sample-banner = ⴰⵔⵎ: ⵜⵉⵎⵓⵛⴰ ⵓⵔ ⴷ ⵜⵉⴷⵜ. ⵓⵔ ⵔⴰⴷ ⵏⴰⵣⵏ ⵡⴰⵍⵓ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
mailbox-banner = ⴰⵔⵎ: ⵣⵎⵔⵏ ⵎⵉⴷⴷⵏ ⴰⴷ ⵖⵔⵏ ⵜⵓⵣⵉⵏⵉⵏ ⵏ ⵓⵡⵡⵓⵔ ⴰ ⴳ /mailbox.

## Navigation

nav-skip = ⴷⴷⵓ ⵖⵔ ⵓⵎⴰⵢ
nav-label = ⵓⵎⵓⵖ ⴰⵎⵇⵔⴰⵏ
nav-file = ⵙⵔⵙ ⵜⴰⵏⵔⵉⵣⵜ
nav-track = ⴹⴼⵕ ⴰⵙⴷⴰⵡ
nav-account = ⴰⵎⵉⴹⴰⵏ ⵉⵏⵓ
nav-statistics = ⴰⵙⵏⵎⴽⵜⴰ
nav-desk = ⵜⴰⵡⵓⵔⵉ ⵏ ⵉⵎⵙⵖⴰⵏⵏ
nav-admin = ⴰⵙⵙⵓⴳⵓⵔ ⵏ ⵓⵡⵡⵓⵔ
nav-languages = ⵜⵓⵜⵍⴰⵢⵉⵏ
nav-older = ⵉⵇⴱⵓⵕⵏ

## Buttons

button-send = ⴰⵣⵏ
button-continue = ⵖⵔ ⵣⴷⴰⵜ
button-back = ⵖⵔ ⴷⴼⴼⵉⵔ
button-change = ⵙⵏⴼⵍ
button-confirm = ⵙⵙⵉⴷⴻⴷ
button-cancel = ⵙⵔ
button-search = ⵔⵣⵓ
button-download = ⴰⴳⵎ
button-attach = ⵔⵏⵓ ⴰⴼⴰⵢⵍⵓ
button-sign-in = ⴽⵛⵎ
button-sign-out = ⴼⴼⵖ
button-create-account = ⵙⵏⴼⵍⵓⵍ ⴰⵎⵉⴹⴰⵏ
button-reopen = ⵕⵥⵎ ⴷⴰⵖ
button-withdraw = ⵙⵔ ⴰⵙⴷⴰⵡ
button-save-later = ⵃⴹⵓ, ⴰⵖⵓⵍ ⴷⴰⵖ
button-save = ⵃⴹⵓ
button-delete = ⴽⴽⵙ
button-add = ⵔⵏⵓ
button-remove = ⵙⵙⵉⵜⵢ
button-open = ⵕⵥⵎ
button-close = ⵔⴳⵍ
button-show = ⵙⴽⵏ
button-follow = ⴹⴼⵕ ⴰⵙⴷⴰⵡ
button-filter = ⵙⵜⵜⵉ

## Short words

word-yes = ⵢⴰⵀ
word-no = ⵓⵀⵓ
word-all = ⴰⴽⴽⵯ
word-none = ⵡⴰⵍⵓ
word-optional = ⵓⴷⵖⵉⵔ
word-required = ⵓⵛⵛⵉⵍ
word-unknown = ⵓⵔ ⵙⵙⵉⵏⵖ
word-results = ⵜⵉⵢⴰⴼⵓⵜⵉⵏ: { $count }
word-days =
    { $days ->
       [1] ⵢⴰⵏ ⵡⴰⵙⵙ
      *[other] { $days } ⵏ ⵡⵓⵙⵙⴰⵏ
    }

## The things a case has

label-reference = ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ
label-access-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ
label-case = ⴰⵙⴷⴰⵡ
label-kind = ⴰⵏⴰⵡ
label-subject = ⵉⵎⵔⵙⵉ
label-place = ⴰⴷⵖⴰⵔ
label-coordinates = ⵓⵟⵟⵓⵏⵏ ⵏ ⵓⴷⵖⴰⵔ (الإحداثيات)
label-address = ⴰⵏⵙⴰ
label-administration = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ
label-unit = ⵜⴰⵣⵓⵏⵉ
label-officer = ⴰⵎⵙⵜⴳⴳⴰⵔ ⵅⴼ ⵓⵙⴷⴰⵡ
label-filer = ⵡⴰⵏⵏⴰ ⵉⵙⵔⵙⵏ ⴰⵙⴷⴰⵡ
label-full-name = ⵉⵙⵎ ⴷ ⵉⵙⵎ ⵏ ⵜⵡⴰⵛⵓⵏⵜ
label-body-name = ⵉⵙⵎ ⵏ ⵜⵎⵙⵙⵓⵔⵜ, ⵏ ⵜⵎⵙⵎⵓⵏⵜ ⵏⵖ ⵏ ⵜⵎⵢⴰⵡⴰⵙⵜ
label-representative = ⵉⵙⵎ ⵏ ⵡⴰⵏⵏⴰ ⵜⵜ ⵉⵙⵎⴷⵢⴰⵏ
label-quality = ⵜⴰⵡⵓⵔⵉ ⵏⵏⵙ
label-on-behalf = ⴳ ⵓⴷⵖⴰⵔ ⵏ
label-phone = ⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ
label-email = ⵉⵎⴰⵢⵍ
label-password = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ
label-language = ⵜⵓⵜⵍⴰⵢⵜ
label-state = ⴰⴷⴷⴰⴷ
label-date = ⴰⵙⴰⴽⵓⴷ
label-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
label-attachments = ⵜⵓⴳⵉⵍⵉⵏ
label-question = ⴰⵙⵇⵙⵉ
label-answer = ⵜⴰⵎⵔⴰⵔⵓⵜ
label-reason = ⵜⴰⵎⵏⵜⵉⵍⵜ
label-outcome = ⵜⵉⴳⵉⵔⴰ
label-channel = ⴰⴱⵔⵉⴷ ⵏ ⵓⵙⵔⵓⵙ

## Languages, named in the language of the page

language-ar = ⵜⴰⵄⵔⴰⴱⵜ
language-zgh = ⵜⴰⵎⴰⵣⵉⵖⵜ
language-fr = ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ
language-en = ⵜⴰⵏⴳⵍⵉⵣⵜ

## Foot of every page

foot-label = ⵅⴼ ⵓⵡⵡⵓⵔ
foot-accessibility = ⴰⴽⵛⴰⵎ
foot-personal-data = ⵜⵉⵎⵓⵛⴰ ⵜⵓⴷⵎⴰⵡⴰⵏⵉⵏ ⵏⵏⵓⵏ
foot-time-limits = ⴰⵙⵉⴹⵏ ⵏ ⵓⵣⵎⵣ
foot-mediator = ⴰⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط)
foot-source = ⵜⴰⵏⴳⴰⵍⵜ ⵜⴰⵖⴱⴰⵍⵓⵜ
foot-promise = ⵢⴰⵏ ⵓⵡⵡⵓⵔ ⵉ ⵜⵎⵙⵙⵓⴳⴰⵔ ⴰⴽⴽⵯ. ⴱⵍⴰ ⵉⴷⵔⵉⵎⵏ. ⴰⴷ ⵓⵔ ⵜⴰⴽⴽⴰⵎ ⵉⴷⵔⵉⵎⵏ ⵏⵖ ⵉⵏⵉⴳⵍ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
foot-phone = ⵜⵔⴰⵎ ⴰⴷ ⵜⵙⴰⵡⵍⵎ? ⵓⵟⵟⵓⵏ: 3737.
