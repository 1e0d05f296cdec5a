#!/usr/bin/env bash
# Guess: in an Arabic page, or at least in an Arabic browser, a number field takes ١٢, and where it does not it says so.
# Instead: Chromium drops Arabic digits as they are typed, in French and in Arabic alike: the field is empty and
# counts as valid, so that an optional field is sent empty without a word. A decimal comma is kept in a French
# browser and dropped in an Arabic one: 12,5 is sent as 125. The language of the page does not matter.
# Who meets it: filers with an Arabic keyboard and amounts or counts to give. Numbers are asked for in text fields
# with inputmode="numeric", and read by the server in all digits and with both decimal signs.
. "$(dirname "$0")/lib.sh"
debian chromium chromium-driver chromium-l10n
pypi selenium==4.38.0
cp "$(dirname "$0")/browser.py" "$place"
cat >"$place/try.py" <<'P'
import os, sys
from browser import chromium, element, serve

base = serve(lambda *_: (200, {}, '<!doctype html><html lang="ar" dir="rtl"><title>t</title>'
                                  '<input type="number" step="any" id="number">'))
os.environ["LANGUAGE"] = sys.argv[1]
driver = chromium(f"--lang={sys.argv[1]}")
try:
    driver.get(base)
    print("browser in", driver.execute_script("return new Intl.DateTimeFormat().resolvedOptions().locale"))
    for typed in ("١٢", "12,5", "12.5"):
        element(driver, "number").clear()
        element(driver, "number").send_keys(typed)
        value, valid = driver.execute_script("return [number.value, number.checkValidity()]")
        print(f"{typed}: {value!r}, {'valid' if valid else 'refused'}")
finally:
    driver.quit()
P
for language in fr ar; do
  "$python" "$place/try.py" "$language" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
done >"$place/seen"
expect <<'S'
browser in fr
١٢: '', valid
12,5: '12.5', valid
12.5: '12.5', valid
browser in ar
١٢: '', valid
12,5: '125', valid
12.5: '12.5', valid
S
