"""Cuts the letters of the printed documents from their open sources and renames them.

See README.md in this folder for where the sources come from.
python3 cut.py PLEX_FOLDER NOTO_FOLDER OUT
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

LATIN = "0020-007E,00A0-00FF,0152,0153,0178,2010-2014,2018-201E,2022,2026,2030,2039,203A,20AC,2122,2190-2193,2212"
ARABIC = "060C,061B,061F,0621-063A,0640-0655,0660-066C,0670,0671,0679,067E,0686,0688,0691,0698,06A4,06A9,06AD,06AF,06BA,06BE,06C1,06CC,06D2,06D4,0763,200C-200F,FD3E,FD3F"
TIFINAGH = "0020,0027-0029,002C-002F,003A,003B,00A0,2D30-2D67,2D6F,2D70,2D7F"
RARE = "0020,00A0,0100-017F,0190,0194,0218-021B,025B,0263,02B7,02BC,02BF,0300-0304,0306-0308,030C,0323,0331,1E0C,1E0D,1E24,1E25,1E32,1E33,1E5A,1E5B,1E62,1E63,1E6C,1E6D,1E92,1E93,25A1,FFFD"  # Tamazight in Latin letters, and names
FEATURES = "ccmp,locl,isol,init,medi,fina,rlig,liga,calt,mark,mkmk,kern,lnum,tnum"
# Characters the source lacks whose look another of its letters has.
ALIKE = {0x202F: 0x00A0, 0x2011: 0x002D, 0x2010: 0x002D, 0x0763: 0x06AD}


def ranges(text):
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def rename(font, family, style):
    """The family by which Typst finds the face; weight stays in OS/2."""
    names = {1: family, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", ""), 16: family, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]


def cut(source, target, text, family, style):
    font = TTFont(source)
    if "Plex" in source:
        for missing, like in ALIKE.items():
            for table in font["cmap"].tables:
                if table.isUnicode() and like in table.cmap:
                    table.cmap.setdefault(missing, table.cmap[like])
    options = subset.Options(hinting=False, layout_features=FEATURES.split(","), notdef_outline=True, name_languages=[0x409, 0])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*ranges(text), *ALIKE])
    subsetter.subset(font)
    rename(font, family, style)
    font.flavor = None
    # The same source gives the same bytes.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(os.path.getsize(target), os.path.basename(target), len(font.getBestCmap()))


if __name__ == "__main__":
    plex, noto, out = sys.argv[1:]
    for weight, style in (("Regular", "400"), ("SemiBold", "600")):
        cut(f"{plex}/IBMPlexSansArabic-{weight}.woff2", f"{out}/chikaya-sans-{style}.ttf", f"{LATIN},{ARABIC}", "Chikaya Sans", weight)
    cut(f"{noto}/NotoSansTifinagh-Regular.ttf", f"{out}/chikaya-tifinagh-400.ttf", TIFINAGH, "Chikaya Tifinagh", "Regular")
    cut(f"{noto}/NotoSans-Regular.ttf", f"{out}/chikaya-rare-400.ttf", RARE, "Chikaya Rare", "Regular")
