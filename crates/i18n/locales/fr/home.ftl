### The home page.
home-title = Que voulez-vous dire à l’administration ?
home-lead = Votre message parvient à celle qui doit répondre, quelle qu’elle soit, et vous le suivez pas à pas. Gratuit, sans compte.
home-door-complaint = Quelque chose n’a pas marché
home-door-complaint-hint = Réclamation : une décision, un retard ou un accueil qui vous a nui
home-door-remark = J’ai une remarque sur un service
home-door-remark-hint = Votre avis sur un service, bon ou mauvais
home-door-proposal = J’ai une idée pour l’améliorer
home-door-proposal-hint = Proposition : plus simple, plus rapide, plus juste
home-speak = Vous préférez parler ?
home-speak-hours = Du lundi au vendredi, de 8 h 30 à 16 h 30
home-next-title = Que se passe-t-il ensuite ?
home-next-write-title = Vous écrivez
home-next-write-text = Trois minutes suffisent. Nous proposons l’administration compétente ; vous décidez.
home-next-receipt-title = Vous recevez aussitôt un récépissé
home-next-receipt-text = Avec un numéro de suivi et le jour avant la fin duquel on doit vous répondre.
home-next-transfer-title = Votre message arrive au bon endroit
home-next-transfer-text =
    { $days ->
       [one] En { $days } jour au plus.
       [many] En { $days } de jours au plus.
      *[other] En { $days } jours au plus.
    } Si ce n’est pas la bonne administration, elle transmet elle-même et le délai ne repart pas de zéro.
home-next-answer-title = Vous recevez une réponse motivée
home-next-answer-text =
    { $days ->
       [one] En { $days } jour au plus.
       [many] En { $days } de jours au plus.
      *[other] En { $days } jours au plus.
    } Elle ne vous convainc pas ? Rouvrez le dossier. Et vous pouvez saisir le Médiateur du Royaume à tout moment.
home-track-title = Vous avez déjà déposé ?
home-track-reference-hint = En haut du récépissé. Exemple :
home-track-lost = J’ai perdu mon récépissé
home-other-title = Autres services
home-mediator-hint = Institution indépendante, à saisir à tout moment
