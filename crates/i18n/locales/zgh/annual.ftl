### Annual reports and their way, on the screen.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
annual-nav = ⵜⵉⵏⴰⴹⵉⵏ ⵜⵉⵙⴳⵯⵙⴰⵏⵉⵏ
annual-lead = ⴽⵓ ⵜⴰⵎⵙⵙⵓⴳⵓⵔⵜ ⴰⵔ ⵜⵜⴰⵔⴰ ⵅⴼ ⵓⵙⴳⴳⵯⴰⵙ ⵏⵏⵙ, ⵙ ⵜⴰⵄⵔⴰⴱⵜ ⴷ ⵜⴼⵔⴰⵏⵙⵉⵙⵜ, ⵉ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵏⴱⴰⴹⵜ.
annual-report = ⵜⴰⵏⴰⴹⵜ
annual-since = ⵙⴳ
annual-due = ⵓⵔ ⵜⴰ ⵜⴱⴷⵉ ⵜⵏⴰⴹⵜ ⵏ { $year }
annual-begin = ⴱⴷⵓ ⵜⴰⵏⴰⴹⵜ ⵏ { $year }
annual-none = ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⴽⵔⴰ ⵏ ⵜⵏⴰⴹⵜ.
annual-earlier = ⵉⵙⴳⴳⵯⴰⵙⵏ ⵉⵣⵔⵉⵏ ⴱⵍⴰ ⵜⴰⵏⴰⴹⵜ
annual-begin-earlier = ⴱⴷⵓ ⵜⴰⵏⴰⴹⵜ

## Stages

annual-stage-not-begun = ⵓⵔ ⵜⴰ ⵜⴱⴷⵉ
annual-stage-draft = ⴰⵔ ⵜⴻⵜⵜⵓⵢⴰⵔⴰ
annual-stage-returned = ⵜⵓⵔⵔⵉ ⴰⴷ ⵜⴽⵎⵍ
annual-stage-approved = ⵎⵙⴰⵙⴰⵏ ⴼⵍⵍⴰⵙ
annual-stage-transmitted = ⵖⵔ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵏⴱⴰⴹⵜ
annual-stage-forwarded = لدى السلطة المكلفة بإصلاح الإدارة
annual-stage-accepted = ⵜⵜⵓⵇⴱⵍ
annual-stage-published = ⵜⵜⵓⴼⵙⵔ

## What is done

annual-verb-write = ⴰⵔⴰ
annual-verb-freeze = ⴰⵎⵥ ⵓⵟⵟⵓⵏⵏ
annual-verb-approve = ⵎⵙⴰⵙⴰ ⴼⵍⵍⴰⵙ
annual-verb-take-back = ⴰⵔⴰ ⴷⴰⵖ
annual-verb-transmit = ⴰⵣⵏ ⵖⵔ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵏⴱⴰⴹⵜ
annual-verb-forward = ⵙⵙⵉⵡⴹ ⵖⵔ السلطة المكلفة بإصلاح الإدارة
annual-verb-return = ⵔⴰⵔ ⴰⴷ ⵜⴽⵎⵍ
annual-verb-accept = ⵇⴱⵍ ⵜⴰⵏⴰⴹⵜ
annual-verb-publish = ⴼⵙⵔ
annual-freeze-again = ⴰⵎⵥ ⴷⴰⵖ ⵓⵟⵟⵓⵏⵏ
annual-means-report-approve = ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⵏⴼⵍⵏ ⵉⴹⵕⵉⵚⵏ ⴷ ⵡⵓⵟⵟⵓⵏⵏ. ⴹⴰⵕⵜ ⵓⵢⴰ ⵉⵍⵍⴰ ⵡⴰⵣⵣⴰⵏ.
annual-means-report-take-back = ⵔⴰⴷ ⵜⵓⵔⵔⵉ ⵜⵏⴰⴹⵜ ⵖⵔ ⵜⵉⵔⵔⴰ.
annual-means-report-transmit = ⵔⴰⴷ ⵜⵜⵓⵙⵙⵉⴳⴳⵣ ⵜⵏⴰⴹⵜ ⵙ ⵜⴰⵄⵔⴰⴱⵜ ⴷ ⵜⴼⵔⴰⵏⵙⵉⵙⵜ. ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⵜⵏⴼⵍ.
annual-means-report-forward = ⵔⴰⴷ ⵜⴰⵎⵥ ⵜⵏⴰⴹⵜ السلطة المكلفة بإصلاح الإدارة.
annual-means-report-return = ⵔⴰⴷ ⵜⵓⵔⵔⵉ ⵜⵏⴰⴹⵜ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵏⵏⵙ ⵙ ⵜⵎⵏⵜⵉⵍⵉⵏ ⵏⵏⵓⵏ.
annual-means-report-accept = ⵜⴽⵎⵍ ⵜⵏⴰⴹⵜ. ⴹⴰⵕⵜ ⵓⵢⴰ ⵏⵣⵎⵔ ⴰⴷ ⵜⵜ ⵏⴼⵙⵔ.
annual-means-report-publish = ⵔⴰⴷ ⵖⵔⵏ ⵎⴷⴷⵏ ⴰⴽⴽⵯ ⵜⴰⵏⴰⴹⵜ. ⵏⵜⵍⵏ ⴳⵉⵙ ⵡⵓⵟⵟⵓⵏⵏ ⵎⵥⵥⵉⵢⵏⵉⵏ.
annual-means-synthesis-transmit = ⵔⴰⴷ ⵜⵜⵓⵙⵙⵉⴳⴳⵣ ⵜⴳⴹⵡⵉⵜ ⵙ ⵜⴰⵄⵔⴰⴱⵜ ⴷ ⵜⴼⵔⴰⵏⵙⵉⵙⵜ. ⵓⵔ ⵙⵓⵍ ⵔⴰⴷ ⵜⵏⴼⵍ.
annual-means-synthesis-return = ⵔⴰⴷ ⵜⵓⵔⵔⵉ ⵜⴳⴹⵡⵉⵜ ⵙ ⵜⵎⵏⵜⵉⵍⵉⵏ ⵏⵏⵓⵏ.
annual-means-synthesis-approve = ⵎⵙⴰⵙⴰⵏ ⵅⴼ ⵜⴳⴹⵡⵉⵜ. ⴹⴰⵕⵜ ⵓⵢⴰ ⵏⵣⵎⵔ ⴰⴷ ⵜⵜ ⵏⴼⵙⵔ.
annual-means-synthesis-publish = ⵔⴰⴷ ⵖⵔⵏ ⵎⴷⴷⵏ ⴰⴽⴽⵯ ⵜⴰⴳⴹⵡⵉⵜ. ⵏⵜⵍⵏ ⴳⵉⵙ ⵡⵓⵟⵟⵓⵏⵏ ⵎⵥⵥⵉⵢⵏⵉⵏ.
annual-sure = ⵙⵙⵉⴷⴷⵖ ⴰⵢⴰ
annual-reasons = ⵎⴰⴷ ⵉⵅⵚⵚⴰⵏ, ⴷ ⵜⵎⵏⵜⵉⵍⵜ
annual-reasons-unaccepted = ⵓⵔ ⵜⵜⵓⵇⴱⵍ ⴽⵔⴰ ⵏ ⵜⵏⴰⴹⵜ. ⵎⴰⵅ ⵔⴰⴷ ⵜⴻⵜⵜⵓⴼⵙⵔ ⵜⴳⴹⵡⵉⵜ?

## The page of a report

annual-acts-title = ⵎⴰⴷ ⵉⵣⵎⵔⵏ ⴰⴷ ⵉⵜⵜⵓⵙⴽⵔ
annual-returned-title = ⵜⵉⵎⵏⵜⵉⵍⵉⵏ ⵏ ⵡⴰⵔⵔⴰ
annual-not-sent = ⵔⴰⴷ ⵜⵜⵓⵖⵔⵉⵏ ⵉⴹⵕⵉⵚⵏ ⴷ ⵡⵓⵟⵟⵓⵏⵏ ⵉⵖ ⵜⴻⵜⵜⵓⵣⵏ ⵜⵏⴰⴹⵜ.
annual-figures-title = ⵓⵟⵟⵓⵏⵏ
annual-figures-none = ⵓⵔ ⵜⴰ ⵜⵜⵓⵎⵥⵏ ⵡⵓⵟⵟⵓⵏⵏ. ⴱⵍⴰ ⵏⵜⵏⵉ ⵓⵔ ⵔⴰⴷ ⵜⴻⵜⵜⵓⵣⵏ ⵜⵏⴰⴹⵜ.
annual-figure-none = –
annual-year-before = { $year }: { $value }
annual-texts-title = ⵉⴹⵕⵉⵚⵏ
annual-empty = ⵓⵔ ⵜⴰ ⵉⵜⵜⵢⴰⵔⴰ ⴽⵔⴰ.
annual-by = { $name }, { $when }
annual-documents-title = ⵜⵉⵏⵜⴰⵎⵉⵏ
annual-documents-draft = ⴰⵎⵎ ⵜⵍⵍⴰ ⵖⵉⵍⴰⴷ
annual-documents-preview = ⴰⵎⵎ ⵔⴰⴷ ⵜⵜ ⵖⵔⵏ ⵎⴷⴷⵏ ⴰⴽⴽⵯ
annual-documents-sent = ⵜⵉⵏⵜⴰⵎⵉⵏ ⵉⵜⵜⵓⵣⵏⵏ
annual-documents-published = ⵜⵉⵏⵜⴰⵎⵉⵏ ⵉⵜⵜⵓⴼⵙⵔⵏ
annual-digest = SHA-256:
annual-steps-title = ⵎⴰⵏⵉ ⵜⵍⵍⴰ ⵜⵏⴰⴹⵜ
annual-record-title = ⴰⵍⵓⴳ ⵏ ⵜⵏⴰⴹⵜ
annual-record-hint = ⴽⵓ ⵜⴰⵙⵓⵔⵉⴼⵜ ⵜⵜⵓⵣⵎⵎⴻⵎ.
annual-version = ⵜⵓⵏⵖⵉⵍⵜ { $number }
annual-position = ⴰⵎⵙⴰⵔ { $position }

## Sections

annual-section-unit = ⵜⴰⵣⵓⵏⵉ ⵏ ⵜⵏⵔⵉⵣⵉⵏ
annual-section-overview = ⵎⴰⴷ ⴷ ⵢⵓⵛⴽⴰⵏ ⴷ ⵜⵎⵔⴰⵔⵓⵜⵉⵏ
annual-section-causes = ⵜⵉⵎⵏⵜⵉⵍⵉⵏ, ⴷ ⵎⴰⴷ ⵉⵜⵜⵓⵙⴽⵔⵏ
annual-section-quality = ⴰⵎⴳⴳⴰⵔⵓ ⴷ ⵉⵣⵎⵣⵏ ⴷ ⵜⴰⵏⵏⴰⵢⵉⵏ
annual-section-recommendations = ⵜⵉⵙⵓⵎⵔⵉⵏ

## The record

annual-fact-begun = ⴰⴱⴰⴷⵓ
annual-fact-written = ⵜⵉⵔⵔⴰ
annual-fact-frozen = ⵜⵜⵓⵎⵥⵏ ⵡⵓⵟⵟⵓⵏⵏ
annual-fact-approved = ⵎⵙⴰⵙⴰⵏ ⴼⵍⵍⴰⵙ
annual-fact-taken-back = ⵜⵓⵔⵔⵉ ⵖⵔ ⵜⵉⵔⵔⴰ
annual-fact-transmitted = ⵜⴻⵜⵜⵓⵣⵏ ⵖⵔ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵏⴱⴰⴹⵜ
annual-fact-forwarded = ⵜⴻⵜⵜⵓⵣⵏ ⵖⵔ السلطة المكلفة بإصلاح الإدارة
annual-fact-returned = ⵜⵓⵔⵔⵉ ⴰⴷ ⵜⴽⵎⵍ
annual-fact-accepted = ⵜⵜⵓⵇⴱⵍ
annual-fact-published = ⵜⵜⵓⴼⵙⵔ
annual-fact-reminded = ⴰⵙⵎⴽⵜⵉ

## The editor

annual-text = ⴰⴹⵕⵉⵚ
annual-meanwhile = ⵢⵓⵔⴰ ⵢⴰⵏ ⴳ ⵓⴼⵓⵍ ⴰ. ⴰⴹⵕⵉⵚ ⵏⵏⵓⵏ ⵉⵍⵍⴰ ⴳ ⵉⴳⵔ; ⵡⴰⵢⴰⴹ ⵉⵍⵍⴰ ⴷⴷⴰⵡⴰⵙ.
annual-not-written = ⵓⵔ ⵙⵓⵍ ⴰⵔ ⵜⴻⵜⵜⵓⵢⴰⵔⴰ ⵜⵏⴰⴹⵜ ⴰ. ⵓⵔ ⵏⵃⴹⵉ ⴽⵔⴰ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵏⵖⵍⵎ ⴰⴹⵕⵉⵚ ⵏⵏⵓⵏ ⵙⴳ ⴷⴰ.
annual-stale = ⵉⵙⵏⴼⵍ ⵢⴰⵏ ⵜⴰⵏⴰⴹⵜ ⴰ. ⵀⴰⵏ ⵎⴰⵎⴽ ⵜⵍⵍⴰ ⵖⵉⵍⴰⴷ; ⵓⵔ ⵉⵜⵜⵓⵙⴽⵉⵔ ⵎⴰⴷ ⵜⵔⵎ.

## The wall

annual-wall-title = ⵎⴰ ⵢⵓⵣⵏⵏ ⵜⴰⵏⴰⴹⵜ ⵏ { $year }
annual-wall-delivered = ⵜⵉⵏⴰⴹⵉⵏ ⵉⵜⵜⵓⵣⵏⵏ: { $sent } ⵙⴳ { $all }
annual-year = ⴰⵙⴳⴳⵯⴰⵙ
annual-kind = ⴰⵏⴰⵡ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
annual-name = ⵉⵙⵎ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
annual-synthesis = ⵜⴰⴳⴹⵡⵉⵜ ⵜⴰⵏⴰⵎⵓⵔⵜ
annual-synthesis-begin = ⵓⵔ ⵜⴰ ⵜⴱⴷⵉ ⵜⴳⴹⵡⵉⵜ.
annual-begin-synthesis = ⴱⴷⵓ ⵜⴰⴳⴹⵡⵉⵜ ⵏ { $year }
annual-synthesis-none = ⵓⵔ ⵜⴰ ⵜⵍⵍⵉ ⵜⴳⴹⵡⵉⵜ.
annual-wall-kinds = ⵙ ⵡⴰⵏⴰⵡ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
annual-wall-sent = ⵜⵜⵓⵣⵏⵏ
annual-wall-all = ⵎⴰⵔⵔⴰ
annual-wall-bodies = ⵜⵉⵎⵙⵙⵓⴳⴰⵔ
annual-wall-none = ⵓⵔ ⵜⵍⵍⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵎⵎ ⵓⵢⴰ.
annual-closed = ⵜⵔⴳⵍ
annual-reports-counted = ⵜⵜⵓⵇⴱⵍⵏ: { $accepted } ⵙⴳ { $owed }; ⵜⵜⵓⵣⵏⵏ: { $sent }
annual-page-before = ⵜⴰⵙⵏⴰ ⵉⵣⵔⵉⵏ

## For everybody

annual-public-title = ⵜⵉⵏⴰⴹⵉⵏ ⵜⵉⵙⴳⵯⵙⴰⵏⵉⵏ ⵉⵜⵜⵓⴼⵙⵔⵏ
annual-public-lead = ⵎⴰⴷ ⵜⵜⵉⵏⵉⵏⵜ ⵜⵎⵙⵙⵓⴳⴰⵔ ⵅⴼ ⵓⵙⴳⴳⵯⴰⵙ ⵏⵏⵙⵏⵜ ⵏ ⵜⵏⵔⵉⵣⵉⵏ, ⴷ ⵜⴳⴹⵡⵉⵜ ⵜⴰⵏⴰⵎⵓⵔⵜ.
annual-public-none = ⵓⵔ ⵜⴰ ⵜⴻⵜⵜⵓⴼⵙⵔ ⴽⵔⴰ ⵏ ⵜⵏⴰⴹⵜ.
annual-public-since = ⵜⵜⵓⴼⵙⵔ: { $day }
annual-public-unaccepted = ⵓⵔ ⵜⵜⵓⵇⴱⵍ ⴽⵔⴰ ⵏ ⵜⵏⴰⴹⵜ ⴰⵙⵙ ⵏⵏⴰ ⵜⵜⵓⴼⵙⵔ ⵜⴳⴹⵡⵉⵜ ⴰ. ⵜⵉⵎⵏⵜⵉⵍⵉⵏ:

## What is wrong

error-annual-year = ⵜⴰⵏⴰⴹⵜ ⵜⴳⴰ ⵜⵉⵏ ⵓⵙⴳⴳⵯⴰⵙ ⵉⴽⵎⵍⵏ.
error-annual-counting = ⴰⵔ ⵜⵜⵓⵙⵉⴹⴰⵏⵏ ⵡⵓⵟⵟⵓⵏⵏ ⴷⴰⵖ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ ⵉⵎⵉⴽ ⴹⴰⵕⵜ ⵓⵢⴰ.
error-annual-no-figures = ⴰⵎⵥⴰⵜ ⵓⵟⵟⵓⵏⵏ ⵣⵡⴰⵔⵏⵉⵏ.
error-annual-reasons = ⴰⵔⴰⵢⴰⵜ ⵎⴰⴷ ⵉⵅⵚⵚⴰⵏ ⵜⴰⵏⴰⴹⵜ.
error-annual-unaccepted = ⵓⵔ ⵜⵜⵓⵇⴱⵍ ⴽⵔⴰ ⵏ ⵜⵏⴰⴹⵜ. ⴰⵔⴰⵢⴰⵜ ⵜⴰⵎⵏⵜⵉⵍⵜ.
error-annual-section-long = ⵉⵖⵣⵣⵉⴼ ⴱⴰⵀⵔⴰ ⵓⴼⵓⵍ ⴰ.
error-annual-documents = ⵓⵔ ⵍⵍⵉⵏⵜ ⵜⵏⵜⴰⵎⵉⵏ. ⴰⵔⵎⴰⵜ ⴷⴰⵖ.
error-annual-sure = ⵙⵙⵉⴷⴷⵢⴰⵜ ⵙ ⵓⵔⵛⵎ ⴳ ⵜⵃⴰⵏⵓⵜ.
