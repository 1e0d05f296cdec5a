### Words of pages that no other file has.

filing-details-title = بعض التفاصيل
filing-details-fault = { $question } { $sentence }
filing-where-label = المدينة أو الجماعة
filing-you-identity-number = رقم الوثيقة
desk-role = الدور
desk-category = من
desk-acts = ما يمكنكم فعله الآن
desk-opinion-label = رأيكم
desk-transfer-due = آخر أجل للإحالة
desk-group-done = منتهية
