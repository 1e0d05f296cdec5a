### Mails: subjects and the parts of their bodies. A subject is passed through `plain` before it is sent.

## Parts of every mail

mail-greeting = Hello,
mail-signature = Chikaya
mail-due = Answer due by { $date }
mail-due-late = Late: the answer was due by { $date }
mail-opinion-of = Asked by: { $organisation }
mail-opinion-due = Opinion wanted by { $date }
mail-open-case = Open the case
mail-keep-link = This link opens your case. Keep it to yourself.
mail-why = You get this message because this address was given to follow a case. Do not reply to it: reply on the page of the case.
mail-help = A question? 3737, Monday to Friday.
mail-mediator = You can also write to the Mediator of the Kingdom at any time.
mail-sample = Demonstration message: the data are made up.

## Acknowledgement

mail-acknowledgement-subject = We have received your case: { $reference }
mail-acknowledgement-lead = We received your message on { $moment }. Keep this number.
mail-acknowledgement-with = Your case is with: { $organisation }
mail-acknowledgement-next = The administration may ask you a question: we will tell you. If it is not competent it passes the case on, and your time limit does not change.
mail-acknowledgement-code = For safety the access code is not in this message: it is on your receipt.

## Transfer

mail-transfer-subject = Your case was passed on: { $reference }
mail-transfer-lead = This case is for another administration. We sent it there. Your time limit does not change.
mail-transfer-to = Administration that will answer you: { $organisation }
mail-transfer-stays-lead = The reform authority has settled it: the administration that has your case is the one that answers you. Your time limit does not change.
mail-transfer-stays-subject = It is settled who answers: { $reference }

## Question

mail-question-subject = The administration has a question for you: { $reference }
mail-question-lead = The administration has a question for you. Please answer before the end of { $date }.
mail-question-from = Question from: { $organisation }
mail-question-action = Answer the question
mail-question-voice = If writing is hard, call 3737: we will write your answer with you.

## Answer

mail-answer-subject = The administration has answered: { $reference }
mail-answer-lead = The administration has answered. Read the answer, then tell us if it solves your problem.
mail-answer-from = Answer from: { $organisation }
mail-answer-outcome = Outcome: { $outcome }
mail-answer-action = Read the answer
mail-answer-reopen = If you disagree, you can ask to reopen the case until { $date }. Another person will examine it.

## Extension

mail-extension-subject = Time limit extended: { $reference }
mail-extension-lead = The administration extended the time limit, once. The answer is now due by { $date }.
mail-due-changed-subject = Due date recomputed: { $reference }
mail-due-changed-lead = The due date has changed. It is now { $date }. The reason is on the page of your case.

## Reopening

mail-reopening-subject = Your case is reopened: { $reference }
mail-reopening-lead = Your case is reopened. Someone other than the person who answered will examine it.

## Closure

mail-closure-subject = Your case is closed: { $reference }
mail-closure-lead-filer-confirmed = You confirmed the answer; the case is closed.
mail-closure-lead-time-passed = We received no objection in time; the case is closed.
mail-closure-lead-withdrawn = You withdrew your case; it is closed.
mail-closure-lead-recorded = The case was closed in an earlier system.
mail-closure-read = Nothing is erased: you can still read the case.

## Verification of a contact

mail-code-subject = Verification code: { $code }
mail-code-lead = Write this code on the page to confirm that this address is yours:
mail-code-lead-account = Write this code on the page to open your account. Whoever has it reads your cases: give it to nobody.
mail-code-expires =
    { $minutes ->
       [one] It works for { $minutes } minute.
      *[other] It works for { $minutes } minutes.
    }
mail-code-ignore = Did not ask for a code? Do nothing, and give it to nobody.

## List of one's cases

mail-cases-subject = Your cases on Chikaya
mail-cases-lead =
    { $count ->
       [0] No case is tied to this address.
       [one] { $count } case is tied to this address:
      *[other] { $count } cases are tied to this address:
    }
mail-cases-ignore = Did not ask for this list? Do nothing: nobody else has seen it.

## Staff

mail-invitation-subject = Invitation to the desk
mail-invitation-lead = You have been given access to handle cases. Administration: { $organisation }.
mail-renewal-subject = Choose a new password
mail-renewal-lead = Your access to handle cases is renewed ({ $organisation }). Your old password and your old second code work no more: choose new ones. Your cases and drafts stay.
mail-invitation-action = Choose a password
mail-invitation-expires =
    { $days ->
       [one] This link works for { $days } day, once.
      *[other] This link works for { $days } days, once.
    }
mail-staff-reminder-subject-left =
    { $days ->
       [0] Answer due today
       [one] { $days } day left to answer
      *[other] { $days } days left to answer
    }: { $reference }
mail-staff-reminder-subject-late =
    { $days ->
       [0] Answer due today
       [one] Answer { $days } day late
      *[other] Answer { $days } days late
    }: { $reference }
mail-staff-reminder-lead-left = A case in your care is due soon: answer by { $date }.
mail-staff-reminder-lead-late = A case in your care is late: the answer was due by { $date }. The person who filed it sees this on their page.
mail-staff-reminder-nobody-left = A case that nobody handles is due soon: answer by { $date }. Give it to someone.
mail-staff-reminder-nobody-late = A case that nobody handles is late: the answer was due by { $date }. Give it to someone. The person who filed it sees on their page that it is late.
mail-due-soon-subject =
    { $count ->
       [one] { $count } case is due soon
      *[other] { $count } cases are due soon
    }
mail-due-soon-lead = The due date is near. Nearest first:
mail-staff-why = You get this message because you handle cases on Chikaya.
mail-staff-choose = Choose what you receive

## Notices to staff

mail-notice-urgent = Urgent case
mail-notice-urgent-lead = A case was filed with your administration in which somebody may be in danger. It stands first at your desk.
mail-notice-danger = Urgent case: somebody may be in danger.
mail-notice-new-case = New case
mail-notice-new-case-lead = A case was filed with your administration. It waits to be examined and given to someone.
mail-notice-transfer-in = Case passed on to you
mail-notice-transfer-in-lead = Another administration passed this case on to yours. The time limit goes on.
mail-notice-climbed-in = Case come up to you
mail-notice-climbed-in-lead = Where this case was, nobody can examine it any more. It is now your administration’s. The time limit goes on.
mail-notice-assigned = Case given to you
mail-notice-assigned-lead = This case was given to you.
mail-notice-opinion-asked = Opinion asked
mail-notice-opinion-asked-lead = Another administration asks for your administration’s opinion on this case.
mail-notice-opinion-given = Opinion received
mail-notice-opinion-given-lead = The opinion that was asked for on this case has come.
mail-notice-reply = The filer wrote
mail-notice-reply-lead = The person who filed this case wrote.
mail-notice-to-reexamine = Case reopened
mail-notice-to-reexamine-lead = The filer does not agree with the answer. Someone other than the person who answered must examine the case. Give it to someone.
mail-notice-to-arbitrate = Competence to settle
mail-notice-to-arbitrate-lead = Competence declined by: { $names }. You settle who answers.
mail-notice-arbitrated = Competence settled
mail-notice-arbitrated-lead = It was settled that your administration must answer this case.
mail-notice-due-soon = Due soon
mail-notice-late = Answer late
mail-notice-escalated = Late case
mail-notice-escalated-lead = This case is late. You are told because you answer for the work of those who handle it.
mail-staff-subject = { $what }: { $reference }
mail-seal-subject = Seal of the record of Chikaya
mail-seal-lead = Keep this e-mail: the line below says what the record of all complaints and the audit trail were when it was made.
mail-seal-use = If somebody changes the past afterwards, or puts an earlier state back, `chikaya doctor --deep --seals FILE` with this line in the file shows it.

mail-digest-subject = Your cases on Chikaya, { $date }
mail-digest-lead = What happened to cases that you answer for, in order:
mail-digest-line = { $what }: { $reference } · { $matter } · due { $due }
mail-digest-line-late = { $what }: { $reference } · { $matter } · late, was due { $due }
mail-digest-more = There is more than this message lists: see the desk.
mail-digest-action = Open the desk
mail-guesses-subject = Wrong passwords were tried at your account
mail-guesses-lead = Wrong passwords tried at your account in a row: { $count }, the last on { $moment }.
mail-guesses-done = Nobody came in by them. For some minutes no password is looked at for this account, except in browsers where you signed in before.
mail-guesses-advice = If it was you, wait a few minutes. If it was not, choose a password that you use nowhere else, and add a second code.
mail-guesses-action = Your account
mail-annual-report-due-subject = The annual report { $year } is due
mail-annual-report-due-lead = The report of { $body } about { $year } is due by { $day }. It has not been sent to the Head of Government yet.
mail-annual-report-late-subject = The annual report { $year } is late
mail-annual-report-late-lead = The report of { $body } about { $year } was due by { $day }. It has not been sent to the Head of Government yet.
mail-annual-report-returned-subject = The annual report { $year } came back for completion
mail-annual-report-returned-lead = The report of { $body } about { $year } was sent back for completion. The reasons stand on its page.
mail-annual-action = Annual reports
mail-annual-synthesis-due-subject = The national synthesis { $year } is due
mail-annual-synthesis-due-lead = The synthesis of { $body } about { $year } is due by { $day }. It has not been sent to the Head of Government yet.
mail-annual-synthesis-late-subject = The national synthesis { $year } is late
mail-annual-synthesis-late-lead = The synthesis of { $body } about { $year } was due by { $day }. It has not been sent to the Head of Government yet.
mail-annual-synthesis-returned-subject = The national synthesis { $year } came back for completion
mail-annual-synthesis-returned-lead = The synthesis of { $body } about { $year } was sent back for completion. The reasons stand on its page.
mail-weekly-subject = The figures of the week, { $date }
mail-weekly-lead = { $body }: how it stands on { $day }.
mail-weekly-week = In the week from { $monday }: came or reopened { $came }, answered { $answered }.
mail-weekly-open = Open cases: { $cases }
mail-weekly-overdue = Overdue: { $cases }
mail-weekly-ahead = Due on the next seven working days: { $due }. Not begun by anybody: { $idle }.
mail-weekly-own = In your charge: { $open }; overdue: { $late }
mail-weekly-action = Open the dashboard
mail-weekly-bodies = All administrations side by side
