### Administration of the portal: organisations, people, calendar, policies, messages, and the mailbox of a trial.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
admin-title = ⴰⵙⵙⵓⴳⵓⵔ ⵏ ⵓⵡⵡⵓⵔ
admin-organisations-title = ⵜⵉⵎⵙⵙⵓⴳⴰⵔ ⴷ ⵜⵣⵓⵏⵉⵡⵉⵏ
admin-organisation-name-ar = ⵉⵙⵎ ⵙ ⵜⴰⵄⵔⴰⴱⵜ
admin-organisation-name-fr = ⵉⵙⵎ ⵙ ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ
admin-organisation-name-zgh = ⵉⵙⵎ ⵙ ⵜⵎⴰⵣⵉⵖⵜ
admin-organisation-name-en = ⵉⵙⵎ ⵙ ⵜⴰⵏⴳⵍⵉⵣⵜ
admin-organisation-acronym = ⵉⵙⴽⴽⵉⵍⵏ
admin-organisation-parent = ⴷⴷⴰⵡ
admin-organisation-receives = ⴰⵔ ⵜⵜⴰⵎⵥ ⵉⵙⴷⴰⵡⵏ
admin-people-title = ⵉⵎⵙⵖⴰⵏⵏ
admin-people-invite = ⵖⵔ ⵉ ⵓⵎⵙⵖⴰⵏ
admin-people-role = ⵜⴰⵡⵓⵔⵉ
admin-people-active = ⵉⵙⵡⵓⵔⵉ
admin-people-stopped = ⵉⴱⴷⴷ
admin-people-stop = ⵙⴱⴷⴷ ⴰⵎⵉⴹⴰⵏ
admin-people-sessions = ⵔⴳⵍ ⴰⴽⴽⵯ
admin-people-invited = ⵏⵓⵣⵏ ⵜⵉⵖⵔⵉ ⵖⵔ { $email }.
admin-calendar-title = ⵜⵉⵏⵓⵕⵥⵎⵉⵏ
admin-calendar-lead = ⵉⵖ ⵉⵏⴼⵍ ⴽⵔⴰ, ⵏⵙⵙⵉⴹⵏ ⴷⴰⵖ ⵉⵣⵎⵣⵏ ⵏ ⵉⵙⴷⴰⵡⵏ ⵉⵕⵥⵎⵏ.
admin-calendar-add = ⵔⵏⵓ ⵜⴰⵏⵓⵕⵥⵎⵜ
admin-calendar-estimated = ⵉⵣⵎⵔ ⴰⴷ ⵉⵏⴼⵍ
admin-calendar-worked = ⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ
admin-calendar-open-cases = ⵉⵙⴷⴰⵡⵏ ⵏⵏⴰ ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⵏⵏⵙⵏ: { $count }
holiday-kind-national = ⵜⴰⵏⵓⵕⵥⵎⵜ ⵜⴰⵏⴰⵎⵓⵔⵜ
holiday-kind-religious = ⵜⴰⵏⵓⵕⵥⵎⵜ ⵜⴰⵙⴳⴷⴰⵏⵜ
holiday-kind-exceptional = ⵜⴰⵏⵓⵕⵥⵎⵜ ⵢⴰⴹⵏ
admin-policies-title = ⵉⵍⵓⴳⵏ ⵏ ⵓⵣⵎⵣ
admin-policy-version = ⵜⵓⵏⵖⵉⵍⵜ { $version }, ⵙⴳ { $date }
admin-policy-transfer-days = ⵓⵙⵙⴰⵏ ⵏ ⵓⵙⵙⵉⵡⴹ
admin-policy-answer-days = ⵓⵙⵙⴰⵏ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
admin-policy-danger-days = ⵓⵙⵙⴰⵏ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵉⵖ ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ⵜⵎⵉⵣⵉ
admin-policy-wrongdoing-days = ⵓⵙⵙⴰⵏ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵉ ⵓⵙⵉⵡⴹ ⵅⴼ ⵓⴳⵓⴼⵙⵓ
admin-policy-wrongdoing-body = ⵜⵉⵎⵔⵙⵍⵜ ⵉⵜⵜⴰⵎⵥⵏ ⵉⵙⵉⵡⴹⵏ ⵅⴼ ⵓⴳⵓⴼⵙⵓ
admin-policy-as-ordinary = ⵎⴽⵍⵍⵉ ⵉ ⴽⵓ ⴰⵙⵔⵓⵙ
admin-policy-reform-authority = السلطة المكلفة بإصلاح الإدارة
admin-policy-day-unit = ⴰⵙⵉⴹⵏ ⵏ ⵡⵓⵙⵙⴰⵏ
day-unit-calendar = ⵓⵙⵙⴰⵏ ⴰⴽⴽⵯ
day-unit-working = ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ ⵖⴰⵙ
admin-policy-extension = ⵓⵙⵙⴰⵏ ⵏ ⵓⵔⵏⵏⵓ
admin-policy-extension-none = ⵓⵔ ⵉⵍⵍⵉ ⵓⵔⵏⵏⵓ
admin-policy-rolls = ⴰⵣⵎⵣ ⴳ ⵜⵏⵓⵕⵥⵎⵜ ⵉⵏⴼⵍ ⵖⵔ ⵡⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ
admin-policy-pauses = ⴰⴳⴰⵏⵉ ⵏ ⵓⵏⵙⵙⵎⵔⵙ ⵉⵙⴱⴷⴷⴰ ⴰⵣⵎⵣ
admin-policy-reopening-days = ⵓⵙⵙⴰⵏ ⵏ ⵓⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ
admin-policy-reopenings = ⵜⵉⴽⴽⴰⵍ ⵏ ⵓⵕⵥⴰⵎ
admin-policy-closure-days = ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ ⴷⴰⵜ ⵏ ⵓⵔⴳⴰⵍ
admin-messages-title = ⵜⵓⵣⵉⵏⵉⵏ ⵓⵔ ⵢⵓⵡⵉⴹⵏ
admin-messages-lead = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵏⴰⵣⵏ ⵜⵓⵣⵉⵏⵉⵏ ⴰ. ⴰⵣⵏⴰⵜ ⵜⵏⵜ ⴷⴰⵖ.
admin-messages-retry = ⴰⵣⵏ ⴷⴰⵖ
admin-messages-attempts = ⵜⵉⴽⴽⴰⵍ: { $count }
admin-messages-none = ⵡⵓⴹⵏⵜ ⵜⵓⵣⵉⵏⵉⵏ ⴰⴽⴽⵯ.
mailbox-title = ⵜⵓⵣⵉⵏⵉⵏ ⵏ ⵓⵔⴰⵎ
mailbox-lead = ⴷⴰ ⵓⵔ ⵏⵜⵜⴰⵣⵏ ⵜⵓⵣⵉⵏⵉⵏ: ⵖⵔⴰⵜ ⵜⵏⵜ ⴷⴰ.
mailbox-empty = ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⵓⵣⵉⵏⵜ.

## Choosing and lists

admin-choose-hint = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ, ⵜⵙⵜⵉⵎ ⵙⴳ ⵜⵍⴳⴰⵎⵜ.
admin-next = ⵖⵔ ⵣⴷⴰⵜ

## People

admin-people-words = ⵉⵙⵎ ⵏⵖ ⵉⵎⴰⵢⵍ
admin-people-none = ⵓⵔ ⵉⵍⵍⵉ ⴰⵡⴷ ⵢⴰⵏ. ⵙⵏⴼⵍⴰⵜ ⴰⵔⵣⵣⵓ.
admin-people-sample = ⴰⵎⵉⴹⴰⵏ ⵏ ⵓⵔⴰⵎ
admin-people-link = ⴰⵙⵖⵓⵏ ⵏ ⵓⴽⵛⴰⵎ
admin-people-link-once = ⴰⵙⵖⵓⵏ ⴰ ⵉⴱⴰⵏ ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ ⵖⴰⵙ. ⵓⵙⵙⴰⵏ: 7.
admin-people-access = ⴰⴽⵛⴰⵎ ⵖⵔ ⵓⵎⵉⴹⴰⵏ
admin-people-start = ⵕⵥⵎ ⴷⴰⵖ ⴰⵎⵉⴹⴰⵏ
admin-people-self = ⵡⴰ ⴷ ⴰⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ: ⴰⴷ ⵜ ⵉⵙⴱⴷⴷ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
admin-people-renew = ⴰⵣⵏ ⴰⵙⵖⵓⵏ ⴰⵎⴰⵢⵏⵓ
admin-people-renew-lead = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵇⴱⵓⵕⵜ ⵓⵔ ⵔⴰⴷ ⵜⵙⵡⵓⵔⵉ. ⵔⴰⴷ ⵉⵙⵜⵉ ⵓⵎⵙⵖⴰⵏ ⵜⴰⵎⴰⵢⵏⵓⵜ.
admin-people-waiting = ⵜⵉⵖⵔⵉⵡⵉⵏ ⵓⵔ ⵜⴰ ⵣⵔⵉⵏⵉⵏ
admin-people-until = ⴰⵔ { $date }
admin-people-withdraw = ⵙⵔ ⵜⵉⵖⵔⵉ
admin-people-withdraw-lead = ⴰⵙⵖⵓⵏ ⵓⵔ ⵔⴰⴷ ⴷⴰⵖ ⵉⵙⵡⵓⵔⵉ.

## Organisations

admin-organisation-new = ⵔⵏⵓ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵖ ⵜⴰⵣⵓⵏⵉ
admin-organisation-words = ⵉⵙⵎ
admin-organisations-none = ⵓⵔ ⵜⵍⵍⵉ ⴽⵔⴰ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ.
admin-organisation-parts = ⵎⴰ ⵉⵍⵍⴰⵏ ⴷⴷⴰⵡⴰⵙ
admin-organisation-receives-not = ⵓⵔ ⴰⵔ ⵜⵜⴰⵎⵥ ⵉⵙⴷⴰⵡⵏ
admin-organisation-stopped = ⵜⴱⴷⴷ
admin-organisation-stopped-lead = ⵜⴱⴷⴷ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰ: ⵓⵔ ⵔⴰⴷ ⵜⴰⵎⵥ ⵉⵙⴷⴰⵡⵏ.
admin-organisation-blocked = ⵓⵔ ⵏⵣⵎⵉⵔ ⴰⴷ ⵜⵜ ⵏⵙⴱⴷⴷ
admin-organisation-code = ⴰⵏⴳⴰⵍ
admin-organisation-code-hint = ⵉⵙⴽⴽⵉⵍⵏ ⵉⵎⵥⵥⵢⴰⵏⵏ ⴷ ⵡⵓⵟⵟⵓⵏⵏ, ⵎⴷⵢⴰ: unite-eclairage.
admin-organisation-territory = ⴰⴽⴰⵍ
admin-organisation-unit = ⵜⴰⵣⵓⵏⵉ ⵏ ⵜⵏⵔⵉⵣⵉⵏ
admin-organisation-stop = ⵙⴱⴷⴷ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ
admin-organisation-stop-lead = ⵓⵔ ⵏⵣⵎⵉⵔ ⵉⵖ ⵖⵓⵔⵙ ⵓⵙⴷⴰⵡ ⵉⵕⵥⵎⵏ. ⵏⵣⵎⵔ ⴰⴷ ⵜⵜ ⵏⵕⵥⵎ ⴷⴰⵖ.
admin-organisation-start = ⵕⵥⵎ ⵜⵜ ⴷⴰⵖ

## Calendar

admin-calendar-runs = ⴰⵙⵉⴹⵏ ⵏ ⵉⵣⵎⵣⵏ
admin-calendar-run-done = ⵉⵎⵎⵓⴷⴷⴰ ⵓⵙⵉⴹⵏ. ⵉⵙⴷⴰⵡⵏ: { $checked }. ⵎⴰ ⵉⵏⴼⵍⵏ: { $changed }.
admin-calendar-run-going = ⵍⵍⴰⵏ ⵉⵣⵎⵣⵏ ⴳ ⵓⵙⵉⴹⵏ. ⵉⵙⴷⴰⵡⵏ: { $checked }. ⵎⴰ ⵉⵏⴼⵍⵏ: { $changed }.
admin-calendar-refresh = ⵥⵕ ⴷⴰⵖ
admin-calendar-year = ⴰⵙⴳⴳⵯⴰⵙ
admin-calendar-none = ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⵏⵓⵕⵥⵎⵜ ⴳ ⵓⵙⴳⴳⵯⴰⵙ ⴰ.
admin-calendar-name = ⵜⴰⵏⵓⵕⵥⵎⵜ
admin-calendar-sure = ⵓⵔ ⵔⴰⴷ ⵉⵏⴼⵍ
admin-calendar-estimated-lead = ⴰⵙⴰⴽⵓⴷ ⴰ ⵉⵣⵎⵔ ⴰⴷ ⵉⵏⴼⵍ ⵙ ⵢⴰⵏ ⵡⴰⵙⵙ. ⵙⵙⵉⴷⴻⴷⴰⵜ ⵜ ⵏⵖ ⵙⵏⴼⵍⴰⵜ ⴰⵙⵙ.
admin-calendar-confirm = ⵙⵙⵉⴷⴻⴷ ⴰⵙⴰⴽⵓⴷ
admin-calendar-remove = ⵙⵙⵉⵜⵢ ⵜⴰⵏⵓⵕⵥⵎⵜ ⴰ
admin-calendar-remove-lead = ⵔⴰⴷ ⵉⴳ ⵡⴰⵙⵙ ⴰ ⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ.
admin-calendar-worked-title = ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ
admin-calendar-weekend = ⵓⵙⵙⴰⵏ ⵏ ⵓⵙⵓⵏⴼⵓ

## Policies

admin-policies-lead = ⵜⵓⵏⵖⵉⵍⵉⵏ ⵜⵉⵇⴱⵓⵕⵉⵏ ⵓⵔ ⴰⵔ ⵏⴼⴼⵍⵏⵜ. ⵜⵓⵏⵖⵉⵍⵜ ⵜⴰⵎⴰⵢⵏⵓⵜ ⵜⵥⵍⵉ ⵙ ⵉⵙⴷⴰⵡⵏ ⵉⵎⴰⵢⵏⵓⵜⵏ.
admin-policy-new = ⵔⵏⵓ ⵜⵓⵏⵖⵉⵍⵜ
admin-policy-in-force = ⵜⵙⵡⵓⵔⵉ ⴰⵙⵙⴰ
admin-policy-from = ⵙⴳ
admin-policy-extends = ⵏⵣⵎⵔ ⴰⴷ ⵏⵔⵏⵓ ⴰⵣⵎⵣ ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ
admin-policy-reminders = ⵓⵙⵙⴰⵏ ⵏ ⵓⵙⴽⵜⵉ ⴷⴰⵜ ⵏ ⵓⵣⵎⵣ
admin-policy-refusals = ⵜⵉⴽⴽⴰⵍ ⵏ ⵓⴳⴳⵯⴰⵢ

## Messages

admin-messages-waits = ⵜⵓⵣⵉⵏⵜ ⴰⵔ ⵜⵜⵇⵇⵍ ⴰⵣⵣⴰⵏ.
admin-message-acknowledgement = ⵜⴰⵙⴰⵟⵟⴼⵜ
admin-message-transfer = ⴰⵙⵙⵉⵡⴹ
admin-message-question = ⴰⵙⵇⵙⵉ
admin-message-extension = ⴰⵔⵏⵏⵓ ⵏ ⵓⵣⵎⵣ
admin-message-answer = ⵜⴰⵎⵔⴰⵔⵓⵜ
admin-message-closure = ⴰⵔⴳⴰⵍ
admin-message-reopening = ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ
admin-message-reminder = ⴰⵙⴽⵜⵉ
admin-message-contact-code = ⵉⵏⵉⴳⵍ
admin-message-seal = ⴰⵙⵉⴳⵍ
admin-message-account-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⵎⵉⴹⴰⵏ
admin-message-lost-receipt = ⵜⴰⵍⴳⴰⵎⵜ ⵏ ⵉⵙⴷⴰⵡⵏ
admin-message-invitation = ⵜⵉⵖⵔⵉ ⵏ ⵓⵎⵙⵖⴰⵏ
admin-messages-wiped = ⵉⵜⵜⵓⵙⴼⴹ ⵎⴰⴷ ⴳⵉⵙ ⵉⵍⵍⴰⵏ. ⵡⴰⵏⵏⴰ ⵜ ⵉⵔⴰⵏ ⴰⴷ ⵜ ⵉⵙⵙⵓⵜⵔ ⴷⴰⵖ.
admin-messages-stopped = ⵓⵔ ⵜⴼⴼⵓⵖ ⴽⵔⴰ ⵏ ⵜⵓⵣⵉⵏⵜ ⵙⴳ { $moment }. ⵜⵓⵣⵉⵏⵉⵏ ⵏⵏⴰ ⵉⵜⵜⵇⵇⵍⵏ: { $count }.
admin-messages-delayed = ⵜⵓⵣⵉⵏⵉⵏ ⵏⵏⴰ ⵉⵜⵜⵇⵇⵍⵏ: { $count }, ⵙⴳ { $moment }.
admin-messages-delayed-many = ⵓⴳⴰⵔ ⵏ ⵉⴼⴹ ⵏ ⵜⵓⵣⵉⵏⵉⵏ ⴰⵔ ⵜⵜⵇⵇⵍⵏⵜ, ⵙⴳ { $moment }.
admin-message-unreadable = ⵜⵓⵣⵉⵏⵜ ⵓⵔ ⵉⵜⵜⵓⵖⵔⵉⵏ
admin-message-urgent = ⴰⵙⴷⴰⵡ ⵉⵣⵔⴱⵏ
admin-message-new-case = ⴰⵙⴷⴰⵡ ⴰⵎⴰⵢⵏⵓ
admin-message-transfer-in = ⴰⵙⴷⴰⵡ ⵉⵜⵜⵓⵣⵏ
admin-message-climbed-in = ⵢⵓⵡⴹ ⴷ ⵓⵙⴷⴰⵡ
admin-message-assigned = ⴰⵙⴷⴰⵡ ⵉⵜⵜⵓⴼⴽⴰ
admin-message-opinion-asked = ⵜⴻⵜⵜⵓⵙⵙⵓⵜⵔ ⵜⵏⵏⴰⵢⵜ
admin-message-opinion-given = ⵜⵓⵡⴹ ⴷ ⵜⵏⵏⴰⵢⵜ
admin-message-reply = ⵜⵓⵡⴹ ⴷ ⵜⵎⵔⴰⵔⵓⵜ
admin-message-to-reexamine = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ
admin-message-to-arbitrate = ⵜⵉⵏⴼⵔⵉⵜ
admin-message-arbitrated = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ
admin-message-escalated = ⵉⵎⴰⵟⵍ ⵓⵙⴷⴰⵡ
admin-message-digest = ⵜⵓⵣⵉⵏⵜ ⵏ ⵡⴰⵙⵙ
admin-message-guesses = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ ⵉⵥⴳⵍⵏ

## Audit trail

admin-record-title = ⴰⵣⵎⵎⴻⵎ ⴷ ⵉⵙⵉⴳⵍⵏ
admin-record-lead = ⴰⴽⴽⵯ ⵎⴰⴷ ⵉⵊⵕⴰⵏ ⵉⵇⵇⵏ ⴳ ⵢⴰⵏ ⵓⵣⵎⵎⴻⵎ ⵉⵜⵜⵓⵙⵉⴳⵍⵏ. ⵙⵉⴳⴳⵣⴰⵜ ⵜⴰⵙⵏⴰ ⴰ, ⵜⵃⴹⵓⵎ ⵜⵜ ⴳ ⵓⴷⵖⴰⵔ ⵢⴰⴹⵏ.
admin-record-seal = ⴰⵙⵉⴳⵍ
admin-record-made = ⵉⵜⵜⵓⵙⴽⴰⵔ
admin-record-events = ⵎⴰⴷ ⵉⵊⵕⴰⵏ
admin-record-lines = ⵉⵣⵔⵉⵔⵉⴳⵏ ⵏ ⵓⵣⵎⵎⴻⵎ ⵏ ⵜⵡⵓⵔⵉⵡⵉⵏ
admin-record-none = ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⵓⵙⵉⴳⵍ.
admin-record-newest = ⴰⵙⵉⴳⵍ ⴰⵎⴳⴳⴰⵔⵓ
admin-record-keepers = ⵉⵜⵜⵓⵣⵏ ⵓⵙⵉⴳⵍ ⵏ ⴽⵓ ⴰⵙⵙ ⵙ ⵡⴰⵏⵙⵉⵡⵏ ⵏ ⵉⵙⵖⵉⵡⵔⵏ. ⵉⵙⵎⵣⴰⵣⴰⵍ ⵜⵏ `chikaya doctor --deep --seals FILE`.

admin-audit-title = ⴰⵣⵎⵎⴻⵎ ⵏ ⵜⵡⵓⵔⵉⵡⵉⵏ
admin-audit-who = ⵉⵎⴰⵢⵍ ⵏ ⵓⵎⵙⵖⴰⵏ
admin-audit-who-head = ⴰⵎⵙⵖⴰⵏ
admin-audit-what = ⵜⴰⵡⵓⵔⵉ
admin-audit-from = ⵙⴳ ⵡⴰⵙⵙ ⵏ
admin-audit-until = ⴰⵔ ⴰⵙⵙ ⵏ
admin-audit-days-turned = ⴰⵙⵙ ⴰⵎⵣⵡⴰⵔⵓ ⵉⵍⵍⴰ ⴹⴰⵕⵜ ⵏ ⵡⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ.
admin-audit-object = ⴰⵎⵏⵜⴰⵡ
admin-audit-none = ⵓⵔ ⵜⵍⵍⵉ ⵜⵡⵓⵔⵉ ⴷⴰ.
admin-deed-session-begin = ⴰⴽⵛⴰⵎ
admin-deed-session-refused = ⵓⵔ ⵉⵣⵔⵉ ⵓⴽⵛⴰⵎ
admin-deed-session-end = ⵓⴼⵓⵖ
admin-deed-factor-enrol = ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2 ⴰⵎⴰⵢⵏⵓ
admin-deed-case-open = ⴰⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ
admin-deed-contacts-show = ⴰⵙⴽⴰⵏ ⵏ ⵡⴰⵏⵙⵉⵡⵏ
admin-deed-filer-find = ⴰⵔⵣⵣⵓ ⵙ ⵢⵉⵙⵎ ⵏ ⵓⵏⵙⵙⵎⵔⵙ
admin-deed-letter-print = ⴰⵙⵉⴳⴳⵣ ⵏ ⵜⴱⵔⴰⵜ
admin-deed-register-open = ⵜⴰⵖⵓⵔⵉ ⵏ ⵓⵍⵓⴳ ⴷ ⵉⵙⵎⴰⵡⵏ
admin-deed-register-export = ⴰⴳⴳⴰⵎ ⵏ ⵓⵍⵓⴳ
admin-deed-person-invite = ⵜⵉⵖⵔⵉ ⵏ ⵓⵎⵙⵖⴰⵏ
admin-deed-invitation-accept = ⴰⵎⵉⴹⴰⵏ ⴰⵎⴰⵢⵏⵓ ⵙ ⵜⵖⵔⵉ
admin-deed-invitation-withdraw = ⵓⴽⵓⵙ ⵏ ⵜⵖⵔⵉ
admin-deed-person-change = ⴰⵙⵏⴼⵍ ⵏ ⵓⵎⵙⵖⴰⵏ
admin-deed-person-switch-off = ⴰⵙⴱⴷⴷ ⵏ ⵓⵎⵉⴹⴰⵏ
admin-deed-person-switch-on = ⴰⵕⵥⴰⵎ ⵏ ⵓⵎⵉⴹⴰⵏ
admin-deed-person-end-sessions = ⴰⵔⴳⴰⵍ ⵏ ⵓⵎⵉⴹⴰⵏ
admin-deed-person-renew = ⴰⵙⵖⵓⵏ ⴰⵎⴰⵢⵏⵓ
admin-deed-person-create = ⴰⵎⵉⴹⴰⵏ ⴰⵎⴰⵢⵏⵓ ⵙⴳ ⵓⵙⵔⵉⵔ ⵏ ⵜⵏⴰⴹⵉⵏ
admin-deed-person-reset = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵎⴰⵢⵏⵓⵜ ⵙⴳ ⵓⵙⵔⵉⵔ ⵏ ⵜⵏⴰⴹⵉⵏ
admin-deed-person-link = ⴰⵙⵖⵓⵏ ⵏ ⵓⵎⵙⵙⵓⴳⵓⵔ ⴰⵎⵣⵡⴰⵔⵓ
admin-deed-organisation-create = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⵎⴰⵢⵏⵓⵜ
admin-deed-organisation-change = ⴰⵙⵏⴼⵍ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
admin-deed-organisation-switch-off = ⴰⵙⴱⴷⴷ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
admin-deed-organisation-switch-on = ⴰⵕⵥⴰⵎ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
admin-deed-holiday-put = ⴰⵙⵏⴼⵍ ⵏ ⵜⵏⵓⵕⵥⵎⵜ
admin-deed-holiday-confirm = ⴰⵙⵙⵉⴷⴻⴷ ⵏ ⵜⵏⵓⵕⵥⵎⵜ
admin-deed-holiday-remove = ⵓⴽⵓⵙ ⵏ ⵜⵏⵓⵕⵥⵎⵜ
admin-deed-worked-day-add = ⴰⵔⵏⵏⵓ ⵏ ⵡⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ
admin-deed-worked-day-remove = ⵓⴽⵓⵙ ⵏ ⵡⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ
admin-deed-weekend-change = ⴰⵙⵏⴼⵍ ⵏ ⵡⵓⵙⵙⴰⵏ ⵏ ⵓⵙⵓⵏⴼⵓ
admin-deed-policy-add = ⵜⵓⵏⵖⵉⵍⵜ ⵜⴰⵎⴰⵢⵏⵓⵜ
admin-deed-message-send-again = ⴰⵍⵍⴰⵙ ⵏ ⵡⴰⵣⵣⴰⵏ
admin-deed-import-run = ⵓⵙⴰⵏ ⴷ ⵉⵙⴷⴰⵡⵏ ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
admin-people-cases = ⵉⵙⴷⴰⵡⵏ ⵉⵕⵥⵎⵏ: { $count }
admin-people-cases-more = ⵉⵙⴷⴰⵡⵏ ⵉⵕⵥⵎⵏ: ⵓⴳⴰⵔ ⵏ { $count }
admin-people-case-due = ⴰⵣⵎⵣ
admin-people-hand-on = ⵎⴰⵖⵔ ⵔⴰⴷ ⴷⴷⵓⵏ ⵉⵙⴷⴰⵡⵏ ⴰ
admin-people-hand-on-hint = ⵎⴰⴷ ⵓⵔ ⵉⵣⵎⵉⵔ ⴰⵡⴷ ⵢⴰⵏ ⴰⴷ ⵜ ⵢⴰⵎⵥ ⵔⴰⴷ ⵉⵖⵍⵉ ⵖⵔ ⵓⴼⵍⵍⴰ.
admin-people-to-unassigned = ⵖⵔ ⵡⵉⵏⵏⴰ ⵓⵔ ⵜⵜⵓⴼⴽⵉⵏ
admin-people-to-colleagues = ⵖⵔ ⵉⵎⵙⵖⴰⵏⵏ ⵢⴰⴹⵏ
admin-people-stop-and-hand-on = ⵙⴱⴷⴷ ⴰⵎⵉⴹⴰⵏ, ⴰⵣⵏ ⵉⵙⴷⴰⵡⵏ
admin-people-handed = ⵉⴱⴷⴷ ⵓⵎⵉⴹⴰⵏ. ⵜⵜⵓⴼⴽⴰⵏ: { $given }, ⵓⵔ ⵜⵜⵓⴼⴽⵉⵏ: { $unassigned }, ⵖⵍⵉⵏ: { $climbed }.
admin-deed-factor-replace = ⵉⵏⴼⵍ ⵢⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
admin-deed-factor-remove = ⵉⵜⵜⵓⴽⴽⵙ ⵢⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
admin-deed-recovery-renew = ⵉⵏⵉⴳⵍⵏ ⵉⵎⴰⵢⵏⵓⵜⵏ ⵏ ⵓⵔⵔⴰ
admin-deed-account-change = ⵉⵏⴼⵍ ⵓⵎⵉⴹⴰⵏ
admin-deed-password-change = ⵜⵏⴼⵍ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ
admin-deed-password-refused = ⵓⵔ ⵜⵣⵔⵉ ⵜⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ
admin-deed-session-end-others = ⵔⴳⵍⵏⵜ ⵜⵖⵉⵎⵉⵜⵉⵏ ⵢⴰⴹⵏ
admin-deed-guess-account = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ ⵉⵥⴳⵍⵏ ⴳ ⵓⵎⵉⴹⴰⵏ
admin-deed-guess-case = ⵉⵏⵉⴳⵍⵏ ⵏ ⵓⴽⵛⴰⵎ ⵉⵥⴳⵍⵏ ⴳ ⵓⵙⴷⴰⵡ
admin-deed-person-hand-on = ⴷⴷⴰⵏ ⵉⵙⴷⴰⵡⵏ ⵖⵔ ⵡⵉⵢⴰⴹ
admin-deed-record-renew = ⴰⵣⵎⵎⴻⵎ ⴰⵎⴰⵢⵏⵓ ⵙ ⵜⵙⴰⵔⵓⵜ ⵢⴰⴹⵏ
admin-deed-account-adopt = ⴰⵎⵉⴹⴰⵏ ⴳ ⵓⵣⵎⵎⴻⵎ ⴰⵎⴰⵢⵏⵓ
admin-deed-organisation-adopt = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⴳ ⵓⵣⵎⵎⴻⵎ ⴰⵎⴰⵢⵏⵓ
admin-deed-holiday-adopt = ⵜⴰⵏⵓⵕⵥⵎⵜ ⴳ ⵓⵣⵎⵎⴻⵎ ⴰⵎⴰⵢⵏⵓ
admin-deed-policy-adopt = ⵜⵓⵏⵖⵉⵍⵜ ⴳ ⵓⵣⵎⵎⴻⵎ ⴰⵎⴰⵢⵏⵓ
