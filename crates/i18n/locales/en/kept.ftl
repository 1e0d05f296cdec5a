### Words that are kept: what was typed into a form that was not heard, drafts, and what two people wrote at one time.

kept-title = What you wrote is kept
kept-text = Nothing has been sent yet. Read it again, then send it.
kept-behind-the-door = What you wrote is kept, and not sent yet. You will find it again behind this page.
kept-notice = You had been signed out: what you wrote is below. Read it again, then send it.
kept-words-title = What you wrote
kept-send = Send again
kept-page = Back to the page without sending
kept-stale-title = Nothing was sent
kept-stale-text = The page had stayed open for long, or your browser lost its cookie. What you wrote is below: read it again, then send it.
kept-over-text = Your session is over. What you wrote is below: send it again and sign in; your text will be waiting for you.
kept-meanwhile = This was changed meanwhile, in another window or by someone else. Your text is in the fields; the other one is below. Send again to keep yours.
kept-other-title = The other text
kept-unsent-title = What you wrote, not sent
kept-unsent-text = The case changed meanwhile and does not take it any more. You can copy it here.
kept-check-again = Your filing was changed meanwhile, in another window. Read it as it is now, then send it.
desk-draft-keep = Keep for later
desk-draft-by = Draft by { $name }, { $moment }.
error-draft-too-long = This text is too long to be kept.
desk-answered-meanwhile = { $name } answered this case meanwhile, { $moment }. Here is that answer; what you wrote is kept on this page.
kept-act-title = It is not done yet
kept-act-text = Nothing was done, because you were not signed in. You can now do what you wanted, or go back to the page.
kept-act-behind-the-door = What you wanted to do is not done yet. You will find it again after this page.
kept-act-notice = Your session had ended: nothing was done. Do again what you wanted to do.
desk-meanwhile = This was changed meanwhile, in another window. Your text is in the fields; the other is below. “Keep for later” keeps yours in its place and sends nothing.
