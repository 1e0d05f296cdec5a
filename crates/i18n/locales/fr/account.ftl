### The account: one's cases in one place, for whoever proved a contact.

account-lead = Écrivez l’adresse e-mail confirmée lors du dépôt. Nous y envoyons un code ; il n’y a pas de mot de passe.
account-not-needed = Vous pouvez déposer et suivre sans compte, avec le numéro de suivi et le code d’accès du récépissé.
account-code-title = Écrivez le code
account-file = Faire un nouveau dépôt
account-cases = Mes dossiers
account-none = Aucun dossier n’est encore lié à cette adresse. Ce que vous déposerez à partir d’ici apparaîtra dans cette liste.
account-no-more = Il n’y a pas de dossier plus ancien.
account-cases-missing = Il manque un dossier ? Il a été déposé sans confirmer cette adresse. Ouvrez-le avec son numéro de suivi et son code d’accès, et confirmez l’adresse : il apparaîtra ici.
account-case-due = réponse au plus tard le { $date }
account-newest = Les plus récents
account-older = Dossiers plus anciens
account-session = Compte
account-settings = Langue et coordonnées
account-settings-lead = Les nouveaux dépôts commencent avec ces réponses ; vous pouvez les changer dans chacun. Les dépôts déjà envoyés gardent les leurs.
account-sign-out-everywhere = Se déconnecter partout
account-delete = Supprimer le compte
account-saved = C’est enregistré.
account-deleted = Votre compte est supprimé. Vos dossiers restent ouverts avec leur numéro et leur code.
account-delete-lead = Votre nom, vos coordonnées et votre langue dans ce compte sont effacés, et toutes vos connexions sont fermées. Vos dossiers restent auprès des administrations : suivez-les avec le numéro de suivi et le code d’accès de chaque récépissé.
account-delete-confirm = Oui, supprimer le compte
account-delete-keep = Garder le compte
account-contacts = Adresses et numéros confirmés
account-contacts-lead = Chacun ouvre ce compte, et les dossiers déposés avec chacun sont dans une seule liste. Ajoutez-en un : un code y est envoyé.
error-account-last = Il faut garder une adresse ou un numéro : sans lui, personne ne peut ouvrir ce compte.
