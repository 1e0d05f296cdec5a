### Ce qui est gardé pour plus tard, et la fin sur un appareil partagé.

later-title = C’est enregistré
later-until = Ce que vous avez écrit est gardé jusqu’au { $date }, et plus longtemps si vous y ajoutez quelque chose. Rien n’est encore envoyé à l’administration.
later-code = Code de reprise
later-code-where = Pour continuer, d’ici ou d’ailleurs, écrivez ce code à l’adresse :
later-address = Ou ouvrez cette adresse
later-keep = Gardez ce code pour vous.
later-keep-why = Qui le connaît peut lire ce que vous avez écrit et continuer à votre place. Après l’envoi, il n’ouvre plus rien.
later-masked = Dans un autre navigateur, votre nom et vos coordonnées restent cachés ; vous pourrez les écrire de nouveau.
later-onward = Continuer maintenant
later-print = Imprimer cette page
later-print-hint = Vous pouvez aussi recopier le code, prendre cette page en photo ou l’imprimer par le menu du navigateur.
later-send-title = Recevoir le code par e-mail
later-send = Me l’envoyer
later-sent = Le message est en route.
later-sent-pause =
    { $seconds ->
        [one] Un message vient de partir. S’il n’arrive pas, redemandez-en un dans une seconde.
        [many] Un message vient de partir. S’il n’arrive pas, redemandez-en un dans { $seconds } secondes.
       *[other] Un message vient de partir. S’il n’arrive pas, redemandez-en un dans { $seconds } secondes.
    }
later-sent-many = Beaucoup de messages ont été envoyés aujourd’hui. Redemandez demain, ou recopiez le code.

continue-link = Vous avez déjà commencé ? Continuez avec votre code
continue-title = Continuer ce que vous avez commencé
continue-hint = Douze lettres et chiffres, comme
continue-filed = Déjà envoyé ? Suivez votre dossier avec le numéro de suivi et le code d’accès
continue-anew = Recommencer du début

end-shared = D’autres personnes utilisent cet appareil ?
end-shared-text = Terminez ici : ce navigateur oublie vos dossiers et ce que vous avez écrit. Notez d’abord vos numéros et vos codes.
end-button = Terminer et tout oublier
end-draft = L’adresse de cette page ne mènera plus à ce que vous avez écrit. Le code y mène toujours : notez-le d’abord.
end-title = C’est terminé sur cet appareil
end-text = Ce navigateur n’ouvre plus ni dossier, ni texte commencé, ni compte. Pour y revenir, il vous faut vos numéros et vos codes.
end-window = Fermez aussi cette fenêtre : le navigateur peut encore proposer des mots écrits ici.
end-home = Retour à l’accueil

error-draft-code-empty = Écrivez le code de reprise.
error-draft-code-length = Ce code de reprise est incomplet ou trop long. Il compte douze lettres et chiffres, comme 7K3M-9QDX-4HTF.
error-draft-code-check = Une lettre ou un chiffre de ce code n’est pas juste. Comparez-le à ce que vous avez noté, signe par signe.
error-draft-code-unknown = Ce code n’ouvre rien. Vérifiez-le. Ce qui a été envoyé, ou n’a pas été modifié pendant 30 jours, ne s’ouvre plus ainsi.

mail-draft-subject = Continuer ce que vous avez commencé
mail-draft-lead = Ce que vous avez écrit sur Chikaya est gardé jusqu’au { $date }. Rien n’est encore envoyé à l’administration.
mail-draft-action = Continuer
mail-draft-code = Ou écrivez ce code à l’adresse { $address } :
mail-draft-keep = Gardez ce message pour vous : qui a le code peut lire ce que vous avez écrit.
mail-draft-ignore = Vous n’avez rien demandé ? Ne faites rien : quelqu’un a écrit votre adresse par erreur.
admin-message-draft-code = Code pour continuer un dépôt
draft-left = Dans ce navigateur, un dossier est commencé mais pas encore envoyé.
draft-left-link = Le reprendre
