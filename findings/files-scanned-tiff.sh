#!/usr/bin/env bash
# Guess: Rust's image crate, which knows TIFF with fax compression, reads the TIFFs that scanners and fax machines make,
# or says that a file has more pages.
# Instead: it refuses fax group 3 (what a fax machine sends), colour scans with JPEG inside, and palettes; of a file of
# three pages it gives the first and says nothing. infer 0.22 does not know a BigTIFF at all. tiff2pdf of libtiff makes
# a PDF of each, with all its pages.
# Who meets it: offices that scan to TIFF, and people whose letter is page two. A TIFF must not become a picture: it is
# either not taken, by a sentence of its own, or turned into a PDF with as many pages.
. "$(dirname "$0")/lib.sh"
debian libtiff-tools poppler-utils
pypi pillow==13.0.0
crate 'image = { version = "=0.25.10", default-features = false, features = ["tiff"] }' 'infer = "=0.22.0"' <<'R'
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        let kind = infer::get(&bytes).map_or("-", |kind| kind.mime_type());
        match image::load_from_memory_with_format(&bytes, image::ImageFormat::Tiff) {
            Ok(_) => println!("{path}: infer {kind}, image one picture"),
            Err(_) => println!("{path}: infer {kind}, image refuses it"),
        }
    }
}
R
cd "$place"
cat >scan.py <<'P'
from PIL import Image
page = Image.new("1", (1728, 2200), 1)
page.paste(0, (100, 100, 900, 300))
photo = Image.new("RGB", (64, 64), (200, 30, 30))
page.save("fax-group3.tif", compression="group3", dpi=(204, 196))
page.save("fax-group4.tif", compression="group4", dpi=(204, 196))
page.save("three-pages.tif", compression="group4", save_all=True, append_images=[page, page])
photo.save("colour-lzw.tif", compression="tiff_lzw")
photo.convert("YCbCr").save("colour-jpeg.tif", compression="jpeg")
photo.quantize(8).save("palette.tif")
photo.save("bigtiff.tif", big_tiff=True)
P
"$python" scan.py
for file in fax-group3 fax-group4 three-pages colour-lzw colour-jpeg palette bigtiff; do
  tiff2pdf -o "$file.pdf" "$file.tif" 2>/dev/null || true
  echo "$("$program" "$file.tif"), tiff2pdf $(pdfinfo "$file.pdf" | sed -n 's/^Pages: *//p') of $(tiffinfo "$file.tif" 2>/dev/null | grep -c 'Image Width')"
done >seen
expect <<'S'
fax-group3.tif: infer image/tiff, image refuses it, tiff2pdf 1 of 1
fax-group4.tif: infer image/tiff, image one picture, tiff2pdf 1 of 1
three-pages.tif: infer image/tiff, image one picture, tiff2pdf 3 of 3
colour-lzw.tif: infer image/tiff, image one picture, tiff2pdf 1 of 1
colour-jpeg.tif: infer image/tiff, image refuses it, tiff2pdf 1 of 1
palette.tif: infer image/tiff, image refuses it, tiff2pdf 1 of 1
bigtiff.tif: infer -, image one picture, tiff2pdf 1 of 1
S
