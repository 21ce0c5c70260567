"""Ids and canonical bytes: UUIDv7 as text, the one JSON form that is hashed, and commitments for personal values."""

import hashlib
import json
import secrets
import time
import uuid
from typing import Any, TypeGuard


def new_id(milliseconds: int | None = None, entropy: bytes | None = None) -> str:
    """A UUIDv7 (RFC 9562): time-ordered, so that records sort by birth. `entropy` (10 bytes) makes it repeatable."""
    moment = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    tail = int.from_bytes(entropy or secrets.token_bytes(10), "big")
    value = (moment & (2**48 - 1)) << 80 | (tail & (2**80 - 1))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def id_from(*parts: str) -> str:
    """The one id (UUIDv8, RFC 9562) that these texts always give: what is made twice from them is made once."""
    value = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:16], "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def is_id(text: Any) -> TypeGuard[str]:
    """Whether `text` is a UUID in its usual lower-case form."""
    if not isinstance(text, str) or len(text) != 36:
        return False
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> bytes:
    """The one byte form of a JSON value: sorted keys, no spaces, UTF-8. Hashes are over this."""
    return _canonical.encode(value).encode()


def digest(*parts: bytes) -> str:
    """SHA-256 of the parts one after the other, as hex."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()


def commitment(salt: str, value: Any) -> str:
    """What stands in the journal for a personal value: SHA-256 over a 128-bit salt (hex) and the canonical value."""
    return digest(bytes.fromhex(salt), canonical(value))
