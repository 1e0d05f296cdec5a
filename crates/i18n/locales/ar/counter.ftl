### الإيداع لفائدة شخص: في الشباك وبالرسالة وبالهاتف، وبريد الإدارة.

## Taking down

taken-title = الإيداع لفائدة شخص
taken-lead = دوّنوا ما يقوله الشخص، وأعيدوا قراءته عليه، ثم أودعوه. يصل الملف إلى الإدارة المختصة أيا كانت.
taken-channel = كيف يتوجه إليكم الشخص
taken-letter = تواريخ الرسالة
taken-arrived-on = تاريخ وصول الرسالة
taken-written-on = التاريخ المدون في الرسالة
taken-letter-hint = للرسائل فقط. يسري أجل الجواب من يوم وصولها.
taken-language = لغة الشخص
taken-text = ما يقوله الشخص، بكلماته
taken-text-hint = الكلمات أولا، ومنها يُقترح الموضوع والإدارة. لا اسم ولا رقم بطاقة هنا.
taken-place = أين يقع ذلك، كما يقوله الشخص
taken-suggest = عرض الاقتراحات
taken-body-hint = إن لم تختاروا، يصل الملف إلى الإدارة التي تجيب عن هذا الموضوع في ذلك المكان. لا تختاروا غيرها إلا إذا عيّنها الشخص.
taken-body-open = يُترك للبوابة
taken-person = الشخص
taken-category = يودع بصفته
taken-others = شركة أو جمعية تودع، أو شخص يودع لفائدة غيره
taken-shown = الوثيقة التي قُدمت لكم
taken-shown-none = لا شيء
taken-way-hint = اسألوا الشخص. دون اختيار يُستعمل ما كُتب أعلاه، والبريد الإلكتروني أولا.
taken-consent = كيف يعطي الشخص موافقته
taken-consent-hint = يوافق الشخص على أن تودعوا باسمه. وفي الرسالة يكفي توقيعه.
taken-consent-spoken = موافقة شفوية
taken-consent-signed = موافقة موقعة
taken-consent-by-code = برمز أُرسل إلى الشخص
taken-files-after = تضاف الوثائق والصور بعد عرض الاقتراحات.
taken-check = إعادة القراءة
taken-look = ليس بعد: انظروا إلى ما عُثر عليه وما يُسأل عنه هنا، ثم تابعوا.
taken-changed = عُدّل هذا الإيداع في نافذة أخرى. كلماتكم أدناه: تحققوا منها ثم تابعوا للاحتفاظ بها.
taken-read-title = إعادة القراءة ثم الإيداع
taken-read-hint = اقرؤوا ما يلي بصوت مسموع، بلغة الشخص.
taken-read-lead = هذا ما كتبت. أوقفوني إذا كان فيه خطأ.
taken-read-agree = هل توافقون على أن أودعه باسمكم؟
taken-read-again = تغيّر هذا الإيداع بعد قراءتكم. أعيدوا القراءة.
taken-code-hint = أرسلوا رمزا إلى { $contact } ليقرأه الشخص عليكم.
taken-file = إيداع
taken-was-shown = قُدمت: { $document }
taken-arrived = وصلت الرسالة يوم { $date }
taken-written = مؤرخة في { $date }

## Filed here

filed-here-title = أودعتموه هنا اليوم
filed-here-lead = ما أودعتموه اليوم لفائدة غيركم. يمكن طبع كل وصل من جديد إلى نهاية اليوم.
filed-here-empty = لم يودَع شيء لفائدة أحد اليوم.
filed-receipt-title = أودع الملف
filed-receipt-lead = سلّموا الوصل للشخص الآن: يُقرأ الجواب بالرقمين معا.
filed-receipt-slip = الطبع على الشريط (80 مم)
filed-receipt-sheet = الطبع على ورق A4
filed-receipt-another = الإيداع للشخص الموالي

## Post

postal-title = البريد
postal-lead = الرسائل التي توصلت بها إدارتكم، والتي بعثتها.
postal-came-title = وصلت رسالة بشأن ملف
postal-came-label = رقم التتبع أو رمز QR الموجود في رسالتنا
postal-came-hint = اكتبوا الرقم، أو امسحوا الرمز بالماسح اليدوي: يكتب العنوان فيُفهم.
postal-came-button = تسجيل وإرفاق النسخة الممسوحة
postal-new = إيداع جديد برسالة
postal-direction = الاتجاه
postal-both = الوارد والصادر
postal-in = وارد
postal-out = صادر
postal-moved = اليوم
postal-written = تاريخ الرسالة
postal-empty = لا رسائل في هذه الأيام.
postal-due = طبع جميع الرسائل التي يجب إرسالها ({ $count })
postal-note = وصلت رسالة من صاحب الملف.
postal-note-dated = وصلت رسالة من صاحب الملف مؤرخة في { $date }.

## What may be wrong

error-letter-old = رسالة وصلت قبل أكثر من { $days } يوما: تحققوا من السنة.
error-letter-order = وصلت الرسالة قبل التاريخ المدون فيها. تحققوا من اليومين.
error-consent-contact = يحتاج الرمز إلى بريد إلكتروني للشخص. اكتبوه أو اختاروا طريقة أخرى للموافقة.
error-consent-code = أرسلوا الرمز واكتبوا ما يقرؤه الشخص.
error-postal-reference = لا يُقرأ هنا رقم تتبع. يشبه CK-26-7K3M-9QDX.
error-postal-elsewhere = ليس لإدارتكم ملف بهذا الرقم. تحققوا منه؛ الرسالة الموجهة إلى غيركم تُسلّم إليه.
