# Read by the scripts of this folder: a folder that goes away, pinned packages, and what was seen against what is
# expected.
set -euo pipefail
place=$(mktemp -d "${TMPDIR:-/tmp}/finding.XXXXXX")
chmod 755 "$place"
ends=()
leave() {
  for command in "${ends[@]}"; do eval "$command" || true; done
  rm -rf "$place"
}
trap leave EXIT

# Debian packages, by name; installed only where they are missing (that needs the right to install).
debian() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  if [ "${#missing[@]}" -gt 0 ]; then
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$place/apt.log" 2>&1 ||
      { tail -5 "$place/apt.log" >&2; exit 2; }
  fi
  dpkg-query -W -f '${Package} ${Version}\n' "$@"
}

# Packages from PyPI, pinned, into a folder of their own; `$python` runs them.
pypi() {
  python3 -m venv "$place/venv"
  python="$place/venv/bin/python"
  "$python" -m pip install -q --disable-pip-version-check "$@"
  "$python" --version
  printf '%s\n' "$@"
}

# Packages from npm, pinned; scripts that use them lie in `$place`.
npm_packages() {
  [ "$#" = 0 ] || (cd "$place" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund --ignore-scripts "$@" >/dev/null)
  node -p '"Node " + process.versions.node + ", ICU " + process.versions.icu'
  printf '%s\n' "$@"
}

# A small program with pinned crates: the lines of [dependencies] as arguments, `main.rs` on standard input;
# `$program` is what was built.
crate() {
  mkdir -p "$place/crate/src"
  cat >"$place/crate/src/main.rs"
  {
    printf '[package]\nname = "finding"\nversion = "0.1.0"\nedition = "2021"\n[workspace]\n[dependencies]\n'
    printf '%s\n' "$@"
  } >"$place/crate/Cargo.toml"
  CARGO_TARGET_DIR="$place/target" cargo build -q --manifest-path "$place/crate/Cargo.toml"
  program="$place/target/debug/finding"
  printf '%s\n' "$@"
}

# Compares the file `$place/seen` with standard input; a difference means that the outside software has changed.
expect() {
  cat >"$place/expected"
  cat "$place/seen"
  if ! diff -u "$place/expected" "$place/seen" >"$place/difference"; then
    echo "CHANGED: no longer as described above (- expected, + seen)" >&2
    cat "$place/difference" >&2
    exit 1
  fi
  echo "as described"
}
