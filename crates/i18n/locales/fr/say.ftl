### A filing by pictures, for whoever does not read with ease.

say-title = Déposer en images et de vive voix
say-lead = Touchez l’image de ce dont il s’agit.
say-write = Je préfère écrire
say-listen = Écouter
say-voice-title = Dites ce qui s’est passé
say-voice-hint = Dites aussi votre nom et où cela s’est passé.
say-voice-choose = Choisir un enregistrement
say-photo-title = Montrez-le
say-photo-hint = Prenez une photo, si vous le pouvez.
say-photo-choose = Prendre une photo
say-where-hint = Touchez votre région, puis votre ville.
say-where-here = Ici, où je suis
say-where-unknown = Je ne sais pas
say-where-failed = Le téléphone ne dit pas où vous êtes. Touchez une région.
say-phone-title = À quel numéro vous appeler ?
say-phone-hint = Un agent vous appellera. Sans numéro, gardez le reçu.
say-phone-none = Sans numéro
say-phone-missing = Écrivez un numéro, ou touchez « Sans numéro ».
say-name = Nom dit dans l’enregistrement
say-text = { $sector }. Ce qui s’est passé est dit et montré dans les fichiers joints.
say-nothing = Enregistrez votre voix ou montrez une photo : sans elles, personne ne peut savoir ce qui s’est passé.
say-no-microphone = Le téléphone ne laisse pas enregistrer. Choisissez un enregistrement ou passez à la photo.
say-door = En images et de vive voix
say-door-hint = Sans lire ni écrire
