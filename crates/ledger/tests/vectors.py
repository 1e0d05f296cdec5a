"""Recomputes the pinned vectors of the case chain with nothing but hashlib and struct, from the written encoding."""
import hashlib, struct

def genesis(case):
    return hashlib.sha256(b"chikaya case chain 1 genesis\0" + case).digest()

def following(previous, case, sequence, instant, kind, payload):
    kind = kind.encode()
    return hashlib.sha256(
        b"chikaya case chain 1 event\0" + previous + case + struct.pack(">Iq", sequence, instant)
        + struct.pack(">Q", len(kind)) + kind + struct.pack(">Q", len(payload)) + payload).digest()

def following_bound(previous, case, sequence, instant, kind, payload, bound):
    kind = kind.encode()
    return hashlib.sha256(
        b"chikaya case chain 2 event\0" + previous + case + struct.pack(">Iq", sequence, instant)
        + struct.pack(">Q", len(kind)) + kind + struct.pack(">Q", len(payload)) + payload
        + struct.pack(">Q", len(bound)) + bound).digest()

def item(kind, salt, identifier, fields):
    digest = b"chikaya binding 1\0" + bytes([kind]) + salt + identifier
    for field in fields:
        digest += b"\0" if field is None else b"\1" + struct.pack(">Q", len(field)) + field
    return bytes([kind]) + identifier + hashlib.sha256(digest).digest()

def leaf(case, sequence, chain, bound):
    return hashlib.sha256(b"\0chikaya record leaf 1\0" + case + struct.pack(">I", sequence) + chain
        + hashlib.sha256(bound).digest()).digest()

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

# An event of the second version that binds a text and a contact, and its leaf.
bound = (item(1, bytes(16), b"\1" * 16, [None, "إنارة".encode()])
    + item(4, b"\7" * 16, b"\2" * 16, [b"a@example.org", b""]))
link = following_bound(genesis(case), case, 1, 1772445600000000, "filed", b"{}", bound)
print(link.hex())
print(leaf(case, 1, link, bound).hex())
