### A filing by pictures, for whoever does not read with ease.

pictures-title = قدموا شكايتكم بالصور والصوت
pictures-lead = المسوا صورة ما يتعلق به الأمر.
pictures-write = أفضل الكتابة
pictures-listen = استماع
pictures-voice-title = قولوا ما وقع
pictures-voice-hint = قولوا أيضا اسمكم وأين وقع ذلك.
pictures-voice-choose = اختيار تسجيل
pictures-photo-title = أرونا ما وقع
pictures-photo-hint = خذوا صورة إن أمكن.
pictures-photo-choose = أخذ صورة
pictures-where-hint = المسوا جهتكم ثم مدينتكم.
pictures-where-here = هنا حيث أنا
pictures-where-unknown = لا أعرف
pictures-where-failed = الهاتف لا يقول أين أنتم. المسوا جهة.
pictures-phone-title = على أي رقم نتصل بكم؟
pictures-phone-hint = سيتصل بكم موظف. بدون رقم، احتفظوا بالوصل.
pictures-phone-none = بدون رقم
pictures-phone-missing = اكتبوا رقما، أو المسوا «بدون رقم».
pictures-name = الاسم مسموع في التسجيل
pictures-text = { $sector }. ما وقع مسموع ومرئي في الملفات المرفقة.
pictures-nothing = سجلوا صوتكم أو أرونا صورة: بدونهما لا يمكن لأحد أن يعرف ما وقع.
pictures-no-microphone = الهاتف لا يسمح بالتسجيل. اختاروا تسجيلا أو انتقلوا إلى الصورة.
pictures-door = بالصور والصوت
pictures-door-hint = بدون قراءة ولا كتابة
