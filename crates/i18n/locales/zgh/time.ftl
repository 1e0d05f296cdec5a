### Time limits in words: when an answer is due, why on that day, how much is left, how late it is.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Due dates

due-by = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }.
due-by-organisation = { $organisation }: ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $date }.
due-transfer-by = ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ ⵏ ⵓⵙⵙⵉⵡⴹ: { $date }.
due-reply-by = ⵔⴰⵔⴰⵜ ⴷⴰⵜ ⵏ { $date }.
due-reopen-until = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ ⴰⵔ { $date }.
due-reopen-days = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ ⵏ ⵓⵙⴷⴰⵡ ⴳ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ ⴹⴰⵕⵜ ⵏ ⵡⴰⵙⵙ ⵏⵏⴰ ⴳ ⵜⵙⵙⵏⵎ ⵜⴰⵎⵔⴰⵔⵓⵜ ⴰ.
due-closes-after = ⵉⵖ ⵓⵔ ⵜⵏⵏⵉⵎ ⵡⴰⵍⵓ, ⵔⴰⴷ ⵉⵔⴳⵍ ⵓⵙⴷⴰⵡ ⴹⴰⵕⵜ ⵏ { $date }.
due-none = ⵓⵔ ⵖⵓⵔⵙ ⵓⵣⵎⵣ.

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
due-late-sentence =
    { $days ->
       [0] ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: ⴰⵙⵙⴰ.
       [1] ⵜⵎⴰⵟⵍ ⵜⵎⵔⴰⵔⵓⵜ ⵙ ⵢⴰⵏ ⵡⴰⵙⵙ.
      *[other] ⵜⵎⴰⵟⵍ ⵜⵎⵔⴰⵔⵓⵜ ⵙ { $days } ⵏ ⵡⵓⵙⵙⴰⵏ.
    } ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).
due-late-told = ⵏⴻⵏⵏⴰ ⵜ ⵉ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵣⵓⵏⵉ.
due-chip-left =
    { $days ->
       [0] ⴰⵙⵙⴰ
      *[other] ⵓⵙⵙⴰⵏ: { $days }
    }
due-chip-late = ⴰⵎⴰⵟⵍ: { $days }
due-chip-paused = ⵉⴱⴷⴷ ⵙⴳ { $date }
due-answered-within =
    { $days ->
       [0] ⵜⵍⵍⴰ ⵜⵎⵔⴰⵔⵓⵜ ⴳ ⵡⴰⵙⵙ ⵏⵏⵉⵜ
      *[other] ⵜⴰⵎⵔⴰⵔⵓⵜ. ⵓⵙⵙⴰⵏ: { $days }
    }

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
derivation-not-paused = ⴰⴳⴰⵏⵉ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ ⵓⵔ ⵉⵙⴱⴷⴷⴰ ⴰⵣⵎⵣ.
derivation-transfer-keeps = ⴰⵙⵙⵉⵡⴹ ⵖⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵢⴰⴹⵏ ⵓⵔ ⵉⵙⵏⴼⵉⵍ ⴰⵣⵎⵣ ⴰ.
derivation-calendar-edited = ⵏⵙⵏⴼⵍ ⵜⵉⵏⵓⵕⵥⵎⵉⵏ ⴰⵙⵙ ⵏ { $date }. ⵏⵙⵙⵉⴹⵏ ⴰⵣⵎⵣ ⴷⴰⵖ.
derivation-policy-changed = ⵉⵏⴼⵍ ⵓⵍⵓⴳⵏ ⵏ ⵓⵣⵎⵣ ⴰⵙⵙ ⵏ { $date }. ⵏⵙⵙⵉⴹⵏ ⴰⵣⵎⵣ ⴷⴰⵖ.
derivation-policy = ⴰⵍⵓⴳⵏ: { $policy }
due-clock-sentence = ⴰⵙⵔⵓⵙ: { $from }. ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: { $date }.
due-clock-filed = ⴰⵙⵔⵓⵙ
due-clock-due = ⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ
