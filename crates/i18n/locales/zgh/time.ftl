### Time limits in words: when an answer is due, why on that day, how much is left, how late it is.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Due dates

due-by-organisation = { $organisation }: ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }.
due-reopen-until = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ ⴰⵔ { $date }.
due-reopen-days = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ ⴳ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ ⴹⴰⵕⵜ ⵏ ⵡⴰⵙⵙ ⵏⵏⴰ ⴳ ⵜⵙⵙⵏⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ ⴰ.

## How much is left, how late

due-days-left =
    { $days ->
       [0] ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: ⴰⵙⵙⴰ
       [1] ⵉⵇⵇⵉⵎ ⵢⴰⵏ ⵡⴰⵙⵙ
      *[other] ⵇⵇⵉⵎⵏ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ
    }
due-days-late =
    { $days ->
       [0] ⴳ ⵓⵣⵎⵣ
       [1] ⵉⵎⴰⵟⵍ ⵙ ⵢⴰⵏ ⵡⴰⵙⵙ
      *[other] ⵉⵎⴰⵟⵍ ⵙ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ
    }
due-chip-left =
    { $days ->
       [0] ⴰⵙⵙⴰ
      *[other] ⵓⵙⵙⴰⵏ: { $days }
    }
due-chip-late = ⴰⵎⴰⵟⵍ: { $days }

## Why that day

derivation-title = ⴰⵙⵉⴹⵏ ⵏ ⵓⵣⵎⵣ
derivation-calendar = ⴰⵙⵙ ⵏ ⵓⵙⵔⵓⵙ: { $from } (ⵓⵔ ⵜ ⵏⵙⵙⵉⴹⵏ). ⵓⵙⵙⴰⵏ: { $days }.
derivation-working = ⴰⵙⵙ ⵏ ⵓⵙⵔⵓⵙ: { $from } (ⵓⵔ ⵜ ⵏⵙⵙⵉⴹⵏ). ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ: { $days }. ⵓⵔ ⵏⵙⵙⵉⴹⵏ ⵜⵉⵏⵓⵕⵥⵎⵉⵏ.
derivation-reopening-calendar = ⴰⵙⵙ ⵏ ⵓⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ: { $from } (ⵓⵔ ⵜ ⵏⵙⵙⵉⴹⵏ). ⵓⵙⵙⴰⵏ: { $days }.
derivation-reopening-working = ⴰⵙⵙ ⵏ ⵓⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ: { $from } (ⵓⵔ ⵜ ⵏⵙⵙⵉⴹⵏ). ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ: { $days }. ⵓⵔ ⵏⵙⵙⵉⴹⵏ ⵜⵉⵏⵓⵕⵥⵎⵉⵏ.
derivation-holidays-counted = ⵜⵉⵏⵓⵕⵥⵎⵉⵏ ⵏⵏⴰ ⵏⵙⵙⵉⴹⵏ: { $list }.
derivation-not-moved = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: { $date }. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
derivation-rolled-weekend = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: { $date } (ⵓⵔ ⴷ ⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ). ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⵖⵔ: { $due }.
derivation-rolled-holiday = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: { $date } (ⵜⴰⵏⵓⵕⵥⵎⵜ: { $holiday }). ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⵖⵔ: { $due }.
derivation-rolled-run = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ: { $date } (ⵓⵔ ⴷ ⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ). ⵜⵉⵏⵓⵕⵥⵎⵉⵏ: { $list }. ⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ ⵓⴹⴼⵉⵕⵏ: { $due }.
derivation-estimated-holiday = ⴰⵙⴰⴽⵓⴷ ⵏ ⵜⵏⵓⵕⵥⵎⵜ ⴰ ⵉⵣⵎⵔ ⴰⴷ ⵉⵏⴼⵍ ⵙ ⵢⴰⵏ ⵡⴰⵙⵙ.
derivation-extended = ⴰⵔⵏⵏⵓ ⵏ ⵓⵣⵎⵣ (ⵢⴰⵜ ⵜⵉⴽⴽⵍⵜ). ⵓⵙⵙⴰⵏ: { $days }.
derivation-paused = ⴰⴳⴰⵏⵉ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ. ⵓⵙⵙⴰⵏ ⵓⵔ ⵏⵙⵙⵉⴹⵏ: { $days }.
due-clock-sentence = ⴰⵙⵔⵓⵙ: { $from }. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }.
due-clock-filed = ⴰⵙⵔⵓⵙ
due-clock-due = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ
