### Words that are kept: what was typed into a form that was not heard, drafts, and what two people wrote at one time.

kept-title = Ce que vous avez écrit est gardé
kept-text = Rien n’a encore été envoyé. Relisez, puis envoyez de nouveau.
kept-behind-the-door = Ce que vous avez écrit est gardé, et n’est pas encore envoyé. Vous le retrouverez après cette page.
kept-notice = Votre session était terminée : ce que vous aviez écrit est ci-dessous. Relisez, puis envoyez.
kept-words-title = Ce que vous avez écrit
kept-send = Envoyer de nouveau
kept-page = Revenir à la page sans envoyer
kept-stale-title = Rien n’a été envoyé
kept-stale-text = La page était restée ouverte longtemps, ou votre navigateur a perdu son témoin (cookie). Ce que vous avez écrit est ci-dessous : relisez, puis envoyez de nouveau.
kept-over-text = Votre session est terminée. Ce que vous avez écrit est ci-dessous : envoyez-le de nouveau et connectez-vous ; votre texte vous attendra.
kept-meanwhile = Ceci a été modifié entre-temps, dans une autre fenêtre ou par quelqu’un d’autre. Votre texte est dans les champs ; l’autre est ci-dessous. Envoyez de nouveau pour garder le vôtre.
kept-other-title = L’autre texte
kept-unsent-title = Ce que vous avez écrit n’est pas parti
kept-unsent-text = Le dossier a changé entre-temps et ne le prend plus. Vous pouvez le copier ici.
kept-check-again = Votre dossier a été modifié entre-temps, dans une autre fenêtre. Relisez-le tel qu’il est maintenant, puis envoyez.
desk-draft-keep = Garder pour plus tard
desk-draft-by = Brouillon de { $name }, { $moment }.
error-draft-too-long = Ce texte est trop long pour être gardé.
desk-answered-meanwhile = { $name } a répondu à ce dossier entre-temps, { $moment }. Voici cette réponse ; ce que vous avez écrit est gardé sur cette page.
kept-act-title = Ce n’est pas encore fait
kept-act-text = Rien n’a été fait, car aucune session n’était ouverte. Vous pouvez maintenant faire ce que vous vouliez, ou revenir à la page.
kept-act-behind-the-door = Ce que vous vouliez faire n’est pas encore fait. Vous le retrouverez après cette page.
kept-act-notice = Votre session était terminée : rien n’a été fait. Recommencez ce que vous vouliez faire.
desk-meanwhile = Ceci a été modifié entre-temps, dans une autre fenêtre. Votre texte est dans les champs ; l’autre est ci-dessous. « Garder pour plus tard » garde le vôtre à sa place, sans rien envoyer.
