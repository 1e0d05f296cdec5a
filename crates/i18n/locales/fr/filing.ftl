### Filing: the steps from the kind of message to sending it.

## Frame

filing-step-title = { $kind } · étape { $step } sur { $steps }

## 1. Kind

filing-kind-legend = Ce que vous écrivez est

## 2. What happened

filing-what-title = Que s’est-il passé ?
filing-what-title-remark = Quelle est votre remarque ?
filing-what-title-proposal = Quelle est votre proposition ?
filing-text-limit = { $limit } caractères au plus.
filing-what-hint = Écrivez comme vous parlez : ce qui s’est passé, où et quand. En arabe, darija, tamazight, français ou anglais. N’écrivez ici ni votre nom ni le numéro de votre carte.
filing-what-hint-remark = Écrivez comme vous parlez : ce que vous avez remarqué, où et quand. En arabe, darija, tamazight, français ou anglais. N’écrivez ici ni votre nom ni le numéro de votre carte.
filing-what-hint-proposal = Écrivez comme vous parlez : ce qu’il faudrait changer, où, et ce que cela apporterait. En arabe, darija, tamazight, français ou anglais. N’écrivez ici ni votre nom ni le numéro de votre carte.
filing-what-files = Ajouter des photos ou documents
filing-subject-title = À quel sujet ?
filing-about-title = Est-ce l’un de ces sujets ?
filing-about-lead = D’après vos mots, voici les sujets les plus proches, et qui doit répondre. Choisissez-en un, ou prenez-en un autre dans la liste.
filing-about-goes = Répondra : { $organisation }
filing-about-because = Vous avez écrit : { $words }
filing-about-none = Aucun de ces sujets : je choisis dans la liste
filing-about-listed = Je choisis dans la liste
filing-about-list = Tous les sujets, par secteur
filing-about-unknown-hint = L’administration qui reçoit votre dossier dira de quoi il s’agit.

## 3. Where

filing-where-title = Où ?
filing-where-hint = La ville ou la commune, en lettres arabes ou latines.
filing-where-found = Lieux trouvés
filing-where-list = Ou choisir dans la liste des régions
filing-where-all = Toutes les régions
filing-where-point = Ou les coordonnées du lieu
filing-where-point-hint = La latitude puis la longitude, comme { $example }, ou un lien copié d’une carte.
filing-where-point-find = Trouver la commune
filing-where-point-here = Utiliser ma position
filing-where-point-waiting = Recherche de votre position…
filing-where-point-done = Votre position est écrite. Continuez pour voir la commune.
filing-where-point-failed = Votre appareil n’a pas donné votre position. Écrivez les coordonnées, ou choisissez la commune dans la liste.
filing-where-point-found = Ces coordonnées se trouvent ici : { $place }. Vérifiez le lieu coché, puis continuez.
filing-where-point-near = Ces coordonnées sont au bord de notre carte. Le lieu le plus proche : { $place }. Vérifiez le lieu coché, puis continuez.
filing-point = { $place } · { $point }
filing-where-details = L’endroit précis : quartier, rue, douar
filing-where-abroad = La ville et le pays

## 4. Who must answer

filing-who-title = Qui doit répondre ?
filing-who-suggested = Nous proposons
filing-who-because = Parce que : { $reason }
filing-who-dropped = Vous aviez choisi : { $organisation }. Elle ne répond pas ici pour ce sujet. Rien n’est choisi : choisissez de nouveau.
filing-who-tag = proposée
filing-who-search = Cherchez par le nom ou le sigle
filing-who-unknown = Je ne sais pas
filing-who-unknown-hint = Nous orientons votre message nous-mêmes, et vous ne perdez aucun jour.
filing-who-orientation = Hors du portail, { $when } : { $reason }
filing-who-orientation-always = Hors du portail : { $reason }
filing-who-outside = Ne reçoit rien par ce portail : adressez-vous directement à elle.
filing-who-smaller = { $place } : il y a ici plusieurs communes, et c’est la commune qui répond sur ce sujet.
filing-who-choose-commune = Choisissez la commune : nous saurons qui doit vous répondre

## 5. Attachments

filing-files-title = Photos ou documents
filing-files-hint = Une photo prise au téléphone suffit. { $count } fichiers au plus, de { $size } au plus chacun.
filing-files-taken = Sont acceptés : photos JPEG, PNG, WebP et HEIC ; documents PDF, Word, Excel, PowerPoint et OpenDocument ; sons MP3, M4A, AAC, OGG, WAV et AMR ; vidéos MP4, MOV, 3GP et WebM.
filing-files-choose = Choisir un fichier ou une photo
filing-files-clean = Nous retirons des photos, vidéos, sons et PDF ce que les appareils et les programmes y cachent, comme le lieu, les dates et l’auteur. Les fichiers Word, Excel, PowerPoint et OpenDocument et les PDF signés le gardent.

## 6. You

filing-you-title = À qui doit-on répondre ?
filing-you-category = Vous écrivez en tant que
filing-you-elsewhere = Écrit dans un autre navigateur : gardé, et caché ici. Laissez vide ce qui doit rester, ou écrivez-le de nouveau.
filing-you-identity-kind = Pièce d’identité
filing-you-identity-hint = Une ou deux lettres, puis 5 à 7 chiffres. Exemple : JE123456
filing-you-representative-hint = La personne qui écrit ou signe au nom de la société, de l’association ou de la coopérative.
filing-you-quality-hint = Par exemple : gérante, président, trésorière.
filing-you-body-registration = Enregistrement
filing-you-body-number = ICE ou numéro d’enregistrement
filing-you-body-number-hint = L’ICE a 15 chiffres. Sans ICE : le numéro du registre du commerce ou du récépissé de l’association.
filing-you-behalf = Vous écrivez pour quelqu’un d’autre ? Son nom
filing-you-answer-by = Comment voulez-vous recevoir la réponse ?
filing-you-answer-by-hint = Vous pourrez toujours la lire ici avec votre numéro de suivi.
filing-you-by-email = E-mail
filing-you-by-email-hint = Les nouvelles et la réponse vous parviennent aussitôt. Un code confirme l’adresse.
filing-you-by-sms = SMS
filing-you-by-phone = Téléphone
filing-you-by-phone-hint = L’administration vous téléphone à ce numéro pour ses questions, ses décisions et sa réponse. Aucun code n’y est envoyé.
filing-you-by-phone-texted = Les nouvelles et la réponse sont annoncées par SMS, et un code confirme le numéro. Sur un téléphone fixe, l’administration vous appelle.
filing-you-by-letter = Lettre
filing-you-by-letter-hint = Les questions, les décisions et la réponse arrivent par la poste à l’adresse écrite ci-dessous.
filing-you-by-nothing = Je suivrai avec mon numéro
filing-you-by-nothing-hint = Personne ne vous écrit. Revenez ici avec le numéro de suivi et le code d’accès du récépissé : gardez les deux, sans eux la réponse ne peut pas être lue.
filing-you-address-hint = Comme sur une enveloppe : rue et numéro, quartier, code postal, ville.
filing-you-anonymous-hint = L’administration prend votre message pour information et ne pourra peut-être pas répondre. Ni nom, ni pièce, ni coordonnées ne partent avec lui.
filing-you-code-title = Confirmer votre adresse
filing-you-code-title-phone = Confirmer votre numéro
filing-you-code-sent = Un code à 6 chiffres a été envoyé à { $contact }. Écrivez-le ici.
filing-you-code-send = Envoyer le code
filing-you-code-again = Envoyer un nouveau code
filing-you-code-later = Continuer sans confirmer
filing-you-code-label = Le code à 6 chiffres
filing-you-code-new = Le code est en route. Seul le dernier est valable.
filing-you-code-pause =
    { $seconds ->
        [one] Un code vient de partir. S’il n’arrive pas, redemandez-en un dans une seconde.
        [many] Un code vient de partir. S’il n’arrive pas, redemandez-en un dans { $seconds } secondes.
       *[other] Un code vient de partir. S’il n’arrive pas, redemandez-en un dans { $seconds } secondes.
    }
filing-you-code-many = Beaucoup de codes y ont été envoyés aujourd’hui. Redemandez demain : votre dossier n’attend pas.
filing-you-code-change = Modifier l’adresse
filing-you-code-change-phone = Modifier le numéro
filing-you-code-why = Votre dossier n’attend pas cette confirmation. Une fois l’adresse confirmée, vous pourrez y recevoir la liste de vos dossiers si vous perdez le récépissé, et ouvrir votre compte.
filing-you-code-why-phone = Votre dossier n’attend pas cette confirmation. Une fois le numéro confirmé, vous pourrez y recevoir par SMS la liste de vos dossiers si vous perdez le récépissé.
filing-you-code-not-done = Pas encore confirmé.
filing-you-code-done = Confirmé.

## 7. Check and send

filing-check-title = Vérifiez avant d’envoyer
filing-check-you = Vous
filing-check-after-title = Après l’envoi
filing-check-after-text = Vous recevez aussitôt un récépissé avec le numéro de suivi. Vous devez recevoir la réponse avant la fin du { $date }.
filing-check-anonymous-lead = Ni nom ni coordonnées ne partent : personne ne pourra vous écrire.
filing-check-anonymous-dropped = Ne part pas
filing-check-no-files = Aucune
filing-check-outside = Hors du portail
filing-check-no-details = Aucune
filing-check-anonymous-after = Vous recevez aussitôt un récépissé avec un numéro de suivi et un code d’accès. Gardez les deux et revenez voir : l’administration ne pourra peut-être pas répondre, et personne ne peut vous écrire.
filing-check-declaration = Ce que j’ai écrit est exact à ma connaissance, et l’affaire n’est pas devant un tribunal.
