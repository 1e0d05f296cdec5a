### The desk: its queues, and the short words of lists.

## Queues

desk-queue-urgent = Urgent
desk-queue-reports = Reports of corruption
desk-queue-late = Late
desk-queue-soon = Due soon
desk-queue-mine = Mine
desk-queue-open = Open
desk-queue-new = To examine
desk-queue-unassigned = Unassigned
desk-queue-waiting = Waiting for the filer
desk-queue-answered = Answered
desk-queue-closed = Closed
desk-queue-arbitration = Arbitration
desk-queue-reopened = Reopened
desk-queue-replied = The filer wrote
desk-queue-opinions = Opinions asked of us
desk-queue-to-transcribe = To write down
desk-queue-to-telephone = To telephone
desk-queue-to-post = To print and post
desk-queue-left = Of people who left
desk-tag-reopened = Reopened
desk-tag-nobody = Nobody in charge
desk-print-part = A part of the list only: the rest is on the next pages
desk-order-due-first = Due first
desk-order-due-last = Due last first
desk-queue-empty = No case here.

## Signing in

desk-second-factor-title = Second code
desk-second-factor-label = The 6-digit code in your app
desk-second-factor-recovery = Without your phone? Write one of your recovery codes.
desk-enrol-title = Add the second code
desk-enrol-lead = Photograph this square with the code app on your phone, then write the code it shows.
desk-recovery-title = Recovery codes
desk-recovery-lead = Each code works once. Keep them away from your phone: they will not be shown again.
desk-sign-in-again = You have been signed in for a while. Before you change someone else’s account, write your password again.
desk-password-forgotten = Forgotten your password?
desk-password-forgotten-how = Ask whoever manages the accounts of your administration for a new access link. With it you choose a new password and a new second code. Your cases and drafts stay.
desk-invitation-hint = A phrase of a few words that nobody else knows, 12 characters at least.
desk-password-again = The password once more

## Inbox

desk-queues-label = Queues
desk-search-label = Reference, word, subject, place
desk-search-newest = The { $count } newest cases. Add a word to narrow the search.
desk-search-further = Further results
desk-search-none = No case holds all these words. Try fewer.
desk-filer-title = Search by person
desk-filer-label = Name, telephone, e-mail address or identity document number
desk-filer-trail = This search is written to the audit trail: who made it, when, and the cases shown. It serves to handle a case and nothing else.
desk-filer-hint = A name, in any script, or a whole number. Only cases of your administration are shown, names that sound alike included.
desk-filer-empty = Write a name, a number or a whole address.
desk-filer-search = Search
desk-filer-none = None of your cases is under this name or number.
desk-group-late = Late
desk-group-week = This week
desk-group-later = Later
desk-keys-title = Keyboard shortcuts
desk-keys-browse = browse
desk-keys-off = Turn shortcuts off

## Colleagues

desk-colleagues-title = By colleague
desk-colleagues-lead = What each has in hand. Open a name to see their cases, and to hand several to a colleague.
desk-cases-of = Open cases of { $name }
desk-hand-over = The cases to hand over
desk-hand-over-to = To whom?
desk-hand-over-choose = Choose somebody
desk-hand-over-chosen = Hand over those ticked
desk-hand-over-all = Hand over all of these
desk-hand-over-none = Tick one case at least.
desk-hand-over-more = There are more: they show once these are handed over.
desk-handed-over = Cases handed over: { $given }; left: { $left }. A case is left when whoever should get it has answered it already, or when it changed hands meanwhile.

## A case

desk-tab-timeline = Timeline
desk-back-to-list = Back to the list
desk-place = { $place } of { $count }
desk-identity-title = The person
desk-identity-show = Show in full
desk-identity-recorded = Every look is recorded under your name.
desk-news = Wants the answer by
desk-errand-telephone = To tell on the telephone
desk-errand-post = To print and post
desk-errand-telephoned = Done: told on the telephone
desk-errand-not-reached = Nobody answered
desk-errand-posted = Done: the letter is posted
desk-errand-letter = The letter to print (PDF)
desk-errand-letter-again = Print the last letter again
desk-errand-calls =
    { $count ->
       [one] { $count } call without an answer
      *[other] { $count } calls without an answer
    }
desk-competence-title = Competence
desk-competence-why = Why
desk-competence-by-rule = Competent by subject and place
desk-handling-title = Handling
desk-officer-none = Nobody yet
desk-done = Recorded.

## Acting on a case

desk-transfer-to = Competent administration
desk-transfer-reason = Reason, which the person will read
desk-refuse-hint = Who is competent, in your view? If you do not know, the reform authority decides.
desk-had-before = Who had the case before
desk-had-before-transferred = { $name } had it until { $date } and sent it on.
desk-had-before-refused = { $name } had it until { $date } and refused competence.
desk-had-before-climbed = { $name } had it until { $date }; nobody there could examine it.
desk-had-before-arbitrated = { $name } had it until { $date }; the reform authority gave it to another administration.
desk-had-before-transfer = If neither administration is competent, refuse competence and name none: the reform authority then decides.
desk-had-before-refuse = Name no administration, and the reform authority decides.
desk-had-before-sure = Send it to { $name } all the same
desk-ask-by = Reply before the end of
desk-consult-of = Whose opinion do you ask?
desk-note-hint = The person will not see it.
desk-reply-hint = What the person replied on the telephone, at the counter or by letter, in their words

## Answering

desk-answer-outcome = 1. Outcome
desk-answer-reasons = 2. Reasons and measure taken
desk-answer-reasons-hint = Say what is done, by whom, when. In the person’s language: { $language }.
desk-answer-ground = Legal ground (of a refusal alone: otherwise it is not sent)
desk-answer-other-language-send = Send it in this language all the same
desk-answer-other-language = The person expects an answer in this language: { $wanted }. Yours seems to be in { $found }.
desk-answer-body = Competent administration or institution (for “Redirected” alone)
desk-answer-recourse = 3. If the person disagrees
desk-answer-preview = Preview: what the person will read
desk-answer-send = Send the answer
desk-answer-stopped =
    { $count ->
       [one] Not sent yet: { $count } point to correct
      *[other] Not sent yet: { $count } points to correct
    }
desk-answer-check = Read before sending
desk-answer-about = Answer to your case
desk-answer-passes = The answer is complete.
desk-sent-email = The person gets it at once by e-mail.
desk-sent-sms = The person is told by SMS, outside of quiet hours.
desk-sent-phone = The person wants a call: a task “To telephone” opens.
desk-sent-letter = The person wants a letter: a task “To print and post” opens.
desk-sent-nothing = Nobody tells the person: they read it with their receipt.

desk-until = before the end of { $date }
desk-opinion-awaited = Opinion awaited
desk-opinion-wanted = Opinion asked on { $asked }, wanted before the end of { $until }
desk-question-over = The filer was to reply by the end of { $date } and has not
desk-ask-by-at-most = Reply before the end of (at the latest { $date }, when the case is due)
desk-classify-place = Another commune or province (empty: the place stays)
desk-file-audience = Who will see these files
desk-file-audience-hint = Unless you choose, colleagues only.
desk-take-back-which = Which document
desk-take-back-reason = Reason, which the person will read. The document is no longer shown to them
desk-reopened-title = Reopened: why, and the answer before

## One’s own account

me-title = My account
me-about = Name and language
me-attempts = Wrong passwords tried at your account: { $count }, the last on { $moment }. Nobody came in by them. If it was not you, choose a password that you use nowhere else.
me-notices-title = What you are told
me-notices-lead = By e-mail. What you want once a day comes in one message, from seven in the morning.
me-notices-save = Save these choices
me-password-present = Present password
me-password-new = New password
me-password-again = The new password once more
me-password-change = Change the password
me-password-ends = Your other sessions end when it changes.
me-factor-on = The second code is set up.
me-factor-off = Your account has no second code: the password alone opens it.
me-factor-required = Your account must have it: it can be replaced, not removed.
me-factor-replace = Replace the second code
me-factor-remove = Remove the second code
me-factor-remove-lead = Your password alone will let you in. Your recovery codes stop working.
me-codes-left = Recovery codes still unused: { $count }
me-codes-renew = New recovery codes
me-codes-renew-lead = The old ones stop working. The new ones are shown once.
me-sessions-title = Your sessions
me-session-this = This session
me-session-unknown = Unknown device
me-session-used = Last used: { $when }
me-session-begun = Signed in: { $when }
me-session-end = End
me-sessions-end-others = End all others
## What one is told, and how

notice-topic-danger = Somebody is in danger (case marked as urgent)
notice-topic-report = A report of corruption comes
notice-topic-arrival = A case comes to your administration
notice-topic-assignment = A case is given to you
notice-topic-opinion = An opinion is asked or comes
notice-topic-reply = A filer writes
notice-topic-reopening = A case is reopened
notice-topic-arbitration = Competence is to be settled
notice-topic-due-date = An answer is due soon or late
notice-choice-at-once = At once
notice-choice-daily = Once a day
notice-choice-never = Never
desk-opinion-was-given = Your opinion on case { $reference } was given: “{ $words }”
desk-handed-on = { $name } has case { $reference } now.
desk-no-such-case-title = Your administration does not have this case
desk-no-such-case-text = It may have gone to another administration, or its reference is incomplete. Look in your queues, or search for its reference.
