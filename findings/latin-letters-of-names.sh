#!/usr/bin/env bash
# Guess: the usual libraries write any name in plain Latin letters, so that codes and file names can be made of them.
# Instead: Morocco's letter for g, ڭ, is read as the ng of another language, so ڭلميم (Guelmim) becomes nglmym;
# Tifinagh becomes nothing at all in four of five; different words share one code (حي and هي, with small letters);
# and where a sign is unknown, npm slugify drops it out of the middle of a word (Aẓru: Aru).
# Who meets it: administrations whose subjects and bodies have Arabic or Tamazight names, when a register is
# imported. Codes are given, or made from the Latin name in the country's data, never from a library's letters; two
# values that would share a code are named.
. "$(dirname "$0")/lib.sh"
pypi Unidecode==1.4.0 anyascii==0.3.3
npm_packages slugify@1.6.9 transliteration@2.6.1 @sindresorhus/slugify@3.0.1
cat >"$place/write.py" <<'P'
import sys
from anyascii import anyascii
from unidecode import unidecode
for word in sys.argv[1:]:
    print(word, "Unidecode", repr(unidecode(word).lower()), "anyascii", repr(anyascii(word).lower()))
P
cat >"$place/write.mjs" <<'P'
import plain from "slugify";
import { slugify } from "transliteration";
import sindre from "@sindresorhus/slugify";
for (const word of process.argv.slice(2))
  console.log(word, "slugify", JSON.stringify(plain(word)), "transliteration", JSON.stringify(slugify(word)),
    "@sindresorhus", JSON.stringify(sindre(word)));
P
words=(ڭلميم حي هي ⵜⴰⵎⵏⴰⴹⵜ Aẓru)
{ "$python" "$place/write.py" "${words[@]}"; node "$place/write.mjs" "${words[@]}"; } >"$place/seen"
expect <<'S'
ڭلميم Unidecode 'nglmym' anyascii 'nglmym'
حي Unidecode 'hy' anyascii 'hy'
هي Unidecode 'hy' anyascii 'hy'
ⵜⴰⵎⵏⴰⴹⵜ Unidecode '' anyascii 'tamnadt'
Aẓru Unidecode 'azru' anyascii 'azru'
ڭلميم slugify "lmym" transliteration "nglmym" @sindresorhus "lmym"
حي slugify "hy" transliteration "hy" @sindresorhus "hy"
هي slugify "hy" transliteration "hy" @sindresorhus "hy"
ⵜⴰⵎⵏⴰⴹⵜ slugify "" transliteration "" @sindresorhus ""
Aẓru slugify "Aru" transliteration "azru" @sindresorhus "azru"
S
