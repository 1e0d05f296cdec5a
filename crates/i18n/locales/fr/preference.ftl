### How people want to be told: channel, language, quiet hours.

preference-lead = Votre choix vaut pour tout ce que nous vous enverrons, et pour ce qui attend déjà de partir. Les codes que vous demandez arrivent toujours.
preference-change = Changer la façon dont vous êtes prévenu
preference-saved = C’est noté : nous vous préviendrons comme vous l’avez choisi.
preference-by = Comment voulez-vous être prévenu ?
preference-by-email = Par e-mail
preference-by-sms = Par SMS
preference-by-phone = Par un appel de l’administration
preference-by-letter = Par lettre
preference-by-nothing = Ne pas être prévenu : je viens lire ici
preference-language = Dans quelle langue ?
preference-quiet = Heures calmes
preference-quiet-hint = Pendant ces heures, aucune nouvelle ne part. Exemple : de 21:00 à 08:00.
preference-quiet-from = De
preference-quiet-until = À
preference-failing = Ce qui y est envoyé nous revient.
preference-stopped = Ce numéro a écrit STOP : aucun SMS n’y est envoyé.
preference-proof-again = Nos messages à cette adresse nous reviennent. Confirmez-la avec un code, ou choisissez une autre façon d’être prévenu.
error-preference-contact = Nous n’avons ni adresse ni numéro pour cela. Choisissez une autre façon.
error-preference-stopped = Ce numéro a écrit STOP. Pour recevoir de nouveau des SMS, envoyez START depuis ce téléphone, ou choisissez une autre façon.
error-preference-landline = Ce numéro ne reçoit pas de SMS. Écrivez un numéro de portable, ou choisissez un appel.
error-quiet-hours = Écrivez le début et la fin, deux heures différentes, ou laissez les deux vides.

## At the desk

desk-preference-title = Comment la personne veut être prévenue
desk-preference-lead = Notez ce que la personne demande, dans ses mots à elle. Votre nom et son accord restent dans le journal.
desk-preference-consent = Comment la personne donne son accord
desk-contact-failing = les messages en reviennent
desk-contact-state = État
admin-deed-preference-write = Préférence notée pour une personne
