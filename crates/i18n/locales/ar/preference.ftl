### How people want to be told: channel, language, quiet hours.

preference-lead = يسري اختياركم على كل ما نرسله إليكم، وعلى ما ينتظر الإرسال أيضا. أما الرموز التي تطلبونها فتصلكم دائما.
preference-change = تغيير طريقة إخباركم
preference-saved = سجلنا ذلك: سنخبركم بالطريقة التي اخترتموها.
preference-by = كيف تريدون أن نخبركم؟
preference-by-email = بالبريد الإلكتروني
preference-by-sms = برسائل قصيرة (SMS)
preference-by-phone = باتصال هاتفي من الإدارة
preference-by-letter = برسالة إلى العنوان
preference-by-nothing = لا تخبروني: أقرأ هنا بنفسي
preference-language = بأي لغة؟
preference-quiet = ساعات الهدوء
preference-quiet-hint = لا نرسل أي خبر في هذه الساعات. مثال: من 21:00 إلى 08:00.
preference-quiet-from = من
preference-quiet-until = إلى
preference-failing = ما نرسله إليه يرجع إلينا.
preference-stopped = كتب هذا الرقم STOP: لا نرسل إليه أي رسالة قصيرة.
preference-proof-again = رسائلنا إلى هذا العنوان ترجع إلينا. أكدوه برمز، أو اختاروا طريقة أخرى لإخباركم.
error-preference-contact = ليس لدينا عنوان ولا رقم لذلك. اختاروا طريقة أخرى.
error-preference-stopped = كتب هذا الرقم STOP. لتصلكم الرسائل القصيرة من جديد، أرسلوا START من ذلك الهاتف، أو اختاروا طريقة أخرى.
error-preference-landline = لا يستقبل هذا الرقم رسائل قصيرة. اكتبوا رقم هاتف محمول، أو اختاروا الاتصال.
error-quiet-hours = اكتبوا البداية والنهاية، وقتين مختلفين، أو اتركوهما فارغين.

## At the desk

desk-preference-title = كيف يريد الشخص أن نخبره
desk-preference-lead = سجلوا ما يطلبه الشخص. يبقى اسمكم وموافقته في السجل.
desk-preference-consent = كيف يعطي الشخص موافقته
desk-contact-failing = ترجع منه الرسائل
desk-contact-state = الحالة
admin-deed-preference-write = تسجيل طريقة إخبار شخص
