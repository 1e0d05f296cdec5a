#!/usr/bin/env bash
# Guess: the library for receipt printers says when a printer has no Arabic or Tifinagh, and shapes what it prints.
# Instead: python-escpos sends "?" for each letter that the printer's profile lacks (all Arabic on an Epson TM-T88III, all
# Tifinagh everywhere) and raises nothing; with a profile that has Arabic (the default one by code page 720, POS-5890 by
# 1256) it sends one code for each letter, in the order of writing: joining and direction are left to the printer.
# Who meets it: a counter that gives receipts on a roll. A receipt must go to such a printer as a picture of the page,
# never as text, and the reference alone may be text.
. "$(dirname "$0")/lib.sh"
pypi python-escpos==3.1
cat >"$place/print.py" <<'P'
from escpos.printer import Dummy
for profile in ("default", "TM-T88III", "POS-5890"):
    for text in ("وصل 7168-7125", "ⵜⴰⵎⵏⴰⴹⵜ", "reçu"):
        printer = Dummy(profile=profile)
        printer.text(text)
        print(f"{profile}, {text}: {printer.output}")
P
"$python" "$place/print.py" >"$place/seen" 2>/dev/null
expect <<'S'
default, وصل 7168-7125: b'\x1bt \xed\xad\xe9 7168-7125'
default, ⵜⴰⵎⵏⴰⴹⵜ: b'\x1bt\x00???????'
default, reçu: b'\x1bt\x00re\x87u'
TM-T88III, وصل 7168-7125: b'\x1bt\x00??? 7168-7125'
TM-T88III, ⵜⴰⵎⵏⴰⴹⵜ: b'\x1bt\x00???????'
TM-T88III, reçu: b'\x1bt\x00re\x87u'
POS-5890, وصل 7168-7125: b'\x1bt\\\xe6\xd5\xe1 7168-7125'
POS-5890, ⵜⴰⵎⵏⴰⴹⵜ: b'\x1bt\x01???????'
POS-5890, reçu: b'\x1bt\x01re\x1bt\x02\x87u'
S
