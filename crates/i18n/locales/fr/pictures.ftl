### A filing by pictures, for whoever does not read with ease.

pictures-title = Déposer en images et de vive voix
pictures-lead = Touchez l’image de ce dont il s’agit.
pictures-write = Je préfère écrire
pictures-listen = Écouter
pictures-voice-title = Dites ce qui s’est passé
pictures-voice-hint = Dites aussi votre nom et où cela s’est passé.
pictures-voice-choose = Choisir un enregistrement
pictures-photo-title = Montrez-le
pictures-photo-hint = Prenez une photo, si vous le pouvez.
pictures-photo-choose = Prendre une photo
pictures-where-hint = Touchez votre région, puis votre ville.
pictures-where-here = Ici, où je suis
pictures-where-unknown = Je ne sais pas
pictures-where-failed = Le téléphone ne dit pas où vous êtes. Touchez une région.
pictures-phone-title = À quel numéro vous appeler ?
pictures-phone-hint = Un agent vous appellera. Sans numéro, gardez le reçu.
pictures-phone-none = Sans numéro
pictures-phone-missing = Écrivez un numéro, ou touchez « Sans numéro ».
pictures-name = Nom dit dans l’enregistrement
pictures-text = { $sector }. Ce qui s’est passé est dit et montré dans les fichiers joints.
pictures-nothing = Enregistrez votre voix ou montrez une photo : sans elles, personne ne peut savoir ce qui s’est passé.
pictures-no-microphone = Le téléphone ne laisse pas enregistrer. Choisissez un enregistrement ou passez à la photo.
pictures-door = En images et de vive voix
pictures-door-hint = Sans lire ni écrire
