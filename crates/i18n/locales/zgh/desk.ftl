### The desk: its queues, and the short words of lists.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Queues

desk-queue-urgent = ⵉⵣⵔⴱⵏ
desk-queue-reports = ⵉⵙⵉⵡⴹⵏ ⵅⴼ ⵓⴳⵓⴼⵙⵓ
desk-queue-late = ⵉⵎⴰⵟⵍⵏ
desk-queue-soon = ⵉⵇⵔⴱ ⵓⵣⵎⵣ
desk-queue-mine = ⵉⵙⴷⴰⵡⵏ ⵉⵏⵓ
desk-queue-open = ⴳ ⵜⵡⵓⵔⵉ
desk-queue-new = ⵉ ⵓⵣⵣⵔⴰⵢ
desk-queue-unassigned = ⵓⵔ ⵜⵜⵓⴼⴽⵉⵏ
desk-queue-waiting = ⴰⴳⴰⵏⵉ ⵏ ⵓⵏⵙⵙⵎⵔⵙ
desk-queue-answered = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ
desk-queue-closed = ⵔⴳⵍⵏ
desk-queue-arbitration = ⵜⵉⵏⴼⵔⵉⵜ
desk-queue-reopened = ⵕⵥⵎⵏ ⴷⴰⵖ
desk-queue-replied = ⵢⵓⵔⴰ ⵓⵏⵙⵙⵎⵔⵙ
desk-queue-opinions = ⵜⵜⵓⵙⵙⵓⵜⵔ ⵜⵏⵏⴰⵢⵜ
desk-queue-to-transcribe = ⵉ ⵜⵉⵔⵔⴰ
desk-queue-to-telephone = ⵉ ⵜⵉⵍⵉⴼⵓⵏ
desk-queue-to-post = ⵉ ⵜⴱⵔⴰⵜ
desk-queue-left = ⴷⴷⴰⵏ ⵉⵎⵙⵖⴰⵏⵏ
desk-tag-reopened = ⵉⵕⵥⵎ ⴷⴰⵖ
desk-tag-nobody = ⵡⴰⵍⵓ ⴰⵎⵙⵜⴳⴳⴰⵔ
desk-print-part = ⴽⵔⴰ ⵙⴳ ⵜⵍⴳⴰⵎⵜ: ⵎⴰⴷ ⵉⵇⵇⵉⵎⵏ ⵉⵍⵍⴰ ⴳ ⵜⴰⵙⵏⵉⵡⵉⵏ ⵏⵏⴰ ⴷ ⵉⵜⴷⴷⵓⵏ
desk-order-due-first = ⵜⵉⵏⵏⴰ ⵉⵇⵔⴱⵏ ⵙ ⵓⵎⵣⵡⴰⵔⵓ
desk-order-due-last = ⵜⵉⵏⵏⴰ ⵉⴳⴳⵓⴳⵏ ⵙ ⵓⵎⵣⵡⴰⵔⵓ
desk-queue-empty = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⴷⴰ.

## Signing in

desk-second-factor-title = ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
desk-second-factor-label = ⵉⵏⵉⴳⵍ (6) ⴳ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ
desk-second-factor-recovery = ⵓⵔ ⴷⵉⴷⵓⵏ ⵜⵉⵍⵉⴼⵓⵏ? ⴰⵔⴰⵢⴰⵜ ⵢⴰⵏ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⵔⵔⴰ.
desk-enrol-title = ⵔⵏⵓ ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
desk-enrol-lead = ⴰⵎⵥⴰⵜ ⵜⴰⵡⵍⴰⴼⵜ ⵏ ⵓⵢⴰ ⵙ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ, ⵜⴰⵔⴰⵎ ⵉⵏⵉⴳⵍ.
desk-recovery-title = ⵉⵏⵉⴳⵍⵏ ⵏ ⵓⵔⵔⴰ
desk-recovery-lead = ⵢⴰⵏ ⵢⵉⵏⵉⴳⵍ, ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ. ⵃⴹⵓⵢⴰⵜ ⵜⵏ: ⵓⵔ ⵔⴰⴷ ⴷⴰⵖ ⴱⴰⵏⵏ.
desk-sign-in-again = ⴷⴰⵜ ⴰⴷ ⵜⵙⵏⴼⵍⵎ ⴰⵎⵉⴹⴰⵏ ⵏ ⵢⴰⵏ ⵢⴰⴹⵏ, ⴰⵔⴰⵢⴰⵜ ⴷⴰⵖ ⵜⴰⴳⵓⵔⵉ ⵏⵏⵓⵏ ⵏ ⵓⵣⵔⴰⵢ.
desk-password-forgotten = ⵉⵙ ⵜⴻⵜⵜⵓⵎ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ?
desk-password-forgotten-how = ⵙⵙⵓⵜⵔⴰⵜ ⴰⵙⵖⵓⵏ ⴰⵎⴰⵢⵏⵓ ⵙⴳ ⵡⴰⵏⵏⴰ ⵉⵙⵏⴱⴱⴰⴹⵏ ⵉⵎⵉⴹⴰⵏⵏ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ. ⵙⴳⵉⵙ ⵔⴰⴷ ⵜⵙⵜⵉⵎ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵎⴰⵢⵏⵓⵜ ⴷ ⵢⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2 ⴰⵎⴰⵢⵏⵓ. ⵔⴰⴷ ⵇⵇⵉⵎⵏ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵓⵏ.
desk-invitation-hint = ⵜⴰⵡⵉⵏⵙⵜ ⵏ ⴽⵔⴰ ⵏ ⵡⴰⵡⴰⵍⵏ (12).
desk-password-again = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⴷⴰⵖ

## Inbox

desk-queues-label = ⵜⵉⵍⴳⴰⵎⵉⵏ
desk-search-label = ⵓⵟⵟⵓⵏ, ⴰⵡⴰⵍ, ⵉⵎⵔⵙⵉ, ⴰⴷⵖⴰⵔ
desk-search-newest = { $count } ⵏ ⵉⵙⴷⴰⵡⵏ ⵉⵎⴰⵢⵏⵓⵜⵏ. ⵔⵏⵓⵢⴰⵜ ⴰⵡⴰⵍ.
desk-search-further = ⵜⵉⵢⴰⴼⵓⵜⵉⵏ ⵢⴰⴹⵏ
desk-search-none = ⵓⵔ ⵏⵓⴼⵉ ⵡⴰⵍⵓ. ⴰⵔⵎⴰⵜ ⵙ ⵡⴰⵡⴰⵍⵏ ⴷⵔⵓⵙⵏ.
desk-filer-title = ⴰⵔⵣⵣⵓ ⵙ ⵓⵏⵙⵙⵎⵔⵙ
desk-filer-label = ⵉⵙⵎ, ⵓⵟⵟⵓⵏ ⵏ ⵜⵍⵉⴼⵓⵏ, ⵉⵎⴰⵢⵍ ⵏⵖ ⵓⵟⵟⵓⵏ ⵏ ⵜⴽⴰⵔⵟⴰ
desk-filer-trail = ⵏⵣⵎⵎⴻⵎ ⴰⵔⵣⵣⵓ ⴰ: ⵎⴰ ⵜ ⵉⵙⴽⵔⵏ, ⵎⵍⵎⵉ, ⴷ ⵉⵙⴷⴰⵡⵏ ⵏⵏⴰ ⵉⴱⴰⵏⵏ.
desk-filer-hint = ⵙ ⵎⴰⵏ ⵜⵉⵔⵔⴰ ⵜⵔⵉⵎ. ⵖⴰⵙ ⵉⵙⴷⴰⵡⵏ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵓⵏ ⴰⵢⴷ ⵉⵜⵜⴱⴰⵏⵏ.
desk-filer-empty = ⴰⵔⴰⵢⴰⵜ ⵉⵙⵎ ⵏⵖ ⵓⵟⵟⵓⵏ.
desk-filer-search = ⵔⵣⵓ
desk-filer-none = ⵓⵔ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⵙ ⵢⵉⵙⵎ ⴰ ⵏⵖ ⵓⵟⵟⵓⵏ ⴰ.
desk-group-late = ⵉⵎⴰⵟⵍⵏ
desk-group-week = ⵉⵎⴰⵍⴰⵙⵙ ⴰ
desk-group-later = ⴹⴰⵕⵜ ⵏ ⵓⵢⴰ
desk-keys-title = ⵉⵙⵓⵔⴰ
desk-keys-browse = ⴷⴷⵓ
desk-keys-off = ⵙⵙⵅⵙⵉ ⵉⵙⵓⵔⴰ

## Colleagues

desk-colleagues-title = ⵙ ⵓⵎⵙⵖⴰⵏ
desk-colleagues-lead = ⵎⴰⴷ ⵉⵍⵍⴰⵏ ⵖⵓⵔ ⴽⵓ ⵢⴰⵏ. ⵕⵥⵎⴰⵜ ⵢⴰⵏ ⵢⵉⵙⵎ ⵃⵎⴰ ⴰⴷ ⵜⵥⵕⵎ ⵉⵙⴷⴰⵡⵏ ⵏⵏⵙ, ⵏⵖ ⴰⴷ ⵜⵏ ⵜⴼⴽⵎ ⵉ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
desk-cases-of = ⵉⵙⴷⴰⵡⵏ ⴳ ⵜⵡⵓⵔⵉ: { $name }
desk-hand-over = ⵉⵙⴷⴰⵡⵏ ⵏⵏⴰ ⵔⴰⴷ ⵜⴼⴽⵎ
desk-hand-over-to = ⵉ ⵎⵉ?
desk-hand-over-choose = ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ
desk-hand-over-chosen = ⴼⴽ ⵡⵉⵏⵏⴰ ⵜⵙⵜⵉⵎ
desk-hand-over-all = ⴼⴽ ⵜⵏ ⴰⴽⴽⵯ
desk-hand-over-none = ⵙⵜⵉⵢⴰⵜ ⵢⴰⵏ ⵓⵙⴷⴰⵡ.
desk-hand-over-more = ⵍⵍⴰⵏ ⵡⵉⵢⵢⴰⴹ: ⵔⴰⴷ ⵜⵏ ⵜⵥⵕⵎ ⴹⴰⵕⵜ ⵏ ⵡⵉⵏⵏⴰ.
desk-handed-over = ⵜⵜⵓⴼⴽⴰⵏ: { $given }, ⵇⵇⵉⵎⵏ: { $left }.

## A case

desk-tab-timeline = ⵜⴰⵍⴳⴰⵎⵜ ⵏ ⵓⵣⵎⵣ
desk-back-to-list = ⵖⵔ ⵜⵍⴳⴰⵎⵜ
desk-place = { $place } ⵙⴳ { $count }
desk-identity-title = ⴰⵏⵙⵙⵎⵔⵙ
desk-identity-show = ⵙⴽⵏ ⵎⴰⵕⵕⴰ
desk-identity-recorded = ⵏⵣⵎⵎⴻⵎ ⴽⵓ ⵜⵉⴽⴽⵍⵜ ⵙ ⵢⵉⵙⵎ ⵏⵏⵓⵏ.
desk-news = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵙ
desk-errand-telephone = ⵎⴰⴷ ⵔⴰⴷ ⵏⵉⵏⵉ ⵙ ⵜⵉⵍⵉⴼⵓⵏ
desk-errand-post = ⵎⴰⴷ ⵔⴰⴷ ⵏⴰⵣⵏ ⵙ ⵜⴱⵔⴰⵜ
desk-errand-telephoned = ⵏⵏⵉⵖ ⴰⵙ ⵜ ⵙ ⵜⵉⵍⵉⴼⵓⵏ
desk-errand-not-reached = ⵓⵔ ⵢⵔⵓⵔ ⴰⵡⴷ ⵢⴰⵏ
desk-errand-posted = ⵜⴻⵜⵜⵓⵣⵏ ⵜⴱⵔⴰⵜ
desk-errand-letter = ⵙⵉⴳⴳⵣ ⵜⴰⴱⵔⴰⵜ (PDF)
desk-errand-letter-again = ⵙⵉⴳⴳⵣ ⴰⵍⵍⴰⵙ ⵜⴰⴱⵔⴰⵜ ⵜⴰⵎⴳⴳⴰⵔⵓⵜ
desk-errand-calls = ⵜⵉⵍⵉⴼⵓⵏ ⴱⵍⴰ ⵜⴰⵎⵔⴰⵔⵓⵜ: { $count }
desk-competence-title = ⵎⴰⴷ ⵉⵥⵍⵉⵏ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
desk-competence-why = ⵎⴰⵅⴼ
desk-competence-by-rule = ⵜⵉⵏⵏⴰ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ, ⵙ ⵢⵉⵎⵔⵙⵉ ⴷ ⵓⴷⵖⴰⵔ
desk-handling-title = ⵜⴰⵡⵓⵔⵉ
desk-officer-none = ⴰⵡⴷ ⵢⴰⵏ
desk-done = ⵉⵣⵎⵎⴻⵎ.

## Acting on a case

desk-transfer-to = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ
desk-transfer-reason = ⵜⴰⵎⵏⵜⵉⵍⵜ (ⵔⴰⴷ ⵜⵜ ⵉⵖⵔ ⵓⵏⵙⵙⵎⵔⵙ)
desk-refuse-hint = ⵎⴰ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ ⴰ? ⵉⵖ ⵓⵔ ⵜⵙⵙⵉⵏⵎ, ⵔⴰⴷ ⵜⴼⵔⵓ ⵜⵏⴼⵔⵉⵜ.
desk-had-before = ⵎⴰ ⵖⵓⵔ ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⴷⴰⵜ
desk-had-before-transferred = { $name }: ⵉⵍⵍⴰ ⵖⵓⵔⵙ ⴰⵔ { $date }, ⵜⵙⵙⵉⵡⴹ ⵜ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ.
desk-had-before-refused = { $name }: ⵉⵍⵍⴰ ⵖⵓⵔⵙ ⴰⵔ { $date }, ⵜⵓⴳⵉ ⵜ.
desk-had-before-climbed = { $name }: ⵉⵍⵍⴰ ⵖⵓⵔⵙ ⴰⵔ { $date }, ⵉⵖⵍⵉ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵓⴼⵍⵍⴰ.
desk-had-before-arbitrated = { $name }: ⵉⵍⵍⴰ ⵖⵓⵔⵙ ⴰⵔ { $date }, ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ.
desk-had-before-transfer = ⵉⵖ ⵓⵔ ⵜⵙⵙⵉⵏⵎ ⵎⴰ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ, ⴰⴳⵢⴰⵜ ⵜ: ⵔⴰⴷ ⵜⴼⵔⵓ ⵜⵏⴼⵔⵉⵜ.
desk-had-before-refuse = ⵉⵖ ⵓⵔ ⵜⵙⵙⵉⵏⵎ ⵎⴰ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ, ⵔⴰⴷ ⵜⴼⵔⵓ ⵜⵏⴼⵔⵉⵜ.
desk-had-before-sure = ⴰⵣⵏ ⵜ ⵖⵔ { $name }
desk-ask-by = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ
desk-consult-of = ⵎⴰ ⵔⴰⴷ ⵜⵙⵇⵙⴰⵎ?
desk-note-hint = ⵓⵔ ⵔⴰⴷ ⵜⵜ ⵉⵥⵕ ⵓⵏⵙⵙⵎⵔⵙ.
desk-reply-hint = ⵎⴰⴷ ⵉⵏⵏⴰ ⵓⵏⵙⵙⵎⵔⵙ

## Answering

desk-answer-outcome = 1. ⵜⵉⴳⵉⵔⴰ
desk-answer-reasons = 2. ⵜⴰⵎⵏⵜⵉⵍⵜ ⴷ ⵎⴰⴷ ⵏⵙⴽⵔ
desk-answer-reasons-hint = ⵉⵏⵉⵢⴰⵜ ⵎⴰⴷ ⵜⵙⴽⵔⵎ, ⵎⵍⵎⵉ. ⵜⵓⵜⵍⴰⵢⵜ: { $language }.
desk-answer-ground = ⴰⵙⵍⴳⵏ (ⵉⵖ ⵜⵓⴳⵉⵎ ⵖⴰⵙ)
desk-answer-other-language-send = ⴰⵣⵏ ⵜⵜ ⵙ ⵜⵓⵜⵍⴰⵢⵜ ⴰ
desk-answer-other-language = ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵓⵏⵙⵙⵎⵔⵙ: { $wanted }. ⵜⵓⵜⵍⴰⵢⵜ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ: { $found }.
desk-answer-body = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵉⵥⵍⵉⵏ ⵙ ⵓⵙⴷⴰⵡ (ⵉⵖ ⵉⵜⵜⵓⵙⵙⵉⵡⴹ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ ⵖⴰⵙ)
desk-answer-recourse = 3. ⵉⵖ ⵓⵔ ⵉⵎⵙⴰⵙⴰ
desk-answer-preview = ⵎⴽⵍⵍⵉ ⵔⴰⴷ ⵜⵜ ⵉⵖⵔ ⵓⵏⵙⵙⵎⵔⵙ
desk-answer-send = ⴰⵣⵏ ⵜⴰⵎⵔⴰⵔⵓⵜ
desk-answer-stopped = ⵓⵔ ⵜⴰ ⵜⵓⵣⵉⵏ. ⵜⵉⵣⴳⴰⵍ: { $count }
desk-answer-check = ⵖⵔ ⴷⴰⵜ ⵏ ⵓⵣⴰⵏ
desk-answer-about = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵅⴼ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ
desk-answer-passes = ⵜⵙⵎⵉⴷ ⵜⵎⵔⴰⵔⵓⵜ.
desk-sent-email = ⵔⴰⴷ ⵜⴰⵡⴹ ⴰⵏⵙⵙⵎⵔⵙ ⵙ ⵉⵎⴰⵢⵍ.
desk-sent-sms = ⵔⴰⴷ ⵜⴰⵡⴹ ⴰⵏⵙⵙⵎⵔⵙ ⵙ SMS.
desk-sent-phone = ⵔⴰⴷ ⴰⵙ ⵜⵙⴰⵡⵍⵎ: ⵉ ⵜⵉⵍⵉⴼⵓⵏ.
desk-sent-letter = ⵔⴰⴷ ⴰⵙ ⵜⴰⵣⵏⵎ ⵜⴰⴱⵔⴰⵜ: ⵉ ⵜⴱⵔⴰⵜ.
desk-sent-nothing = ⵓⵔ ⵔⴰⴷ ⴰⵙ ⵢⴰⵔⴰ ⴰⵡⴷ ⵢⴰⵏ.

desk-until = ⴰⵔ { $date }
desk-opinion-awaited = ⵜⴰⵏⵏⴰⵢⵜ ⵏⵜⵜⵇⵇⵍ
desk-opinion-wanted = ⵜⴻⵜⵜⵓⵙⵙⵓⵜⵔ ⵜⵏⵏⴰⵢⵜ ⴳ { $asked }, ⴰⵔ { $until }
desk-question-over = ⵓⵔ ⴷ ⵜⵓⵡⵉⴹ ⵜⵎⵔⴰⵔⵓⵜ ⵏ ⵓⵏⵙⵙⵎⵔⵙ ⴰⵔ ⵜⵉⴳⵉⵔⴰ ⵏ { $date }
desk-ask-by-at-most = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ (ⴰⵔ { $date })
desk-classify-place = ⴰⴷⵖⴰⵔ ⵢⴰⴹⵏ (ⵉⵖ ⵓⵔ ⵢⵓⵔⵉ, ⵓⵔ ⵉⵏⴼⵉⵍ)
desk-file-audience = ⵎⴰ ⵉⵥⵕⵕⴰⵏ ⵉⴼⵓⵢⵍⴰ ⴰ
desk-file-audience-hint = ⵉⵖ ⵓⵔ ⵜⵙⵜⵉⵎ, ⵉⵎⵙⵖⴰⵏⵏ ⵖⴰⵙ.
desk-take-back-which = ⵎⴰⵏ ⵜⵓⴳⵉⵍⵜ
desk-take-back-reason = ⵜⴰⵎⵏⵜⵉⵍⵜ (ⵔⴰⴷ ⵜⵜ ⵉⵖⵔ ⵓⵏⵙⵙⵎⵔⵙ). ⵓⵔ ⵙⵓⵍ ⴰⵙ ⵜⵜⴱⴰⵢⵏ ⵜⵓⴳⵉⵍⵜ
desk-reopened-title = ⵉⵕⵥⵎ ⴷⴰⵖ: ⵜⴰⵎⵏⵜⵉⵍⵜ ⴷ ⵜⵎⵔⴰⵔⵓⵜ ⵜⴰⵇⴱⵓⵕⵜ

## One’s own account

me-title = ⴰⵎⵉⴹⴰⵏ ⵉⵏⵓ
me-about = ⵉⵙⵎ ⴷ ⵜⵓⵜⵍⴰⵢⵜ
me-attempts = ⵜⵉⴳⵓⵔⵉⵡⵉⵏ ⵏ ⵓⵣⵔⴰⵢ ⵉⵥⴳⵍⵏ ⴳ ⵓⵎⵉⴹⴰⵏ ⵏⵏⵓⵏ: { $count }, ⵜⴰⵎⴳⴳⴰⵔⵓⵜ: { $moment }. ⵓⵔ ⴷ ⵉⴽⵛⵎ ⵓⵍⴰ ⵢⴰⵏ.
me-notices-title = ⵜⵉⵏⵖⵎⵉⵙⵉⵏ
me-notices-lead = ⵙⵜⵉⵢⴰⵜ ⵎⴰⴷ ⵔⴰⴷ ⵜⴰⵎⵥⵎ ⴳ ⵉⵎⴰⵢⵍ, ⴷ ⵎⵍⵎⵉ.
me-notices-save = ⵃⴹⵓ
me-password-present = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵏ ⵖⵉⵍⴰⴷ
me-password-new = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵎⴰⵢⵏⵓⵜ
me-password-again = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵜⴰⵎⴰⵢⵏⵓⵜ ⴷⴰⵖ
me-password-change = ⵙⵏⴼⵍ ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ
me-password-ends = ⵉⵖ ⵜⵏⴼⵍ, ⵔⴰⴷ ⵔⴳⵍⵏⵜ ⵜⵖⵉⵎⵉⵜⵉⵏ ⵢⴰⴹⵏ.
me-factor-on = ⵉⵍⵍⴰ ⵢⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2.
me-factor-off = ⵓⵔ ⵉⵍⵍⵉ ⵢⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2.
me-factor-required = ⵉⵇⵇⴰⵏ ⴰⴷ ⵉⵍⵉ: ⵉⵜⵜⵏⴼⴰⵍ ⵓⵔ ⴷ ⵉⵜⵜⵓⴽⴽⵙ.
me-factor-replace = ⵙⵏⴼⵍ ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
me-factor-remove = ⴽⴽⵙ ⵉⵏⵉⴳⵍ ⵡⵉⵙⵙ 2
me-factor-remove-lead = ⵜⴰⴳⵓⵔⵉ ⵏ ⵓⵣⵔⴰⵢ ⵖⴰⵙ ⴰⵢⴰ ⵔⴰⴷ ⵜⵇⵇⵏ. ⵉⵏⵉⴳⵍⵏ ⵏ ⵓⵔⵔⴰ ⵓⵔ ⵔⴰⴷ ⵙⵡⵓⵔⵉⵏ.
me-codes-left = ⵉⵏⵉⴳⵍⵏ ⵏ ⵓⵔⵔⴰ ⵉⵇⵇⵉⵎⵏ: { $count }
me-codes-renew = ⵉⵏⵉⴳⵍⵏ ⵉⵎⴰⵢⵏⵓⵜⵏ ⵏ ⵓⵔⵔⴰ
me-codes-renew-lead = ⵉⵇⴱⵓⵕⵏ ⵓⵔ ⵔⴰⴷ ⵙⵡⵓⵔⵉⵏ. ⵉⵎⴰⵢⵏⵓⵜⵏ ⴱⴰⵏⵏ ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ.
me-sessions-title = ⵜⵉⵖⵉⵎⵉⵜⵉⵏ ⵏⵏⵓⵏ
me-session-this = ⵜⴰⵖⵉⵎⵉⵜ ⴰ
me-session-unknown = ⴰⵍⵍⴰⵍ ⵓⵔ ⵉⵜⵜⵓⵙⵙⵏ
me-session-used = ⴰⵙⵎⵔⵙ ⴰⵎⴳⴳⴰⵔⵓ: { $when }
me-session-begun = ⴰⴽⵛⴰⵎ: { $when }
me-session-end = ⵔⴳⵍ
me-sessions-end-others = ⵔⴳⵍ ⵜⵉⵢⴰⴹⵏⵉⵏ ⴰⴽⴽⵯ
## What one is told, and how

notice-topic-danger = ⵉⵍⵍⴰ ⴽⵔⴰ ⴳ ⵜⵎⵉⵣⵉ (ⴰⵙⴷⴰⵡ ⵉⵣⵔⴱⵏ)
notice-topic-report = ⵢⵓⵡⴹ ⴷ ⵓⵙⵉⵡⴹ ⵅⴼ ⵓⴳⵓⴼⵙⵓ
notice-topic-arrival = ⵢⵓⵡⴹ ⴷ ⵓⵙⴷⴰⵡ
notice-topic-assignment = ⵉⵜⵜⵓⴼⴽⴰ ⴰⵡⵏ ⵓⵙⴷⴰⵡ
notice-topic-opinion = ⵜⴰⵏⵏⴰⵢⵜ
notice-topic-reply = ⵜⵓⵣⵉⵏⵜ ⵏ ⴱⴰⴱ ⵏ ⵓⵙⴷⴰⵡ
notice-topic-reopening = ⵉⵕⵥⵎ ⴷⴰⵖ ⵓⵙⴷⴰⵡ
notice-topic-arbitration = ⵜⵉⵏⴼⵔⵉⵜ
notice-topic-due-date = ⵉⵇⵔⴱ ⵓⵣⵎⵣ ⵏⵖ ⵉⵣⵔⵉ
notice-choice-at-once = ⵖⵉⵍⴰⴷ
notice-choice-daily = ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ ⴳ ⵡⴰⵙⵙ
notice-choice-never = ⵓⵔⵊⵓ
desk-opinion-was-given = ⵜⴻⵜⵜⵓⴼⴽⴰ ⵜⵏⵏⴰⵢⵜ ⵏⵏⵓⵏ ⵅⴼ ⵓⵙⴷⴰⵡ { $reference }: «{ $words }»
desk-handed-on = ⵖⵉⵍⴰⴷ ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ { $reference } ⵖⵓⵔ { $name }.
desk-no-such-case-title = ⵓⵔ ⵖⵓⵔⵓⵏ ⵉⵍⵍⵉ ⵓⵙⴷⴰⵡ ⴰ
desk-no-such-case-text = ⵉⵣⵎⵔ ⴰⴷ ⵉⵍⵉ ⵖⵓⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ, ⵏⵖ ⵓⵔ ⵉⵙⵎⵉⴷ ⵡⵓⵟⵟⵓⵏ ⵏⵏⵙ.
