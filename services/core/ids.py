"""Ids and canonical bytes: UUIDv7 as text, the one JSON form that is hashed, and commitments for personal values."""

import hashlib
import json
import secrets
import threading
import time
import uuid
from typing import Any, TypeGuard

_COUNTED = 12  # bits of a count that follow the millisecond (RFC 9562, section 6.2, method 1)
_turn = threading.Lock()
_last = (0, 0)  # the millisecond of the newest id of this process, and its count


def new_id(milliseconds: int | None = None, entropy: bytes | None = None) -> str:
    """A UUIDv7 (RFC 9562): time-ordered, so that records sort by birth. `entropy` (10 bytes) makes it repeatable.

    Without arguments the ids of one process follow each other also within a millisecond: what is made with one press
    (three shifts, say) stays in the order in which it was made.
    """
    tail = int.from_bytes(entropy or secrets.token_bytes(10), "big")
    if milliseconds is None:
        milliseconds, count = _next_moment(tail >> 64 & (2**_COUNTED - 1))
        tail = tail & ~((2**_COUNTED - 1) << 64) | count << 64
    value = (milliseconds & (2**48 - 1)) << 80 | (tail & (2**80 - 1))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def _next_moment(chance: int) -> tuple[int, int]:
    """Millisecond and count of the next id. A clock put back begins anew: ids then tell the time that is shown."""
    global _last
    with _turn:
        now, (then, count) = time.time_ns() // 1_000_000, _last
        if not then - 1 <= now <= then:
            _last = now, chance >> 1  # the upper half is left free to count in
        else:
            _last = (then, count + 1) if count + 1 < 2**_COUNTED else (then + 1, 0)
        return _last


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
