### الرسائل الواردة بالبريد الإلكتروني: لماذا تنتظر، وما يُفعل بها في المكتب، والجواب الوحيد عن رسالة جديدة.

## لماذا تنتظر رسالة، أو تُركت

mail-in-reason-unproven = لا شيء يثبت أنها من هذا العنوان.
mail-in-reason-other-sender = تجيب عن رسالة منا، لكن من عنوان غير عنوان صاحب الملف.
mail-in-reason-false-word = تدعي أنها جواب عن رسالة منا، والكلمة التي في عنوانها ليست لنا.
mail-in-reason-ended-word = أنهى صاحب الملف روابط هذا الملف.
mail-in-reason-not-now = لا يقبل الملف في حالته الحالية رسالة من صاحبه.
mail-in-reason-wants-no-answer = تطلب ألا يُبعث لها جواب آلي.
mail-in-reason-answered-enough = توصل مرسلها اليوم بعدة أجوبة.
mail-in-reason-many = وصلت اليوم رسائل كثيرة من هذا المرسل.
mail-in-reason-empty = لا تقول شيئا ولا تحمل أي ملف.
mail-in-reason-unreadable = لا يمكن قراءتها. الأصل محفوظ.
mail-in-reason-too-many-parts = أجزاؤها أكثر مما يمكن فتحه. الأصل محفوظ.
mail-in-reason-returned = رجعت رسالتنا إلى صاحب الملف: اتصلوا به بطريقة أخرى.
mail-in-reason-automatic = كتبها برنامج.
mail-in-reason-list = جاءت من قائمة بريدية.
mail-in-reason-loop = هي رسالة منا.
mail-in-reason-notice = يخبر خادم بأن رسالة تأخرت أو وصلت.
mail-in-reason-not-ours = اطلع عليها أحد.

## For administrators

admin-mail-in-title = الرسائل الواردة خلال 24 ساعة الأخيرة
mail-in-state-received = في انتظار القراءة: { $count }
mail-in-state-waiting = تنتظر في المكتب: { $count }
mail-in-state-joined = أُضيفت إلى ملف: { $count }
mail-in-state-begun = صارت بداية إيداع: { $count }
mail-in-state-left = تُركت: { $count }

## في المكتب

desk-mail-title = الرسائل الواردة
desk-mail-lead = تنتظر هذه الرسائل أن يقرر أحد مصيرها.
desk-mail-none = لا رسالة تنتظر.
desk-mail-trail = يُكتب فتحكم لهذه الرسالة في سجل العمليات.
desk-mail-from = من
desk-mail-case = الملف
desk-mail-no-subject = بدون موضوع
desk-mail-no-words = لا نص ظاهرا في هذه الرسالة.
desk-mail-quoted = النص المقتبس
desk-mail-files = عدد الملفات المرفقة: { $count }
desk-mail-original = تحميل الأصل ({ $size })
desk-mail-join-title = إضافتها إلى ملف
desk-mail-join-label = رقم التتبع
desk-mail-join-hint = تكون جوابا عن السؤال الذي ينتظر، وإلا صارت ملاحظة للزملاء.
desk-mail-join = إضافة
desk-mail-no-case = لا ملف عندكم بهذا الرقم.
desk-mail-begin-title = جعلها إيداعا
desk-mail-begin-hint = يتوصل مرسلها برابط ويكمل الإيداع.
desk-mail-begin = بدء الإيداع
desk-mail-leave-title = لا شيء يُفعل
desk-mail-leave-hint = لا تعنينا، أو سُوي أمرها. تُحذف بعد 30 يوما.
desk-mail-leave = وضعها جانبا

## ما لا يظهر من رسالة

mail-in-left-signature = (رافق هذه الرسالة توقيع. هو محفوظ مع الأصل.)
mail-in-left-locked = (جزء من هذه الرسالة مشفر ولا يمكن قراءته هنا. هو محفوظ مع الأصل.)
mail-in-left-calendar = (رافقت هذه الرسالة دعوة من مفكرة. هي محفوظة مع الأصل.)
mail-in-left-parcel = (جاءت ملفات في طرد winmail.dat لا يمكن فتحه هنا. هو محفوظ مع الأصل.)
mail-in-file-left = (لم يُقبل الملف { $name }. { $why })
mail-in-file-refused = لا يمكن إضافته الآن.
error-mail-in-no-sender = لا تذكر هذه الرسالة أي عنوان يمكن الجواب عليه.
error-mail-in-unreadable = لا يمكن قراءة هذه الرسالة. حملوا الأصل.

## الجواب عن رسالة جديدة

mail-answer-by-mail-subject = أكملوا إيداعكم
mail-answer-by-mail-lead = توصلنا برسالتكم. لم يُرسل أي شيء بعد إلى أي إدارة: افتحوا الرابط، واذكروا المكان ومن أنتم، ثم أرسلوا. نصكم وملفاتكم موجودة هناك.
mail-answer-by-mail-action = إكمال الإيداع
mail-answer-by-mail-until = يبقى مسجلا إلى غاية { $date }. احتفظوا بهذه الرسالة لأنفسكم: من عنده الرمز يستطيع قراءة ما كتبتموه.
mail-answer-by-mail-ignore = لم تكتبوا إلينا؟ لا تفعلوا شيئا: استعمل أحدهم عنوانكم.
admin-message-mail-answer = جواب عن رسالة جديدة

## سجل العمليات

admin-deed-mail-open = فتح رسالة واردة
admin-deed-mail-take = تحميل رسالة واردة
admin-deed-mail-join = إضافة رسالة واردة إلى ملف
admin-deed-mail-begin = بدء إيداع من رسالة واردة
admin-deed-mail-leave = وضع رسالة واردة جانبا
