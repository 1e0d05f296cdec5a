#!/usr/bin/env bash
# Guess: a JPEG made of a HEIC photo with its metadata kept is shown upright by what obeys the orientation in it.
# Instead: a portrait photo of a telephone carries its rotation twice, as a property of the picture (irot) and in the
# EXIF, which HEIF readers must ignore. heif-convert of Debian 12 turns the pixels and copies the EXIF as it was:
# whoever then obeys it, as for any JPEG, turns the photo again, onto its side. A file with two pictures becomes
# NAME-1.jpg and NAME-2.jpg, and no NAME.jpg.
# Who meets it: everyone with an iPhone. The orientation must not be applied to a JPEG that came out of heif-convert;
# the first of several is the photo.
. "$(dirname "$0")/lib.sh"
debian libheif-examples
pypi pillow==13.0.0 pillow-heif==1.8.1
cd "$place"
cat >take.py <<'P'
import pillow_heif
from PIL import Image
pillow_heif.register_heif_opener()
photo = Image.new("RGB", (320, 240), "white")
photo.paste((255, 0, 0), (0, 0, 320, 80))
exif = Image.Exif()
exif[0x112] = 6
photo.info["exif"] = exif.tobytes()
photo.save("portrait.heic")
pair = pillow_heif.from_pillow(photo)
pair.add_from_pillow(Image.new("RGB", (320, 240), "blue"))
pair.save("burst.heic")
P
cat >look.py <<'P'
from PIL import Image, ImageOps
def red(photo):
    width, height = photo.size
    edges = {"top": (width // 2, 5), "bottom": (width // 2, height - 6), "left": (5, height // 2), "right": (width - 6, height // 2)}
    return [name for name, at in edges.items() if photo.getpixel(at)[1] < 100]
photo = Image.open("portrait.jpg")
print("EXIF orientation after heif-convert:", photo.getexif().get(0x112))
print("red edge as the pixels lie:", *red(photo.convert("RGB")))
print("red edge once the EXIF is obeyed too:", *red(ImageOps.exif_transpose(photo).convert("RGB")))
P
"$python" take.py
heif-convert portrait.heic portrait.jpg >/dev/null
heif-convert burst.heic burst.jpg >/dev/null
{ "$python" look.py; echo "two pictures:" burst*.jpg; } >seen
expect <<'S'
EXIF orientation after heif-convert: 6
red edge as the pixels lie: right
red edge once the EXIF is obeyed too: bottom
two pictures: burst-1.jpg burst-2.jpg
S
