### The account: one's cases in one place, for whoever proved a contact.

account-lead = اكتبوا البريد الإلكتروني الذي أكدتموه عند الإيداع. نرسل إليه رمزا، ولا حاجة إلى كلمة سر.
account-not-needed = يمكنكم الإيداع والتتبع بدون حساب، برقم التتبع ورمز الولوج اللذين في الوصل.
account-code-title = اكتبوا الرمز
account-file = إيداع جديد
account-cases = ملفاتي
account-none = لا ملف مرتبط بهذا البريد بعد. ما تودعونه من هنا يظهر في هذه اللائحة.
account-no-more = لا ملفات أقدم.
account-cases-missing = ينقص ملف؟ أُودع دون تأكيد هذا البريد. افتحوه برقم التتبع ورمز الولوج وأكدوا البريد هناك، فيظهر هنا.
account-case-due = الجواب قبل نهاية يوم { $date }
account-newest = الأحدث
account-older = ملفات أقدم
account-session = الحساب
account-settings = اللغة ووسائل الاتصال
account-settings-lead = تبدأ الإيداعات الجديدة بهذه المعلومات، ويمكنكم تعديلها في كل إيداع. أما ما أُرسل من قبل فيبقى كما هو.
account-sign-out-everywhere = تسجيل الخروج من كل الأجهزة
account-delete = حذف الحساب
account-saved = سجلنا ما كتبتموه.
account-deleted = حُذف حسابكم. تبقى ملفاتكم متاحة برقمها ورمزها.
account-delete-lead = يُمحى اسمكم ووسائل الاتصال واللغة من هذا الحساب، وتخرجون منه في كل الأجهزة. تبقى ملفاتكم عند الإدارات: تتبعوها برقم التتبع ورمز الولوج في كل وصل.
account-delete-confirm = نعم، حذف الحساب
account-delete-keep = الاحتفاظ بالحساب
account-contacts = العناوين والأرقام المؤكدة
account-contacts-lead = كل واحد منها يفتح هذا الحساب، والملفات المودعة بها كلها في لائحة واحدة. أضيفوا عنوانا أو رقما: نرسل إليه رمزا.
error-account-last = يجب أن يبقى عنوان أو رقم واحد: بدونه لا يمكن لأحد أن يفتح هذا الحساب.
