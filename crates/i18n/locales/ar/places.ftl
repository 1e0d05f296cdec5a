### Kinds of organisation and levels of territory.
organisation-kind-ministry = وزارة
organisation-kind-establishment = مؤسسة أو مقاولة عمومية
organisation-kind-institution = مؤسسة مستقلة
organisation-kind-region = جهة
organisation-kind-province = عمالة أو إقليم
organisation-kind-commune = جماعة
organisation-kind-arrondissement = مقاطعة
organisation-kind-reform-authority = السلطة المكلفة بإصلاح الإدارة
organisation-kind-unit = وحدة
territory-country = بلد
territory-region = جهة
territory-province = إقليم
territory-prefecture = عمالة
territory-commune = جماعة
territory-arrondissement = مقاطعة
