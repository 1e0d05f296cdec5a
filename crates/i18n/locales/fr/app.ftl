### The application on a telephone.

## The first page

app-title = Chikaya sur votre téléphone
app-lead = Écrivez, parlez ou photographiez, même sans réseau. Tout reste sur votre téléphone et part au retour du réseau, une seule fois.
app-door-hint = Fonctionne même sans réseau
app-something-waits = Quelque chose attend le réseau sur ce téléphone.
app-ready = Prêt : ce site fonctionne maintenant sur ce téléphone sans réseau.
app-file-door = Déposer une réclamation, une remarque ou une proposition
app-file-door-hint = Par écrit, par la voix ou en photo, même sans réseau
app-mine-title = Ce que j’ai écrit sur ce téléphone
app-mine-hint = Brouillons, envois en attente et récépissés
app-track-hint = Avec le numéro de suivi et le code d’accès
app-install-title = L’installer comme une application
app-install-lead = Pas besoin de magasin d’applications ni de compte. Il prend très peu de place et se met à jour tout seul.
app-install-button = Installer
app-install-android = Téléphone Android
app-install-android-text = Ouvrez cette page dans le navigateur du téléphone, puis le menu (les trois points), et choisissez « Installer » ou « Ajouter à l’écran d’accueil ».
app-package-text = Si le navigateur ne propose ni l’un ni l’autre, téléchargez ce paquet, ouvrez-le et autorisez le téléphone à l’installer.
app-package-button = Télécharger la version { $version } ({ $size })
app-package-fingerprint = Empreinte de sa signature (SHA-256) :
app-install-iphone = iPhone
app-install-iphone-text = Ouvrez cette page dans Safari, touchez le bouton de partage (le carré avec une flèche) et choisissez « Sur l’écran d’accueil ».
app-install-other = Un autre téléphone, ou sans installer
app-install-other-text = Gardez cette page dans les favoris du navigateur. Ouvrez-la une fois avec le réseau ; elle fonctionne ensuite sans.
app-scan-title = L’ouvrir sur un téléphone : photographiez ce code
app-holds-title = Ce qui reste sur le téléphone
app-holds-text = Vos textes et vos récépissés, jusqu’à ce que vous les supprimiez. Vous pouvez les fermer par un code PIN ; sans lui, quiconque utilise ce téléphone peut les lire.
app-no-script = Cette page demande JavaScript. Sans lui, c’est ici :

## Without a network

app-offline-title = Vous êtes hors connexion
app-offline-lead = Ce que vous écrivez reste sur ce téléphone et partira au retour du réseau. La page demandée, elle, a besoin du réseau.
app-offline-phone = Ou appelez : le téléphone marche sans Internet.

## The page that files

app-file-title = Que voulez-vous dire ?
app-file-lead = Tout ce que vous écrivez reste sur ce téléphone jusqu’à son arrivée.
app-errors = Corrigez ces points, puis envoyez de nouveau.
app-send = Envoyer
app-choose = Choisissez
app-place-province = Province ou préfecture
app-anonymous = Je ne donne pas mon nom
app-photos-label = Photos
app-photos-hint = Elles sont réduites sur le téléphone, pour partir même avec un réseau faible.
app-photos-sparing = Votre téléphone économise les données : les photos sont réduites davantage.
app-files-limit = Nombre maximal : { $count }.
app-photos-tell = Dire quand et où elles ont été prises
app-photos-tell-hint = Tel que l’appareil l’a noté. Ajouté à la fin du texte.
app-photo-taken = { $name } : prise le { $moment }
app-photo-place = { $name } : lieu { $point }
app-photo-broken = Cette photo ne peut pas être lue. Choisissez-en une autre.
app-files-many = Le nombre maximal est atteint. Retirez-en une pour en ajouter une autre.
app-voice-title = Ou dites-le
app-voice-hint = Dans n’importe quelle langue, cinq minutes au plus.
app-voice-record = Enregistrer
app-voice-pause = Pause
app-voice-resume = Reprendre
app-voice-stop = Terminer
app-voice-recording = Enregistrement en cours. Parlez.
app-voice-paused = Enregistrement en pause.
app-voice-recorded = Enregistré. Vous pouvez l’écouter plus bas.
app-voice-refused = Le téléphone ne donne pas le micro. Autorisez-le dans les réglages du navigateur, ou écrivez.
app-voice-text = Ce qui s’est passé est dit dans l’enregistrement joint.
app-located = Votre position est écrite, à { $metres } m près.
app-lists-missing = Les listes des lieux et des administrations ne sont pas encore sur ce téléphone. Écrivez le lieu et l’administration dans le texte.
app-said-kept = Gardé sur ce téléphone.
app-said-full = Le téléphone est plein : rien ne peut plus être gardé. Supprimez des photos ou des brouillons, ou envoyez maintenant.
app-said-refused = Le navigateur ne permet pas de garder ici, par exemple en navigation privée. Utilisez la page ordinaire, avec le réseau.
app-said-locked = Ce brouillon est ouvert dans une autre page de ce téléphone. Fermez l’autre page, puis rouvrez celle-ci.

## What was written on this phone

app-mine-lead = Vos brouillons, ce qui attend le réseau, et ce qui est arrivé avec son récépissé.
app-mine-empty = Rien encore sur ce téléphone.
app-untitled = Sans texte
app-state-draft = Brouillon
app-state-waiting = En attente du réseau
app-state-busy = Le portail est occupé. Nouvel essai bientôt
app-state-sending = Envoi en cours
app-state-sent = Arrivé
app-state-back = Revenu : un point est à corriger
app-state-sealed = Fermé par le code PIN
app-act-edit = Continuer à écrire
app-act-mend = Corriger
app-act-send = Envoyer maintenant
app-act-delete = Supprimer
app-act-delete-sure = Appuyez encore pour supprimer du téléphone
app-receipt-due = Réponse due au plus tard le
app-back-general = Le portail n’a pas accepté cela. Corrigez et renvoyez, ou appelez le 3737.
app-room = Utilisé : { $used }. Reste sur le téléphone : { $left }.
app-room-none = Le téléphone est presque plein. Supprimez ce qui est arrivé ou de vieilles photos avant d’écrire.

## Cases that are kept to be read

app-cases-title = Dossiers gardés sur ce téléphone
app-case-keep = Garder sur ce téléphone
app-case-drop = Ne plus garder sur ce téléphone
app-case-kept = Vous pouvez le lire sans réseau. Quiconque utilise ce téléphone le peut aussi.
app-case-dropped = Il n’est plus sur ce téléphone.
app-case-failed = Impossible de le garder maintenant. Réessayez avec le réseau.

## The PIN

app-pin-title = Fermer par un code PIN
app-pin-text = Sans le code, personne ne lit ce qui est sur ce téléphone. Oublié, personne ne peut plus l’ouvrir, nous non plus : il reste à tout supprimer. Ce qui attend le réseau ne part qu’une fois ouvert.
app-pin-label = Code PIN
app-pin-form = De 4 à 12 chiffres.
app-pin-set = Fermer
app-pin-is-set = C’est fermé. Retenez le code.
app-pin-remove = Retirer le code PIN
app-pin-ask = Écrivez votre code PIN
app-pin-ask-text = Ce que vous avez écrit sur ce téléphone est fermé.
app-pin-open = Ouvrir
app-pin-wrong = Ce n’est pas le bon code. Réessayez.
app-pin-forgotten = Code oublié
app-pin-forgotten-sure = Appuyez encore pour tout supprimer de ce téléphone
