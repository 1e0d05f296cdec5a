# What four libraries say of files; read by the scripts about files. `kinds FILE…` prints a line for each.
debian libmagic1
pypi filetype==1.2.0 python-magic==0.4.27 "${more_pypi[@]}"
npm_packages file-type@21.3.4
crate 'infer = "=0.22.0"' <<'R'
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        println!("{}", infer::get(&bytes).map_or("-", |kind| kind.mime_type()));
    }
}
R
cat >"$place/kinds.py" <<'P'
import os, subprocess, sys
import filetype, magic
program, script, *paths = sys.argv[1:]
lines = lambda command: subprocess.run(command + paths, check=True, capture_output=True, text=True).stdout.splitlines()
SHORT = {"application/vnd.openxmlformats-officedocument." + long: short for long, short in (
    ("wordprocessingml.document", "docx"), ("presentationml.presentation", "pptx"), ("spreadsheetml.sheet", "xlsx"))}
SHORT |= {"application/vnd.oasis.opendocument." + long: short for long, short in (
    ("text", "odt"), ("presentation", "odp"), ("spreadsheet", "ods"))}
for path, infer, npm in zip(paths, lines([program]), lines(["node", script])):
    kind = filetype.guess(path)
    said = (("infer", infer), ("libmagic", magic.from_file(path, mime=True)), ("filetype", kind.mime if kind else "-"), ("file-type", npm))
    print(os.path.basename(path) + ":", ", ".join(f"{name} {SHORT.get(mime, mime)}" for name, mime in said))
P
cat >"$place/kinds.mjs" <<'P'
import { fileTypeFromFile } from "file-type";
for (const path of process.argv.slice(2)) console.log((await fileTypeFromFile(path))?.mime ?? "-");
P
kinds() { "$python" "$place/kinds.py" "$program" "$place/kinds.mjs" "$@"; }
