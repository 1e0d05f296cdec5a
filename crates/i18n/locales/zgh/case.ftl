### The words of a case: kinds, states, outcomes, channels, timeline, who filed, and time limits in words.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Kinds

case-kind-complaint = ⵜⴰⵏⵔⵉⵣⵜ
case-kind-remark = ⵜⵉⵏⵥⵉ
case-kind-proposal = ⵜⴰⵙⵓⵎⵔⵜ
case-kind-complaint-yours = ⵜⴰⵏⵔⵉⵣⵜ ⵏⵏⵓⵏ
case-kind-remark-yours = ⵜⵉⵏⵥⵉ ⵏⵏⵓⵏ
case-kind-proposal-yours = ⵜⴰⵙⵓⵎⵔⵜ ⵏⵏⵓⵏ
case-kind-complaint-received = ⵏⵓⵎⵥ ⵜⴰⵏⵔⵉⵣⵜ ⵏⵏⵓⵏ
case-kind-remark-received = ⵏⵓⵎⵥ ⵜⵉⵏⵥⵉ ⵏⵏⵓⵏ
case-kind-proposal-received = ⵏⵓⵎⵥ ⵜⴰⵙⵓⵎⵔⵜ ⵏⵏⵓⵏ
case-kind-complaint-hint = ⵉⵍⵍⴰ ⵓⵎⴰⵍⴰⴷ, ⵏⵖ ⵓⵔ ⵜⴷⴷⴳⵉⵎ ⵙ ⴽⵔⴰ ⵏ ⵜⵏⴰⴼⵓⵜ.
case-kind-remark-hint = ⵜⴰⵏⵏⴰⵢⵜ ⵏⵏⵓⵏ ⵅⴼ ⴽⵔⴰ ⵏ ⵜⵏⴰⴼⵓⵜ.
case-kind-proposal-hint = ⵜⴰⵡⵏⴳⵉⵎⵜ ⵃⵎⴰ ⴰⴷ ⵜⵖⵓⴷⵓ ⵜⵏⴰⴼⵓⵜ.

## States, as the filer reads them (masculine: said of the case)

case-state-filed = ⵉⵜⵜⵓⵙⵔⵙ
case-state-admissible = ⵉⵣⵔⵉ
case-state-assigned = ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ
case-state-in-progress = ⴳ ⵜⵡⵓⵔⵉ
case-state-waiting = ⴰⴳⴰⵏⵉ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ
case-state-arbitration = ⵜⵉⵏⴼⵔⵉⵜ
case-state-answered = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ
case-state-closed = ⵉⵔⴳⵍ
case-state-reopened = ⵉⵕⵥⵎ ⴷⴰⵖ
case-state-withdrawn = ⵉⵜⵜⵓⵙⵔ

## What each state means, in a sentence

case-state-filed-means = ⵜⵓⵎⵥ ⵜ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵔⴰⴷ ⵜ ⵜⵖⵔ.
case-state-admissible-means = ⵔⴰⴷ ⵜ ⵜⴼⴽ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵉ ⵓⵎⵙⵖⴰⵏ. ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⵎⵔⴰⵔⵓⵜ.
case-state-assigned-means = ⵉⵍⵍⴰ ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ.
case-state-in-progress-means = ⴰⵎⵙⵖⴰⵏ ⵉⵙⵡⵓⵔⵉ ⴳ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ.
case-state-waiting-means = ⵜⵙⵇⵙⴰ ⴽⵯⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵔⴰⵔⴰⵜ ⴼⵍⵍⴰⵙ.
case-state-arbitration-means = ⵓⵔ ⵜⵇⴱⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⵙⴷⴰⵡ ⴰ. ⵔⴰⴷ ⵜⴻⵜⵜⵓⵙⵜⵉ ⵜⵉⵏⵏⴰ ⵔⴰⴷ ⵜⵔⴰⵔ (السلطة المكلفة بإصلاح الإدارة).
case-state-answered-means = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵖⵔⴰⵜ ⵜⵜ, ⵜⵉⵏⵉⵎ ⴰⵏⵖ ⵉⵙ ⵜⴼⵔⴰ ⵜⵎⵓⴽⵔⵉⵙⵜ ⵏⵏⵓⵏ.
case-state-closed-means = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜ ⵜⵖⵔⵎ.

## States, as the desk reads them

case-desk-state-filed = ⵉ ⵓⵣⵣⵔⴰⵢ
case-desk-state-admissible = ⵉⵣⵔⵉ
case-desk-state-assigned = ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ
case-desk-state-in-progress = ⴳ ⵜⵡⵓⵔⵉ
case-desk-state-waiting = ⴰⴳⴰⵏⵉ ⵏ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-state-arbitration = ⵜⵉⵏⴼⵔⵉⵜ
case-desk-state-answered = ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ
case-desk-state-closed = ⵉⵔⴳⵍ

## Outcomes

case-outcome-granted = ⵜⴻⵜⵜⵓⴼⴽⴰ ⵜⵓⵜⵔⴰ
case-outcome-partly-granted = ⵜⴻⵜⵜⵓⴼⴽⴰ ⴽⵔⴰ ⴳⵉⵙ
case-outcome-refused = ⵜⵓⴳⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-outcome-inadmissible = ⵓⵔ ⵉⵣⵔⵉ
case-outcome-redirected = ⵉⵜⵜⵓⵙⵙⵉⵡⴹ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ
case-outcome-noted = ⵏⵣⵎⵎⴻⵎ ⵜⵜ
case-outcome-unstated = ⵓⵔ ⵉⵜⵜⵓⵣⵎⵎⴻⵎ
case-outcome-granted-means = ⵜⵇⴱⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⵓⵜⵔⴰ ⵏⵏⵓⵏ.
case-outcome-partly-granted-means = ⵜⵇⴱⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴽⵔⴰ ⵖⴰⵙ. ⵖⵔⴰⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ.
case-outcome-refused-means = ⵜⵓⴳⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⵓⵜⵔⴰ ⵏⵏⵓⵏ. ⵖⵔⴰⵜ ⵜⴰⵎⵏⵜⵉⵍⵜ ⴳ ⵜⵎⵔⴰⵔⵓⵜ.
case-outcome-inadmissible-means = ⵓⵔ ⵉⵣⵔⵉ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵖⵔⴰⵜ ⵜⴰⵎⵏⵜⵉⵍⵜ ⴳ ⵜⵎⵔⴰⵔⵓⵜ.
case-outcome-redirected-means = ⵓⵔ ⵉⵍⵍⵉ ⵓⵢⴰ ⴳ ⵓⵡⵡⵓⵔ. ⵖⵔⴰⵜ ⴳ ⵜⵎⵔⴰⵔⵓⵜ ⵎⴰⵏⵉ ⵖⵔ ⵔⴰⴷ ⵜⴷⴷⵓⵎ.
answer-competent-body = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴷⴷⵓⵎ ⵖⵔ: { $name }
case-outcome-noted-means = ⵜⵣⵎⵎⴻⵎ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵎⴰⴷ ⵜⵓⵔⴰⵎ. ⵖⵔⴰⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ.
case-outcome-unstated-means = ⵓⵔ ⵉⵣⵎⵎⴻⵎ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ ⵎⴰⴷ ⵉⵜⵜⵓⵙⵜⵉⵏ. ⵖⵔⴰⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ.

## Ways of filing

case-channel-web = ⵙⴳ ⵓⵡⵡⵓⵔ
case-channel-mobile = ⵙⴳ ⵜⵉⵍⵉⴼⵓⵏ
case-channel-phone = ⵙⴳ ⵓⵟⵟⵓⵏ 3737
case-channel-counter = ⴳ ⵓⵙⴽⵙⵍ
case-channel-letter = ⵙ ⵜⴱⵔⴰⵜ
case-channel-email = ⵙ ⵉⵎⴰⵢⵍ
case-channel-sms = ⵙ SMS
case-channel-api = ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⵢⴰⴹⵏ
case-channel-import = ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
case-subject-from-register = ⵓⵙⴰⵏ ⴷ ⵉⵙⴷⴰⵡⵏ ⵏ ⵉⵎⵔⵙⵉ ⴰ ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ.

## Who filed

case-category-person = ⴰⵎⴷⴰⵏ
case-category-company = ⵜⴰⵎⵙⵙⵓⵔⵜ
case-category-association = ⵜⴰⵎⵙⵎⵓⵏⵜ
case-category-cooperative = ⵜⴰⵎⵢⴰⵡⴰⵙⵜ
case-category-anonymous = ⵡⴰⵔⵉⵙⵎ
case-category-other = ⵡⴰⵢⴰⴹ
case-category-unknown = ⵓⵔ ⵉⵜⵜⵓⵙⵙⴰⵏ
identity-cin = ⵜⴰⴽⴰⵕⴹⴰ ⵏ ⵜⵎⴰⴳⵉⵜ
identity-residence-title = ⵜⴰⵏⵜⴰⵎⵜ ⵏ ⵜⵣⴷⵖⵜ
identity-passport = ⴰⴱⴰⵙⴱⵓⵕ
identity-ice = ICE
identity-registration = ⵓⵟⵟⵓⵏ ⵏ ⵓⵣⵎⵎⴻⵎ

## Timeline, as the filer reads it

case-event-filed = ⵜⵙⵔⵙⵎ ⴰⵙⴷⴰⵡ, ⵜⵓⵎⵥⵎ ⵜⴰⵙⴰⵟⵟⴼⵜ
case-event-filed-elsewhere = ⵜⵙⵔⵙⵎ ⴰⵙⴷⴰⵡ ⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
case-event-filed-at-counter = ⵜⵙⵔⵙⵎ ⴳ ⵓⵙⴽⵙⵍ, ⵙ ⵜⵡⵉⵙⵉ ⵏ ⵢⴰⵏ ⵓⵎⴰⵡⵡⵓⵔ
case-event-filed-by-letter = ⵜⴱⵔⴰⵜ ⵏⵏⵓⵏ ⵜⵜⵓⵣⵎⵎⴻⵎ
case-event-filed-by-phone = ⵜⵙⵔⵙⵎ ⵙ ⵜⵉⵍⵉⴼⵓⵏ, ⵙ ⵜⵡⵉⵙⵉ ⵏ ⵢⴰⵏ ⵓⵎⴰⵡⵡⵓⵔ
case-event-examined = ⵜⵇⴱⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ
case-event-classified = ⵉⵙⵏⴼⵍ ⵓⵎⵙⵖⴰⵏ ⵉⵎⵔⵙⵉ ⵏⵖ ⴰⴷⵖⴰⵔ
case-event-transferred = ⵏⵓⵣⵏ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ
case-event-competence-refused = ⵜⵏⵏⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵓⵔ ⵙ ⵉⵥⵍⵉ ⵓⵙⴷⴰⵡ
case-event-sent-to-arbitration = ⵔⴰⴷ ⵜⴻⵜⵜⵓⵙⵜⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵔⴰⴷ ⵜⵔⴰⵔ
case-event-arbitrated = ⵜⴻⵜⵜⵓⵙⵜⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⴰ ⵔⴰⴷ ⴰⵡⵏ ⵜⵔⴰⵔ
case-event-assigned = ⵉⵍⵍⴰ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵓⵔ ⵓⵎⵙⵖⴰⵏ
case-event-taken-up = ⵜⴱⴷⴰ ⵜⵡⵓⵔⵉ ⴳ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ
case-event-unassigned = ⴰⵔ ⵉⵜⵜⵇⵇⵍ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⴰⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ
case-event-climbed = ⵉⵖⵍⵉ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵓⴼⵍⵍⴰ
case-event-question-asked = ⵜⵙⵇⵙⴰ ⴽⵯⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-event-clock-resumed = ⵉⴷⵡⵍ ⵓⵙⵉⴹⵏ ⵏ ⵡⵓⵙⵙⴰⵏ
case-event-replied = ⵜⵔⵓⵔⴰⵎ ⵅⴼ ⵓⵙⵇⵙⵉ
case-event-replied-by-others = ⵜⵓⵔⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ ⵅⴼ ⵓⵙⵇⵙⵉ
case-event-message-added = ⵜⵔⵏⴰⵎ ⵜⵓⵣⵉⵏⵜ
case-event-file-added = ⵜⵍⵍⴰ ⵜⵓⴳⵉⵍⵜ ⵜⴰⵎⴰⵢⵏⵓⵜ
case-event-file-taken-back = ⵜⴽⴽⵙ ⵜⵎⵀⵍⴰ ⵢⴰⵜ ⵜⵓⴳⵉⵍⵜ ⵓⵔ ⵉⴳⵉⵏ ⵜⵉⵏⵏⵓⵏ
case-event-noted = ⵜⴰⵣⵎⵎⴻⵎⵜ
case-event-opinion-asked = ⵜⵙⵙⵓⵜⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⵏⵏⴰⵢⵜ
case-event-opinion-given = ⵜⵓⵡⴹ ⴷ ⵜⵏⵏⴰⵢⵜ
case-event-extended = ⵏⵔⵏⴰ ⵉ ⵓⵣⵎⵣ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
case-event-answered = ⵜⵔⵓⵔⴰ ⴰⵡⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-event-told-telephoned = ⵜⵙⴰⵡⵍ ⴰⵡⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵙ ⵜⵉⵍⵉⴼⵓⵏ
case-event-told-not-reached = ⵜⵙⴰⵡⵍ ⴰⵡⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵙ ⵜⵉⵍⵉⴼⵓⵏ, ⵓⵔ ⴽⵯⵏ ⵜⵓⴼⵉ
case-event-told-posted = ⵜⵓⵣⵏ ⴰⵡⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⴱⵔⴰⵜ
case-event-contact-proven = ⵜⵙⵙⵉⴷⴻⴷⵎ ⴰⵏⵙⴰ ⵏⵏⵓⵏ
case-event-receipt-lost = ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ, ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵜⵉⵍⵉⴼⵓⵏ ⵏⵏⵓⵏ
case-event-judged = ⵜⵏⵏⴰⵎ ⵎⴰⴷ ⵜⵥⵕⴰⵎ ⴳ ⵜⵎⵔⴰⵔⵓⵜ
case-event-closed = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ
case-event-reopened = ⵜⵕⵥⵎⵎ ⴷⴰⵖ ⴰⵙⴷⴰⵡ. ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ
case-event-linked = ⵉⵣⴷⵉ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⴷ ⵓⵙⴷⴰⵡ ⵢⴰⴹⵏ
case-event-escalated = ⵏⴻⵏⵏⴰ ⵜ ⵉ ⵓⵏⵙⵙⵉⵅⴼ
case-event-reminded = ⵏⵙⵙⴽⵜⵉ ⴷ ⴰⵎⵙⵖⴰⵏ ⵙ ⵓⵣⵎⵣ
case-event-due-changed = ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
case-event-imported = ⵢⵓⵙⴰ ⴷ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ

## Timeline, as the desk reads it

case-desk-event-filed = ⵉⵜⵜⵓⵙⵔⵙ ⵓⵙⴷⴰⵡ
case-desk-event-filed-elsewhere = ⵉⵜⵜⵓⵙⵔⵙ ⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
case-desk-event-filed-at-counter = ⵉⵜⵜⵓⵙⵔⵙ ⴳ ⵓⵙⴽⵙⵍ
case-desk-event-filed-by-letter = ⵉⵜⵜⵓⵙⵔⵙ ⵙ ⵜⴱⵔⴰⵜ
case-desk-event-filed-by-phone = ⵉⵜⵜⵓⵙⵔⵙ ⵙ ⵜⵉⵍⵉⴼⵓⵏ
case-desk-event-examined = ⵉⵣⵔⵉ
case-desk-event-classified = ⵉⵏⴼⵍ ⵉⵎⵔⵙⵉ ⵏⵖ ⴰⴷⵖⴰⵔ
case-desk-event-transferred = ⵉⵜⵜⵓⵙⵙⵉⵡⴹ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ
case-desk-event-competence-refused = ⵜⵓⴳⵉ ⵜ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-desk-event-sent-to-arbitration = ⵉⵜⵜⵓⵣⵏ ⵖⵔ ⵜⵏⴼⵔⵉⵜ
case-desk-event-arbitrated = ⵜⴼⵔⴰ ⵜⵏⴼⵔⵉⵜ
case-desk-event-assigned = ⵉⵜⵜⵓⴼⴽⴰ ⵉ ⵓⵎⵙⵖⴰⵏ
case-desk-event-taken-up = ⵜⴱⴷⴰ ⵜⵡⵓⵔⵉ
case-desk-event-unassigned = ⵉⵜⵜⵓⴽⴽⵙ ⵉ ⵓⵎⵙⵖⴰⵏ
case-desk-event-climbed = ⵉⵖⵍⵉ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵓⴼⵍⵍⴰ
case-desk-event-question-asked = ⴰⵙⵇⵙⵉ ⵉ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-event-clock-resumed = ⵉⴷⵡⵍ ⵓⵙⵉⴹⵏ ⵏ ⵡⵓⵙⵙⴰⵏ
case-desk-event-replied = ⵉⵔⵓⵔⴰ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-event-replied-by-others = ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏ ⵓⵏⵙⵙⵎⵔⵙ, ⵜⵓⵔⴰ ⵜⵜ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-desk-event-message-added = ⵜⵓⵣⵉⵏⵜ ⵙⴳ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-event-file-added = ⵜⵓⴳⵉⵍⵜ ⵜⴰⵎⴰⵢⵏⵓⵜ
case-desk-event-file-taken-back = ⵜⵜⵓⴽⴽⵙ ⵜⵓⴳⵉⵍⵜ: ⵓⵔ ⵙⵓⵍ ⵜⵜ ⵉⵥⵕⵕⴰ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-event-noted = ⵜⴰⵣⵎⵎⴻⵎⵜ
case-desk-event-opinion-asked = ⵜⴻⵜⵜⵓⵙⵙⵓⵜⵔ ⵜⵏⵏⴰⵢⵜ
case-desk-event-opinion-given = ⵜⵓⵡⴹ ⴷ ⵜⵏⵏⴰⵢⵜ
case-desk-event-extended = ⵉⵜⵜⵓⵔⵏⴰ ⵉ ⵓⵣⵎⵣ
case-desk-event-answered = ⵜⴻⵜⵜⵓⵣⵏ ⵜⵎⵔⴰⵔⵓⵜ
case-desk-event-told-telephoned = ⵙ ⵜⵉⵍⵉⴼⵓⵏ
case-desk-event-told-not-reached = ⵙ ⵜⵉⵍⵉⴼⵓⵏ: ⵓⵔ ⵢⵓⴼⵉ
case-desk-event-told-posted = ⵜⴻⵜⵜⵓⵣⵏ ⵜⴱⵔⴰⵜ
case-desk-event-contact-proven = ⵉⵙⴷⴷ ⵡⴰⵏⵙⴰ
case-desk-event-receipt-lost = ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ: ⵙⴰⵡⵍⴰⵜ ⴰⵙ
case-desk-event-judged = ⵜⴰⵏⵏⴰⵢⵜ ⵏ ⵓⵏⵙⵙⵎⵔⵙ
case-desk-event-closed = ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ
case-desk-event-reopened = ⵉⵕⵥⵎ ⴷⴰⵖ
case-desk-event-linked = ⵉⵣⴷⵉ ⴷ ⵓⵙⴷⴰⵡ ⵢⴰⴹⵏ
case-desk-event-escalated = ⵉⵜⵜⵓⵣⵏ ⵖⵔ ⵓⵏⵙⵙⵉⵅⴼ
case-desk-event-reminded = ⴰⵙⴽⵜⵉ ⵙ ⵓⵣⵎⵣ
case-desk-event-due-changed = ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ
case-desk-event-imported = ⵢⵓⵙⴰ ⴷ ⵙⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ

## Who acted

case-actor-filer = ⴽⵏⵏⵉⵎ
case-actor-desk-filer = ⴰⵏⵙⵙⵎⵔⵙ
case-actor-system = ⴰⵡⵡⵓⵔ
case-actor-register = ⴰⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
news-by-email = ⵔⴰⴷ ⴰⵡⵏ ⵏⴰⵣⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜ ⵙ ⵉⵎⴰⵢⵍ.
news-by-sms = ⵔⴰⴷ ⴰⵡⵏ ⵏⴰⵣⵏ ⵉⵏⵖⵎⵉⵙⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜ ⵙ SMS.
news-by-phone = ⵔⴰⴷ ⴰⵡⵏ ⵜⵙⴰⵡⵍ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵙ ⵜⵉⵍⵉⴼⵓⵏ.
news-by-letter = ⵔⴰⴷ ⴰⵡⵏ ⵜⴰⵣⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵙ ⵜⴱⵔⴰⵜ.
news-by-nothing = ⵓⵔ ⵔⴰⴷ ⴰⵡⵏ ⵢⴰⵔⴰ ⴰⵡⴷ ⵢⴰⵏ. ⴰⵖⵓⵍⴰⵜ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ.

## What the filer says of the answer, and what closes a case

case-resolved-question = ⵉⵙ ⵜⴼⵔⴰ ⵜⵎⵓⴽⵔⵉⵙⵜ ⵏⵏⵓⵏ?
case-resolved-yes = ⵢⴰⵀ
case-resolved-partly = ⴽⵔⴰ ⵖⴰⵙ
case-resolved-no = ⵓⵀⵓ
case-treatment-question = ⵉⵙ ⵜⴷⴷⴳⴰⵎ ⵙ ⵎⴰⴷ ⵏⵙⴽⵔ?
case-treatment-hint = ⴰⵙⵇⵙⵉ ⵢⴰⴹⵏ: ⵉⴳ ⵓⵔ ⵜⴼⵔⵉ ⵜⵎⵓⴽⵔⵉⵙⵜ, ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴷⴷⴳⴰⵎ ⵙ ⵎⴰⴷ ⵏⵙⴽⵔ.
case-treatment-fair = ⵢⴰⵀ
case-treatment-unfair = ⵓⵀⵓ
case-closing-filer-confirmed = ⵜⵙⵙⵉⴷⴻⴷⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ
case-closing-time-passed = ⵉⵣⵔⵉ ⵓⵣⵎⵣ
case-closing-withdrawn = ⵜⵙⵔⵎ ⴰⵙⴷⴰⵡ
case-closing-recorded = ⵉⵔⴳⵍ ⴳ ⵓⵏⴳⵔⴰⵡ ⴰⵇⴱⵓⵕ
case-relation-duplicate = ⵜⴰⵏⵔⵉⵣⵜ ⵢⵓⵍⵙⵏ
case-relation-parent = ⴰⴳⵣⵣⵓⵎ ⵙⴳ ⵓⵙⴷⴰⵡ ⵢⴰⴹⵏ
case-relation-systemic = ⵜⴰⵎⵓⴽⵔⵉⵙⵜ ⵉⵜⵜⴰⵍⵙⵏ
case-escalation-unit-head = ⴰⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵣⵓⵏⵉ
case-escalation-administration-head = ⴰⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
case-escalation-body-above = ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⵏ ⵓⴼⵍⵍⴰ
case-escalation-reform-authority = السلطة المكلفة بإصلاح الإدارة
case-climb-answered-by-all = ⵔⵓⵔⵏ ⴰⴽⴽⵯ ⵅⴼⵙ
case-climb-nobody-left = ⵓⵔ ⵉⵇⵇⵉⵎ ⴰⵡⴷ ⵢⴰⵏ
case-audience-filer = ⵉⵥⵕⵕⴰ ⵜ ⵓⵏⵙⵙⵎⵔⵙ
case-audience-colleagues = ⵉ ⵉⵎⵙⵖⴰⵏⵏ ⵖⴰⵙ

## What the desk can do (buttons)

case-verb-examine = ⵇⴱⵍ
case-verb-classify = ⵙⵏⴼⵍ ⵉⵎⵔⵙⵉ
case-verb-transfer = ⵙⵙⵉⵡⴹ
case-verb-refuse-competence = ⴰⴳⵢ
case-verb-arbitrate = ⴼⵔⵓ
case-verb-assign = ⴼⴽ ⵉ ⵓⵎⵙⵖⴰⵏ
case-verb-take-up = ⴱⴷⵓ
case-verb-unassign = ⴽⴽⵙ ⵜ ⵉ ⵓⵎⵙⵖⴰⵏ
case-verb-climb = ⴰⵣⵏ ⵖⵔ ⵓⴼⵍⵍⴰ
case-verb-ask = ⵙⵇⵙⴰ
case-verb-reply = ⴰⵔⴰ ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏ ⵓⵏⵙⵙⵎⵔⵙ
case-verb-add-message = ⵔⵏⵓ ⵜⵓⵣⵉⵏⵜ
case-verb-add-file = ⵔⵏⵓ ⴰⴼⴰⵢⵍⵓ
case-verb-note = ⵣⵎⵎⴻⵎ
case-verb-consult = ⵙⵙⵓⵜⵔ ⵜⴰⵏⵏⴰⵢⵜ
case-verb-give-opinion = ⴼⴽ ⵜⴰⵏⵏⴰⵢⵜ
case-verb-extend = ⵔⵏⵓ ⵉ ⵓⵣⵎⵣ
case-verb-take-back-file = ⴽⴽⵙ ⵜⵓⴳⵉⵍⵜ
case-verb-answer = ⵔⴰⵔ
case-verb-tell = ⵣⵎⵎⴻⵎ ⵎⴰⴷ ⵉⵊⵕⴰⵏ
case-verb-prove-contact = ⵙⵙⵉⴷⴻⴷ ⴰⵏⵙⴰ
case-verb-report-lost = ⵉⵏⵉ ⵉⵙ ⵜⵊⵍⴰ ⵜⵙⴰⵟⵟⴼⵜ
case-verb-judge = ⵉⵏⵉ ⵜⴰⵏⵏⴰⵢⵜ
case-verb-confirm = ⵙⵙⵉⴷⴻⴷ
case-verb-close-by-time = ⵔⴳⵍ
case-verb-withdraw = ⵙⵔ ⴰⵙⴷⴰⵡ
case-verb-reopen = ⵕⵥⵎ ⴷⴰⵖ
case-verb-escalate = ⴰⵣⵏ ⵖⵔ ⵓⵏⵙⵙⵉⵅⴼ
case-verb-remind = ⵙⵙⴽⵜⵉ
case-verb-recompute = ⵙⵙⵉⴹⵏ ⴷⴰⵖ

## Who works at the desk

role-officer = ⴰⵎⵙⵜⴳⴳⴰⵔ ⵅⴼ ⵓⵙⴷⴰⵡ
role-unit-head = ⴰⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵣⵓⵏⵉ
role-administration-head = ⴰⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
role-registry = ⴰⵎⵙⵖⴰⵏ ⵏ ⵓⵙⵏⵓⴱⴳ
role-reform-authority = السلطة المكلفة بإصلاح الإدارة
role-head-of-government = ⵜⴰⵙⵉⵔⴰ ⵏ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵏⴱⴰⴹⵜ
role-auditor = ⴰⵏⵎⴰⵜⴰⵔ
role-administrator = ⴰⵎⵙⵙⵓⴳⵓⵔ
role-call-agent = ⴰⵎⵙⵖⴰⵏ ⵏ 3737
role-call-supervisor = ⴰⵏⵙⵙⵉⵅⴼ ⵏ 3737
