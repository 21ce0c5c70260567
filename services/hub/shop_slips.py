"""The slip on a phone: the code that only the hub can make again, as an address in a QR code."""

from typing import Any

from services.core.labels import seal
from services.core.redemptions import Redemption, hash_of, sealed_text
from services.core.refused import Refused
from services.hub.hub import Hub
from services.store.records import Records


def code_of(hub: Hub, look: Records, one: Redemption) -> str:
    """The code of a slip. Raises Refused: slip_wrong, where the key that sealed it is gone."""
    keys = hub.store.keys
    if one.key not in keys.keys:
        keys.read(look.connection)
    secret = keys.keys.get(one.key)
    code = seal(secret, sealed_text(one.id)) if secret else ""
    if hash_of(code) != one.slip:
        raise Refused("slip_wrong")
    return code


def token_of(one: Redemption, code: str) -> str:
    """What stands behind `/h/` in the address on a slip."""
    return f"{one.id}.{code}"


def drawn(text: str) -> dict[str, Any]:
    """A QR code as the path of an SVG: a square a module, and how many there are a side."""
    from services.reports.qr import CodeSize, mask_bits, smallest_version

    size = CodeSize(smallest_version(len(text), "M") or 40, "M", 1)
    rows, wide = mask_bits(text, size), (size.modules + 7) // 8
    dark = [
        f"M{x} {y}h1v1h-1z"
        for y in range(size.modules)
        for x in range(size.modules)
        if rows[y * wide + x // 8] >> (7 - x % 8) & 1
    ]
    return {"side": size.modules, "path": "".join(dark)}
