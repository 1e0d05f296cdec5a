### Words of pages that no other file has.

filing-details-title = بعض التفاصيل
filing-details-more =
    { $count ->
       [zero] لا أسئلة أخرى في هذا الموضوع.
       [one] في هذا الموضوع سؤال آخر.
       [two] في هذا الموضوع سؤالان آخران.
       [few] في هذا الموضوع { $count } أسئلة أخرى.
       [many] في هذا الموضوع { $count } سؤالا آخر.
      *[other] في هذا الموضوع { $count } سؤال آخر.
    }
filing-details-more-see = أجيبوا
filing-details-fault = { $question } { $sentence }
filing-where-label = المدينة أو الجماعة
filing-you-identity-number = رقم الوثيقة
desk-role = الصفة
desk-category = من
desk-acts = ما يمكنكم فعله الآن
desk-opinion-label = رأيكم
desk-transfer-due = آخر أجل للإحالة
desk-group-done = منتهية
