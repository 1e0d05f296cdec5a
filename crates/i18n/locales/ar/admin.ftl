### Administration of the portal: organisations, people, calendar, policies, messages, and the mailbox of a trial.
admin-title = إدارة البوابة
admin-organisations-title = الإدارات والوحدات
admin-organisation-name-ar = الاسم بالعربية
admin-organisation-name-fr = الاسم بالفرنسية
admin-organisation-name-zgh = الاسم بالأمازيغية
admin-organisation-name-en = الاسم بالإنجليزية
admin-organisation-acronym = الحروف المختصرة
admin-organisation-parent = الإدارة الأم
admin-organisation-receives = تتوصل بالملفات
admin-people-title = الموظفون
admin-people-invite = دعوة موظف
admin-people-role = الدور
admin-people-active = نشيط
admin-people-stopped = موقوف
admin-people-stop = توقيف الحساب
admin-people-sessions = إنهاء كل الجلسات
admin-people-invited = أُرسلت الدعوة إلى { $email }.
admin-calendar-title = أيام العطل
admin-calendar-lead = كل تغيير يعيد احتساب آجال الملفات المفتوحة، ويُكتب في كل ملف مع سببه.
admin-calendar-add = إضافة يوم عطلة
admin-calendar-estimated = تاريخ تقديري
admin-calendar-worked = يوم عمل استثنائي
holiday-kind-national = عيد وطني
holiday-kind-religious = عيد ديني
holiday-kind-exceptional = عطلة استثنائية
admin-policies-title = قواعد الآجال
admin-policy-version = النسخة { $version }، سارية ابتداء من { $date }
admin-policy-transfer-days = أيام الإحالة
admin-policy-answer-days = أيام الجواب
admin-policy-danger-days = أيام الجواب إذا كان شخص في خطر (اختياري)
admin-policy-wrongdoing-days = أيام الجواب عن تبليغ عن فساد (اختياري)
admin-policy-wrongdoing-body = الهيئة التي تتلقى التبليغات عن الفساد (اختياري)
admin-policy-as-ordinary = كما في كل إيداع
admin-policy-reform-authority = السلطة المكلفة بإصلاح الإدارة
admin-policy-day-unit = كيف تُحسب الأيام
day-unit-calendar = كل الأيام
day-unit-working = أيام العمل فقط
admin-policy-extension = أيام التمديد
admin-policy-extension-none = لا تمديد
admin-policy-rolls = آخر أجل في يوم عطلة ينتقل إلى أول يوم عمل
admin-policy-pauses = انتظار المرتفق يوقف العد
admin-policy-reopening-days = أيام طلب إعادة الفتح
admin-policy-reopenings = عدد مرات إعادة الفتح على الأكثر
admin-policy-closure-days = أيام العمل قبل الإغلاق دون اعتراض
admin-messages-title = رسائل لم تصل
admin-messages-lead = لم نستطع تسليم هذه الرسائل. صححوا السبب ثم أعيدوا الإرسال.
admin-messages-retry = إرسال من جديد
admin-messages-attempts = عدد المحاولات: { $count }
admin-messages-none = كل الرسائل وصلت.

## Choosing and lists

admin-choose-hint = اكتبوا بعض كلمات الاسم أو الحروف المختصرة، ثم اختاروا من اللائحة.
admin-next = الصفحة التالية

## People

admin-people-words = الاسم أو البريد
admin-people-none = لا أحد هنا. غيّروا ما تبحثون عنه.
admin-people-sample = حساب للتجربة
admin-people-link = رابط الدخول
admin-people-link-once = هذا الرابط يظهر مرة واحدة ويصلح 7 أيام. لا تعطوه إلا للشخص المعني.
admin-people-access = الدخول إلى الحساب
admin-people-start = تشغيل الحساب
admin-people-self = هذا حسابكم: لا يوقفه إلا مسؤول آخر عن النظام.
admin-people-renew = إرسال رابط جديد للدخول
admin-people-renew-lead = كلمة السر الحالية لن تعمل، وكل الجلسات تنتهي. يختار الشخص كلمة سر جديدة ورمزا ثانيا جديدا.
admin-people-waiting = دعوات لم تُستعمل بعد
admin-people-until = صالحة إلى غاية { $date }
admin-people-withdraw = سحب الدعوة
admin-people-withdraw-lead = لن يعمل هذا الرابط بعد سحب الدعوة، ولو وصل إلى صاحبه.

## Organisations

admin-organisation-new = إضافة إدارة أو وحدة
admin-organisation-words = كلمات من الاسم أو الحروف المختصرة
admin-organisations-none = لا إدارة هنا.
admin-organisation-parts = ما يتبعها
admin-organisation-receives-not = لا تتوصل بالملفات
admin-organisation-stopped = موقوفة
admin-organisation-stopped-lead = هذه الإدارة موقوفة: لا يمكن إرسال أي ملف إليها، ويبقى اسمها في الملفات القديمة.
admin-organisation-blocked = لا يمكن توقيفها الآن
admin-organisation-code = الرمز
admin-organisation-code-hint = حروف لاتينية صغيرة وأرقام وعارضات، مثل commune-tiznit. لا يتغير بعد ذلك.
admin-organisation-territory = المجال الترابي
admin-organisation-unit = وحدة الشكايات
admin-organisation-stop = توقيف الإدارة
admin-organisation-stop-lead = لا يمكن توقيفها ما دام عندها ملف مفتوح أو تذكرها قاعدة من قواعد الاختصاص. ويمكن تشغيلها من جديد في كل وقت.
admin-organisation-start = تشغيلها من جديد

## Calendar

admin-calendar-runs = إعادة احتساب الآجال
admin-calendar-run-done = انتهى الاحتساب. الملفات التي نُظر فيها: { $checked }. التي تغير أجلها: { $changed }.
admin-calendar-run-going = الاحتساب جار. الملفات التي نُظر فيها: { $checked }. التي تغير أجلها: { $changed }.
admin-calendar-refresh = تحديث الصفحة
admin-calendar-year = السنة
admin-calendar-none = لا عطلة في هذه السنة بعد.
admin-calendar-name = العطلة
admin-calendar-sure = تاريخ مؤكد
admin-calendar-estimated-lead = هذا تاريخ تقديري: قد تغيره رؤية الهلال بيوم. أكدوه عند الإعلان عنه، أو غيّروا اليوم أسفله.
admin-calendar-confirm = تأكيد التاريخ
admin-calendar-remove = حذف هذه العطلة
admin-calendar-remove-lead = يصير هذا اليوم يوم عمل، وتُحتسب آجال الملفات المفتوحة من جديد.
admin-calendar-worked-title = أيام عمل استثنائية
admin-calendar-weekend = أيام الراحة الأسبوعية

## Policies

admin-policies-lead = النسخ السابقة لا تتغير: الملفات المودعة تبقى على نسختها. النسخة الجديدة تسري على الملفات المودعة من يوم سريانها.
admin-policy-new = إضافة نسخة
admin-policy-in-force = سارية اليوم
admin-policy-from = سارية ابتداء من
admin-policy-extends = يمكن تمديد الأجل مرة واحدة، مع ذكر السبب
admin-policy-reminders = أيام التذكير قبل الأجل
admin-policy-refusals = عدد مرات رفض الاختصاص قبل البت فيه

## Messages

admin-messages-waits = الرسالة تنتظر الإرسال من جديد.
admin-message-acknowledgement = وصل الإيداع
admin-message-transfer = إحالة الملف
admin-message-question = سؤال للمرتفق
admin-message-extension = تمديد الأجل
admin-message-answer = الجواب
admin-message-closure = إغلاق الملف
admin-message-reopening = إعادة الفتح
admin-message-reminder = تذكير الموظف
admin-message-contact-code = رمز للتحقق من البريد
admin-message-seal = ختم
admin-message-account-code = رمز فتح الحساب
admin-message-lost-receipt = لائحة ملفات شخص أضاع وصله
admin-message-invitation = دعوة موظف
admin-messages-wiped = حُذف ما كانت تحمله. من يحتاجه يطلبه من جديد.
admin-messages-stopped =
    { $count ->
        [zero] لم تخرج أي رسالة منذ { $moment }. لا رسالة تنتظر الآن.
        [one] لم تخرج أي رسالة منذ { $moment }. رسالة واحدة تنتظر، وتُرسل حين يقبلها خادم البريد.
        [two] لم تخرج أي رسالة منذ { $moment }. رسالتان تنتظران، وتُرسلان حين يقبلهما خادم البريد.
        [few] لم تخرج أي رسالة منذ { $moment }. { $count } رسائل تنتظر، وتُرسل حين يقبلها خادم البريد.
        [many] لم تخرج أي رسالة منذ { $moment }. { $count } رسالة تنتظر، وتُرسل حين يقبلها خادم البريد.
       *[other] لم تخرج أي رسالة منذ { $moment }. { $count } رسالة تنتظر، وتُرسل حين يقبلها خادم البريد.
    }
admin-messages-delayed =
    { $count ->
        [zero] لا رسالة تنتظر منذ { $moment }.
        [one] رسالة واحدة تنتظر منذ { $moment }.
        [two] رسالتان تنتظران، أولاهما منذ { $moment }.
        [few] { $count } رسائل تنتظر، أولاها منذ { $moment }.
        [many] { $count } رسالة تنتظر، أولاها منذ { $moment }.
       *[other] { $count } رسالة تنتظر، أولاها منذ { $moment }.
    }
admin-messages-delayed-many = أكثر من ألف رسالة تنتظر، أولاها منذ { $moment }.
admin-message-unreadable = رسالة لا تُقرأ
admin-message-urgent = ملف مستعجل
admin-message-new-case = ملف جديد
admin-message-transfer-in = ملف أُحيل إليكم
admin-message-climbed-in = ملف رُفع إليكم
admin-message-assigned = ملف أُسند إليكم
admin-message-opinion-asked = طُلب رأيكم
admin-message-opinion-given = وصل الرأي
admin-message-reply = كتب المرتفق
admin-message-to-reexamine = ملف أُعيد فتحه
admin-message-to-arbitrate = اختصاص للبت فيه
admin-message-arbitrated = بُت في الاختصاص
admin-message-escalated = ملف متأخر
admin-message-digest = رسالة اليوم
admin-message-weekly = أرقام الأسبوع
admin-message-guesses = كلمات سر خاطئة في حساب

## Audit trail

admin-record-title = السجل والأختام
admin-record-lead = كل حدث وكل سطر من سجل العمليات مربوط في سجل واحد مختوم بمفتاح البوابة. اطبعوا هذه الصفحة واحتفظوا بها في مكان آخر: من يغيّر الماضي بعد ذلك لا يستطيع صنع هذه الأختام من جديد.
admin-record-seal = الختم
admin-record-made = أُنشئ في
admin-record-events = الأحداث
admin-record-lines = أسطر سجل العمليات
admin-record-none = لم يُختم شيء بعد.
admin-record-newest = آخر ختم، للنسخ
admin-record-keepers = يُحفظ ختم كل يوم أيضا في الملف ويُرسل إلى العناوين المحددة في الإعدادات. يقارن بينها الأمر `chikaya doctor --deep --seals FILE`.

admin-audit-title = سجل العمليات
admin-audit-who = البريد الإلكتروني لمن قام بها
admin-audit-who-head = الموظف
admin-audit-what = العملية
admin-audit-from = ابتداء من يوم
admin-audit-until = إلى غاية يوم
admin-audit-days-turned = اليوم الأول بعد اليوم الأخير.
admin-audit-object = ما غُيّر
admin-audit-none = لا عملية هنا.
admin-deed-session-begin = تسجيل الدخول
admin-deed-session-refused = دخول مرفوض
admin-deed-session-end = تسجيل الخروج
admin-deed-factor-enrol = إعداد الرمز الثاني
admin-deed-case-open = فتح ملف
admin-deed-contacts-show = عرض وسائل الاتصال كاملة
admin-deed-filer-find = البحث باسم صاحب الملف
admin-deed-letter-print = طباعة رسالة بالعنوان
admin-deed-call-act = إجراء خلال مكالمة
admin-deed-register-open = الاطلاع على السجل مع الأسماء
admin-deed-register-export = تحميل السجل
admin-deed-person-invite = دعوة موظف
admin-deed-invitation-accept = قبول دعوة
admin-deed-invitation-withdraw = سحب دعوة
admin-deed-person-change = تغيير معطيات موظف
admin-deed-person-switch-off = توقيف حساب
admin-deed-person-switch-on = تشغيل حساب
admin-deed-person-end-sessions = إنهاء جلسات
admin-deed-person-renew = إرسال رابط دخول جديد
admin-deed-person-create = إنشاء حساب من سطر الأوامر
admin-deed-person-reset = كلمة سر جديدة من سطر الأوامر
admin-deed-person-link = عرض رابط أول مسؤول للنظام
admin-deed-organisation-create = إضافة إدارة
admin-deed-organisation-change = تغيير إدارة
admin-deed-organisation-switch-off = توقيف إدارة
admin-deed-organisation-switch-on = تشغيل إدارة
admin-deed-holiday-put = إضافة عطلة أو تغييرها
admin-deed-holiday-confirm = تأكيد عطلة
admin-deed-holiday-remove = حذف عطلة
admin-deed-worked-day-add = إضافة يوم عمل استثنائي
admin-deed-worked-day-remove = حذف يوم عمل استثنائي
admin-deed-weekend-change = تغيير أيام الراحة
admin-deed-policy-add = إضافة نسخة من قواعد الآجال
admin-deed-message-send-again = إرسال رسالة من جديد
admin-deed-import-run = نقل ملفات من نظام سابق
admin-people-cases = الملفات الجارية: { $count }
admin-people-cases-more = الملفات الجارية: أكثر من { $count }
admin-people-case-due = آخر أجل
admin-people-hand-on = إلى من تنتقل هذه الملفات
admin-people-hand-on-hint = ما لا يمكن لأحد أخذه ينتقل إلى الإدارة الأعلى. كل انتقال يُسجل في الملف.
admin-people-to-unassigned = إلى غير المسندة في إدارتها
admin-people-to-colleagues = إلى زملاء، بالتناوب
admin-people-stop-and-hand-on = توقيف الحساب ونقل الملفات
admin-people-handed = أُوقف الحساب. الملفات المسندة: { $given }، غير المسندة: { $unassigned }، المنتقلة إلى الإدارة الأعلى: { $climbed }.
admin-deed-factor-replace = استبدال الرمز الثاني
admin-deed-factor-remove = حذف الرمز الثاني
admin-deed-recovery-renew = رموز استرجاع جديدة
admin-deed-account-change = تغيير الحساب على يد صاحبه
admin-deed-password-change = تغيير كلمة السر
admin-deed-password-refused = رفض كلمة السر الحالية
admin-deed-session-end-others = إنهاء الجلسات الأخرى
admin-deed-guess-account = كلمات سر خاطئة كثيرة في حساب
admin-deed-guess-case = رموز ولوج خاطئة كثيرة في ملف
admin-deed-person-hand-on = نقل الملفات إلى آخرين
admin-deed-record-renew = بدء السجل من جديد بمفتاح آخر للبوابة، بعد هذا الحدث
admin-deed-account-adopt = أخذ حساب إلى السجل الجديد كما هو
admin-deed-organisation-adopt = أخذ إدارة إلى السجل الجديد كما هي
admin-deed-holiday-adopt = أخذ عطلة إلى السجل الجديد كما هي
admin-deed-policy-adopt = أخذ نسخة من قواعد الآجال إلى السجل الجديد كما هي
admin-deed-annual-begin = بدء تقرير سنوي
admin-deed-annual-write = كتابة جزء من تقرير سنوي
admin-deed-annual-freeze = حصر أرقام تقرير سنوي
admin-deed-annual-approve = المصادقة على تقرير سنوي
admin-deed-annual-take-back = إعادة تقرير سنوي إلى التحرير
admin-deed-annual-transmit = إرسال تقرير سنوي إلى رئيس الحكومة
admin-deed-annual-forward = إحالة تقرير سنوي على السلطة المكلفة بإصلاح الإدارة
admin-deed-annual-return = إعادة تقرير سنوي للاستكمال
admin-deed-annual-accept = قبول تقرير سنوي
admin-deed-annual-publish = نشر تقرير سنوي
admin-deed-annual-remind = تذكير إدارة بتقريرها السنوي
admin-deed-annual-adopt = أخذ تقرير سنوي إلى السجل الجديد كما هو
admin-policy-report-due = آخر يوم لإرسال التقارير السنوية (الشهر ثم اليوم، رقمان لكل منهما وبينهما شرطة؛ اختياري)
admin-policy-synthesis-due = آخر يوم لإرسال التقرير التركيبي الوطني (الشهر ثم اليوم؛ اختياري)
admin-policy-nobody-reminded = لا يُذكَّر أحد
admin-message-annual = بشأن تقرير سنوي
