### The application on a telephone.

## The first page

app-title = Chikaya on your phone
app-lead = Write, speak or take a photo, even without a network. It stays on your phone and leaves when the network is back, once.
app-door-hint = Works even without a network
app-something-waits = Something on this phone waits for the network.
app-ready = Ready: this site now works on this phone without a network.
app-file-door = File a complaint, a remark or a proposal
app-file-door-hint = In writing, by voice or by photo, even without a network
app-mine-title = What I wrote on this phone
app-mine-hint = Drafts, what waits for the network, and receipts
app-track-hint = With the reference and the access code
app-install-title = Install it like an app
app-install-lead = No app store and no account are needed. It takes very little room and updates by itself.
app-install-button = Install
app-install-android = Android phone
app-install-android-text = Open this page in the phone’s browser, then its menu (the three dots), and choose “Install” or “Add to home screen”.
app-package-text = If the browser offers neither, download this package, open it, and allow the phone to install it.
app-package-button = Download version { $version } ({ $size })
app-package-fingerprint = Fingerprint of its signature (SHA-256):
app-install-iphone = iPhone
app-install-iphone-text = Open this page in Safari, press the share button (the square with an arrow) and choose “Add to Home Screen”.
app-install-other = Another phone, or without installing
app-install-other-text = Keep this page among the browser’s bookmarks. Open it once with a network; after that it works without one.
app-scan-title = Open it on a phone: take a photo of this code
app-holds-title = What stays on the phone
app-holds-text = What you write and your receipts, until you delete them. You can lock them with a PIN; without one, whoever uses this phone can read them.
app-no-script = This page needs JavaScript. Without it, go here:

## Without a network

app-offline-title = You are offline
app-offline-lead = What you write stays on this phone and leaves when the network is back. The page you asked for needs the network.
app-offline-phone = Or call: the telephone works without the Internet.

## The page that files

app-file-title = What do you want to say?
app-file-lead = All that you write stays on this phone until it has arrived.
app-errors = Correct these points, then send again.
app-send = Send
app-choose = Choose
app-place-province = Province or prefecture
app-anonymous = I do not give my name
app-photos-label = Photos
app-photos-hint = They are made smaller on the phone, so that they leave even over a weak network.
app-photos-sparing = Your phone saves data: photos are made smaller still.
app-files-limit = At most: { $count }.
app-photos-tell = Say when and where they were taken
app-photos-tell-hint = As the camera noted it. Added at the end of the text.
app-photo-taken = { $name }: taken on { $moment }
app-photo-place = { $name }: place { $point }
app-photo-broken = This photo cannot be read. Choose another one.
app-files-many = There are as many as there may be. Remove one to add another.
app-voice-title = Or say it
app-voice-hint = In any language, five minutes at most.
app-voice-record = Record
app-voice-pause = Pause
app-voice-resume = Go on
app-voice-stop = Done
app-voice-recording = Recording. Speak.
app-voice-paused = The recording is paused.
app-voice-recorded = Recorded. You can listen to it below.
app-voice-refused = The phone does not give its microphone. Allow it in the browser’s settings, or write.
app-voice-text = What happened is said in the attached recording.
app-located = Your position is written, within { $metres } m.
app-lists-missing = The lists of places and administrations are not on this phone yet. Write place and administration in the text.
app-said-kept = Kept on this phone.
app-said-full = The phone is full: nothing more can be kept. Delete photos or drafts, or send now.
app-said-refused = The browser does not let anything be kept here, as in private browsing. Use the ordinary page with a network.
app-said-locked = This draft is open on another page of this phone. Close the other page, then open this one again.

## What was written on this phone

app-mine-lead = Your drafts, what waits for the network, and what has arrived, with its receipt.
app-mine-empty = Nothing on this phone yet.
app-untitled = Without text
app-state-draft = Draft
app-state-waiting = Waits for the network
app-state-busy = The portal is busy. It is sent again soon
app-state-sending = Being sent
app-state-sent = Sent
app-state-back = Came back: something is to be corrected
app-state-sealed = Locked by the PIN
app-act-edit = Go on writing
app-act-mend = Correct it
app-act-send = Send now
app-act-delete = Delete
app-act-delete-sure = Press again to delete it from the phone
app-receipt-due = Must be answered by the end of
app-back-general = The portal did not take this. Correct it and send it again, or call 3737.
app-room = Used: { $used }. Left on the phone: { $left }.
app-room-none = The phone is almost full. Delete what has arrived or old photos before writing.

## Cases that are kept to be read

app-cases-title = Cases kept on this phone
app-case-keep = Keep on this phone
app-case-drop = Keep no longer on this phone
app-case-kept = You can read it without a network. So can whoever uses this phone.
app-case-dropped = It is no longer on this phone.
app-case-failed = It could not be kept now. Try again with a network.

## The PIN

app-pin-title = Lock with a PIN
app-pin-text = Without the PIN nobody reads what is on this phone. If you forget it, nobody can open it, not even we: all that is left is to delete. What waits for the network leaves only once it is open.
app-pin-label = PIN
app-pin-form = 4 to 12 digits.
app-pin-set = Lock
app-pin-is-set = Locked. Remember the PIN.
app-pin-remove = Remove the PIN
app-pin-ask = Type your PIN
app-pin-ask-text = What you wrote on this phone is locked.
app-pin-open = Open
app-pin-wrong = That is not the PIN. Try again.
app-pin-forgotten = I forgot the PIN
app-pin-forgotten-sure = Press again to delete everything on this phone
