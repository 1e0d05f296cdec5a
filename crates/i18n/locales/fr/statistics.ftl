### Statistiques publiques : les chiffres avec leur définition.
statistics-title = Comment les administrations répondent
statistics-lede = Chaque chiffre porte sa définition et sa date, et chacun peut le recalculer.
statistics-as-of = Arrêté au { $day }, à l’événement { $position } du registre ({ $moment }).
statistics-partial = Les chiffres sont en cours de recomptage. D’ici là, ils ne portent que sur une partie des dossiers.
statistics-edition = Édition { $edition }
statistics-permanent = Lien permanent vers cet état
statistics-older = Ce n’est pas l’édition la plus récente.
statistics-newest = Voir la plus récente
statistics-country = Tout le pays
statistics-period = Année
statistics-find = Une administration, un lieu ou un sujet
statistics-found = Pages qui correspondent
statistics-definition = Définition
statistics-numbers = Voir les chiffres
statistics-few = masqué
statistics-none = non publié
statistics-not-reached = non atteint
statistics-interval = { $low } à { $high }
statistics-interval-name = Intervalle à 95 %
statistics-days =
    { $days ->
       [one] { $days } jour
       [many] { $days } de jours
      *[other] { $days } jours
    }
statistics-cases =
    { $cases ->
       [one] { $cases } dossier
       [many] { $cases } de dossiers
      *[other] { $cases } dossiers
    }
statistics-received = dossiers reçus en { $year }
statistics-received-short = Reçus
statistics-received-definition = Réclamations, remarques et propositions déposées durant ces mois. Pour une administration, le tableau par mois compte aussi ce que d’autres lui ont transmis.
statistics-answered-short = Répondus
statistics-median = la moitié ont leur réponse d’ici là
statistics-median-short = La moitié en
statistics-median-definition = Premier jour où la moitié au plus des { $cases } dossiers déposés durant ces mois sont encore sans réponse, à compter du dépôt. Les dossiers qui attendent encore ou ont été retirés ({ $waiting }) comptent pour le temps qu’ils ont attendu (Kaplan–Meier). Intervalle à 95 % : { $low } à { $high }. Des logiciels qui arrondissent près de la moitié donnent un autre jour.
statistics-median-none = Trop peu de dossiers ont été déposés durant ces mois pour donner une durée sans parler de personnes.
statistics-in-time = ont leur réponse dans le délai
statistics-in-time-short = Dans le délai
statistics-in-time-definition = Sur les { $of } réponses dues durant ceux de ces mois qui sont écoulés, y compris celles qui ne sont pas encore données. Intervalle à 95 % : { $interval }.
statistics-in-time-none = Aucune réponse n’était encore due durant ces mois, ou trop peu.
statistics-resolved = disent que leur problème est réglé
statistics-resolved-definition = Sur les { $of } personnes qui ont répondu d’elles-mêmes à cette question. Ce n’est pas un tirage au sort : les personnes satisfaites répondent peut-être plus volontiers, ou moins. Intervalle à 95 % : { $interval }.
statistics-resolved-none = Trop peu de personnes ont répondu à cette question.
statistics-treated = disent avoir été bien traitées
statistics-treated-definition = Sur les { $of } personnes qui ont répondu d’elles-mêmes à cette question. Ce n’est pas un tirage au sort. Intervalle à 95 % : { $interval }.
statistics-treated-none = Trop peu de personnes ont répondu à cette question.
statistics-open = Ouverts
statistics-open-definition = Dossiers sans réponse à la fin de ces mois, quelle que soit leur date de dépôt. Parmi ceux qui sont ouverts aujourd’hui, le délai est dépassé pour : { $overdue }.
statistics-curve-title = { $share } ont leur réponse en { $days } jours
statistics-curve-text = Part des dossiers ayant leur réponse, selon les jours écoulés depuis le dépôt. La bande montre l’incertitude (95 %). Encore en attente ou retirés, et comptés : { $waiting }.
statistics-curve-before = En tirets : un an plus tôt.
statistics-curve-axis = Jours depuis le dépôt
statistics-curve-definition = Estimateur de Kaplan–Meier. Le jour du dépôt est le jour 0. Un même jour, les réponses comptent avant les retraits. Intervalles sur l’échelle log(−log). Aucune réponse n’est due aux dossiers sans nom : ils sont laissés de côté.
statistics-due = délai légal : { $days } jours
statistics-day = En
statistics-share = Répondus
statistics-year-before = Un an plus tôt
statistics-month = Mois
statistics-months-title = Reçus, répondus et ouverts, mois par mois
statistics-months-text = En haut : dossiers reçus et réponses données chaque mois. En bas : dossiers ouverts à la fin du mois.
statistics-months-definition = Un dossier rouvert puis répondu de nouveau a deux réponses. Les dossiers ouverts sont tous ceux qui attendent une réponse, y compris ceux déposés avant ces mois. Pour une administration, un lieu ou un sujet, les mois ne sont publiés que si aucun mois achevé n’en compte de 1 à 4, et le mois en cours ne l’est pas.
statistics-by-kind = Reçus, par nature
statistics-by-kind-definition = Ce que les personnes ont dit déposer.
statistics-by-outcome = Réponses, par suite donnée
statistics-by-outcome-definition = Ce que l’administration a décidé, tel qu’elle l’indique elle-même.
statistics-by-channel = Reçus, par voie de dépôt
statistics-by-channel-definition = La voie du premier dépôt.
statistics-by-category = Reçus, selon qui dépose
statistics-by-category-definition = Tel que les personnes l’ont indiqué.
statistics-by-language = Reçus, par langue
statistics-by-language-definition = La langue dans laquelle la réponse est souhaitée.
statistics-regions = Répond-on à temps dans toutes les régions ?
statistics-sectors = Et dans tous les secteurs ?
statistics-bodies = Administration par administration
statistics-compared = Le point est la part répondue dans le délai, le trait son intervalle à 95 % ; l’échelle va de 0 à 100 %. Deux traits qui se recouvrent ne se départagent pas. L’ordre est celui des dossiers reçus : ce n’est pas un classement.
statistics-column-region = Région
statistics-column-sector = Secteur
statistics-column-body = Administration
statistics-all-bodies = Toutes les administrations
statistics-total = Total
statistics-again-title = Refaire le calcul
statistics-again-text = Ces fichiers contiennent les chiffres de cette page, avec le dernier événement compté. L’adresse de cette page avec ses mois ramène à la même question.
statistics-few-text = « Masqué » : un nombre inférieur à 5, ou qui en révélerait un par soustraction. On pourrait y reconnaître des personnes.
statistics-ninth-decile = neuf sur dix ont leur réponse d’ici là
statistics-sure = Intervalle à 95 % : { $interval }.
statistics-of = sur { $of }
statistics-within =
    { $days ->
       [one] Réponse en { $days } jour
       [many] Réponse en { $days } de jours
      *[other] Réponse en { $days } jours
    }
statistics-measures-title = Chaque chiffre, avec ce qu’il veut dire
statistics-measures-text = Avec l’intervalle à 95 % et le nombre de dossiers, lorsqu’un chiffre est une estimation.
statistics-column-measure = Chiffre
statistics-held = { $first } à { $last } sur { $all }
statistics-which = Lequel
statistics-low = 95 % : de
statistics-high = 95 % : à
statistics-sheet-figures = Chiffres
statistics-places-within = Répond-on à temps partout dans ce territoire ?
statistics-subjects-within = Et pour tous les sujets du secteur ?
statistics-column-place = Lieu
statistics-column-subject = Sujet
statistics-compare-title = Comparer avec une autre page
statistics-compare-text = Deux chiffres dont les intervalles se recouvrent ne se départagent pas. Avoir moins de dossiers ne veut pas dire mieux répondre.
statistics-compare-body = Une autre administration
statistics-compare-territory = Un autre lieu
statistics-compare-subject = Un autre sujet
statistics-compare-button = Comparer
statistics-compare-heading = { $one } et { $other }, { $year }
statistics-compare-nothing = Rien n’a été trouvé pour « { $typed } ».
statistics-map-title = Part répondue dans le délai
statistics-map-text = Plus la couleur est forte, plus on répond dans le délai. Hachuré : trop peu de dossiers pour le dire. Les limites sont simplifiées et sans valeur juridique. Le tableau donne les mêmes chiffres.
statistics-map-area = { $place } : { $share } répondus dans le délai ({ $interval })
statistics-map-area-none = { $place } : non publié
statistics-ranks-title = Qui répond dans le délai, et avec quelle certitude
statistics-ranks-text = Administrations d’un même type ayant au moins { $least } réponses dues, selon la part répondue dans le délai. Les rangs disent quelles places sont possibles quand le hasard varie : dans 95 tirages sur 100, tous sont justes à la fois. Deux administrations dont les rangs se recouvrent ne se départagent pas.
statistics-ranks-kind = Type d’administration
statistics-ranks-possible = Rangs possibles
statistics-ranks-none = Aucune administration de ce type n’a autant de réponses dues.
