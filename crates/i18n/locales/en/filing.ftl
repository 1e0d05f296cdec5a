### Filing: the steps from the kind of message to sending it.

## Frame

filing-step-title = { $kind } · step { $step } of { $steps }

## 1. Kind

filing-kind-legend = What you write is

## 2. What happened

filing-what-title = What happened?
filing-what-title-remark = What is your remark?
filing-what-title-proposal = What is your proposal?
filing-text-limit = { $limit } characters at most.
filing-what-hint = Write as you speak: what happened, where and when. In Arabic, Darija, Tamazight, French or English. Do not write your name or card number here.
filing-what-hint-remark = Write as you speak: what you noticed, where and when. In Arabic, Darija, Tamazight, French or English. Do not write your name or card number here.
filing-what-hint-proposal = Write as you speak: what should change, where, and what it would bring. In Arabic, Darija, Tamazight, French or English. Do not write your name or card number here.
filing-what-files = Add photos or documents
filing-subject-title = About what?
filing-about-title = Is it one of these?
filing-about-lead = From your words, these are the nearest subjects, and who must answer. Choose one, or take another from the list.
filing-about-goes = Will answer: { $organisation }
filing-about-because = You wrote: { $words }
filing-about-none = None of these: I choose from the list
filing-about-listed = I choose from the list
filing-about-list = All subjects, by sector
filing-about-unknown-hint = The office that receives your case will say what it is about.

## 3. Where

filing-where-title = Where?
filing-where-hint = The town or commune, in Arabic or Latin letters.
filing-where-found = Places found
filing-where-list = Or choose from the list of regions
filing-where-all = All regions
filing-where-point = Or the coordinates of the place
filing-where-point-hint = Latitude, then longitude, like { $example }, or a link copied from a map.
filing-where-point-find = Find the commune
filing-where-point-here = Use my position
filing-where-point-waiting = Looking for your position…
filing-where-point-done = Your position is written. Continue to see the commune.
filing-where-point-failed = Your device did not give your position. Write the coordinates, or choose the commune from the list.
filing-where-point-found = These coordinates lie here: { $place }. Check the place that is ticked, then continue.
filing-where-point-near = These coordinates lie at the edge of our map. The nearest place: { $place }. Check the place that is ticked, then continue.
filing-point = { $place } · { $point }
filing-where-details = The exact spot: neighbourhood, street, douar
filing-where-abroad = The town and the country

## 4. Who must answer

filing-who-title = Who must answer?
filing-who-suggested = We propose
filing-who-because = Because: { $reason }
filing-who-dropped = You had chosen: { $organisation }. It does not answer here for this subject. Nothing is chosen now: please choose again.
filing-who-tag = proposed
filing-who-search = Search by name or acronym
filing-who-unknown = I do not know
filing-who-unknown-hint = We direct it ourselves, and you lose no day.
filing-who-orientation = Outside this portal, { $when }: { $reason }
filing-who-orientation-always = Outside this portal: { $reason }
filing-who-outside = Receives nothing through this portal: turn to it directly.
filing-who-smaller = { $place }: there are several communes here, and for this subject it is the commune that answers.
filing-who-choose-commune = Choose the commune, and we can say which one

## 5. Attachments

filing-files-title = Photos or documents
filing-files-hint = A photo from your phone is enough. { $count } files at most, { $size } each at most.
filing-files-taken = Accepted: JPEG, PNG, WebP and HEIC photos; PDF, Word, Excel, PowerPoint and OpenDocument files; MP3, M4A, AAC, OGG, WAV and AMR sound; MP4, MOV, 3GP and WebM video.
filing-files-choose = Choose a file or photo
filing-files-clean = We remove from photos, films, sound and PDF what devices and programs hide in them, such as place, dates and author. Word, Excel, PowerPoint and OpenDocument files and signed PDF keep it.

## 6. You

filing-you-title = Whom shall we answer?
filing-you-category = You write as
filing-you-elsewhere = Written in another browser: kept, and hidden here. Leave empty what is to stay, or write it anew.
filing-you-identity-kind = Identity document
filing-you-identity-hint = One or two letters, then 5 to 7 digits. Example: JE123456
filing-you-representative-hint = The person who writes or signs for the company, association or cooperative.
filing-you-quality-hint = For example: manager, president, treasurer.
filing-you-body-registration = Registration
filing-you-body-number = ICE or registration number
filing-you-body-number-hint = The ICE has 15 digits. Without one: the number in the trade register, or of the association’s receipt.
filing-you-behalf = Writing for someone else? Their name
filing-you-answer-by = How do you want to receive the answer?
filing-you-answer-by-hint = You can always read it here with your reference.
filing-you-by-email = E-mail
filing-you-by-email-hint = News and the answer reach you at once. We send a code to confirm the address.
filing-you-by-sms = SMS
filing-you-by-phone = Phone
filing-you-by-phone-hint = The administration telephones you on this number with its questions, decisions and answer. No code is sent there.
filing-you-by-phone-texted = News and the answer are announced by SMS, and a code confirms the number. On a landline the administration telephones you.
filing-you-by-letter = Letter
filing-you-by-letter-hint = Questions, decisions and the answer come by post to the address you write below.
filing-you-by-nothing = I will follow with my reference
filing-you-by-nothing-hint = Nobody writes to you. Come back here with the reference and the access code of your receipt: keep both, the answer cannot be read without them.
filing-you-address-hint = As on an envelope: street and number, neighbourhood, postal code, town.
filing-you-anonymous-hint = The administration takes it as information and may be unable to answer. No name, document or contact goes along.
filing-you-code-title = Confirm your address
filing-you-code-title-phone = Confirm your number
filing-you-code-sent = We sent a 6-digit code to { $contact }. Write it here.
filing-you-code-send = Send the code
filing-you-code-again = Send a new code
filing-you-code-later = Continue without confirming
filing-you-code-label = The 6-digit code
filing-you-code-new = The code is on its way. Only the last one works.
filing-you-code-pause =
    { $seconds ->
        [one] A code was sent a moment ago. If it does not come, ask again in one second.
       *[other] A code was sent a moment ago. If it does not come, ask again in { $seconds } seconds.
    }
filing-you-code-many = Many codes were sent there today. Ask again tomorrow: your case does not wait for it.
filing-you-code-change = Change the address
filing-you-code-change-phone = Change the number
filing-you-code-why = Your case does not wait for this. Once the address is confirmed, you can have the list of your cases sent there if you lose the receipt, and open your account.
filing-you-code-why-phone = Your case does not wait for this. Once the number is confirmed, you can have the list of your cases sent there by SMS if you lose the receipt.
filing-you-code-not-done = Not confirmed yet.
filing-you-code-done = Confirmed.

## 7. Check and send

filing-check-title = Check before sending
filing-check-you = You
filing-check-after-title = After sending
filing-check-after-text = You get a receipt with a reference at once. You must get the answer before the end of { $date }.
filing-check-anonymous-lead = No name and no contact go along: nobody can write to you.
filing-check-anonymous-dropped = Not sent
filing-check-no-files = None
filing-check-outside = Outside this portal
filing-check-no-details = None
filing-check-anonymous-after = You get a receipt with a reference and an access code at once. Keep both and come back: the administration may be unable to answer, and nobody can write to you.
filing-check-declaration = What I wrote is true as far as I know, and the matter is not before a court.
