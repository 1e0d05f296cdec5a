### The words of a case: kinds, states, outcomes, channels, timeline, who filed, and time limits in words.

## Kinds

case-kind-complaint = Réclamation
case-kind-remark = Remarque
case-kind-proposal = Proposition
case-kind-complaint-yours = Votre réclamation
case-kind-remark-yours = Votre remarque
case-kind-proposal-yours = Votre proposition
case-kind-complaint-received = Votre réclamation est déposée
case-kind-remark-received = Votre remarque est déposée
case-kind-proposal-received = Votre proposition est déposée
case-kind-complaint-hint = Vous avez subi un tort, ou un service ne vous a pas satisfait.
case-kind-remark-hint = Votre avis sur un service, bon ou mauvais.
case-kind-proposal-hint = Une idée pour rendre un service plus simple, plus rapide ou plus juste.

## States, as the filer reads them (masculine: said of the case)

case-state-filed = Déposé
case-state-admissible = Recevable
case-state-assigned = Confié à un agent
case-state-in-progress = En cours
case-state-waiting = En attente de votre réponse
case-state-arbitration = En arbitrage
case-state-answered = Réponse donnée
case-state-closed = Clos
case-state-reopened = Rouvert
case-state-withdrawn = Retiré

## What each state means, in a sentence

case-state-filed-means = L’administration l’a reçu et va l’examiner.
case-state-admissible-means = L’administration va le traiter et le confier à un agent. Ce n’est pas encore une réponse.
case-state-assigned-means = Un agent en est chargé.
case-state-in-progress-means = Un agent y travaille.
case-state-waiting-means = L’administration vous a posé une question. Répondez pour qu’elle continue.
case-state-arbitration-means = Plusieurs administrations se disent non compétentes. L’autorité chargée de la réforme de l’administration désigne celle qui doit répondre.
case-state-answered-means = L’administration a répondu. Lisez la réponse, puis dites-nous si elle règle votre problème.
case-state-closed-means = Le dossier est clos. Vous pouvez toujours le lire.

## States, as the desk reads them

case-desk-state-filed = À examiner
case-desk-state-admissible = Recevable, non affecté
case-desk-state-assigned = Affecté
case-desk-state-in-progress = En cours
case-desk-state-waiting = Attend le déposant
case-desk-state-arbitration = Arbitrage
case-desk-state-answered = Répondu
case-desk-state-closed = Clos

## Outcomes

case-outcome-granted = Accordé
case-outcome-partly-granted = Accordé en partie
case-outcome-refused = Refusé
case-outcome-inadmissible = Irrecevable
case-outcome-redirected = Réorienté
case-outcome-noted = Pris en note
case-outcome-unstated = Décision non enregistrée
case-outcome-granted-means = L’administration accepte votre demande.
case-outcome-partly-granted-means = L’administration accepte une partie de votre demande. La réponse dit laquelle.
case-outcome-refused-means = L’administration refuse votre demande. La réponse donne le motif et le fondement juridique.
case-outcome-inadmissible-means = Votre dossier n’est pas recevable. La réponse dit pourquoi et ce que vous pouvez faire.
case-outcome-redirected-means = L’affaire relève d’un organisme hors du portail. La réponse vous dit à qui vous adresser.
answer-competent-body = À qui vous adresser : { $name }
case-outcome-noted-means = L’administration a noté ce que vous avez écrit. La réponse dit ce qu’elle en fera.
case-outcome-unstated-means = L’ancien registre n’indique pas la décision. Lisez la réponse pour la connaître.

## Ways of filing

case-channel-web = En ligne
case-channel-mobile = Application mobile
case-channel-phone = Par téléphone, au 3737
case-channel-counter = Au guichet
case-channel-letter = Par courrier
case-channel-email = Par e-mail
case-channel-sms = Par SMS
case-channel-api = Depuis un autre système
case-channel-import = Repris d’un ancien système
case-subject-from-register = Les dossiers sur ce sujet ont été repris d’un ancien système.

## Who filed

case-category-person = Personne
case-category-company = Société
case-category-association = Association
case-category-cooperative = Coopérative
case-category-anonymous = Anonyme
case-category-other = Autre
case-category-unknown = Non précisé
identity-cin = Carte nationale d’identité électronique (CNIE)
identity-residence-title = Titre de séjour
identity-passport = Passeport
identity-ice = Identifiant commun de l’entreprise (ICE)
identity-registration = Numéro d’enregistrement (registre du commerce ou récépissé)

## Timeline, as the filer reads it

case-event-filed = Vous avez déposé et reçu votre récépissé
case-event-filed-elsewhere = Vous avez déposé dans un ancien système
case-event-filed-at-counter = Vous avez déposé au guichet, avec l’aide d’un agent
case-event-filed-by-letter = Votre courrier a été enregistré par un agent
case-event-filed-by-phone = Vous avez déposé par téléphone, avec l’aide d’un agent
case-event-examined = L’administration a jugé votre dossier recevable
case-event-classified = L’objet ou le lieu a été corrigé
case-event-transferred = Votre dossier a été transmis à une autre administration
case-event-competence-refused = L’administration dit ne pas être compétente
case-event-sent-to-arbitration = L’autorité chargée de la réforme doit désigner qui répond
case-event-arbitrated = L’administration qui doit vous répondre est désignée
case-event-assigned = Votre dossier a été confié à un agent
case-event-taken-up = Le travail sur votre dossier a commencé
case-event-unassigned = Votre dossier attend un autre agent
case-event-climbed = Votre dossier est monté à l’administration au-dessus, où une autre personne l’examinera
case-event-question-asked = L’administration vous a posé une question
case-event-clock-resumed = Le délai, suspendu en attendant votre réponse, a repris
case-event-replied = Vous avez répondu à la question
case-event-replied-by-others = L’administration a noté votre réponse à la question
case-event-message-added = Vous avez ajouté un message
case-event-file-added = Une pièce a été jointe
case-event-file-taken-back = L’administration a repris une pièce qui ne vous était pas destinée
case-event-noted = Note interne
case-event-opinion-asked = L’administration a demandé un avis
case-event-opinion-given = L’avis demandé est arrivé
case-event-extended = Le délai de réponse a été prolongé
case-event-answered = L’administration vous a répondu
case-event-told-telephoned = L’administration vous a téléphoné
case-event-told-not-reached = L’administration vous a téléphoné sans vous joindre
case-event-told-posted = L’administration vous a envoyé une lettre par la poste
case-event-contact-proven = Vous avez confirmé votre adresse
case-event-receipt-lost = Récépissé signalé perdu, avec votre numéro de téléphone
case-event-judged = Vous avez donné votre avis sur la réponse
case-event-closed = Le dossier a été clos
case-event-reopened = Vous avez rouvert le dossier ; une autre personne l’examinera
case-event-linked = Votre dossier a été lié à un autre
case-event-escalated = Le responsable a été prévenu
case-event-reminded = Un rappel du délai a été envoyé
case-event-due-changed = La date limite de réponse a changé
case-event-imported = Votre dossier a été repris d’un ancien système

## Timeline, as the desk reads it

case-desk-event-filed = Dossier déposé
case-desk-event-filed-elsewhere = Déposé dans un ancien système
case-desk-event-filed-at-counter = Déposé au guichet
case-desk-event-filed-by-letter = Déposé par courrier
case-desk-event-filed-by-phone = Déposé par téléphone
case-desk-event-examined = Jugé recevable
case-desk-event-classified = Objet ou lieu corrigé
case-desk-event-transferred = Transmis à une autre administration
case-desk-event-competence-refused = Compétence refusée
case-desk-event-sent-to-arbitration = Envoyé en arbitrage
case-desk-event-arbitrated = Compétence arbitrée
case-desk-event-assigned = Affecté
case-desk-event-taken-up = Traitement commencé
case-desk-event-unassigned = Repris à l’agent, à réaffecter
case-desk-event-climbed = Monté à l’administration au-dessus
case-desk-event-question-asked = Question au déposant
case-desk-event-clock-resumed = Délai repris après l’attente du déposant
case-desk-event-replied = Le déposant a répondu
case-desk-event-replied-by-others = Réponse du déposant, notée par l’administration
case-desk-event-message-added = Message du déposant
case-desk-event-file-added = Pièce jointe ajoutée
case-desk-event-file-taken-back = Pièce reprise : la personne ne la voit plus
case-desk-event-noted = Note interne
case-desk-event-opinion-asked = Avis demandé
case-desk-event-opinion-given = Avis rendu
case-desk-event-extended = Délai prolongé
case-desk-event-answered = Réponse envoyée
case-desk-event-told-telephoned = Dit au téléphone
case-desk-event-told-not-reached = Appelé sans réponse
case-desk-event-told-posted = Lettre postée
case-desk-event-contact-proven = Adresse confirmée par la personne
case-desk-event-receipt-lost = Récépissé perdu : la personne demande à être appelée
case-desk-event-judged = Avis du déposant sur la réponse
case-desk-event-closed = Dossier clos
case-desk-event-reopened = Rouvert par le déposant
case-desk-event-linked = Lié à un autre dossier
case-desk-event-escalated = Remonté au responsable
case-desk-event-reminded = Rappel du délai
case-desk-event-due-changed = Échéance recalculée
case-desk-event-imported = Repris d’un ancien système

## Who acted

case-actor-filer = Vous
case-actor-desk-filer = Déposant
case-actor-system = Le portail
case-actor-register = L’ancien système
news-by-email = Les nouvelles et la réponse vous sont envoyées par e-mail.
news-by-sms = Les nouvelles et la réponse vous sont annoncées par SMS.
news-by-phone = L’administration vous téléphone pour ses questions, ses décisions et sa réponse.
news-by-letter = Les questions, les décisions et la réponse vous arrivent par la poste.
news-by-nothing = Personne ne vous prévient : revenez lire la réponse avec le numéro de suivi et le code d’accès.

## What the filer says of the answer, and what closes a case

case-resolved-question = Votre problème est-il réglé ?
case-resolved-yes = Oui
case-resolved-partly = En partie
case-resolved-no = Non
case-treatment-question = L’administration a-t-elle été correcte avec vous ?
case-treatment-hint = Question à part : le problème peut rester entier et l’administration avoir été correcte.
case-treatment-fair = Oui
case-treatment-unfair = Non
case-closing-filer-confirmed = Vous avez confirmé la réponse
case-closing-time-passed = Le délai pour réagir est passé
case-closing-withdrawn = Vous avez retiré le dossier
case-closing-recorded = Il a été clos dans un ancien système
case-relation-duplicate = Doublon
case-relation-parent = Fait partie d’un autre dossier
case-relation-systemic = Problème récurrent
case-escalation-unit-head = Responsable de l’unité
case-escalation-administration-head = Responsable de l’administration
case-escalation-body-above = Administration au-dessus
case-escalation-reform-authority = Autorité chargée de la réforme de l’administration
case-climb-answered-by-all = tous ceux qui pouvaient l’examiner y avaient déjà répondu
case-climb-nobody-left = il n’y reste personne pour l’examiner
case-audience-filer = le déposant la voit
case-audience-colleagues = pour les collègues seulement

## What the desk can do (buttons)

case-verb-examine = Juger recevable
case-verb-classify = Corriger l’objet ou le lieu
case-verb-transfer = Transmettre
case-verb-refuse-competence = Décliner la compétence
case-verb-arbitrate = Arbitrer
case-verb-assign = Affecter
case-verb-take-up = Commencer
case-verb-unassign = Remettre aux non affectés
case-verb-climb = Monter à l’administration au-dessus
case-verb-ask = Poser une question
case-verb-reply = Noter la réponse du déposant
case-verb-add-message = Ajouter un message
case-verb-add-file = Joindre un fichier
case-verb-note = Écrire une note
case-verb-consult = Demander un avis
case-verb-give-opinion = Rendre un avis
case-verb-extend = Prolonger le délai
case-verb-take-back-file = Reprendre une pièce
case-verb-answer = Répondre
case-verb-tell = Noter ce qui est fait
case-verb-prove-contact = Confirmer une adresse
case-verb-report-lost = Signaler un récépissé perdu
case-verb-judge = Donner mon avis
case-verb-confirm = Confirmer la réponse
case-verb-close-by-time = Clore
case-verb-withdraw = Retirer le dossier
case-verb-reopen = Demander la réouverture
case-verb-escalate = Remonter au responsable
case-verb-remind = Rappeler
case-verb-recompute = Recalculer l’échéance

## Who works at the desk

role-officer = Chargé de dossiers
role-unit-head = Responsable d’unité
role-administration-head = Responsable de l’administration
role-registry = Agent d’accueil et d’enregistrement
role-reform-authority = Autorité chargée de la réforme
role-head-of-government = Services du Chef du Gouvernement
role-auditor = Auditeur
role-administrator = Administrateur
role-call-agent = Agent du centre d’appels
role-call-supervisor = Responsable du centre d’appels
