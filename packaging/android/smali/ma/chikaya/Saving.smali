# Files that the portal sends to be kept: receipts, letters, attachments, tables.
.class final Lma/chikaya/Saving;
.super Ljava/lang/Object;
.implements Landroid/webkit/DownloadListener;

.field private final portal:Lma/chikaya/Portal;

.method constructor <init>(Lma/chikaya/Portal;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lma/chikaya/Saving;->portal:Lma/chikaya/Portal;
    return-void
.end method

# The phone's own downloads fetch the file, with the cookie that proves who asks; it is shown there and when it is done.
.method public onDownloadStart(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;J)V
    .locals 5
    iget-object v0, p0, Lma/chikaya/Saving;->portal:Lma/chikaya/Portal;
    # What a page made itself (blob:, data:) cannot be fetched, and the cookie goes to nobody else.
    invoke-static {v0, p1}, Lma/chikaya/Address;->isOurs(Landroid/content/Context;Ljava/lang/String;)Z
    move-result v1
    if-eqz v1, :failed

    :begin
    new-instance v1, Landroid/app/DownloadManager$Request;
    invoke-static {p1}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v2
    invoke-direct {v1, v2}, Landroid/app/DownloadManager$Request;-><init>(Landroid/net/Uri;)V
    invoke-virtual {v1, p4}, Landroid/app/DownloadManager$Request;->setMimeType(Ljava/lang/String;)Landroid/app/DownloadManager$Request;
    const-string v2, "User-Agent"
    invoke-virtual {v1, v2, p2}, Landroid/app/DownloadManager$Request;->addRequestHeader(Ljava/lang/String;Ljava/lang/String;)Landroid/app/DownloadManager$Request;
    invoke-static {}, Landroid/webkit/CookieManager;->getInstance()Landroid/webkit/CookieManager;
    move-result-object v2
    invoke-virtual {v2, p1}, Landroid/webkit/CookieManager;->getCookie(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v2
    if-eqz v2, :named
    const-string v3, "Cookie"
    invoke-virtual {v1, v3, v2}, Landroid/app/DownloadManager$Request;->addRequestHeader(Ljava/lang/String;Ljava/lang/String;)Landroid/app/DownloadManager$Request;

    :named
    invoke-static {p1, p3, p4}, Lma/chikaya/Saving;->name(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Landroid/app/DownloadManager$Request;->setTitle(Ljava/lang/CharSequence;)Landroid/app/DownloadManager$Request;
    # 1: shown while it comes and when it is there.
    const/4 v3, 0x1
    invoke-virtual {v1, v3}, Landroid/app/DownloadManager$Request;->setNotificationVisibility(I)Landroid/app/DownloadManager$Request;
    # From Android 10 on into the folder that everybody knows; before, that would need a permission for all files, so it
    # is the app's own folder, opened from the notice or from the phone's list of downloads.
    const-string v3, "Download"
    sget v4, Landroid/os/Build$VERSION;->SDK_INT:I
    const/16 p2, 0x1d
    if-lt v4, p2, :own
    invoke-virtual {v1, v3, v2}, Landroid/app/DownloadManager$Request;->setDestinationInExternalPublicDir(Ljava/lang/String;Ljava/lang/String;)Landroid/app/DownloadManager$Request;
    goto :placed

    :own
    invoke-virtual {v1, v0, v3, v2}, Landroid/app/DownloadManager$Request;->setDestinationInExternalFilesDir(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;)Landroid/app/DownloadManager$Request;

    :placed
    const-string v2, "download"
    invoke-virtual {v0, v2}, Lma/chikaya/Portal;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v2
    check-cast v2, Landroid/app/DownloadManager;
    invoke-virtual {v2, v1}, Landroid/app/DownloadManager;->enqueue(Landroid/app/DownloadManager$Request;)J
    :end
    .catch Ljava/lang/RuntimeException; {:begin .. :end} :broken
    const-string v1, "saving"
    invoke-virtual {v0, v1}, Lma/chikaya/Portal;->say(Ljava/lang/String;)V
    return-void

    # No room, no card, or the phone's downloads are switched off.
    :broken
    move-exception v1

    :failed
    const-string v1, "not_saved"
    invoke-virtual {v0, v1}, Lma/chikaya/Portal;->say(Ljava/lang/String;)V
    return-void
.end method

# name(address, disposition, type): what the file is called. Android of today reads no name of RFC 6266 in UTF-8, and the
# portal sends no other. A name that people gave is kept within one folder and a length that file systems take.
.method private static name(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
    .locals 3
    if-eqz p1, :guess
    const-string v0, "filename*=UTF-8\'\'"
    invoke-virtual {p1, v0}, Ljava/lang/String;->indexOf(Ljava/lang/String;)I
    move-result v1
    if-ltz v1, :guess
    invoke-virtual {v0}, Ljava/lang/String;->length()I
    move-result v2
    add-int/2addr v1, v2
    invoke-virtual {p1, v1}, Ljava/lang/String;->substring(I)Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Landroid/net/Uri;->decode(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    goto :clean

    :guess
    invoke-static {p0, p1, p2}, Landroid/webkit/URLUtil;->guessFileName(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0

    :clean
    const-string v1, "[\\\\/:*?\"<>|\\p{Cntrl}]"
    const-string v2, "_"
    invoke-virtual {v0, v1, v2}, Ljava/lang/String;->replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    const-string v1, "^[. ]+"
    invoke-virtual {v0, v1, v2}, Ljava/lang/String;->replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    # The last 80 letters: its ending says what it is.
    invoke-virtual {v0}, Ljava/lang/String;->length()I
    move-result v1
    add-int/lit8 v1, v1, -0x50
    if-lez v1, :done
    invoke-virtual {v0, v1}, Ljava/lang/String;->substring(I)Ljava/lang/String;
    move-result-object v0

    :done
    return-object v0
.end method
