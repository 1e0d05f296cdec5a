# The window: it shows the portal's pages, and waits for what the phone answers to them.
.class public final Lma/chikaya/Portal;
.super Landroid/app/Activity;

# What the phone was asked for.
.field static final FILES:I = 0x1
.field static final PLACE:I = 0x2
.field static final SOUND:I = 0x3

# The permissions for it, and what a page calls the microphone.
.field static final PLACES:[Ljava/lang/String;
.field static final SOUNDS:[Ljava/lang/String;
.field static final SOUND_OF_PAGE:Ljava/lang/String; = "android.webkit.resource.AUDIO_CAPTURE"

# The portal's pages; none after the phone took their memory away.
.field private pages:Landroid/webkit/WebView;
# What page was open then.
.field private last:Ljava/lang/String;
# The address that could not be opened, while the page about it is shown.
.field private failed:Ljava/lang/String;

# The page that waits for files, and where the camera puts its photo.
.field chosen:Landroid/webkit/ValueCallback;
.field private photo:Landroid/net/Uri;
# The page that waits for a position, and what waits for the microphone.
.field origin:Ljava/lang/String;
.field place:Landroid/webkit/GeolocationPermissions$Callback;
.field sound:Landroid/webkit/PermissionRequest;

.method static constructor <clinit>()V
    .locals 3
    const/4 v0, 0x2
    new-array v0, v0, [Ljava/lang/String;
    const/4 v1, 0x0
    const-string v2, "android.permission.ACCESS_FINE_LOCATION"
    aput-object v2, v0, v1
    const/4 v1, 0x1
    const-string v2, "android.permission.ACCESS_COARSE_LOCATION"
    aput-object v2, v0, v1
    sput-object v0, Lma/chikaya/Portal;->PLACES:[Ljava/lang/String;
    new-array v0, v1, [Ljava/lang/String;
    const/4 v1, 0x0
    const-string v2, "android.permission.RECORD_AUDIO"
    aput-object v2, v0, v1
    sput-object v0, Lma/chikaya/Portal;->SOUNDS:[Ljava/lang/String;
    return-void
.end method

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

# ---- Beginning and end

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const-string v0, "layout"
    const-string v1, "portal"
    invoke-direct {p0, v0, v1}, Lma/chikaya/Portal;->number(Ljava/lang/String;Ljava/lang/String;)I
    move-result v0
    invoke-virtual {p0, v0}, Lma/chikaya/Portal;->setContentView(I)V
    const-string v0, "pages"
    invoke-direct {p0, v0}, Lma/chikaya/Portal;->part(Ljava/lang/String;)Landroid/view/View;
    move-result-object v0
    check-cast v0, Landroid/webkit/WebView;
    iput-object v0, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    invoke-static {v0}, Lma/chikaya/Portal;->set(Landroid/webkit/WebView;)V
    new-instance v1, Lma/chikaya/Pages;
    invoke-direct {v1, p0}, Lma/chikaya/Pages;-><init>(Lma/chikaya/Portal;)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebView;->setWebViewClient(Landroid/webkit/WebViewClient;)V
    new-instance v1, Lma/chikaya/Device;
    invoke-direct {v1, p0}, Lma/chikaya/Device;-><init>(Lma/chikaya/Portal;)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebView;->setWebChromeClient(Landroid/webkit/WebChromeClient;)V
    new-instance v1, Lma/chikaya/Saving;
    invoke-direct {v1, p0}, Lma/chikaya/Saving;-><init>(Lma/chikaya/Portal;)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebView;->setDownloadListener(Landroid/webkit/DownloadListener;)V
    if-eqz p1, :first
    # The phone ended the app meanwhile: the pages are as they were, or at least the last one is.
    invoke-virtual {v0, p1}, Landroid/webkit/WebView;->restoreState(Landroid/os/Bundle;)Landroid/webkit/WebBackForwardList;
    move-result-object v1
    if-nez v1, :done
    const-string v1, "last"
    invoke-virtual {p1, v1}, Landroid/os/Bundle;->getString(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v1
    invoke-static {p0, v1}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v2
    if-eqz v2, :start
    goto :open

    :first
    invoke-static {p0}, Lma/chikaya/Photos;->forget(Landroid/content/Context;)V
    invoke-virtual {p0}, Lma/chikaya/Portal;->getIntent()Landroid/content/Intent;
    move-result-object v1
    invoke-direct {p0, v1}, Lma/chikaya/Portal;->link(Landroid/content/Intent;)Ljava/lang/String;
    move-result-object v1
    if-nez v1, :open

    :start
    invoke-static {p0}, Lma/chikaya/Address;->start(Landroid/content/Context;)Ljava/lang/String;
    move-result-object v1

    :open
    invoke-virtual {v0, v1}, Landroid/webkit/WebView;->loadUrl(Ljava/lang/String;)V

    :done
    return-void
.end method

# set(pages): scripts and what pages keep; nothing of the phone's files, nothing that is not encrypted.
.method private static set(Landroid/webkit/WebView;)V
    .locals 3
    invoke-virtual {p0}, Landroid/webkit/WebView;->getSettings()Landroid/webkit/WebSettings;
    move-result-object v0
    const/4 v1, 0x1
    const/4 v2, 0x0
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setJavaScriptEnabled(Z)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setDomStorageEnabled(Z)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setDatabaseEnabled(Z)V
    invoke-virtual {v0, v2}, Landroid/webkit/WebSettings;->setAllowFileAccess(Z)V
    invoke-virtual {v0, v2}, Landroid/webkit/WebSettings;->setAllowContentAccess(Z)V
    invoke-virtual {v0, v2}, Landroid/webkit/WebSettings;->setAllowFileAccessFromFileURLs(Z)V
    invoke-virtual {v0, v2}, Landroid/webkit/WebSettings;->setAllowUniversalAccessFromFileURLs(Z)V
    # 1: nothing without TLS within a page.
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setMixedContentMode(I)V
    # The page says how wide it is, and two fingers enlarge it.
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setUseWideViewPort(Z)V
    invoke-virtual {v0, v1}, Landroid/webkit/WebSettings;->setBuiltInZoomControls(Z)V
    invoke-virtual {v0, v2}, Landroid/webkit/WebSettings;->setDisplayZoomControls(Z)V
    return-void
.end method

# A link was touched elsewhere while the app is open.
.method protected onNewIntent(Landroid/content/Intent;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onNewIntent(Landroid/content/Intent;)V
    invoke-direct {p0, p1}, Lma/chikaya/Portal;->link(Landroid/content/Intent;)Ljava/lang/String;
    move-result-object v0
    if-eqz v0, :done
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    iget-object v1, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v1, :done
    invoke-virtual {v1, v0}, Landroid/webkit/WebView;->loadUrl(Ljava/lang/String;)V

    :done
    return-void
.end method

# link(intent): the portal's address that it brings; any app can send one, so another address is none.
.method private link(Landroid/content/Intent;)Ljava/lang/String;
    .locals 2
    invoke-virtual {p1}, Landroid/content/Intent;->getDataString()Ljava/lang/String;
    move-result-object v0
    invoke-static {p0, v0}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-nez v1, :ours
    const/4 v0, 0x0

    :ours
    return-object v0
.end method

.method protected onSaveInstanceState(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onSaveInstanceState(Landroid/os/Bundle;)V
    iget-object v0, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v0, :gone
    invoke-virtual {v0, p1}, Landroid/webkit/WebView;->saveState(Landroid/os/Bundle;)Landroid/webkit/WebBackForwardList;
    return-void

    :gone
    const-string v0, "last"
    iget-object v1, p0, Lma/chikaya/Portal;->last:Ljava/lang/String;
    invoke-virtual {p1, v0, v1}, Landroid/os/Bundle;->putString(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method

# Cookies reach the disk before the phone may end the app.
.method protected onPause()V
    .locals 1
    invoke-super {p0}, Landroid/app/Activity;->onPause()V
    invoke-static {}, Landroid/webkit/CookieManager;->getInstance()Landroid/webkit/CookieManager;
    move-result-object v0
    invoke-virtual {v0}, Landroid/webkit/CookieManager;->flush()V
    return-void
.end method

.method protected onDestroy()V
    .locals 0
    invoke-direct {p0}, Lma/chikaya/Portal;->drop()V
    invoke-super {p0}, Landroid/app/Activity;->onDestroy()V
    return-void
.end method

# drop(): takes the pages out of the window, and ends them.
.method private drop()V
    .locals 3
    iget-object v0, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v0, :done
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    invoke-virtual {v0}, Landroid/webkit/WebView;->getUrl()Ljava/lang/String;
    move-result-object v1
    iput-object v1, p0, Lma/chikaya/Portal;->last:Ljava/lang/String;
    invoke-virtual {v0}, Landroid/webkit/WebView;->getParent()Landroid/view/ViewParent;
    move-result-object v1
    check-cast v1, Landroid/view/ViewGroup;
    if-eqz v1, :end
    invoke-virtual {v1, v0}, Landroid/view/ViewGroup;->removeView(Landroid/view/View;)V

    :end
    invoke-virtual {v0}, Landroid/webkit/WebView;->destroy()V

    :done
    return-void
.end method

# anew(): the window once more, at the page that was open.
.method anew()V
    .locals 0
    invoke-direct {p0}, Lma/chikaya/Portal;->drop()V
    invoke-virtual {p0}, Lma/chikaya/Portal;->recreate()V
    return-void
.end method

# ---- Pages that come and do not come

# Back: the page before; from the first one out of the app.
.method public onBackPressed()V
    .locals 2
    iget-object v0, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v0, :out
    invoke-virtual {v0}, Landroid/webkit/WebView;->canGoBack()Z
    move-result v1
    if-eqz v1, :out
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    invoke-virtual {v0}, Landroid/webkit/WebView;->goBack()V
    return-void

    :out
    invoke-super {p0}, Landroid/app/Activity;->onBackPressed()V
    return-void
.end method

# fail(address, title, text): says before the pages why this one is not there.
.method fail(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    .locals 3
    iput-object p1, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    const-string v0, "title"
    invoke-direct {p0, v0, p2}, Lma/chikaya/Portal;->tell(Ljava/lang/String;Ljava/lang/String;)V
    const-string v0, "text"
    invoke-direct {p0, v0, p3}, Lma/chikaya/Portal;->tell(Ljava/lang/String;Ljava/lang/String;)V
    # 0: seen.
    const/4 v2, 0x0
    const-string v0, "failed"
    invoke-direct {p0, v0}, Lma/chikaya/Portal;->part(Ljava/lang/String;)Landroid/view/View;
    move-result-object v0
    invoke-virtual {v0, v2}, Landroid/view/View;->setVisibility(I)V
    # 4: not seen and not read out, so that WebView's own page about it is not either.
    const/4 v2, 0x4
    iget-object v1, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v1, :done
    invoke-virtual {v1, v2}, Landroid/webkit/WebView;->setVisibility(I)V

    :done
    return-void
.end method

# arrived(address): a page of ours is there. WebView says so of its own page about a failure too, under the address that
# failed, before or after it tells of the failure.
.method arrived(Ljava/lang/String;)V
    .locals 3
    iget-object v0, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    if-eqz v0, :came
    invoke-virtual {v0, p1}, Ljava/lang/String;->equals(Ljava/lang/Object;)Z
    move-result v0
    if-nez v0, :done

    :came
    invoke-static {p0, p1}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v0
    if-eqz v0, :done
    const/4 v0, 0x0
    iput-object v0, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    # 8: not there; 0: seen.
    const/16 v1, 0x8
    const-string v0, "failed"
    invoke-direct {p0, v0}, Lma/chikaya/Portal;->part(Ljava/lang/String;)Landroid/view/View;
    move-result-object v0
    invoke-virtual {v0, v1}, Landroid/view/View;->setVisibility(I)V
    const/4 v1, 0x0
    iget-object v2, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v2, :done
    invoke-virtual {v2, v1}, Landroid/webkit/WebView;->setVisibility(I)V

    :done
    return-void
.end method

# again(button): "Try again", named by the layout.
.method public again(Landroid/view/View;)V
    .locals 2
    iget-object v0, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    invoke-static {p0, v0}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-nez v1, :known
    invoke-static {p0}, Lma/chikaya/Address;->start(Landroid/content/Context;)Ljava/lang/String;
    move-result-object v0

    :known
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->failed:Ljava/lang/String;
    iget-object v1, p0, Lma/chikaya/Portal;->pages:Landroid/webkit/WebView;
    if-eqz v1, :done
    invoke-virtual {v1, v0}, Landroid/webkit/WebView;->loadUrl(Ljava/lang/String;)V

    :done
    return-void
.end method

# hand(address): another app opens it.
.method hand(Ljava/lang/String;)V
    .locals 3
    invoke-static {p1}, Lma/chikaya/Address;->isHanded(Ljava/lang/String;)Z
    move-result v0
    if-eqz v0, :done
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.intent.action.VIEW"
    invoke-static {p1}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v2
    invoke-direct {v0, v1, v2}, Landroid/content/Intent;-><init>(Ljava/lang/String;Landroid/net/Uri;)V
    const-string v1, "android.intent.category.BROWSABLE"
    invoke-virtual {v0, v1}, Landroid/content/Intent;->addCategory(Ljava/lang/String;)Landroid/content/Intent;

    :begin
    invoke-virtual {p0, v0}, Lma/chikaya/Portal;->startActivity(Landroid/content/Intent;)V
    :end
    .catch Landroid/content/ActivityNotFoundException; {:begin .. :end} :nobody

    :done
    return-void

    :nobody
    move-exception v0
    const-string v0, "no_app"
    invoke-virtual {p0, v0}, Lma/chikaya/Portal;->say(Ljava/lang/String;)V
    return-void
.end method

# ---- Files

# camera(): a request to the camera app, with the file for its photo and the right to write this one.
.method camera()Landroid/content/Intent;
    .locals 4
    invoke-static {}, Lma/chikaya/Photos;->fresh()Landroid/net/Uri;
    move-result-object v0
    iput-object v0, p0, Lma/chikaya/Portal;->photo:Landroid/net/Uri;
    new-instance v1, Landroid/content/Intent;
    const-string v2, "android.media.action.IMAGE_CAPTURE"
    invoke-direct {v1, v2}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    const-string v2, "output"
    invoke-virtual {v1, v2, v0}, Landroid/content/Intent;->putExtra(Ljava/lang/String;Landroid/os/Parcelable;)Landroid/content/Intent;
    const-string v2, ""
    invoke-static {v2, v0}, Landroid/content/ClipData;->newRawUri(Ljava/lang/CharSequence;Landroid/net/Uri;)Landroid/content/ClipData;
    move-result-object v2
    invoke-virtual {v1, v2}, Landroid/content/Intent;->setClipData(Landroid/content/ClipData;)V
    # 1 and 2: reading and writing, for as long as the camera is open.
    const/4 v2, 0x3
    invoke-virtual {v1, v2}, Landroid/content/Intent;->addFlags(I)Landroid/content/Intent;
    return-object v1
.end method

.method protected onActivityResult(IILandroid/content/Intent;)V
    .locals 2
    invoke-super {p0, p1, p2, p3}, Landroid/app/Activity;->onActivityResult(IILandroid/content/Intent;)V
    sget v0, Lma/chikaya/Portal;->FILES:I
    if-ne p1, v0, :done
    const/4 v0, 0x0
    # -1: done, and not given up.
    const/4 v1, -0x1
    if-ne p2, v1, :tell
    invoke-direct {p0, p3}, Lma/chikaya/Portal;->files(Landroid/content/Intent;)[Landroid/net/Uri;
    move-result-object v0

    :tell
    invoke-virtual {p0, v0}, Lma/chikaya/Portal;->chosen([Landroid/net/Uri;)V

    :done
    return-void
.end method

# files(answer): what was chosen, or the photo; null for nothing.
.method private files(Landroid/content/Intent;)[Landroid/net/Uri;
    .locals 6
    new-instance v0, Ljava/util/ArrayList;
    invoke-direct {v0}, Ljava/util/ArrayList;-><init>()V
    if-eqz p1, :photo
    invoke-virtual {p1}, Landroid/content/Intent;->getClipData()Landroid/content/ClipData;
    move-result-object v1
    if-eqz v1, :one
    invoke-virtual {v1}, Landroid/content/ClipData;->getItemCount()I
    move-result v2
    const/4 v3, 0x0

    :next
    if-ge v3, v2, :photo
    invoke-virtual {v1, v3}, Landroid/content/ClipData;->getItemAt(I)Landroid/content/ClipData$Item;
    move-result-object v4
    invoke-virtual {v4}, Landroid/content/ClipData$Item;->getUri()Landroid/net/Uri;
    move-result-object v4
    invoke-static {v0, v4}, Lma/chikaya/Portal;->add(Ljava/util/ArrayList;Landroid/net/Uri;)V
    add-int/lit8 v3, v3, 0x1
    goto :next

    :one
    invoke-virtual {p1}, Landroid/content/Intent;->getData()Landroid/net/Uri;
    move-result-object v1
    invoke-static {v0, v1}, Lma/chikaya/Portal;->add(Ljava/util/ArrayList;Landroid/net/Uri;)V

    :photo
    invoke-virtual {v0}, Ljava/util/ArrayList;->isEmpty()Z
    move-result v1
    if-eqz v1, :all
    iget-object v1, p0, Lma/chikaya/Portal;->photo:Landroid/net/Uri;
    if-eqz v1, :all
    invoke-static {p0, v1}, Lma/chikaya/Photos;->file(Landroid/content/Context;Landroid/net/Uri;)Ljava/io/File;
    move-result-object v2
    invoke-virtual {v2}, Ljava/io/File;->length()J
    move-result-wide v2
    const-wide/16 v4, 0x0
    cmp-long v2, v2, v4
    if-eqz v2, :all
    invoke-static {v0, v1}, Lma/chikaya/Portal;->add(Ljava/util/ArrayList;Landroid/net/Uri;)V

    :all
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->photo:Landroid/net/Uri;
    invoke-virtual {v0}, Ljava/util/ArrayList;->size()I
    move-result v2
    if-eqz v2, :none
    new-array v1, v2, [Landroid/net/Uri;
    invoke-virtual {v0, v1}, Ljava/util/ArrayList;->toArray([Ljava/lang/Object;)[Ljava/lang/Object;

    :none
    return-object v1
.end method

# add(files, address): only what another app lends (content:). An app that answered file:///… could have the portal's own
# cookies sent as a file.
.method private static add(Ljava/util/ArrayList;Landroid/net/Uri;)V
    .locals 2
    if-eqz p1, :done
    const-string v0, "content"
    invoke-virtual {p1}, Landroid/net/Uri;->getScheme()Ljava/lang/String;
    move-result-object v1
    invoke-virtual {v0, v1}, Ljava/lang/String;->equals(Ljava/lang/Object;)Z
    move-result v0
    if-eqz v0, :done
    invoke-virtual {p0, p1}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z

    :done
    return-void
.end method

# chosen(files): answers the page that waits, if one does; null for nothing.
.method chosen([Landroid/net/Uri;)V
    .locals 2
    iget-object v0, p0, Lma/chikaya/Portal;->chosen:Landroid/webkit/ValueCallback;
    if-eqz v0, :done
    const/4 v1, 0x0
    iput-object v1, p0, Lma/chikaya/Portal;->chosen:Landroid/webkit/ValueCallback;
    invoke-interface {v0, p1}, Landroid/webkit/ValueCallback;->onReceiveValue(Ljava/lang/Object;)V

    :done
    return-void
.end method

# ---- Permissions

# ask(what, permissions): Android asks the person where it was not asked before. Before Android 6 it asked when the app
# was installed.
.method ask(I[Ljava/lang/String;)V
    .locals 2
    invoke-direct {p0, p2}, Lma/chikaya/Portal;->may([Ljava/lang/String;)Z
    move-result v0
    if-nez v0, :answered
    sget v0, Landroid/os/Build$VERSION;->SDK_INT:I
    const/16 v1, 0x17
    if-lt v0, v1, :answered
    invoke-virtual {p0, p2, p1}, Lma/chikaya/Portal;->requestPermissions([Ljava/lang/String;I)V
    return-void

    :answered
    invoke-direct {p0, p1}, Lma/chikaya/Portal;->answer(I)V
    return-void
.end method

# may(permissions): whether one of them is given. An approximate position is one too.
.method private may([Ljava/lang/String;)Z
    .locals 3
    array-length v0, p1
    const/4 v1, 0x0

    :next
    if-ge v1, v0, :no
    aget-object v2, p1, v1
    invoke-virtual {p0, v2}, Lma/chikaya/Portal;->checkCallingOrSelfPermission(Ljava/lang/String;)I
    move-result v2
    if-eqz v2, :yes
    add-int/lit8 v1, v1, 0x1
    goto :next

    :yes
    const/4 v0, 0x1
    return v0

    :no
    const/4 v0, 0x0
    return v0
.end method

.method public onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    .locals 0
    invoke-super {p0, p1, p2, p3}, Landroid/app/Activity;->onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    invoke-direct {p0, p1}, Lma/chikaya/Portal;->answer(I)V
    return-void
.end method

# answer(what): tells the page that waits whether it may. It is not remembered: each time what holds then is told.
.method private answer(I)V
    .locals 5
    const/4 v4, 0x0
    sget v0, Lma/chikaya/Portal;->PLACE:I
    if-ne p1, v0, :no_place
    iget-object v0, p0, Lma/chikaya/Portal;->place:Landroid/webkit/GeolocationPermissions$Callback;
    if-eqz v0, :done
    iput-object v4, p0, Lma/chikaya/Portal;->place:Landroid/webkit/GeolocationPermissions$Callback;
    sget-object v1, Lma/chikaya/Portal;->PLACES:[Ljava/lang/String;
    invoke-direct {p0, v1}, Lma/chikaya/Portal;->may([Ljava/lang/String;)Z
    move-result v1
    iget-object v2, p0, Lma/chikaya/Portal;->origin:Ljava/lang/String;
    const/4 v3, 0x0
    invoke-interface {v0, v2, v1, v3}, Landroid/webkit/GeolocationPermissions$Callback;->invoke(Ljava/lang/String;ZZ)V
    return-void

    :no_place
    sget v0, Lma/chikaya/Portal;->SOUND:I
    if-ne p1, v0, :done
    iget-object v0, p0, Lma/chikaya/Portal;->sound:Landroid/webkit/PermissionRequest;
    if-eqz v0, :done
    iput-object v4, p0, Lma/chikaya/Portal;->sound:Landroid/webkit/PermissionRequest;
    sget-object v1, Lma/chikaya/Portal;->SOUNDS:[Ljava/lang/String;
    invoke-direct {p0, v1}, Lma/chikaya/Portal;->may([Ljava/lang/String;)Z
    move-result v1
    if-eqz v1, :deny
    const/4 v1, 0x1
    new-array v1, v1, [Ljava/lang/String;
    const/4 v2, 0x0
    sget-object v3, Lma/chikaya/Portal;->SOUND_OF_PAGE:Ljava/lang/String;
    aput-object v3, v1, v2
    invoke-virtual {v0, v1}, Landroid/webkit/PermissionRequest;->grant([Ljava/lang/String;)V
    return-void

    :deny
    invoke-virtual {v0}, Landroid/webkit/PermissionRequest;->deny()V

    :done
    return-void
.end method

# ---- Small things

# say(name): a short word at the edge of the window.
.method say(Ljava/lang/String;)V
    .locals 2
    invoke-static {p0, p1}, Lma/chikaya/Address;->word(Landroid/content/Context;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    const/4 v1, 0x1
    invoke-static {p0, v0, v1}, Landroid/widget/Toast;->makeText(Landroid/content/Context;Ljava/lang/CharSequence;I)Landroid/widget/Toast;
    move-result-object v0
    invoke-virtual {v0}, Landroid/widget/Toast;->show()V
    return-void
.end method

# tell(part, name): puts a text into a part of the window.
.method private tell(Ljava/lang/String;Ljava/lang/String;)V
    .locals 2
    invoke-direct {p0, p1}, Lma/chikaya/Portal;->part(Ljava/lang/String;)Landroid/view/View;
    move-result-object v0
    check-cast v0, Landroid/widget/TextView;
    invoke-static {p0, p2}, Lma/chikaya/Address;->word(Landroid/content/Context;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v1
    invoke-virtual {v0, v1}, Landroid/widget/TextView;->setText(Ljava/lang/CharSequence;)V
    return-void
.end method

# part(name): a part of the window.
.method private part(Ljava/lang/String;)Landroid/view/View;
    .locals 1
    const-string v0, "id"
    invoke-direct {p0, v0, p1}, Lma/chikaya/Portal;->number(Ljava/lang/String;Ljava/lang/String;)I
    move-result v0
    invoke-virtual {p0, v0}, Lma/chikaya/Portal;->findViewById(I)Landroid/view/View;
    move-result-object v0
    return-object v0
.end method

# number(kind, name): the number of a resource.
.method private number(Ljava/lang/String;Ljava/lang/String;)I
    .locals 2
    invoke-virtual {p0}, Lma/chikaya/Portal;->getResources()Landroid/content/res/Resources;
    move-result-object v0
    const-string v1, "ma.chikaya"
    invoke-virtual {v0, p2, p1, v1}, Landroid/content/res/Resources;->getIdentifier(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)I
    move-result v0
    return v0
.end method
