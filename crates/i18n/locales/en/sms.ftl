### Short messages: the fewest words. Where a text is in Latin letters, none may be outside of GSM 03.38.

## What happened to a case

sms-sample = Sample: invented data
sms-acknowledgement = Chikaya: we have received your case
sms-due = Answer due by { $day }
sms-due-late = Late: the answer was due by { $day }
sms-transfer = Chikaya: another administration has your case. The time limit does not change
sms-transfer-stays = Chikaya: the administration that has your case will answer you
sms-question = Chikaya: the administration asks you a question
sms-question-by = Reply by the end of { $day }
sms-extension = Chikaya: the administration needs more time
sms-answer = Chikaya: the administration has answered. Read it with your code
sms-answer-until = You can have it reopened until { $day }
sms-closure = Chikaya: your case is closed. You can still read it
sms-reopening = Chikaya: your case is open again
sms-judgement = Chikaya: is your problem solved? Tell us here, or call 3737
sms-stop-how = STOP: no more SMS

## Codes and lists that somebody asked for

sms-code = Chikaya: your confirmation code. Give it to nobody
sms-code-account = Chikaya: the code to open your account. Give it to nobody
sms-code-until = Good for { $minutes } min
sms-draft-code = Chikaya: the code to go on with your text, kept until { $day }
sms-cases = Chikaya: your cases. These links open them, keep them to yourself
sms-cases-more = There are more: call 3737

## Answers to what was written to us

sms-state-filed = Filed: the administration will examine it
sms-state-admissible = Admissible: an official will take it up
sms-state-assigned = An official has it
sms-state-in-progress = An official is working on it
sms-state-waiting = The administration waits for your reply
sms-state-arbitration = In arbitration: who must answer is being settled
sms-state-answered = Answered. Read the answer with your code
sms-state-closed = The case is closed
sms-not-found = No case has this reference with this code. Check both, then try again
sms-wait = Too many wrong codes: none is looked at for { $minutes } min
sms-how = To follow: TRACK, the reference and the code. Example: TRACK CK-26-7K3M-9QDX 48271936
sms-help = TRACK + reference + code: where your case stands. STOP: no more SMS. START: again. Or write what happened. Help: 3737
sms-stopped = No more news by SMS: the administration will telephone you. START to have them again
sms-started = You will have news of your cases by SMS again. STOP: no more SMS
sms-filing = Your text is kept but not filed yet. Add the place and your name here, and send it. Or call 3737

## What administrators see

admin-sms-title = SMS
admin-message-sms-reply = Reply to an SMS
admin-sms-none = No gateway is set (sms.gateway): the administration telephones those who gave a number, and no code goes to a telephone.
admin-sms-open = The gateway is set, and nothing tells of a failure.
admin-sms-stopped = SMS have waited since { $moment }: the gateway does not answer.
admin-sms-quiet = Quiet hours
admin-sms-a-day = News to one number a day, at most
admin-sms-today = Today
admin-sms-waiting = Waiting
admin-sms-sent = Sent
admin-sms-parts = Parts paid for
admin-sms-cost = Cost (dirhams)
admin-sms-delivered = Arrived, as reported
admin-sms-failed = Did not arrive
admin-sms-came = Came in
admin-sms-filings = of these kept as drafts
admin-sms-floods = of these passed over, too many from one number
admin-sms-try = Try a text
admin-sms-text = The text
admin-sms-try-hint = Nothing is sent.
admin-sms-count = Count
admin-sms-alphabet = Alphabet
admin-sms-alphabet-gsm7 = GSM, 7 bits a letter
admin-sms-alphabet-ucs2 = UCS-2, 16 bits a letter
admin-sms-parts-of-text = Parts
admin-sms-units = Places taken
admin-sms-beyond = Letters that force UCS-2

## Numbers at the desk

desk-sms-stopped = wants no SMS
desk-sms-failing = SMS do not arrive there
