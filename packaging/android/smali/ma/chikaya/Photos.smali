# Lends the camera app an empty file for each photo, under content://ma.chikaya.photos/NUMBER.jpg. The files lie in the
# app's own cache, come into no gallery, and are gone when the app is started the next time.
.class public final Lma/chikaya/Photos;
.super Landroid/content/ContentProvider;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/content/ContentProvider;-><init>()V
    return-void
.end method

# folder(context): where photos lie, made when missing.
.method private static folder(Landroid/content/Context;)Ljava/io/File;
    .locals 3
    new-instance v0, Ljava/io/File;
    invoke-virtual {p0}, Landroid/content/Context;->getCacheDir()Ljava/io/File;
    move-result-object v1
    const-string v2, "photos"
    invoke-direct {v0, v1, v2}, Ljava/io/File;-><init>(Ljava/io/File;Ljava/lang/String;)V
    invoke-virtual {v0}, Ljava/io/File;->mkdirs()Z
    return-object v0
.end method

# fresh(): the address of a file that is not there yet, named by the moment.
.method static fresh()Landroid/net/Uri;
    .locals 3
    new-instance v0, Ljava/lang/StringBuilder;
    const-string v1, "content://ma.chikaya.photos/"
    invoke-direct {v0, v1}, Ljava/lang/StringBuilder;-><init>(Ljava/lang/String;)V
    invoke-static {}, Ljava/lang/System;->currentTimeMillis()J
    move-result-wide v1
    invoke-virtual {v0, v1, v2}, Ljava/lang/StringBuilder;->append(J)Ljava/lang/StringBuilder;
    const-string v1, ".jpg"
    invoke-virtual {v0, v1}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-virtual {v0}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v0
    return-object v0
.end method

# file(context, address): the file of an address; none where it is not named as `fresh` names.
.method static file(Landroid/content/Context;Landroid/net/Uri;)Ljava/io/File;
    .locals 3
    invoke-virtual {p1}, Landroid/net/Uri;->getLastPathSegment()Ljava/lang/String;
    move-result-object v0
    if-eqz v0, :none
    const-string v1, "[0-9]{1,20}\\.jpg"
    invoke-virtual {v0, v1}, Ljava/lang/String;->matches(Ljava/lang/String;)Z
    move-result v1
    if-eqz v1, :none
    new-instance v1, Ljava/io/File;
    invoke-static {p0}, Lma/chikaya/Photos;->folder(Landroid/content/Context;)Ljava/io/File;
    move-result-object v2
    invoke-direct {v1, v2, v0}, Ljava/io/File;-><init>(Ljava/io/File;Ljava/lang/String;)V
    return-object v1

    :none
    const/4 v0, 0x0
    return-object v0
.end method

# forget(context): deletes the photos of earlier times.
.method static forget(Landroid/content/Context;)V
    .locals 4
    invoke-static {p0}, Lma/chikaya/Photos;->folder(Landroid/content/Context;)Ljava/io/File;
    move-result-object v0
    invoke-virtual {v0}, Ljava/io/File;->listFiles()[Ljava/io/File;
    move-result-object v0
    if-eqz v0, :done
    array-length v1, v0
    const/4 v2, 0x0

    :next
    if-ge v2, v1, :done
    aget-object v3, v0, v2
    invoke-virtual {v3}, Ljava/io/File;->delete()Z
    add-int/lit8 v2, v2, 0x1
    goto :next

    :done
    return-void
.end method

.method public onCreate()Z
    .locals 1
    const/4 v0, 0x1
    return v0
.end method

.method public getType(Landroid/net/Uri;)Ljava/lang/String;
    .locals 1
    const-string v0, "image/jpeg"
    return-object v0
.end method

.method public openFile(Landroid/net/Uri;Ljava/lang/String;)Landroid/os/ParcelFileDescriptor;
    .locals 2
    .annotation system Ldalvik/annotation/Throws;
        value = {
            Ljava/io/FileNotFoundException;
        }
    .end annotation
    invoke-virtual {p0}, Lma/chikaya/Photos;->getContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0, p1}, Lma/chikaya/Photos;->file(Landroid/content/Context;Landroid/net/Uri;)Ljava/io/File;
    move-result-object v0
    if-eqz v0, :none
    invoke-static {p2}, Landroid/os/ParcelFileDescriptor;->parseMode(Ljava/lang/String;)I
    move-result v1
    invoke-static {v0, v1}, Landroid/os/ParcelFileDescriptor;->open(Ljava/io/File;I)Landroid/os/ParcelFileDescriptor;
    move-result-object v0
    return-object v0

    :none
    new-instance v0, Ljava/io/FileNotFoundException;
    invoke-direct {v0}, Ljava/io/FileNotFoundException;-><init>()V
    throw v0
.end method

# Name and size, as WebView asks for them before it sends a file.
.method public query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    .locals 6
    const/4 v0, 0x2
    new-array v1, v0, [Ljava/lang/String;
    const/4 v2, 0x0
    const-string v3, "_display_name"
    aput-object v3, v1, v2
    const/4 v4, 0x1
    const-string v3, "_size"
    aput-object v3, v1, v4
    new-instance v3, Landroid/database/MatrixCursor;
    invoke-direct {v3, v1}, Landroid/database/MatrixCursor;-><init>([Ljava/lang/String;)V
    invoke-virtual {p0}, Lma/chikaya/Photos;->getContext()Landroid/content/Context;
    move-result-object v5
    invoke-static {v5, p1}, Lma/chikaya/Photos;->file(Landroid/content/Context;Landroid/net/Uri;)Ljava/io/File;
    move-result-object v5
    if-eqz v5, :done
    new-array v0, v0, [Ljava/lang/Object;
    invoke-virtual {v5}, Ljava/io/File;->getName()Ljava/lang/String;
    move-result-object v1
    aput-object v1, v0, v2
    invoke-virtual {v5}, Ljava/io/File;->length()J
    move-result-wide v1
    invoke-static {v1, v2}, Ljava/lang/Long;->valueOf(J)Ljava/lang/Long;
    move-result-object v1
    aput-object v1, v0, v4
    invoke-virtual {v3, v0}, Landroid/database/MatrixCursor;->addRow([Ljava/lang/Object;)V

    :done
    return-object v3
.end method

# Nothing is put in, changed or deleted from outside.
.method public insert(Landroid/net/Uri;Landroid/content/ContentValues;)Landroid/net/Uri;
    .locals 1
    const/4 v0, 0x0
    return-object v0
.end method

.method public update(Landroid/net/Uri;Landroid/content/ContentValues;Ljava/lang/String;[Ljava/lang/String;)I
    .locals 1
    const/4 v0, 0x0
    return v0
.end method

.method public delete(Landroid/net/Uri;Ljava/lang/String;[Ljava/lang/String;)I
    .locals 1
    const/4 v0, 0x0
    return v0
.end method
