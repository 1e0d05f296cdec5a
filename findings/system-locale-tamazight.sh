#!/usr/bin/env bash
# Guess: the C library has Morocco's three languages; its Berber locale of Morocco writes Tamazight.
# Instead: glibc's ber_MA says days and months in Azerbaijani (altıncı gün, yanvar, avqust); Debian 12 has neither
# zgh_MA nor fr_MA, and asking for a locale that is missing is no error: dates silently come out in English with
# the month first. ar_MA is right, and writes a comma inside its dates.
# Who meets it: operators who let date, strftime or PostgreSQL's to_char (TMMonth) write the dates of reports,
# letters or file names. The portal words dates from its own table and never from the system's locale.
. "$(dirname "$0")/lib.sh"
debian locales libc-bin
for name in ar_MA ber_MA fr_MA zgh_MA; do
  localedef -i "$name" -f UTF-8 "$place/$name.UTF-8" 2>/dev/null || echo "$name is not in this system"
done >"$place/missing" || true
{
  cat "$place/missing"
  for name in ar_MA ber_MA fr_MA zgh_MA; do
    for day in 2026-01-03 2026-08-03; do
      echo "$name: $(LOCPATH="$place" LC_ALL="$name.UTF-8" date -d "$day" '+%A %d %B %Y, %x')"
    done
  done
} >"$place/seen" 2>/dev/null
expect <<'S'
fr_MA is not in this system
zgh_MA is not in this system
ar_MA: السبت 03 يناير 2026, 03 يناير, 2026
ar_MA: الاثنين 03 غشت 2026, 03 غشت, 2026
ber_MA: altıncı gün 03 yanvar 2026, 03.01.2026
ber_MA: birinci gün 03 avqust 2026, 03.08.2026
fr_MA: Saturday 03 January 2026, 01/03/26
fr_MA: Monday 03 August 2026, 08/03/26
zgh_MA: Saturday 03 January 2026, 01/03/26
zgh_MA: Monday 03 August 2026, 08/03/26
S
