#!/usr/bin/env bash
# Guess: the libraries everybody checks telephone numbers with ignore whatever stands between the digits.
# Instead: they take every dash, the zero-width space and Arabic digits, and marks at the ends, but refuse the
# narrow and the figure space, which French typography puts between the pairs, and a direction mark between two
# digits. A word with letters behind the number ("poste 12") is dialled on the keypad by phonenumbers, which then
# returns a long wrong number; the two libraries differ on a note in brackets.
# Who meets it: people who paste a number out of a letter, and integrators who check with these libraries what the
# portal takes. Spaces, dashes and marks of Unicode must be taken away before the plan is asked, here as in a client.
. "$(dirname "$0")/lib.sh"
pypi phonenumbers==9.0.43
npm_packages libphonenumber-js@1.13.16
cat >"$place/numbers.json" <<'J'
["06\u201112\u201134\u201156\u201178", "06 12 34\u200b56 78", "\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
 "\u202d0612345678\u202c", "06\u202f12\u202f34\u202f56\u202f78", "06\u200712\u200734\u200756\u200778", "0612\u200f345678",
 "0612345678 (\u0648\u062a\u0633\u0627\u0628)", "05 22 12 34 56 poste 12", "05 22 12 34 56 ext 12"]
J
cat >"$place/read.py" <<'P'
import json, sys
import phonenumbers
for text in json.load(open(sys.argv[1])):
    try:
        number = phonenumbers.parse(text, "MA")
        said = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        said += "" if phonenumbers.is_valid_number(number) else " (not valid)"
    except phonenumbers.NumberParseException:
        said = "no number"
    print(json.dumps(text), "->", said)
P
cat >"$place/read.mjs" <<'P'
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { readFileSync } from "node:fs";
for (const text of JSON.parse(readFileSync(process.argv[2]))) {
  const number = parsePhoneNumberFromString(text, "MA");
  const shown = JSON.stringify(text).replace(/[^ -~]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
  console.log(shown, "->", number ? number.number + (number.isValid() ? "" : " (not valid)") : "no number");
}
P
{
  echo phonenumbers
  "$python" "$place/read.py" "$place/numbers.json"
  echo libphonenumber-js
  node "$place/read.mjs" "$place/numbers.json"
} >"$place/seen"
expect <<'S'
phonenumbers
"06\u201112\u201134\u201156\u201178" -> +212612345678
"06 12 34\u200b56 78" -> +212612345678
"\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668" -> +212612345678
"\u202d0612345678\u202c" -> +212612345678
"06\u202f12\u202f34\u202f56\u202f78" -> no number
"06\u200712\u200734\u200756\u200778" -> no number
"0612\u200f345678" -> no number
"0612345678 (\u0648\u062a\u0633\u0627\u0628)" -> no number
"05 22 12 34 56 poste 12" -> +2125221234567678312 (not valid)
"05 22 12 34 56 ext 12" -> +212522123456
libphonenumber-js
"06\u201112\u201134\u201156\u201178" -> +212612345678
"06 12 34\u200b56 78" -> +212612345678
"\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668" -> +212612345678
"\u202d0612345678\u202c" -> +212612345678
"06\u202f12\u202f34\u202f56\u202f78" -> no number
"06\u200712\u200734\u200756\u200778" -> no number
"0612\u200f345678" -> no number
"0612345678 (\u0648\u062a\u0633\u0627\u0628)" -> +212612345678
"05 22 12 34 56 poste 12" -> no number
"05 22 12 34 56 ext 12" -> +212522123456
S
