### Kinds of organisation and levels of territory.
### To be reviewed by a speaker: composed from attested words, no native speaker has read it yet.
organisation-kind-ministry = ⵜⴰⵎⴰⵡⴰⵙⵜ
organisation-kind-establishment = ⵜⵉⵎⵔⵙⵍⵜ ⵜⴰⴳⴷⵓⴷⴰⵏⵜ
organisation-kind-institution = ⵜⵉⵎⵔⵙⵍⵜ
organisation-kind-region = ⵜⴰⵎⵏⴰⴹⵜ
organisation-kind-province = ⵜⴰⵙⴳⴰ ⵏⵖ ⵜⴰⵎⵏⴱⴰⴹⵜ
organisation-kind-commune = ⵜⴰⴳⵔⴰⵡⵜ
organisation-kind-arrondissement = ⵜⴰⵙⵓⵏⴹⵜ (مقاطعة)
organisation-kind-reform-authority = السلطة المكلفة بإصلاح الإدارة
organisation-kind-unit = ⵜⴰⵣⵓⵏⵉ
territory-country = ⵜⴰⵎⵓⵔⵜ
territory-region = ⵜⴰⵎⵏⴰⴹⵜ
territory-province = ⵜⴰⵙⴳⴰ
territory-prefecture = ⵜⴰⵎⵏⴱⴰⴹⵜ
territory-commune = ⵜⴰⴳⵔⴰⵡⵜ
territory-arrondissement = ⵜⴰⵙⵓⵏⴹⵜ (مقاطعة)
