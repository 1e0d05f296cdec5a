# What a page asks of the phone: files and photos, where it is, its microphone.
.class final Lma/chikaya/Device;
.super Landroid/webkit/WebChromeClient;

.field private final portal:Lma/chikaya/Portal;

.method constructor <init>(Lma/chikaya/Portal;)V
    .locals 0
    invoke-direct {p0}, Landroid/webkit/WebChromeClient;-><init>()V
    iput-object p1, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    return-void
.end method

# A field for files was touched: files of the phone, and its camera, film camera and recorder where the field takes such
# things. A field that asks for a capture opens the camera at once.
.method public onShowFileChooser(Landroid/webkit/WebView;Landroid/webkit/ValueCallback;Landroid/webkit/WebChromeClient$FileChooserParams;)Z
    .locals 7
    iget-object v0, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    # Whoever asked before and has no answer is told that there is none.
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Lma/chikaya/Portal;->chosen([Landroid/net/Uri;)V
    iput-object p2, v0, Lma/chikaya/Portal;->chosen:Landroid/webkit/ValueCallback;
    invoke-virtual {p3}, Landroid/webkit/WebChromeClient$FileChooserParams;->getAcceptTypes()[Ljava/lang/String;
    move-result-object v1

    new-instance v2, Ljava/util/ArrayList;
    invoke-direct {v2}, Ljava/util/ArrayList;-><init>()V
    const-string v3, "image/"
    invoke-static {v1, v3}, Lma/chikaya/Device;->takes([Ljava/lang/String;Ljava/lang/String;)Z
    move-result v3
    if-eqz v3, :no_photo
    invoke-virtual {v0}, Lma/chikaya/Portal;->camera()Landroid/content/Intent;
    move-result-object v3
    invoke-virtual {v2, v3}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z

    :no_photo
    const-string v3, "video/"
    invoke-static {v1, v3}, Lma/chikaya/Device;->takes([Ljava/lang/String;Ljava/lang/String;)Z
    move-result v3
    if-eqz v3, :no_film
    new-instance v3, Landroid/content/Intent;
    const-string v4, "android.media.action.VIDEO_CAPTURE"
    invoke-direct {v3, v4}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    invoke-virtual {v2, v3}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z

    :no_film
    const-string v3, "audio/"
    invoke-static {v1, v3}, Lma/chikaya/Device;->takes([Ljava/lang/String;Ljava/lang/String;)Z
    move-result v3
    if-eqz v3, :no_sound
    new-instance v3, Landroid/content/Intent;
    const-string v4, "android.provider.MediaStore.RECORD_SOUND"
    invoke-direct {v3, v4}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    invoke-virtual {v2, v3}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z

    :no_sound
    invoke-virtual {p3}, Landroid/webkit/WebChromeClient$FileChooserParams;->isCaptureEnabled()Z
    move-result v3
    if-eqz v3, :choose
    invoke-virtual {v2}, Ljava/util/ArrayList;->isEmpty()Z
    move-result v3
    if-nez v3, :choose
    const/4 v3, 0x0
    invoke-virtual {v2, v3}, Ljava/util/ArrayList;->get(I)Ljava/lang/Object;
    move-result-object v3
    check-cast v3, Landroid/content/Intent;
    goto :ask

    :choose
    new-instance v3, Landroid/content/Intent;
    const-string v4, "android.intent.action.GET_CONTENT"
    invoke-direct {v3, v4}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    const-string v4, "android.intent.category.OPENABLE"
    invoke-virtual {v3, v4}, Landroid/content/Intent;->addCategory(Ljava/lang/String;)Landroid/content/Intent;
    const-string v4, "*/*"
    invoke-virtual {v3, v4}, Landroid/content/Intent;->setType(Ljava/lang/String;)Landroid/content/Intent;
    invoke-static {v1}, Lma/chikaya/Device;->areTypes([Ljava/lang/String;)Z
    move-result v4
    if-eqz v4, :all_types
    const-string v4, "android.intent.extra.MIME_TYPES"
    invoke-virtual {v3, v4, v1}, Landroid/content/Intent;->putExtra(Ljava/lang/String;[Ljava/lang/String;)Landroid/content/Intent;

    :all_types
    # 1: several files.
    invoke-virtual {p3}, Landroid/webkit/WebChromeClient$FileChooserParams;->getMode()I
    move-result v4
    const/4 v5, 0x1
    if-ne v4, v5, :one_file
    const-string v4, "android.intent.extra.ALLOW_MULTIPLE"
    invoke-virtual {v3, v4, v5}, Landroid/content/Intent;->putExtra(Ljava/lang/String;Z)Landroid/content/Intent;

    :one_file
    const-string v4, "choose"
    invoke-static {v0, v4}, Lma/chikaya/Address;->word(Landroid/content/Context;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v4
    invoke-static {v3, v4}, Landroid/content/Intent;->createChooser(Landroid/content/Intent;Ljava/lang/CharSequence;)Landroid/content/Intent;
    move-result-object v3
    invoke-virtual {v2}, Ljava/util/ArrayList;->size()I
    move-result v4
    new-array v4, v4, [Landroid/content/Intent;
    invoke-virtual {v2, v4}, Ljava/util/ArrayList;->toArray([Ljava/lang/Object;)[Ljava/lang/Object;
    move-result-object v4
    check-cast v4, [Landroid/os/Parcelable;
    const-string v5, "android.intent.extra.INITIAL_INTENTS"
    invoke-virtual {v3, v5, v4}, Landroid/content/Intent;->putExtra(Ljava/lang/String;[Landroid/os/Parcelable;)Landroid/content/Intent;

    :ask
    :begin
    sget v4, Lma/chikaya/Portal;->FILES:I
    invoke-virtual {v0, v3, v4}, Lma/chikaya/Portal;->startActivityForResult(Landroid/content/Intent;I)V
    :end
    .catch Landroid/content/ActivityNotFoundException; {:begin .. :end} :nobody
    const/4 v0, 0x1
    return v0

    :nobody
    move-exception v3
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Lma/chikaya/Portal;->chosen([Landroid/net/Uri;)V
    const-string v1, "no_app"
    invoke-virtual {v0, v1}, Lma/chikaya/Portal;->say(Ljava/lang/String;)V
    const/4 v0, 0x1
    return v0
.end method

# takes(types, kind): whether a field takes things of a kind ("image/"). One that names no types takes all; of endings
# (".pdf") it is not known, so they count as all.
.method private static takes([Ljava/lang/String;Ljava/lang/String;)Z
    .locals 4
    invoke-static {p0}, Lma/chikaya/Device;->areTypes([Ljava/lang/String;)Z
    move-result v0
    if-eqz v0, :yes
    array-length v0, p0
    const/4 v1, 0x0

    :next
    if-ge v1, v0, :no
    aget-object v2, p0, v1
    invoke-virtual {v2, p1}, Ljava/lang/String;->startsWith(Ljava/lang/String;)Z
    move-result v3
    if-nez v3, :yes
    const-string v3, "*/"
    invoke-virtual {v2, v3}, Ljava/lang/String;->startsWith(Ljava/lang/String;)Z
    move-result v3
    if-nez v3, :yes
    add-int/lit8 v1, v1, 0x1
    goto :next

    :yes
    const/4 v0, 0x1
    return v0

    :no
    const/4 v0, 0x0
    return v0
.end method

# areTypes(types): whether there is at least one, and each is a media type.
.method private static areTypes([Ljava/lang/String;)Z
    .locals 5
    array-length v0, p0
    if-eqz v0, :no
    const/4 v1, 0x0

    :next
    if-ge v1, v0, :yes
    aget-object v2, p0, v1
    const-string v3, "/"
    invoke-virtual {v2, v3}, Ljava/lang/String;->contains(Ljava/lang/CharSequence;)Z
    move-result v4
    if-eqz v4, :no
    add-int/lit8 v1, v1, 0x1
    goto :next

    :yes
    const/4 v0, 0x1
    return v0

    :no
    const/4 v0, 0x0
    return v0
.end method

# A page asks where the phone is: the portal's own alone, and Android asks the person once.
.method public onGeolocationPermissionsShowPrompt(Ljava/lang/String;Landroid/webkit/GeolocationPermissions$Callback;)V
    .locals 3
    iget-object v0, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    invoke-static {v0, p1}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-nez v1, :ours
    const/4 v1, 0x0
    invoke-interface {p2, p1, v1, v1}, Landroid/webkit/GeolocationPermissions$Callback;->invoke(Ljava/lang/String;ZZ)V
    return-void

    :ours
    iput-object p1, v0, Lma/chikaya/Portal;->origin:Ljava/lang/String;
    iput-object p2, v0, Lma/chikaya/Portal;->place:Landroid/webkit/GeolocationPermissions$Callback;
    sget v1, Lma/chikaya/Portal;->PLACE:I
    sget-object v2, Lma/chikaya/Portal;->PLACES:[Ljava/lang/String;
    invoke-virtual {v0, v1, v2}, Lma/chikaya/Portal;->ask(I[Ljava/lang/String;)V
    return-void
.end method

.method public onGeolocationPermissionsHidePrompt()V
    .locals 2
    iget-object v0, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    const/4 v1, 0x0
    iput-object v1, v0, Lma/chikaya/Portal;->place:Landroid/webkit/GeolocationPermissions$Callback;
    return-void
.end method

# A page wants the microphone: the portal's own alone, and nothing but the microphone.
.method public onPermissionRequest(Landroid/webkit/PermissionRequest;)V
    .locals 4
    iget-object v0, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    invoke-virtual {p1}, Landroid/webkit/PermissionRequest;->getOrigin()Landroid/net/Uri;
    move-result-object v1
    invoke-virtual {v1}, Landroid/net/Uri;->toString()Ljava/lang/String;
    move-result-object v1
    invoke-static {v0, v1}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-eqz v1, :deny
    invoke-virtual {p1}, Landroid/webkit/PermissionRequest;->getResources()[Ljava/lang/String;
    move-result-object v1
    invoke-static {v1}, Ljava/util/Arrays;->asList([Ljava/lang/Object;)Ljava/util/List;
    move-result-object v1
    sget-object v2, Lma/chikaya/Portal;->SOUND_OF_PAGE:Ljava/lang/String;
    invoke-static {v2}, Ljava/util/Collections;->singletonList(Ljava/lang/Object;)Ljava/util/List;
    move-result-object v2
    invoke-virtual {v2, v1}, Ljava/lang/Object;->equals(Ljava/lang/Object;)Z
    move-result v1
    if-eqz v1, :deny
    iput-object p1, v0, Lma/chikaya/Portal;->sound:Landroid/webkit/PermissionRequest;
    sget v1, Lma/chikaya/Portal;->SOUND:I
    sget-object v2, Lma/chikaya/Portal;->SOUNDS:[Ljava/lang/String;
    invoke-virtual {v0, v1, v2}, Lma/chikaya/Portal;->ask(I[Ljava/lang/String;)V
    return-void

    :deny
    invoke-virtual {p1}, Landroid/webkit/PermissionRequest;->deny()V
    return-void
.end method

.method public onPermissionRequestCanceled(Landroid/webkit/PermissionRequest;)V
    .locals 2
    iget-object v0, p0, Lma/chikaya/Device;->portal:Lma/chikaya/Portal;
    const/4 v1, 0x0
    iput-object v1, v0, Lma/chikaya/Portal;->sound:Landroid/webkit/PermissionRequest;
    return-void
.end method
