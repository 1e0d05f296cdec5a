#!/usr/bin/env bash
# Guess: a row whose text is wrapped is as high as its lines wherever the workbook is opened, since no height is written
# for it; and a cell of a sheet that is read from the right begins there.
# Instead: LibreOffice without a screen gives each row one line, and prints the second line of a text over the next row.
# A text that begins with a mark of direction (U+2068, as every value in a sentence has it) is read from the left, and
# what does not fit is cut off at its beginning.
# Who meets it: whoever prints a workbook or makes a PDF of it on a server. Rows are as high as their lines by the file,
# cells say in which direction they are read, and marks of direction are taken out.
. "$(dirname "$0")/lib.sh"
debian libreoffice-calc poppler-utils
pypi openpyxl==3.1.5
cd "$place"
cat >write.py <<'P'
import openpyxl
from openpyxl.styles import Alignment
for name, height in (("bare", None), ("high", 45)):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.column_dimensions["A"].width = 12
    sheet["A1"] = "first " * 8
    sheet["A1"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A2"] = "second"
    sheet.row_dimensions[1].height = height
    book.save(name + ".xlsx")
book = openpyxl.Workbook()
sheet = book.active
sheet.sheet_view.rightToLeft = True
sheet.column_dimensions["A"].width = 60
sheet["A1"] = "الاثنين 30 نونبر، الحدث رقم 12"
sheet["A2"] = "\u2068الاثنين 30 نونبر\u2069، الحدث رقم 12"
book.save("read.xlsx")
P
"$python" write.py
HOME="$place" soffice --headless --convert-to pdf bare.xlsx high.xlsx read.xlsx >/dev/null 2>&1
cat >look.py <<'P'
import re, subprocess, sys
def words(name):
    text = subprocess.run(["pdftotext", "-bbox", name, "-"], capture_output=True, text=True).stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', text)
    return [(float(a), float(b), float(c), float(d), word) for a, b, c, d, word in found]
for name in ("bare", "high"):
    found = words(name + ".pdf")
    last = max(word[3] for word in found if word[4] == "first")
    second = next(word[1] for word in found if word[4] == "second")
    print(name, "over one another" if last > second + 2 else "below one another")
rows = {}
for word in words("read.pdf"):
    if any("\u0600" <= sign <= "\u06ff" for sign in word[4]):
        rows.setdefault(round(word[1] / 8), []).append(word)
for name, (_, row) in zip(("unmarked", "marked"), sorted(rows.items())):
    first = next(word for word in row if "اثنين" in word[4] or "نينث" in word[4] or "نيـ" in word[4])
    rightmost = max(word[2] for word in row)
    print(name, "begins at the right" if abs(first[2] - rightmost) < 2 else "begins at the left")
P
"$python" look.py >seen
expect <<'S'
bare over one another
high below one another
unmarked begins at the right
marked begins at the left
S
