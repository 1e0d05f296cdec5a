### Words of pages that no other file has.

filing-details-title = Quelques précisions
filing-details-fault = { $question } { $sentence }
filing-where-label = Ville ou commune
filing-you-identity-number = Numéro de la pièce
desk-role = Rôle
desk-category = Qui
desk-acts = Ce que vous pouvez faire maintenant
desk-opinion-label = Votre avis
desk-transfer-due = Transmission au plus tard le
desk-group-done = Terminés
