#!/usr/bin/env bash
# Guess: dir="auto" on a field of an Arabic page is right-to-left until somebody writes Latin letters.
# Instead: in Chromium an empty field with dir="auto" is left-to-right whatever the page is: the Arabic placeholder and
# the caret stand on the left until the first Arabic letter. Without dir and with the style unicode-bidi: plaintext
# the empty field keeps to the side of its page, and words go where their own first letter says.
# Who meets it: everyone who begins to write in Arabic. Fields for prose must carry no dir, and
# this style.
. "$(dirname "$0")/lib.sh"
debian chromium chromium-driver fonts-noto-core
pypi selenium==4.38.0 pillow==13.0.0
cp "$(dirname "$0")/browser.py" "$place"
cat >"$place/try.py" <<'P'
import io
from PIL import Image, ImageChops
from browser import chromium, element, serve

base = serve(lambda *_: (200, {}, '''<!doctype html><html lang="ar" dir="rtl"><title>t</title><style>
textarea { font: 24px sans-serif; width: 400px; height: 80px; border: 0; resize: none; background: white; color: black }
textarea::placeholder { color: black } .plaintext { unicode-bidi: plaintext }</style>
<textarea id="auto" dir="auto" placeholder="اكتبوا"></textarea>
<textarea id="plaintext" class="plaintext" placeholder="اكتبوا"></textarea>'''))

def side(field):
    """Which half of the field holds the ink."""
    shown = Image.open(io.BytesIO(field.screenshot_as_png)).convert("L")
    left, _, right, _ = ImageChops.invert(shown).getbbox()
    return "left" if left + right < shown.width else "right"

driver = chromium()
try:
    driver.get(base)
    for words in ("", "ماء", "bonjour"):
        for name in ("auto", "plaintext"):
            field = element(driver, name)
            driver.execute_script("arguments[0].value = arguments[1]", field, words)
            direction = driver.execute_script("return getComputedStyle(arguments[0]).direction", field)
            print(f"{name}, {words or 'empty'}: direction {direction}, ink on the {side(field)}")
finally:
    driver.quit()
P
"$python" "$place/try.py" >"$place/seen" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
expect <<'S'
auto, empty: direction ltr, ink on the left
plaintext, empty: direction rtl, ink on the right
auto, ماء: direction rtl, ink on the right
plaintext, ماء: direction rtl, ink on the right
auto, bonjour: direction ltr, ink on the left
plaintext, bonjour: direction rtl, ink on the left
S
