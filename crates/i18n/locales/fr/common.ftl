### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.

## Brand and frame

brand = Chikaya
brand-kingdom = Royaume du Maroc
brand-tagline = Réclamations · remarques · propositions
brand-title = { $page } · Chikaya
sample-banner = Démonstration : les données sont fictives et rien n’est envoyé à une administration.
mailbox-banner = Installation d’essai : tous les messages de ce portail, avec leurs codes, sont lisibles par chacun à l’adresse /mailbox.
review-notice = Ce texte en tamazight attend la relecture d’une personne qui le parle.

## Navigation

nav-skip = Aller au contenu
nav-label = Navigation principale
nav-menu = Menu
nav-home = Accueil
nav-file = Déposer
nav-track = Suivre un dossier
nav-account = Mon compte
nav-statistics = Statistiques
nav-procedures = Démarches
nav-offices = Points d’accueil
nav-jobs = Concours
nav-desk = Espace de traitement
nav-admin = Administration du portail
nav-languages = Langues
nav-steps = Étapes
nav-step = Étape { $step } sur { $steps }
nav-newer = Plus récents
nav-older = Plus anciens

## Buttons

button-file = Déposer
button-send = Envoyer
button-continue = Continuer
button-back = Retour
button-change = Modifier
button-check = Vérifier
button-confirm = Confirmer
button-cancel = Annuler
button-undo = Revenir en arrière
button-search = Rechercher
button-download = Télécharger
button-attach = Joindre un fichier
button-print = Imprimer
button-sign-in = Se connecter
button-sign-out = Se déconnecter
button-create-account = Créer un compte
button-reply = Répondre
button-reopen = Demander la réouverture
button-withdraw = Retirer le dossier
button-save-draft = Enregistrer le brouillon
button-save-later = Enregistrer et revenir plus tard
button-save = Enregistrer
button-delete = Supprimer
button-choose = Choisir
button-add = Ajouter
button-remove = Retirer
button-listen = Écouter
button-open = Ouvrir
button-close = Fermer
button-show = Afficher
button-hide = Masquer
button-follow = Suivre le dossier
button-copy = Copier
button-share = Partager
button-retry = Réessayer
button-filter = Filtrer
button-help = Aide

## Short words

word-yes = Oui
word-no = Non
word-or = ou
word-all = Tout
word-none = Aucun
word-optional = facultatif
word-required = obligatoire
word-example = Exemple :
word-today = aujourd’hui
word-tomorrow = demain
word-yesterday = hier
word-help = Aide
word-other = Autre
word-unknown = Je ne sais pas
word-new-window = s’ouvre dans une nouvelle page
word-characters-left =
    { $count ->
       [one] { $count } caractère restant
       [many] { $count } de caractères restants
      *[other] { $count } caractères restants
    }
word-results =
    { $count ->
       [one] { $count } résultat
       [many] { $count } de résultats
      *[other] { $count } résultats
    }
word-days =
    { $days ->
       [one] { $days } jour
       [many] { $days } de jours
      *[other] { $days } jours
    }
word-complaints =
    { $count ->
       [one] { $count } réclamation
       [many] { $count } de réclamations
      *[other] { $count } réclamations
    }
word-cases =
    { $count ->
       [one] { $count } dossier
       [many] { $count } de dossiers
      *[other] { $count } dossiers
    }
word-files =
    { $count ->
       [one] { $count } pièce jointe
       [many] { $count } de pièces jointes
      *[other] { $count } pièces jointes
    }
word-messages =
    { $count ->
       [one] { $count } message
       [many] { $count } de messages
      *[other] { $count } messages
    }

## The things a case has

label-reference = Numéro de suivi
label-access-code = Code d’accès
label-receipt = Récépissé de dépôt
label-case = Dossier
label-kind = Nature
label-subject = Objet
label-place = Lieu
label-coordinates = Coordonnées du lieu
label-region = Région
label-province = Province ou préfecture
label-commune = Commune
label-address = Adresse
label-administration = Administration
label-unit = Unité
label-officer = Chargé du dossier
label-filer = Déposé par
label-family-name = Nom
label-full-name = Nom et prénom
label-body-name = Nom de la société, de l’association ou de la coopérative
label-representative = Nom de la personne qui la représente
label-quality = Qualité
label-on-behalf = Pour le compte de
label-phone = Numéro de téléphone
label-email = Adresse e-mail
label-password = Mot de passe
label-language = Langue
label-state = État
label-date = Date
label-due = Réponse au plus tard le
label-attachments = Pièces jointes
label-messages = Messages
label-question = Question
label-answer = Réponse
label-reason = Motif
label-legal-ground = Fondement juridique
label-outcome = Suite donnée
label-channel = Voie de dépôt

## Languages, named in the language of the page

language-ar = arabe
language-zgh = tamazight
language-fr = français
language-en = anglais

## Foot of every page

foot-label = À propos du portail
foot-accessibility = Accessibilité
foot-personal-data = Vos données personnelles
foot-time-limits = Comment se comptent les délais
foot-mediator = Médiateur du Royaume
foot-source = Code source
foot-promise = Un seul portail pour toutes les administrations publiques. Le service est gratuit. Personne ne vous demandera d’argent ni de code secret au nom de Chikaya.
foot-phone = Vous préférez parler ? Appelez le 3737.
foot-phone-hours = Du lundi au vendredi
