### A filing by pictures, for whoever does not read with ease.

say-title = قدموا شكايتكم بالصور والصوت
say-lead = المسوا صورة ما يتعلق به الأمر.
say-write = أفضل الكتابة
say-listen = استماع
say-voice-title = قولوا ما وقع
say-voice-hint = قولوا أيضا اسمكم وأين وقع ذلك.
say-voice-choose = اختيار تسجيل
say-photo-title = أرونا ما وقع
say-photo-hint = خذوا صورة إن أمكن.
say-photo-choose = أخذ صورة
say-where-hint = المسوا جهتكم ثم مدينتكم.
say-where-here = هنا حيث أنا
say-where-unknown = لا أعرف
say-where-failed = الهاتف لا يقول أين أنتم. المسوا جهة.
say-phone-title = على أي رقم نتصل بكم؟
say-phone-hint = سيتصل بكم موظف. بدون رقم، احتفظوا بالوصل.
say-phone-none = بدون رقم
say-phone-missing = اكتبوا رقما، أو المسوا «بدون رقم».
say-name = الاسم مسموع في التسجيل
say-text = { $sector }. ما وقع مسموع ومرئي في الملفات المرفقة.
say-nothing = سجلوا صوتكم أو أرونا صورة: بدونهما لا يمكن لأحد أن يعرف ما وقع.
say-no-microphone = الهاتف لا يسمح بالتسجيل. اختاروا تسجيلا أو انتقلوا إلى الصورة.
say-door = بالصور والصوت
say-door-hint = بدون قراءة ولا كتابة
