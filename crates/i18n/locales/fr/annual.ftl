### Les rapports annuels et leur parcours, à l’écran.
annual-nav = Rapports annuels
annual-lead = Chaque administration rend compte de son année, en arabe et en français, au Chef du Gouvernement, puis à l’autorité chargée de la réforme de l’administration.
annual-report = Rapport
annual-since = Depuis
annual-due = Le rapport { $year } n’est pas encore commencé
annual-begin = Commencer le rapport { $year }
annual-none = Aucun rapport pour l’instant.
annual-earlier = Années antérieures sans rapport
annual-begin-earlier = Commencer le rapport

## Stages

annual-stage-not-begun = Pas commencé
annual-stage-draft = En rédaction
annual-stage-returned = Renvoyé pour être complété
annual-stage-approved = Validé
annual-stage-transmitted = Chez le Chef du Gouvernement
annual-stage-forwarded = Chez l’autorité chargée de la réforme
annual-stage-accepted = Accepté
annual-stage-published = Publié

## What is done

annual-verb-write = Écrire
annual-verb-freeze = Arrêter les chiffres
annual-verb-approve = Valider
annual-verb-take-back = Reprendre la rédaction
annual-verb-transmit = Envoyer au Chef du Gouvernement
annual-verb-forward = Transmettre à l’autorité chargée de la réforme
annual-verb-return = Renvoyer pour complément
annual-verb-accept = Accepter le rapport
annual-verb-publish = Publier
annual-freeze-again = Arrêter les chiffres à nouveau
annual-means-report-approve = Textes et chiffres ne changent plus, sauf si vous reprenez la rédaction. L’étape suivante est l’envoi.
annual-means-report-take-back = Le rapport revient en rédaction et devra être validé à nouveau.
annual-means-report-transmit = Le rapport est imprimé en arabe et en français, et gardé tel quel : il ne change plus.
annual-means-report-forward = L’autorité chargée de la réforme reçoit le rapport pour l’examiner.
annual-means-report-return = Le rapport revient à son administration avec les motifs que vous écrivez.
annual-means-report-accept = Le rapport est tenu pour complet. Il pourra ensuite être publié.
annual-means-report-publish = Tout le monde peut lire le rapport ; les petits nombres y sont masqués. Il n’est plus retiré.
annual-means-synthesis-transmit = La synthèse est imprimée en arabe et en français, et gardée telle quelle : elle ne change plus tant qu’elle est chez le Chef du Gouvernement.
annual-means-synthesis-return = La synthèse revient à l’autorité chargée de la réforme avec les motifs que vous écrivez.
annual-means-synthesis-approve = Le Chef du Gouvernement valide la synthèse. Elle pourra ensuite être publiée.
annual-means-synthesis-publish = Tout le monde peut lire la synthèse ; les petits nombres y sont masqués. Elle n’est plus retirée.
annual-sure = Je confirme
annual-reasons = Ce qui manque, et pourquoi
annual-reasons-unaccepted = Aucun rapport de l’année n’est accepté. Pourquoi publier la synthèse malgré cela ?

## The page of a report

annual-acts-title = À faire maintenant
annual-returned-title = Renvoyé pour ces motifs
annual-not-sent = Les textes et les chiffres se lisent une fois le rapport envoyé.
annual-figures-title = Chiffres
annual-figures-none = Les chiffres ne sont pas encore arrêtés. Sans eux, le rapport n’est ni validé ni envoyé.
annual-figure-none = –
annual-year-before = en { $year } : { $value }
annual-texts-title = Textes
annual-empty = Rien n’est encore écrit.
annual-by = { $name }, { $when }
annual-documents-title = Documents
annual-documents-draft = Projet, tel qu’il est maintenant
annual-documents-preview = Tel que tout le monde le lira
annual-documents-sent = Documents envoyés
annual-documents-published = Documents publiés
annual-digest = Empreinte SHA-256 :
annual-steps-title = Où en est le rapport
annual-record-title = Registre du rapport
annual-record-hint = Chaque étape est inscrite et liée à celles d’avant.
annual-version = version { $number }
annual-position = événement numéro { $position }

## Sections

annual-section-unit = L’unité chargée des réclamations et ses moyens
annual-section-overview = Ce qui a été reçu et répondu
annual-section-causes = Principales causes, et ce qui a été fait
annual-section-quality = Qualité : délais, avis, réouvertures
annual-section-recommendations = Recommandations

## The record

annual-fact-begun = Commencé
annual-fact-written = Partie écrite
annual-fact-frozen = Chiffres arrêtés
annual-fact-approved = Validé
annual-fact-taken-back = Rédaction reprise
annual-fact-transmitted = Envoyé au Chef du Gouvernement
annual-fact-forwarded = Transmis à l’autorité chargée de la réforme
annual-fact-returned = Renvoyé pour être complété
annual-fact-accepted = Accepté
annual-fact-published = Publié
annual-fact-reminded = Rappel à l’administration

## The editor

annual-text = Texte
annual-meanwhile = Quelqu’un a écrit cette partie entre-temps. Votre texte est dans le champ ; l’autre est ci-dessous. Si vous enregistrez maintenant, le vôtre prend sa place ; l’autre reste au registre.
annual-not-written = Ce rapport n’est plus en rédaction : rien n’a été enregistré. Vous pouvez copier votre texte ici.
annual-stale = Quelqu’un a modifié ce rapport entre-temps. Voici son état actuel ; ce que vous demandiez n’est pas fait.

## The wall

annual-wall-title = Qui a rendu son rapport { $year }
annual-wall-delivered = Rapports envoyés : { $sent } sur { $all }
annual-year = Année
annual-kind = Type d’administration
annual-name = Nom de l’administration
annual-synthesis = Synthèse nationale
annual-synthesis-begin = La synthèse n’est pas encore commencée. Ses chiffres viennent du registre de toutes les administrations.
annual-begin-synthesis = Commencer la synthèse { $year }
annual-synthesis-none = Il n’y a pas encore de synthèse à lire.
annual-wall-kinds = Par type d’administration
annual-wall-sent = Envoyés
annual-wall-all = Attendus
annual-wall-bodies = Administrations
annual-wall-none = Aucune administration ne correspond à ce choix.
annual-closed = fermée
annual-reports-counted = acceptés : { $accepted } sur { $owed } ; envoyés : { $sent }
annual-page-before = Page précédente

## For everybody

annual-public-title = Rapports annuels publiés
annual-public-lead = Ce que les administrations disent de leur année de réclamations, de remarques et de propositions, et la synthèse nationale. L’empreinte permet de vérifier qu’un document est bien celui qui a été publié.
annual-public-none = Aucun rapport n’est encore publié.
annual-public-since = Publié le { $day }
annual-public-unaccepted = À la publication de cette synthèse, aucun rapport d’une administration sur l’année n’était accepté. Motifs donnés :

## What is wrong

error-annual-year = Un rapport porte sur une année terminée.
error-annual-counting = Les chiffres sont en cours de recomptage. Réessayez dans un moment.
error-annual-no-figures = Arrêtez d’abord les chiffres.
error-annual-reasons = Écrivez ce qui manque au rapport.
error-annual-unaccepted = Aucun rapport de l’année n’est accepté : écrivez pourquoi la synthèse est publiée malgré cela.
error-annual-section-long = Cette partie est trop longue.
error-annual-documents = Les documents du rapport manquent : rien n’est fait. Réessayez.
error-annual-sure = Cochez la case pour confirmer.
