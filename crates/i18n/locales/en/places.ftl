### Kinds of organisation and levels of territory.
organisation-kind-ministry = Ministry
organisation-kind-establishment = Public establishment or enterprise
organisation-kind-institution = Institution
organisation-kind-region = Region
organisation-kind-province = Province or prefecture
organisation-kind-commune = Commune
organisation-kind-arrondissement = Arrondissement
organisation-kind-reform-authority = Authority in charge of administrative reform
organisation-kind-unit = Unit
territory-country = Country
territory-region = Region
territory-province = Province
territory-prefecture = Prefecture
territory-commune = Commune
territory-arrondissement = Arrondissement
