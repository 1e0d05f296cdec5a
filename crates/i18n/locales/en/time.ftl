### Time limits in words: when an answer is due, why on that day, how much is left, how late it is.

## Due dates

due-by-organisation = { $organisation } must answer you before the end of { $date }.
due-reopen-until = You can ask to reopen the case until { $date }.
due-reopen-days =
    { $days ->
       [one] You can ask to reopen the case within { $days } day of being told of this answer.
      *[other] You can ask to reopen the case within { $days } days of being told of this answer.
    }

## How much is left, how late

due-days-left =
    { $days ->
       [0] last day today
       [one] { $days } day left
      *[other] { $days } days left
    }
due-days-late =
    { $days ->
       [0] in time
       [one] overdue by { $days } day
      *[other] overdue by { $days } days
    }
due-chip-left =
    { $days ->
       [0] Today
       [one] { $days } day
      *[other] { $days } days
    }
due-chip-late =
    { $days ->
       [one] { $days } day late
      *[other] { $days } days late
    }

## Why that day

derivation-title = How this date is counted
derivation-calendar =
    { $days ->
       [one] { $days } day
      *[other] { $days } days
    } from { $from }, the day of deposit not counted.
derivation-working =
    { $days ->
       [one] { $days } working day
      *[other] { $days } working days
    } from { $from }, the day of deposit and days off not counted.
derivation-reopening-calendar =
    { $days ->
       [one] { $days } day
      *[other] { $days } days
    } from the reopening on { $from }, that day not counted.
derivation-reopening-working =
    { $days ->
       [one] { $days } working day
      *[other] { $days } working days
    } from the reopening on { $from }, that day and days off not counted.
derivation-holidays-counted = Public holidays within the limit count: { $list }.
derivation-not-moved = The last day is { $date }; the date does not move.
derivation-rolled-weekend = The last day is { $date }, a weekend day, so the due date moves to { $due }.
derivation-rolled-holiday = The last day is { $date }, a public holiday ({ $holiday }), so the due date moves to { $due }.
derivation-rolled-run = The last day is { $date }, which is not a working day. Days off in a row: { $list }. The due date moves to the next working day, { $due }.
derivation-estimated-holiday = The date of this holiday is an estimate and may move by a day. If it does, the due date is counted again.
derivation-extended =
    { $days ->
       [one] The time limit was extended once, by { $days } day, with a reason.
      *[other] The time limit was extended once, by { $days } days, with a reason.
    }
derivation-paused =
    { $days ->
       [0] Waiting for your reply did not pause the time limit.
       [one] Waiting for your reply paused the time limit for { $days } day.
      *[other] Waiting for your reply paused the time limit for { $days } days.
    }
due-clock-sentence = Filed on { $from }, answer due by { $date }.
due-clock-filed = filed
due-clock-due = due
