#!/usr/bin/env bash
# Guess: a screen reader's free voice (eSpeak NG speaks in Orca and NVDA) has a Berber voice, or passes over signs it
# does not know.
# Instead: it has none, and spells each Tifinagh letter by its code, in whatever voice speaks: "lettre deux d trois
# zéro" for ⴰ, five words for one letter. The French voice says Arabic letters one by one, by English names; ﷺ is
# spelled by its code in Arabic too. A reference of two groups is said as two numbers of thousands.
# Who meets it: blind people on Tamazight pages, and everyone who hears mixed text without language marks. Pieces in
# another language must carry lang; what must be understood in Tamazight by ear needs a recording.
. "$(dirname "$0")/lib.sh"
debian espeak-ng
{
  echo "Berber voices: $(espeak-ng --voices | grep -ciE 'berber|amazigh|tamazight|kabyle|(^| )(zgh|ber|tzm|shi|kab)( |$)' || true)"
  for voice in fr ar; do
    echo "$voice, ⴰ: $(espeak-ng -q -x -v "$voice" 'ⴰ')"
    echo "$voice, ⴰⵣⵓⵍ, pieces said: $(espeak-ng -q -x -v "$voice" 'ⴰⵣⵓⵍ' | tr -cd _ | wc -c)"
  done
  echo "fr, قف: $(espeak-ng -q -x -v fr 'قف')"
  echo "ar, ﷺ: $(espeak-ng -q -x -v ar 'ﷺ')"
  echo "fr, 7168-7125: $(espeak-ng -q -x -v fr '7168-7125')"
} | tr -s ' ' >"$place/seen" 2>/dev/null
expect <<'S'
Berber voices: 0
fr, ⴰ: l'Etr_|d'Y_|d'e_|trw'a_|zer'o_:
fr, ⴰⵣⵓⵍ, pieces said: 20
ar, ⴰ: l'et@_|?iTn'a:n_|d'i:_|Tal'a:Ta_|'s[-ifR_:
ar, ⴰⵣⵓⵍ, pieces said: 20
fr, قف: _:(en)'ar@bIk_:q'a:f _:'ar@bIk_:f'a(fr)
ar, ﷺ: l'et@_|'ef_|d'i:_|'ef_|'e:j_:
fr, 7168-7125: sEt mil sA~ swasA~t_|y'i sEt mil sA~ vE~ts'E~k
S
