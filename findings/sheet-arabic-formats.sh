#!/usr/bin/env bash
# Guess: what a spreadsheet shows in Arabic is still one date to the CSV that is made of it, and ar-MA is Morocco's
# Arabic everywhere.
# Instead: LibreOffice writes each cell as its format shows it: the same day leaves as ٠٤/٠٨/٢٠٢٦, as the Hijri
# ٢١/٠٢/١٤٤٨, and, for Excel's B2 formats, as "B221/02/1448", two stray signs glued to a Hijri date in Western digits;
# a telephone number leaves in Arabic digits. In ar-MA August is أغسطس, not غشت.
# Who meets it: administrations that bring a register kept in an Arabic Excel. The import must turn digits to 0–9
# before it reads a date, and refuse years that can only be Hijri instead of filing a case in 1448.
. "$(dirname "$0")/lib.sh"
debian libreoffice-calc
pypi openpyxl==3.1.5
cd "$place"
cat >write.py <<'P'
import datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
formats = ["yyyy-mm-dd", "dd/mm/yyyy", "[$-2011801]dd/mm/yyyy", "[$-2060401]dd/mm/yyyy", "[$-1170000]B2dd/mm/yyyy",
           "[$-1801]dd mmmm yyyy", "[$-40C]d mmmm yyyy"]
for row, shown in enumerate(formats, 1):
    sheet.cell(row, 1, shown)
    sheet.cell(row, 2, datetime.date(2026, 8, 4)).number_format = shown
for row, shown in enumerate(["0000000000", "[$-2000401]0000000000"], len(formats) + 1):
    sheet.cell(row, 1, shown)
    sheet.cell(row, 2, 612345678).number_format = shown
book.save("register.xlsx")
P
"$python" write.py
HOME="$place" soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1' register.xlsx >/dev/null 2>&1
tr -d '"' <register.csv >seen
expect <<'S'
yyyy-mm-dd;2026-08-04
dd/mm/yyyy;04/08/2026
[$-2011801]dd/mm/yyyy;٠٤/٠٨/٢٠٢٦
[$-2060401]dd/mm/yyyy;٢١/٠٢/١٤٤٨
[$-1170000]B2dd/mm/yyyy;B221/02/1448
[$-1801]dd mmmm yyyy;04 أغسطس 2026
[$-40C]d mmmm yyyy;4 août 2026
0000000000;0612345678
[$-2000401]0000000000;٠٦١٢٣٤٥٦٧٨
S
