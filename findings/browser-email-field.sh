#!/usr/bin/env bash
# Guess: a field of type email sends what was typed and leaves judging it to the server, which strips direction
# marks and keeps an Arabic domain as the person knows it.
# Instead: Chromium refuses an address that was pasted with a direction mark before anything is sent, and turns an
# Arabic domain into xn--… in the value, which is what comes back into the page beside an error.
# Who meets it: people who paste an address out of an Arabic document or a chat; people at .المغرب. The portal asks
# with type="text" inputmode="email" autocomplete="email", or says novalidate, and shows domains in their own
# letters; both forms of one address are equal.
. "$(dirname "$0")/lib.sh"
debian chromium chromium-driver
pypi selenium==4.38.0
cp "$(dirname "$0")/browser.py" "$place"
cat >"$place/try.py" <<'P'
from browser import chromium, element, serve

base = serve(lambda *_: (200, {}, '<!doctype html><html lang="ar" dir="rtl"><title>t</title>'
                                  '<input type="email" id="asked"><input type="text" inputmode="email" id="plain">'))
driver = chromium()
try:
    driver.get(base)
    for field in ("asked", "plain"):
        for typed in ("aicha@example.org", "aicha@example.org\u200f", "\u202aaicha@example.org\u202c", "aicha@مثال.المغرب"):
            element(driver, field).clear()
            element(driver, field).send_keys(typed)
            value, valid = driver.execute_script(f"return [{field}.value, {field}.checkValidity()]")
            print(field, ascii(typed), "->", ascii(value), "valid" if valid else "refused")
finally:
    driver.quit()
P
"$python" "$place/try.py" >"$place/seen" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
expect <<'S'
asked 'aicha@example.org' -> 'aicha@example.org' valid
asked 'aicha@example.org\u200f' -> 'aicha@example.org\u200f' refused
asked '\u202aaicha@example.org\u202c' -> '\u202aaicha@example.org\u202c' refused
asked 'aicha@\u0645\u062b\u0627\u0644.\u0627\u0644\u0645\u063a\u0631\u0628' -> 'aicha@xn--mgbh0fb.xn--mgbc0a9azcg' valid
plain 'aicha@example.org' -> 'aicha@example.org' valid
plain 'aicha@example.org\u200f' -> 'aicha@example.org\u200f' valid
plain '\u202aaicha@example.org\u202c' -> '\u202aaicha@example.org\u202c' valid
plain 'aicha@\u0645\u062b\u0627\u0644.\u0627\u0644\u0645\u063a\u0631\u0628' -> 'aicha@\u0645\u062b\u0627\u0644.\u0627\u0644\u0645\u063a\u0631\u0628' valid
S
