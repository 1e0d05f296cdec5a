### Mails: subjects and the parts of their bodies. A subject is passed through `plain` before it is sent.

## Parts of every mail

mail-greeting = السلام عليكم،
mail-signature = شكاية
mail-due = آخر أجل للجواب: { $date }
mail-due-late = متأخر: كان آخر أجل للجواب { $date }
mail-opinion-of = الإدارة الطالبة: { $organisation }
mail-opinion-due = الرأي مطلوب إلى غاية { $date }
mail-open-case = فتح الملف
mail-keep-link = هذا الرابط يفتح ملفكم. لا تعطوه لأحد.
mail-why = تتوصلون بهذه الرسالة لأن هذا البريد أُعطي لتتبع ملف. لا تجيبوا على هذا العنوان: جوابكم يكون في صفحة الملف.
mail-help = سؤال؟ 3737، من الاثنين إلى الجمعة.
mail-mediator = يمكنكم مراسلة وسيط المملكة في أي وقت.
mail-sample = رسالة للتجربة: المعطيات خيالية.

## Acknowledgement

mail-acknowledgement-subject = توصلنا بملفكم: { $reference }
mail-acknowledgement-lead = توصلنا بما كتبتم يوم { $moment }. احتفظوا بهذا الرقم.
mail-acknowledgement-with = ملفكم الآن عند: { $organisation }
mail-acknowledgement-next = قد تطرح عليكم الإدارة سؤالا: نخبركم برسالة. وإن لم تكن مختصة، أحالت الملف إلى غيرها، ولا يتغير الأجل.
mail-acknowledgement-code = لا نكتب رمز الولوج في الرسائل: هو في وصلكم.

## Transfer

mail-transfer-subject = أُحيل ملفكم إلى إدارة أخرى: { $reference }
mail-transfer-lead = هذا الملف يهم إدارة أخرى. أرسلناه إليها، ولم يتغير أجل الجواب.
mail-transfer-to = الإدارة التي ستجيبكم: { $organisation }
mail-transfer-stays-lead = بتت السلطة المكلفة بإصلاح الإدارة في الاختصاص: الإدارة التي عندها ملفكم هي التي ستجيبكم. لم يتغير أجل الجواب.
mail-transfer-stays-subject = حُسم من يجيب: { $reference }

## Question

mail-question-subject = للإدارة سؤال لكم: { $reference }
mail-question-lead = للإدارة سؤال لكم. المرجو الجواب قبل نهاية يوم { $date }.
mail-question-from = السؤال من: { $organisation }
mail-question-action = الجواب عن السؤال
mail-question-voice = إذا صعبت عليكم الكتابة، اتصلوا بالرقم 3737 ونكتب جوابكم معكم.

## Answer

mail-answer-subject = أجابت الإدارة: { $reference }
mail-answer-lead = أجابت الإدارة. اقرؤوا الجواب، ثم أخبرونا هل حل مشكلكم.
mail-answer-from = الجواب من: { $organisation }
mail-answer-outcome = مآل الملف: { $outcome }
mail-answer-action = قراءة الجواب
mail-answer-reopen = إذا لم تقبلوا هذا الجواب، يمكنكم طلب إعادة فتح الملف إلى غاية { $date }. سيدرسه شخص آخر.

## Extension

mail-extension-subject = مُدد أجل الجواب: { $reference }
mail-extension-lead = مددت الإدارة أجل الجواب مرة واحدة. آخر أجل الآن: { $date }.
mail-due-changed-subject = تغير آخر أجل للجواب: { $reference }
mail-due-changed-lead = تغير آخر أجل للجواب. هو الآن { $date }. السبب مكتوب في صفحة ملفكم.

## Reopening

mail-reopening-subject = أُعيد فتح ملفكم: { $reference }
mail-reopening-lead = أُعيد فتح ملفكم. سيدرسه شخص آخر غير الذي أجابكم.

## Closure

mail-closure-subject = أُغلق ملفكم: { $reference }
mail-closure-lead-filer-confirmed = أكدتم أن الجواب يناسبكم، فأُغلق الملف.
mail-closure-lead-time-passed = لم يصلنا منكم اعتراض في الأجل، فأُغلق الملف.
mail-closure-lead-withdrawn = سحبتم ملفكم، فأُغلق.
mail-closure-lead-recorded = أُغلق الملف في نظام سابق.
mail-closure-read = لا يُحذف شيء: تبقى لكم قراءة الملف.

## Verification of a contact

mail-code-subject = رمز التأكيد: { $code }
mail-code-lead = اكتبوا هذا الرمز في الصفحة لتأكيد أن هذا البريد لكم:
mail-code-lead-account = اكتبوا هذا الرمز في الصفحة لفتح حسابكم. من حصل عليه اطلع على ملفاتكم، فلا تعطوه لأحد:
mail-code-expires =
    { $minutes ->
       [zero] انتهت صلاحيته.
       [one] صالح لدقيقة واحدة.
       [two] صالح لدقيقتين.
       [few] صالح لمدة { $minutes } دقائق.
       [many] صالح لمدة { $minutes } دقيقة.
      *[other] صالح لمدة { $minutes } دقيقة.
    }
mail-code-ignore = لم تطلبوا رمزا؟ لا تفعلوا شيئا، ولا تعطوه لأحد.

## List of one's cases

mail-cases-subject = ملفاتكم في «شكاية»
mail-cases-lead =
    { $count ->
       [zero] لا ملف مرتبط بهذا البريد.
       [one] ملف واحد مرتبط بهذا البريد:
       [two] ملفان مرتبطان بهذا البريد:
       [few] { $count } ملفات مرتبطة بهذا البريد:
       [many] { $count } ملفا مرتبطا بهذا البريد:
      *[other] { $count } ملف مرتبط بهذا البريد:
    }
mail-cases-ignore = لم تطلبوا هذه اللائحة؟ لا تفعلوا شيئا: لم يرها أحد غيركم.

## Staff

mail-invitation-subject = دعوة إلى مكتب المعالجة
mail-invitation-lead = دُعيتم إلى معالجة الملفات. الإدارة: { $organisation }.
mail-renewal-subject = اختاروا كلمة سر جديدة
mail-renewal-lead = جُدد ولوجكم إلى معالجة الملفات ({ $organisation }). كلمة سركم القديمة ورمزكم الثاني القديم لا يعملان بعد الآن: اختاروا غيرهما. تبقى ملفاتكم ومسوداتكم.
mail-invitation-action = اختيار كلمة السر
mail-invitation-expires =
    { $days ->
       [zero] انتهت صلاحية هذا الرابط.
       [one] هذا الرابط صالح ليوم واحد، ومرة واحدة.
       [two] هذا الرابط صالح ليومين، ومرة واحدة.
       [few] هذا الرابط صالح لمدة { $days } أيام، ومرة واحدة.
       [many] هذا الرابط صالح لمدة { $days } يوما، ومرة واحدة.
      *[other] هذا الرابط صالح لمدة { $days } يوم، ومرة واحدة.
    }
mail-staff-reminder-subject-left =
    { $days ->
       [zero] آخر أجل للجواب هو اليوم
       [one] بقي يوم واحد للجواب
       [two] بقي يومان للجواب
       [few] بقيت { $days } أيام للجواب
       [many] بقي { $days } يوما للجواب
      *[other] بقي { $days } يوم للجواب
    }: { $reference }
mail-staff-reminder-subject-late =
    { $days ->
       [zero] حلّ أجل الجواب
       [one] تأخر الجواب يوما واحدا
       [two] تأخر الجواب يومين
       [few] تأخر الجواب { $days } أيام
       [many] تأخر الجواب { $days } يوما
      *[other] تأخر الجواب { $days } يوم
    }: { $reference }
mail-staff-reminder-lead-left = ملف من ملفاتكم يقترب أجله. آخر أجل للجواب: { $date }.
mail-staff-reminder-lead-late = ملف من ملفاتكم فات أجله. كان آخر أجل للجواب: { $date }. صاحبه يرى ذلك في صفحته.
mail-staff-reminder-nobody-left = ملف لا يعالجه أحد يقترب أجله. آخر أجل للجواب: { $date }. أسندوه إلى من يعالجه.
mail-staff-reminder-nobody-late = ملف لا يعالجه أحد فات أجله. كان آخر أجل للجواب: { $date }. أسندوه إلى من يعالجه. صاحبه يرى التأخر في صفحته.
mail-due-soon-subject =
    { $count ->
       [zero] لا ملف يقترب أجله
       [one] ملف واحد يقترب أجله
       [two] ملفان يقترب أجلهما
       [few] { $count } ملفات يقترب أجلها
       [many] { $count } ملفا يقترب أجلها
      *[other] { $count } ملف يقترب أجلها
    }
mail-due-soon-lead = آخر أجل للجواب قريب. الأقرب أولا:
mail-staff-why = تتوصلون بهذه الرسالة لأنكم مكلفون بملفات في بوابة الشكايات.
mail-staff-choose = اختيار ما تتوصلون به

## Notices to staff

mail-notice-urgent = ملف مستعجل
mail-notice-urgent-lead = أُودع لدى إدارتكم ملف قد يكون فيه شخص في خطر. تجدونه في أول اللائحة.
mail-notice-danger = ملف مستعجل: قد يكون فيه شخص في خطر.
mail-notice-new-case = ملف جديد
mail-notice-new-case-lead = أُودع ملف لدى إدارتكم، وهو ينتظر الدراسة والإسناد.
mail-notice-transfer-in = ملف أُحيل إليكم
mail-notice-transfer-in-lead = أحالت إدارة أخرى هذا الملف إلى إدارتكم. الأجل مستمر.
mail-notice-climbed-in = ملف رُفع إليكم
mail-notice-climbed-in-lead = لم يعد في الإدارة التي كان عندها هذا الملف من يدرسه، فرُفع إلى إدارتكم. الأجل مستمر.
mail-notice-assigned = ملف أُسند إليكم
mail-notice-assigned-lead = أُسند إليكم هذا الملف.
mail-notice-opinion-asked = طُلب رأيكم
mail-notice-opinion-asked-lead = تطلب إدارة أخرى رأي إدارتكم في هذا الملف.
mail-notice-opinion-given = وصل الرأي
mail-notice-opinion-given-lead = وصل الرأي المطلوب في هذا الملف.
mail-notice-reply = كتب المرتفق
mail-notice-reply-lead = كتب صاحب هذا الملف.
mail-notice-to-reexamine = ملف أُعيد فتحه
mail-notice-to-reexamine-lead = لم يقبل صاحب الملف الجواب. يجب أن يدرسه شخص غير الذي أجاب. أسندوه إلى من يدرسه.
mail-notice-to-arbitrate = اختصاص للبت فيه
mail-notice-to-arbitrate-lead = رفضت الاختصاص: { $names }. عليكم تعيين من يجيب.
mail-notice-arbitrated = بُت في الاختصاص
mail-notice-arbitrated-lead = تقرر أن على إدارتكم أن تجيب عن هذا الملف.
mail-notice-due-soon = أجل قريب
mail-notice-late = جواب متأخر
mail-notice-escalated = ملف متأخر
mail-notice-escalated-lead = هذا الملف متأخر. نخبركم لأنكم مسؤولون عن عمل من يعالجه.
mail-staff-subject = { $what }: { $reference }
mail-seal-subject = ختم سجل بوابة الشكايات
mail-seal-lead = احتفظوا بهذه الرسالة: السطر أدناه يثبت حالة سجل جميع الشكايات وسجل العمليات وقت إنشائه.
mail-seal-use = إذا غيّر أحد الماضي بعد ذلك أو أعاد حالة سابقة، يُظهر الأمر `chikaya doctor --deep --seals FILE` ذلك، والسطر في الملف.

mail-digest-subject = ملفاتكم في بوابة الشكايات، { $date }
mail-digest-lead = ما حدث للملفات التي أنتم مسؤولون عنها، بالترتيب:
mail-digest-line = { $what }: { $reference } · { $matter } · إلى غاية { $due }
mail-digest-line-late = { $what }: { $reference } · { $matter } · متأخر، كان أجله { $due }
mail-digest-more = هناك أكثر مما تسعه هذه الرسالة: انظروا مكتب المعالجة.
mail-digest-action = فتح مكتب المعالجة
mail-guesses-subject = جُربت كلمات سر خاطئة في حسابكم
mail-guesses-lead = كلمات السر الخاطئة المتتالية التي جُربت في حسابكم: { $count }، آخرها في { $moment }.
mail-guesses-done = لم يدخل بها أحد. ولبضع دقائق لا يُنظر في أي كلمة سر لهذا الحساب، إلا في المتصفحات التي سبق أن دخلتم منها.
mail-guesses-advice = إذا كنتم أنتم من جربها، فانتظروا بضع دقائق. وإلا فاختاروا كلمة سر لا تستعملونها في مكان آخر، وأضيفوا الرمز الثاني.
mail-guesses-action = حسابكم
mail-annual-report-due-subject = اقترب أجل التقرير السنوي { $year }
mail-annual-report-due-lead = آخر أجل لتقرير { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-report-late-subject = تأخر التقرير السنوي { $year }
mail-annual-report-late-lead = كان آخر أجل لتقرير { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-report-returned-subject = أعيد التقرير السنوي { $year } لاستكماله
mail-annual-report-returned-lead = أعيد تقرير { $body } عن سنة { $year } لاستكماله. والأسباب مذكورة في صفحته.
mail-annual-action = التقارير السنوية
mail-annual-synthesis-due-subject = اقترب أجل التقرير التركيبي الوطني { $year }
mail-annual-synthesis-due-lead = آخر أجل للتقرير التركيبي الذي تعده { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-synthesis-late-subject = تأخر التقرير التركيبي الوطني { $year }
mail-annual-synthesis-late-lead = كان آخر أجل للتقرير التركيبي الذي تعده { $body } عن سنة { $year } هو { $day }. ولم يُرسل بعد إلى رئيس الحكومة.
mail-annual-synthesis-returned-subject = أعيد التقرير التركيبي الوطني { $year } لاستكماله
mail-annual-synthesis-returned-lead = أعيد التقرير التركيبي الذي تعده { $body } عن سنة { $year } لاستكماله. والأسباب مذكورة في صفحته.
mail-weekly-subject = أرقام الأسبوع، { $date }
mail-weekly-lead = { $body }: الوضعية في { $day }.
mail-weekly-week = أسبوع { $monday }: وردت أو أعيد فتحها { $came }، وأُجيب عن { $answered }.
mail-weekly-open = الملفات المفتوحة: { $cases }
mail-weekly-overdue = المتأخرة: { $cases }
mail-weekly-ahead = يحل أجلها خلال أيام العمل السبعة المقبلة: { $due }. لم يبدأها أحد: { $idle }.
mail-weekly-own = المسندة إليكم: { $open }؛ المتأخرة منها: { $late }
mail-weekly-action = فتح لوحة القيادة
mail-weekly-bodies = كل الإدارات جنبا إلى جنب
