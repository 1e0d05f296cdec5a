### Short messages: the fewest words. Where a text is in Latin letters, none may be outside of GSM 03.38.

## What happened to a case

sms-sample = تجربة: المعطيات غير حقيقية
sms-acknowledgement = توصلنا بملفكم
sms-due = آخر أجل للجواب: { $day }
sms-due-late = تأخر الجواب. كان آخر أجل: { $day }
sms-transfer = أحلنا ملفكم إلى إدارة أخرى. لم يتغير الأجل
sms-transfer-stays = الإدارة التي عندها ملفكم هي التي تجيبكم
sms-question = للإدارة سؤال لكم
sms-question-by = أجيبوا قبل نهاية يوم { $day }
sms-extension = تحتاج الإدارة إلى وقت أطول
sms-answer = أجابت الإدارة. اقرؤوا الجواب برمزكم
sms-answer-until = يمكنكم طلب إعادة الفتح إلى غاية { $day }
sms-closure = أُغلق ملفكم. تبقى لكم قراءته
sms-reopening = أعيد فتح ملفكم
sms-judgement = هل حُل مشكلكم؟ أخبرونا هنا أو في 3737
sms-stop-how = STOP: لا رسائل بعدها

## Codes and lists that somebody asked for

sms-code = رمز التأكيد. لا تعطوه لأحد
sms-code-account = رمز فتح حسابكم. لا تعطوه لأحد
sms-code-until = صالح لمدة { $minutes } دقيقة
sms-draft-code = رمز متابعة ما كتبتموه. نحتفظ به إلى غاية { $day }
sms-cases = ملفاتكم. هذه الروابط تفتحها، احتفظوا بها لأنفسكم
sms-cases-more = هناك ملفات أخرى: اتصلوا بالرقم 3737

## Answers to what was written to us

sms-state-filed = مودَع: ستدرسه الإدارة
sms-state-admissible = مقبول شكلا: سيتكلف به موظف
sms-state-assigned = الملف عند موظف مكلف به
sms-state-in-progress = موظف يعمل عليه
sms-state-waiting = الإدارة في انتظار جوابكم
sms-state-arbitration = في انتظار تعيين من عليه أن يجيب
sms-state-answered = أجابت الإدارة. اقرؤوا الجواب برمزكم
sms-state-closed = الملف مغلق
sms-not-found = لا يوجد ملف بهذا الرقم وهذا الرمز معا. تحققوا منهما ثم أعيدوا المحاولة
sms-wait = رموز خاطئة كثيرة: لا ننظر في أي رمز لمدة { $minutes } دقيقة
sms-how = للتتبع: أرسلوا كلمة تتبع ثم رقم التتبع ثم الرمز. مثال: CK-26-7K3M-9QDX 48271936
sms-help = تتبع + رقم التتبع + الرمز: أين وصل ملفكم. قف: لا رسائل بعدها. ابدأ: من جديد. أو اكتبوا ماذا وقع. المساعدة: 3737
sms-stopped = لن تصلكم الأخبار في رسائل قصيرة: تتصل بكم الإدارة هاتفيا. أرسلوا START لتصلكم من جديد
sms-started = ستصلكم أخبار ملفاتكم من جديد في رسائل قصيرة. STOP: لا رسائل بعدها
sms-filing = احتفظنا بما كتبتم، ولم نودعه بعد. أضيفوا المكان واسمكم هنا ثم أرسلوه. أو اتصلوا بالرقم 3737

## What administrators see

admin-sms-title = الرسائل القصيرة
admin-message-sms-reply = جواب عن رسالة قصيرة
admin-sms-none = لا توجد بوابة للرسائل القصيرة في الإعدادات (sms.gateway): تتصل الإدارة هاتفيا بمن أعطى رقمه، ولا يُرسل أي رمز إلى هاتف.
admin-sms-open = البوابة معدة، ولا شيء يدل على عطب.
admin-sms-stopped = الرسائل القصيرة تنتظر منذ { $moment }: البوابة لا تجيب.
admin-sms-quiet = ساعات الهدوء
admin-sms-a-day = الأخبار لكل رقم في اليوم، على الأكثر
admin-sms-today = اليوم
admin-sms-waiting = في الانتظار
admin-sms-sent = المرسلة
admin-sms-parts = الأجزاء المؤداة
admin-sms-cost = التكلفة (بالدرهم)
admin-sms-delivered = وصلت حسب الشبكة
admin-sms-failed = لم تصل
admin-sms-came = الواردة
admin-sms-filings = منها ما احتُفظ به مسودة
admin-sms-floods = منها ما لم يُنظر فيه لكثرته من رقم واحد
admin-sms-try = تجربة نص
admin-sms-text = النص
admin-sms-try-hint = لا يُرسل شيء.
admin-sms-count = حساب
admin-sms-alphabet = الأبجدية
admin-sms-alphabet-gsm7 = GSM، سبع بتات لكل حرف
admin-sms-alphabet-ucs2 = UCS-2، ست عشرة بتة لكل حرف
admin-sms-parts-of-text = الأجزاء
admin-sms-units = الخانات
admin-sms-beyond = الحروف التي تفرض UCS-2

## Numbers at the desk

desk-sms-stopped = لا يريد رسائل قصيرة
desk-sms-failing = لا تصل إليه الرسائل القصيرة
