### Kinds of organisation and levels of territory.
organisation-kind-ministry = Ministère
organisation-kind-establishment = Établissement ou entreprise publique
organisation-kind-institution = Institution
organisation-kind-region = Région
organisation-kind-province = Province ou préfecture
organisation-kind-commune = Commune
organisation-kind-arrondissement = Arrondissement
organisation-kind-reform-authority = Autorité chargée de la réforme de l’administration
organisation-kind-unit = Unité
territory-country = Pays
territory-region = Région
territory-province = Province
territory-prefecture = Préfecture
territory-commune = Commune
territory-arrondissement = Arrondissement
