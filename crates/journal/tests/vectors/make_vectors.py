"""Writes the vectors in this folder from the description in docs/file-formats.md.

Written apart from the Rust code, with another library, so that the vectors test the description
and not the code against itself. `python3 make_vectors.py` writes them; with `--check` it compares
instead, and ends with 1 where they differ. The files are frozen: a change here must not change them.
"""

import base64
import hashlib
import json
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = pathlib.Path(__file__).parent


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class Key:
    def __init__(self, seed):
        self.seed = seed
        self.private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, *parts):
        return self.private.sign(b"".join(parts))


DEVICE = Key(bytes([1] * 32))
NEXT_DEVICE = Key(bytes([2] * 32))
HUB = Key(bytes([3] * 32))
HUB_ID = bytes.fromhex("01940000000070008000000000000002")
AT_MS = 1_795_424_400_123  # 2026-11-23T09:00:00.123Z


def number(value):
    return struct.pack(">Q", value)


def signed_link(key, unsigned):
    return unsigned + key.sign(b"holdfast link 1\0", unsigned)


def opening(key, commitment):
    return signed_link(key, b"\x01\x00" + key.public + commitment)


def continuing(key, old, chain, sequence, head, commitment):
    at = chain + number(sequence) + head
    agreed = old.sign(b"holdfast continue 1\0", key.public, at, commitment)
    return signed_link(key, b"\x01\x01" + key.public + at + agreed + commitment)


def following(key, chain, sequence, previous, commitment):
    return signed_link(key, b"\x01\x02" + chain + number(sequence) + previous + commitment)


def bodies():
    text = (
        '{"author":"01940000-0000-7000-8000-000000000001","kind":"casebook_care","kind_version":1,'
        '"recorded":{"at":"2026-11-23T09:00:00Z","zone":"Europe/London"},'
        '"subjects":[{"person":"01940000-0000-7000-8000-000000000003"}],'
        '"based_on":[],"blobs":[],"payload":{"act":"m\u00e9nd\u2019d",  "times":2}}'
    ).encode()
    nonce = bytes(range(32))
    return {"nonce": nonce.hex(), "bytes": base64.b64encode(text).decode(), "commitment": sha256(nonce, text).hex()}


def links():
    commitment = sha256(b"a body")
    first = opening(DEVICE, commitment)
    chain = sha256(first)
    second = following(DEVICE, chain, 1, chain, sha256(b"another body"))
    third = continuing(NEXT_DEVICE, DEVICE, chain, 1, sha256(second), sha256(b"a third body"))
    return {
        "seed": DEVICE.seed.hex(),
        "next_seed": NEXT_DEVICE.seed.hex(),
        **{
            name: {"bytes": link.hex(), "hash": sha256(link).hex()}
            for name, link in [("opening", first), ("following", second), ("continuing", third)]
        },
    }


def receipt():
    chain, head, held = sha256(b"chain"), sha256(b"head"), [sha256(b"one"), sha256(b"two")]
    signed = b"holdfast receipt 1\0" + HUB_ID + chain + number(7) + head + number(AT_MS) + b"".join(held)
    return {"seed": HUB.seed.hex(), "bytes": signed.hex(), "signature": HUB.sign(signed).hex()}


def verdict():
    text = json.dumps(
        {
            "entry": sha256(b"one").hex(),
            "decision": "needs_person",
            "cause": "The child\u2019s number is not known.",
            "reference": "C-1",
            "at": "2026-11-23T09:00:00.123Z",
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return {"seed": HUB.seed.hex(), "json": text, "signature": HUB.sign(b"holdfast verdict 1\0", text.encode()).hex()}


def enrol_code(certificate, address):
    content = HUB.public + certificate + bytes(range(16)) + address.encode()
    content += sha256(content)[:4]
    return "HF1-" + base64.urlsafe_b64encode(content).decode().rstrip("=")


def marks():
    nonce, body = bytes(range(16)), b'{"x":1}'
    asked = b"holdfast request 1\0" + nonce + b"POST\0" + b"/v1/batches?x=1\0" + sha256(body)
    answered = b"holdfast answer 1\0" + nonce + number(AT_MS) + struct.pack(">H", 200) + sha256(body)
    return {
        "seed": DEVICE.seed.hex(),
        "hub_seed": HUB.seed.hex(),
        "request": DEVICE.sign(asked).hex(),
        "answer": HUB.sign(answered).hex(),
    }


FILES = {
    "body.json": bodies(),
    "links.json": links(),
    "receipt.json": receipt(),
    "verdict.json": verdict(),
    "enrol_code.json": {
        "hub_key": HUB.public.hex(),
        "tls": enrol_code(sha256(b"certificate"), "https://hub.example:8443"),
        "loopback": enrol_code(bytes(32), "http://127.0.0.1:8080"),
    },
    "marks.json": marks(),
}

for name, value in FILES.items():
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    if "--check" not in sys.argv:
        (HERE / name).write_text(text)
    elif (HERE / name).read_text() != text:
        sys.exit(f"{name} is not what the description says")
