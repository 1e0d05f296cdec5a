### What went wrong and what to do: one message per field error, the summary, and the pages of trouble.

## Summary

error-summary-heading =
    { $count ->
       [one] One answer needs another look
      *[other] { $count } answers need another look
    }
error-nothing-lost = Nothing is lost: what you wrote is still in place.
error-page-title = Error: { $page }

## Any field

error-empty = Answer this question.
error-write-here = This field is empty: write your text in it.
error-choose-one = Choose one answer.
error-choose-from-list = Choose from the list.
error-subjects-two = One subject is ticked and another is chosen in the list. Keep one of them: empty the list, or tick “None of these”.
error-day-future = This day has not come yet. Write the day on which it happened.
error-too-long =
    { $over ->
       [one] The text is { $over } character too long.
      *[other] The text is { $over } characters too long.
    } Limit: { $limit }.
error-too-short = The text is too short. Write at least one sentence.
error-characters = This answer holds signs that do not work here. Write letters and figures only.
error-number-form = Write a number in figures, such as 12.
error-date-form = Write a date: day, month, year, such as 12/03/2026.
error-date-range = This date is too far away. Check the year, and write it in the Gregorian calendar.
error-date-future = This date has not come yet. Write a past date.
error-date-past = This date has passed. Write a date to come.

## What happened

error-kind-empty = Choose: complaint, remark or proposal.
error-text-empty = Write what happened.
error-text-empty-remark = Write your remark.
error-text-empty-proposal = Write your proposal.
error-subject-empty = Choose a subject, or “I do not know”.
error-place-empty = Write where it happened, or choose the commune.
error-place-abroad = Write the city and the country.
error-place-unknown = No place found for “{ $typed }”. Write the name of the commune or town, choose from the list, or say below that it is abroad.
error-place-choose = Choose one of the places found, or write another name.
error-coordinates = These coordinates were not understood. Write them like { $example }.
error-coordinates-link = This link carries no position. Open it, then copy the coordinates or the long address that the map shows, like { $example }.
error-coordinates-empty = Write the coordinates of the place, or choose the commune.
error-coordinates-one = You wrote a single number. Write latitude, then longitude, like { $example }.
error-coordinates-range = A latitude is at most 90, a longitude 180. Write them like { $example }.
error-coordinates-outside = These coordinates lie outside Morocco. Write latitude first, then longitude, which is negative in Morocco.
error-coordinates-elsewhere = This point does not lie in the place chosen. Change the point or the place.
error-organisation-empty = Choose an administration, or “I do not know”.
error-organisation-not-found = No administration found for “{ $typed }”. Try another word, or choose “I do not know”.
error-declaration = Tick this box to send.

## Who you are

error-name-empty = Write your name. The administration needs it to answer you; it will not be published.
error-name-or-contact = Write a name or a contact; or choose “Anonymous”.
error-name-of-body-empty = Write the name of the company, association or cooperative.
error-name-too-long = This name is too long. Write a shorter form.
error-name-sign = This name holds a sign that no name has. Write it again.
error-name-letters = This name has no letter. Write it in letters.
error-body-name-empty = Write the name of the company or association.
error-identity-empty = Write the number of the document, or choose not to give it.
error-cin-form = The card number has one or two letters, then 5 to 7 digits, such as JE123456. Copy it from your card.
error-identity-form = A document of this kind cannot have this number. Copy it as it stands there.
error-ice-form = An ICE has 15 digits. Copy it from an invoice or from its certificate.
error-ice-check = A digit of this ICE is not right. Compare it digit by digit, or leave the field empty.
error-representative-empty = Write the name of the person who represents the company, association or cooperative.
error-quality-empty = Write the position of this person.
error-quality-too-long = This position is too long. Write 80 characters at most.
error-quality-form = Write the position in words, such as president of the association.
error-phone-empty = Write your phone number.
error-phone-digits =
    { $digits ->
       [one] You wrote { $digits } digit
      *[other] You wrote { $digits } digits
    }; a Moroccan number has 10, such as 06 12 34 56 78.
error-phone-sign = A phone number is digits only, such as 06 12 34 56 78. A foreign number begins with +.
error-call-stage = This call is no longer in hand: it is over, or somebody else took it.
error-call-taken = Somebody else took this call, or the caller hung up.
error-call-disposition = Choose what the call led to, then finish.
error-call-busy = Finish the call you have in hand first.
error-call-extension = This extension is too long: 40 characters at most.
error-call-signed-out = You are in no queue. Choose one to take calls.
error-call-notes = These notes are too long. Keep what matters.
error-call-queue = Choose a queue from the list.
error-call-proof = No case that can be shown here has this reference with this code. Read them back with the caller. Some reports are opened by their filer alone, online.
error-call-no-sms = This portal sends no SMS. Ask for an e-mail address, or open each case by its reference and code.
error-call-landline = This number receives no SMS. Ask for a mobile number or an e-mail address.
error-call-back-window = That time has passed. Choose another.
error-call-back-far = Choose a day within the next 30 days.
error-call-back-over = This call-back is over: there is nobody to call any more.
error-call-back-number = Write the number to call back: the one of this call is not known.
error-call-back-hours = Choose the part of the day.
error-phone-beginning = A Moroccan number begins with 05, 06, 07 or 08. Check its beginning. For a foreign number, write + and the country code.
error-phone-short = This is the short number of a service: nobody can call you there. Write a number of ten digits, such as 06 12 34 56 78.
error-phone-foreign = A foreign number begins with + and the country code, and has 8 to 15 digits.
error-email-empty = Write your e-mail address.
error-email-form = Nothing can reach this address. An e-mail address looks like nom@exemple.ma.
error-email-at = An e-mail address has @ once, as in nom@exemple.ma.
error-lost-empty = Write your e-mail address or your telephone number.
error-lost-form = This is neither an e-mail address nor a telephone number. Write an address such as nom@exemple.ma, or a number such as 06 12 34 56 78.
error-postal-empty = Write your address: street, number, town.
error-postal-short = This address is too short. Write street, number and town, as on an envelope.
error-contact-needed = Choose how to receive the answer, or “I will follow with my reference”.
error-contact-of-channel = To receive the answer this way, fill in the matching field.

## Attachments

error-file-too-large = This file is too big: { $size } at most. Send a smaller one.
error-file-kind = This type of file is not accepted.
error-file-empty = This file is empty. Choose another.
error-file-protected = This document is protected by a password. Save it without a password, then send it.
error-file-macros = This document holds macros. Save it without them, or as PDF.
error-file-malware = A scanner found malware in this file. It was not kept.
error-file-unchecked = Files cannot be checked for malware right now, so none is taken. Try again in a few minutes; your words are kept.
error-file-pixels = This picture has { $width } × { $height } pixels, more than we can open. Send it smaller.
error-file-broken = This file could not be read: it may be incomplete or damaged. Send it again or choose another.
error-file-cut = This photo is not whole: its end is missing, as happens when sending or copying breaks off. Send it again or choose another.
error-file-no-track = There is neither film nor sound in this file. Choose another recording.
error-files-too-many = There are { $count } attachments, the limit is { $limit }. Remove some.
error-files-over =
    { $count ->
        [one] The limit is { $limit } attachments: { $names } was not added.
       *[other] The limit is { $limit } attachments: { $names } were not added.
    }

## Reference and codes

error-reference-empty = Write the reference.
error-reference-length = This reference is not complete. It looks like CK-26-7K3M-9QDX and is at the top of the receipt.
error-reference-check = A letter or figure of this reference is not right. Compare it with the receipt, sign by sign.
error-code-empty = Write the access code.
error-code-length = The access code has 8 digits. Copy it from the receipt.
error-code-sign = The access code is digits only. Copy it from the receipt.
error-lookup = No case has this number with this code. Check both, then try again.
error-contact-code-form = The code has 6 digits. Copy it from the message.
error-contact-code-wrong = This is not the code we sent. Check it, or ask for a new one.
error-app-code-wrong = This is not the code your app shows now. Wait for the next one, and write that.
error-contact-code-expired = This code has run out. Ask for a new one.
error-contact-code-tries = Too many wrong codes: the one we sent does not work any more. Ask for a new one.

## Following a case

error-reply-empty = Write your reply or attach a file.
error-reason-empty = Write the reason.
error-reopen-reason-empty = Tell us why you are not satisfied.
error-already-sent = You have already sent this. It was not recorded twice.

## The desk

error-code-too-many = Too many wrong codes. Try again in a quarter of an hour.
error-wait =
    { $minutes ->
       [one] Too many wrong tries here: nothing is looked at for { $minutes } minute. Wait, then try again.
      *[other] Too many wrong tries here: nothing is looked at for { $minutes } minutes. Wait, then try again.
    }
error-sign-in = E-mail, password or code does not match. Check them, then try again.
error-password-too-short = The password is too short. Write a phrase of a few words.
error-password-too-long = The password is too long. Choose a shorter phrase.
error-password-guessable = This password is too easy to guess. Choose another.
error-passwords-differ = The two passwords differ. Write the same one twice.
error-changed-meanwhile = Someone else changed this case meanwhile. Here is its present state; what you wrote is kept on this page.

## What stops an answer at the gate

gate-outcome-missing = Choose the outcome.
gate-reasons-missing = Write the answer and its reasons.
gate-stock-phrase-alone = This stock phrase says neither what, nor who, nor when. Write facts: a measure, a date, a unit.
gate-stock-phrase-beside = The answer holds a stock phrase that adds nothing. It could go.
gate-reasons-too-short = This answer is short and holds no facts. Write what is done, when and why.
gate-ground-missing = A refusal must state its legal ground. Name the text and the article.
gate-body-missing = Say to which administration or institution the person can turn.
gate-recourse-missing = Say what the person can do if they disagree.
gate-outcome-chosen = Outcome chosen
gate-reasons-given = Reasons given: facts, not a phrase
gate-ground-given = Legal ground named
gate-body-given = Competent administration or institution named
gate-recourse-given = Recourse named

## What the clerks refuse

error-organisation-unknown = This administration was not found. Choose it from the list.
error-nobody-reads-reports = In this administration nobody may read a report of corruption: it has no head of administration registered here. Choose another one, or have that account made first.
error-officer-unknown = This person does not work in this administration. Choose from the list.
error-email-taken = This address belongs to another account. Write a different one.
error-invitation-over = This invitation was used or has ended meanwhile.
error-not-permitted = Your role does not allow this. Ask the head of the unit.

## What the law refuses

refusal-not-in-this-stage = This is not possible while the case stands as it does.
refusal-not-yours = This is for someone else to do.
refusal-not-examined = Examine the case first. Before that, only “Inadmissible” and “Redirected” are possible.
refusal-outcome-does-not-fit = This outcome does not fit this kind of case: “Noted” is for remarks and proposals.
refusal-already-there = This administration already has the case. Choose another.
refusal-bound-by-arbitration = The reform authority has settled it: this administration must answer.
refusal-must-be-another-officer = The case was reopened: someone other than the person who answered must examine it.
refusal-extension-not-provided = The rule in force does not allow an extension.
refusal-already-extended = The time limit was extended once already; it cannot be extended twice.
refusal-date-not-in-future = Choose a day after today.
refusal-not-consulted = This opinion is not awaited, or was given already.
refusal-already-judged = You have already judged this answer.
refusal-no-answer-yet = The administration has not answered yet.
refusal-reopening-over = The time to reopen is over. You can write to the Mediator of the Kingdom at any time.
refusal-reopened-too-often = This case has been reopened as often as is possible. You can write to the Mediator of the Kingdom at any time.
refusal-withdrawn = This case was withdrawn and cannot be reopened. You can file another.
refusal-answer-untold = The filer has not been told of the answer yet.
refusal-too-early-to-close = The time to object to the answer is not over yet.
refusal-nothing-to-tell = Nothing is left to tell the person in this way.

## Pages of trouble

trouble-request-id = Number to give if you call us: { $id }
trouble-help = You can call 3737, or go to the nearest counter.
trouble-home = Go to the home page
trouble-400-title = This request was not understood
trouble-400-text = The link is incomplete or wrong. Go back to the page before, then try again.
trouble-403-title = This page cannot be opened
trouble-403-text = It stayed open too long, was sent from another site, or is not meant for you. Go back, reload it, then send again.
trouble-404-title = This page does not exist
trouble-404-text = The address may be incomplete or have changed. To find your case, write the reference and access code under “Follow a case”.
trouble-405-title = This page does not open this way
trouble-405-text = Go back to the page before, then try again.
trouble-410-title = This page is no longer available
trouble-410-text = The draft or link has run out. If you had sent it, your case is safe: find it with the reference. Otherwise, begin again.
trouble-409-title = This was not done
trouble-413-title = What you sent is too big
trouble-413-text = Each file may be { $limit } at most. Go back, remove the big file or choose a smaller one. What you wrote is kept.
trouble-413-form-text = The text you wrote is far longer than what is taken here. Shorten it, or put the details into an attached file, then send it again.
trouble-415-title = This type of file is not accepted
trouble-415-text = Send a photo, a PDF, a sound recording or a video. What you wrote is kept.
trouble-429-title = Too many tries in a short time
trouble-429-text =
    { $minutes ->
       [0] Wait a moment, then try again.
       [one] Wait { $minutes } minute, then try again.
      *[other] Wait { $minutes } minutes, then try again.
    } This protects your cases from people who guess codes.
trouble-500-title = Something went wrong on our side
trouble-500-text = The fault is ours, not yours, and it has been noted. Go back and try again in a moment. If you saw no reference, nothing has been recorded yet.
trouble-503-title = The service is stopped for a moment
trouble-503-text = We can record nothing right now, and what you sent was not recorded. Try again in a few minutes. Everything recorded before is safe.
trouble-press-title = Many documents are being printed
trouble-press-text = This one was not printed, and nothing is lost. Try again in a minute.
trouble-session-title = Page closed to protect you
trouble-session-text = This page closed after { $minutes ->
       [one] { $minutes } minute
      *[other] { $minutes } minutes
    } without use, to protect you. What you wrote is kept.

## What administrators are told

error-own-role = You cannot change your own role. Ask another administrator.
error-own-account = You cannot do this to your own account. Ask another administrator.
error-last-administrator = This is the last administrator of the portal. Make another one first.
error-unit-elsewhere = This unit is not part of this administration. Choose from the list.
error-changed-by-another = Someone else changed this page meanwhile. What you wrote is kept below: check it, then save again.
error-nothing-found = Nothing was found for these words. Try another word.
error-country-broken = This change cannot be saved: it contradicts other data of the country. Check what it is part of and its territory.
error-code-form = Write 1 to 64 lower-case letters, digits or hyphens.
error-code-taken = This code belongs to another organisation. Write a different one.
error-name-ar-empty = Write the name in Arabic.
error-name-fr-empty = Write the name in French.
error-organisation-circle = An organisation cannot be part of itself or of what belongs to it. Choose another.
error-territory-taken = This territory has its authority already. Choose another.
error-organisation-open-cases = It has open cases: answer or transfer them first.
error-organisation-rule = A rule of competence names it.
error-organisation-authority = It is the authority of its territory: rules of competence send it the cases of this place.
error-organisation-parts = Others belong to it: switch them off or move them first.
error-organisation-people = People with accounts work for it: stop or move them first.
error-organisation-receives-nothing = It receives no cases here, so that nobody has them in this role. Choose another administration.
error-organisation-reform = It routes what nobody else answers.
error-holiday-there = This day is a holiday already. Choose another day or change the one that is there.
error-weekend-all = At least one day of the week must be worked.
error-policy-days = This number is too small or too large. Check it.
error-policy-same-day = Another version takes effect on this day. Choose another day.
error-policy-reminders = Write numbers of days with commas between them, such as 15, 5.

gate-ground-says-nothing = This ground names no text. Cite the law, decree or rule, and its article.
refusal-date-after-due = Choose a day no later than the day the case is due.
error-password-present = This is not your present password.
error-no-second-factor = Add the second code first.
error-policy-year-day = Write month and day with a hyphen between them, such as 01-31.
