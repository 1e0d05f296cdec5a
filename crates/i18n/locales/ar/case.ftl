### The words of a case: kinds, states, outcomes, channels, timeline, who filed, and time limits in words.

## Kinds

case-kind-complaint = شكاية
case-kind-remark = ملاحظة
case-kind-proposal = اقتراح
case-kind-complaint-yours = شكايتكم
case-kind-remark-yours = ملاحظتكم
case-kind-proposal-yours = اقتراحكم
case-kind-complaint-received = توصلنا بشكايتكم
case-kind-remark-received = توصلنا بملاحظتكم
case-kind-proposal-received = توصلنا باقتراحكم
case-kind-complaint-hint = لحقكم ضرر، أو لم ترضكم خدمة.
case-kind-remark-hint = رأيكم في خدمة جربتموها، حسنا كان أو سيئا.
case-kind-proposal-hint = فكرة تجعل خدمة أسهل أو أسرع أو أعدل.

## States, as the filer reads them (masculine: said of the case)

case-state-filed = مودَع
case-state-admissible = مقبول شكلا
case-state-assigned = مسند إلى موظف
case-state-in-progress = قيد المعالجة
case-state-waiting = في انتظار جوابكم
case-state-arbitration = في انتظار البت في الاختصاص
case-state-answered = أُجيب عنه
case-state-closed = مغلق
case-state-reopened = أعيد فتحه
case-state-withdrawn = سحبه صاحبه

## What each state means, in a sentence

case-state-filed-means = وصل الملف إلى الإدارة، وستدرسه.
case-state-admissible-means = ستدرس الإدارة الملف، وستكلف به موظفا. ليس هذا جوابا بعد.
case-state-assigned-means = الملف عند موظف مكلف به.
case-state-in-progress-means = موظف يعمل على ملفكم.
case-state-waiting-means = للإدارة سؤال لكم. أجيبوا لتتابع عملها.
case-state-arbitration-means = قالت عدة إدارات إن الملف لا يهمها. السلطة المكلفة بإصلاح الإدارة تعين من عليه أن يجيب.
case-state-answered-means = أجابت الإدارة. اقرؤوا الجواب، ثم أخبرونا هل حل مشكلكم.
case-state-closed-means = الملف مغلق. تبقى لكم قراءته في كل وقت.

## States, as the desk reads them

case-desk-state-filed = للفحص
case-desk-state-admissible = مقبول، غير مسند
case-desk-state-assigned = مسند
case-desk-state-in-progress = قيد المعالجة
case-desk-state-waiting = في انتظار المرتفق
case-desk-state-arbitration = البت في الاختصاص
case-desk-state-answered = أُجيب عنه
case-desk-state-closed = مغلق

## Outcomes

case-outcome-granted = استُجيب للطلب
case-outcome-partly-granted = استُجيب لجزء من الطلب
case-outcome-refused = مرفوض
case-outcome-inadmissible = غير مقبول
case-outcome-redirected = موجه إلى إدارة أخرى
case-outcome-noted = سُجل
case-outcome-unstated = لم يُسجل القرار
case-outcome-granted-means = قبلت الإدارة طلبكم.
case-outcome-partly-granted-means = قبلت الإدارة جزءا من طلبكم. الجواب يوضح أي جزء.
case-outcome-refused-means = رفضت الإدارة طلبكم. الجواب يذكر السبب والسند القانوني.
case-outcome-inadmissible-means = لم يُقبل ملفكم شكلا. الجواب يذكر السبب وما يمكنكم فعله.
case-outcome-redirected-means = هذا الأمر ليس من اختصاص إدارة موصولة بالبوابة. الجواب يدلكم على من تقصدون.
answer-competent-body = يمكنكم التوجه إلى: { $name }
case-outcome-noted-means = سجلت الإدارة ما كتبتم. الجواب يذكر ما ستفعل به.
case-outcome-unstated-means = لم يسجل النظام السابق القرار. اقرؤوا الجواب لمعرفته.

## Ways of filing

case-channel-web = عبر البوابة
case-channel-mobile = عبر التطبيق
case-channel-phone = بالهاتف، 3737
case-channel-counter = في الشباك
case-channel-letter = برسالة
case-channel-email = بالبريد الإلكتروني
case-channel-sms = برسالة قصيرة
case-channel-api = من نظام آخر
case-channel-import = نُقل من نظام سابق
case-subject-from-register = نُقلت ملفات هذا الموضوع من نظام سابق.

## Who filed

case-category-person = شخص
case-category-company = شركة
case-category-association = جمعية
case-category-cooperative = تعاونية
case-category-anonymous = مجهول الهوية
case-category-other = غير ذلك
case-category-unknown = غير محدد
identity-cin = البطاقة الوطنية للتعريف الإلكترونية
identity-residence-title = سند الإقامة
identity-passport = جواز السفر
identity-ice = التعريف الموحد للمقاولة (ICE)
identity-registration = رقم التسجيل (السجل التجاري أو التصريح)

## Timeline, as the filer reads it

case-event-filed = أودعتم الملف وتوصلتم بالوصل
case-event-filed-elsewhere = أودعتم الملف في نظام سابق
case-event-filed-at-counter = أودعتم في الشباك بمساعدة موظف
case-event-filed-by-letter = سجّل موظف رسالتكم
case-event-filed-by-phone = أودعتم بالهاتف بمساعدة موظف
case-event-examined = ستدرس الإدارة ملفكم: هو مقبول شكلا
case-event-classified = صحح الموظف الموضوع أو المكان
case-event-transferred = أُحيل ملفكم إلى إدارة أخرى
case-event-competence-refused = قالت الإدارة إن الملف لا يدخل في اختصاصها
case-event-sent-to-arbitration = رُفع الملف إلى السلطة المكلفة بإصلاح الإدارة لتعين من يجيب
case-event-arbitrated = عُينت الإدارة التي عليها أن تجيبكم
case-event-assigned = كُلف موظف بملفكم
case-event-taken-up = بدأ العمل على ملفكم
case-event-unassigned = ملفكم ينتظر موظفا آخر
case-event-climbed = انتقل ملفكم إلى الإدارة الأعلى، وسيدرسه فيها شخص آخر
case-event-question-asked = طرحت عليكم الإدارة سؤالا
case-event-clock-resumed = استؤنف احتساب الأجل بعد انتظار جوابكم
case-event-replied = أجبتم عن السؤال
case-event-replied-by-others = دوّنت الإدارة جوابكم عن السؤال
case-event-message-added = أضفتم رسالة
case-event-file-added = أُضيفت وثيقة
case-event-file-taken-back = سحبت الإدارة وثيقة لم تكن موجهة إليكم
case-event-noted = ملاحظة داخلية
case-event-opinion-asked = طلبت الإدارة رأيا
case-event-opinion-given = وصل الرأي المطلوب
case-event-extended = مُدد أجل الجواب
case-event-answered = أجابتكم الإدارة
case-event-told-telephoned = اتصلت بكم الإدارة هاتفيا
case-event-told-not-reached = اتصلت بكم الإدارة هاتفيا ولم تجدكم
case-event-told-posted = أرسلت إليكم الإدارة رسالة بالبريد
case-event-contact-proven = أكدتم عنوانكم
case-event-receipt-lost = صُرح بضياع الوصل، برقم هاتفكم
case-event-judged = قلتم رأيكم في الجواب
case-event-closed = أُغلق الملف
case-event-reopened = أعدتم فتح الملف، وسيدرسه شخص آخر
case-event-linked = رُبط ملفكم بملف آخر
case-event-escalated = أُخبر الرئيس بحالة الملف
case-event-reminded = ذُكّر المكلف بالملف بالأجل
case-event-due-changed = تغير آخر أجل للجواب
case-event-imported = نُقل ملفكم من نظام سابق

## Timeline, as the desk reads it

case-desk-event-filed = أُودع الملف
case-desk-event-filed-elsewhere = أُودع في نظام سابق
case-desk-event-filed-at-counter = أودع في الشباك
case-desk-event-filed-by-letter = أودع برسالة
case-desk-event-filed-by-phone = أودع بالهاتف
case-desk-event-examined = مقبول
case-desk-event-classified = صُحح الموضوع أو المكان
case-desk-event-transferred = أُحيل إلى إدارة أخرى
case-desk-event-competence-refused = رفضت الإدارة الاختصاص
case-desk-event-sent-to-arbitration = رُفع للبت في الاختصاص
case-desk-event-arbitrated = بُت في الاختصاص
case-desk-event-assigned = أُسند إلى موظف
case-desk-event-taken-up = بدأت المعالجة
case-desk-event-unassigned = سُحب من الموظف وينتظر غيره
case-desk-event-climbed = انتقل إلى الإدارة الأعلى
case-desk-event-question-asked = سؤال إلى المرتفق
case-desk-event-clock-resumed = استؤنف احتساب الأجل
case-desk-event-replied = أجاب المرتفق
case-desk-event-replied-by-others = جواب المرتفق كما دوّنته الإدارة
case-desk-event-message-added = رسالة من المرتفق
case-desk-event-file-added = أُضيفت وثيقة
case-desk-event-file-taken-back = سُحبت وثيقة: لم تعد ظاهرة للمرتفق
case-desk-event-noted = ملاحظة داخلية
case-desk-event-opinion-asked = طلب رأي
case-desk-event-opinion-given = وصل الرأي
case-desk-event-extended = مُدد الأجل
case-desk-event-answered = أُرسل الجواب
case-desk-event-told-telephoned = أُخبر هاتفيا
case-desk-event-told-not-reached = اتصال بلا جواب
case-desk-event-told-posted = أُرسلت الرسالة بالبريد
case-desk-event-contact-proven = أكد صاحب الملف عنوانه
case-desk-event-receipt-lost = ضاع الوصل: يطلب صاحب الملف الاتصال به
case-desk-event-judged = رأي المرتفق في الجواب
case-desk-event-closed = أُغلق الملف
case-desk-event-reopened = أعاد المرتفق فتح الملف
case-desk-event-linked = رُبط بملف آخر
case-desk-event-escalated = رُفع إلى الرئيس
case-desk-event-reminded = تذكير بالأجل
case-desk-event-due-changed = تغير آخر أجل
case-desk-event-imported = نُقل من نظام سابق

## Who acted

case-actor-filer = أنتم
case-actor-desk-filer = المرتفق
case-actor-system = البوابة
case-actor-register = النظام السابق
news-by-email = تُرسل إليكم الأخبار والجواب بالبريد الإلكتروني.
news-by-sms = نخبركم بالأخبار والجواب في رسائل قصيرة (SMS).
news-by-phone = تتصل بكم الإدارة هاتفيا لتخبركم بأسئلتها وقراراتها وجوابها.
news-by-letter = تصلكم الأسئلة والقرارات والجواب في رسالة بالبريد.
news-by-nothing = لا يخبركم أحد: عودوا لقراءة الجواب برقم التتبع ورمز الولوج.

## What the filer says of the answer, and what closes a case

case-resolved-question = هل حُل مشكلكم؟
case-resolved-yes = نعم
case-resolved-partly = جزء منه فقط
case-resolved-no = لا
case-treatment-question = هل عوملتم كما يجب؟
case-treatment-hint = سؤال منفصل: قد لا يُحل المشكل وتُعاملون مع ذلك بإنصاف.
case-treatment-fair = نعم
case-treatment-unfair = لا
case-closing-filer-confirmed = أكدتم الجواب
case-closing-time-passed = مر الأجل دون اعتراض منكم
case-closing-withdrawn = سحبتم الملف
case-closing-recorded = أُغلق في نظام سابق
case-relation-duplicate = شكاية مكررة
case-relation-parent = جزء من ملف آخر
case-relation-systemic = مشكل متكرر
case-escalation-unit-head = رئيس الوحدة
case-escalation-administration-head = رئيس الإدارة
case-escalation-body-above = الإدارة الأعلى
case-escalation-reform-authority = السلطة المكلفة بإصلاح الإدارة
case-climb-answered-by-all = كل من يمكنه دراسته سبق أن أجاب عنه
case-climb-nobody-left = لم يبق فيها من يدرسه
case-audience-filer = يراها صاحب الملف
case-audience-colleagues = للزملاء فقط

## What the desk can do (buttons)

case-verb-examine = قبول
case-verb-classify = تصحيح الموضوع أو المكان
case-verb-transfer = إحالة
case-verb-refuse-competence = رفض الاختصاص
case-verb-arbitrate = البت في الاختصاص
case-verb-assign = إسناد
case-verb-take-up = بدء المعالجة
case-verb-unassign = إرجاع إلى غير المسندة
case-verb-climb = نقل إلى الإدارة الأعلى
case-verb-ask = سؤال المرتفق
case-verb-reply = تدوين جواب المرتفق
case-verb-add-message = إضافة رسالة
case-verb-add-file = إرفاق وثيقة
case-verb-note = ملاحظة داخلية
case-verb-consult = طلب رأي
case-verb-give-opinion = إبداء الرأي
case-verb-extend = تمديد الأجل
case-verb-take-back-file = سحب وثيقة
case-verb-answer = جواب
case-verb-tell = تسجيل ما أُنجز
case-verb-prove-contact = تأكيد عنوان
case-verb-report-lost = التصريح بضياع الوصل
case-verb-judge = إبداء الرأي في الجواب
case-verb-confirm = تأكيد الجواب
case-verb-close-by-time = إغلاق
case-verb-withdraw = سحب الملف
case-verb-reopen = طلب إعادة الفتح
case-verb-escalate = رفع إلى الرئيس
case-verb-remind = تذكير
case-verb-recompute = احتساب الأجل من جديد

## Who works at the desk

role-officer = المكلف بالملف
role-unit-head = رئيس الوحدة
role-administration-head = رئيس الإدارة
role-registry = مكلف بالاستقبال والضبط
role-reform-authority = السلطة المكلفة بإصلاح الإدارة
role-head-of-government = رئاسة الحكومة
role-auditor = مدقق
role-administrator = مسؤول النظام
role-call-agent = موظف مركز الاتصال
role-call-supervisor = مشرف مركز الاتصال
