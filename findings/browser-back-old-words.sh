#!/usr/bin/env bash
# Guess: a page sent with no-store and fetched again on Back shows what the server sends; a hidden version that no
# longer fits stops an old text from being saved over a newer one.
# Instead: Chromium writes the words typed earlier into the newly fetched page, radio buttons too, and leaves the
# hidden input at the server's new value: old words under the new version, and the check passes. The version in
# the query of the form's action changes nothing; in its path, in its fragment, or in the name of a control it
# keeps the newer words. autocomplete="off" on the text area saves the words, while the radio is still turned back.
# Who meets it: everyone with two tabs, and a colleague who took over a draft. A form's version must stand in its
# action's path or fragment, or in the name of a control, never in a hidden input alone.
. "$(dirname "$0")/lib.sh"
debian chromium chromium-driver
pypi selenium==4.38.0
cp "$(dirname "$0")/browser.py" "$place"
cat >"$place/try.py" <<'P'
from urllib.parse import parse_qs, urlparse
from browser import chromium, element, serve

state = {"version": 1, "words": ""}

def answer(method, path, body):
    at = urlparse(path)
    if method == "POST":
        return 303, {"Location": "/next", "Cache-Control": "no-store"}, ""
    if at.path != "/form":
        return 200, {"Cache-Control": "no-store"}, "<!doctype html><title>next</title><p id=next>next"
    way, version = parse_qs(at.query)["way"][0], state["version"]
    action = {"query": f"/save?v={version}", "path": f"/save/{version}", "fragment": f"/save#{version}"}.get(way, "/save")
    name = f"text-{version}" if way == "name" else "text"
    off = ' autocomplete="off"' if way == "off" else ""
    radios = "".join(
        f'<input type="radio" name="kind" id="{kind}" value="{kind}"{" checked" if chosen else ""}>'
        for kind, chosen in (("a", version == 1), ("b", version == 2)))
    return 200, {"Cache-Control": "no-store"}, (
        f'<!doctype html><title>form</title><form method="post" action="{action}">'
        f'<input type="hidden" name="version" id="version" value="{version}">'
        f'<textarea name="{name}" id="text"{off}>{state["words"]}</textarea>{radios}<button id="send">send</button></form>')

base = serve(answer)
# Chromium keeps some pages whole for a while and then shows them as they were; here each is fetched again, as it is
# when memory is short or ten minutes have passed.
driver = chromium("--disable-features=BackForwardCache")
try:
    for way in ("hidden", "query", "path", "fragment", "name", "off"):
        state.update(version=1, words="")
        driver.get(f"{base}/form?way={way}")
        element(driver, "text").send_keys("old words")
        element(driver, "a").click()
        element(driver, "send").click()
        element(driver, "next")
        state.update(version=2, words="newer words")
        driver.back()
        shown = element(driver, "text").get_property("value")
        version = element(driver, "version").get_property("value")
        radio = "b" if element(driver, "b").is_selected() else "a"
        print(f"{way}: hidden version {version}, {shown!r}, radio {radio}")
finally:
    driver.quit()
P
"$python" "$place/try.py" >"$place/seen" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
expect <<'S'
hidden: hidden version 2, 'old words', radio a
query: hidden version 2, 'old words', radio a
path: hidden version 2, 'newer words', radio b
fragment: hidden version 2, 'newer words', radio b
name: hidden version 2, 'newer words', radio b
off: hidden version 2, 'newer words', radio a
S
