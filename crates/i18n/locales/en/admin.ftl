### Administration of the portal: organisations, people, calendar, policies, messages, and the mailbox of a trial.
admin-title = Administration
admin-organisations-title = Organisations and units
admin-organisation-name-ar = Name in Arabic
admin-organisation-name-fr = Name in French
admin-organisation-name-zgh = Name in Tamazight
admin-organisation-name-en = Name in English
admin-organisation-acronym = Acronym
admin-organisation-parent = Part of
admin-organisation-receives = Receives cases
admin-people-title = People
admin-people-invite = Invite someone
admin-people-role = Role
admin-people-active = Active
admin-people-stopped = Stopped
admin-people-stop = Stop the account
admin-people-sessions = End all sessions
admin-people-invited = Invitation sent to { $email }.
admin-calendar-title = Public holidays
admin-calendar-lead = Each change counts the due dates of open cases again and is written in each of them with its reason.
admin-calendar-add = Add a holiday
admin-calendar-estimated = Estimated date
admin-calendar-worked = Working day by exception
holiday-kind-national = National holiday
holiday-kind-religious = Religious holiday
holiday-kind-exceptional = Exceptional day off
admin-policies-title = Rules of time limits
admin-policy-version = Version { $version }, in force since { $date }
admin-policy-transfer-days = Days to transfer
admin-policy-answer-days = Days to answer
admin-policy-danger-days = Days to answer where somebody is in danger (optional)
admin-policy-wrongdoing-days = Days to answer a report of corruption (optional)
admin-policy-wrongdoing-body = Body that receives reports of corruption (optional)
admin-policy-as-ordinary = As for every filing
admin-policy-reform-authority = Authority in charge of reform
admin-policy-day-unit = How days are counted
day-unit-calendar = Every day
day-unit-working = Working days only
admin-policy-extension = Days of extension
admin-policy-extension-none = No extension
admin-policy-rolls = A due date on a day off moves to the next working day
admin-policy-pauses = Waiting for the filer pauses the clock
admin-policy-reopening-days = Days to ask to reopen
admin-policy-reopenings = Reopenings at most
admin-policy-closure-days = Working days before closing without objection
admin-messages-title = Undelivered messages
admin-messages-lead = These messages could not be delivered. Put the cause right, then send them again.
admin-messages-retry = Send again
admin-messages-attempts = Tries: { $count }
admin-messages-none = Every message was delivered.

## Choosing and lists

admin-choose-hint = Write some words of the name or its acronym, then choose from the list.
admin-next = Next page

## People

admin-people-words = Name or address
admin-people-none = Nobody here. Change the filter.
admin-people-sample = Sample account
admin-people-link = Access link
admin-people-link-once = This link is shown once and works for 7 days. Give it to that person only.
admin-people-access = Access to the account
admin-people-start = Start the account again
admin-people-self = This is your account: only another administrator can stop it.
admin-people-renew = Send a new access link
admin-people-renew-lead = The present password stops working and all sessions end. The person chooses a new password and a new second code.
admin-people-waiting = Invitations not used yet
admin-people-until = Good until { $date }
admin-people-withdraw = Withdraw the invitation
admin-people-withdraw-lead = The link stops working, even if it has arrived already.

## Organisations

admin-organisation-new = Add an organisation or unit
admin-organisation-words = Words of the name, or acronym
admin-organisations-none = No organisation here.
admin-organisation-parts = What belongs to it
admin-organisation-receives-not = Receives no cases
admin-organisation-stopped = Switched off
admin-organisation-stopped-lead = This organisation is switched off: no case can be sent to it; its name stays in old cases.
admin-organisation-blocked = It cannot be switched off yet
admin-organisation-code = Code
admin-organisation-code-hint = Lower-case letters, digits and hyphens, such as unit-lighting. It does not change afterwards.
admin-organisation-territory = Territory
admin-organisation-unit = Complaints unit
admin-organisation-stop = Switch the organisation off
admin-organisation-stop-lead = Not possible while it has an open case or a rule of competence names it. It can be switched on again at any time.
admin-organisation-start = Switch it on again

## Calendar

admin-calendar-runs = Due dates computed again
admin-calendar-run-done = Done. Cases checked: { $checked }. Due dates changed: { $changed }.
admin-calendar-run-going = Under way. Cases checked: { $checked }. Due dates changed: { $changed }.
admin-calendar-refresh = Refresh
admin-calendar-year = Year
admin-calendar-none = No holiday in this year yet.
admin-calendar-name = Holiday
admin-calendar-sure = Date is sure
admin-calendar-estimated-lead = This date is an estimate: the moon may move it by a day. Confirm it once it is announced, or change the day below.
admin-calendar-confirm = Confirm the date
admin-calendar-remove = Remove this holiday
admin-calendar-remove-lead = The day becomes a working day and the due dates of open cases are computed again.
admin-calendar-worked-title = Days worked by exception
admin-calendar-weekend = Days of weekly rest

## Policies

admin-policies-lead = Past versions do not change: cases keep the one they were filed under. A new version holds for cases filed from its day on.
admin-policy-new = Add a version
admin-policy-in-force = In force
admin-policy-from = In force from
admin-policy-extends = The time limit may be extended once, with a reason
admin-policy-reminders = Reminders, in days before the due date
admin-policy-refusals = Refusals of competence before arbitration

## Messages

admin-messages-waits = The message waits to be sent again.
admin-message-acknowledgement = Receipt
admin-message-transfer = Transfer
admin-message-question = Question to the filer
admin-message-extension = Extension
admin-message-answer = Answer
admin-message-closure = Closure
admin-message-reopening = Reopening
admin-message-reminder = Reminder to the officer
admin-message-contact-code = Code to verify a contact
admin-message-seal = Seal
admin-message-account-code = Account code
admin-message-lost-receipt = List of cases, receipt lost
admin-message-invitation = Invitation to the desk
admin-messages-wiped = What it carried was wiped. Whoever wanted it asks again.
admin-messages-stopped =
    { $count ->
        [0] No message has left since { $moment }. None is waiting now.
        [one] No message has left since { $moment }. One is waiting, and goes as soon as the mail server takes it.
       *[other] No message has left since { $moment }. { $count } are waiting, and go as soon as the mail server takes them.
    }
admin-messages-delayed =
    { $count ->
        [one] One message has been waiting since { $moment }.
       *[other] { $count } messages are waiting, the first since { $moment }.
    }
admin-messages-delayed-many = More than a thousand messages are waiting, the first since { $moment }.
admin-message-unreadable = Message that cannot be read
admin-message-urgent = Urgent case
admin-message-new-case = New case
admin-message-transfer-in = Case passed on to you
admin-message-climbed-in = Case come up to you
admin-message-assigned = Case given to you
admin-message-opinion-asked = Opinion asked
admin-message-opinion-given = Opinion received
admin-message-reply = The filer wrote
admin-message-to-reexamine = Case reopened
admin-message-to-arbitrate = Competence to settle
admin-message-arbitrated = Competence settled
admin-message-escalated = Late case
admin-message-digest = Message of the day
admin-message-weekly = The figures of the week
admin-message-guesses = Wrong passwords at an account

## Audit trail

admin-record-title = Record and seals
admin-record-lead = Every event and every line of the audit trail is bound into one record, which is sealed with the house key. Print this page and keep it elsewhere: whoever changes the past afterwards cannot make these seals again.
admin-record-seal = Seal
admin-record-made = Made
admin-record-events = Events
admin-record-lines = Lines of the audit trail
admin-record-none = Nothing is sealed yet.
admin-record-newest = The newest seal, to be copied
admin-record-keepers = The seal of each day also goes to the file and to the addresses in the settings. `chikaya doctor --deep --seals FILE` compares.

admin-audit-title = Audit trail
admin-audit-who = Address of whoever did it
admin-audit-who-head = Who
admin-audit-what = What was done
admin-audit-from = From the day
admin-audit-until = Until the day
admin-audit-days-turned = The first day is after the last one.
admin-audit-object = What it was done to
admin-audit-none = Nothing here.
admin-deed-session-begin = Signed in
admin-deed-session-refused = Could not sign in
admin-deed-session-end = Signed out
admin-deed-factor-enrol = Set up the second code
admin-deed-case-open = Opened a case
admin-deed-contacts-show = Showed contacts in full
admin-deed-filer-find = Searched by a person’s name
admin-deed-letter-print = Printed a letter, with the address
admin-deed-call-act = Acted on a case within a call
admin-deed-register-open = Read the register, with names
admin-deed-register-export = Downloaded the register
admin-deed-person-invite = Invited someone
admin-deed-invitation-accept = Accepted an invitation
admin-deed-invitation-withdraw = Withdrew an invitation
admin-deed-person-change = Changed someone’s account
admin-deed-person-switch-off = Stopped an account
admin-deed-person-switch-on = Started an account again
admin-deed-person-end-sessions = Ended sessions
admin-deed-person-renew = Sent a new access link
admin-deed-person-create = Created an account at the command line
admin-deed-person-reset = Set a new password at the command line
admin-deed-person-link = Printed a link for the first administrator
admin-deed-organisation-create = Added an organisation
admin-deed-organisation-change = Changed an organisation
admin-deed-organisation-switch-off = Switched an organisation off
admin-deed-organisation-switch-on = Switched an organisation on
admin-deed-holiday-put = Added or changed a holiday
admin-deed-holiday-confirm = Confirmed a holiday
admin-deed-holiday-remove = Removed a holiday
admin-deed-worked-day-add = Added a day worked by exception
admin-deed-worked-day-remove = Removed a day worked by exception
admin-deed-weekend-change = Changed the days of rest
admin-deed-policy-add = Added a version of time limits
admin-deed-message-send-again = Had a message sent again
admin-deed-import-run = Took cases over from an earlier system
admin-people-cases = Open cases: { $count }
admin-people-cases-more = Open cases: more than { $count }
admin-people-case-due = Due
admin-people-hand-on = To whom these cases go
admin-people-hand-on-hint = What nobody can take goes up to the administration above. Each step is recorded in the case.
admin-people-to-unassigned = Back to the unassigned cases of their administration
admin-people-to-colleagues = To colleagues, in turn
admin-people-stop-and-hand-on = Stop the account and hand its cases on
admin-people-handed = Account stopped. Cases assigned: { $given }; unassigned: { $unassigned }; gone up to the administration above: { $climbed }.
admin-deed-factor-replace = Second code replaced
admin-deed-factor-remove = Second code removed
admin-deed-recovery-renew = New recovery codes
admin-deed-account-change = Account changed by its holder
admin-deed-password-change = Password changed
admin-deed-password-refused = Present password refused
admin-deed-session-end-others = Other sessions ended
admin-deed-guess-account = Many wrong passwords at an account
admin-deed-guess-case = Many wrong access codes at a case
admin-deed-person-hand-on = Cases handed on
admin-deed-record-renew = Began the record anew under another house key, after this event
admin-deed-account-adopt = Account taken over into the new record as it stood
admin-deed-organisation-adopt = Organisation taken over into the new record as it stood
admin-deed-holiday-adopt = Holiday taken over into the new record as it stood
admin-deed-policy-adopt = Version of time limits taken over into the new record as it stood
admin-deed-annual-begin = Began an annual report
admin-deed-annual-write = Wrote a section of an annual report
admin-deed-annual-freeze = Took the figures of an annual report
admin-deed-annual-approve = Approved an annual report
admin-deed-annual-take-back = Took an annual report back to writing
admin-deed-annual-transmit = Sent an annual report to the Head of Government
admin-deed-annual-forward = Handed an annual report on to the reform authority
admin-deed-annual-return = Returned an annual report for completion
admin-deed-annual-accept = Accepted an annual report
admin-deed-annual-publish = Published an annual report
admin-deed-annual-remind = Reminded an administration of its annual report
admin-deed-annual-adopt = Annual report taken over into the new record as it stood
admin-policy-report-due = Annual reports are due by (month and day, such as 01-31; optional)
admin-policy-synthesis-due = The national synthesis is due by (month and day; optional)
admin-policy-nobody-reminded = nobody is reminded
admin-message-annual = About a yearly report
