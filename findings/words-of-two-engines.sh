#!/usr/bin/env bash
# Guess: SQLite's FTS5 (unicode61) and PostgreSQL's "simple" make the same words of the same text, since neither
# stems.
# Instead: FTS5 takes Arabic vowel signs for spaces (مُحَمَّد becomes م, ح and د) where PostgreSQL keeps them in the
# word: neither finds محمد. FTS5 splits Tamazight at the consonant joiner. PostgreSQL makes "-7125" of the second half of
# 7168-7125, keeps 06.12.34.56.78 as one host name, and where LC_CTYPE is C does not split l’eau nor lower É.
# Who meets it: whoever searches on one of the two databases with what was found on the other. Both are given words
# that are already cut and folded by one function, and are never asked to read a text themselves.
. "$(dirname "$0")/lib.sh"
debian postgresql-15
python3 -c 'import sqlite3; print("SQLite", sqlite3.sqlite_version)'
. "$(dirname "$0")/postgres.sh"
for ctype in C C.UTF-8; do start_postgres "$ctype"; done
cat >"$place/fts5.py" <<'P'
import sqlite3, sys
archive = sqlite3.connect(":memory:")
archive.executescript("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 0');"
                      "CREATE VIRTUAL TABLE v USING fts5vocab(t, row);")
archive.execute("INSERT INTO t VALUES (?)", sys.argv[1:])
print("  FTS5:", *(word for word, in archive.execute("SELECT term FROM v ORDER BY term")))
P
for text in 'مُحَمَّد' 'ⵜ⵿ⵣⵉ' '7168-7125' '06.12.34.56.78' 'l’eau' 'École'; do
  echo "$text"
  python3 "$place/fts5.py" "$text"
  for ctype in C C.UTF-8; do
    words=$(ask "$ctype" \
      "SELECT string_agg(w, ' ' ORDER BY w) FROM unnest(tsvector_to_array(to_tsvector('simple', '$text'))) w")
    echo "  PostgreSQL, $ctype: $words"
  done
done >"$place/seen"
expect <<'S'
مُحَمَّد
  FTS5: ح د م
  PostgreSQL, C: مُحَمَّد
  PostgreSQL, C.UTF-8: مُحَمَّد
ⵜ⵿ⵣⵉ
  FTS5: ⵜ ⵣⵉ
  PostgreSQL, C: ⵜ⵿ⵣⵉ
  PostgreSQL, C.UTF-8: ⵜ⵿ⵣⵉ
7168-7125
  FTS5: 7125 7168
  PostgreSQL, C: -7125 7168
  PostgreSQL, C.UTF-8: -7125 7168
06.12.34.56.78
  FTS5: 06 12 34 56 78
  PostgreSQL, C: 06.12.34.56.78
  PostgreSQL, C.UTF-8: 06.12.34.56.78
l’eau
  FTS5: eau l
  PostgreSQL, C: l’eau
  PostgreSQL, C.UTF-8: eau l
École
  FTS5: école
  PostgreSQL, C: École
  PostgreSQL, C.UTF-8: école
S
