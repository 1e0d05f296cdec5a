### Mails: subjects and the parts of their bodies. A subject is passed through `plain` before it is sent.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Parts of every mail

mail-greeting = ⴰⵣⵓⵍ,
mail-signature = ⵛⵉⴽⴰⵢⴰ
mail-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }
mail-due-late = ⵉⵎⴰⵟⵍ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }
mail-opinion-of = ⵜⵙⵙⵓⵜⵔ ⵜ: { $organisation }
mail-opinion-due = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }
mail-open-case = ⵕⵥⵎ ⴰⵙⴷⴰⵡ
mail-keep-link = ⴰⵙⵖⵓⵏ ⴰ ⵉⵕⵥⵥⵎ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴽⴰⵎ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
mail-why = ⵜⵓⵎⵥⵎ ⵜⵓⵣⵉⵏⵜ ⴰ ⴰⵛⴽⵓ ⵉⵜⵜⵓⴼⴽⴰ ⵉⵎⴰⵢⵍ ⴰ ⵃⵎⴰ ⴰⴷ ⵏⴹⴼⵕ ⴰⵙⴷⴰⵡ. ⴰⴷ ⵓⵔ ⴼⵍⵍⴰⵙ ⵜⵔⴰⵔⵎ: ⵔⴰⵔⴰⵜ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ.
mail-help = ⴰⵙⵇⵙⵉ? 3737, ⵙⴳ ⴰⵢⵏⴰⵙ ⴰⵔ ⴰⵙⵉⵎⵡⴰⵙ.
mail-mediator = ⵜⵣⵎⵔⵎ ⴰⵡⴷ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
mail-sample = ⴰⵔⵎ: ⵜⵉⵎⵓⵛⴰ ⵓⵔ ⴷ ⵜⵉⴷⵜ.

## Acknowledgement

mail-acknowledgement-subject = ⵏⵓⵎⵥ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ: { $reference }
mail-acknowledgement-lead = ⵏⵓⵎⵥ ⵜⵓⵣⵉⵏⵜ ⵏⵏⵓⵏ: { $moment }. ⵃⴹⵓⵢⴰⵜ ⵓⵟⵟⵓⵏ ⴰ.
mail-acknowledgement-with = ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵓⵔ: { $organisation }
mail-acknowledgement-next = ⵉⵖ ⴽⵯⵏ ⵜⵙⵇⵙⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⵔⴰⴷ ⴰⵡⵏ ⵏⵉⵏⵉ. ⵉⵖ ⵜ ⵜⵓⵣⵏ ⵖⵔ ⵜⴰⵢⴰⴹ, ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
mail-acknowledgement-code = ⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ ⵉⵍⵍⴰ ⴳ ⵜⵙⴰⵟⵟⴼⵜ ⵏⵏⵓⵏ.

## Transfer

mail-transfer-subject = ⵏⵓⵣⵏ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ: { $reference }
mail-transfer-lead = ⵉⵥⵍⵉ ⵓⵙⴷⴰⵡ ⴰ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ. ⵏⵓⵣⵏ ⵜ ⵖⵓⵔⵙ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ ⵏ ⵜⵎⵔⴰⵔⵓⵜ.
mail-transfer-to = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ: { $organisation }
mail-transfer-stays-lead = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ (السلطة المكلفة بإصلاح الإدارة): ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵖⵓⵔ ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵔⴰⴷ ⴰⵡⵏ ⵜⵔⴰⵔ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ ⵏ ⵜⵎⵔⴰⵔⵓⵜ.
mail-transfer-stays-subject = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ: { $reference }

## Question

mail-question-subject = ⵜⵙⵇⵙⴰ ⴽⵯⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ: { $reference }
mail-question-lead = ⵜⵙⵇⵙⴰ ⴽⵯⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵔⴰⵔⴰⵜ ⴷⴰⵜ ⵏ { $date }.
mail-question-from = ⴰⵙⵇⵙⵉ ⵙⴳ: { $organisation }
mail-question-action = ⵔⴰⵔ ⵅⴼ ⵓⵙⵇⵙⵉ
mail-question-voice = ⵉⵖ ⵓⵔ ⵜⵣⵎⵉⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ, ⵙⴰⵡⵍⴰⵜ: 3737.

## Answer

mail-answer-subject = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ: { $reference }
mail-answer-lead = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵖⵔⴰⵜ ⵜⵜ, ⵜⵉⵏⵉⵎ ⴰⵏⵖ ⵉⵙ ⵜⴼⵔⴰ ⵜⵎⵓⴽⵔⵉⵙⵜ ⵏⵏⵓⵏ.
mail-answer-from = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵙⴳ: { $organisation }
mail-answer-outcome = ⵜⵉⴳⵉⵔⴰ: { $outcome }
mail-answer-action = ⵖⵔ ⵜⴰⵎⵔⴰⵔⵓⵜ
mail-answer-reopen = ⵉⵖ ⵓⵔ ⵜⵎⵙⴰⵙⴰⵎ, ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ ⴰⵔ { $date }. ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.

## Extension

mail-extension-subject = ⵉⵏⴼⵍ ⵓⵣⵎⵣ: { $reference }
mail-extension-lead = ⵜⵔⵏⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵉ ⵓⵣⵎⵣ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }.
mail-due-changed-subject = ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $reference }
mail-due-changed-lead = ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }. ⵜⵍⵍⴰ ⵜⵎⵏⵜⵉⵍⵜ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ.

## Reopening

mail-reopening-subject = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ: { $reference }
mail-reopening-lead = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.

## Closure

mail-closure-subject = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ: { $reference }
mail-closure-lead-filer-confirmed = ⵜⵙⵙⵉⴷⴻⴷⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ. ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ.
mail-closure-lead-time-passed = ⵓⵔ ⵜⵏⵏⵉⵎ ⵡⴰⵍⵓ ⴳ ⵓⵣⵎⵣ. ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ.
mail-closure-lead-withdrawn = ⵜⵙⵔⵎ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵉⵔⴳⵍ.
mail-closure-lead-recorded = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ ⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ.
mail-closure-read = ⵓⵔ ⵏⴽⴽⵉⵙ ⵡⴰⵍⵓ: ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵖⵔⵎ ⴰⵙⴷⴰⵡ.

## Verification of a contact

mail-code-subject = ⵉⵏⵉⴳⵍ: { $code }
mail-code-lead = ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⴰ ⴳ ⵜⴰⵙⵏⴰ:
mail-code-lead-account = ⴰⵔⴰⵢⴰⵜ ⵉⵏⵉⴳⵍ ⴰ ⵃⵎⴰ ⴰⴷ ⵜⵕⵥⵎⵎ ⴰⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ. ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴽⴰⵎ ⵉ ⴰⵡⴷ ⵢⴰⵏ.
mail-code-expires = ⵜⵓⵙⴷⵉⴷⵉⵏ: { $minutes }
mail-code-ignore = ⵉⵖ ⵓⵔ ⵜⵙⵙⵓⵜⵔⵎ ⵉⵏⵉⴳⵍ, ⴰⴷ ⵓⵔ ⵜ ⵜⴰⴽⴽⴰⵎ ⵉ ⴰⵡⴷ ⵢⴰⵏ.

## List of one's cases

mail-cases-subject = ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ
mail-cases-lead =
    { $count ->
       [0] ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⵙ ⵉⵎⴰⵢⵍ ⴰ.
      *[other] ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ: { $count }
    }
mail-cases-ignore = ⵉⵖ ⵓⵔ ⵜⵙⵙⵓⵜⵔⵎ ⵜⴰⵍⴳⴰⵎⵜ ⴰ: ⵓⵔ ⵜⵜ ⵉⵥⵕⵉ ⴰⵡⴷ ⵢⴰⵏ ⵢⴰⴹⵏ.

## Staff

mail-invitation-subject = ⵜⵉⵖⵔⵉ ⵖⵔ ⵜⵡⵓⵔⵉ
mail-invitation-lead = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵡⵓⵔⵉⵎ ⴳ ⵉⵙⴷⴰⵡⵏ. ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ: { $organisation }.
mail-renewal-subject = ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵓⵔⵉ ⵜⴰⵎⴰⵢⵏⵓⵜ ⵏ ⵓⵣⵔⴰⵢ
mail-renewal-lead = ⵉⵜⵜⵓⵙⵏⴼⵍ ⵓⴽⵛⴰⵎ ⵏⵏⵓⵏ ({ $organisation }). ⵓⵔ ⵔⴰⴷ ⴷⴰⵖ ⵜⵙⵡⵓⵔⵉ ⵜⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵇⴱⵓⵕⵜ ⵓⵍⴰ ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2: ⵙⵜⵉⵢⴰⵜ ⵡⵉⵢⵢⴰⴹ. ⵔⴰⴷ ⵇⵇⵉⵎⵏ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ.
mail-invitation-action = ⵙⵜⵉ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ
mail-invitation-expires = ⵓⵙⵙⴰⵏ: { $days }. ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ ⵖⴰⵙ.
mail-staff-reminder-subject-left = ⵓⵙⵙⴰⵏ ⵉ ⵜⵎⵔⴰⵔⵓⵜ: { $days }. { $reference }
mail-staff-reminder-subject-late = ⵜⵎⴰⵟⵍ ⵜⵎⵔⴰⵔⵓⵜ. ⵓⵙⵙⴰⵏ: { $days }. { $reference }
mail-staff-reminder-lead-left = ⵉⵇⵔⴱ ⵓⵣⵎⵣ ⵏ ⵓⵙⴷⴰⵡ ⴰ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }.
mail-staff-reminder-lead-late = ⵉⵎⴰⵟⵍ ⵓⵙⴷⴰⵡ ⴰ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }.
mail-staff-reminder-nobody-left = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⴰ ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ. ⵉⵇⵔⴱ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }. ⴼⴽⴰⵜ ⵜ ⵉ ⵢⴰⵏ.
mail-staff-reminder-nobody-late = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⴰ ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ, ⵉⵎⴰⵟⵍ. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }. ⴼⴽⴰⵜ ⵜ ⵉ ⵢⴰⵏ.
mail-due-soon-subject = ⵉⵙⴷⴰⵡⵏ, ⵓⵣⵎⵣ ⵏⵏⵙⵏ ⵉⵇⵔⴱ: { $count }
mail-due-soon-lead = ⵉⵇⵔⴱ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ:
mail-staff-why = ⵜⵓⵎⵥⵎ ⵜⵓⵣⵉⵏⵜ ⴰ ⴰⵛⴽⵓ ⵜⵙⵡⵓⵔⵉⵎ ⴳ ⵉⵙⴷⴰⵡⵏ.
mail-staff-choose = ⵙⵜⵉⵢⴰⵜ ⵎⴰⴷ ⵔⴰⴷ ⵜⴰⵎⵥⵎ

## Notices to staff

mail-notice-urgent = ⴰⵙⴷⴰⵡ ⵉⵣⵔⴱⵏ
mail-notice-urgent-lead = ⵢⵓⵡⴹ ⴷ ⵓⵙⴷⴰⵡ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ: ⵉⵣⵎⵔ ⴰⴷ ⵉⵍⵉ ⴽⵔⴰ ⴳ ⵜⵎⵉⵣⵉ.
mail-notice-danger = ⴰⵙⴷⴰⵡ ⵉⵣⵔⴱⵏ: ⵉⵣⵎⵔ ⴰⴷ ⵉⵍⵉ ⴽⵔⴰ ⴳ ⵜⵎⵉⵣⵉ.
mail-notice-new-case = ⴰⵙⴷⴰⵡ ⴰⵎⴰⵢⵏⵓ
mail-notice-new-case-lead = ⵢⵓⵡⴹ ⴷ ⵓⵙⴷⴰⵡ ⴰⵎⴰⵢⵏⵓ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ.
mail-notice-transfer-in = ⴰⵙⴷⴰⵡ ⵉⵜⵜⵓⵣⵏ
mail-notice-transfer-in-lead = ⵜⵓⵣⵏ ⴷ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ ⴰⵙⴷⴰⵡ ⴰ ⵖⵓⵔⵓⵏ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
mail-notice-climbed-in = ⵢⵓⵡⴹ ⴷ ⵓⵙⴷⴰⵡ
mail-notice-climbed-in-lead = ⵓⵔ ⵜⵣⵎⵉⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ ⴰⴷ ⵜⵖⵔ ⴰⵙⴷⴰⵡ ⴰ. ⵉⵍⵍⴰ ⵖⵓⵔⵓⵏ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
mail-notice-assigned = ⴰⵙⴷⴰⵡ ⵉⵜⵜⵓⴼⴽⴰ
mail-notice-assigned-lead = ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⴰ ⵖⵓⵔⵓⵏ.
mail-notice-opinion-asked = ⵜⴻⵜⵜⵓⵙⵙⵓⵜⵔ ⵜⵏⵏⴰⵢⵜ
mail-notice-opinion-asked-lead = ⵜⵙⵙⵓⵜⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ ⵜⴰⵏⵏⴰⵢⵜ ⵏⵏⵓⵏ ⴳ ⵓⵙⴷⴰⵡ ⴰ.
mail-notice-opinion-given = ⵜⵓⵡⴹ ⴷ ⵜⵏⵏⴰⵢⵜ
mail-notice-opinion-given-lead = ⵜⵓⵡⴹ ⴷ ⵜⵏⵏⴰⵢⵜ ⵏ ⵓⵙⴷⴰⵡ ⴰ.
mail-notice-reply = ⵜⵓⵡⴹ ⴷ ⵜⵎⵔⴰⵔⵓⵜ
mail-notice-reply-lead = ⵜⵓⵡⴹ ⴷ ⵜⵓⵣⵉⵏⵜ ⵏ ⴱⴰⴱ ⵏ ⵓⵙⴷⴰⵡ.
mail-notice-to-reexamine = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ
mail-notice-to-reexamine-lead = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ ⴰ. ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
mail-notice-to-arbitrate = ⵜⵉⵏⴼⵔⵉⵜ
mail-notice-to-arbitrate-lead = ⵓⵔ ⵜⵇⴱⵉⵍ ⴰⵙⴷⴰⵡ ⴰ: { $names }. ⵙⵜⵉⵢⴰⵜ ⵜⵉⵏⵏⴰ ⵔⴰⴷ ⵜⵔⴰⵔ.
mail-notice-arbitrated = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ
mail-notice-arbitrated-lead = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ ⴰⴷ ⵔⴰⴷ ⵜⵔⴰⵔ ⵅⴼ ⵓⵙⴷⴰⵡ ⴰ.
mail-notice-due-soon = ⵉⵇⵔⴱ ⵓⵣⵎⵣ
mail-notice-late = ⵜⵎⴰⵟⵍ ⵜⵎⵔⴰⵔⵓⵜ
mail-notice-escalated = ⵉⵎⴰⵟⵍ ⵓⵙⴷⴰⵡ
mail-notice-escalated-lead = ⵉⵎⴰⵟⵍ ⵓⵙⴷⴰⵡ ⴰ.
mail-staff-subject = { $what }: { $reference }
mail-seal-subject = ⴰⵙⵉⴳⵍ ⵏ ⵓⵣⵎⵎⴻⵎ
mail-seal-lead = ⵃⴹⵓⵢⴰⵜ ⵜⵓⵣⵉⵏⵜ ⴰ: ⵉⵣⵔⵉⵔⵉⴳ ⴷⴷⴰⵡ ⵉⵎⵎⴰⵍ ⴰⵎⴽ ⵉⴳⴰ ⵓⵣⵎⵎⴻⵎ ⵏ ⵉⵙⴷⴰⵡⵏ.
mail-seal-use = ⵉⵖ ⵉⵙⵏⴼⵍ ⵢⴰⵏ ⵉⵣⵔⵉ, ⵉⵎⵎⴰⵍ ⵜ `chikaya doctor --deep --seals FILE`.

mail-digest-subject = ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ, { $date }
mail-digest-lead = ⵎⴰⴷ ⵉⵊⵕⴰⵏ ⴳ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ:
mail-digest-line = { $what }: { $reference } · { $matter } · ⴰⵔ { $due }
mail-digest-line-late = { $what }: { $reference } · { $matter } · ⵉⵎⴰⵟⵍ, ⴰⵔ { $due }
mail-digest-more = ⵍⵍⴰⵏ ⵉⵙⴷⴰⵡⵏ ⵢⴰⴹⵏ: ⵥⵕⴰⵜ ⵜⴰⵡⵓⵔⵉ.
mail-digest-action = ⵕⵥⵎ ⵜⴰⵡⵓⵔⵉ
mail-guesses-subject = ⵜⵜⵓⵢⴰⵔⵎⵏⵜ ⵜⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ ⵉⵥⴳⵍⵏ ⴳ ⵓⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ
mail-guesses-lead = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ ⵉⵥⴳⵍⵏ: { $count }, ⵜⴰⵎⴳⴳⴰⵔⵓⵜ: { $moment }.
mail-guesses-done = ⵓⵔ ⴷ ⵉⴽⵛⵎ ⵓⵍⴰ ⵢⴰⵏ.
mail-guesses-advice = ⵉⵖ ⵓⵔ ⴷ ⴽⵏⵏⵉⵎ ⴰⵢⴷ ⵜⵏⵜ ⵢⵓⵔⵎⵏ, ⵙⵜⵉⵢⴰⵜ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵢⴰⴹⵏ.
mail-guesses-action = ⴰⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ
mail-annual-report-due-subject = اقترب أجل التقرير السنوي { $year }
mail-annual-report-due-lead = آخر أجل لتقرير { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-report-late-subject = تأخر التقرير السنوي { $year }
mail-annual-report-late-lead = كان آخر أجل لتقرير { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-report-returned-subject = أعيد التقرير السنوي { $year } لاستكماله
mail-annual-report-returned-lead = أعيد تقرير { $body } عن سنة { $year } لاستكماله. والأسباب مذكورة في صفحته.
mail-annual-action = التقارير السنوية
mail-annual-synthesis-due-subject = اقترب أجل التقرير التركيبي الوطني { $year }
mail-annual-synthesis-due-lead = آخر أجل للتقرير التركيبي الذي تعده { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-synthesis-late-subject = تأخر التقرير التركيبي الوطني { $year }
mail-annual-synthesis-late-lead = كان آخر أجل للتقرير التركيبي الذي تعده { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-synthesis-returned-subject = أعيد التقرير التركيبي الوطني { $year } لاستكماله
mail-annual-synthesis-returned-lead = أعيد التقرير التركيبي الذي تعده { $body } عن سنة { $year } لاستكماله. والأسباب مذكورة في صفحته.
mail-weekly-subject = ⵓⵟⵟⵓⵏⵏ ⵏ ⵉⵎⴰⵍⴰⵙⵙ, { $date }
mail-weekly-lead = { $body }: { $day }.
mail-weekly-week = ⵉⵎⴰⵍⴰⵙⵙ ⵙⴳ { $monday }: ⵍⴽⵎⵏ ⴷ ⵏⵖ ⵕⵥⵎⵏ ⴷⴰⵖ { $came }, ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ { $answered }.
mail-weekly-open = ⵉⵙⴷⴰⵡⵏ ⵉⵕⵥⵎⵏ: { $cases }
mail-weekly-overdue = ⵉⵎⴰⵟⵍⵏ: { $cases }
mail-weekly-ahead = ⵉⵇⵔⴱ ⵓⵣⵎⵣ: { $due }. ⵓⵔ ⵜⵏ ⵉⴱⴷⵉ ⵢⴰⵏ: { $idle }.
mail-weekly-own = ⵖⵓⵔⵓⵏ: { $open }, ⵉⵎⴰⵟⵍⵏ: { $late }
mail-weekly-action = ⵕⵥⵎ ⵓⵟⵟⵓⵏⵏ ⵏ ⵜⵡⵓⵔⵉ
mail-weekly-bodies = ⵜⵉⵎⵙⵙⵓⴳⴰⵔ ⴰⴽⴽⵯ
