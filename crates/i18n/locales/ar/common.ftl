### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.

## Brand and frame

brand = شكاية
brand-kingdom = المملكة المغربية
brand-tagline = شكايات · ملاحظات · اقتراحات
brand-title = { $page } · شكاية
sample-banner = نسخة للتجربة: المعطيات خيالية، ولا تصل الرسائل إلى أي إدارة.
mailbox-banner = نسخة للتجربة: كل رسائل هذه البوابة، برموزها، يمكن للجميع قراءتها في العنوان /mailbox.
review-notice = هذا النص الأمازيغي ينتظر مراجعة متكلم بالأمازيغية.

## Navigation

nav-skip = الانتقال إلى المضمون
nav-label = الأقسام الرئيسية
nav-menu = القائمة
nav-home = الصفحة الأولى
nav-file = إيداع شكاية
nav-track = تتبع ملف
nav-account = حسابي
nav-statistics = الإحصائيات
nav-procedures = المساطر الإدارية
nav-offices = مكاتب الاستقبال
nav-jobs = مباريات التوظيف
nav-desk = مكتب المعالجة
nav-admin = إدارة البوابة
nav-languages = اللغات
nav-steps = المراحل
nav-step = المرحلة { $step } من { $steps }
nav-newer = الأحدث
nav-older = الأقدم

## Buttons

button-file = إيداع
button-send = إرسال
button-continue = متابعة
button-back = رجوع
button-change = تعديل
button-check = مراجعة
button-confirm = تأكيد
button-cancel = إلغاء
button-undo = تراجع
button-search = بحث
button-download = تحميل
button-attach = إرفاق وثيقة
button-print = طباعة
button-sign-in = تسجيل الدخول
button-sign-out = تسجيل الخروج
button-create-account = إنشاء حساب
button-reply = جواب
button-reopen = طلب إعادة الفتح
button-withdraw = سحب الملف
button-save-draft = تسجيل المسودة
button-save-later = تسجيل والعودة لاحقا
button-save = تسجيل
button-delete = حذف
button-choose = اختيار
button-add = إضافة
button-remove = إزالة
button-listen = استماع
button-open = فتح
button-close = إغلاق
button-show = عرض
button-hide = إخفاء
button-follow = تتبع الملف
button-copy = نسخ
button-share = مشاركة
button-retry = إعادة المحاولة
button-filter = تصفية
button-help = مساعدة

## Short words

word-yes = نعم
word-no = لا
word-or = أو
word-all = الكل
word-none = لا شيء
word-optional = اختياري
word-required = إجباري
word-example = مثال:
word-today = اليوم
word-tomorrow = غدا
word-yesterday = أمس
word-help = مساعدة
word-other = شيء آخر
word-unknown = لا أعرف
word-new-window = يُفتح في صفحة جديدة
word-characters-left =
    { $count ->
       [zero] لم يبق أي حرف
       [one] بقي حرف واحد
       [two] بقي حرفان
       [few] بقيت { $count } أحرف
       [many] بقي { $count } حرفا
      *[other] بقي { $count } حرف
    }
word-results =
    { $count ->
       [zero] لا نتيجة
       [one] نتيجة واحدة
       [two] نتيجتان
       [few] { $count } نتائج
       [many] { $count } نتيجة
      *[other] { $count } نتيجة
    }
word-days =
    { $days ->
       [zero] لا يوم
       [one] يوم واحد
       [two] يومان
       [few] { $days } أيام
       [many] { $days } يوما
      *[other] { $days } يوم
    }
word-complaints =
    { $count ->
       [zero] لا شكاية
       [one] شكاية واحدة
       [two] شكايتان
       [few] { $count } شكايات
       [many] { $count } شكاية
      *[other] { $count } شكاية
    }
word-cases =
    { $count ->
       [zero] لا ملف
       [one] ملف واحد
       [two] ملفان
       [few] { $count } ملفات
       [many] { $count } ملفا
      *[other] { $count } ملف
    }
word-files =
    { $count ->
       [zero] لا مرفق
       [one] مرفق واحد
       [two] مرفقان
       [few] { $count } مرفقات
       [many] { $count } مرفقا
      *[other] { $count } مرفق
    }
word-messages =
    { $count ->
       [zero] لا رسالة
       [one] رسالة واحدة
       [two] رسالتان
       [few] { $count } رسائل
       [many] { $count } رسالة
      *[other] { $count } رسالة
    }

## The things a case has

label-reference = رقم التتبع
label-access-code = رمز الولوج
label-receipt = وصل الإيداع
label-case = الملف
label-kind = النوع
label-subject = الموضوع
label-place = المكان
label-coordinates = الإحداثيات
label-region = الجهة
label-province = الإقليم أو العمالة
label-commune = الجماعة
label-address = العنوان
label-administration = الإدارة
label-unit = الوحدة
label-officer = المكلف بالملف
label-filer = صاحب الملف
label-family-name = الاسم العائلي
label-full-name = الاسم الكامل
label-body-name = اسم الشركة أو الجمعية أو التعاونية
label-representative = اسم من يمثلها
label-quality = الصفة
label-on-behalf = نيابة عن
label-phone = رقم الهاتف
label-email = البريد الإلكتروني
label-password = كلمة السر
label-language = اللغة
label-state = الحالة
label-date = التاريخ
label-due = آخر أجل للجواب
label-attachments = المرفقات
label-messages = الرسائل
label-question = السؤال
label-answer = الجواب
label-reason = السبب
label-legal-ground = السند القانوني
label-outcome = مآل الشكاية
label-channel = طريقة الإيداع

## Languages, named in the language of the page

language-ar = العربية
language-zgh = الأمازيغية
language-fr = الفرنسية
language-en = الإنجليزية

## Foot of every page

foot-label = معلومات عن البوابة
foot-accessibility = إمكانية الولوج
foot-personal-data = حماية معطياتكم الشخصية
foot-time-limits = كيف تُحتسب الآجال
foot-mediator = وسيط المملكة
foot-source = الشفرة المصدرية
foot-promise = بوابة واحدة لكل الإدارات العمومية. الخدمة مجانية. لا أحد يطلب منكم مالا أو رمزا سريا باسم هذه البوابة.
foot-phone = تفضلون الكلام؟ اتصلوا بالرقم 3737.
foot-phone-hours = من الاثنين إلى الجمعة
