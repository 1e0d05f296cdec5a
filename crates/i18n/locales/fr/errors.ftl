### What went wrong and what to do: one message per field error, the summary, and the pages of trouble.

## Summary

error-summary-heading =
    { $count ->
       [one] Une réponse est à revoir
       [many] { $count } de réponses sont à revoir
      *[other] { $count } réponses sont à revoir
    }
error-nothing-lost = Rien n’est perdu : ce que vous avez écrit est resté en place.
error-page-title = Erreur : { $page }

## Any field

error-empty = Répondez à cette question.
error-write-here = Ce champ est vide : écrivez-y votre texte.
error-choose-one = Choisissez une réponse.
error-choose-from-list = Choisissez dans la liste.
error-subjects-two = Un sujet est coché et un autre est choisi dans la liste. Gardez l’un des deux : videz la liste, ou cochez « Aucun de ces sujets ».
error-day-future = Ce jour n’est pas encore venu. Écrivez le jour où cela s’est passé.
error-too-long =
    { $over ->
       [one] Le texte dépasse de { $over } caractère.
       [many] Le texte dépasse de { $over } de caractères.
      *[other] Le texte dépasse de { $over } caractères.
    } Limite : { $limit }.
error-too-short = Le texte est trop court. Écrivez au moins une phrase.
error-characters = Cette réponse contient des signes qui ne passent pas. N’écrivez que des lettres et des chiffres.
error-number-form = Écrivez un nombre en chiffres, comme 12.
error-date-form = Écrivez une date : jour, mois, année, comme 12/03/2026.
error-date-range = Cette date est trop éloignée. Vérifiez l’année, et écrivez-la selon le calendrier grégorien.
error-date-future = Cette date n’est pas encore passée. Écrivez une date passée.
error-date-past = Cette date est passée. Écrivez une date à venir.

## What happened

error-kind-empty = Choisissez : réclamation, remarque ou proposition.
error-text-empty = Écrivez ce qui s’est passé.
error-text-empty-remark = Écrivez votre remarque.
error-text-empty-proposal = Écrivez votre proposition.
error-subject-empty = Choisissez un objet, ou « Je ne sais pas ».
error-place-empty = Écrivez où cela s’est passé, ou choisissez la commune.
error-place-abroad = Écrivez la ville et le pays.
error-place-unknown = Aucun lieu trouvé pour « { $typed } ». Écrivez le nom de la commune ou de la ville, choisissez dans la liste, ou dites plus bas que c’est à l’étranger.
error-place-choose = Choisissez l’un des lieux trouvés, ou écrivez un autre nom.
error-coordinates = Ces coordonnées n’ont pas été comprises. Écrivez-les comme { $example }.
error-coordinates-link = Ce lien ne porte pas de position. Ouvrez-le, puis copiez les coordonnées ou l’adresse longue que la carte affiche, comme { $example }.
error-coordinates-empty = Écrivez les coordonnées du lieu, ou choisissez la commune.
error-coordinates-one = Vous avez écrit un seul nombre. Il faut la latitude puis la longitude, comme { $example }.
error-coordinates-range = Une latitude ne dépasse pas 90, une longitude 180. Écrivez-les comme { $example }.
error-coordinates-outside = Ces coordonnées sont hors du Maroc. Écrivez d’abord la latitude, puis la longitude, qui est négative au Maroc.
error-coordinates-elsewhere = Ce point ne se trouve pas dans le lieu choisi. Changez le point ou le lieu.
error-organisation-empty = Choisissez une administration, ou « Je ne sais pas ».
error-organisation-not-found = Aucune administration trouvée pour « { $typed } ». Essayez un autre mot, ou choisissez « Je ne sais pas ».
error-declaration = Cochez cette case pour envoyer.

## Who you are

error-name-empty = Écrivez votre nom et votre prénom. L’administration en a besoin pour vous répondre ; ils ne seront pas publiés.
error-name-or-contact = Écrivez un nom ou un contact ; ou choisissez « Anonyme ».
error-name-of-body-empty = Écrivez le nom de la société, de l’association ou de la coopérative.
error-name-too-long = Ce nom est trop long. Écrivez-le en plus court.
error-name-sign = Ce nom contient un signe qu’aucun nom ne porte. Écrivez-le de nouveau.
error-name-letters = Ce nom n’a aucune lettre. Écrivez-le en lettres.
error-body-name-empty = Écrivez le nom de la société ou de l’association.
error-identity-empty = Écrivez le numéro de la pièce, ou choisissez de ne pas le donner.
error-cin-form = Le numéro de la carte compte une ou deux lettres, puis 5 à 7 chiffres, comme JE123456. Recopiez-le de votre carte.
error-identity-form = Ce numéro ne peut pas être celui d’une telle pièce. Recopiez-le comme il y figure.
error-ice-form = Un ICE compte 15 chiffres. Recopiez-le d’une facture ou de son attestation.
error-ice-check = Un chiffre de cet ICE n’est pas juste. Comparez-le chiffre par chiffre, ou laissez le champ vide.
error-representative-empty = Écrivez le nom de la personne qui représente la société, l’association ou la coopérative.
error-quality-empty = Écrivez la qualité de cette personne.
error-quality-too-long = Cette qualité est trop longue. Écrivez 80 signes au plus.
error-quality-form = Écrivez la qualité en mots, comme présidente de l’association.
error-phone-empty = Écrivez votre numéro de téléphone.
error-phone-digits =
    { $digits ->
       [one] Vous avez écrit { $digits } chiffre
       [many] Vous avez écrit { $digits } de chiffres
      *[other] Vous avez écrit { $digits } chiffres
    } ; un numéro marocain en compte 10, comme 06 12 34 56 78.
error-phone-sign = Un numéro de téléphone n’a que des chiffres, comme 06 12 34 56 78. Un numéro étranger commence par +.
error-call-stage = Cet appel n’est plus en cours : il est terminé, ou quelqu’un d’autre l’a pris.
error-call-taken = Quelqu’un d’autre a pris cet appel, ou la personne a raccroché.
error-call-disposition = Choisissez ce que l’appel a donné, puis terminez.
error-call-busy = Terminez d’abord l’appel que vous avez en cours.
error-call-extension = Ce poste téléphonique est trop long : 40 signes au plus.
error-call-signed-out = Vous n’êtes dans aucune file. Choisissez-en une pour prendre des appels.
error-call-notes = Ces notes sont trop longues. Gardez l’essentiel.
error-call-queue = Choisissez une file de la liste.
error-call-proof = Aucun dossier à montrer ici ne porte ce numéro de suivi avec ce code. Relisez-les avec la personne. Certains signalements ne s’ouvrent que par la personne elle-même, en ligne.
error-call-no-sms = Ce portail n’envoie pas de SMS. Demandez une adresse e-mail, ou ouvrez chaque dossier par son numéro et son code.
error-call-landline = Ce numéro ne reçoit pas de SMS. Demandez un numéro de portable ou une adresse e-mail.
error-call-back-window = Ce moment est déjà passé. Choisissez-en un autre.
error-call-back-far = Choisissez un jour dans les 30 jours qui viennent.
error-call-back-over = Ce rappel est terminé : il n’y a plus à appeler.
error-call-back-number = Écrivez le numéro à rappeler : celui de l’appel n’est pas connu.
error-call-back-hours = Choisissez le moment de la journée.
error-phone-beginning = Un numéro marocain commence par 05, 06, 07 ou 08. Vérifiez le début. Pour un numéro étranger, écrivez + et l’indicatif du pays.
error-phone-short = C’est le numéro court d’un service : on ne peut pas vous y joindre. Écrivez un numéro à dix chiffres, comme 06 12 34 56 78.
error-phone-foreign = Un numéro étranger commence par + et l’indicatif du pays, et compte 8 à 15 chiffres.
error-email-empty = Écrivez votre adresse e-mail.
error-email-form = Rien ne peut arriver à cette adresse. Une adresse e-mail ressemble à nom@exemple.ma.
error-email-at = Une adresse e-mail contient @ une seule fois, comme nom@exemple.ma.
error-lost-empty = Écrivez votre adresse e-mail ou votre numéro de téléphone.
error-lost-form = Ceci n’est ni une adresse e-mail ni un numéro de téléphone. Écrivez une adresse comme nom@exemple.ma, ou un numéro comme 06 12 34 56 78.
error-postal-empty = Écrivez votre adresse : rue, numéro, ville.
error-postal-short = Cette adresse est trop courte. Écrivez rue, numéro et ville, comme sur une enveloppe.
error-contact-needed = Choisissez comment recevoir la réponse, ou « Je suivrai avec mon numéro ».
error-contact-of-channel = Pour recevoir la réponse par cette voie, remplissez le champ correspondant.

## Attachments

error-file-too-large = Ce fichier est trop lourd : { $size } au plus. Envoyez-en un plus petit.
error-file-kind = Ce type de fichier n’est pas accepté.
error-file-empty = Ce fichier est vide. Choisissez-en un autre.
error-file-protected = Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez-le.
error-file-macros = Ce document contient des macros. Enregistrez-le sans macros, ou en PDF.
error-file-malware = Un logiciel malveillant a été trouvé dans ce fichier. Il n’a pas été gardé.
error-file-unchecked = Les fichiers ne peuvent pas être contrôlés en ce moment, et aucun n’est donc pris. Réessayez dans quelques minutes ; vos mots sont gardés.
error-file-pixels = Cette image compte { $width } × { $height } pixels, plus que nous ne pouvons en ouvrir. Envoyez-la plus petite.
error-file-broken = Ce fichier n’a pas pu être lu : il est peut-être incomplet ou abîmé. Envoyez-le de nouveau ou choisissez-en un autre.
error-file-cut = Cette photo n’est pas entière : la fin manque, comme lorsqu’un envoi ou une copie s’interrompt. Envoyez-la de nouveau ou choisissez-en une autre.
error-file-no-track = Ce fichier ne contient ni vidéo ni son. Choisissez un autre enregistrement.
error-files-too-many = Il y a { $count } pièces jointes, la limite est de { $limit }. Retirez-en.
error-files-over =
    { $count ->
        [one] La limite est de { $limit } pièces jointes : { $names } n’a pas été ajouté.
        [many] La limite est de { $limit } pièces jointes : { $names } n’ont pas été ajoutés.
       *[other] La limite est de { $limit } pièces jointes : { $names } n’ont pas été ajoutés.
    }

## Reference and codes

error-reference-empty = Écrivez le numéro de suivi.
error-reference-length = Ce numéro de suivi est incomplet. Il ressemble à CK-26-7K3M-9QDX et se trouve en haut du récépissé.
error-reference-check = Une lettre ou un chiffre de ce numéro de suivi n’est pas juste. Comparez-le au récépissé, signe par signe.
error-code-empty = Écrivez le code d’accès.
error-code-length = Le code d’accès a 8 chiffres. Recopiez-le du récépissé.
error-code-sign = Le code d’accès n’a que des chiffres. Recopiez-le du récépissé.
error-lookup = Aucun dossier ne porte ce numéro avec ce code. Vérifiez les deux, puis réessayez.
error-contact-code-form = Le code a 6 chiffres. Recopiez-le du message.
error-contact-code-wrong = Ce code n’est pas celui que nous avons envoyé. Vérifiez-le, ou demandez-en un nouveau.
error-app-code-wrong = Ce n’est pas le code que votre application affiche en ce moment. Attendez le suivant et écrivez-le.
error-contact-code-expired = Ce code n’est plus valable. Demandez-en un nouveau.
error-contact-code-tries = Trop de codes faux : celui que nous avons envoyé ne sert plus. Demandez-en un nouveau.

## Following a case

error-reply-empty = Écrivez votre réponse ou joignez un fichier.
error-reason-empty = Écrivez le motif.
error-reopen-reason-empty = Dites-nous pourquoi la réponse ne vous satisfait pas.
error-already-sent = Vous l’avez déjà envoyé. Il n’a pas été enregistré deux fois.

## The desk

error-code-too-many = Trop de codes faux. Réessayez dans un quart d’heure.
error-wait =
    { $minutes ->
       [one] Trop d’essais faux ici : rien n’est examiné pendant { $minutes } minute. Attendez, puis réessayez.
       [many] Trop d’essais faux ici : rien n’est examiné pendant { $minutes } de minutes. Attendez, puis réessayez.
      *[other] Trop d’essais faux ici : rien n’est examiné pendant { $minutes } minutes. Attendez, puis réessayez.
    }
error-sign-in = L’adresse, le mot de passe ou le code ne correspond pas. Vérifiez-les, puis réessayez.
error-password-too-short = Le mot de passe est trop court. Écrivez une phrase de quelques mots.
error-password-too-long = Le mot de passe est trop long. Choisissez une phrase plus courte.
error-password-guessable = Ce mot de passe se devine trop facilement. Choisissez-en un autre.
error-passwords-differ = Les deux mots de passe diffèrent. Écrivez deux fois le même.
error-changed-meanwhile = Quelqu’un a modifié ce dossier entre-temps. Voici son état actuel ; ce que vous avez écrit est gardé sur cette page.

## What stops an answer at the gate

gate-outcome-missing = Choisissez la suite donnée.
gate-reasons-missing = Écrivez la réponse et ses motifs.
gate-stock-phrase-alone = Cette formule toute faite ne dit ni quoi, ni qui, ni quand. Écrivez des faits : une mesure, une date, un service.
gate-stock-phrase-beside = La réponse contient une formule toute faite qui n’apporte rien. Elle peut disparaître.
gate-reasons-too-short = Cette réponse est courte et sans faits. Écrivez ce qui est fait, quand et pourquoi.
gate-ground-missing = Un refus doit indiquer son fondement juridique. Citez le texte et l’article.
gate-body-missing = Dites à quelle administration ou institution la personne peut s’adresser.
gate-recourse-missing = Dites ce que la personne peut faire si la réponse ne la satisfait pas.
gate-outcome-chosen = Suite donnée choisie
gate-reasons-given = Motifs donnés : des faits, non une formule
gate-ground-given = Fondement juridique indiqué
gate-body-given = Administration ou institution compétente nommée
gate-recourse-given = Recours indiqué

## What the clerks refuse

error-organisation-unknown = Cette administration n’a pas été trouvée. Choisissez-la dans la liste.
error-nobody-reads-reports = Dans cette administration, personne n’a le droit de lire un signalement de corruption : aucun responsable de l’administration n’y a de compte. Choisissez-en une autre, ou faites d’abord créer ce compte.
error-officer-unknown = Cette personne ne travaille pas dans cette administration. Choisissez-la dans la liste.
error-email-taken = Cette adresse sert déjà à un autre compte. Écrivez-en une autre.
error-invitation-over = Cette invitation a été utilisée ou a pris fin entre-temps.
error-not-permitted = Votre rôle ne permet pas cette action. Demandez-la à la personne qui dirige l’unité.

## What the law refuses

refusal-not-in-this-stage = Ce n’est pas possible dans l’état actuel du dossier.
refusal-not-yours = Cette action revient à quelqu’un d’autre.
refusal-not-examined = Examinez d’abord le dossier. Avant cela, seules « Irrecevable » et « Réorienté » sont possibles.
refusal-outcome-does-not-fit = Cette suite ne convient pas à ce dossier : « Pris en note » vaut pour les remarques et les propositions.
refusal-already-there = Cette administration a déjà le dossier. Choisissez-en une autre.
refusal-bound-by-arbitration = L’autorité chargée de la réforme a tranché : cette administration doit répondre.
refusal-must-be-another-officer = Le dossier est rouvert : une autre personne que celle qui a répondu doit l’examiner.
refusal-extension-not-provided = La règle en vigueur ne permet pas de prolonger le délai.
refusal-already-extended = Le délai a déjà été prolongé une fois ; il ne peut pas l’être deux fois.
refusal-date-not-in-future = Choisissez un jour à venir.
refusal-not-consulted = Cet avis n’est pas attendu, ou il est déjà rendu.
refusal-already-judged = Vous avez déjà donné votre avis sur cette réponse.
refusal-no-answer-yet = L’administration n’a pas encore répondu.
refusal-reopening-over = Le délai de réouverture est passé. Vous pouvez saisir le Médiateur du Royaume à tout moment.
refusal-reopened-too-often = Ce dossier a déjà été rouvert autant de fois que possible. Vous pouvez saisir le Médiateur du Royaume à tout moment.
refusal-withdrawn = Ce dossier a été retiré et ne se rouvre pas. Vous pouvez en déposer un autre.
refusal-answer-untold = La personne n’a pas encore été informée de la réponse.
refusal-too-early-to-close = Le délai pour réagir à la réponse n’est pas encore passé.
refusal-nothing-to-tell = Il ne reste rien à dire à la personne par cette voie.

## Pages of trouble

trouble-request-id = Numéro à donner si vous nous appelez : { $id }
trouble-help = Vous pouvez appeler le 3737, ou vous rendre au guichet le plus proche.
trouble-home = Aller à l’accueil
trouble-400-title = Cette demande n’a pas été comprise
trouble-400-text = Le lien est incomplet ou contient une erreur. Revenez à la page précédente, puis réessayez.
trouble-403-title = Cette page ne peut pas être ouverte
trouble-403-text = Elle est restée ouverte longtemps, vient d’un autre site, ou ne vous est pas destinée. Revenez-y, rechargez-la, puis envoyez de nouveau.
trouble-404-title = Cette page n’existe pas
trouble-404-text = L’adresse est peut-être incomplète ou a changé. Pour retrouver votre dossier, écrivez le numéro de suivi et le code d’accès dans « Suivre un dossier ».
trouble-405-title = Cette page ne s’ouvre pas ainsi
trouble-405-text = Revenez à la page précédente, puis réessayez.
trouble-410-title = Cette page n’est plus disponible
trouble-410-text = Le brouillon ou le lien a expiré. Si vous aviez envoyé, votre dossier est bien là : retrouvez-le avec le numéro de suivi. Sinon, recommencez.
trouble-409-title = Cela n’a pas été fait
trouble-413-title = Ce que vous envoyez est trop lourd
trouble-413-text = Chaque fichier peut peser { $limit } au plus. Revenez, retirez le fichier trop lourd ou choisissez-en un plus petit. Ce que vous avez écrit est gardé.
trouble-413-form-text = Le texte que vous avez écrit est bien plus long que ce qui est accepté ici. Raccourcissez-le, ou mettez les détails dans un fichier joint, puis envoyez de nouveau.
trouble-415-title = Ce type de fichier n’est pas accepté
trouble-415-text = Envoyez une photo, un PDF, un enregistrement sonore ou une vidéo. Ce que vous avez écrit est gardé.
trouble-429-title = Trop d’essais en peu de temps
trouble-429-text =
    { $minutes ->
       [0] Attendez un instant, puis réessayez.
       [one] Attendez { $minutes } minute, puis réessayez.
       [many] Attendez { $minutes } de minutes, puis réessayez.
      *[other] Attendez { $minutes } minutes, puis réessayez.
    } Cette attente protège vos dossiers de ceux qui essaient des codes au hasard.
trouble-500-title = Une erreur s’est produite chez nous
trouble-500-text = L’erreur vient de nous, pas de vous ; elle est notée. Revenez et réessayez dans un moment. Sans numéro de suivi affiché, rien n’a encore été enregistré.
trouble-503-title = Le service est momentanément arrêté
trouble-503-text = Nous ne pouvons rien enregistrer maintenant, et votre envoi n’a pas été enregistré. Réessayez dans quelques minutes. Tout ce qui était déjà enregistré est gardé.
trouble-press-title = Beaucoup de documents s’impriment en ce moment
trouble-press-text = Celui-ci n’a pas été imprimé, et rien n’est perdu. Réessayez dans une minute.
trouble-session-title = Page fermée pour vous protéger
trouble-session-text = Cette page s’est fermée après { $minutes ->
       [one] { $minutes } minute
       [many] { $minutes } de minutes
      *[other] { $minutes } minutes
    } sans activité, pour vous protéger. Ce que vous avez écrit est gardé.

## What administrators are told

error-own-role = Vous ne pouvez pas changer votre propre rôle. Demandez-le à un autre administrateur.
error-own-account = Vous ne pouvez pas le faire sur votre propre compte. Demandez-le à un autre administrateur.
error-last-administrator = C’est le dernier administrateur du portail. Nommez-en d’abord un autre.
error-unit-elsewhere = Cette unité n’est pas dans cette administration. Choisissez dans la liste.
error-changed-by-another = Quelqu’un a modifié cette page entre-temps. Ce que vous avez écrit est gardé plus bas : vérifiez-le, puis enregistrez de nouveau.
error-nothing-found = Rien ne correspond à ces mots. Essayez un autre mot.
error-country-broken = Ce changement ne peut pas être enregistré : il contredit d’autres données du pays. Vérifiez le rattachement et le territoire.
error-code-form = Écrivez de 1 à 64 lettres minuscules sans accent, chiffres ou traits d’union.
error-code-taken = Ce code est celui d’une autre administration. Écrivez-en un autre.
error-name-ar-empty = Écrivez le nom en arabe.
error-name-fr-empty = Écrivez le nom en français.
error-organisation-circle = Une administration ne peut dépendre d’elle-même ni de ce qui en dépend. Choisissez-en une autre.
error-territory-taken = Ce territoire a déjà sa collectivité. Choisissez-en un autre.
error-organisation-open-cases = Elle a des dossiers ouverts : répondez-y ou transmettez-les d’abord.
error-organisation-rule = Une règle de compétence la nomme.
error-organisation-authority = Elle est la collectivité de son territoire : les règles de compétence lui envoient les dossiers de ce lieu.
error-organisation-parts = D’autres en dépendent : suspendez-les ou rattachez-les ailleurs d’abord.
error-organisation-people = Des agents y ont un compte : suspendez-les ou déplacez-les d’abord.
error-organisation-receives-nothing = Elle ne reçoit pas de dossiers ici : personne n’y en traite dans ce rôle. Choisissez une autre administration.
error-organisation-reform = C’est elle qui oriente ce que personne d’autre ne traite.
error-holiday-there = Ce jour est déjà férié. Choisissez un autre jour ou changez celui qui existe.
error-weekend-all = Il faut au moins un jour ouvrable par semaine.
error-policy-days = Ce nombre est trop petit ou trop grand. Vérifiez-le.
error-policy-same-day = Une autre version prend effet ce jour-là. Choisissez un autre jour.
error-policy-reminders = Écrivez des nombres de jours séparés par des virgules, comme 15, 5.

gate-ground-says-nothing = Ce fondement ne renvoie à aucun texte. Citez la loi, le décret ou le règlement, et l’article.
refusal-date-after-due = Choisissez un jour qui ne dépasse pas l’échéance du dossier.
error-password-present = Ce n’est pas votre mot de passe actuel.
error-no-second-factor = Ajoutez d’abord le second code.
error-policy-year-day = Écrivez le mois et le jour séparés par un trait d’union, comme 01-31.
