#!/usr/bin/env bash
# Guess: NFKC opens every Arabic sign that stands for words, and no sign that stands for less than a letter becomes
# more than one.
# Instead: ﷺ opens into four words, eighteen letters, but ﷽, with which letters often begin, stays
# one sign, and so do U+FD40 to U+FD4F and U+FDFE; the isolated vowel signs of old fonts (U+FE70 to U+FE7E, and with
# shadda U+FC5E to U+FC63) open into a space and the vowel, which cuts the word they stand in. The same in Python and
# JavaScript; Debian's Noto fonts for Arabic have ﷽ and ﷺ, and not U+FD40.
# Who meets it: people who begin with ﷽, or copy a text out of an old PDF. A title must not be ﷽ alone, and the
# space of an opened vowel must go; limits are counted on what was typed, not on what was opened.
. "$(dirname "$0")/lib.sh"
debian fonts-noto-core fontconfig
npm_packages
cat >"$place/open.py" <<'P'
import unicodedata
opened = lambda sign: unicodedata.normalize("NFKC", sign)
for sign in "\ufdfa\ufdf2\ufdfb":
    print(f"U+{ord(sign):04X} opens: signs {len(opened(sign))}, words {len(opened(sign).split())}")
for code in (0xFDFD, 0xFDFE, *range(0xFD40, 0xFD50)):
    assert opened(chr(code)) == chr(code)
print("U+FDFD, U+FDFE, U+FD40 to U+FD4F stay")
spaces = [code for code in (*range(0xFC5E, 0xFC64), *range(0xFE70, 0xFE80)) if opened(chr(code)).startswith(" ")]
print("open with a space first:", *(f"{code:04X}" for code in spaces))
print("words of one word:", len(opened("مح\ufe76مد").split()))
P
python3 "$place/open.py" >"$place/seen"
node -e '
for (const sign of "\ufdfd\ufd40\ufdfe") if (sign.normalize("NFKC") !== sign) throw sign;
console.log("JavaScript:", JSON.stringify("\ufe76".normalize("NFKC")[0]));' >>"$place/seen"
for code in fdfd fdfa fd40; do
  echo "U+${code^^}: $(fc-list ":charset=$code" family | grep -c '^Noto.*Arabic' || true) Noto fonts for Arabic"
done >>"$place/seen"
expect <<'S'
U+FDFA opens: signs 18, words 4
U+FDF2 opens: signs 4, words 1
U+FDFB opens: signs 8, words 2
U+FDFD, U+FDFE, U+FD40 to U+FD4F stay
open with a space first: FC5E FC5F FC60 FC61 FC62 FC63 FE70 FE72 FE74 FE76 FE78 FE7A FE7C FE7E
words of one word: 2
JavaScript: " "
U+FDFD: 2 Noto fonts for Arabic
U+FDFA: 2 Noto fonts for Arabic
U+FD40: 0 Noto fonts for Arabic
S
