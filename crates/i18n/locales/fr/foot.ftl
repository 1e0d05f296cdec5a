### The pages of the foot in plain language: about-PAGE-title, -lead, then numbered sections about-PAGE-N-title and -text.

## Accessibility

about-accessibility-title = Accessibilité
about-accessibility-lead = Ce portail est fait pour tout le monde : avec un vieux téléphone, un réseau lent, le clavier seul ou un lecteur d’écran.
about-accessibility-1-title = Ce que nous visons
about-accessibility-1-text = Nous suivons les règles WCAG 2.2, niveau AA. Chaque bouton porte des mots ; un état se lit à un signe et à des mots, jamais à la couleur seule. Le texte s’agrandit sans rien perdre.
about-accessibility-2-title = Sans JavaScript, avec peu de réseau
about-accessibility-2-text = Déposer, suivre et répondre se font sans JavaScript. Les pages sont légères. Le brouillon reste chez nous et se reprend avec un code.
about-accessibility-3-title = Les langues
about-accessibility-3-text = Toutes les pages existent en arabe, tamazight, français et anglais. Écrivez dans la langue que vous voulez, en darija aussi. Le texte en tamazight attend encore la relecture d’une personne qui le parle.
about-accessibility-4-title = Ce qui n’est pas encore vérifié
about-accessibility-4-text = Les pages sont contrôlées par un programme, mais des personnes handicapées ne les ont pas encore essayées. Les pièces jointes par les usagers peuvent échapper aux lecteurs d’écran.
about-accessibility-5-title = Quelque chose vous arrête ?
about-accessibility-5-text = Dites-le-nous par une remarque sur ce portail, appelez le 3737, ou allez au guichet le plus proche : on y écrit votre réclamation avec vous.

## Personal data

about-personal-data-title = Vos données personnelles
about-personal-data-lead = Votre nom et votre numéro ne servent qu’à votre dossier. Seules les personnes qui y travaillent les voient. La loi 09-08 protège vos données.
about-personal-data-1-title = Ce que nous gardons, et pourquoi
about-personal-data-1-text = Votre texte et vos pièces jointes, pour que l’administration réponde. Votre nom et le numéro de votre carte, pour que la réponse parvienne à vous. Votre téléphone, e-mail ou adresse, pour vous prévenir. Le lieu et l’objet, pour savoir qui doit répondre.
about-personal-data-2-title = Qui les voit
about-personal-data-2-text = Les agents chargés de votre dossier et leurs responsables. Votre nom et vos coordonnées sont gardés à part du dossier, et chaque consultation de votre identité est inscrite au nom de la personne qui la fait. Rien n’est publié ni vendu.
about-personal-data-3-title = Pouvez-vous ne pas donner votre nom ?
about-personal-data-3-text = L’administration demande votre identité pour vous répondre. Si vous choisissez de ne pas la donner, vous suivez le dossier avec le numéro de suivi et le code d’accès seulement.
about-personal-data-4-title = Vos droits
about-personal-data-4-text = Vous pouvez voir vos données, les corriger, vous opposer à leur emploi, et demander l’effacement de votre nom et de vos coordonnées une fois le dossier clos. Écrivez-nous depuis la page de votre dossier, par une remarque, ou appelez le 3737. Si notre réponse ne vous satisfait pas, vous pouvez saisir la Commission nationale de contrôle de la protection des données à caractère personnel (CNDP).
about-personal-data-5-title = Ce que nous ne faisons pas
about-personal-data-5-text = Pas de publicité, pas de suivi de votre navigation, aucun service extérieur dans nos pages. Des témoins (cookies), seulement pour ce que vous faites ici, et aucun ne dit qui vous êtes. ck_visitor protège vos envois. ck_case ouvre un dossier sans redemander le code, pendant { $pass } heures au plus. ck_account garde votre compte ouvert, pendant { $account } heures au plus. ck_kept retrouve ce que vous avez envoyé et qui n’a pas été pris, gardé { $kept } heures au plus. ck_draft retrouve un dossier commencé et pas encore déposé ; nous gardons un tel dossier { $draft } jours après sa dernière modification, puis nous l’effaçons. Les témoins de vos envois et de vos dossiers disparaissent à la fermeture du navigateur.

## Time limits. Arguments are figures: answer, transfer, extension, reopen (days); pauses, rolls, working (1 = yes, 0 = no).

about-time-limits-title = Comment se comptent les délais
about-time-limits-lead = Chaque dossier a un dernier jour pour la réponse. Il est écrit sur le récépissé et sur la page du dossier, avec la raison de cette date.
about-time-limits-1-title = Deux délais
about-time-limits-1-text = Pour transmettre à l’administration compétente : { $transfer ->
       [one] { $transfer } jour
       [many] { $transfer } de jours
      *[other] { $transfer } jours
    } au plus. Pour répondre : { $answer ->
       [one] { $answer } jour
       [many] { $answer } de jours
      *[other] { $answer } jours
    } au plus.
about-time-limits-2-title = À partir de quel jour ?
about-time-limits-2-text =
    { $working ->
       [1] On commence le lendemain du dépôt et on ne compte que les jours ouvrables.
      *[other] On commence le lendemain du dépôt. Le jour du dépôt ne compte pas ; les jours fériés comptent.
    }
about-time-limits-3-title = Et si le dernier jour est un jour de repos ?
about-time-limits-3-text =
    { $rolls ->
       [1] L’échéance passe au premier jour ouvrable qui suit. Exemple, pour un délai de 60 jours : une réclamation déposée le 2 mars 2026. Le soixantième jour est le 1er mai, jour férié : la réponse est due au plus tard le lundi 4 mai 2026.
      *[other] L’échéance reste la même.
    }
about-time-limits-4-title = Une transmission ne vous coûte aucun jour
about-time-limits-4-text = Si l’administration n’est pas compétente, c’est elle qui transmet, et le délai ne repart pas de zéro. Après plusieurs refus, l’autorité chargée de la réforme de l’administration désigne celle qui répond.
about-time-limits-5-title = Quand on vous pose une question
about-time-limits-5-text =
    { $pauses ->
       [1] Le délai s’arrête du jour de la question au jour de votre réponse.
      *[other] Attendre votre réponse ne suspend pas le délai.
    }
about-time-limits-6-title = Quand l’échéance change-t-elle ?
about-time-limits-6-text =
    { $extension ->
       [0] Si la date d’une fête religieuse bouge ou si un jour de repos exceptionnel est accordé. Chaque changement est inscrit dans votre dossier avec sa raison.
      *[other] Si la date d’une fête religieuse bouge, si un jour de repos exceptionnel est accordé, ou si l’administration prolonge le délai, une seule fois, en disant pourquoi (jours ajoutés au plus : { $extension }). Chaque changement est inscrit dans votre dossier avec sa raison.
    }
about-time-limits-7-title = Après la réponse
about-time-limits-7-text = Si la réponse ne vous satisfait pas, vous avez { $reopen ->
       [one] { $reopen } jour
       [many] { $reopen } de jours
      *[other] { $reopen } jours
    } pour demander la réouverture. Une autre personne examine alors le dossier, dans un nouveau délai.
about-time-limits-8-title = Et si le délai est dépassé ?
about-time-limits-8-text = Le responsable de l’unité est prévenu et vous voyez le nombre de jours de retard sur la page du dossier. Vous pouvez saisir le Médiateur du Royaume, avant comme après l’échéance.

## Mediator

about-mediator-title = Médiateur du Royaume
about-mediator-lead = Une institution indépendante des administrations. Vous pouvez la saisir gratuitement et à tout moment ; ce portail ne vous en empêche jamais.
about-mediator-1-title = Quand le saisir ?
about-mediator-1-text = Si l’administration ne répond pas, si sa réponse ne vous satisfait pas, ou si vous jugez sa décision injuste ou contraire à la loi. Rien ne vous oblige à attendre ici la fin du délai.
about-mediator-2-title = Qu’apporter ?
about-mediator-2-text = Le récépissé avec le numéro de suivi, la réponse de l’administration s’il y en a une, et vos pièces. La page de votre dossier les réunit et s’imprime.
about-mediator-3-title = Comment ?
about-mediator-3-text = Par courrier, dans ses bureaux, ou sur son site mediateur.ma.

## Source code

about-source-title = Code source
about-source-lead = Ce portail est un logiciel libre : chacun peut lire comment il fonctionne, le vérifier et l’améliorer.
about-source-1-title = La licence
about-source-1-text = AGPL-3.0 ou ultérieure : qui fait tourner une version modifiée doit en publier le code.
about-source-2-title = Pourquoi publier le code ?
about-source-2-text = Pour que chacun puisse vérifier que les délais sont comptés comme nous le disons et qu’aucun dossier n’est effacé.
about-source-link = Lire le code source
about-source-none = L’exploitant de ce portail n’a pas encore indiqué où lire le code. Demandez-le-lui.
about-source-version = Version : { $version }
