### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Brand and frame

brand = ⵛⵉⴽⴰⵢⴰ
brand-kingdom = ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ
brand-tagline = ⵜⴰⵏⵔⵉⵣⵜ · ⵜⵉⵏⵥⵉ · ⵜⴰⵙⵓⵎⵔⵜ
brand-title = { $page } · ⵛⵉⴽⴰⵢⴰ
sample-banner = ⴰⵔⵎ: ⵜⵉⵎⵓⵛⴰ ⵓⵔ ⴷ ⵜⵉⴷⵜ. ⵓⵔ ⵔⴰⴷ ⵏⴰⵣⵏ ⵡⴰⵍⵓ ⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
mailbox-banner = ⴰⵔⵎ: ⵣⵎⵔⵏ ⵎⵉⴷⴷⵏ ⴰⴷ ⵖⵔⵏ ⵜⵓⵣⵉⵏⵉⵏ ⵏ ⵓⵡⵡⵓⵔ ⴰ ⴳ /mailbox.
review-notice = ⵜⵉⵔⵔⴰ ⴰ ⵙ ⵜⵎⴰⵣⵉⵖⵜ ⵇⵇⵍⵏⵜ ⵉ ⵓⵣⵣⵔⴰⵢ.

## Navigation

nav-skip = ⴷⴷⵓ ⵖⵔ ⵓⵎⴰⵢ
nav-label = ⵓⵎⵓⵖ ⴰⵎⵇⵔⴰⵏ
nav-menu = ⵓⵎⵓⵖ
nav-home = ⵜⴰⵙⵏⴰ ⵜⴰⵎⵣⵡⴰⵔⵓⵜ
nav-file = ⵙⵔⵙ ⵜⴰⵏⵔⵉⵣⵜ
nav-track = ⴹⴼⵕ ⴰⵙⴷⴰⵡ
nav-account = ⴰⵎⵉⴹⴰⵏ ⵉⵏⵓ
nav-statistics = ⴰⵙⵏⵎⴽⵜⴰ
nav-procedures = ⵜⵉⵖⴰⵔⴰⵙⵉⵏ
nav-offices = ⵉⵙⵉⵔⴰⵜⵏ ⵏ ⵓⵙⵏⵓⴱⴳ
nav-jobs = ⵉⵎⵣⵉⵣⵡⵔⵏ
nav-desk = ⵜⴰⵡⵓⵔⵉ ⵏ ⵉⵎⵙⵖⴰⵏⵏ
nav-admin = ⴰⵙⵙⵓⴳⵓⵔ ⵏ ⵓⵡⵡⵓⵔ
nav-languages = ⵜⵓⵜⵍⴰⵢⵉⵏ
nav-steps = ⵜⵉⵙⵓⵔⵉⴼⵉⵏ
nav-step = { $step } / { $steps }
nav-newer = ⵉⵎⴰⵢⵏⵓⵜⵏ
nav-older = ⵉⵇⴱⵓⵕⵏ

## Buttons

button-file = ⵙⵔⵙ
button-send = ⴰⵣⵏ
button-continue = ⵖⵔ ⵣⴷⴰⵜ
button-back = ⵖⵔ ⴷⴼⴼⵉⵔ
button-change = ⵙⵏⴼⵍ
button-check = ⵥⵕ ⴷⴰⵖ
button-confirm = ⵙⵙⵉⴷⴻⴷ
button-cancel = ⵙⵔ
button-undo = ⵙⵙⴰⵖⵓⵍ
button-search = ⵔⵣⵓ
button-download = ⴰⴳⵎ
button-attach = ⵔⵏⵓ ⴰⴼⴰⵢⵍⵓ
button-print = ⵙⵉⴳⴳⵣ
button-sign-in = ⴽⵛⵎ
button-sign-out = ⴼⴼⵖ
button-create-account = ⵙⵏⴼⵍⵓⵍ ⴰⵎⵉⴹⴰⵏ
button-reply = ⵔⴰⵔ
button-reopen = ⵕⵥⵎ ⴷⴰⵖ
button-withdraw = ⵙⵔ ⴰⵙⴷⴰⵡ
button-save-draft = ⵃⴹⵓ
button-save-later = ⵃⴹⵓ, ⴰⵖⵓⵍ ⴷⴰⵖ
button-save = ⵃⴹⵓ
button-delete = ⴽⴽⵙ
button-choose = ⵙⵜⵉ
button-add = ⵔⵏⵓ
button-remove = ⵙⵙⵉⵜⵢ
button-listen = ⵙⵍⵍ
button-open = ⵕⵥⵎ
button-close = ⵔⴳⵍ
button-show = ⵙⴽⵏ
button-hide = ⵙⵏⵜⵍ
button-follow = ⴹⴼⵕ ⴰⵙⴷⴰⵡ
button-copy = ⵙⵏⵖⵍ
button-share = ⴱⴹⵓ
button-retry = ⴰⵔⵎ ⴷⴰⵖ
button-filter = ⵙⵜⵜⵉ
button-help = ⵜⵉⵡⵉⵙⵉ

## Short words

word-yes = ⵢⴰⵀ
word-no = ⵓⵀⵓ
word-or = ⵏⵖ
word-all = ⴰⴽⴽⵯ
word-none = ⵡⴰⵍⵓ
word-optional = ⵓⴷⵖⵉⵔ
word-required = ⵓⵛⵛⵉⵍ
word-example = ⴰⵎⴷⵢⴰ:
word-today = ⴰⵙⵙⴰ
word-tomorrow = ⴰⵙⴽⴽⴰ
word-yesterday = ⵉⴹⵍⵍⵉ
word-help = ⵜⵉⵡⵉⵙⵉ
word-other = ⵡⴰⵢⴰⴹ
word-unknown = ⵓⵔ ⵙⵙⵉⵏⵖ
word-new-window = ⵉⵕⵥⵎ ⴳ ⵜⴰⵙⵏⴰ ⵜⴰⵎⴰⵢⵏⵓⵜ
word-characters-left = ⵉⵙⴽⴽⵉⵍⵏ ⵉⵇⵇⵉⵎⵏ: { $count }
word-results = ⵜⵉⵢⴰⴼⵓⵜⵉⵏ: { $count }
word-days =
    { $days ->
       [1] ⵢⴰⵏ ⵡⴰⵙⵙ
      *[other] { $days } ⵏ ⵡⵓⵙⵙⴰⵏ
    }
word-complaints =
    { $count ->
       [1] ⵢⴰⵜ ⵜⵏⵔⵉⵣⵜ
      *[other] { $count } ⵏ ⵜⵏⵔⵉⵣⵉⵏ
    }
word-cases = ⵉⵙⴷⴰⵡⵏ: { $count }
word-files = ⵜⵓⴳⵉⵍⵉⵏ: { $count }
word-messages = ⵜⵓⵣⵉⵏⵉⵏ: { $count }

## The things a case has

label-reference = ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ
label-access-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ
label-receipt = ⵜⴰⵙⴰⵟⵟⴼⵜ
label-case = ⴰⵙⴷⴰⵡ
label-kind = ⴰⵏⴰⵡ
label-subject = ⵉⵎⵔⵙⵉ
label-place = ⴰⴷⵖⴰⵔ
label-coordinates = ⵓⵟⵟⵓⵏⵏ ⵏ ⵓⴷⵖⴰⵔ (الإحداثيات)
label-region = ⵜⴰⵎⵏⴰⴹⵜ
label-province = ⵜⴰⵙⴳⴰ ⵏⵖ ⵜⴰⵎⵏⴱⴰⴹⵜ
label-commune = ⵜⴰⴳⵔⴰⵡⵜ
label-address = ⴰⵏⵙⴰ
label-administration = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ
label-unit = ⵜⴰⵣⵓⵏⵉ
label-officer = ⴰⵎⵙⵜⴳⴳⴰⵔ ⵅⴼ ⵓⵙⴷⴰⵡ
label-filer = ⵡⴰⵏⵏⴰ ⵉⵙⵔⵙⵏ ⴰⵙⴷⴰⵡ
label-family-name = ⵉⵙⵎ ⵏ ⵜⵡⴰⵛⵓⵏⵜ
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
label-messages = ⵜⵓⵣⵉⵏⵉⵏ
label-question = ⴰⵙⵇⵙⵉ
label-answer = ⵜⴰⵎⵔⴰⵔⵓⵜ
label-reason = ⵜⴰⵎⵏⵜⵉⵍⵜ
label-legal-ground = ⴰⵙⵍⴳⵏ
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
foot-phone-hours = ⵙⴳ ⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ
