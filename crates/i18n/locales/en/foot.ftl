### The pages of the foot in plain language: about-PAGE-title, -lead, then numbered sections about-PAGE-N-title and -text.

## Accessibility

about-accessibility-title = Accessibility
about-accessibility-lead = This portal is for everyone: with an old phone, a slow network, the keyboard alone or a screen reader.
about-accessibility-1-title = What we aim for
about-accessibility-1-text = We follow the WCAG 2.2 rules, level AA. Every button carries words; a state is shown by a sign and words, never by colour alone. Text can be enlarged without losing anything.
about-accessibility-2-title = Without JavaScript, on a slow network
about-accessibility-2-text = Filing, following and replying work without JavaScript. Pages are light. Your draft stays with us and opens again with a code.
about-accessibility-3-title = Languages
about-accessibility-3-text = Every page exists in Arabic, Tamazight, French and English. Write in the language you like, in Darija too. The Tamazight text still awaits review by a speaker.
about-accessibility-4-title = What is not checked yet
about-accessibility-4-text = A program checks the pages, but people with disabilities have not tried them yet. Attachments added by people may not be readable by screen readers.
about-accessibility-5-title = Is something in your way?
about-accessibility-5-text = Tell us by a remark on this portal, call 3737, or go to the nearest counter: they write your complaint with you.

## Personal data

about-personal-data-title = Your personal data
about-personal-data-lead = We use your name and number only for your case. Only those who work on it see them. Law 09-08 protects your data.
about-personal-data-1-title = What we keep, and why
about-personal-data-1-text = What you wrote and your attachments, so that the administration can answer. Your name and card number, so that the answer reaches you and nobody else. Your phone, e-mail or address, to tell you. The place and subject, to know who must answer.
about-personal-data-2-title = Who sees them
about-personal-data-2-text = The officials in charge of your case and their heads. Your name and contacts are kept apart from the case, and every look at your identity is recorded under the name of who looked. Nothing is published or sold.
about-personal-data-3-title = Can you leave out your name?
about-personal-data-3-text = The administration asks for your identity to answer you. If you choose not to give it, you follow the case with the reference and access code alone.
about-personal-data-4-title = Your rights
about-personal-data-4-text = You can see your data, correct them, object to their use, and ask for your name and contacts to be erased once the case is closed. Write to us from the page of your case, by a remark, or call 3737. If our answer does not satisfy you, you can turn to the National Commission for the Control of Personal Data Protection (CNDP).
about-personal-data-5-title = What we do not do
about-personal-data-5-text = No advertising, no tracking of your browsing, no outside service in our pages. Cookies only for what you do here, and none says who you are. ck_visitor protects what you send. ck_case opens a case without asking for the code again, for at most { $pass } hours. ck_account keeps you signed in to your account, for at most { $account } hours. ck_kept finds what you sent when it was not taken; we keep it for at most { $kept } hours. ck_draft finds a case that was begun and not filed yet; we keep such a case for { $draft } days after its last change, then erase it. The cookies of what you send and of your cases go when the browser closes.

## Time limits. Arguments are figures: answer, transfer, extension, reopen (days); pauses, rolls, working (1 = yes, 0 = no).

about-time-limits-title = How time limits are counted
about-time-limits-lead = Every case has a last day for the answer. It stands on the receipt and on the page of your case, with the reason for that date.
about-time-limits-1-title = Two time limits
about-time-limits-1-text = To reach the competent administration: { $transfer ->
       [one] { $transfer } day
      *[other] { $transfer } days
    } at most. To be answered: { $answer ->
       [one] { $answer } day
      *[other] { $answer } days
    } at most.
about-time-limits-2-title = From which day?
about-time-limits-2-text =
    { $working ->
       [1] We begin on the day after filing and count working days only.
      *[other] We begin on the day after filing. The day of deposit does not count; public holidays do.
    }
about-time-limits-3-title = What if the last day is a day off?
about-time-limits-3-text =
    { $rolls ->
       [1] The due date moves to the next working day. Example, for a limit of 60 days: a complaint filed on 2 March 2026. The sixtieth day is 1 May, a public holiday, so the answer is due by Monday 4 May 2026.
      *[other] The due date stays the same.
    }
about-time-limits-4-title = A transfer costs you no day
about-time-limits-4-text = If the administration is not competent, it sends the case on itself, and the clock does not restart. After several refusals, the authority in charge of administrative reform names the one that must answer.
about-time-limits-5-title = When you are asked a question
about-time-limits-5-text =
    { $pauses ->
       [1] The clock stops from the day of the question to the day of your reply.
      *[other] Waiting for your reply does not stop the clock.
    }
about-time-limits-6-title = When does the due date change?
about-time-limits-6-text =
    { $extension ->
       [0] If the date of a religious holiday moves or an exceptional day off is granted. Each change is written in your case with its reason.
      *[other] If the date of a religious holiday moves, if an exceptional day off is granted, or if the administration extends the limit, once, saying why (days added at most: { $extension }). Each change is written in your case with its reason.
    }
about-time-limits-7-title = After the answer
about-time-limits-7-text = If the answer does not satisfy you, you have { $reopen ->
       [one] { $reopen } day
      *[other] { $reopen } days
    } to ask to reopen the case. Another person then examines it, within a new time limit.
about-time-limits-8-title = What if the time is over?
about-time-limits-8-text = The head of the unit is told, and you see how many days late it is on the page of your case. You can turn to the Mediator of the Kingdom, before or after the due date.

## Mediator

about-mediator-title = Mediator of the Kingdom
about-mediator-lead = An institution independent of the administrations. You can turn to it free of charge and at any time; this portal never stands in the way.
about-mediator-1-title = When to turn to it?
about-mediator-1-text = If the administration does not answer, if its answer does not satisfy you, or if you find its decision unfair or against the law. You need not wait here for the end of the time limit.
about-mediator-2-title = What to bring?
about-mediator-2-text = The receipt with the reference, the administration’s answer if there is one, and your documents. The page of your case gathers them and can be printed.
about-mediator-3-title = How?
about-mediator-3-text = By letter, at its offices, or on its site mediateur.ma.

## Source code

about-source-title = Source code
about-source-lead = This portal is free software: anyone can read how it works, check it and improve it.
about-source-1-title = The licence
about-source-1-text = AGPL-3.0 or later: whoever runs a changed version must publish its code.
about-source-2-title = Why publish it?
about-source-2-text = So that anyone can check that time limits are counted as we say and that no case is erased.
about-source-link = Read the source code
about-source-none = The operator of this portal has not yet said where to read the code. Ask for it.
about-source-version = Version: { $version }
