### Short messages: the fewest words. Where a text is in Latin letters, none may be outside of GSM 03.38.

## What happened to a case

sms-sample = Essai : données inventées
sms-acknowledgement = Chikaya : votre dossier est enregistré
sms-due = Réponse au plus tard le { $day }
sms-due-late = En retard : réponse attendue le { $day }
sms-transfer = Chikaya : une autre administration a votre dossier. Le délai ne change pas
sms-transfer-stays = Chikaya : l’administration qui a votre dossier doit vous répondre
sms-question = Chikaya : l’administration vous pose une question
sms-question-by = Répondez avant la fin du { $day }
sms-extension = Chikaya : l’administration a besoin de plus de temps
sms-answer = Chikaya : l’administration a répondu. Lisez la réponse avec votre code
sms-answer-until = Réouverture possible avant la fin du { $day }
sms-closure = Chikaya : votre dossier est clos. Vous pouvez toujours le lire
sms-reopening = Chikaya : votre dossier est rouvert
sms-judgement = Chikaya : votre problème est-il réglé ? Dites-le ici, ou appelez le 3737
sms-stop-how = STOP : plus de SMS

## Codes and lists that somebody asked for

sms-code = Chikaya : votre code de confirmation. Ne le donnez à personne
sms-code-account = Chikaya : code pour ouvrir votre compte. Ne le donnez à personne
sms-code-until = Valable { $minutes } min
sms-draft-code = Chikaya : le code pour continuer votre texte, gardé avant la fin du { $day }
sms-cases = Chikaya : vos dossiers. Ces liens les ouvrent, gardez-les pour vous
sms-cases-more = Il y en a d’autres : appelez le 3737

## Answers to what was written to us

sms-state-filed = Déposé : l’administration va l’examiner
sms-state-admissible = Recevable : un agent va s’en charger
sms-state-assigned = Un agent en est chargé
sms-state-in-progress = Un agent y travaille
sms-state-waiting = L’administration attend votre réponse
sms-state-arbitration = En arbitrage : qui doit répondre sera désigné
sms-state-answered = L’administration a répondu. Lisez la réponse avec votre code
sms-state-closed = Le dossier est clos
sms-not-found = Aucun dossier ne porte ce numéro avec ce code. Vérifiez les deux, puis réessayez
sms-wait = Trop de codes faux : plus aucun n’est examiné pendant { $minutes } min
sms-how = Pour suivre : SUIVI, le numéro de suivi et le code. Exemple : SUIVI CK-26-7K3M-9QDX 48271936
sms-help = SUIVI + numéro de suivi + code : où en est votre dossier. STOP : plus de SMS. START : de nouveau. Ou écrivez ce qui s’est passé. Aide : 3737
sms-stopped = Vous ne recevrez plus de nouvelles par SMS : l’administration vous téléphone. START pour en recevoir de nouveau
sms-started = Vous recevrez de nouveau les nouvelles de vos dossiers par SMS. STOP : plus de SMS
sms-filing = Votre texte est gardé mais pas encore déposé. Ajoutez ici le lieu, votre nom, et envoyez-le. Ou appelez le 3737

## What administrators see

admin-sms-title = SMS
admin-message-sms-reply = Réponse à un SMS
admin-sms-none = Aucune passerelle n’est réglée (sms.gateway) : l’administration téléphone à ceux qui ont donné un numéro, et aucun code ne part vers un téléphone.
admin-sms-open = La passerelle est réglée, et rien ne signale une panne.
admin-sms-stopped = Les SMS attendent depuis le { $moment } : la passerelle ne répond pas.
admin-sms-quiet = Heures calmes
admin-sms-a-day = Nouvelles par numéro et par jour, au plus
admin-sms-today = Aujourd’hui
admin-sms-waiting = En attente
admin-sms-sent = Envoyés
admin-sms-parts = Parties payées
admin-sms-cost = Coût (dirhams)
admin-sms-delivered = Arrivés, selon l’opérateur
admin-sms-failed = Non arrivés
admin-sms-came = Venus
admin-sms-filings = dont gardés comme brouillons
admin-sms-floods = dont ignorés, trop nombreux d’un même numéro
admin-sms-try = Essayer un texte
admin-sms-text = Le texte
admin-sms-try-hint = Rien n’est envoyé.
admin-sms-count = Compter
admin-sms-alphabet = Alphabet
admin-sms-alphabet-gsm7 = GSM, 7 bits par lettre
admin-sms-alphabet-ucs2 = UCS-2, 16 bits par lettre
admin-sms-parts-of-text = Parties
admin-sms-units = Places prises
admin-sms-beyond = Lettres qui imposent UCS-2

## Numbers at the desk

desk-sms-stopped = ne veut pas de SMS
desk-sms-failing = les SMS n’y arrivent pas
