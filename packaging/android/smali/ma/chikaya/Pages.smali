# What happens to an address that is about to be opened, and to a page that came or did not come.
#
# The old forms of these methods are enough: where a phone calls a newer one, Android's own hands on to the old one, for
# the page itself and not for its pictures.
.class final Lma/chikaya/Pages;
.super Landroid/webkit/WebViewClient;

.field private final portal:Lma/chikaya/Portal;

.method constructor <init>(Lma/chikaya/Portal;)V
    .locals 0
    invoke-direct {p0}, Landroid/webkit/WebViewClient;-><init>()V
    iput-object p1, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    return-void
.end method

# The portal's addresses are opened here, all others by the phone.
.method public shouldOverrideUrlLoading(Landroid/webkit/WebView;Ljava/lang/String;)Z
    .locals 2
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    invoke-static {v0, p2}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-eqz v1, :other
    const/4 v0, 0x0
    return v0

    :other
    invoke-virtual {v0, p2}, Lma/chikaya/Portal;->hand(Ljava/lang/String;)V
    const/4 v0, 0x1
    return v0
.end method

# No network, no such host, no answer.
.method public onReceivedError(Landroid/webkit/WebView;ILjava/lang/String;Ljava/lang/String;)V
    .locals 3
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    const-string v1, "offline_title"
    const-string v2, "offline_text"
    invoke-virtual {v0, p4, v1, v2}, Lma/chikaya/Portal;->fail(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method

# A certificate that does not prove the portal: never passed over. Often the phone's clock is wrong, or a network wants a
# sign-in of its own first.
.method public onReceivedSslError(Landroid/webkit/WebView;Landroid/webkit/SslErrorHandler;Landroid/net/http/SslError;)V
    .locals 4
    invoke-virtual {p2}, Landroid/webkit/SslErrorHandler;->cancel()V
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    invoke-virtual {p3}, Landroid/net/http/SslError;->getUrl()Ljava/lang/String;
    move-result-object v1
    const-string v2, "unsafe_title"
    const-string v3, "unsafe_text"
    invoke-virtual {v0, v1, v2, v3}, Lma/chikaya/Portal;->fail(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method

# The page begins to be seen (from Android 6 on).
.method public onPageCommitVisible(Landroid/webkit/WebView;Ljava/lang/String;)V
    .locals 1
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    invoke-virtual {v0, p2}, Lma/chikaya/Portal;->arrived(Ljava/lang/String;)V
    return-void
.end method

.method public onPageFinished(Landroid/webkit/WebView;Ljava/lang/String;)V
    .locals 1
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    invoke-virtual {v0, p2}, Lma/chikaya/Portal;->arrived(Ljava/lang/String;)V
    return-void
.end method

# The phone took the memory of the pages away (from Android 8 on): the window is made anew instead of ending the app.
.method public onRenderProcessGone(Landroid/webkit/WebView;Landroid/webkit/RenderProcessGoneDetail;)Z
    .locals 1
    iget-object v0, p0, Lma/chikaya/Pages;->portal:Lma/chikaya/Portal;
    invoke-virtual {v0}, Lma/chikaya/Portal;->anew()V
    const/4 v0, 0x1
    return v0
.end method
