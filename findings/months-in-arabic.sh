#!/usr/bin/env bash
# Guess: a date reader with Arabic reads the months that Morocco writes; one that knows no Tamazight does not read
# Tifinagh.
# Instead: dateparser reads all twelve Tifinagh months, and of the Arabic ones not يوليوز، غشت، شتنبر، نونبر، دجنبر
# (with the language given, not even ماي): five months of twelve come back as nothing. Next to a French "à" and
# an hour it reads 03/04 as 3 April, and alone as 4 March.
# Who meets it: an administration that takes over an old register or reads dates out of letters. The portal reads
# months by its own table, in all four languages, and asks for the order of day and month instead of guessing it.
. "$(dirname "$0")/lib.sh"
pypi dateparser==1.5.0
cat >"$place/read.py" <<'P'
import dateparser
arabic = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split()
tifinagh = "ⵉⵏⵏⴰⵢⵔ ⴱⵕⴰⵢⵕ ⵎⴰⵕⵚ ⵉⴱⵔⵉⵔ ⵎⴰⵢⵢⵓ ⵢⵓⵏⵢⵓ ⵢⵓⵍⵢⵓⵣ ⵖⵓⵛⵜ ⵛⵓⵜⴰⵏⴱⵉⵔ ⴽⵜⵓⴱⵔ ⵏⵓⵡⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵏⴱⵉⵔ".split()
def unread(months, **given):
    read = [dateparser.parse(f"15 {month} 2026", **given) for month in months]
    assert all(date is None or date.month == place for place, date in enumerate(read, 1))
    return [place for place, date in enumerate(read, 1) if date is None]
print("Arabic, language guessed, unread:", unread(arabic))
print("Arabic, language given, unread:", unread(arabic, languages=["ar"]))
print("Tifinagh, unread:", unread(tifinagh))
for text in ("03/04/2026", "03/04/2026 à 14h30"):
    print(text, "->", dateparser.parse(text).date())
P
"$python" "$place/read.py" >"$place/seen" 2>/dev/null
expect <<'S'
Arabic, language guessed, unread: [7, 8, 9, 11, 12]
Arabic, language given, unread: [5, 7, 8, 9, 11, 12]
Tifinagh, unread: []
03/04/2026 -> 2026-03-04
03/04/2026 à 14h30 -> 2026-04-03
S
