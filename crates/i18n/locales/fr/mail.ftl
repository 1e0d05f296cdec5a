### Mails: subjects and the parts of their bodies. A subject is passed through `plain` before it is sent.

## Parts of every mail

mail-greeting = Bonjour,
mail-signature = Chikaya
mail-due = Réponse au plus tard le { $date }
mail-due-late = En retard : la réponse était attendue au plus tard le { $date }
mail-opinion-of = Demandé par : { $organisation }
mail-opinion-due = Avis attendu au plus tard le { $date }
mail-open-case = Ouvrir le dossier
mail-keep-link = Ce lien ouvre votre dossier. Gardez-le pour vous.
mail-why = Vous recevez ce message parce que cette adresse a été donnée pour suivre un dossier. N’y répondez pas : répondez sur la page du dossier.
mail-help = Une question ? 3737, du lundi au vendredi.
mail-mediator = Vous pouvez aussi saisir le Médiateur du Royaume à tout moment.
mail-sample = Message de démonstration : les données sont fictives.

## Acknowledgement

mail-acknowledgement-subject = Dossier déposé : { $reference }
mail-acknowledgement-lead = Nous avons reçu votre message le { $moment }. Gardez ce numéro.
mail-acknowledgement-with = Votre dossier se trouve à : { $organisation }
mail-acknowledgement-next = L’administration peut vous poser une question : nous vous préviendrons. Si elle n’est pas compétente, elle transmet et votre délai ne change pas.
mail-acknowledgement-code = Par prudence, le code d’accès n’est pas dans ce message : il est sur votre récépissé.

## Transfer

mail-transfer-subject = Dossier transmis : { $reference }
mail-transfer-lead = Ce dossier relève d’une autre administration. Nous le lui avons envoyé. Le délai ne change pas.
mail-transfer-to = Administration qui vous répondra : { $organisation }
mail-transfer-stays-lead = L’autorité chargée de la réforme de l’administration a tranché : l’administration qui a votre dossier est bien celle qui vous répond. Le délai ne change pas.
mail-transfer-stays-subject = L’administration qui vous répond est désignée : { $reference }

## Question

mail-question-subject = Une question vous attend : { $reference }
mail-question-lead = L’administration a une question à vous poser. Répondez avant la fin du { $date }.
mail-question-from = Question de : { $organisation }
mail-question-action = Répondre à la question
mail-question-voice = Si écrire est difficile, appelez le 3737 : nous écrirons votre réponse avec vous.

## Answer

mail-answer-subject = L’administration a répondu : { $reference }
mail-answer-lead = L’administration a répondu. Lisez la réponse, puis dites-nous si elle règle votre problème.
mail-answer-from = Réponse de : { $organisation }
mail-answer-outcome = Suite donnée : { $outcome }
mail-answer-action = Lire la réponse
mail-answer-reopen = Si vous n’êtes pas d’accord, vous pouvez demander la réouverture jusqu’au { $date }. Une autre personne examinera votre dossier.

## Extension

mail-extension-subject = Délai prolongé : { $reference }
mail-extension-lead = L’administration a prolongé le délai, une seule fois. La réponse est due au plus tard le { $date }.
mail-due-changed-subject = Échéance recalculée : { $reference }
mail-due-changed-lead = La date limite de réponse a changé. Elle est maintenant fixée au { $date }. La raison est sur la page du dossier.

## Reopening

mail-reopening-subject = Dossier rouvert : { $reference }
mail-reopening-lead = Votre dossier est rouvert. Une autre personne que celle qui a répondu l’examinera.

## Closure

mail-closure-subject = Dossier clos : { $reference }
mail-closure-lead-filer-confirmed = Vous avez confirmé la réponse ; le dossier est clos.
mail-closure-lead-time-passed = Nous n’avons pas reçu d’objection dans le délai ; le dossier est clos.
mail-closure-lead-withdrawn = Vous avez retiré votre dossier ; il est clos.
mail-closure-lead-recorded = Le dossier a été clos dans un ancien système.
mail-closure-read = Rien n’est effacé : vous pouvez toujours lire le dossier.

## Verification of a contact

mail-code-subject = Code de vérification : { $code }
mail-code-lead = Écrivez ce code sur la page pour confirmer que cette adresse est la vôtre :
mail-code-lead-account = Écrivez ce code sur la page pour ouvrir votre compte. Qui l’obtient peut lire vos dossiers : ne le donnez à personne.
mail-code-expires =
    { $minutes ->
       [one] Il est valable { $minutes } minute.
       [many] Il est valable { $minutes } de minutes.
      *[other] Il est valable { $minutes } minutes.
    }
mail-code-ignore = Vous n’avez pas demandé de code ? Ne faites rien, et ne le donnez à personne.

## List of one's cases

mail-cases-subject = Vos dossiers sur Chikaya
mail-cases-lead =
    { $count ->
       [0] Aucun dossier n’est lié à cette adresse.
       [one] { $count } dossier est lié à cette adresse :
       [many] { $count } de dossiers sont liés à cette adresse :
      *[other] { $count } dossiers sont liés à cette adresse :
    }
mail-cases-ignore = Vous n’avez pas demandé cette liste ? Ne faites rien : personne d’autre ne l’a vue.

## Staff

mail-invitation-subject = Invitation à l’espace de traitement
mail-invitation-lead = Un accès au traitement des dossiers vous est ouvert. Administration : { $organisation }.
mail-renewal-subject = Choisissez un nouveau mot de passe
mail-renewal-lead = Votre accès au traitement des dossiers est renouvelé ({ $organisation }). Votre ancien mot de passe et votre ancien second code ne marchent plus : choisissez-en de nouveaux. Vos dossiers et vos brouillons restent.
mail-invitation-action = Choisir un mot de passe
mail-invitation-expires =
    { $days ->
       [one] Ce lien est valable { $days } jour et une seule fois.
       [many] Ce lien est valable { $days } de jours et une seule fois.
      *[other] Ce lien est valable { $days } jours et une seule fois.
    }
mail-staff-reminder-subject-left =
    { $days ->
       [0] Réponse due aujourd’hui
       [one] Il reste { $days } jour pour répondre
       [many] Il reste { $days } de jours pour répondre
      *[other] Il reste { $days } jours pour répondre
    } : { $reference }
mail-staff-reminder-subject-late =
    { $days ->
       [0] Réponse due aujourd’hui
       [one] Réponse en retard de { $days } jour
       [many] Réponse en retard de { $days } de jours
      *[other] Réponse en retard de { $days } jours
    } : { $reference }
mail-staff-reminder-lead-left = Un dossier qui vous est confié arrive à échéance : réponse au plus tard le { $date }.
mail-staff-reminder-lead-late = Un dossier qui vous est confié est en retard : la réponse était due le { $date }. La personne qui l’a déposé le voit sur sa page.
mail-staff-reminder-nobody-left = Un dossier que personne ne traite arrive à échéance : réponse au plus tard le { $date }. Confiez-le à quelqu’un.
mail-staff-reminder-nobody-late = Un dossier que personne ne traite est en retard : la réponse était due le { $date }. Confiez-le à quelqu’un. La personne qui l’a déposé voit le retard sur sa page.
mail-due-soon-subject =
    { $count ->
       [one] { $count } dossier arrive à échéance
       [many] { $count } de dossiers arrivent à échéance
      *[other] { $count } dossiers arrivent à échéance
    }
mail-due-soon-lead = L’échéance approche. La plus proche d’abord :
mail-staff-why = Vous recevez ce message parce que vous traitez des dossiers sur Chikaya.
mail-staff-choose = Choisir ce que vous recevez

## Notices to staff

mail-notice-urgent = Dossier urgent
mail-notice-urgent-lead = Un dossier a été déposé auprès de votre administration : quelqu’un est peut-être en danger. Il est en tête de votre espace de traitement.
mail-notice-danger = Dossier urgent : quelqu’un est peut-être en danger.
mail-notice-new-case = Nouveau dossier
mail-notice-new-case-lead = Un dossier a été déposé auprès de votre administration. Il attend d’être examiné et confié à quelqu’un.
mail-notice-transfer-in = Dossier transmis
mail-notice-transfer-in-lead = Une autre administration a transmis ce dossier à la vôtre. Le délai continue de courir.
mail-notice-climbed-in = Dossier remonté
mail-notice-climbed-in-lead = Là où se trouvait ce dossier, plus personne ne peut l’examiner. Il revient à votre administration. Le délai continue de courir.
mail-notice-assigned = Dossier confié
mail-notice-assigned-lead = Ce dossier vous est confié.
mail-notice-opinion-asked = Avis demandé
mail-notice-opinion-asked-lead = Une autre administration demande l’avis de la vôtre sur ce dossier.
mail-notice-opinion-given = Avis reçu
mail-notice-opinion-given-lead = L’avis demandé sur ce dossier est arrivé.
mail-notice-reply = Le déposant a écrit
mail-notice-reply-lead = La personne qui a déposé ce dossier a écrit.
mail-notice-to-reexamine = Dossier rouvert
mail-notice-to-reexamine-lead = Le déposant n’est pas d’accord avec la réponse. Une autre personne que celle qui a répondu doit examiner le dossier. Confiez-le à quelqu’un.
mail-notice-to-arbitrate = Compétence à trancher
mail-notice-to-arbitrate-lead = Compétence déclinée par : { $names }. C’est à vous de désigner l’administration qui répond.
mail-notice-arbitrated = Compétence tranchée
mail-notice-arbitrated-lead = Il a été décidé que votre administration doit répondre à ce dossier.
mail-notice-due-soon = Échéance proche
mail-notice-late = Réponse en retard
mail-notice-escalated = Dossier en retard
mail-notice-escalated-lead = Ce dossier est en retard. Nous vous prévenons parce que vous répondez du travail de ceux qui le traitent.
mail-staff-subject = { $what } : { $reference }
mail-seal-subject = Sceau du registre de Chikaya
mail-seal-lead = Conservez ce message : la ligne ci-dessous dit ce qu’étaient le registre de toutes les réclamations et le journal des actions au moment où elle a été faite.
mail-seal-use = Si quelqu’un change ensuite le passé ou remet un état antérieur, `chikaya doctor --deep --seals FICHIER`, avec cette ligne dans le fichier, le montre.

mail-digest-subject = Vos dossiers sur Chikaya, { $date }
mail-digest-lead = Ce qui est arrivé aux dossiers dont vous répondez, dans l’ordre :
mail-digest-line = { $what } : { $reference } · { $matter } · au plus tard le { $due }
mail-digest-line-late = { $what } : { $reference } · { $matter } · en retard, attendu pour le { $due }
mail-digest-more = Il y en a plus que ce message n’en énumère : voyez l’espace de traitement.
mail-digest-action = Ouvrir l’espace de traitement
mail-guesses-subject = Des mots de passe faux ont été essayés sur votre compte
mail-guesses-lead = Mots de passe faux essayés de suite sur votre compte : { $count }, le dernier le { $moment }.
mail-guesses-done = Personne n’est entré ainsi. Pendant quelques minutes, aucun mot de passe n’est examiné pour ce compte, sauf dans les navigateurs déjà connus de ce compte.
mail-guesses-advice = Si c’était vous, attendez quelques minutes. Sinon, choisissez un mot de passe que vous n’utilisez nulle part ailleurs et ajoutez un second code.
mail-guesses-action = Votre compte
mail-annual-report-due-subject = Le rapport annuel { $year } est attendu
mail-annual-report-due-lead = Le rapport de { $body } sur { $year } est dû au plus tard le { $day }. Il n’est pas encore transmis au Chef du Gouvernement.
mail-annual-report-late-subject = Le rapport annuel { $year } est en retard
mail-annual-report-late-lead = Le rapport de { $body } sur { $year } était dû au plus tard le { $day }. Il n’est pas encore transmis au Chef du Gouvernement.
mail-annual-report-returned-subject = Le rapport annuel { $year } est à compléter
mail-annual-report-returned-lead = Le rapport de { $body } sur { $year } vous a été renvoyé pour être complété. Les motifs figurent sur sa page.
mail-annual-action = Rapports annuels
mail-annual-synthesis-due-subject = La synthèse nationale { $year } est attendue
mail-annual-synthesis-due-lead = La synthèse de { $body } sur { $year } est due au plus tard le { $day }. Elle n’est pas encore transmise au Chef du Gouvernement.
mail-annual-synthesis-late-subject = La synthèse nationale { $year } est en retard
mail-annual-synthesis-late-lead = La synthèse de { $body } sur { $year } était due au plus tard le { $day }. Elle n’est pas encore transmise au Chef du Gouvernement.
mail-annual-synthesis-returned-subject = La synthèse nationale { $year } est à compléter
mail-annual-synthesis-returned-lead = La synthèse de { $body } sur { $year } vous a été renvoyée pour être complétée. Les motifs figurent sur sa page.
mail-weekly-subject = Les chiffres de la semaine, { $date }
mail-weekly-lead = { $body } : la situation au { $day }.
mail-weekly-week = Semaine du { $monday } : arrivés ou rouverts { $came }, répondus { $answered }.
mail-weekly-open = Dossiers en cours : { $cases }
mail-weekly-overdue = En retard : { $cases }
mail-weekly-ahead = À échéance les sept prochains jours ouvrables : { $due }. Commencés par personne : { $idle }.
mail-weekly-own = À votre charge : { $open } ; en retard : { $late }
mail-weekly-action = Ouvrir le tableau de bord
mail-weekly-bodies = Toutes les administrations côte à côte
