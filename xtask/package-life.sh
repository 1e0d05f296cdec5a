#!/usr/bin/env bash
# The whole life of the Debian package on a bare Debian 12 in the folder ROOT:
#   package-life.sh ROOT BEFORE.deb NOW.deb
# installed, first administrator, a case filed, upgraded with what the operator changed kept, backed up and restored,
# purged. systemd does not run in a changed root: its unit is read by systemd-analyze, and its command started by hand as
# the unit's account. As root; needs debootstrap, and systemd for systemd-analyze.
set -euo pipefail
root=$(realpath -m "$1"); before=$(realpath "$2"); now=$(realpath "$3")
step() { printf '\n== %s\n' "$*"; }

if [ ! -x "$root/bin/bash" ]; then
    step "a bare Debian 12 in $root"
    mirror=$(awk '/^URIs:/{print $2; exit}' /etc/apt/sources.list.d/*.sources 2>/dev/null || true)
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1
    cp /etc/apt/sources.list.d/*.sources "$root/etc/apt/sources.list.d/" 2>/dev/null && : >"$root/etc/apt/sources.list"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    cp -r /etc/ssl/certs/. "$root/etc/ssl/certs/"
fi
cp "$before" "$root/before.deb"; cp "$now" "$root/now.deb"

step "the unit"
unit=$(mktemp -d); dpkg-deb --fsys-tarfile "$now" | tar -x -C "$unit"
for name in chikaya.service chikaya-backup.service; do
    # That the program is not on this machine is no fault of the unit.
    complaint=$(systemd-analyze verify "$unit/lib/systemd/system/$name" 2>&1 | grep -v "is not executable" || true)
    [ -z "$complaint" ] || { echo "$complaint"; exit 1; }
    systemd-analyze security --offline=true --threshold=20 "$unit/lib/systemd/system/$name" | tail -1
done
rm -r "$unit"

cat >"$root/life.sh" <<'LIFE'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
config=/etc/chikaya/chikaya.toml
port=${LIFE_PORT:-3941}
step() { printf '\n== %s\n' "$*"; }
as=(setpriv --reuid chikaya --regid chikaya --clear-groups --inh-caps=-all --no-new-privs)
as+=(env CHIKAYA_CONFIG=$config CHIKAYA_METRICS__LISTEN=)
chikaya() { "${as[@]}" /usr/bin/chikaya "$@"; }
# METHOD PATH BODY: what the portal answers.
ask() {
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s' \
        "$1" "$2" "$(printf %s "${3:-}" | wc -c)" "${4:-}" "${3:-}" >&3
    cat <&3
    exec 3>&-
}
serve() {
    cd /var/lib/chikaya
    "${as[@]}" /usr/bin/chikaya serve --listen 127.0.0.1:"$port" >/tmp/served 2>&1 &
    portal=$!
    for _ in $(seq 100); do
        if ask GET /health/ready 2>/dev/null | head -1 | grep -q 200; then return; fi
        sleep 0.2
    done
    cat /tmp/served; exit 1
}
end() { kill -TERM "$portal"; wait "$portal" || true; }

step "install"
apt-get update -qq
apt-get install -y -qq --no-install-recommends /before.deb >/tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
chikaya --version
stat -c '%A %U %n' /etc/chikaya /etc/chikaya/chikaya.toml /var/lib/chikaya /var/backups/chikaya /usr/bin/chikaya
[ "$(stat -c %a:%U /var/lib/chikaya)" = 700:chikaya ]
[ "$(stat -c %a:%G /etc/chikaya/chikaya.toml)" = 640:chikaya ]

step "first administrator"
serve
link=$(grep -o '/fr/desk/invitation/[^ ]*' /tmp/served)
ask GET "$link" | head -1 | grep 200
stat -c '%A %U %n' /var/lib/chikaya/*
[ -z "$(find /var/lib/chikaya -perm /077)" ]

step "file"
body='{"kind":"complaint","language":"fr","category":"anonymous","subject":"public-lighting","territory":"commune-09-581-01-07","text":"Le lampadaire de la rue de l’École est éteint depuis trois semaines."}'
ask POST /api/v1/cases "$body" $'Idempotency-Key: package-life\r\n' >/tmp/filed
grep -o '"reference":"[^"]*"' /tmp/filed || { cat /tmp/filed; exit 1; }
end

step "upgrade, with what the operator changed"
sed -i 's/^# public_url = .*/public_url = "https:\/\/chikaya.example"/' $config
apt-get install -y -qq --no-install-recommends /now.deb >/tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
dpkg-query -W chikaya
grep '^public_url' $config
[ "$(stat -c %a:%G /etc/chikaya/chikaya.toml)" = 640:chikaya ]
serve
ask POST /api/v1/cases "$body" $'Idempotency-Key: package-life\r\n' >/tmp/again
[ "$(grep -o '"reference":"[^"]*"' /tmp/filed)" = "$(grep -o '"reference":"[^"]*"' /tmp/again)" ]
echo "the same case is there"
chikaya doctor --deep || true

step "back up while it serves, restore elsewhere"
chikaya backup /var/backups/chikaya
chikaya backup /var/backups/chikaya
end
install -d -m 700 -o chikaya /tmp/elsewhere
install -m 600 -o chikaya /var/lib/chikaya/secret.key /tmp/elsewhere/secret.key
chikaya --data-dir /tmp/elsewhere restore /var/backups/chikaya

step "remove and purge"
apt-get purge -y -qq chikaya >/tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
grep Chikaya: /tmp/apt || true
[ ! -e /usr/bin/chikaya ] && [ ! -e /etc/chikaya ] && [ -e /var/lib/chikaya/chikaya.sqlite ]

step "install again: what was kept is found"
apt-get install -y -qq --no-install-recommends /now.deb >/tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
serve
ask POST /api/v1/cases "$body" $'Idempotency-Key: package-life\r\n' | grep -o '"reference":"[^"]*"'
end
rm -r /var/lib/chikaya/*
apt-get purge -y -qq chikaya >/tmp/apt 2>&1 || { cat /tmp/apt; exit 1; }
[ ! -e /var/lib/chikaya ] && ! getent passwd chikaya
rm -rf /tmp/elsewhere /var/backups/chikaya
step "the package lives and ends as it should"
LIFE

# Mounts live in a namespace of their own and end with it, so ROOT can be deleted afterwards.
export root
exec unshare --mount --propagation private bash -eu -c '
    mount -t proc proc "$root/proc"; mount --rbind /dev "$root/dev"
    keep=$(env | grep -iE "^(https?_proxy|no_proxy|LIFE_PORT)=" | tr "\n" " " || true)
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin $keep chroot "$root" /bin/bash /life.sh'
