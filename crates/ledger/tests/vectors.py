"""Recomputes the pinned vectors of the case chain with nothing but hashlib and struct, from the written encoding."""
import hashlib, struct

def genesis(case):
    return hashlib.sha256(b"chikaya case chain 1 genesis\0" + case).digest()

def following(previous, case, sequence, instant, kind, payload):
    kind = kind.encode()
    return hashlib.sha256(
        b"chikaya case chain 1 event\0" + previous + case + struct.pack(">Iq", sequence, instant)
        + struct.pack(">Q", len(kind)) + kind + struct.pack(">Q", len(payload)) + payload).digest()

case = bytes(range(16))
events = [
    (1772445600000000, "case.filed", '{"subject":"إنارة عمومية"}'.encode()),
    (1772532000123456, "case.assigned", b""),
    (-1, "case.answered", bytes(range(256))),
    (2**63 - 1, "", b"\0"),
]
link = genesis(case)
print(link.hex())
for sequence, (instant, kind, payload) in enumerate(events, 1):
    link = following(link, case, sequence, instant, kind, payload)
    print(link.hex())
