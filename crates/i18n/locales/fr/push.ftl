### Messages aux navigateurs : les demander sur la page d’un dossier, ce qu’ils disent, y mettre fin.
push-news = Il y a du nouveau dans un dossier.
push-title = Des nouvelles dans ce navigateur
push-lead = Ce navigateur peut vous dire qu’il y a du nouveau. Il ne dit rien du dossier ni de vous. Choisissez-le seulement si ce navigateur n’est qu’à vous.
push-begin = Me prévenir ici
push-denied = Ce navigateur ne laisse pas le portail vous prévenir. Vous pouvez le changer dans ses réglages.
push-failed = Ce navigateur ne peut pas être prévenu pour le moment. Réessayez plus tard.
push-known = Prévenu depuis le { $date }
push-here = ce navigateur
push-end = Arrêter
push-on = Ce navigateur vous dit quand il y a du nouveau dans ce dossier.
push-off = Le navigateur ne vous dit plus rien de ce dossier.
push-account-title = Navigateurs qui vous préviennent
push-account-lead = Ils disent qu’il y a du nouveau dans un dossier, et rien d’autre.
error-push-unknown = Les messages ne peuvent pas atteindre ce navigateur. Vous avez des nouvelles comme avant.
error-push-too-many = Autant de navigateurs que possible sont prévenus pour ce dossier. Arrêtez d’abord l’un d’eux.
