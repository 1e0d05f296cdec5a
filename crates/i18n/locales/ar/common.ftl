### Words that every page shares: brand, navigation, buttons, short answers, languages, foot.

## Brand and frame

brand = شكاية
brand-kingdom = المملكة المغربية
brand-tagline = شكايات · ملاحظات · اقتراحات
sample-banner = نسخة للتجربة: المعطيات خيالية، ولا تصل الرسائل إلى أي إدارة.
mailbox-banner = نسخة للتجربة: كل رسائل هذه البوابة، برموزها، يمكن للجميع قراءتها في العنوان /mailbox.

## Navigation

nav-skip = الانتقال إلى المضمون
nav-label = الأقسام الرئيسية
nav-file = إيداع شكاية
nav-track = تتبع ملف
nav-account = حسابي
nav-statistics = الإحصائيات
nav-desk = مكتب المعالجة
nav-admin = إدارة البوابة
nav-languages = اللغات
nav-older = الأقدم

## Buttons

button-send = إرسال
button-continue = متابعة
button-back = رجوع
button-change = تعديل
button-confirm = تأكيد
button-cancel = إلغاء
button-search = بحث
button-download = تحميل
button-attach = إرفاق وثيقة
button-sign-in = تسجيل الدخول
button-sign-out = تسجيل الخروج
button-create-account = إنشاء حساب
button-reopen = طلب إعادة الفتح
button-withdraw = سحب الملف
button-save-later = تسجيل والعودة لاحقا
button-save = تسجيل
button-delete = حذف
button-add = إضافة
button-remove = إزالة
button-open = فتح
button-close = إغلاق
button-show = عرض
button-follow = تتبع الملف
button-filter = تصفية

## Short words

word-yes = نعم
word-no = لا
word-all = الكل
word-none = لا شيء
word-optional = اختياري
word-required = إجباري
word-unknown = لا أعرف
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

## The things a case has

label-reference = رقم التتبع
label-access-code = رمز الولوج
label-case = الملف
label-kind = النوع
label-subject = الموضوع
label-place = المكان
label-coordinates = الإحداثيات
label-address = العنوان
label-administration = الإدارة
label-unit = الوحدة
label-officer = المكلف بالملف
label-filer = صاحب الملف
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
label-question = السؤال
label-answer = الجواب
label-reason = السبب
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
