#!/usr/bin/env bash
# Guess: a library that knows .docx and .pptx knows them whoever wrote them, and a document with a password is one.
# Instead: Rust's infer looks at the order inside the archive and calls LibreOffice's .docx and .pptx a zip, those of
# python-docx and python-pptx too; .xlsx and the open formats are right. A .docx or .xlsx with a password is no zip
# at all: infer says OLE storage, npm file-type compound file, PyPI filetype PowerPoint, and libmagic alone that it
# is encrypted.
# Who meets it: everyone who writes with LibreOffice. The kind must be read from the archive's list of contents,
# in any order; a document with a password is to be refused by its own sentence, since no officer could open it.
. "$(dirname "$0")/lib.sh"
debian libreoffice-writer libreoffice-calc libreoffice-impress
more_pypi=(python-docx==1.2.0 python-pptx==1.0.2 openpyxl==3.1.5 msoffcrypto-tool==6.0.0)
. "$(dirname "$0")/detect.sh"
cd "$place"
cat >write.py <<'P'
import docx, openpyxl, pptx
from msoffcrypto.format.ooxml import OOXMLFile
letter = docx.Document(); letter.add_paragraph("شكاية"); letter.save("python-docx.docx")
show = pptx.Presentation(); show.slides.add_slide(show.slide_layouts[0]); show.save("python-pptx.pptx")
book = openpyxl.Workbook(); book.active["A1"] = "شكاية"; book.save("openpyxl.xlsx")
for name in ("python-docx.docx", "openpyxl.xlsx"):
    with open(name, "rb") as clear, open("password-" + name, "wb") as locked:
        OOXMLFile(clear).encrypt("mot de passe", locked)
P
"$python" write.py
office() {
  mkdir -p out && HOME="$place" soffice --headless --convert-to "$2" --outdir out "$1" >/dev/null 2>&1
  mv "out/${1%.*}.$2" "libreoffice.$2"
}
office python-docx.docx odt; office python-pptx.pptx odp; office openpyxl.xlsx ods
cp libreoffice.odt a.odt; cp libreoffice.odp a.odp; cp libreoffice.ods a.ods
office a.odt docx; office a.odp pptx; office a.ods xlsx; office a.odt doc
kinds libreoffice.{docx,pptx,xlsx,odt,odp,ods,doc} python-docx.docx python-pptx.pptx openpyxl.xlsx password-*.* >seen
expect <<'S'
libreoffice.docx: infer application/zip, libmagic docx, filetype docx, file-type docx
libreoffice.pptx: infer application/zip, libmagic pptx, filetype pptx, file-type pptx
libreoffice.xlsx: infer xlsx, libmagic xlsx, filetype xlsx, file-type xlsx
libreoffice.odt: infer odt, libmagic odt, filetype odt, file-type odt
libreoffice.odp: infer odp, libmagic odp, filetype odp, file-type odp
libreoffice.ods: infer ods, libmagic ods, filetype ods, file-type ods
libreoffice.doc: infer application/msword, libmagic application/msword, filetype application/msword, file-type application/x-cfb
python-docx.docx: infer application/zip, libmagic docx, filetype docx, file-type docx
python-pptx.pptx: infer application/zip, libmagic pptx, filetype pptx, file-type pptx
openpyxl.xlsx: infer xlsx, libmagic xlsx, filetype xlsx, file-type xlsx
password-openpyxl.xlsx: infer application/x-ole-storage, libmagic application/encrypted, filetype application/vnd.ms-powerpoint, file-type application/x-cfb
password-python-docx.docx: infer application/x-ole-storage, libmagic application/encrypted, filetype application/vnd.ms-powerpoint, file-type application/x-cfb
S
