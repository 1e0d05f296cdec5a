### Administration of the portal: organisations, people, calendar, policies, messages, and the mailbox of a trial.
admin-title = Administration du portail
admin-organisations-title = Administrations et unités
admin-organisation-name-ar = Nom en arabe
admin-organisation-name-fr = Nom en français
admin-organisation-name-zgh = Nom en tamazight
admin-organisation-name-en = Nom en anglais
admin-organisation-acronym = Sigle
admin-organisation-parent = Rattachée à
admin-organisation-receives = Reçoit des dossiers
admin-people-title = Agents
admin-people-invite = Inviter un agent
admin-people-role = Rôle
admin-people-active = Actif
admin-people-stopped = Suspendu
admin-people-stop = Suspendre le compte
admin-people-sessions = Fermer toutes les sessions
admin-people-invited = Invitation envoyée à { $email }.
admin-calendar-title = Jours fériés
admin-calendar-lead = Chaque changement recalcule les échéances des dossiers ouverts et s’inscrit dans chacun avec sa raison.
admin-calendar-add = Ajouter un jour férié
admin-calendar-estimated = Date estimée
admin-calendar-worked = Jour travaillé par exception
holiday-kind-national = Fête nationale
holiday-kind-religious = Fête religieuse
holiday-kind-exceptional = Repos exceptionnel
admin-policies-title = Règles des délais
admin-policy-version = Version { $version }, en vigueur depuis le { $date }
admin-policy-transfer-days = Jours pour transmettre
admin-policy-answer-days = Jours pour répondre
admin-policy-danger-days = Jours pour répondre quand quelqu’un est en danger (facultatif)
admin-policy-wrongdoing-days = Jours pour répondre à un signalement de corruption (facultatif)
admin-policy-wrongdoing-body = Organisme qui reçoit les signalements de corruption (facultatif)
admin-policy-as-ordinary = Comme pour tout dépôt
admin-policy-reform-authority = Autorité chargée de la réforme
admin-policy-day-unit = Comment compter les jours
day-unit-calendar = Tous les jours
day-unit-working = Jours ouvrables seulement
admin-policy-extension = Jours de prolongation
admin-policy-extension-none = Pas de prolongation
admin-policy-rolls = Une échéance tombant un jour de repos passe au jour ouvrable suivant
admin-policy-pauses = L’attente du déposant suspend le délai
admin-policy-reopening-days = Jours pour demander la réouverture
admin-policy-reopenings = Réouvertures au plus
admin-policy-closure-days = Jours ouvrables avant clôture sans réaction
admin-messages-title = Messages non remis
admin-messages-lead = Ces messages n’ont pas pu être remis. Corrigez la cause, puis renvoyez-les.
admin-messages-retry = Renvoyer
admin-messages-attempts = Essais : { $count }
admin-messages-none = Tous les messages sont remis.

## Choosing and lists

admin-choose-hint = Écrivez quelques mots du nom ou le sigle, puis choisissez dans la liste.
admin-next = Page suivante

## People

admin-people-words = Nom ou adresse
admin-people-none = Personne ici. Changez le filtre.
admin-people-sample = Compte d’essai
admin-people-link = Lien d’accès
admin-people-link-once = Ce lien ne s’affiche qu’une fois et reste valable 7 jours. Ne le donnez qu’à la personne concernée.
admin-people-access = Accès au compte
admin-people-start = Rétablir le compte
admin-people-self = C’est votre compte : seul un autre administrateur peut le suspendre.
admin-people-renew = Envoyer un nouveau lien d’accès
admin-people-renew-lead = Le mot de passe actuel ne marchera plus et toutes les sessions se ferment. La personne choisira un nouveau mot de passe et un nouveau second code.
admin-people-waiting = Invitations pas encore utilisées
admin-people-until = Valable jusqu’au { $date }
admin-people-withdraw = Retirer l’invitation
admin-people-withdraw-lead = Le lien ne marchera plus, même s’il est déjà arrivé.

## Organisations

admin-organisation-new = Ajouter une administration ou une unité
admin-organisation-words = Mots du nom, ou sigle
admin-organisations-none = Aucune administration ici.
admin-organisation-parts = Ce qui en dépend
admin-organisation-receives-not = Ne reçoit pas de dossiers
admin-organisation-stopped = Suspendue
admin-organisation-stopped-lead = Cette administration est suspendue : aucun dossier ne peut lui être envoyé, son nom reste dans les anciens dossiers.
admin-organisation-blocked = Elle ne peut pas encore être suspendue
admin-organisation-code = Code
admin-organisation-code-hint = Lettres minuscules sans accent, chiffres et traits d’union, comme unite-eclairage. Il ne change plus ensuite.
admin-organisation-territory = Territoire
admin-organisation-unit = Unité chargée des réclamations
admin-organisation-stop = Suspendre l’administration
admin-organisation-stop-lead = Impossible tant qu’elle a un dossier ouvert ou qu’une règle de compétence la nomme. Elle peut être rétablie à tout moment.
admin-organisation-start = Rétablir l’administration

## Calendar

admin-calendar-runs = Recalcul des échéances
admin-calendar-run-done = Recalcul terminé. Dossiers vérifiés : { $checked }. Échéances changées : { $changed }.
admin-calendar-run-going = Recalcul en cours. Dossiers vérifiés : { $checked }. Échéances changées : { $changed }.
admin-calendar-refresh = Actualiser
admin-calendar-year = Année
admin-calendar-none = Aucun jour férié pour cette année.
admin-calendar-name = Jour férié
admin-calendar-sure = Date sûre
admin-calendar-estimated-lead = Cette date est estimée : la lune peut la décaler d’un jour. Confirmez-la quand elle est annoncée, ou changez le jour plus bas.
admin-calendar-confirm = Confirmer la date
admin-calendar-remove = Retirer ce jour férié
admin-calendar-remove-lead = Ce jour redevient ouvrable et les échéances des dossiers ouverts sont recalculées.
admin-calendar-worked-title = Jours travaillés par exception
admin-calendar-weekend = Jours de repos hebdomadaire

## Policies

admin-policies-lead = Les versions passées ne changent pas : les dossiers déposés gardent la leur. Une nouvelle version vaut pour les dossiers déposés à partir de sa date.
admin-policy-new = Ajouter une version
admin-policy-in-force = En vigueur
admin-policy-from = En vigueur à partir du
admin-policy-extends = Le délai peut être prolongé une fois, avec un motif
admin-policy-reminders = Rappels, en jours avant l’échéance
admin-policy-refusals = Refus de compétence avant arbitrage

## Messages

admin-messages-waits = Le message attend d’être renvoyé.
admin-message-acknowledgement = Accusé de réception
admin-message-transfer = Transmission
admin-message-question = Question au déposant
admin-message-extension = Prolongation
admin-message-answer = Réponse
admin-message-closure = Clôture
admin-message-reopening = Réouverture
admin-message-reminder = Rappel à l’agent
admin-message-contact-code = Code de vérification
admin-message-seal = Sceau
admin-message-account-code = Code d’ouverture de compte
admin-message-lost-receipt = Liste des dossiers, récépissé perdu
admin-message-invitation = Invitation d’un agent
admin-messages-wiped = Ce qu’il portait a été effacé. Qui en a besoin le demande à nouveau.
admin-messages-stopped =
    { $count ->
        [0] Aucun message ne part depuis { $moment }. Aucun n’attend pour l’instant.
        [one] Aucun message ne part depuis { $moment }. Un message attend ; il partira dès que le serveur de messagerie le prendra.
        [many] Aucun message ne part depuis { $moment }. { $count } de messages attendent ; ils partiront dès que le serveur de messagerie les prendra.
       *[other] Aucun message ne part depuis { $moment }. { $count } messages attendent ; ils partiront dès que le serveur de messagerie les prendra.
    }
admin-messages-delayed =
    { $count ->
        [one] Un message attend depuis { $moment }.
        [many] { $count } de messages attendent, le premier depuis { $moment }.
       *[other] { $count } messages attendent, le premier depuis { $moment }.
    }
admin-messages-delayed-many = Plus de mille messages attendent, le premier depuis { $moment }.
admin-message-unreadable = Message illisible
admin-message-urgent = Dossier urgent
admin-message-new-case = Nouveau dossier
admin-message-transfer-in = Dossier transmis
admin-message-climbed-in = Dossier remonté
admin-message-assigned = Dossier confié
admin-message-opinion-asked = Avis demandé
admin-message-opinion-given = Avis reçu
admin-message-reply = Le déposant a écrit
admin-message-to-reexamine = Dossier rouvert
admin-message-to-arbitrate = Compétence à trancher
admin-message-arbitrated = Compétence tranchée
admin-message-escalated = Dossier en retard
admin-message-digest = Message du jour
admin-message-weekly = Les chiffres de la semaine
admin-message-guesses = Mots de passe faux sur un compte

## Audit trail

admin-record-title = Registre et sceaux
admin-record-lead = Chaque événement et chaque ligne du journal des actions sont liés en un seul registre, scellé avec la clé du portail. Imprimez cette page et gardez-la ailleurs : qui change ensuite le passé ne peut plus refaire ces sceaux.
admin-record-seal = Sceau
admin-record-made = Fait le
admin-record-events = Événements
admin-record-lines = Lignes du journal des actions
admin-record-none = Rien n’est encore scellé.
admin-record-newest = Le dernier sceau, à copier
admin-record-keepers = Le sceau de chaque jour va aussi dans le fichier et aux adresses des réglages. `chikaya doctor --deep --seals FICHIER` compare.

admin-audit-title = Journal des actions
admin-audit-who = Adresse de l’agent
admin-audit-who-head = Agent
admin-audit-what = Action
admin-audit-from = À partir du
admin-audit-until = Jusqu’au
admin-audit-days-turned = Le premier jour est après le dernier.
admin-audit-object = Objet
admin-audit-none = Aucune action ici.
admin-deed-session-begin = Connexion
admin-deed-session-refused = Connexion refusée
admin-deed-session-end = Déconnexion
admin-deed-factor-enrol = Second code mis en place
admin-deed-case-open = Dossier ouvert
admin-deed-contacts-show = Coordonnées affichées en entier
admin-deed-filer-find = Recherche par le nom de la personne
admin-deed-letter-print = Lettre imprimée, avec l’adresse
admin-deed-call-act = Acte noté pendant un appel
admin-deed-register-open = Registre lu, avec les noms
admin-deed-register-export = Registre téléchargé
admin-deed-person-invite = Agent invité
admin-deed-invitation-accept = Invitation acceptée
admin-deed-invitation-withdraw = Invitation retirée
admin-deed-person-change = Compte d’un agent modifié
admin-deed-person-switch-off = Compte suspendu
admin-deed-person-switch-on = Compte rétabli
admin-deed-person-end-sessions = Sessions fermées
admin-deed-person-renew = Nouveau lien d’accès
admin-deed-person-create = Compte créé en ligne de commande
admin-deed-person-reset = Nouveau mot de passe en ligne de commande
admin-deed-person-link = Lien du premier administrateur affiché
admin-deed-organisation-create = Administration ajoutée
admin-deed-organisation-change = Administration modifiée
admin-deed-organisation-switch-off = Administration suspendue
admin-deed-organisation-switch-on = Administration rétablie
admin-deed-holiday-put = Jour férié ajouté ou modifié
admin-deed-holiday-confirm = Jour férié confirmé
admin-deed-holiday-remove = Jour férié retiré
admin-deed-worked-day-add = Jour travaillé ajouté
admin-deed-worked-day-remove = Jour travaillé retiré
admin-deed-weekend-change = Jours de repos modifiés
admin-deed-policy-add = Version des délais ajoutée
admin-deed-message-send-again = Message renvoyé
admin-deed-import-run = Dossiers repris d’un ancien système
admin-people-cases = Dossiers en cours : { $count }
admin-people-cases-more = Dossiers en cours : plus de { $count }
admin-people-case-due = Échéance
admin-people-hand-on = À qui vont ces dossiers
admin-people-hand-on-hint = Ce que personne ne peut reprendre monte à l’administration au-dessus. Chaque passage est inscrit au dossier.
admin-people-to-unassigned = Aux non affectés de leur administration
admin-people-to-colleagues = À des collègues, à tour de rôle
admin-people-stop-and-hand-on = Suspendre le compte et passer les dossiers
admin-people-handed = Compte suspendu. Dossiers affectés : { $given } ; non affectés : { $unassigned } ; montés à l’administration au-dessus : { $climbed }.
admin-deed-factor-replace = Second code remplacé
admin-deed-factor-remove = Second code retiré
admin-deed-recovery-renew = Nouveaux codes de secours
admin-deed-account-change = Compte modifié par la personne
admin-deed-password-change = Mot de passe changé
admin-deed-password-refused = Mot de passe actuel refusé
admin-deed-session-end-others = Autres sessions fermées
admin-deed-guess-account = Beaucoup de mots de passe faux sur un compte
admin-deed-guess-case = Beaucoup de codes d’accès faux sur un dossier
admin-deed-person-hand-on = Dossiers passés à d’autres
admin-deed-record-renew = Registre recommencé sous une autre clé du portail, après cet événement
admin-deed-account-adopt = Compte repris tel quel dans le nouveau registre
admin-deed-organisation-adopt = Administration reprise telle quelle dans le nouveau registre
admin-deed-holiday-adopt = Jour férié repris tel quel dans le nouveau registre
admin-deed-policy-adopt = Version des délais reprise telle quelle dans le nouveau registre
admin-deed-annual-begin = Rapport annuel commencé
admin-deed-annual-write = Partie d’un rapport annuel écrite
admin-deed-annual-freeze = Chiffres d’un rapport annuel arrêtés
admin-deed-annual-approve = Rapport annuel validé
admin-deed-annual-take-back = Rapport annuel remis en rédaction
admin-deed-annual-transmit = Rapport annuel envoyé au Chef du Gouvernement
admin-deed-annual-forward = Rapport annuel transmis à l’autorité chargée de la réforme
admin-deed-annual-return = Rapport annuel renvoyé pour complément
admin-deed-annual-accept = Rapport annuel accepté
admin-deed-annual-publish = Rapport annuel publié
admin-deed-annual-remind = Administration rappelée à son rapport annuel
admin-deed-annual-adopt = Rapport annuel repris tel quel dans le nouveau registre
admin-policy-report-due = Les rapports annuels sont dus au plus tard le (mois et jour, comme 01-31 ; facultatif)
admin-policy-synthesis-due = La synthèse nationale est due au plus tard le (mois et jour ; facultatif)
admin-policy-nobody-reminded = personne n’est relancé
admin-message-annual = Au sujet d’un rapport annuel
