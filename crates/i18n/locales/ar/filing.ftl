### Filing: the steps from the kind of message to sending it.

## Frame

filing-step-title = { $kind } · المرحلة { $step } من { $steps }

## 1. Kind

filing-kind-legend = ما كتبتموه هو

## 2. What happened

filing-what-title = ماذا وقع؟
filing-what-title-remark = ما ملاحظتكم؟
filing-what-title-proposal = ما اقتراحكم؟
filing-text-limit = { $limit } حرف على الأكثر.
filing-what-hint = اكتبوا كما تتكلمون: ماذا وقع، وأين، ومتى. بالعربية أو الدارجة أو الأمازيغية أو الفرنسية أو الإنجليزية. لا تكتبوا هنا اسمكم ولا رقم بطاقتكم.
filing-what-hint-remark = اكتبوا كما تتكلمون: ماذا لاحظتم، وأين، ومتى. بالعربية أو الدارجة أو الأمازيغية أو الفرنسية أو الإنجليزية. لا تكتبوا هنا اسمكم ولا رقم بطاقتكم.
filing-what-hint-proposal = اكتبوا كما تتكلمون: ما الذي تقترحون تغييره، وأين، وما فائدته. بالعربية أو الدارجة أو الأمازيغية أو الفرنسية أو الإنجليزية. لا تكتبوا هنا اسمكم ولا رقم بطاقتكم.
filing-what-files = إضافة صور أو وثائق
filing-subject-title = في أي موضوع؟
filing-about-title = هل يتعلق الأمر بأحد هذه المواضيع؟
filing-about-lead = حسب ما كتبتم، هذه أقرب المواضيع، ومن يجب أن يجيب. اختاروا واحدا منها، أو موضوعا آخر من اللائحة.
filing-about-goes = الإدارة المجيبة: { $organisation }
filing-about-because = كتبتم: { $words }
filing-about-none = لا موضوع من هذه المواضيع: أختار من اللائحة
filing-about-listed = أختار من اللائحة
filing-about-list = جميع المواضيع، حسب القطاع
filing-about-unknown-hint = الإدارة التي تتوصل بملفكم هي التي تحدد موضوعه.

## 3. Where

filing-where-title = أين؟
filing-where-hint = المدينة أو الجماعة. يمكنكم الكتابة بالعربية أو بالحروف اللاتينية.
filing-where-found = الأماكن التي وجدناها
filing-where-list = أو اختاروا من لائحة الجهات
filing-where-all = كل الجهات
filing-where-point = أو إحداثيات المكان
filing-where-point-hint = خط العرض ثم خط الطول، مثل { $example }، أو رابط منسوخ من خريطة.
filing-where-point-find = البحث عن الجماعة
filing-where-point-here = استعمال موقعي
filing-where-point-waiting = نبحث عن موقعكم…
filing-where-point-done = كتبنا موقعكم. تابعوا لتعرفوا الجماعة.
filing-where-point-failed = لم نحصل من جهازكم على موقعكم. اكتبوا الإحداثيات، أو اختاروا الجماعة من اللائحة.
filing-where-point-found = تقع هذه الإحداثيات في { $place }. تحققوا من المكان المختار، ثم تابعوا.
filing-where-point-near = تقع هذه الإحداثيات على حافة خريطتنا، وأقرب مكان إليها { $place }. تحققوا من المكان المختار، ثم تابعوا.
filing-point = { $place } · { $point }
filing-where-details = المكان بالضبط: الحي، الزنقة، الدوار
filing-where-abroad = المدينة والبلد

## 4. Who must answer

filing-who-title = من عليه أن يجيب؟
filing-who-suggested = نقترح
filing-who-because = السبب: { $reason }
filing-who-dropped = كنتم قد اخترتم: { $organisation }. لا تجيب هنا في هذا الموضوع. لا شيء مختار الآن: اختاروا من جديد.
filing-who-tag = مقترحة
filing-who-search = ابحثوا بالاسم أو بالحروف المختصرة
filing-who-unknown = لا أعرف
filing-who-unknown-hint = نوجهها نحن، ولا يضيع يوم من أجل الجواب.
filing-who-orientation = خارج البوابة، { $when }: { $reason }
filing-who-orientation-always = خارج البوابة: { $reason }
filing-who-outside = لا تتوصل هذه الهيئة بشيء عبر البوابة. توجهوا إليها مباشرة.
filing-who-smaller = { $place }: هنا عدة جماعات، والجماعة هي التي تجيب في هذا الموضوع.
filing-who-choose-commune = اختاروا الجماعة لنعرف من يجيبكم

## 5. Attachments

filing-files-title = صور أو وثائق
filing-files-hint = صورة من هاتفكم تكفي. عدد الوثائق على الأكثر: { $count }، وحجم كل واحدة على الأكثر: { $size }.
filing-files-taken = نقبل: صور JPEG وPNG وWebP وHEIC، ووثائق PDF وWord وExcel وPowerPoint وOpenDocument، وتسجيلات صوتية MP3 وM4A وAAC وOGG وWAV وAMR، وفيديو MP4 وMOV و3GP وWebM.
filing-files-choose = اختيار وثيقة أو صورة
filing-files-clean = نحذف من الصور والفيديو والتسجيلات الصوتية ووثائق PDF ما تخفيه الأجهزة والبرامج فيها، مثل المكان والتواريخ واسم الكاتب. أما وثائق Word وExcel وPowerPoint وOpenDocument ووثائق PDF الموقعة فتحتفظ به.

## 6. You

filing-you-title = لمن نجيب؟
filing-you-category = تكتبون باسم
filing-you-elsewhere = كُتب في متصفح آخر: محفوظ، ومخفي هنا. اتركوا فارغا ما يجب أن يبقى، أو اكتبوه من جديد.
filing-you-identity-kind = نوع الوثيقة
filing-you-identity-hint = حرف أو حرفان ثم من 5 إلى 7 أرقام. مثال: JE123456
filing-you-representative-hint = الشخص الذي يكتب أو يوقع باسم الشركة أو الجمعية أو التعاونية.
filing-you-quality-hint = مثل: مسيرة، رئيس، أمينة المال.
filing-you-body-registration = التسجيل
filing-you-body-number = التعريف الموحد (ICE) أو رقم التسجيل
filing-you-body-number-hint = في التعريف الموحد 15 رقما. بدونه: رقم السجل التجاري، أو رقم وصل تصريح الجمعية.
filing-you-behalf = تكتبون نيابة عن شخص آخر؟ اسمه
filing-you-answer-by = كيف تريدون أن يصلكم الجواب؟
filing-you-answer-by-hint = يمكنكم دائما قراءته هنا برقم التتبع.
filing-you-by-email = البريد الإلكتروني
filing-you-by-email-hint = تصلكم الأخبار والجواب في الحين. نرسل رمزا لتأكيد البريد.
filing-you-by-sms = رسائل قصيرة (SMS)
filing-you-by-phone = الهاتف
filing-you-by-phone-hint = تتصل بكم الإدارة في هذا الرقم لتخبركم بأسئلتها وقراراتها وجوابها. لا نرسل إليه أي رمز.
filing-you-by-phone-texted = نخبركم بالأخبار والجواب في رسائل قصيرة (SMS)، ونرسل رمزا لتأكيد الرقم. إذا كان الهاتف ثابتا، فالإدارة تتصل بكم فيه.
filing-you-by-letter = رسالة إلى العنوان
filing-you-by-letter-hint = تصلكم الأسئلة والقرارات والجواب في رسالة إلى العنوان الذي تكتبونه أسفله.
filing-you-by-nothing = أتتبع برقم التتبع فقط
filing-you-by-nothing-hint = لن يكتب إليكم أحد. عودوا إلى هنا برقم التتبع ورمز الولوج اللذين في الوصل: احتفظوا بهما معا، فلا يُقرأ الجواب بدونهما.
filing-you-address-hint = كما على الظرف: الزنقة والرقم، والحي، والرمز البريدي، والمدينة.
filing-you-anonymous-hint = تأخذ الإدارة رسالتكم للعلم، وقد لا تستطيع الجواب. لا يُرسل معها اسم ولا وثيقة ولا وسيلة اتصال.
filing-you-code-title = تأكيد بريدكم
filing-you-code-title-phone = تأكيد رقمكم
filing-you-code-sent = أرسلنا رمزا من 6 أرقام إلى { $contact }. اكتبوه هنا.
filing-you-code-send = إرسال الرمز
filing-you-code-again = إرسال رمز جديد
filing-you-code-later = المتابعة بدون تأكيد
filing-you-code-label = الرمز من 6 أرقام
filing-you-code-new = الرمز في طريقه إليكم. الرمز الأخير وحده صالح.
filing-you-code-pause =
    { $seconds ->
        [zero] أرسلنا رمزا قبل قليل. يمكنكم الآن طلب رمز آخر.
        [one] أرسلنا رمزا قبل قليل. إذا لم يصل، اطلبوا رمزا آخر بعد ثانية واحدة.
        [two] أرسلنا رمزا قبل قليل. إذا لم يصل، اطلبوا رمزا آخر بعد ثانيتين.
        [few] أرسلنا رمزا قبل قليل. إذا لم يصل، اطلبوا رمزا آخر بعد { $seconds } ثوان.
        [many] أرسلنا رمزا قبل قليل. إذا لم يصل، اطلبوا رمزا آخر بعد { $seconds } ثانية.
       *[other] أرسلنا رمزا قبل قليل. إذا لم يصل، اطلبوا رمزا آخر بعد { $seconds } ثانية.
    }
filing-you-code-many = أُرسلت إلى هناك رموز كثيرة اليوم. أعيدوا الطلب غدا: ملفكم لا ينتظر ذلك.
filing-you-code-change = تعديل البريد
filing-you-code-change-phone = تعديل الرقم
filing-you-code-why = ملفكم لا ينتظر هذا التأكيد. وبعد تأكيد البريد يمكنكم أن تتوصلوا فيه بلائحة ملفاتكم إذا ضاع الوصل، وأن تفتحوا حسابكم.
filing-you-code-why-phone = ملفكم لا ينتظر هذا التأكيد. وبعد تأكيد الرقم يمكنكم أن تتوصلوا فيه برسالة قصيرة تحمل لائحة ملفاتكم إذا ضاع الوصل.
filing-you-code-not-done = لم يُؤكد بعد.
filing-you-code-done = مؤكد.

## 7. Check and send

filing-check-title = راجعوا قبل الإرسال
filing-check-you = أنتم
filing-check-after-title = بعد الإرسال
filing-check-after-text = تتوصلون في الحين بوصل فيه رقم التتبع. ويجب أن تتوصلوا بالجواب قبل نهاية يوم { $date }.
filing-check-anonymous-lead = لا يُرسل اسم ولا وسيلة اتصال: لا يمكن لأحد أن يكتب إليكم.
filing-check-anonymous-dropped = لا يُرسل
filing-check-no-files = لا مرفقات
filing-check-outside = خارج البوابة
filing-check-no-details = لا شيء
filing-check-anonymous-after = تتوصلون في الحين بوصل فيه رقم التتبع ورمز الولوج. احتفظوا بهما وعودوا إلى هنا: قد لا تستطيع الإدارة الجواب، ولا يمكن لأحد أن يكتب إليكم.
filing-check-declaration = ما كتبته صحيح حسب علمي، وليس الأمر معروضا على المحكمة.
