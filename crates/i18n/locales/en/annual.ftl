### Annual reports and their way, on the screen.
annual-nav = Annual reports
annual-lead = Each administration reports on its year, in Arabic and French, to the Head of Government and then to the authority in charge of administrative reform.
annual-report = Report
annual-since = Since
annual-due = The report of { $year } is not begun yet
annual-begin = Begin the report of { $year }
annual-none = There is no report yet.
annual-earlier = Earlier years without a report
annual-begin-earlier = Begin the report

## Stages

annual-stage-not-begun = Not begun
annual-stage-draft = Being written
annual-stage-returned = Returned for completion
annual-stage-approved = Approved
annual-stage-transmitted = With the Head of Government
annual-stage-forwarded = With the reform authority
annual-stage-accepted = Accepted
annual-stage-published = Published

## What is done

annual-verb-write = Write
annual-verb-freeze = Take the figures
annual-verb-approve = Approve
annual-verb-take-back = Go back to writing
annual-verb-transmit = Send to the Head of Government
annual-verb-forward = Hand on to the reform authority
annual-verb-return = Return for completion
annual-verb-accept = Accept the report
annual-verb-publish = Publish
annual-freeze-again = Take the figures anew
annual-means-report-approve = Texts and figures change no more, unless you go back to writing. Sending it is the next step.
annual-means-report-take-back = The report goes back to writing and has to be approved again.
annual-means-report-transmit = The report is set in Arabic and French and kept as it is: it changes no more.
annual-means-report-forward = The reform authority gets the report to examine it.
annual-means-report-return = The report goes back to its administration with the reasons you write.
annual-means-report-accept = The report counts as complete. It can be published then.
annual-means-report-publish = Everybody can read the report; small counts are hidden in it. It is not withdrawn any more.
annual-means-synthesis-transmit = The synthesis is set in Arabic and French and kept as it is: it changes no more while the Head of Government has it.
annual-means-synthesis-return = The synthesis goes back to the reform authority with the reasons you write.
annual-means-synthesis-approve = The Head of Government approves the synthesis. It can be published then.
annual-means-synthesis-publish = Everybody can read the synthesis; small counts are hidden in it. It is not withdrawn any more.
annual-sure = I confirm this
annual-reasons = What is missing, and why
annual-reasons-unaccepted = No report of the year is accepted. Why is the synthesis published all the same?

## The page of a report

annual-acts-title = What can be done now
annual-returned-title = Returned for these reasons
annual-not-sent = Texts and figures can be read once the report is sent.
annual-figures-title = Figures
annual-figures-none = The figures are not taken yet. Without them the report is neither approved nor sent.
annual-figure-none = –
annual-year-before = in { $year }: { $value }
annual-texts-title = Texts
annual-empty = Nothing is written yet.
annual-by = { $name }, { $when }
annual-documents-title = Documents
annual-documents-draft = Draft, as it is now
annual-documents-preview = As everybody will read it
annual-documents-sent = Documents sent
annual-documents-published = Documents published
annual-digest = SHA-256 digest:
annual-steps-title = Where the report is
annual-record-title = Record of the report
annual-record-hint = Each step is written down and bound to those before it.
annual-version = version { $number }
annual-position = event no. { $position }

## Sections

annual-section-unit = The unit that handles complaints, and its means
annual-section-overview = What was received and answered
annual-section-causes = Main causes, and what was done
annual-section-quality = Quality: times, judgements, reopened cases
annual-section-recommendations = Recommendations

## The record

annual-fact-begun = Begun
annual-fact-written = Section written
annual-fact-frozen = Figures taken
annual-fact-approved = Approved
annual-fact-taken-back = Gone back to writing
annual-fact-transmitted = Sent to the Head of Government
annual-fact-forwarded = Handed on to the reform authority
annual-fact-returned = Returned for completion
annual-fact-accepted = Accepted
annual-fact-published = Published
annual-fact-reminded = Administration reminded

## The editor

annual-text = Text
annual-meanwhile = Somebody wrote this section meanwhile. Your text is in the field; the other is below. If you save now, yours takes its place; the other stays on the record.
annual-not-written = This report is no longer being written: nothing was saved. You can copy your text here.
annual-stale = Somebody changed this report meanwhile. This is how it stands now; what you asked for is not done.

## The wall

annual-wall-title = Who has reported { $year }
annual-wall-delivered = Reports sent: { $sent } of { $all }
annual-year = Year
annual-kind = Kind of administration
annual-name = Name of the administration
annual-synthesis = National synthesis
annual-synthesis-begin = The synthesis is not begun yet. Its figures come from the record of all administrations.
annual-begin-synthesis = Begin the synthesis of { $year }
annual-synthesis-none = There is no synthesis to read yet.
annual-wall-kinds = By kind of administration
annual-wall-sent = Sent
annual-wall-all = Expected
annual-wall-bodies = Administrations
annual-wall-none = No administration matches this choice.
annual-closed = closed
annual-reports-counted = accepted: { $accepted } of { $owed }; sent: { $sent }
annual-page-before = Page before

## For everybody

annual-public-title = Annual reports that were published
annual-public-lead = What administrations say of their year of complaints, remarks and proposals, and the national synthesis. By the digest anybody can check that a document is the one that was published.
annual-public-none = No report is published yet.
annual-public-since = Published on { $day }
annual-public-unaccepted = When this synthesis was published, no report of an administration on the year was accepted. These reasons were given:

## What is wrong

error-annual-year = A report tells of a year that is over.
error-annual-counting = The figures are being counted anew. Try again in a while.
error-annual-no-figures = Take the figures first.
error-annual-reasons = Write what the report lacks.
error-annual-unaccepted = No report of the year is accepted: write why the synthesis is published all the same.
error-annual-section-long = This section is too long.
error-annual-documents = The documents of the report are missing: nothing is done. Try again.
error-annual-sure = Tick the box to confirm.
