#!/usr/bin/env bash
# Guess: Arabic in a tagged PDF (PDF/UA, embedded fonts, made by Typst) is copied and searched as it was written;
# where one reader is wrong another is right.
# Instead: none of five gives two short lines back. Poppler and PDFium (Chromium) turn the reference round, MuPDF cuts it
# in three; all but pypdf write واهلل for والله; pdf.js (Firefox) and pypdf put the words of a line in backward order and
# tear the no of لا يسكن apart; a shadda with a vowel costs محمد its letters or doubles them. Another font loses others.
# Who meets it: filers who copy from their receipt, officers who paste from a PDF that was sent in. What a receipt
# says is on the page too; text taken out of a PDF never decides and is never quoted as the person's words, and a
# reference stands in a piece of its own direction.
. "$(dirname "$0")/lib.sh"
debian fonts-noto-core poppler-utils
pypi typst==0.15.2 pypdf==7.1.1 pymupdf==2.0 pypdfium2==5.15.2
npm_packages pdfjs-dist@4.10.38
cd "$place"
cat >receipt.typ <<'T'
#set document(title: "وصل", date: none)
#set text(font: ("Noto Naskh Arabic", "Noto Sans"), lang: "ar", size: 12pt)
#set page(width: 16cm, height: 6cm)
توصلنا بملفكم رقم 7168-7125 من الإدارة.

السيد محمَّد لا يسكن هنا، والله أعلم.
T
cat >pdfjs.mjs <<'P'
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
const page = await (await getDocument({ url: "receipt.pdf", verbosity: 0 }).promise).getPage(1);
console.log((await page.getTextContent()).items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
P
cat >read.py <<'P'
import subprocess, unicodedata
import pymupdf, pypdf, pypdfium2, typst
typst.compile("receipt.typ", output="receipt.pdf", pdf_standards="ua-1")
run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
readers = {
    "Poppler": run("pdftotext", "receipt.pdf", "-"),
    "pdf.js (Firefox)": run("node", "pdfjs.mjs"),
    "PDFium (Chromium)": pypdfium2.PdfDocument("receipt.pdf")[0].get_textpage().get_text_range(),
    "MuPDF": pymupdf.open("receipt.pdf")[0].get_text(),
    "pypdf": pypdf.PdfReader("receipt.pdf").pages[0].extract_text(),
}
wanted = ("7168-7125", "والله", "لا يسكن", "محمد", "توصلنا بملفكم رقم")
for name, text in readers.items():
    # Vowels, direction marks and the kind of space are not held against a reader.
    plain = " ".join("".join(s for s in text if unicodedata.category(s) not in ("Mn", "Cf")).split())
    print(f"{name}: lost", ", ".join(words for words in wanted if words not in plain) or "nothing")
P
"$python" read.py >seen
expect <<'S'
Poppler: lost 7168-7125, والله
pdf.js (Firefox): lost والله, لا يسكن, محمد, توصلنا بملفكم رقم
PDFium (Chromium): lost 7168-7125, والله, محمد
MuPDF: lost 7168-7125, والله, محمد
pypdf: lost لا يسكن, محمد, توصلنا بملفكم رقم
S
