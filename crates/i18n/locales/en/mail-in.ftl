### Mail that comes in: why one waits, what is done with it at the desk, and the one answer to a new mail.

## Why a mail waits, or was left

mail-in-reason-unproven = Nobody has shown that it comes from this address.
mail-in-reason-other-sender = It answers one of our mails from another address than the filer’s.
mail-in-reason-false-word = It claims to answer one of our mails, and the word in its address is not ours.
mail-in-reason-ended-word = The filer has ended the links of this case.
mail-in-reason-not-now = As it stands, the case takes no message from its filer.
mail-in-reason-wants-no-answer = It asks for no automatic answer.
mail-in-reason-answered-enough = Its sender has already been answered several times today.
mail-in-reason-many = Many mails came from this sender today.
mail-in-reason-empty = It says nothing and brings no file.
mail-in-reason-unreadable = It cannot be read. The original is kept.
mail-in-reason-too-many-parts = It has too many parts to be opened. The original is kept.
mail-in-reason-returned = Our mail to the filer came back: reach them by another way.
mail-in-reason-automatic = A program wrote it.
mail-in-reason-list = It came over a mailing list.
mail-in-reason-loop = It is a mail of ours.
mail-in-reason-notice = A server says that a mail is late or has arrived.
mail-in-reason-not-ours = Somebody looked at it.

## For administrators

admin-mail-in-title = Mail received in the last 24 hours
mail-in-state-received = To be read: { $count }
mail-in-state-waiting = Waiting at the desk: { $count }
mail-in-state-joined = Added to a case: { $count }
mail-in-state-begun = Begun as a filing: { $count }
mail-in-state-left = Left: { $count }

## At the desk

desk-mail-title = Mail received
desk-mail-lead = These mails wait until somebody says what becomes of them.
desk-mail-none = No mail waits.
desk-mail-trail = That you opened this mail is written to the audit trail.
desk-mail-from = From
desk-mail-case = Case
desk-mail-no-subject = No subject
desk-mail-no-words = This mail shows no words.
desk-mail-quoted = What is quoted
desk-mail-files = Files: { $count }
desk-mail-original = Download the original ({ $size })
desk-mail-join-title = Add it to a case
desk-mail-join-label = Reference
desk-mail-join-hint = A question that waits is answered by it. Otherwise it becomes a note for colleagues.
desk-mail-join = Add
desk-mail-no-case = None of your cases has this reference.
desk-mail-begin-title = Make a filing of it
desk-mail-begin-hint = Its sender receives a link and completes the filing.
desk-mail-begin = Begin the filing
desk-mail-leave-title = Nothing to do
desk-mail-leave-hint = It does not concern us, or it was seen to. It is deleted after 30 days.
desk-mail-leave = Put it aside

## What of a mail is not shown

mail-in-left-signature = (A signature came with this mail. It is kept with the original.)
mail-in-left-locked = (A part of this mail is encrypted and cannot be read here. It is kept with the original.)
mail-in-left-calendar = (A calendar invitation came with this mail. It is kept with the original.)
mail-in-left-parcel = (Files came in a winmail.dat parcel that cannot be opened here. It is kept with the original.)
mail-in-file-left = (The file { $name } was not taken. { $why })
mail-in-file-refused = It cannot be added now.
error-mail-in-no-sender = This mail says no address that can be answered.
error-mail-in-unreadable = This mail cannot be read. Download the original.

## The answer to a new mail

mail-answer-by-mail-subject = Complete your filing
mail-answer-by-mail-lead = We received your mail. Nothing has been sent to an administration yet: open the link, say where it is and who you are, and send it. Your words and files are already there.
mail-answer-by-mail-action = Complete the filing
mail-answer-by-mail-until = It is kept until { $date }. Keep this message to yourself: whoever has the code can read what you wrote.
mail-answer-by-mail-ignore = Did not write to us? Do nothing: somebody used your address.
admin-message-mail-answer = Answer to a new mail

## The audit trail

admin-deed-mail-open = Opened a received mail
admin-deed-mail-take = Downloaded a received mail
admin-deed-mail-join = Added a received mail to a case
admin-deed-mail-begin = Began a filing from a received mail
admin-deed-mail-leave = Put a received mail aside
