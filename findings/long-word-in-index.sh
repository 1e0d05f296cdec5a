#!/usr/bin/env bash
# Guess: a word that is too long for PostgreSQL's text search is refused or left out, whatever makes the vector.
# Instead: to_tsvector leaves it out with a notice; array_to_tsvector keeps its length modulo 2,048 bytes without a word:
# 3,000 letters become 952, 2,048 become an empty word. The text form of that vector is one which PostgreSQL does not
# read back, so a dump that holds it cannot be restored; and asking with a long word raises an error. SQLite's FTS5
# takes the same word whole.
# Who meets it: an operator after one text with 1,024 Arabic letters (two bytes each) and no space. Words must be cut
# to one length before they are indexed or asked for, the same on both databases.
. "$(dirname "$0")/lib.sh"
debian postgresql-15
python3 -c 'import sqlite3; print("SQLite", sqlite3.sqlite_version)'
. "$(dirname "$0")/postgres.sh"
start_postgres C.UTF-8
size() { ask C.UTF-8 "SELECT length((tsvector_to_array(array_to_tsvector(ARRAY[repeat('$1', $2)])))[1])"; }
{
  echo "to_tsvector, words of 3,000 letters kept: $(ask C.UTF-8 "SELECT length(to_tsvector('simple', repeat('x', 3000)))" 2>/dev/null)"
  for letters in 2046 2048 3000; do echo "array_to_tsvector, $letters letters become $(size x "$letters")"; done
  echo "array_to_tsvector, 1024 Arabic letters become $(size م 1024)"
  echo "read back: $(ask C.UTF-8 "SELECT array_to_tsvector(ARRAY[repeat('x', 2048)])::text::tsvector" 2>&1 | head -1)"
  echo "asked for: $(ask C.UTF-8 "SELECT repeat('x', 3000)::tsquery" 2>&1 | head -1 | sed 's/: ".*//')"
  python3 - <<'P'
import sqlite3
archive = sqlite3.connect(":memory:")
archive.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
archive.execute("INSERT INTO t VALUES (?)", ("x" * 3000,))
print("FTS5, found by 3,000 letters:", archive.execute("SELECT count(*) FROM t WHERE t MATCH ?", ("x" * 3000,)).fetchone()[0])
P
} >"$place/seen"
expect <<'S'
to_tsvector, words of 3,000 letters kept: 0
array_to_tsvector, 2046 letters become 2046
array_to_tsvector, 2048 letters become 0
array_to_tsvector, 3000 letters become 952
array_to_tsvector, 1024 Arabic letters become 0
read back: ERROR:  syntax error in tsvector: "''"
asked for: ERROR:  word is too long in tsquery
FTS5, found by 3,000 letters: 1
S
