#!/usr/bin/env bash
# Guess: an exchange that says "done" has played what it was given; a second listener closes the first one's socket; an
# application that the exchange lists has somebody who listens; the package can record.
# Instead, Asterisk 22.10: of a list it reports the state of the last file alone, so a missing one in it is passed over in
# silence and told nowhere ("failed" is said only when the last is missing); the first socket is told "ApplicationReplaced",
# stays open and hears nothing more; an application whose only socket is gone is listed as before while calls are in it; and
# without /var/spool/asterisk/recording, which Debian's package does not make, a recording is "Internal Server Error".
# Who meets it: callers who hear half a sentence, two processes that both believe they serve the telephone, an operator whose
# voicemail never works. So missing files are looked for beforehand (`doctor`), every playback has a time of its own, who
# leads is agreed on by a word that is kept fresh, and the folder stands in what operators are told.
. "$(dirname "$0")/lib.sh"
debian debootstrap >/dev/null
pypi aiohttp==3.14.5
root="$place/root"
mirror=$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/ 2>/dev/null | head -1 || true)
debootstrap --no-check-gpg --variant=minbase --include=ca-certificates sid "$root" "${mirror%% *}" >"$place/root.log" 2>&1
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
chroot "$root" apt-get install -y -qq --no-install-recommends asterisk asterisk-modules >"$place/asterisk.log" 2>&1
chroot "$root" asterisk -V
cd "$root/etc/asterisk"
printf '[general]\nenabled=yes\nbindaddr=127.0.0.1\nbindport=18188\n' >http.conf
printf '[general]\nenabled=yes\n[finding]\ntype=user\nread_only=no\npassword=made-up-word\n' >ari.conf
printf '[far]\nexten => s,1,Answer()\n same => n,Wait(60)\n' >extensions.conf
printf '[modules]\nautoload=yes\nnoload => chan_pjsip.so\n' >modules.conf
chroot "$root" sh -c 'mkdir -p /run/asterisk; chmod -R a+rX /etc/asterisk
  chown -R root:root /etc/asterisk /var/lib/asterisk /var/log/asterisk /var/spool/asterisk'
unshare --mount --propagation private sh -c 'mount -t proc proc "$0/proc"; mount --bind /dev "$0/dev"
  exec chroot "$0" asterisk -f -n -U root' "$root" >"$place/running.log" 2>&1 &
exchange=$!
ends+=("kill $exchange; wait $exchange 2>/dev/null")
for _ in $(seq 100); do
  (: </dev/tcp/127.0.0.1/18188) 2>/dev/null && break
  sleep 0.2
done
chroot "$root" asterisk -rx "core waitfullybooted" >/dev/null
cat >"$place/ask.py" <<'P'
import asyncio, json, sys
import aiohttp

ARI = f"http://127.0.0.1:{sys.argv[1]}/ari"
HEADERS = {"Authorization": aiohttp.encode_basic_auth("finding", "made-up-word")}


async def main():
    async with aiohttp.ClientSession(headers=HEADERS) as http:
        async def ask(method, path, body=None):
            async with http.request(method, ARI + path, json=body) as answer:
                return answer.status, await answer.text()

        async def socket(events):
            async with http.ws_connect(ARI + "/events?app=finding") as line:
                async for message in line:
                    events.append(json.loads(message.data))

        async def until(events, kind, count=1):
            for _ in range(200):
                found = [event for event in events if event["type"] == kind]
                if len(found) >= count:
                    return found[count - 1]
                await asyncio.sleep(0.05)
            return None

        first = []
        line = asyncio.create_task(socket(first))
        await asyncio.sleep(0.5)
        await ask("POST", "/channels", {"endpoint": "Local/s@far/n", "app": "finding", "channelId": "one"})
        await until(first, "StasisStart")
        for count, media in enumerate((["nowhere"], ["beep", "nowhere", "beep"], ["nowhere", "beep"]), 1):
            await ask("POST", "/channels/one/play", {"media": [f"sound:{name}" for name in media]})
            ended = await until(first, "PlaybackFinished", count)
            print(", ".join(media), "->", ended["playback"]["state"])
        status, said = await ask("POST", "/channels/one/record", {"name": "voice", "format": "wav"})
        print("record without the folder:", status, said)
        second = []
        other = asyncio.create_task(socket(second))
        print("first socket is told:", (await until(first, "ApplicationReplaced"))["type"])
        before = len(first)
        await ask("POST", "/channels/one/play/b", {"media": "sound:beep"})
        await until(second, "PlaybackFinished")
        print("first socket afterwards: open" if not line.done() else "first socket afterwards: closed", len(first) - before, "events")
        other.cancel(); line.cancel()
        await asyncio.sleep(0.5)
        print("nobody listens, a call is in it:", (await ask("GET", "/applications/finding"))[0])


asyncio.run(main())
P
"$python" "$place/ask.py" 18188 >"$place/seen"
expect <<'S'
nowhere -> failed
beep, nowhere, beep -> done
nowhere, beep -> done
record without the folder: 500 {"message":"Internal Server Error"}
first socket is told: ApplicationReplaced
first socket afterwards: open 0 events
nobody listens, a call is in it: 200
S
