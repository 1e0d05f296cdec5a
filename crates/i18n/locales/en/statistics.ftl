### Public statistics: figures with their definitions.
statistics-title = How administrations answer
statistics-lede = Each figure says what it means and as of when, and anybody can compute it again.
statistics-as-of = As of { $day }. Event no. { $position } of the record, of { $moment }.
statistics-partial = The figures are being counted anew. Until that is done, they hold a part of the cases only.
statistics-edition = Edition { $edition }
statistics-permanent = Permanent link to this state
statistics-older = This is not the newest edition.
statistics-newest = See the newest one
statistics-country = The whole country
statistics-period = Year
statistics-find = An administration, a place or a subject
statistics-found = Pages that match
statistics-definition = Definition
statistics-numbers = See the figures
statistics-few = hidden
statistics-none = not told
statistics-not-reached = not reached
statistics-interval = { $low } to { $high }
statistics-interval-name = Interval of 95%
statistics-days =
    { $days ->
       [one] { $days } day
      *[other] { $days } days
    }
statistics-cases =
    { $cases ->
       [one] { $cases } case
      *[other] { $cases } cases
    }
statistics-received = cases received in { $year }
statistics-received-short = Received
statistics-received-definition = Complaints, remarks and proposals filed in these months. For an administration, those that others sent to it count in the months table as well.
statistics-answered-short = Answered
statistics-median = half are answered by then
statistics-median-short = Half answered within
statistics-median-definition = First day on which at most half of the { $cases } cases filed in these months have no answer yet, counted from the day of filing. Those that still wait or were withdrawn ({ $waiting }) are counted for as long as they waited (Kaplan–Meier). Interval of 95%: { $low } to { $high }. Programs that round near one half say a day that lies elsewhere.
statistics-median-none = Too few cases were filed in these months to tell a time without telling of persons.
statistics-in-time = are answered in time
statistics-in-time-short = In time
statistics-in-time-definition = Of the { $of } answers that were due in those of these months that are over, with those not given yet. Interval of 95%: { $interval }.
statistics-in-time-none = No answer was due yet in these months, or too few were.
statistics-resolved = say that their problem is solved
statistics-resolved-definition = Of the { $of } persons who answered that question by themselves. They are no random sample: whoever is satisfied may answer more readily, or less. Interval of 95%: { $interval }.
statistics-resolved-none = Too few persons answered that question.
statistics-treated = say that they were treated properly
statistics-treated-definition = Of the { $of } persons who answered that question by themselves. They are no random sample. Interval of 95%: { $interval }.
statistics-treated-none = Too few persons answered that question.
statistics-open = Open
statistics-open-definition = Cases without an answer at the end of these months, whenever they were filed. Of all that are open today, the time is over for: { $overdue }.
statistics-curve-title = { $share } are answered within { $days } days
statistics-curve-text = Share of cases that have their answer, by days since they were filed. The band shows how sure that is (95%). Still waiting or withdrawn, and counted: { $waiting }.
statistics-curve-before = Dashed: a year earlier.
statistics-curve-axis = Days since the filing
statistics-curve-definition = Product limit of Kaplan and Meier. The day of filing is day 0. On one day answers count before withdrawals. Intervals on the scale of log(−log). Cases without a name are owed no answer and are left out.
statistics-due = time limit: { $days } days
statistics-day = Within
statistics-share = Answered
statistics-year-before = A year earlier
statistics-month = Month
statistics-months-title = Received, answered and open, month by month
statistics-months-text = Above: cases received and answers given in each month. Below: cases open at its end.
statistics-months-definition = A case that was reopened and answered again has two answers. Open cases are all that wait for an answer, with those filed before these months. Of a body, a place or a subject, months are told only where none that is over has from 1 to 4, and the month that goes on is not told.
statistics-by-kind = Received, by kind
statistics-by-kind-definition = What people said they were filing.
statistics-by-outcome = Answers, by outcome
statistics-by-outcome-definition = What the administration decided, as it states it itself.
statistics-by-channel = Received, by the way they came
statistics-by-channel-definition = The way of the first filing.
statistics-by-category = Received, by who filed
statistics-by-category-definition = As filers said it themselves.
statistics-by-language = Received, by language
statistics-by-language-definition = The language in which the answer is wanted.
statistics-regions = Are they answered in time in all regions?
statistics-sectors = And in all sectors?
statistics-bodies = Administration by administration
statistics-compared = The dot is the share answered in time, the line its interval of 95%; the scale goes from 0 to 100%. Two whose lines overlap cannot be told apart. In the order of what they received: this is no ranking.
statistics-column-region = Region
statistics-column-sector = Sector
statistics-column-body = Administration
statistics-all-bodies = All administrations
statistics-total = Total
statistics-again-title = Compute it again
statistics-again-text = These files hold the figures of this page, with the last event that they count. The address of this page with its months leads back to the same question.
statistics-few-text = “Hidden”: a count below 5, or one that would tell such a count by subtraction. Few persons could be known from them.
statistics-ninth-decile = nine in ten are answered by then
statistics-sure = Interval of 95%: { $interval }.
statistics-of = of { $of }
statistics-within =
    { $days ->
       [one] Answered within { $days } day
      *[other] Answered within { $days } days
    }
statistics-measures-title = Every figure, with what it means
statistics-measures-text = With the interval of 95% and the number of cases, where a figure is an estimate.
statistics-column-measure = Figure
statistics-held = { $first } to { $last } of { $all }
statistics-which = Which
statistics-low = 95%: from
statistics-high = 95%: to
statistics-sheet-figures = Figures
statistics-places-within = Are they answered in time everywhere within?
statistics-subjects-within = And in all subjects of the sector?
statistics-column-place = Place
statistics-column-subject = Subject
statistics-compare-title = Compare with another
statistics-compare-text = Two figures whose intervals overlap cannot be told apart. Neither is the better one for having fewer cases.
statistics-compare-body = Another administration
statistics-compare-territory = Another place
statistics-compare-subject = Another subject
statistics-compare-button = Compare
statistics-compare-heading = { $one } and { $other }, { $year }
statistics-compare-nothing = Nothing was found for “{ $typed }”.
statistics-map-title = Share answered in time
statistics-map-text = The stronger the colour, the more are answered in time. Hatched: too few cases to tell. Borders are simplified and have no legal force. The same figures stand in the table.
statistics-map-area = { $place }: { $share } answered in time ({ $interval })
statistics-map-area-none = { $place }: not told
statistics-ranks-title = Who answers in time, and how sure that is
statistics-ranks-text = Administrations of one kind with { $least } answers due at least, by the share answered in time. The ranks say which places are possible when chance varies: in 95 of 100 draws all of them hold together. Two whose ranks overlap cannot be told apart.
statistics-ranks-kind = Kind of administration
statistics-ranks-possible = Possible ranks
statistics-ranks-none = No administration of this kind has so many answers due.
