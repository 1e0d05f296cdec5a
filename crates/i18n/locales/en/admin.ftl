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
admin-calendar-open-cases =
    { $count ->
       [0] No open case changes its due date
       [one] { $count } open case changes its due date
      *[other] { $count } open cases change their due date
    }
holiday-kind-national = National holiday
holiday-kind-religious = Religious holiday
holiday-kind-exceptional = Exceptional day off
admin-policies-title = Rules of time limits
admin-policy-version = Version { $version }, in force since { $date }
admin-policy-transfer-days = Days to transfer
admin-policy-answer-days = Days to answer
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
mailbox-title = Trial mailbox
mailbox-lead = Messages are not sent from here: read them on this page.
mailbox-empty = No message yet.
