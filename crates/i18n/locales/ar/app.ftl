### The application on a telephone.

## The first page

app-title = شكاية في هاتفكم
app-lead = اكتبوا أو تكلموا أو صوروا، ولو بدون إنترنت. ما كتبتموه يبقى في هاتفكم، ويصل عند عودة الاتصال، مرة واحدة.
app-door-hint = تعمل ولو بدون إنترنت
app-something-waits = في هذا الهاتف ما ينتظر الاتصال.
app-ready = جاهز: يعمل هذا الموقع الآن في هاتفكم بدون إنترنت.
app-file-door = أودعوا شكاية أو ملاحظة أو اقتراحا
app-file-door-hint = بالكتابة أو بالصوت أو بالصور، ولو بدون إنترنت
app-mine-title = ما كتبته في هذا الهاتف
app-mine-hint = المسودات، وما ينتظر الاتصال، والوصولات
app-track-hint = برقم التتبع ورمز الولوج
app-install-title = ضعوه بين تطبيقات الهاتف
app-install-lead = لا حاجة إلى متجر للتطبيقات ولا إلى حساب. لا يأخذ من الهاتف إلا مكانا صغيرا، ويتجدد من تلقاء نفسه.
app-install-button = تثبيت
app-install-android = هاتف أندرويد
app-install-android-text = افتحوا هذه الصفحة في متصفح هاتفكم، ثم افتحوا لائحة المتصفح (النقط الثلاث) واختاروا «التثبيت» أو «الإضافة إلى الشاشة الرئيسية».
app-package-text = إذا لم يقترح المتصفح أيا من ذلك، فحملوا هذه الحزمة وافتحوها واسمحوا للهاتف بتثبيتها.
app-package-button = تحميل النسخة { $version } ({ $size })
app-package-fingerprint = بصمة توقيعها (SHA-256):
app-install-iphone = آيفون
app-install-iphone-text = افتحوا هذه الصفحة في متصفح Safari، ثم زر المشاركة (مربع بسهم)، واختاروا «الإضافة إلى الشاشة الرئيسية».
app-install-other = هاتف آخر، أو بدون تثبيت
app-install-other-text = احتفظوا بهذه الصفحة في مفضلات المتصفح. افتحوها مرة واحدة والاتصال موجود، وبعد ذلك تعمل بدونه.
app-scan-title = افتحوه في الهاتف بتصوير هذا الرمز
app-holds-title = ما الذي يبقى في الهاتف؟
app-holds-text = ما كتبتموه ووصولاتكم، إلى أن تحذفوها. يمكنكم قفلها برقم سري. ومن يستعمل هذا الهاتف معكم يمكنه قراءتها إن لم تقفلوها.
app-no-script = لا تعمل هذه الصفحة إلا بالجافاسكريبت. يمكنكم القيام بذلك هنا:

## Without a network

app-offline-title = أنتم غير متصلين بالإنترنت
app-offline-lead = ما تكتبونه يبقى في هذا الهاتف، ويصل عند عودة الاتصال. الصفحة التي طلبتموها تحتاج إلى الاتصال.
app-offline-phone = أو اتصلوا بالهاتف، فهو يعمل بدون إنترنت:

## The page that files

app-file-title = ماذا تريدون أن تقولوا؟
app-file-lead = كل ما تكتبونه يبقى في هذا الهاتف إلى أن يصل.
app-errors = صححوا هذه النقط، ثم أرسلوا من جديد.
app-send = إرسال
app-choose = اختاروا
app-place-province = الإقليم أو العمالة
app-anonymous = لا أذكر اسمي
app-photos-label = صور
app-photos-hint = نصغرها في الهاتف لتصل بسرعة ولو كان الاتصال ضعيفا.
app-photos-sparing = هاتفكم يقتصد في البيانات: نصغر الصور أكثر.
app-files-limit = العدد الأقصى: { $count }.
app-photos-tell = أخبروا الإدارة متى وأين صورت
app-photos-tell-hint = كما كتبته آلة التصوير. يضاف في آخر النص.
app-photo-taken = { $name }: التاريخ والساعة { $moment }
app-photo-place = { $name }: المكان { $point }
app-photo-broken = لا يمكن قراءة هذه الصورة. اختاروا صورة أخرى.
app-files-many = بلغتم العدد الأقصى. احذفوا واحدة لتضيفوا أخرى.
app-voice-title = أو قولوه بصوتكم
app-voice-hint = بأي لغة، خمس دقائق على الأكثر.
app-voice-record = ابدؤوا التسجيل
app-voice-pause = توقف
app-voice-resume = متابعة
app-voice-stop = انتهيت
app-voice-recording = التسجيل جار. تكلموا.
app-voice-paused = التسجيل متوقف.
app-voice-recorded = سجلنا صوتكم. يمكنكم الاستماع إليه أدناه.
app-voice-refused = لا يسمح الهاتف باستعمال الميكروفون. اسمحوا به في إعدادات المتصفح، أو اكتبوا ما وقع.
app-voice-text = ما وقع مسموع في التسجيل المرفق.
app-located = كتبنا موقعكم، بدقة { $metres } متر تقريبا.
app-lists-missing = لوائح الأماكن والإدارات غير موجودة بعد في هذا الهاتف. اكتبوا المكان والإدارة في النص.
app-said-kept = محفوظ في هذا الهاتف.
app-said-full = الهاتف ممتلئ: لا يمكن حفظ ما كتبتموه. احذفوا صورا أو مسودات، أو أرسلوا الآن.
app-said-refused = المتصفح لا يسمح بالحفظ في هذا الهاتف، كما في التصفح الخفي. استعملوا الصفحة العادية والاتصال موجود.
app-said-locked = هذه المسودة مفتوحة في صفحة أخرى من هذا الهاتف. أغلقوا الصفحة الأخرى، ثم افتحوا هذه من جديد.

## What was written on this phone

app-mine-lead = المسودات، وما ينتظر الاتصال، وما وصل مع وصله.
app-mine-empty = لا شيء في هذا الهاتف بعد.
app-untitled = بدون نص
app-state-draft = مسودة
app-state-waiting = في انتظار الاتصال
app-state-busy = الموقع مشغول. نعيد الإرسال بعد قليل
app-state-sending = جار الإرسال
app-state-sent = وصل
app-state-back = رجع إليكم: شيء يحتاج إلى تصحيح
app-state-sealed = مقفل برقم سري
app-act-edit = متابعة الكتابة
app-act-mend = تصحيح
app-act-send = إرسال الآن
app-act-delete = حذف
app-act-delete-sure = اضغطوا مرة أخرى للحذف من الهاتف
app-receipt-due = يجب أن تُجابوا قبل نهاية
app-back-general = لم يقبل الموقع هذا. صححوه وأرسلوه من جديد، أو اتصلوا بالرقم 3737.
app-room = المستعمل: { $used }. الباقي في الهاتف: { $left }.
app-room-none = الهاتف ممتلئ تقريبا. احذفوا ما وصل أو صورا قديمة قبل أن تكتبوا.

## Cases that are kept to be read

app-cases-title = ملفات محفوظة في هذا الهاتف
app-case-keep = الاحتفاظ بالملف في هذا الهاتف
app-case-drop = حذف الملف من هذا الهاتف
app-case-kept = يمكنكم قراءته بدون إنترنت. ومن يستعمل هذا الهاتف معكم يمكنه قراءته أيضا.
app-case-dropped = حُذف من هذا الهاتف.
app-case-failed = لم نستطع الاحتفاظ به الآن. حاولوا من جديد والاتصال موجود.

## The PIN

app-pin-title = قفل ما كتبته برقم سري
app-pin-text = لا يقرأ أحد ما في هذا الهاتف بدون الرقم. وإن نسيتموه، فلا يمكن لأحد فتحه، ولا نحن: يبقى الحذف وحده. وما ينتظر الاتصال لا يصل إلا بعد أن تفتحوه.
app-pin-label = الرقم السري
app-pin-form = من 4 إلى 12 رقما.
app-pin-set = قفل
app-pin-is-set = قفلناه. احتفظوا بالرقم.
app-pin-remove = إزالة الرقم السري
app-pin-ask = اكتبوا الرقم السري
app-pin-ask-text = ما كتبتموه في هذا الهاتف مقفل.
app-pin-open = فتح
app-pin-wrong = ليس هذا هو الرقم. حاولوا من جديد.
app-pin-forgotten = نسيت الرقم
app-pin-forgotten-sure = اضغطوا مرة أخرى لحذف كل ما في هذا الهاتف
