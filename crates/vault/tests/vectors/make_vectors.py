"""Writes the vectors in this folder from the description in docs/file-formats.md.

Written apart from the Rust code, with other libraries, so that the vectors test the description
and not the code against itself. Run once, by hand, with `cryptography` 44 or later; the files are
frozen, and a change here must not change them.
"""

import hashlib
import hmac
import json
import pathlib
import struct

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

HERE = pathlib.Path(__file__).parent
CASEBOOK_KEY = bytes(range(32))
CASEBOOK_ID = "01940000-0000-7000-8000-000000000001"
PASSPHRASE = "Zo\u00eb finds 1 marble otter"  # already NFKC
CODE = bytes.fromhex("00112233445566778899aabbccddeeff")
DATABASE_SALT = bytes([0xD5] * 16)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def hkdf(secret, salt, info, length=32):
    return HKDF(hashes.SHA256(), length, salt or None, info.encode()).derive(secret)


def recovery_code(code):
    number = int.from_bytes(code, "big")
    check = int.from_bytes(hashlib.sha256(b"holdfast recovery code 1" + code).digest()[:3], "big") >> 4
    text = "".join(ALPHABET[number >> 5 * (25 - i) & 31] for i in range(26))
    text += "".join(ALPHABET[check >> 5 * (3 - i) & 31] for i in range(4))
    return "-".join(text[i : i + 5] for i in range(0, 30, 5))


def slot(number, kind, kdf, kdf_text, slot_key, nonce):
    context = f"holdfast-key 1\n{CASEBOOK_ID}\n{number}\n{kind}\n{kdf_text}".encode()
    wrap = AESGCM(hkdf(slot_key, b"", "holdfast/v1/slot-wrap"))
    return {
        "id": number,
        "kind": kind,
        "kdf": kdf,
        "nonce": nonce.hex(),
        "sealed": wrap.encrypt(nonce, CASEBOOK_KEY, context).hex(),
        "commitment": hkdf(slot_key, b"", "holdfast/v1/slot-commit")[:16].hex(),
    }


def key_file(more_slots=""):
    salt = bytes([0xA1] * 16)
    stretched = Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=65536).derive(PASSPHRASE.encode())
    by_passphrase = slot(
        1, "passphrase",
        {"alg": "argon2id", "m_kib": 65536, "t": 3, "p": 1, "salt": salt.hex()},
        f"argon2id m=65536 t=3 p=1 salt={salt.hex()}", stretched, bytes([0x11] * 12),
    )
    salt = bytes([0xB2] * 16)
    by_code = slot(
        2, "recovery-code", {"alg": "hkdf-sha256", "salt": salt.hex()},
        f"hkdf-sha256 salt={salt.hex()}", hkdf(CODE, salt, "holdfast/v1/recovery-slot"), bytes([0x22] * 12),
    )
    fields = {
        "casebook": CASEBOOK_ID,
        "generation": 1,
        "created": "2026-11-21T09:00:00Z",
        "database_salt": DATABASE_SALT.hex(),
        "slots": [by_passphrase, by_code],
    }
    line = json.dumps(fields, separators=(",", ":"))
    line = line.removesuffix("]}") + more_slots + "]}"
    covered = f"holdfast-key 1\n{line}\n"
    mac = hmac.new(hkdf(CASEBOOK_KEY, b"", "holdfast/v1/key-file"), covered.encode(), "sha256").hexdigest()
    covered += mac + "\n"
    return covered + hashlib.sha256(covered.encode()).hexdigest() + "\n"


def sealed_blob(content, chunk, salt):
    header = b"HFBLOB1\n" + struct.pack(">I", chunk) + salt
    key = AESGCM(hkdf(hkdf(CASEBOOK_KEY, b"", "holdfast/v1/blobs"), salt, "holdfast/v1/sealed-blob"))
    pieces = [content[i : i + chunk] for i in range(0, len(content), chunk)] or [b""]
    out = header
    for number, piece in enumerate(pieces):
        nonce = bytes(3) + struct.pack(">Q", number) + bytes([number == len(pieces) - 1])
        out += key.encrypt(nonce, piece, header)
    return out


def small(plain, context):
    salt, nonce = bytes([0xE6] * 32), bytes([0x33] * 12)
    key = hkdf(hkdf(CASEBOOK_KEY, b"", "holdfast/v1/device-seed"), salt, "holdfast/v1/small")
    return b"\x01" + salt + nonce + AESGCM(key).encrypt(nonce, plain, context)


def blob_content(length):
    return bytes(i * 31 % 251 for i in range(length))


officers = ',{"id":3,"kind":"officer-pair","people":["a","b"],"weight":1.50,"new":{"x":[]}}'
content = blob_content(2500)
database = hkdf(CASEBOOK_KEY, b"", "holdfast/v1/database").hex()
names = hkdf(CASEBOOK_KEY, b"", "holdfast/v1/blob-names")
(HERE / "key-file.key").write_text(key_file())
(HERE / "key-file-with-officers.key").write_text(key_file(officers))
(HERE / "blob-2500.sealed").write_bytes(sealed_blob(content, 1024, bytes([0xC3] * 32)))
(HERE / "blob-empty.sealed").write_bytes(sealed_blob(b"", 262144, bytes([0xC4] * 32)))
values = {
    "casebook_key": CASEBOOK_KEY.hex(),
    "passphrase": PASSPHRASE,
    "recovery_code": recovery_code(CODE),
    "database_raw_key": f"x'{database}{DATABASE_SALT.hex()}'",
    "derived": {
        use: hkdf(CASEBOOK_KEY, b"", f"holdfast/v1/{use}").hex()
        for use in ["database", "blobs", "blob-names", "key-file", "device-seed"]
    },
    "blob_2500": {
        "sha256": hashlib.sha256(content).hexdigest(),
        "file_name": hmac.new(names, hashlib.sha256(content).digest(), "sha256").hexdigest(),
    },
    "small": {"context": "device seed", "plain": bytes([7] * 32).hex(), "sealed": small(bytes([7] * 32), b"device seed").hex()},
}
(HERE / "values.json").write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n")
