### The words of a case: kinds, states, outcomes, channels, timeline, who filed, and time limits in words.

## Kinds

case-kind-complaint = Complaint
case-kind-remark = Remark
case-kind-proposal = Proposal
case-kind-complaint-yours = Your complaint
case-kind-remark-yours = Your remark
case-kind-proposal-yours = Your proposal
case-kind-complaint-received = We have received your complaint
case-kind-remark-received = We have received your remark
case-kind-proposal-received = We have received your proposal
case-kind-complaint-hint = Something harmed you, or a service did not satisfy you.
case-kind-remark-hint = Your view of a service, good or bad.
case-kind-proposal-hint = An idea to make a service simpler, faster or fairer.

## States, as the filer reads them (masculine: said of the case)

case-state-filed = Filed
case-state-admissible = Admissible
case-state-assigned = With an official
case-state-in-progress = In progress
case-state-waiting = Waiting for you
case-state-arbitration = In arbitration
case-state-answered = Answered
case-state-closed = Closed
case-state-reopened = Reopened
case-state-withdrawn = Withdrawn

## What each state means, in a sentence

case-state-filed-means = The administration has received it and will examine it.
case-state-admissible-means = The administration will handle it and give it to an official. This is not an answer yet.
case-state-assigned-means = An official has it.
case-state-in-progress-means = An official is working on it.
case-state-waiting-means = The administration asked you a question. Answer so that it can go on.
case-state-arbitration-means = Several administrations say it is not theirs. The authority in charge of administrative reform names the one that must answer.
case-state-answered-means = The administration has answered. Read the answer, then tell us if it solves your problem.
case-state-closed-means = The case is closed. You can still read it.

## States, as the desk reads them

case-desk-state-filed = To examine
case-desk-state-admissible = Admissible, unassigned
case-desk-state-assigned = Assigned
case-desk-state-in-progress = In progress
case-desk-state-waiting = Waiting for the filer
case-desk-state-arbitration = Arbitration
case-desk-state-answered = Answered
case-desk-state-closed = Closed

## Outcomes

case-outcome-granted = Granted
case-outcome-partly-granted = Partly granted
case-outcome-refused = Refused
case-outcome-inadmissible = Inadmissible
case-outcome-redirected = Redirected
case-outcome-noted = Noted
case-outcome-unstated = No outcome recorded
case-outcome-granted-means = The administration grants your request.
case-outcome-partly-granted-means = The administration grants part of your request. The answer says which part.
case-outcome-refused-means = The administration refuses your request. The answer gives the reason and the legal ground.
case-outcome-inadmissible-means = Your case is not admissible. The answer says why and what you can do.
case-outcome-redirected-means = This belongs to a body outside the portal. The answer tells you where to turn.
answer-competent-body = Whom to turn to: { $name }
case-outcome-noted-means = The administration has noted what you wrote. The answer says what it will do with it.
case-outcome-unstated-means = The earlier register kept no outcome. Read the answer to know what was decided.

## Ways of filing

case-channel-web = Online
case-channel-mobile = Mobile app
case-channel-phone = By phone, 3737
case-channel-counter = At a counter
case-channel-letter = By letter
case-channel-email = By e-mail
case-channel-sms = By SMS
case-channel-api = From another system
case-channel-import = Taken over from an earlier system
case-subject-from-register = Cases on this subject were taken over from an earlier system.

## Who filed

case-category-person = Person
case-category-company = Company
case-category-association = Association
case-category-cooperative = Cooperative
case-category-anonymous = Anonymous
case-category-other = Other
case-category-unknown = Not stated
identity-cin = National identity card
identity-residence-title = Residence permit
identity-passport = Passport
identity-ice = Common company identifier (ICE)
identity-registration = Registration number

## Timeline, as the filer reads it

case-event-filed = You filed and got your receipt
case-event-filed-elsewhere = You filed with an earlier system
case-event-filed-at-counter = You filed at a counter, with the help of an agent
case-event-filed-by-letter = Your letter was registered by an agent
case-event-filed-by-phone = You filed by telephone, with the help of an agent
case-event-examined = The administration found your case admissible
case-event-classified = Subject or place was corrected
case-event-transferred = Your case was sent to another administration
case-event-competence-refused = The administration says it is not competent
case-event-sent-to-arbitration = The reform authority must name who answers
case-event-arbitrated = The administration that must answer you is named
case-event-assigned = Your case was given to an official
case-event-taken-up = Work on your case has begun
case-event-unassigned = Your case waits for another officer
case-event-climbed = Your case went up to the administration above, where someone else will examine it
case-event-question-asked = The administration asked you a question
case-event-clock-resumed = The time limit, paused while we waited for you, runs again
case-event-replied = You answered the question
case-event-replied-by-others = The administration wrote down your answer to the question
case-event-message-added = You added a message
case-event-file-added = A document was attached
case-event-file-taken-back = The office took back a document that was not meant for you
case-event-noted = Internal note
case-event-opinion-asked = The administration asked for an opinion
case-event-opinion-given = The opinion came
case-event-extended = The time limit was extended
case-event-answered = The administration answered you
case-event-told-telephoned = The administration telephoned you
case-event-told-not-reached = The administration telephoned and did not reach you
case-event-told-posted = The administration posted a letter to you
case-event-contact-proven = You confirmed your address
case-event-receipt-lost = The receipt was said to be lost, with your telephone number
case-event-judged = You judged the answer
case-event-closed = The case was closed
case-event-reopened = You reopened the case; another person will examine it
case-event-linked = Your case was linked to another
case-event-escalated = The person in charge was told
case-event-reminded = A reminder of the time limit was sent
case-event-due-changed = The due date has changed
case-event-imported = Your case was taken over from an earlier system

## Timeline, as the desk reads it

case-desk-event-filed = Case filed
case-desk-event-filed-elsewhere = Filed in an earlier system
case-desk-event-filed-at-counter = Filed at a counter
case-desk-event-filed-by-letter = Filed by letter
case-desk-event-filed-by-phone = Filed by telephone
case-desk-event-examined = Found admissible
case-desk-event-classified = Subject or place corrected
case-desk-event-transferred = Sent to another administration
case-desk-event-competence-refused = Competence refused
case-desk-event-sent-to-arbitration = Sent to arbitration
case-desk-event-arbitrated = Competence settled
case-desk-event-assigned = Assigned
case-desk-event-taken-up = Work begun
case-desk-event-unassigned = Taken from its officer, to be assigned
case-desk-event-climbed = Went up to the administration above
case-desk-event-question-asked = Question to the filer
case-desk-event-clock-resumed = Clock resumed after waiting for the filer
case-desk-event-replied = The filer replied
case-desk-event-replied-by-others = The filer’s reply, written down by the administration
case-desk-event-message-added = Message from the filer
case-desk-event-file-added = File added
case-desk-event-file-taken-back = Document taken back: the person no longer sees it
case-desk-event-noted = Internal note
case-desk-event-opinion-asked = Opinion asked
case-desk-event-opinion-given = Opinion given
case-desk-event-extended = Time limit extended
case-desk-event-answered = Answer sent
case-desk-event-told-telephoned = Told on the telephone
case-desk-event-told-not-reached = Called, no answer
case-desk-event-told-posted = Letter posted
case-desk-event-contact-proven = Address confirmed by the person
case-desk-event-receipt-lost = Receipt lost: the person asks to be called
case-desk-event-judged = The filer judged the answer
case-desk-event-closed = Case closed
case-desk-event-reopened = Reopened by the filer
case-desk-event-linked = Linked to another case
case-desk-event-escalated = Escalated
case-desk-event-reminded = Reminder of the time limit
case-desk-event-due-changed = Due date recomputed
case-desk-event-imported = Taken over from an earlier system

## Who acted

case-actor-filer = You
case-actor-desk-filer = Filer
case-actor-system = The portal
case-actor-register = The earlier system
news-by-email = News and the answer are sent to you by e-mail.
news-by-sms = News and the answer are announced to you by SMS.
news-by-phone = The administration telephones you with its questions, decisions and answer.
news-by-letter = Questions, decisions and the answer come to you by post.
news-by-nothing = Nobody tells you: come back and read the answer with the reference and the access code.

## What the filer says of the answer, and what closes a case

case-resolved-question = Is your problem solved?
case-resolved-yes = Yes
case-resolved-partly = In part
case-resolved-no = No
case-treatment-question = Were you treated properly?
case-treatment-hint = A separate question: a problem may stay unsolved and you may still have been treated fairly.
case-treatment-fair = Yes
case-treatment-unfair = No
case-closing-filer-confirmed = You confirmed the answer
case-closing-time-passed = The time to object has passed
case-closing-withdrawn = You withdrew the case
case-closing-recorded = It was closed in an earlier system
case-relation-duplicate = Duplicate
case-relation-parent = Part of another case
case-relation-systemic = Recurring problem
case-escalation-unit-head = Head of the unit
case-escalation-administration-head = Head of the administration
case-escalation-body-above = Administration above
case-escalation-reform-authority = Authority in charge of administrative reform
case-climb-answered-by-all = everyone who could examine it had answered it before
case-climb-nobody-left = nobody is left there to examine it
case-audience-filer = the filer sees it
case-audience-colleagues = for colleagues only

## What the desk can do (buttons)

case-verb-examine = Find admissible
case-verb-classify = Correct subject or place
case-verb-transfer = Transfer
case-verb-refuse-competence = Refuse competence
case-verb-arbitrate = Arbitrate
case-verb-assign = Assign
case-verb-take-up = Take up
case-verb-unassign = Give back, unassigned
case-verb-climb = Send up
case-verb-ask = Ask the filer
case-verb-reply = Write down the filer’s reply
case-verb-add-message = Add a message
case-verb-add-file = Attach a file
case-verb-note = Write a note
case-verb-consult = Consult
case-verb-give-opinion = Give an opinion
case-verb-extend = Extend
case-verb-take-back-file = Take back a document
case-verb-answer = Answer
case-verb-tell = Note what was done
case-verb-prove-contact = Confirm an address
case-verb-report-lost = Report a lost receipt
case-verb-judge = Judge the answer
case-verb-confirm = Confirm the answer
case-verb-close-by-time = Close
case-verb-withdraw = Withdraw
case-verb-reopen = Ask to reopen
case-verb-escalate = Escalate
case-verb-remind = Remind
case-verb-recompute = Recompute the due date

## Who works at the desk

role-officer = Case officer
role-unit-head = Head of unit
role-administration-head = Head of administration
role-registry = Counter and registry agent
role-reform-authority = Reform authority
role-head-of-government = Head of Government’s office
role-auditor = Auditor
role-administrator = Administrator
role-call-agent = Call centre agent
role-call-supervisor = Call centre supervisor
