### The pages of the foot in plain language: about-PAGE-title, -lead, then numbered sections about-PAGE-N-title and -text.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.

## Accessibility

about-accessibility-title = ⴰⴽⵛⴰⵎ
about-accessibility-lead = ⴰⵡⵡⵓⵔ ⴰ ⵉ ⵎⵉⴷⴷⵏ ⴰⴽⴽⵯ: ⵙ ⵜⵉⵍⵉⴼⵓⵏ ⴰⵇⴱⵓⵕ, ⵙ ⵓⵣⴷⴰⵢ ⵉⴹⵄⴼⵏ.
about-accessibility-1-title = ⵎⴰⴷ ⵏⵔⴰ
about-accessibility-1-text = ⵏⴹⴼⵕ ⵉⵍⵓⴳⵏ WCAG 2.2 (AA). ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵎⵖⵓⵔⵎ ⵜⵉⵔⵔⴰ.
about-accessibility-2-title = ⴱⵍⴰ JavaScript
about-accessibility-2-text = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵔⵙⵎ, ⴰⴷ ⵜⴹⴼⵕⵎ, ⴰⴷ ⵜⵔⴰⵔⵎ ⴱⵍⴰ JavaScript.
about-accessibility-3-title = ⵜⵓⵜⵍⴰⵢⵉⵏ
about-accessibility-3-text = ⵜⵉⵙⵏⵉⵡⵉⵏ ⴰⴽⴽⵯ ⵙ ⵜⴰⵄⵔⴰⴱⵜ, ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⴰⴼⵔⴰⵏⵙⵉⵙⵜ ⴷ ⵜⴰⵏⴳⵍⵉⵣⵜ. ⴰⵔⴰⵢⴰⵜ ⵙ ⵜⵓⵜⵍⴰⵢⵜ ⵏⵏⴰ ⵜⵔⴰⵎ. ⵜⴰⵎⴰⵣⵉⵖⵜ ⴰ ⵓⵔ ⵜⴰ ⵜⵜ ⵉⵖⵔⵉ ⵢⴰⵏ ⵜⵜ ⵉⵙⵙⴰⵡⴰⵍⵏ.
about-accessibility-4-title = ⵎⴰⴷ ⵓⵔ ⵜⴰ ⵏⵥⵕⵉ
about-accessibility-4-text = ⵓⵔ ⵜⴰ ⵜⵏⵜ ⵓⵔⵎⵏ ⵎⵉⴷⴷⵏ. ⵜⵓⴳⵉⵍⵉⵏ ⵣⵎⵔⵏⵜ ⴰⴷ ⵓⵔ ⵜⵜⵓⵖⵔⵏⵜ.
about-accessibility-5-title = ⵉⵙ ⵉⵍⵍⴰ ⴽⵔⴰ ⵉⵛⵇⴰⵏ?
about-accessibility-5-text = ⵉⵏⵉⵢⴰⵜ ⴰⵏⵖ ⵜ ⵙ ⵜⵉⵏⵥⵉ, ⵏⵖ ⵙⴰⵡⵍⴰⵜ: 3737.

## Personal data

about-personal-data-title = ⵜⵉⵎⵓⵛⴰ ⵜⵓⴷⵎⴰⵡⴰⵏⵉⵏ ⵏⵏⵓⵏ
about-personal-data-lead = ⵔⴰⴷ ⵏⵙⵙⵎⵔⵙ ⵉⵙⵎ ⴷ ⵡⵓⵟⵟⵓⵏ ⵏⵏⵓⵏ ⵖⴰⵙ ⵉ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵓⵔ ⵔⴰⴷ ⵜⵏ ⵉⵥⵕ ⴰⵡⴷ ⵢⴰⵏ ⵢⴰⴹⵏ. ⴰⵙⵍⴳⵏ: 09-08.
about-personal-data-1-title = ⵎⴰⴷ ⵏⵃⴹⴰ, ⵎⴰⵅⴼ
about-personal-data-1-text = ⵎⴰⴷ ⵜⵓⵔⴰⵎ ⴷ ⵜⵓⴳⵉⵍⵉⵏ, ⵃⵎⴰ ⴰⴷ ⵜⵔⴰⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ. ⵉⵙⵎ ⴷ ⵜⴽⴰⵕⴹⴰ ⵏⵏⵓⵏ, ⵃⵎⴰ ⴰⴷ ⵖⵓⵔⵓⵏ ⵜⴰⵡⴹ ⵜⵎⵔⴰⵔⵓⵜ. ⵜⵉⵍⵉⴼⵓⵏ, ⵉⵎⴰⵢⵍ ⵏⵖ ⴰⵏⵙⴰ, ⵃⵎⴰ ⴰⴷ ⴰⵡⵏ ⵏⵉⵏⵉ. ⴰⴷⵖⴰⵔ ⴷ ⵉⵎⵔⵙⵉ, ⵃⵎⴰ ⴰⴷ ⵏⵙⵙⵏ ⵎⴰ ⵔⴰⴷ ⵉⵔⴰⵔ.
about-personal-data-2-title = ⵎⴰ ⵜⵏⵜ ⵉⵥⵕⵕⴰⵏ
about-personal-data-2-text = ⵉⵎⵙⵖⴰⵏⵏ ⵏⵏⴰ ⵉⵙⵡⵓⵔⵉⵏ ⴳ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ. ⵓⵔ ⵜⵏⵜ ⵏⴼⵙⵉⵔ, ⵓⵔ ⵜⵏⵜ ⵏⵣⵣⵉⵏⵣ.
about-personal-data-3-title = ⵉⵙ ⵜⵣⵎⵔⵎ ⴰⴷ ⵓⵔ ⵜⴰⵔⴰⵎ ⵉⵙⵎ ⵏⵏⵓⵏ?
about-personal-data-3-text = ⵜⵙⵙⵓⵜⵓⵔ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵉⵙⵎ ⵏⵏⵓⵏ ⵃⵎⴰ ⴰⴷ ⴰⵡⵏ ⵜⵔⴰⵔ. ⵉⵖ ⵓⵔ ⵜ ⵜⵔⵉⵎ, ⴹⴼⵕⴰⵜ ⴰⵙⴷⴰⵡ ⵙ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ ⴷ ⵢⵉⵏⵉⴳⵍ ⵏ ⵓⴽⵛⴰⵎ.
about-personal-data-4-title = ⵉⵣⵔⴼⴰⵏ ⵏⵏⵓⵏ
about-personal-data-4-text = ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵥⵕⵎ ⵜⵉⵎⵓⵛⴰ ⵏⵏⵓⵏ, ⴰⴷ ⵜⵏⵜ ⵜⵙⵏⴼⵍⵎ, ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⴽⴽⴰⵙ ⵏⵙⵏⵜ. ⴰⵔⴰⵢⴰⵜ ⴰⵏⵖ ⵙⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ ⵏⵏⵓⵏ, ⵏⵖ ⵙⴰⵡⵍⴰⵜ: 3737. ⵜⵣⵎⵔⵎ ⴰⵡⴷ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ CNDP.
about-personal-data-5-title = ⵎⴰⴷ ⵓⵔ ⵏⵙⴽⴽⵉⵔ
about-personal-data-5-text = ⵓⵔ ⴽⵯⵏ ⵏⵜⵜⴹⴼⵓⵕ. cookies ⵖⴰⵙ ⵉ ⵎⴰⴷ ⵜⵙⴽⴽⵉⵔⵎ ⴷⴰ: ck_visitor ⵃⵎⴰ ⴰⴷ ⴽⵯⵏ ⵏⵃⴹⵓ. ck_case ⵃⵎⴰ ⴰⴷ ⵉⵕⵥⵎ ⵓⵙⴷⴰⵡ, { $pass } ⵏ ⵜⵙⵔⴰⴳⵉⵏ. ck_account ⵉ ⵓⵎⵉⴹⴰⵏ, { $account } ⵏ ⵜⵙⵔⴰⴳⵉⵏ. ck_draft ⵉ ⵓⵙⴷⴰⵡ ⵏⵏⴰ ⵜⴱⴷⴰⵎ. ck_kept ⵉ ⵓⴹⵕⵉⵚ ⵏⵏⴰ ⵓⵔ ⵏⵓⵎⵉⵥ, { $kept } ⵏ ⵜⵙⵔⴰⴳⵉⵏ. ⴰⵙⴷⴰⵡ ⵏⵏⴰ ⵓⵔ ⵜⵓⵣⵉⵏⵎ: { $draft } ⵏ ⵡⵓⵙⵙⴰⵏ.

## Time limits. Arguments are figures: answer, transfer, extension, reopen (days); pauses, rolls, working (1 = yes, 0 = no).

about-time-limits-title = ⴰⵙⵉⴹⵏ ⵏ ⵓⵣⵎⵣ
about-time-limits-lead = ⵢⴰⵏ ⵓⵙⴷⴰⵡ, ⵢⴰⵏ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ. ⵉⵍⵍⴰ ⴳ ⵜⵙⴰⵟⵟⴼⵜ ⴷ ⴳ ⵜⴰⵙⵏⴰ ⵏ ⵓⵙⴷⴰⵡ.
about-time-limits-1-title = ⵙⵉⵏ ⵉⵣⵎⵣⵏ
about-time-limits-1-text = ⵓⵙⵙⴰⵏ ⵏ ⵓⵙⵙⵉⵡⴹ: { $transfer }. ⵓⵙⵙⴰⵏ ⵏ ⵜⵎⵔⴰⵔⵓⵜ: { $answer }.
about-time-limits-2-title = ⵙⴳ ⵎⴰⵏ ⴰⵙⵙ?
about-time-limits-2-text =
    { $working ->
       [1] ⵙⴳ ⵓⵙⴽⴽⴰ ⵏ ⵓⵙⵔⵓⵙ. ⵏⵙⵙⵉⴹⵏ ⵖⴰⵙ ⵓⵙⵙⴰⵏ ⵏ ⵜⵡⵓⵔⵉ.
      *[other] ⵙⴳ ⵓⵙⴽⴽⴰ ⵏ ⵓⵙⵔⵓⵙ. ⵓⵔ ⵏⵙⵙⵉⴹⵏ ⴰⵙⵙ ⵏ ⵓⵙⵔⵓⵙ. ⵏⵙⵙⵉⴹⵏ ⵜⵉⵏⵓⵕⵥⵎⵉⵏ.
    }
about-time-limits-3-title = ⵉⵖ ⵉⴳⴰ ⵡⴰⵙⵙ ⴰⵎⴳⴳⴰⵔⵓ ⵜⴰⵏⵓⵕⵥⵎⵜ?
about-time-limits-3-text =
    { $rolls ->
       [1] ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⵖⵔ ⵡⴰⵙⵙ ⵏ ⵜⵡⵓⵔⵉ ⵓⴹⴼⵉⵕⵏ. ⴰⵎⴷⵢⴰ (60): ⴰⵙⵔⵓⵙ: 2 ⵎⴰⵕⵚ 2026, 1 ⵎⴰⵢⵢⵓ (ⵜⴰⵏⵓⵕⵥⵎⵜ), ⴰⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ: ⴰⵢⵏⴰⵙ 4 ⵎⴰⵢⵢⵓ 2026.
      *[other] ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
    }
about-time-limits-4-title = ⴰⵙⵙⵉⵡⴹ ⵓⵔ ⵉⵙⵏⴼⵉⵍ ⴰⵣⵎⵣ
about-time-limits-4-text = ⵉⵖ ⵓⵔ ⵉⵥⵍⵉ ⵓⵙⴷⴰⵡ ⵙ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⵔⴰⴷ ⵜ ⵜⴰⵣⵏ ⵖⵔ ⵜⴰⵢⴰⴹ. ⵓⵔ ⵉⵏⴼⵉⵍ ⵓⵣⵎⵣ.
about-time-limits-5-title = ⵉⵖ ⴽⵯⵏ ⵜⵙⵇⵙⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ
about-time-limits-5-text =
    { $pauses ->
       [1] ⵉⴱⴷⴷ ⵓⵣⵎⵣ ⴰⵔ ⵜⵔⴰⵔⵎ.
      *[other] ⴰⴳⴰⵏⵉ ⵏ ⵜⵎⵔⴰⵔⵓⵜ ⵏⵏⵓⵏ ⵓⵔ ⵉⵙⴱⴷⴷⴰ ⴰⵣⵎⵣ.
    }
about-time-limits-6-title = ⵎⵍⵎⵉ ⵉⵏⴼⵍ ⵓⵣⵎⵣ ⴰⵎⴳⴳⴰⵔⵓ?
about-time-limits-6-text =
    { $extension ->
       [0] ⵉⵖ ⵉⵏⴼⵍ ⵓⵙⴰⴽⵓⴷ ⵏ ⵜⵏⵓⵕⵥⵎⵜ. ⵔⴰⴷ ⵜⵥⵕⵎ ⵜⴰⵎⵏⵜⵉⵍⵜ ⴳ ⵓⵙⴷⴰⵡ.
      *[other] ⵉⵖ ⵉⵏⴼⵍ ⵓⵙⴰⴽⵓⴷ ⵏ ⵜⵏⵓⵕⵥⵎⵜ, ⵏⵖ ⵜⵔⵏⴰ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ ⵓⵙⵙⴰⵏ ({ $extension }). ⵔⴰⴷ ⵜⵥⵕⵎ ⵜⴰⵎⵏⵜⵉⵍⵜ ⴳ ⵓⵙⴷⴰⵡ.
    }
about-time-limits-7-title = ⴹⴰⵕⵜ ⵏ ⵜⵎⵔⴰⵔⵓⵜ
about-time-limits-7-text = ⵉⵖ ⵓⵔ ⵜⴷⴷⴳⵉⵎ, ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⵙⵙⵓⵜⵔⵎ ⴰⵍⵍⴰⵙ ⵏ ⵓⵕⵥⴰⵎ. ⵓⵙⵙⴰⵏ: { $reopen }. ⵔⴰⴷ ⵜ ⵉⵖⵔ ⵓⵎⵙⵖⴰⵏ ⵢⴰⴹⵏ.
about-time-limits-8-title = ⵉⵖ ⵉⵣⵔⵉ ⵓⵣⵎⵣ?
about-time-limits-8-text = ⵔⴰⴷ ⵜ ⵏⵉⵏⵉ ⵉ ⵓⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵣⵓⵏⵉ. ⵜⵣⵎⵔⵎ ⴰⴷ ⵜⴰⵔⴰⵎ ⵉ ⵓⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط).

## Mediator

about-mediator-title = ⴰⵎⵣⵉⵣⵔⵜ ⵏ ⵜⴳⵍⴷⵉⵜ (الوسيط)
about-mediator-lead = ⵜⵉⵎⵔⵙⵍⵜ ⵉⵙⵉⵎⴰⵏⵏ. ⵜⵣⵎⵔⵎ ⴰⴷ ⴰⵙ ⵜⴰⵔⴰⵎ ⴱⵍⴰ ⵉⴷⵔⵉⵎⵏ.
about-mediator-1-title = ⵎⵍⵎⵉ?
about-mediator-1-text = ⵉⵖ ⵓⵔ ⵜⵔⵓⵔⵉ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⵏⵖ ⵓⵔ ⵜⴷⴷⴳⵉⵎ ⵙ ⵜⵎⵔⴰⵔⵓⵜ.
about-mediator-2-title = ⵎⴰ ⵔⴰⴷ ⵜⴰⵡⵉⵎ?
about-mediator-2-text = ⵜⴰⵙⴰⵟⵟⴼⵜ ⴷ ⵡⵓⵟⵟⵓⵏ ⵏ ⵓⴹⴼⴰⵕ, ⵜⴰⵎⵔⴰⵔⵓⵜ ⵏ ⵜⵎⵙⵙⵓⴳⵓⵔⵜ, ⵜⵉⵏⵜⴰⵎⵉⵏ ⵏⵏⵓⵏ.
about-mediator-3-title = ⵎⴰⵎⵏⴽ?
about-mediator-3-text = ⵙ ⵜⴱⵔⴰⵜ, ⴳ ⵉⵙⵉⵔⴰⵜⵏ ⵏⵏⵙ, ⵏⵖ ⴳ mediateur.ma.

## Source code

about-source-title = ⵜⴰⵏⴳⴰⵍⵜ ⵜⴰⵖⴱⴰⵍⵓⵜ
about-source-lead = ⴰⵡⵡⵓⵔ ⴰ ⵉⵍⵍⵉ. ⵡⴰⵏⵏⴰ ⵉⵔⴰⵏ ⵉⵣⵎⵔ ⴰⴷ ⵉⵖⵔ ⵎⴰⵎⵏⴽ ⵉⵙⵡⵓⵔⵉ.
about-source-1-title = ⵜⵓⵔⴰⴳⵜ
about-source-1-text = AGPL-3.0.
about-source-2-title = ⵎⴰⵅⴼ?
about-source-2-text = ⵃⵎⴰ ⴰⴷ ⵜⵥⵕⵎ ⵎⴰⵎⵏⴽ ⵏⵙⵙⵉⴹⵏ ⴰⵣⵎⵣ, ⴷ ⵓⵔ ⴰⵔ ⵏⵜⵜⴽⴽⵙ ⴰⵙⴷⴰⵡ.
about-source-link = ⵖⵔ ⵜⴰⵏⴳⴰⵍⵜ
about-source-none = ⵓⵔ ⵜⴰ ⵉⵍⵍⵉ ⵓⵙⵖⵓⵏ.
about-source-version = ⵜⵓⵏⵖⵉⵍⵜ: { $version }
