### The desk: its queues, and the short words of lists.

## Queues

desk-queue-urgent = مستعجلة
desk-queue-reports = التبليغات عن الفساد
desk-queue-late = فات أجلها
desk-queue-soon = أجلها قريب
desk-queue-mine = ملفاتي
desk-queue-open = قيد المعالجة
desk-queue-new = للفحص
desk-queue-unassigned = غير مسندة
desk-queue-waiting = تنتظر المرتفق
desk-queue-answered = أُجيب عنها
desk-queue-closed = مغلقة
desk-queue-arbitration = للبت في الاختصاص
desk-queue-reopened = أُعيد فتحها
desk-queue-replied = كتب المرتفق
desk-queue-opinions = آراء مطلوبة منا
desk-queue-to-transcribe = تسجيلات للتدوين
desk-queue-to-telephone = للاتصال هاتفيا
desk-queue-to-post = للطباعة والإرسال بالبريد
desk-queue-left = لموظفين غادروا
desk-tag-reopened = أُعيد فتحه
desk-tag-nobody = دون موظف
desk-print-part = جزء من اللائحة فقط: البقية في الصفحات الموالية
desk-order-due-first = الأقرب أجلا أولا
desk-order-due-last = الأبعد أجلا أولا
desk-queue-empty = لا ملف هنا.

## Signing in

desk-second-factor-title = الرمز الثاني
desk-second-factor-label = الرمز المكون من 6 أرقام في تطبيق هاتفكم
desk-second-factor-recovery = ليس الهاتف معكم؟ اكتبوا أحد رموز الاسترجاع.
desk-enrol-title = إضافة الرمز الثاني
desk-enrol-lead = صوروا هذا المربع بتطبيق الرموز في هاتفكم، ثم اكتبوا الرمز الذي يظهر.
desk-recovery-title = رموز الاسترجاع
desk-recovery-lead = كل رمز يُستعمل مرة واحدة. احتفظوا بها بعيدا عن هاتفكم: لا تظهر مرة أخرى.
desk-sign-in-again = سجلتم الدخول منذ مدة. قبل تغيير حساب شخص آخر، اكتبوا كلمة سركم من جديد.
desk-password-forgotten = نسيتم كلمة السر؟
desk-password-forgotten-how = اطلبوا رابطا جديدا للدخول ممن يدبر حسابات إدارتكم. به تختارون كلمة سر جديدة ورمزا ثانيا جديدا. تبقى ملفاتكم ومسوداتكم.
desk-invitation-hint = جملة من بضع كلمات لا يعرفها غيركم، 12 حرفا على الأقل.
desk-password-again = كلمة السر مرة أخرى

## Inbox

desk-queues-label = اللوائح
desk-search-label = رقم أو كلمة أو موضوع أو مكان
desk-search-newest = أحدث { $count } ملفا. أضيفوا كلمة لتضييق البحث.
desk-search-further = نتائج أخرى
desk-search-none = لا ملف فيه كل هذه الكلمات. جربوا كلمات أقل.
desk-filer-title = البحث بصاحب الملف
desk-filer-label = الاسم أو الهاتف أو البريد الإلكتروني أو رقم وثيقة الهوية
desk-filer-trail = يُكتب هذا البحث في سجل العمليات: من بحث، ومتى، والملفات التي ظهرت. لا تستعملوه إلا لمعالجة ملف.
desk-filer-hint = اسم بأي خط من الخطوط، أو رقم كامل. تظهر ملفات إدارتكم وحدها، والأسماء المتشابهة في النطق كذلك.
desk-filer-empty = اكتبوا اسما أو رقما أو عنوانا كاملا.
desk-filer-search = بحث
desk-filer-none = لا ملف عندكم بهذا الاسم أو الرقم.
desk-group-late = فات أجلها
desk-group-week = هذا الأسبوع
desk-group-later = بعد ذلك
desk-keys-title = اختصارات لوحة المفاتيح
desk-keys-browse = تصفح
desk-keys-off = إيقاف اختصارات لوحة المفاتيح

## Colleagues

desk-colleagues-title = حسب الموظف
desk-colleagues-lead = ما بين يدي كل واحد. افتحوا اسما لرؤية ملفاته، ولنقل عدة ملفات إلى زميل.
desk-cases-of = الملفات الجارية لدى { $name }
desk-hand-over = الملفات التي ستُنقل
desk-hand-over-to = إلى من؟
desk-hand-over-choose = اختاروا شخصا
desk-hand-over-chosen = نقل الملفات المؤشر عليها
desk-hand-over-all = نقل كل هذه الملفات
desk-hand-over-none = ضعوا علامة على ملف واحد على الأقل.
desk-hand-over-more = هناك ملفات أخرى: تظهر بعد نقل هذه.
desk-handed-over = الملفات المنقولة: { $given }، الباقية: { $left }. يبقى الملف حين يكون المكلف الجديد قد أجاب عنه من قبل، أو حين ينتقل إلى شخص آخر في تلك الأثناء.

## A case

desk-tab-timeline = التسلسل الزمني
desk-back-to-list = إلى اللائحة
desk-place = { $place } من { $count }
desk-identity-title = صاحب الملف
desk-identity-show = عرض كامل
desk-identity-recorded = كل عرض لهذه المعلومات يُسجل باسمكم.
desk-news = يريد الجواب عبر
desk-errand-telephone = يُقال في الهاتف
desk-errand-post = يُطبع ويُرسل بالبريد
desk-errand-telephoned = أخبرته هاتفيا
desk-errand-not-reached = لم يُجب أحد
desk-errand-posted = أُرسلت الرسالة بالبريد
desk-errand-letter = الرسالة للطباعة (PDF)
desk-errand-letter-again = إعادة طبع آخر رسالة
desk-errand-calls =
    { $count ->
       [zero] لا اتصال بلا جواب
       [one] اتصال واحد بلا جواب
       [two] اتصالان بلا جواب
       [few] { $count } اتصالات بلا جواب
       [many] { $count } اتصالا بلا جواب
      *[other] { $count } اتصال بلا جواب
    }
desk-competence-title = الاختصاص
desk-competence-why = السبب
desk-competence-by-rule = المختصة حسب الموضوع والمكان
desk-handling-title = المعالجة
desk-officer-none = لا أحد بعد
desk-done = سُجل.

## Acting on a case

desk-transfer-to = الإدارة المختصة
desk-transfer-reason = السبب، بكلمات يقرؤها صاحب الملف
desk-refuse-hint = من المختص في رأيكم؟ إذا لم تعرفوا، تبت السلطة المكلفة بإصلاح الإدارة.
desk-had-before = من كان عنده الملف من قبل
desk-had-before-transferred = { $name }: كان الملف عندها إلى غاية { $date }، ثم أحالته.
desk-had-before-refused = { $name }: كان الملف عندها إلى غاية { $date }، ثم رفضت الاختصاص.
desk-had-before-climbed = { $name }: كان الملف عندها إلى غاية { $date }، ولم يكن فيها من يفحصه.
desk-had-before-arbitrated = { $name }: كان الملف عندها إلى غاية { $date }، ثم أسندته السلطة المكلفة بإصلاح الإدارة إلى إدارة أخرى.
desk-had-before-transfer = إذا لم تكن أي من الإدارتين مختصة، فارفضوا الاختصاص دون ذكر إدارة: تبت حينئذ السلطة المكلفة بإصلاح الإدارة.
desk-had-before-refuse = لا تذكروا أي إدارة، فتبت السلطة المكلفة بإصلاح الإدارة.
desk-had-before-sure = إرساله مع ذلك إلى { $name }
desk-ask-by = الجواب قبل نهاية
desk-consult-of = ممن تطلبون الرأي؟
desk-note-hint = لا يراها صاحب الملف.
desk-reply-hint = ما أجاب به المرتفق في الهاتف أو في الشباك أو بالبريد، بكلماته

## Answering

desk-answer-outcome = 1. مآل الشكاية
desk-answer-reasons = 2. الأسباب والإجراء المتخذ
desk-answer-reasons-hint = قولوا ماذا فُعل، ومن فعله، ومتى. بلغة صاحب الملف: { $language }.
desk-answer-ground = السند القانوني (عند الرفض فقط، وإلا فلا يُرسل)
desk-answer-other-language-send = إرساله بهذه اللغة رغم ذلك
desk-answer-other-language = ينتظر الشخص جوابا بهذه اللغة: { $wanted }. يبدو أن جوابكم باللغة التالية: { $found }.
desk-answer-body = الإدارة أو المؤسسة المختصة (عند التوجيه إلى إدارة أخرى فقط)
desk-answer-recourse = 3. إذا لم يقبل صاحب الملف الجواب
desk-answer-preview = كما سيقرؤه صاحب الملف
desk-answer-send = إرسال الجواب
desk-answer-stopped =
    { $count ->
       [zero] لم يُرسل بعد
       [one] لم يُرسل بعد: نقطة واحدة للتصحيح
       [two] لم يُرسل بعد: نقطتان للتصحيح
       [few] لم يُرسل بعد: { $count } نقط للتصحيح
       [many] لم يُرسل بعد: { $count } نقطة للتصحيح
      *[other] لم يُرسل بعد: { $count } نقطة للتصحيح
    }
desk-answer-check = القراءة قبل الإرسال
desk-answer-about = جواب عن ملفكم
desk-answer-passes = الجواب كامل.
desk-sent-email = يصل صاحب الملف في الحين بالبريد الإلكتروني.
desk-sent-sms = تصل صاحب الملف رسالة قصيرة، خارج ساعات الهدوء.
desk-sent-phone = يريد صاحب الملف اتصالا: تُفتح مهمة «للاتصال هاتفيا».
desk-sent-letter = يريد صاحب الملف رسالة: تُفتح مهمة «للطباعة والإرسال بالبريد».
desk-sent-nothing = لا يخبر أحد صاحب الملف: يقرأ ذلك بوصله.

desk-until = قبل نهاية { $date }
desk-opinion-awaited = رأي منتظر
desk-opinion-wanted = طُلب الرأي يوم { $asked }، وهو منتظر قبل نهاية { $until }
desk-question-over = كان جواب المرتفق منتظرا إلى نهاية { $date } ولم يصل
desk-ask-by-at-most = الجواب قبل نهاية (على أبعد تقدير { $date }، آخر أجل للملف)
desk-classify-place = جماعة أو إقليم آخر (إن تُرك فارغا لا يتغير المكان)
desk-file-audience = من يرى هذه الوثائق
desk-file-audience-hint = إن لم تختاروا، فالزملاء وحدهم.
desk-take-back-which = أي وثيقة
desk-take-back-reason = السبب، وسيقرؤه المرتفق. ولن تبقى الوثيقة ظاهرة له
desk-reopened-title = أُعيد فتحه: السبب والجواب السابق

## One’s own account

me-title = حسابي
me-about = الاسم واللغة
me-attempts = كلمات السر الخاطئة التي جُربت في حسابكم: { $count }، آخرها في { $moment }. لم يدخل بها أحد. إذا لم تكونوا أنتم من جربها، فاختاروا كلمة سر لا تستعملونها في مكان آخر.
me-notices-title = ما تُخبَرون به
me-notices-lead = بالبريد الإلكتروني. ما تريدونه مرة في اليوم يصل في رسالة واحدة، ابتداء من السابعة صباحا.
me-notices-save = تسجيل هذه الاختيارات
me-password-present = كلمة السر الحالية
me-password-new = كلمة السر الجديدة
me-password-again = كلمة السر الجديدة مرة أخرى
me-password-change = تغيير كلمة السر
me-password-ends = عند تغييرها تنتهي جلساتكم الأخرى.
me-factor-on = الرمز الثاني مفعل.
me-factor-off = ليس لحسابكم رمز ثان: كلمة السر وحدها تفتحه.
me-factor-required = هو إجباري لحسابكم: يُستبدل ولا يُحذف.
me-factor-replace = استبدال الرمز الثاني
me-factor-remove = حذف الرمز الثاني
me-factor-remove-lead = ستكفي كلمة السر للدخول، ولن تصلح رموز الاسترجاع.
me-codes-left = رموز الاسترجاع التي لم تُستعمل بعد: { $count }
me-codes-renew = رموز استرجاع جديدة
me-codes-renew-lead = الرموز القديمة لن تصلح، والجديدة تظهر مرة واحدة.
me-sessions-title = جلساتكم
me-session-this = هذه الجلسة
me-session-unknown = جهاز غير معروف
me-session-used = آخر استعمال: { $when }
me-session-begun = الدخول: { $when }
me-session-end = إنهاء
me-sessions-end-others = إنهاء كل الجلسات الأخرى
## What one is told, and how

notice-topic-danger = شخص في خطر (ملف مستعجل)
notice-topic-report = تبليغ عن فساد يصل
notice-topic-arrival = ملف يصل إلى إدارتكم
notice-topic-assignment = ملف يُسند إليكم
notice-topic-opinion = رأي يُطلب أو يصل
notice-topic-reply = مرتفق يكتب
notice-topic-reopening = ملف يُعاد فتحه
notice-topic-arbitration = اختصاص للبت فيه
notice-topic-due-date = جواب اقترب أجله أو تأخر
notice-choice-at-once = في الحين
notice-choice-daily = مرة في اليوم
notice-choice-never = أبدا
desk-opinion-was-given = أُعطي رأيكم في الملف { $reference }: «{ $words }»
desk-handed-on = الملف { $reference } عند { $name } الآن.
desk-no-such-case-title = هذا الملف ليس عند إدارتكم
desk-no-such-case-text = ربما انتقل إلى إدارة أخرى، أو رقم تتبعه ناقص. انظروا في لوائحكم، أو ابحثوا برقم التتبع.
