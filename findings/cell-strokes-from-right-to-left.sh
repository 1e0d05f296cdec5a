#!/usr/bin/env bash
# Guess: the stroke on the right of a cell is drawn on its right, as that of a block or a box is, in every language.
# Instead: in a text that runs from right to left Typst mirrors the strokes of cells of grids and tables, and only these:
# `right` is drawn on the left. A block beside it keeps its side.
# Who meets it: readers of Arabic reports, whose bars would begin at the wrong end of their line. In a template a cell
# always says `left` where it means the side on which reading begins; a block is asked for the direction.
. "$(dirname "$0")/lib.sh"
pypi typst==0.15.2 pillow==12.0.0
cd "$place"
cat >read.py <<'P'
import io
import typst
from PIL import Image
def side(language, what):
    source = f'#set page(width: 100pt, height: 40pt, margin: 10pt)\n#set text(lang: "{language}")\n{what}'
    picture = Image.open(io.BytesIO(typst.compile(source.encode(), format="png", ppi=72))).convert("RGB")
    dark = [x for x in range(100) for y in range(40) if sum(picture.getpixel((x, y))) < 300]
    return "right" if sum(dark) / len(dark) > 50 else "left"
stroke = "stroke: (right: 3pt)"
for language in ("fr", "ar"):
    print(language, "block:", side(language, f"#block(width: 80pt, height: 20pt, {stroke})"))
    print(language, "cell:", side(language, f"#grid(columns: 80pt, rows: 20pt, grid.cell({stroke}, []))"))
P
"$python" read.py >seen
expect <<'S'
fr block: right
fr cell: right
ar block: right
ar cell: left
S
