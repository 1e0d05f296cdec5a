### Déposer pour une personne : au guichet, par courrier, au téléphone ; et le courrier d’une administration.

## Taking down

taken-title = Déposer pour une personne
taken-lead = Écrivez ce que la personne raconte, relisez-le-lui, puis déposez. Le dossier va à l’administration compétente, quelle qu’elle soit.
taken-channel = Comment la personne s’adresse à vous
taken-letter = Dates du courrier
taken-arrived-on = Courrier arrivé le
taken-written-on = Date portée sur le courrier
taken-letter-hint = Pour un courrier seulement. Le délai de réponse court du jour de son arrivée.
taken-language = Langue de la personne
taken-text = Ce que dit la personne, dans ses mots
taken-text-hint = D’abord les mots : l’objet et l’administration sont proposés à partir d’eux. Ni nom ni numéro de carte ici.
taken-place = Où cela se passe, comme la personne le dit
taken-suggest = Afficher les propositions
taken-body-hint = Sans choix de votre part, le dossier va à l’administration qui répond de cet objet à cet endroit. N’en choisissez une autre que si la personne la désigne.
taken-body-open = Laissé au portail
taken-person = La personne
taken-category = Dépose en tant que
taken-others = Une société ou association dépose, ou la personne dépose pour une autre
taken-shown = Pièce que l’on vous a présentée
taken-shown-none = Aucune
taken-way-hint = Demandez-le. Sans choix, ce qui est écrit ci-dessus est utilisé, l’e-mail d’abord.
taken-consent = Comment la personne donne son accord
taken-consent-hint = Elle accepte que vous déposiez en son nom. Pour un courrier, sa signature suffit.
taken-consent-spoken = Accord donné oralement
taken-consent-signed = Accord signé
taken-consent-by-code = Par un code envoyé à la personne
taken-files-after = Les pièces et photos s’ajoutent une fois les propositions affichées.
taken-check = Relire à la personne
taken-look = Pas encore : regardez ce qui est trouvé et demandé ici, puis continuez.
taken-changed = Ce dépôt a été modifié dans une autre fenêtre. Vos mots sont ci-dessous : vérifiez-les, puis continuez pour les garder.
taken-read-title = Relire, puis déposer
taken-read-hint = Lisez à voix haute ce qui suit, dans la langue de la personne.
taken-read-lead = Voici ce que j’ai écrit. Arrêtez-moi si quelque chose n’est pas juste.
taken-read-agree = Êtes-vous d’accord pour que je le dépose en votre nom ?
taken-read-again = Ce dépôt a changé depuis votre lecture. Relisez-le.
taken-code-hint = Envoyez un code à { $contact } ; la personne vous le lit.
taken-file = Déposer
taken-was-shown = Présenté : { $document }
taken-arrived = Courrier arrivé le { $date }
taken-written = daté du { $date }

## Filed here

filed-here-title = Déposés ici aujourd’hui
filed-here-lead = Ce que vous avez déposé pour d’autres aujourd’hui. Chaque récépissé peut être réimprimé jusqu’à ce soir.
filed-here-empty = Rien n’a été déposé pour quelqu’un aujourd’hui.
filed-receipt-title = C’est déposé
filed-receipt-lead = Remettez le récépissé maintenant : la réponse se lit avec les deux numéros.
filed-receipt-slip = Imprimer sur rouleau (80 mm)
filed-receipt-sheet = Imprimer en A4
filed-receipt-another = Déposer pour la personne suivante

## Post

postal-title = Courrier
postal-lead = Le courrier reçu par votre administration, et celui qu’elle a posté.
postal-came-title = Un courrier est arrivé pour un dossier
postal-came-label = Numéro de suivi, ou code QR de notre lettre
postal-came-hint = Saisissez le numéro, ou lisez le code avec une douchette : elle tape l’adresse, qui est comprise.
postal-came-button = Inscrire, et joindre la numérisation
postal-new = Un nouveau dépôt par courrier
postal-direction = Sens
postal-both = Reçu et envoyé
postal-in = Reçu
postal-out = Envoyé
postal-moved = Jour
postal-written = Date du courrier
postal-empty = Aucun courrier à ces dates.
postal-due = Imprimer toutes les lettres à poster ({ $count })
postal-note = Un courrier du déposant est arrivé.
postal-note-dated = Un courrier du déposant est arrivé, daté du { $date }.

## What may be wrong

error-letter-old = Un courrier arrivé il y a plus de { $days } jours : vérifiez l’année.
error-letter-order = Le courrier serait arrivé avant sa date. Vérifiez les deux jours.
error-consent-contact = Le code demande une adresse e-mail de la personne. Écrivez-la, ou choisissez une autre forme d’accord.
error-consent-code = Envoyez le code et écrivez ce que la personne lit.
error-postal-reference = Aucun numéro de suivi n’est lisible ici. Il ressemble à CK-26-7K3M-9QDX.
error-postal-elsewhere = Votre administration n’a pas de dossier sous ce numéro. Vérifiez-le ; un courrier destiné à d’autres leur est remis.
