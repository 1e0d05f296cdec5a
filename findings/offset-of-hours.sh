#!/usr/bin/env bash
# Guess: an instant as PostgreSQL writes it (COPY, psql, exports of Carto and Django: `2021-05-03 14:02:11+00`) is read by
# whatever reads offsets.
# Instead: the hours alone are no offset for Python's `strptime`, jiff's `%z` and `%:z`, chrono's `%z`, and for JavaScript
# once a `T` stands between day and hour; each has another way for it, or none.
# Who meets it: whoever takes over a register that lies in PostgreSQL, where every row is refused. The portal says `%:::z`
# for it in docs/import.md and proposes it (`import draft`).
. "$(dirname "$0")/lib.sh"
npm_packages luxon@3.7.2
python3 --version
crate 'jiff = "=1.0.1"' 'chrono = "=0.4.45"' <<'R'
use jiff::fmt::strtime::BrokenDownTime;

fn said(is: bool) -> &'static str {
    if is { "read" } else { "refused" }
}

fn main() {
    let text = "2021-05-03 14:02:11+00";
    for format in ["%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M:%S%:z", "%Y-%m-%d %H:%M:%S%:::z"] {
        println!("jiff {format}: {}", said(BrokenDownTime::parse(format, text).is_ok()));
    }
    for format in ["%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M:%S%:z", "%Y-%m-%d %H:%M:%S%#z"] {
        println!("chrono {format}: {}", said(chrono::DateTime::parse_from_str(text, format).is_ok()));
    }
}
R
cat >"$place/read.py" <<'P'
from datetime import datetime
text = "2021-05-03 14:02:11+00"
try:
    datetime.strptime(text, "%Y-%m-%d %H:%M:%S%z")
    said = "read"
except ValueError:
    said = "refused"
print("Python strptime %z:", said)
P
cat >"$place/read.mjs" <<'P'
import { DateTime } from "luxon";
const said = (is) => (is ? "read" : "refused");
for (const text of ["2021-05-03 14:02:11+00", "2021-05-03T14:02:11+00"]) {
  console.log(`JavaScript Date, ${text}:`, said(!Number.isNaN(new Date(text).getTime())));
}
console.log("luxon fromSQL:", said(DateTime.fromSQL("2021-05-03 14:02:11+00").isValid));
P
{
  "$program"
  python3 "$place/read.py"
  node "$place/read.mjs"
} >"$place/seen"
expect <<'S'
jiff %Y-%m-%d %H:%M:%S%z: refused
jiff %Y-%m-%d %H:%M:%S%:z: refused
jiff %Y-%m-%d %H:%M:%S%:::z: read
chrono %Y-%m-%d %H:%M:%S%z: refused
chrono %Y-%m-%d %H:%M:%S%:z: refused
chrono %Y-%m-%d %H:%M:%S%#z: read
Python strptime %z: refused
JavaScript Date, 2021-05-03 14:02:11+00: read
JavaScript Date, 2021-05-03T14:02:11+00: refused
luxon fromSQL: read
S
