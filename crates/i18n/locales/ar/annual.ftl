### التقارير السنوية ومسارها، على الشاشة.
annual-nav = التقارير السنوية
annual-lead = تعد كل إدارة تقريرا عن سنتها، بالعربية والفرنسية، وترسله إلى رئيس الحكومة، ثم يُحال على السلطة المكلفة بإصلاح الإدارة.
annual-report = التقرير
annual-since = منذ
annual-due = لم يبدأ بعد إعداد تقرير { $year }
annual-begin = بدء تقرير { $year }
annual-none = لا يوجد أي تقرير بعد.
annual-earlier = سنوات سابقة بدون تقرير
annual-begin-earlier = بدء التقرير

## Stages

annual-stage-not-begun = لم يبدأ
annual-stage-draft = قيد التحرير
annual-stage-returned = أُعيد للاستكمال
annual-stage-approved = مصادق عليه
annual-stage-transmitted = لدى رئيس الحكومة
annual-stage-forwarded = لدى السلطة المكلفة بإصلاح الإدارة
annual-stage-accepted = مقبول
annual-stage-published = منشور

## What is done

annual-verb-write = كتابة
annual-verb-freeze = حصر الأرقام
annual-verb-approve = مصادقة
annual-verb-take-back = العودة إلى التحرير
annual-verb-transmit = إرسال إلى رئيس الحكومة
annual-verb-forward = إحالة على السلطة المكلفة بإصلاح الإدارة
annual-verb-return = إعادة للاستكمال
annual-verb-accept = قبول التقرير
annual-verb-publish = نشر للعموم
annual-freeze-again = حصر الأرقام من جديد
annual-means-report-approve = لن تتغير النصوص والأرقام بعد ذلك، إلا إذا عدتم إلى التحرير. والخطوة التالية هي الإرسال.
annual-means-report-take-back = يعود التقرير إلى التحرير، وتجب المصادقة عليه من جديد.
annual-means-report-transmit = يُعد التقرير بالعربية والفرنسية ويُحفظ كما هو، ولا يتغير بعد ذلك.
annual-means-report-forward = تتسلم السلطة المكلفة بإصلاح الإدارة التقرير لتفحصه.
annual-means-report-return = يعود التقرير إلى إدارته مع الأسباب التي تكتبونها.
annual-means-report-accept = يُعتبر التقرير كاملا، ويمكن نشره بعد ذلك.
annual-means-report-publish = يمكن للجميع قراءة التقرير بعد حجب الأعداد الصغيرة. ولا يُسحب التقرير بعد ذلك.
annual-means-synthesis-transmit = يُعد التقرير التركيبي بالعربية والفرنسية ويُحفظ كما هو، ولا يتغير ما دام لدى رئيس الحكومة.
annual-means-synthesis-return = يعود التقرير التركيبي إلى السلطة المكلفة بإصلاح الإدارة مع الأسباب التي تكتبونها.
annual-means-synthesis-approve = يصادق رئيس الحكومة على التقرير التركيبي، ويمكن نشره بعد ذلك.
annual-means-synthesis-publish = يمكن للجميع قراءة التقرير التركيبي بعد حجب الأعداد الصغيرة. ولا يُسحب بعد ذلك.
annual-sure = أؤكد ذلك
annual-reasons = ما ينقص، ولماذا
annual-reasons-unaccepted = لم يُقبل أي تقرير عن هذه السنة. لماذا يُنشر التقرير التركيبي رغم ذلك؟

## The page of a report

annual-acts-title = ما يمكن القيام به الآن
annual-returned-title = أُعيد التقرير للأسباب التالية
annual-not-sent = لا تُقرأ النصوص والأرقام إلا بعد إرسال التقرير.
annual-figures-title = الأرقام
annual-figures-none = لم تُحصر الأرقام بعد. ولا مصادقة على التقرير ولا إرسال له بدونها.
annual-figure-none = –
annual-year-before = { $year }: { $value }
annual-texts-title = النصوص
annual-empty = لم يُكتب شيء بعد.
annual-by = { $name }، { $when }
annual-documents-title = الوثائق
annual-documents-draft = المشروع كما هو الآن
annual-documents-preview = كما سيقرؤه العموم
annual-documents-sent = الوثائق المرسلة
annual-documents-published = الوثائق المنشورة
annual-digest = البصمة SHA-256:
annual-steps-title = مسار التقرير
annual-record-title = سجل التقرير
annual-record-hint = كل خطوة مسجلة ومرتبطة بما قبلها.
annual-version = النسخة { $number }
annual-position = الحدث رقم { $position }

## Sections

annual-section-unit = وحدة الشكايات ووسائلها
annual-section-overview = ما ورد وما أُجيب عنه
annual-section-causes = أهم الأسباب وما اتُّخذ بشأنها
annual-section-quality = الجودة: الآجال والآراء وإعادة الفتح
annual-section-recommendations = التوصيات

## The record

annual-fact-begun = بدء التقرير
annual-fact-written = كتابة جزء
annual-fact-frozen = حصر الأرقام
annual-fact-approved = المصادقة
annual-fact-taken-back = العودة إلى التحرير
annual-fact-transmitted = الإرسال إلى رئيس الحكومة
annual-fact-forwarded = الإحالة على السلطة المكلفة بإصلاح الإدارة
annual-fact-returned = الإعادة للاستكمال
annual-fact-accepted = القبول
annual-fact-published = النشر
annual-fact-reminded = تذكير الإدارة

## The editor

annual-text = النص
annual-meanwhile = كتب شخص آخر هذا الجزء في الأثناء. نصكم في الخانة، والنص الآخر أسفله. إذا سجلتم الآن حل نصكم محله؛ ويبقى الآخر محفوظا في السجل.
annual-not-written = لم يعد هذا التقرير قيد التحرير، ولم يُسجل شيء. يمكنكم نسخ نصكم من هنا.
annual-stale = غيّر شخص آخر هذا التقرير في الأثناء. هذه حالته الآن، ولم يحدث ما طلبتموه.

## The wall

annual-wall-title = من أعد تقريره لسنة { $year }
annual-wall-delivered = التقارير المرسلة: { $sent } من أصل { $all }
annual-year = السنة
annual-kind = نوع الإدارة
annual-name = اسم الإدارة
annual-synthesis = التقرير التركيبي الوطني
annual-synthesis-begin = لم يبدأ بعد إعداد التقرير التركيبي. وتؤخذ أرقامه من سجل جميع الإدارات.
annual-begin-synthesis = بدء التقرير التركيبي { $year }
annual-synthesis-none = لا يوجد تقرير تركيبي للاطلاع عليه بعد.
annual-wall-kinds = حسب نوع الإدارة
annual-wall-sent = المرسلة
annual-wall-all = المنتظرة
annual-wall-bodies = الإدارات
annual-wall-none = لا توجد إدارة تطابق ما اخترتموه.
annual-closed = مغلقة
annual-reports-counted = المقبولة: { $accepted } من أصل { $owed }؛ المرسلة: { $sent }
annual-page-before = الصفحة السابقة

## For everybody

annual-public-title = التقارير السنوية المنشورة
annual-public-lead = ما تقوله الإدارات عن سنتها في معالجة الشكايات والملاحظات والاقتراحات، والتقرير التركيبي الوطني. تتيح البصمة التحقق من أن الوثيقة هي التي نُشرت.
annual-public-none = لم يُنشر أي تقرير بعد.
annual-public-since = نُشر في { $day }
annual-public-unaccepted = عند نشر هذا التقرير التركيبي لم يكن أي تقرير لإدارة عن السنة مقبولا. الأسباب المذكورة:

## What is wrong

error-annual-year = لا يُعد التقرير إلا عن سنة انتهت.
error-annual-counting = الأرقام قيد إعادة العد. أعيدوا المحاولة بعد قليل.
error-annual-no-figures = يجب حصر الأرقام قبل ذلك.
error-annual-reasons = المرجو كتابة ما ينقص التقرير.
error-annual-unaccepted = لم يُقبل أي تقرير عن هذه السنة. المرجو كتابة سبب نشر التقرير التركيبي رغم ذلك.
error-annual-section-long = هذا الجزء طويل جدا.
error-annual-documents = لم تُعد وثائق التقرير، فلم يحدث شيء. أعيدوا المحاولة.
error-annual-sure = ضعوا علامة في الخانة للتأكيد.
