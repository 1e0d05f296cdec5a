#!/usr/bin/env bash
# Guess: matching by the Unicode tables, as libraries do it, offers Standard Moroccan Tamazight (zgh) to a browser that
# asks for Tachelhit, Central Atlas Tamazight or Berber, the codes under which telephones and systems have them.
# Instead: the tables know Moroccan Arabic (ary) as near Arabic, and nothing as near zgh: shi, tzm, rif, ber, with Tifinagh
# or without, match no language of the portal, and end at the default, English or whichever it is. ICU itself has
# words and dates for shi and tzm, so that a system can be set to them.
# Who meets it: people who set their telephone to their own language. The portal reads shi, tzm, rif and ber, with any
# region or script, as a wish for Tamazight and asks no such table.
. "$(dirname "$0")/lib.sh"
pypi langcodes==3.5.1
npm_packages @formatjs/intl-localematcher@0.10.1
asked=(shi shi-Tfng-MA tzm-MA rif ber-MA zgh-MA ary)
cat >"$place/match.py" <<'P'
import sys
import langcodes
for asked in sys.argv[1:]:
    print("langcodes,", asked, "->", langcodes.closest_match(asked, ["ar", "fr", "zgh", "en"])[0])
P
cat >"$place/match.mjs" <<'P'
import { match } from "@formatjs/intl-localematcher";
for (const asked of process.argv.slice(2))
  console.log("intl-localematcher,", asked, "->", match([asked], ["ar", "fr", "zgh", "en"], "en"));
console.log("dates in ICU:", ...Intl.DateTimeFormat.supportedLocalesOf(["shi", "tzm", "rif", "ber", "zgh"]));
P
{ "$python" "$place/match.py" "${asked[@]}"; node "$place/match.mjs" "${asked[@]}"; } >"$place/seen"
expect <<'S'
langcodes, shi -> und
langcodes, shi-Tfng-MA -> und
langcodes, tzm-MA -> und
langcodes, rif -> und
langcodes, ber-MA -> und
langcodes, zgh-MA -> zgh
langcodes, ary -> ar
intl-localematcher, shi -> en
intl-localematcher, shi-Tfng-MA -> en
intl-localematcher, tzm-MA -> en
intl-localematcher, rif -> en
intl-localematcher, ber-MA -> en
intl-localematcher, zgh-MA -> zgh
intl-localematcher, ary -> ar
dates in ICU: shi tzm zgh
S
