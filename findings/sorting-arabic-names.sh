#!/usr/bin/env bash
# Guess: any Unicode collation sorts a list of Arabic names as a dictionary does; the language of the page matters to
# accents at most.
# Instead: only the rules of "ar" take أ, إ and آ for the letter alef. In the order of fr, of the root, and of the letters'
# numbers (SQLite, PostgreSQL's C) every name that begins with a hamza stands before ابن جرير and اشتوكة. zgh has no
# collation of its own: PostgreSQL's zgh-x-icu is the root, and JavaScript falls back to the language of the process
# without a word. Tifinagh is in its alphabet's order in all of them; French names are not, by the letters' numbers.
# Who meets it: whoever looks for a name in a list. The portal must sort by a key of its own (the folded name), in
# one place for both databases, and never by what a database or a browser is set to.
. "$(dirname "$0")/lib.sh"
debian postgresql-15
npm_packages
. "$(dirname "$0")/postgres.sh"
start_postgres C.UTF-8
names=(أزيلال 'ابن جرير' إفران اشتوكة آسفي)
sorted() {
  ask C.UTF-8 "SELECT string_agg(n, '، ' ORDER BY n COLLATE \"$1\") FROM unnest(string_to_array('$2', '|')) n"
}
arabic=$(IFS='|'; echo "${names[*]}")
{
  for collation in ar-x-icu fr-x-icu zgh-x-icu C; do echo "PostgreSQL, $collation: $(sorted "$collation" "$arabic")"; done
  python3 - "${names[@]}" <<'P'
import sqlite3, sys
archive = sqlite3.connect(":memory:")
rows = archive.execute("SELECT value FROM json_each(json_array(?, ?, ?, ?, ?)) ORDER BY value", sys.argv[1:])
print("SQLite:", "، ".join(name for name, in rows))
P
  node -e '
    const names = process.argv.slice(1);
    for (const language of ["ar", "fr"])
      console.log(`JavaScript, ${language}: ${[...names].sort(new Intl.Collator(language).compare).join("، ")}`);
    console.log("JavaScript knows a collation for zgh:", Intl.Collator.supportedLocalesOf("zgh").length > 0);' "${names[@]}"
  for collation in ar-x-icu zgh-x-icu C; do
    echo "$collation: $(sorted "$collation" 'ⵥ|ⴰ|ⵢ|ⴹ|ⴷ') $(sorted "$collation" 'Zagora|École|Essaouira')"
  done
} >"$place/seen"
expect <<'S'
PostgreSQL, ar-x-icu: آسفي، ابن جرير، أزيلال، اشتوكة، إفران
PostgreSQL, fr-x-icu: آسفي، أزيلال، إفران، ابن جرير، اشتوكة
PostgreSQL, zgh-x-icu: آسفي، أزيلال، إفران، ابن جرير، اشتوكة
PostgreSQL, C: آسفي، أزيلال، إفران، ابن جرير، اشتوكة
SQLite: آسفي، أزيلال، إفران، ابن جرير، اشتوكة
JavaScript, ar: آسفي، ابن جرير، أزيلال، اشتوكة، إفران
JavaScript, fr: آسفي، أزيلال، إفران، ابن جرير، اشتوكة
JavaScript knows a collation for zgh: false
ar-x-icu: ⴰ، ⴷ، ⴹ، ⵢ، ⵥ École، Essaouira، Zagora
zgh-x-icu: ⴰ، ⴷ، ⴹ، ⵢ، ⵥ École، Essaouira، Zagora
C: ⴰ، ⴷ، ⴹ، ⵢ، ⵥ Essaouira، Zagora، École
S
