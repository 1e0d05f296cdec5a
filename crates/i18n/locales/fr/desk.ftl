### The desk: its queues, and the short words of lists.

## Queues

desk-queue-urgent = Urgents
desk-queue-reports = Signalements de corruption
desk-queue-late = En retard
desk-queue-soon = À rendre bientôt
desk-queue-mine = À moi
desk-queue-open = En cours
desk-queue-new = À examiner
desk-queue-unassigned = Non affectés
desk-queue-waiting = En attente du déposant
desk-queue-answered = Répondus
desk-queue-closed = Clos
desk-queue-arbitration = En arbitrage
desk-queue-reopened = Rouverts
desk-queue-replied = Le déposant a écrit
desk-queue-opinions = Avis qu’on nous demande
desk-queue-to-transcribe = À transcrire
desk-queue-to-telephone = À téléphoner
desk-queue-to-post = À imprimer et poster
desk-queue-left = D’agents partis
desk-tag-reopened = Rouvert
desk-tag-nobody = Sans agent
desk-print-part = Une partie de la liste seulement : la suite est sur les pages suivantes
desk-order-due-first = Échéance proche d’abord
desk-order-due-last = Échéance lointaine d’abord
desk-queue-empty = Aucun dossier ici.

## Signing in

desk-second-factor-title = Second code
desk-second-factor-label = Le code à 6 chiffres de votre application
desk-second-factor-recovery = Sans votre téléphone ? Écrivez un de vos codes de secours.
desk-enrol-title = Ajouter le second code
desk-enrol-lead = Photographiez ce carré avec l’application de codes de votre téléphone, puis écrivez le code affiché.
desk-recovery-title = Codes de secours
desk-recovery-lead = Chaque code sert une fois. Gardez-les loin de votre téléphone : ils ne seront plus affichés.
desk-sign-in-again = Votre connexion date déjà d’un moment. Avant de modifier le compte d’une autre personne, écrivez de nouveau votre mot de passe.
desk-password-forgotten = Mot de passe oublié ?
desk-password-forgotten-how = Demandez un nouveau lien d’accès à la personne qui gère les comptes de votre administration. Avec ce lien, vous choisirez un nouveau mot de passe et un nouveau second code. Vos dossiers et vos brouillons restent.
desk-invitation-hint = Une phrase de quelques mots que personne d’autre ne connaît, 12 caractères au moins.
desk-password-again = Le mot de passe, encore une fois

## Inbox

desk-queues-label = Listes
desk-search-label = Numéro, mot, objet, lieu
desk-search-newest = Les { $count } dossiers les plus récents. Ajoutez un mot pour préciser.
desk-search-further = Suite des résultats
desk-search-none = Aucun dossier ne contient tous ces mots. Essayez-en moins.
desk-filer-title = Chercher par la personne
desk-filer-label = Nom, téléphone, adresse e-mail ou numéro de pièce d’identité
desk-filer-trail = Cette recherche est inscrite au journal : qui l’a faite, quand, et les dossiers affichés. Elle ne sert qu’à traiter un dossier.
desk-filer-hint = Un nom, dans l’écriture de votre choix, ou un numéro complet. Seuls les dossiers de votre administration s’affichent, y compris ceux dont le nom se prononce de même.
desk-filer-empty = Écrivez un nom, un numéro ou une adresse complète.
desk-filer-search = Chercher
desk-filer-none = Aucun de vos dossiers n’est à ce nom ou à ce numéro.
desk-group-late = En retard
desk-group-week = Cette semaine
desk-group-later = Plus tard
desk-keys-title = Raccourcis
desk-keys-browse = parcourir
desk-keys-off = Désactiver les raccourcis

## Colleagues

desk-colleagues-title = Par agent
desk-colleagues-lead = Ce que chacun a en cours. Ouvrez un nom pour voir ses dossiers, et en passer plusieurs à un collègue.
desk-cases-of = Dossiers en cours de { $name }
desk-hand-over = Les dossiers à passer
desk-hand-over-to = À qui ?
desk-hand-over-choose = Choisissez une personne
desk-hand-over-chosen = Passer les dossiers cochés
desk-hand-over-all = Passer tous ces dossiers
desk-hand-over-none = Cochez au moins un dossier.
desk-hand-over-more = Il y en a d’autres : ils s’affichent quand ceux-ci sont passés.
desk-handed-over = Dossiers passés : { $given } ; restés : { $left }. Un dossier reste quand la personne qui devait le recevoir y a déjà répondu, ou quand il a changé de mains entre-temps.

## A case

desk-tab-timeline = Chronologie
desk-back-to-list = Retour à la liste
desk-place = { $place } sur { $count }
desk-identity-title = La personne
desk-identity-show = Afficher en entier
desk-identity-recorded = Chaque consultation est inscrite à votre nom.
desk-news = Veut la réponse par
desk-errand-telephone = À dire au téléphone
desk-errand-post = À imprimer et poster
desk-errand-telephoned = C’est fait : je l’ai dit au téléphone
desk-errand-not-reached = Personne n’a répondu
desk-errand-posted = C’est fait : la lettre est postée
desk-errand-letter = La lettre à imprimer (PDF)
desk-errand-letter-again = Imprimer de nouveau la dernière lettre
desk-errand-calls =
    { $count ->
       [one] { $count } appel sans réponse
       [many] { $count } d’appels sans réponse
      *[other] { $count } appels sans réponse
    }
desk-competence-title = Compétence
desk-competence-why = Pourquoi
desk-competence-by-rule = Compétente selon l’objet et le lieu
desk-handling-title = Traitement
desk-officer-none = Personne pour l’instant
desk-done = C’est enregistré.

## Acting on a case

desk-transfer-to = Administration compétente
desk-transfer-reason = Motif, que la personne lira
desk-refuse-hint = Qui est compétent, selon vous ? Si vous ne savez pas, l’autorité chargée de la réforme tranche.
desk-had-before = Qui a déjà eu le dossier
desk-had-before-transferred = { $name } l’a eu jusqu’au { $date } et l’a transmis.
desk-had-before-refused = { $name } l’a eu jusqu’au { $date } et a décliné la compétence.
desk-had-before-climbed = { $name } l’a eu jusqu’au { $date } ; personne ne pouvait l’y examiner.
desk-had-before-arbitrated = { $name } l’a eu jusqu’au { $date } ; l’autorité chargée de la réforme l’a confié à une autre administration.
desk-had-before-transfer = Si aucune des deux administrations n’est compétente, déclinez la compétence sans en nommer : l’autorité chargée de la réforme tranche.
desk-had-before-refuse = Ne nommez aucune administration, et l’autorité chargée de la réforme tranche.
desk-had-before-sure = L’envoyer quand même à { $name }
desk-ask-by = Réponse avant la fin du
desk-consult-of = À qui demander un avis ?
desk-note-hint = La personne ne la verra pas.
desk-reply-hint = Ce que la personne a répondu au téléphone, au guichet ou par courrier, dans ses mots

## Answering

desk-answer-outcome = 1. Suite donnée
desk-answer-reasons = 2. Motifs et mesure prise
desk-answer-reasons-hint = Dites ce qui est fait, par qui, quand. Dans la langue de la personne : { $language }.
desk-answer-ground = Fondement juridique (d’un refus seulement : sinon il ne part pas)
desk-answer-other-language-send = L’envoyer quand même dans cette langue
desk-answer-other-language = La personne attend une réponse dans cette langue : { $wanted }. La vôtre semble être en { $found }.
desk-answer-body = Administration ou institution compétente (seulement pour « Réorienté »)
desk-answer-recourse = 3. Si la réponse ne convient pas
desk-answer-preview = Aperçu : ce que la personne lira
desk-answer-send = Envoyer la réponse
desk-answer-stopped =
    { $count ->
       [one] Pas encore envoyée : { $count } point à corriger
       [many] Pas encore envoyée : { $count } de points à corriger
      *[other] Pas encore envoyée : { $count } points à corriger
    }
desk-answer-check = Relire avant d’envoyer
desk-answer-about = Réponse à votre dossier
desk-answer-passes = La réponse est complète.
desk-sent-email = La personne la reçoit aussitôt par e-mail.
desk-sent-sms = La personne en est prévenue par SMS, hors des heures calmes.
desk-sent-phone = La personne veut être appelée : une tâche « À téléphoner » s’ouvre.
desk-sent-letter = La personne veut une lettre : une tâche « À imprimer et poster » s’ouvre.
desk-sent-nothing = Personne ne la prévient : elle lira cela avec son récépissé.

desk-until = avant la fin du { $date }
desk-opinion-awaited = Avis attendu
desk-opinion-wanted = Avis demandé le { $asked }, attendu avant la fin du { $until }
desk-question-over = Réponse du déposant attendue jusqu’au { $date }, pas encore reçue
desk-ask-by-at-most = Réponse avant la fin du (au plus tard le { $date }, échéance du dossier)
desk-classify-place = Autre commune ou province (vide : le lieu ne change pas)
desk-file-audience = Qui verra ces pièces
desk-file-audience-hint = Sans autre choix, vos collègues seulement.
desk-take-back-which = Quelle pièce
desk-take-back-reason = Motif, que la personne lira. La pièce ne lui sera plus montrée
desk-reopened-title = Rouvert : le motif, et la réponse précédente

## One’s own account

me-title = Mon compte
me-about = Nom et langue
me-attempts = Mots de passe faux essayés sur votre compte : { $count }, le dernier le { $moment }. Personne n’est entré ainsi. Si ce n’était pas vous, choisissez un mot de passe que vous n’utilisez nulle part ailleurs.
me-notices-title = Ce dont on vous prévient
me-notices-lead = Par e-mail. Ce que vous voulez une fois par jour vient dans un seul message, à partir de sept heures du matin.
me-notices-save = Enregistrer ces choix
me-password-present = Mot de passe actuel
me-password-new = Nouveau mot de passe
me-password-again = Le nouveau mot de passe, encore une fois
me-password-change = Changer le mot de passe
me-password-ends = Vos autres sessions se ferment quand il change.
me-factor-on = Le second code est en place.
me-factor-off = Votre compte n’a pas de second code : le mot de passe seul l’ouvre.
me-factor-required = Il est obligatoire pour votre compte : il se remplace et ne se retire pas.
me-factor-replace = Remplacer le second code
me-factor-remove = Retirer le second code
me-factor-remove-lead = Votre mot de passe suffira pour entrer. Vos codes de secours ne serviront plus.
me-codes-left = Codes de secours encore utilisables : { $count }
me-codes-renew = De nouveaux codes de secours
me-codes-renew-lead = Les anciens ne serviront plus. Les nouveaux s’affichent une seule fois.
me-sessions-title = Vos sessions
me-session-this = Cette session
me-session-unknown = Appareil inconnu
me-session-used = Dernier usage : { $when }
me-session-begun = Connexion : { $when }
me-session-end = Fermer
me-sessions-end-others = Fermer toutes les autres
## What one is told, and how

notice-topic-danger = Quelqu’un est en danger (dossier marqué urgent)
notice-topic-report = Un signalement de corruption arrive
notice-topic-arrival = Un dossier arrive dans votre administration
notice-topic-assignment = Un dossier vous est confié
notice-topic-opinion = Un avis est demandé ou arrive
notice-topic-reply = Un déposant écrit
notice-topic-reopening = Un dossier est rouvert
notice-topic-arbitration = Une compétence est à trancher
notice-topic-due-date = Une réponse est bientôt due ou en retard
notice-choice-at-once = Aussitôt
notice-choice-daily = Une fois par jour
notice-choice-never = Jamais
desk-opinion-was-given = Votre avis sur le dossier { $reference } est rendu : « { $words } »
desk-handed-on = { $name } a maintenant le dossier { $reference }.
desk-no-such-case-title = Votre administration n’a pas ce dossier
desk-no-such-case-text = Il est peut-être passé à une autre administration, ou son numéro de suivi est incomplet. Regardez dans vos listes, ou cherchez ce numéro.
