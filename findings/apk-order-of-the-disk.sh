#!/usr/bin/env bash
# Guess: apktool makes the same package of the same tree, but for the times in it.
# Instead: it takes files in the order in which the disk lists them. Copied in another order onto a disk in memory, the
# same tree gives an archive in another order, and another classes.dex: same size, same classes, same code, other bytes.
# Who meets it: whoever wants to show that a package holds what its source says, by building it once more elsewhere.
# `cargo xtask app` assembles classes in the order of their names (smali of Debian, one job) and writes the archive anew.
. "$(dirname "$0")/lib.sh"
debian apktool libsmali-java aapt android-framework-res default-jdk-headless unzip
disk=$(mktemp -d /dev/shm/finding.XXXXXX)
ends+=("rm -rf $disk")
mkdir -p "$place/tree/smali/a" "$place/tree/res/values"
cat >"$place/tree/AndroidManifest.xml" <<'S'
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="a.example"><application android:label="@string/one" /></manifest>
S
printf '%s\n' '!!brut.androlib.meta.MetaInfo' 'apkFileName: a.apk' 'usesFramework:' '  ids:' '  - 1' 'version: 2.7.0' >"$place/tree/apktool.yml"
for name in one two; do
  echo "<resources><string name=\"$name\">$name</string></resources>" >"$place/tree/res/values/$name.xml"
done
# Methods that take other things each: what a method takes is one of the lists whose order differs.
for name in A:I B:J C:D; do
  takes=${name#*:} name=${name%%:*}
  {
    printf '.class public La/%s;\n.super Ljava/lang/Object;\n' "$name"
    for count in $(seq 30); do
      printf '.method public static say(%s)V\n    .locals 0\n    return-void\n.end method\n' \
        "$(printf "$takes%.0s" $(seq "$count"))"
    done
  } >"$place/tree/smali/a/$name.smali"
done
for way in forwards backwards; do
  files=$(cd "$place/tree" && find . -type f | sort)
  [ $way = backwards ] && files=$(tac <<<"$files")
  for file in $files; do
    mkdir -p "$disk/$way/$(dirname "$file")"
    cp "$place/tree/$file" "$disk/$way/$file"
  done
  apktool build --frame-path "$place/frame" --output "$place/$way.apk" "$disk/$way" >"$place/$way.log" 2>&1
  unzip -q -d "$place/$way" "$place/$way.apk"
  (cd "$disk/$way/smali" && java -jar /usr/share/java/smali.jar assemble --jobs 1 --output "$place/$way/by-name.dex" \
    $(find . -name '*.smali' | sort))
done
same() { cmp -s "$1" "$2" && echo same || echo different; }
size() { stat -c %s "$1"; }
{
  echo "resources.arsc: $(same "$place"/{forwards,backwards}/resources.arsc)"
  echo "classes.dex: $(same "$place"/{forwards,backwards}/classes.dex), sizes $([ "$(size "$place/forwards/classes.dex")" = "$(size "$place/backwards/classes.dex")" ] && echo equal)"
  echo "classes in the order of their names: $(same "$place"/{forwards,backwards}/by-name.dex)"
} >"$place/seen"
expect <<'S'
resources.arsc: same
classes.dex: different, sizes equal
classes in the order of their names: same
S
