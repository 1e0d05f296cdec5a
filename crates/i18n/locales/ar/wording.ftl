### The words of messages: what administrators change, see and take back.

wording-title = نصوص الرسائل
wording-lead = كل الرسائل التي ترسلها البوابة إلى أصحاب الملفات. غيروا نصا للبلد كله أو لإدارة واحدة، وتُحفظ كل نسخة.
wording-every = في كل الرسائل
wording-changed =
    { $count ->
       [zero] نصوص البوابة
       [one] نص واحد معدل
       [two] نصان معدلان
       [few] { $count } نصوص معدلة
       [many] { $count } نصا معدلا
      *[other] { $count } نص معدل
    }
wording-medium-mail = البريد الإلكتروني
wording-medium-sms = رسالة قصيرة (SMS)
wording-medium-spoken = الرسالة البريدية والاتصال
wording-country = البلد كله
wording-for = لأي إدارة؟
wording-for-hint = بدون إدارة، يسري النص على البلد كله.
wording-for-country = للبلد كله
wording-show = عرض
wording-sample = مثال ببيانات غير حقيقية
wording-sample-text = مثال: هنا ما تكتبه الإدارة.
wording-places = يجب أن يبقى في النص:
wording-of-house = نص البوابة.
wording-of-country = نص معدل للبلد كله.
wording-of-body = نص معدل للإدارة: { $body }.
wording-house = الرجوع إلى نص البوابة
wording-versions = النسخ
wording-version = النسخة { $version }، { $name }، { $moment }
wording-back = الرجوع إلى هذه النسخة
wording-parts =
    { $count ->
       [zero] { $alphabet }، بلا أجزاء
       [one] { $alphabet }، جزء واحد
       [two] { $alphabet }، جزءان
       [few] { $alphabet }، { $count } أجزاء
       [many] { $alphabet }، { $count } جزءا
      *[other] { $alphabet }، { $count } جزء
    }
error-wording-empty = اكتبوا نصا، أو ارجعوا إلى نص البوابة.
error-wording-long = هذا النص طويل جدا: 1000 حرف على الأكثر.
error-wording-brace = قوس زائد أو ناقص. اكتبوا الموضع كما هو في نص البوابة.
error-wording-unknown = لا تعرف هذه الرسالة { $place }. احذفوا هذا الموضع.
error-wording-missing = ينقص النص { $place }. أضيفوا هذا الموضع.

## When each message goes

wording-when-every = توجد هذه النصوص في عدة رسائل.
wording-when-acknowledgement = تُرسل عند إيداع ملف.
wording-when-transfer = تُرسل عند إحالة ملف إلى إدارة أخرى.
wording-when-question = تُرسل عندما تطرح الإدارة سؤالا.
wording-when-extension = تُرسل عند تمديد الأجل.
wording-when-answer = تُرسل عندما تجيب الإدارة.
wording-when-closure = تُرسل عند إغلاق ملف.
wording-when-reopening = تُرسل عند إعادة فتح ملف.
wording-when-judgement = تُرسل إلى من اختير بالقرعة ليقول رأيه في الجواب.
wording-when-judgement-again = تُرسل مرة ثانية إلى من لم يقل رأيه بعد.
wording-when-contact-code = تُرسل عندما يؤكد شخص بريدا أو رقما.
wording-when-account-code = تُرسل عندما يفتح شخص حسابه.
wording-when-draft-code = تُرسل عندما يحتفظ شخص بنصه إلى وقت لاحق.
wording-when-mail-answer = تُرسل عندما يكتب إلينا شخص بريدا جديدا.
wording-when-lost-receipt = تُرسل عندما يفقد شخص وصله.
wording-when-sms-reply = تُرسل عندما يكتب إلينا شخص رسالة قصيرة.
admin-deed-wording-change = تعديل نص رسالة
admin-deed-wording-take-back = إرجاع رسالة إلى نص البوابة
