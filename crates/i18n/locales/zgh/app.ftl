### The application on a telephone.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## The first page

app-title = ⵛⵉⴽⴰⵢⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ
app-lead = ⴰⵔⴰⵢⴰⵜ, ⵙⵙⴰⵡⵍⴰⵜ ⵏⵖ ⵡⵔⵎⴰⵜ, ⴰⵡⴷ ⴱⵍⴰ ⴰⵣⴷⴰⵢ. ⵔⴰⴷ ⵉⵇⵇⵉⵎ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ, ⵏⴰⵣⵏ ⵜ ⴰⴷⴷⴰⵢ ⵢⴰⵖⵓⵍ ⵓⵣⴷⴰⵢ.
app-door-hint = ⵉⵙⵡⵓⵔⵉ ⴰⵡⴷ ⴱⵍⴰ ⴰⵣⴷⴰⵢ
app-something-waits = ⵉⵍⵍⴰ ⴽⵔⴰ ⵏⵏⴰ ⵉⵜⵜⵇⵇⵍⵏ ⴰⵣⴷⴰⵢ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
app-ready = ⵉⵡⵊⴷ: ⵉⵙⵡⵓⵔⵉ ⵓⵙⵉⵜ ⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ ⴱⵍⴰ ⴰⵣⴷⴰⵢ.
app-file-door = ⵙⵔⵙⴰⵜ ⵜⴰⵏⵔⵉⵣⵜ, ⵜⵉⵏⵥⵉ ⵏⵖ ⵜⴰⵙⵓⵎⵔⵜ
app-file-door-hint = ⵙ ⵜⵉⵔⵔⴰ, ⵙ ⵡⴰⵡⴰⵍ ⵏⵖ ⵙ ⵜⵡⵍⴰⴼⵉⵏ, ⴰⵡⴷ ⴱⵍⴰ ⴰⵣⴷⴰⵢ
app-mine-title = ⵎⴰⴷ ⵓⵔⵉⵖ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ
app-mine-hint = ⵎⴰⴷ ⵓⵔ ⵜⴰ ⵏⵓⵣⵏ, ⴷ ⵜⵙⴰⵟⵟⴼⵉⵏ
app-track-hint = ⵙ ⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ
app-install-title = ⵙⵔⵙⴰⵜ ⵜ ⴳ ⵜⵉⵍⵉⴼⵓⵏ
app-install-lead = ⴱⵍⴰ ⴰⵎⵉⴹⴰⵏ, ⴱⵍⴰ ⴰⵙⴰⵔⴰⴳ ⵏ ⵜⵙⵏⵙⵉⵡⵉⵏ. ⵓⵔ ⵉⵜⵜⴰⵎⵥ ⴽⵉⴳⴰⵏ ⵏ ⵓⴷⵖⴰⵔ.
app-install-button = ⵙⵔⵙ ⵜ
app-install-android = ⵜⵉⵍⵉⴼⵓⵏ Android
app-install-android-text = ⵕⵥⵎⴰⵜ ⵜⴰⵙⵏⴰ ⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ, ⵜⵕⵥⵎⵎ ⵓⵎⵓⵖ, ⵜⵙⵜⵉⵎ «Installer».
app-package-text = ⵉⵖ ⵓⵔ ⵜⵓⴼⵉⵎ ⵎⴰⵢⴰ, ⴰⴳⵎⴰⵜ ⴷ ⴰⴽⵎⵎⵓⵙ ⴰ, ⵜⵕⵥⵎⵎ ⵜ, ⵜⴰⴷⵊⵎ ⵜⵉⵍⵉⴼⵓⵏ ⴰⴷ ⵜ ⵉⵙⵔⵙ.
app-package-button = ⴰⴳⵎ { $version } ({ $size })
app-package-fingerprint = SHA-256:
app-install-iphone = iPhone
app-install-iphone-text = ⵕⵥⵎⴰⵜ ⵜⴰⵙⵏⴰ ⴰ ⴳ Safari, ⵜⵙⵜⵉⵎ «Add to Home Screen».
app-install-other = ⵜⵉⵍⵉⴼⵓⵏ ⵢⴰⴹⵏ
app-install-other-text = ⵃⴹⵓⵢⴰⵜ ⵜⴰⵙⵏⴰ ⴰ. ⵕⵥⵎⴰⵜ ⵜⵜ ⵜⵉⴽⴽⵍⵜ ⵙ ⵓⵣⴷⴰⵢ, ⵜⵙⵡⵓⵔⵉ ⴱⵍⴰ ⵏⵜⵜⴰⵏ.
app-scan-title = ⵕⵥⵎⴰⵜ ⵜ ⴳ ⵜⵉⵍⵉⴼⵓⵏ: ⵡⵔⵎⴰⵜ ⵉⵏⵉⴳⵍ ⴰ
app-holds-title = ⵎⴰ ⵉⵜⵜⵖⵉⵎⴰⵏ ⴳ ⵜⵉⵍⵉⴼⵓⵏ
app-holds-text = ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴷ ⵜⵙⴰⵟⵟⴼⵉⵏ ⵏⵏⵓⵏ, ⴰⵔ ⴽⵉⵖ ⵜⵏⵜ ⵜⴽⴽⵙⵎ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵏⵜ ⵜⵔⴳⵍⵎ ⵙ PIN.
app-no-script = ⵜⵔⴰ ⵜⴰⵙⵏⴰ ⴰ JavaScript. ⴱⵍⴰ ⵏⵜⵜⴰⵏ:

## Without a network

app-offline-title = ⵓⵔ ⵉⵍⵍⵉ ⵓⵣⴷⴰⵢ
app-offline-lead = ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵉⵇⵇⵉⵎ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ. ⵔⴰⴷ ⵜ ⵏⴰⵣⵏ ⴰⴷⴷⴰⵢ ⵢⴰⵖⵓⵍ ⵓⵣⴷⴰⵢ.
app-offline-phone = ⵏⵖ ⵙⵙⵉⵡⵍⴰⵜ ⵙ ⵜⵉⵍⵉⴼⵓⵏ:

## The page that files

app-file-title = ⵎⴰ ⵜⵔⴰⵎ ⴰⴷ ⵜⵉⵏⵉⵎ?
app-file-lead = ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⵉⵇⵇⵉⵎ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ ⴰⵔ ⴽⵉⵖ ⵢⵓⵡⵉⴹ.
app-errors = ⵙⵙⵖⵜⵉⵢⴰⵜ ⵜⵉⵏⵇⵇⵉⴹⵉⵏ ⴰ, ⵜⴰⵣⵏⵎ ⴷⴰⵖ.
app-send = ⴰⵣⵏ
app-choose = ⵙⵜⵉⵢⴰⵜ
app-place-province = ⴰⵙⴳⴰ
app-anonymous = ⵓⵔ ⵔⵉⵖ ⴰⴷ ⴼⴽⵖ ⵉⵙⵎ ⵉⵏⵓ
app-photos-label = ⵜⵉⵡⵍⴰⴼⵉⵏ
app-photos-hint = ⵔⴰⴷ ⵜⵏⵜ ⵏⵙⵙⵎⵥⵉ ⴳ ⵜⵉⵍⵉⴼⵓⵏ.
app-photos-sparing = ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ ⴰⵔ ⵉⵇⵇⵏ ⵉⵙⴼⴽⴰ: ⵜⵓⵍⴰⴼⵉⵏ ⵎⵥⵥⵉⵏⵜ ⵓⴳⴳⴰⵔ.
app-files-limit = ⴰⵎⵓⵣⵣⵓⵔ: { $count }.
app-photos-tell = ⵉⵏⵉⵎ ⵎⵍⵎⵉ ⴷ ⵎⴰⵏⵉ
app-photos-tell-hint = ⵎⴽⵍⵍⵉ ⵜ ⵢⵓⵔⴰ ⵜⵉⵍⵉⴼⵓⵏ. ⵔⴰⴷ ⵉⵔⵏⵓ ⴳ ⵜⵉⴳⵉⵔⴰ ⵏ ⵓⴹⵕⵉⵚ.
app-photo-taken = { $name }: { $moment }
app-photo-place = { $name }: { $point }
app-photo-broken = ⵓⵔ ⵏⵖⵔⵉ ⵜⴰⵡⵍⴰⴼⵜ ⴰ. ⵙⵜⵉⵢⴰⵜ ⵜⴰⵢⴰⴹ.
app-files-many = ⵜⵓⵡⴹⵎ ⴰⵎⵓⵣⵣⵓⵔ. ⴽⴽⵙⴰⵜ ⵢⴰⵜ.
app-voice-title = ⵏⵖ ⵉⵏⵉⵎ ⵜ
app-voice-hint = ⵙ ⴰⵡⴷ ⵢⴰⵏ ⵡⴰⵡⴰⵍ, 5 ⵏ ⵜⵓⵙⴷⵉⴷⵉⵏ.
app-voice-record = ⵙⵙⵉⵏⵜⵉ ⴰⵙⴽⵍⵙ
app-voice-pause = ⴱⴷⴷ
app-voice-resume = ⴷⴷⵓ ⵖⵔ ⵣⴷⴰⵜ
app-voice-stop = ⵙⵎⴷ
app-voice-recording = ⵙⵙⴰⵡⵍⴰⵜ.
app-voice-paused = ⵉⴱⴷⴷ ⵓⵙⴽⵍⵙ.
app-voice-recorded = ⵉⵎⴷⴰ ⵓⵙⴽⵍⵙ. ⵙⵙⴼⵍⴷⴰⵜ ⴰⵙ.
app-voice-refused = ⵓⵔ ⵉⴼⴽⵉ ⵜⵉⵍⵉⴼⵓⵏ ⴰⵎⵉⴽⵔⵓ. ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵉⵊⵕⴰⵏ.
app-voice-text = ⵎⴰⴷ ⵉⵊⵕⴰⵏ ⵉⵍⵍⴰ ⴳ ⵓⵙⴽⵍⵙ.
app-located = ⵏⵓⵔⴰ ⴰⴷⵖⴰⵔ ⵏⵏⵓⵏ: { $metres } m.
app-lists-missing = ⵓⵔ ⵜⴰ ⵍⵍⵉⵏⵜ ⵜⵍⴳⴰⵎⵉⵏ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ. ⴰⵔⴰⵢⴰⵜ ⴰⴷⵖⴰⵔ ⴳ ⵓⴹⵕⵉⵚ.
app-said-kept = ⵉⵜⵜⵓⵃⴹⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
app-said-full = ⵉⵄⵎⵔ ⵜⵉⵍⵉⴼⵓⵏ: ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⵃⴹⵓ. ⴽⴽⵙⴰⵜ ⵜⵉⵡⵍⴰⴼⵉⵏ.
app-said-refused = ⵓⵔ ⵉⵇⴱⵉⵍ ⵓⵎⵙⵙⴰⵔⴰ ⴰⴷ ⵏⵃⴹⵓ ⴷⴰ. ⵙⵙⵎⵔⵙⴰⵜ ⵜⴰⵙⵏⴰ ⵢⴰⴹⵏ ⵙ ⵓⵣⴷⴰⵢ.
app-said-locked = ⵉⵕⵥⵎ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴳ ⵜⴰⵙⵏⴰ ⵢⴰⴹⵏ. ⵔⴳⵍⴰⵜ ⵜⵉⵏⵏⴰ, ⵜⵕⵥⵎⵎ ⵜⴰ ⴷⴰⵖ.

## What was written on this phone

app-mine-lead = ⵎⴰⴷ ⵓⵔ ⵜⴰ ⵏⵓⵣⵏ, ⴷ ⵎⴰⴷ ⵢⵓⵡⵉⴹⵏ ⴷ ⵜⵙⴰⵟⵟⴼⵜ ⵏⵏⵙ.
app-mine-empty = ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⴰⵡⴷ ⴽⵔⴰ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
app-untitled = ⴱⵍⴰ ⴰⴹⵕⵉⵚ
app-state-draft = ⵓⵔ ⵜⴰ ⵏⵓⵣⵏ
app-state-waiting = ⴰⵔ ⵏⵜⵜⵇⵇⵍ ⴰⵣⴷⴰⵢ
app-state-busy = ⵉⵙⵡⵓⵔⵉ ⵓⵡⵡⵓⵔ. ⵔⴰⴷ ⵜ ⵏⴰⵣⵏ ⴷⴰⵖ
app-state-sending = ⴰⵔ ⵜ ⵏⵜⵜⴰⵣⵏ
app-state-sent = ⵢⵓⵡⵉⴹ
app-state-back = ⵢⵓⵖⵓⵍ: ⵙⵙⵖⵜⵉⵢⴰⵜ ⵜ
app-state-sealed = ⵉⵔⴳⵍ ⵙ PIN
app-act-edit = ⴷⴷⵓ ⵖⵔ ⵣⴷⴰⵜ
app-act-mend = ⵙⵙⵖⵜⵉ
app-act-send = ⴰⵣⵏ ⵜ ⴷⵖⵉ
app-act-delete = ⴽⴽⵙ
app-act-delete-sure = ⴰⴷⵔⵎ ⴷⴰⵖ ⵃⵎⴰ ⴰⴷ ⵜ ⵜⴽⴽⵙⵎ
app-receipt-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
app-back-general = ⵓⵔ ⵜ ⵉⵇⴱⵉⵍ ⵓⵡⵡⵓⵔ. ⵙⵙⵖⵜⵉⵢⴰⵜ ⵜ, ⵏⵖ ⵙⵙⵉⵡⵍⴰⵜ ⵉ 3737.
app-room = ⵉⵜⵜⵓⵙⵎⵔⵙ: { $used }. ⵉⵇⵇⵉⵎ: { $left }.
app-room-none = ⵉⴽⴰⴷ ⴰⴷ ⵉⵄⵎⵔ ⵜⵉⵍⵉⴼⵓⵏ. ⴽⴽⵙⴰⵜ ⴽⵔⴰ.

## Cases that are kept to be read

app-cases-title = ⵉⵙⴷⴰⵡⵏ ⵏⵏⴰ ⵉⵜⵜⵓⵃⴹⴰⵏ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ
app-case-keep = ⵃⴹⵓ ⵜ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ
app-case-drop = ⴽⴽⵙ ⵜ ⵙⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ
app-case-kept = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜ ⵜⵖⵔⵎ ⴱⵍⴰ ⴰⵣⴷⴰⵢ.
app-case-dropped = ⵓⵔ ⵜ ⵉⵍⵍⵉ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
app-case-failed = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵜ ⵏⵃⴹⵓ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⵙ ⵓⵣⴷⴰⵢ.

## The PIN

app-pin-title = ⵔⴳⵍ ⵙ PIN
app-pin-text = ⴱⵍⴰ PIN ⵓⵔ ⵉⵖⵔⵉ ⴰⵡⴷ ⵢⴰⵏ ⵎⴰⴷ ⵉⵍⵍⴰⵏ ⴷⴰ. ⵉⵖ ⵜ ⵜⵜⵓⵎ, ⵓⵔ ⵉⵣⵎⵉⵔ ⴰⵡⴷ ⵢⴰⵏ ⴰⴷ ⵜ ⵉⵕⵥⵎ.
app-pin-label = PIN
app-pin-form = ⵙⴳ 4 ⴰⵔ 12.
app-pin-set = ⵔⴳⵍ
app-pin-is-set = ⵉⵔⴳⵍ. ⵃⴹⵓⵢⴰⵜ PIN.
app-pin-remove = ⴽⴽⵙ PIN
app-pin-ask = ⴰⵔⴰⵢⴰⵜ PIN
app-pin-ask-text = ⵉⵔⴳⵍ ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⴰ.
app-pin-open = ⵕⵥⵎ
app-pin-wrong = ⵓⵔ ⵉⴳⵉ ⵡⴰ ⴰⴷ PIN. ⴰⵔⵎⴰⵜ ⴷⴰⵖ.
app-pin-forgotten = ⵜⵜⵓⵖ PIN
app-pin-forgotten-sure = ⴰⴷⵔⵎ ⴷⴰⵖ ⵃⵎⴰ ⴰⴷ ⵜⴽⴽⵙⵎ ⴽⵓⵍⵍⵓ
