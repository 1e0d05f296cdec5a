### الإحصائيات العمومية: كل رقم مع تعريفه.
statistics-title = كيف تجيب الإدارات
statistics-lede = لكل رقم تعريفه وتاريخه، ويمكن لأي شخص إعادة حسابه.
statistics-as-of = إلى غاية { $day }. الحدث رقم { $position } في السجل، بتاريخ { $moment }.
statistics-partial = الأرقام قيد إعادة العد. وإلى أن ينتهي ذلك، فهي لا تخص إلا جزءا من الملفات.
statistics-edition = الإصدار { $edition }
statistics-permanent = رابط دائم إلى هذه الحالة
statistics-older = هذا ليس أحدث إصدار.
statistics-newest = اطلع على أحدث إصدار
statistics-country = البلد بأكمله
statistics-period = السنة
statistics-find = إدارة أو مكان أو موضوع
statistics-found = الصفحات الموافقة
statistics-definition = التعريف
statistics-numbers = الاطلاع على الأرقام
statistics-few = محجوب
statistics-none = غير منشور
statistics-not-reached = لم يُبلغ بعد
statistics-interval = من { $low } إلى { $high }
statistics-interval-name = مجال الثقة 95%
statistics-days =
    { $days ->
       [zero] { $days } يوم
       [one] يوم واحد
       [two] يومان
       [few] { $days } أيام
       [many] { $days } يوما
      *[other] { $days } يوم
    }
statistics-cases =
    { $cases ->
       [zero] لا ملف
       [one] ملف واحد
       [two] ملفان
       [few] { $cases } ملفات
       [many] { $cases } ملفا
      *[other] { $cases } ملف
    }
statistics-received = الملفات الواردة في { $year }
statistics-received-short = الواردة
statistics-received-definition = الشكايات والملاحظات والاقتراحات المودعة خلال هذه الأشهر. وبالنسبة لإدارة معينة، يشمل الجدول الشهري أيضا ما أحالته إليها إدارات أخرى.
statistics-answered-short = المجاب عنها
statistics-median = مدة أُجيب خلالها عن نصف الملفات
statistics-median-short = أجيب عن نصفها خلال
statistics-median-definition = أول يوم، ابتداء من يوم الإيداع، لم يعد فيه بلا جواب سوى نصف الملفات المودعة خلال هذه الأشهر على الأكثر. عدد هذه الملفات: { $cases }. وتُحتسب الملفات التي ما زالت تنتظر أو سُحبت، وعددها { $waiting }، بقدر المدة التي انتظرتها (كابلان–ماير). مجال الثقة 95%: { $low } إلى { $high }. والبرامج التي تقرّب الأعداد قرب النصف تعطي يوما آخر.
statistics-median-none = عدد الملفات المودعة خلال هذه الأشهر قليل، ولا يمكن ذكر مدة دون الكشف عن أشخاص.
statistics-in-time = أُجيب عنها داخل الأجل
statistics-in-time-short = داخل الأجل
statistics-in-time-definition = من بين { $of } من الأجوبة التي حل أجلها في ما انقضى من هذه الأشهر، بما فيها ما لم يُجب عنه بعد. مجال الثقة 95%: { $interval }.
statistics-in-time-none = لم يحل بعد أجل أي جواب خلال هذه الأشهر، أو حل أجل عدد قليل جدا.
statistics-resolved = يقولون إن مشكلهم قد حُل
statistics-resolved-definition = من بين { $of } من الأشخاص الذين أجابوا عن هذا السؤال من تلقاء أنفسهم. وليسوا عينة عشوائية: فقد يكون الراضون أكثر إقبالا على الجواب أو أقل. مجال الثقة 95%: { $interval }.
statistics-resolved-none = عدد قليل جدا من الأشخاص أجابوا عن هذا السؤال.
statistics-treated = يقولون إنهم عوملوا معاملة حسنة
statistics-treated-definition = من بين { $of } من الأشخاص الذين أجابوا عن هذا السؤال من تلقاء أنفسهم. وليسوا عينة عشوائية. مجال الثقة 95%: { $interval }.
statistics-treated-none = عدد قليل جدا من الأشخاص أجابوا عن هذا السؤال.
statistics-open = المفتوحة
statistics-open-definition = الملفات التي لم يُجب عنها عند نهاية هذه الأشهر، مهما كان تاريخ إيداعها. ومن بين الملفات المفتوحة اليوم، عدد ما انقضى أجله: { $overdue }.
statistics-curve-title = أُجيب عن { $share } من الملفات خلال { $days } يوما
statistics-curve-text = نسبة الملفات المجاب عنها حسب عدد الأيام منذ الإيداع. يبين الشريط مدى عدم اليقين (95%). عدد ما زال ينتظر أو سُحب، وهو محتسب: { $waiting }.
statistics-curve-before = الخط المتقطع: قبل سنة.
statistics-curve-axis = الأيام منذ الإيداع
statistics-curve-definition = مقدّر كابلان–ماير. يوم الإيداع هو اليوم 0. وفي اليوم نفسه تُحتسب الأجوبة قبل السحب. مجالات الثقة على سلم log(−log). الملفات المودعة بلا اسم لا يستحق أصحابها جوابا، وهي غير محتسبة.
statistics-due = الأجل القانوني: { $days } يوما
statistics-day = خلال
statistics-share = المجاب عنها
statistics-year-before = قبل سنة
statistics-month = الشهر
statistics-months-title = الواردة والمجاب عنها والمفتوحة، شهرا بشهر
statistics-months-text = في الأعلى: الملفات الواردة والأجوبة المقدمة كل شهر. وفي الأسفل: الملفات المفتوحة عند نهايته.
statistics-months-definition = للملف الذي أعيد فتحه وأُجيب عنه من جديد جوابان. والملفات المفتوحة هي كل ما ينتظر جوابا، بما فيها ما أُودع قبل هذه الأشهر. وعن إدارة أو مكان أو موضوع لا تُذكر الشهور إلا إذا لم يكن في أي شهر منتهٍ من 1 إلى 4، ولا يُذكر الشهر الجاري.
statistics-by-kind = الواردة حسب النوع
statistics-by-kind-definition = ما قال الأشخاص إنهم يودعونه.
statistics-by-outcome = الأجوبة حسب المآل
statistics-by-outcome-definition = ما قررته الإدارة، كما تصرح به بنفسها.
statistics-by-channel = الواردة حسب طريقة الإيداع
statistics-by-channel-definition = طريقة الإيداع الأول.
statistics-by-category = الواردة حسب صفة المودِع
statistics-by-category-definition = كما صرح بها الأشخاص.
statistics-by-language = الواردة حسب اللغة
statistics-by-language-definition = اللغة المطلوب الجواب بها.
statistics-regions = هل يُجاب داخل الأجل في كل الجهات؟
statistics-sectors = وفي كل القطاعات؟
statistics-bodies = إدارة بإدارة
statistics-compared = النقطة هي نسبة ما أُجيب عنه داخل الأجل، والخط مجال الثقة 95%، والسلم من 0 إلى 100%. إذا تداخل خطان فلا يمكن المفاضلة بينهما. الترتيب حسب عدد الملفات الواردة، وليس تصنيفا.
statistics-column-region = الجهة
statistics-column-sector = القطاع
statistics-column-body = الإدارة
statistics-all-bodies = كل الإدارات
statistics-total = المجموع
statistics-again-title = إعادة الحساب
statistics-again-text = تضم هذه الوثائق أرقام هذه الصفحة، مع آخر حدث محتسب. وعنوان هذه الصفحة مع أشهرها يعيد إلى السؤال نفسه.
statistics-few-text = «محجوب»: عدد يقل عن 5، أو عدد يكشف عنه بالطرح. فقد يُعرف منه أشخاص.
statistics-ninth-decile = مدة أُجيب خلالها عن تسعة من كل عشرة
statistics-sure = مجال الثقة 95%: { $interval }.
statistics-of = من أصل { $of }
statistics-within =
    { $days ->
       [zero] أُجيب عنها خلال { $days } يوم
       [one] أُجيب عنها خلال يوم واحد
       [two] أُجيب عنها خلال يومين
       [few] أُجيب عنها خلال { $days } أيام
       [many] أُجيب عنها خلال { $days } يوما
      *[other] أُجيب عنها خلال { $days } يوم
    }
statistics-measures-title = كل رقم مع معناه
statistics-measures-text = مع مجال الثقة 95% وعدد الملفات حين يكون الرقم تقديرا.
statistics-column-measure = الرقم
statistics-held = من { $first } إلى { $last } من أصل { $all }
statistics-which = أيها
statistics-low = 95%: من
statistics-high = 95%: إلى
statistics-sheet-figures = الأرقام
statistics-places-within = هل يُجاب داخل الأجل في كل مكان من هذا المجال؟
statistics-subjects-within = وفي كل مواضيع القطاع؟
statistics-column-place = المكان
statistics-column-subject = الموضوع
statistics-compare-title = المقارنة بصفحة أخرى
statistics-compare-text = إذا تداخل مجالا رقمين فلا يمكن المفاضلة بينهما. وقلة الملفات لا تعني جوابا أحسن.
statistics-compare-body = إدارة أخرى
statistics-compare-territory = مكان آخر
statistics-compare-subject = موضوع آخر
statistics-compare-button = مقارنة
statistics-compare-heading = { $one } و{ $other }، { $year }
statistics-compare-nothing = لم يُعثر على شيء بهذا الاسم: «{ $typed }».
statistics-map-title = نسبة ما أُجيب عنه داخل الأجل
statistics-map-text = كلما كان اللون أقوى زادت نسبة ما أُجيب عنه داخل الأجل. المخطط: ملفات قليلة لا تسمح بذكر نسبة. الحدود مبسطة وليست لها قوة قانونية. والأرقام نفسها في الجدول.
statistics-map-area = { $place }: أُجيب عن { $share } داخل الأجل ({ $interval })
statistics-map-area-none = { $place }: غير منشور
statistics-ranks-title = من يجيب داخل الأجل، وبأي يقين
statistics-ranks-text = إدارات من نوع واحد لا يقل عدد ما حل أجله لديها عن { $least }، مرتبة حسب نسبة ما أُجيب عنه داخل الأجل. وتبين الرتب المراكز الممكنة حين تتغير الصدفة: فهي صحيحة كلها معا في 95 سحبا من كل 100. وإذا تداخلت رتب إدارتين فلا يمكن المفاضلة بينهما.
statistics-ranks-kind = نوع الإدارة
statistics-ranks-possible = الرتب الممكنة
statistics-ranks-none = لا توجد إدارة من هذا النوع حل لديها أجل هذا العدد من الأجوبة.
