### The words of messages: what administrators change, see and take back.

wording-title = Textes des messages
wording-lead = Tous les messages que le portail envoie aux déposants. Changez un texte pour tout le pays ou pour une administration ; chaque version est gardée.
wording-every = Dans tous les messages
wording-changed =
    { $count ->
       [0] textes du portail
       [one] { $count } texte changé
       [many] { $count } de textes changés
      *[other] { $count } textes changés
    }
wording-medium-mail = E-mail
wording-medium-sms = SMS
wording-medium-spoken = Lettre et appel
wording-country = Tout le pays
wording-for = Pour quelle administration ?
wording-for-hint = Sans administration, le texte vaut pour tout le pays.
wording-for-country = Pour tout le pays
wording-show = Afficher
wording-sample = Exemple, données fictives
wording-sample-text = Exemple : ici se trouve ce que l’administration écrit.
wording-places = À garder dans le texte :
wording-of-house = Texte du portail.
wording-of-country = Texte changé pour tout le pays.
wording-of-body = Texte changé pour : { $body }.
wording-house = Revenir au texte du portail
wording-versions = Versions
wording-version = Version { $version }, { $name }, { $moment }
wording-back = Revenir à cette version
wording-parts =
    { $count ->
       [one] { $alphabet }, { $count } partie
       [many] { $alphabet }, { $count } de parties
      *[other] { $alphabet }, { $count } parties
    }
error-wording-empty = Écrivez un texte, ou revenez au texte du portail.
error-wording-long = Ce texte est trop long : 1000 caractères au plus.
error-wording-brace = Une accolade est de trop ou manque. Une place s’écrit comme dans le texte du portail.
error-wording-unknown = Ce message ne connaît pas { $place }. Retirez cette place.
error-wording-missing = Il manque { $place } dans le texte. Ajoutez cette place.

## When each message goes

wording-when-every = Ces textes se trouvent dans plusieurs messages.
wording-when-acknowledgement = Part quand un dossier est déposé.
wording-when-transfer = Part quand un dossier passe à une autre administration.
wording-when-question = Part quand l’administration pose une question.
wording-when-extension = Part quand le délai est prolongé.
wording-when-answer = Part quand l’administration répond.
wording-when-closure = Part quand un dossier est clos.
wording-when-reopening = Part quand un dossier est rouvert.
wording-when-judgement = Part quand une personne est tirée au sort pour juger la réponse.
wording-when-judgement-again = Part une seconde fois, à qui n’a pas encore répondu.
wording-when-contact-code = Part quand quelqu’un confirme une adresse ou un numéro.
wording-when-account-code = Part quand quelqu’un ouvre son compte.
wording-when-draft-code = Part quand quelqu’un garde son texte pour plus tard.
wording-when-mail-answer = Part quand quelqu’un nous écrit un nouveau mail.
wording-when-lost-receipt = Part quand quelqu’un a perdu son récépissé.
wording-when-sms-reply = Part quand quelqu’un nous écrit un SMS.
admin-deed-wording-change = Texte d’un message changé
admin-deed-wording-take-back = Texte d’un message rendu au portail
