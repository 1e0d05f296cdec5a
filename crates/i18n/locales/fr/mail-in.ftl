### Les mails reçus : pourquoi l’un attend, ce que le bureau en fait, et l’unique réponse à un nouveau mail.

## Pourquoi un mail attend, ou a été laissé

mail-in-reason-unproven = Rien ne prouve qu’il vient de cette adresse.
mail-in-reason-other-sender = Il répond à l’un de nos mails depuis une autre adresse que celle du déposant.
mail-in-reason-false-word = Il prétend répondre à l’un de nos mails, mais le mot de son adresse n’est pas le nôtre.
mail-in-reason-ended-word = Le déposant a mis fin aux liens de ce dossier.
mail-in-reason-not-now = Dans son état actuel, le dossier ne reçoit pas de message de son déposant.
mail-in-reason-wants-no-answer = Il demande qu’aucune réponse automatique ne lui soit envoyée.
mail-in-reason-answered-enough = Son expéditeur a déjà reçu plusieurs réponses aujourd’hui.
mail-in-reason-many = Beaucoup de mails de cet expéditeur sont arrivés aujourd’hui.
mail-in-reason-empty = Il ne dit rien et n’apporte aucun fichier.
mail-in-reason-unreadable = Il ne peut pas être lu. L’original est gardé.
mail-in-reason-too-many-parts = Il a trop de parties pour être ouvert. L’original est gardé.
mail-in-reason-returned = Notre mail au déposant est revenu : joignez-le par une autre voie.
mail-in-reason-automatic = Un programme l’a écrit.
mail-in-reason-list = Il vient d’une liste de diffusion.
mail-in-reason-loop = C’est un mail de chez nous.
mail-in-reason-notice = Un serveur annonce qu’un mail tarde ou est arrivé.
mail-in-reason-not-ours = Quelqu’un l’a vu.

## For administrators

admin-mail-in-title = Mails reçus ces dernières 24 heures
mail-in-state-received = À lire : { $count }
mail-in-state-waiting = En attente au bureau : { $count }
mail-in-state-joined = Ajoutés à un dossier : { $count }
mail-in-state-begun = Commencés comme dépôt : { $count }
mail-in-state-left = Laissés : { $count }

## Au bureau

desk-mail-title = Mails reçus
desk-mail-lead = Ces mails attendent que quelqu’un décide de leur suite.
desk-mail-none = Aucun mail n’attend.
desk-mail-trail = L’ouverture de ce mail est inscrite au journal à votre nom.
desk-mail-from = De
desk-mail-case = Dossier
desk-mail-no-subject = Sans objet
desk-mail-no-words = Ce mail ne montre aucun texte.
desk-mail-quoted = Texte cité
desk-mail-files = Fichiers : { $count }
desk-mail-original = Télécharger l’original ({ $size })
desk-mail-join-title = L’ajouter à un dossier
desk-mail-join-label = Numéro de suivi
desk-mail-join-hint = Il répond à la question qui attend. Sinon, il devient une note pour les collègues.
desk-mail-join = Ajouter
desk-mail-no-case = Aucun de vos dossiers n’a ce numéro de suivi.
desk-mail-begin-title = En faire un dépôt
desk-mail-begin-hint = Son expéditeur reçoit un lien et complète le dépôt.
desk-mail-begin = Commencer le dépôt
desk-mail-leave-title = Rien à faire
desk-mail-leave-hint = Il ne nous concerne pas, ou c’est réglé. Il est supprimé après 30 jours.
desk-mail-leave = Mettre de côté

## Ce qui n’est pas montré d’un mail

mail-in-left-signature = (Une signature accompagnait ce mail. Elle est gardée avec l’original.)
mail-in-left-locked = (Une partie de ce mail est chiffrée et ne peut pas être lue ici. Elle est gardée avec l’original.)
mail-in-left-calendar = (Une invitation d’agenda accompagnait ce mail. Elle est gardée avec l’original.)
mail-in-left-parcel = (Des fichiers sont arrivés dans un paquet winmail.dat qui ne s’ouvre pas ici. Il est gardé avec l’original.)
mail-in-file-left = (Le fichier { $name } n’a pas été pris. { $why })
mail-in-file-refused = Il ne peut pas être ajouté maintenant.
error-mail-in-no-sender = Ce mail n’indique aucune adresse à laquelle répondre.
error-mail-in-unreadable = Ce mail ne peut pas être lu. Téléchargez l’original.

## La réponse à un nouveau mail

mail-answer-by-mail-subject = Complétez votre dépôt
mail-answer-by-mail-lead = Nous avons reçu votre mail. Rien n’est encore envoyé à une administration : ouvrez le lien, dites où cela se passe et qui vous êtes, puis envoyez. Votre texte et vos fichiers y sont déjà.
mail-answer-by-mail-action = Compléter le dépôt
mail-answer-by-mail-until = Il est gardé jusqu’au { $date }. Gardez ce message pour vous : qui a le code peut lire ce que vous avez écrit.
mail-answer-by-mail-ignore = Vous ne nous avez pas écrit ? Ne faites rien : quelqu’un a utilisé votre adresse.
admin-message-mail-answer = Réponse à un nouveau mail

## Le journal

admin-deed-mail-open = Mail reçu ouvert
admin-deed-mail-take = Mail reçu téléchargé
admin-deed-mail-join = Mail reçu ajouté à un dossier
admin-deed-mail-begin = Dépôt commencé à partir d’un mail reçu
admin-deed-mail-leave = Mail reçu mis de côté
