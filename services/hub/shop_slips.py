"""The slip on a phone: the code that only the hub can make again, as an address in a QR code."""

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
