### Filing for someone: at a counter, from a letter, on the telephone; and the post of a body.

## Taking down

taken-title = File for someone
taken-lead = Write what the person tells you, read it back, then file. The case goes to the administration that answers for it, whichever it is.
taken-channel = How the person comes to you
taken-letter = Days of the letter
taken-arrived-on = The letter arrived on
taken-written-on = Date on the letter
taken-letter-hint = For a letter only. The time to answer counts from the day it arrived.
taken-language = Language of the person
taken-text = What the person says, in their own words
taken-text-hint = First the words; the subject and the administration are suggested from them. No name and no card number here.
taken-place = Where it is, as the person says it
taken-suggest = Show suggestions
taken-body-hint = Left open, the case goes to the administration that answers for this subject there. Choose another one only when the person names it.
taken-body-open = Left to the portal
taken-person = The person
taken-category = They file as
taken-others = A company or association files, or the person files for another
taken-shown = Document you were shown
taken-shown-none = None
taken-way-hint = Ask. Without a choice, what is written above is used, the e-mail first.
taken-consent = How the person agrees
taken-consent-hint = They agree that you file in their name. For a letter, their signature says so.
taken-consent-spoken = Spoken agreement
taken-consent-signed = Signed agreement
taken-consent-by-code = By a code sent to them
taken-files-after = Files and photos can be added once suggestions are shown.
taken-check = Read back
taken-look = Not yet: look at what is found and asked here, then go on.
taken-changed = This was changed in another window. Your words stand below: check them, then continue to keep them.
taken-read-title = Read back, then file
taken-read-hint = Read aloud what stands here, in the language of the person.
taken-read-lead = This is what I wrote. Please stop me where something is wrong.
taken-read-agree = Do you agree that I file this in your name?
taken-read-again = This was changed since you read it back. Read it once more.
taken-code-hint = Send a code to { $contact }; the person reads it out to you.
taken-file = File
taken-was-shown = Shown: { $document }
taken-arrived = Letter arrived on { $date }
taken-written = dated { $date }

## Filed here

filed-here-title = Filed here today
filed-here-lead = What you filed for others today. Each receipt can be printed again until tonight.
filed-here-empty = Nothing was filed for anyone today.
filed-receipt-title = It is filed
filed-receipt-lead = Give the receipt to the person now: the answer is read with both numbers.
filed-receipt-slip = Print on the roll (80 mm)
filed-receipt-sheet = Print on A4
filed-receipt-another = File for the next person

## Post

postal-title = Post
postal-lead = Letters that reached your administration, and those it posted.
postal-came-title = A letter came about a case
postal-came-label = Reference, or the QR code on our letter
postal-came-hint = Type the reference, or scan the code with a hand scanner: it types the address, which is understood.
postal-came-button = Enter, and add the scan
postal-new = A new filing by letter
postal-direction = Way
postal-both = In and out
postal-in = In
postal-out = Out
postal-moved = Day
postal-written = Date on the letter
postal-empty = No letter in these days.
postal-due = Print all letters that are due ({ $count })
postal-note = A letter of the filer came.
postal-note-dated = A letter of the filer came, dated { $date }.

## What may be wrong

error-letter-old = A letter that arrived more than { $days } days ago: check the year.
error-letter-order = The letter arrived before the date on it. Check both days.
error-consent-contact = A code needs an e-mail address of the person. Write it, or choose another way to agree.
error-consent-code = Send the code and write what the person reads out.
error-postal-reference = No reference can be read here. It looks like CK-26-7K3M-9QDX.
error-postal-elsewhere = Your administration has no case with this reference. Check it; a letter for others is sent on to them.
