"""Computers that hold a copy of the plant: paired with the hub once, and shut out when one is lost."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import present
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, CONSOLE_ROLES, STAFF
from services.core.shape import Ref, Text


@record("device", indexed=("person",), few=True)
@dataclass(frozen=True, kw_only=True)
class Device:
    """`id` is the console's own, under which it counts its operations; `person` who signed in on it last."""

    id: str
    name: str
    person: str
    paired_at: datetime
    revoked_at: datetime | None = None
    revoked_by: str | None = None
    reason: str = ""


@operation("devices.pair", roles=CONSOLE_ROLES, offline=False)
@dataclass(frozen=True, kw_only=True)
class Pair:
    """A computer gets a copy of the plant in the name of whoever signs in on it."""

    device: Annotated[str, Text(most=80)]
    name: Annotated[str, Text(most=80)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, context.actor.person or "")
        known: Device | None = look.get("device", self.device)
        if known is None:
            return [Put(Device(id=self.device, name=self.name, person=person.id, paired_at=context.now))]
        if known.revoked_at is not None:
            raise Refused("device_revoked", device=self.device)
        return [Put(replace(known, name=self.name, person=person.id))]


@operation("devices.revoke", roles=STAFF, offline=False)
@dataclass(frozen=True, kw_only=True)
class Revoke:
    """A computer is lost or given away: nothing is taken from it any more and it gets nothing."""

    device: Annotated[str, Ref("device")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        device = required(look, Device, self.device)
        if not context.actor.has(*ADMINISTRATION) and context.actor.person != device.person:
            raise Refused("not_allowed", kind="devices.revoke")
        if device.revoked_at is not None:
            raise Refused("device_revoked", device=self.device)
        gone = replace(device, revoked_at=context.now, revoked_by=context.actor.person, reason=self.reason)
        return [Put(gone)]
