#!/usr/bin/env bash
# Guess: in Typst, `locate` of a mark (metadata with a label) tells where the text before it ends, so that a mark behind
# the last block of a page measures how much room is left.
# Instead: between blocks a mark stands with what comes after it. Before a fractional space it is told at the foot of the
# page, before a fixed one behind that space, at the end of a line of a paragraph likewise; two marks before and behind
# a fractional space have one place. Only within a line of text, or within a block, is it where it was written.
# Who meets it: whoever measures how full a page is, to choose a size of letters by it. The receipt reads the lowest line
# of text out of the finished page instead.
. "$(dirname "$0")/lib.sh"
pypi typst==0.15.2
cat >"$place/mark.py" <<'P'
import json, sys, typst

SHEET = "#set page(width: 200pt, height: 400pt, margin: 20pt)\n"

def place(source, *marks):
    told = ", ".join(f"{mark}: locate(<{mark}>).position().y / 1pt" for mark in marks)
    name = sys.argv[1] + "/sheet.typ"
    with open(name, "w") as sheet:
        sheet.write(SHEET + source + f"\n#context [#metadata(({told},)) <told>]\n")
    value = json.loads(typst.query(name, "<told>"))[0]["value"]
    # Of the 400 points of the page, in which third.
    return [("above", "middle", "foot")[int(value[mark] * 3 // 400)] for mark in marks]

MARK = "#metadata(none) "
print("between blocks, then 1fr:", *place(f"#block[A]\n{MARK}<m>\n#v(1fr)\n{MARK}<n>\n#block[B]", "m", "n"))
print("between blocks, then 200pt:", *place(f"#block[A]\n{MARK}<m>\n#v(200pt)\n#block[B]", "m"))
print("at the end of a line, then 1fr:", *place(f"A\n{MARK}<m>\n#v(1fr)\nB", "m"))
print("within a line, then 1fr:", *place(f"A {MARK}<m> A\n#v(1fr)\nB", "m"))
print("within a block, then 1fr:", *place(f"#block[A {MARK}<m>]\n#v(1fr)\n#block[B]", "m"))
P
"$python" "$place/mark.py" "$place" >"$place/seen"
expect <<'S'
between blocks, then 1fr: foot foot
between blocks, then 200pt: middle
at the end of a line, then 1fr: foot
within a line, then 1fr: above
within a block, then 1fr: above
S
