# A Dovecot that serves one folder of mails to its standard input; read by the scripts about threads.
# `threads ALGORITHM` prints the threads of the mails in `$mails`, by their order.
mails="$place/Maildir/cur"
mkdir -p "$mails" "$place/Maildir/new" "$place/Maildir/tmp" "$place/run"
cat >"$place/dovecot.conf" <<C
base_dir = $place/run
log_path = $place/log
mail_location = maildir:$place/Maildir
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
protocols =
ssl = no
C
threads() {
  chown -R nobody:nogroup "$place/Maildir" "$place/run"
  printf 'a SELECT INBOX\r\nb THREAD %s UTF-8 ALL\r\nc LOGOUT\r\n' "$1" |
    setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME="$place" USER=nobody \
      /usr/lib/dovecot/imap -c "$place/dovecot.conf" 2>/dev/null |
    tr -d '\r' | sed -n "s/^\* THREAD /$1: /p"
}
