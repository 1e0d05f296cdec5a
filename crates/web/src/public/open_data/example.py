import json
import urllib.request

address = "https://portal.example/open-data/territories-2026.json"
with urllib.request.urlopen(address) as answer:
    data = json.load(answer)

rows = [dict(zip(data["columns"], row)) for row in data["rows"]]
regions = [row for row in rows if row["code"].startswith("region-")]
for region in sorted(regions, key=lambda row: row["in-time"] or 0):
    share, low, high = region["in-time"], region["in-time.low"], region["in-time.high"]
    if share is None:
        print(region["name_fr"], "not told")
    else:
        print(f"{region['name_fr']}: {share:.0%} ({low:.0%} to {high:.0%})")
print("As of event", data["position"])
