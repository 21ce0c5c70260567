"""Audit bags (迎检包): which have been made, by their seals, and what auditors have said in them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS
from services.core.shape import Ref, Text, is_hash
from services.core.zones import Zone

Seal = Annotated[str, Text(most=64, least=64)]
Clause = Annotated[str, Text(most=40, least=0)]


@record("audit_bag", indexed=("seal",), called="", group="audits")
@dataclass(frozen=True, kw_only=True)
class AuditBag:
    """A bag that was made: its seal (SHA-256 of the file up to it, in hex), the plant's days and zones that it tells of
    (no zones: all of them), and whether names were left out."""

    id: str
    seal: str
    first: date
    last: date
    zones: tuple[str, ...] = ()
    masked: bool = False
    made_by: str | None = None
    made_at: datetime


@record("audit_comment", indexed=("seal", "hazard"), called="")
@dataclass(frozen=True, kw_only=True)
class AuditComment:
    """What an auditor wrote into the bag of this seal, on the auditor's own computer at `said_at`: on a hazard, a
    clause of a standard (code as in `clauses`), or the bag as a whole. `said_by` is what they called themselves."""

    id: str
    seal: str
    text: str
    said_by: str
    said_at: datetime
    hazard: str | None = None
    clause: str = ""
    brought_by: str | None = None
    brought_at: datetime


@operation("audits.make", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class MakeBag:
    """A bag has been made and handed out; from now on the journal vouches for its seal."""

    seal: Seal
    first: date
    last: date
    zones: tuple[Annotated[str, Ref("zone")], ...] = ()
    masked: bool = False

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not is_hash(self.seal):
            raise Refused("args_wrong", field="seal", expected="SHA-256")
        if self.last < self.first:
            raise Refused("days_turned")
        for zone in self.zones:
            required(look, Zone, zone)
        made = AuditBag(
            id=context.id,
            seal=self.seal,
            first=self.first,
            last=self.last,
            zones=self.zones,
            masked=self.masked,
            made_by=context.actor.person,
            made_at=context.now,
        )
        return [Put(made)]


@operation("audit_comments.bring", roles=LEADERS)
@dataclass(frozen=True, kw_only=True)
class BringComment:
    """An auditor's comment comes back from a bag that this plant has made."""

    seal: Seal
    text: Annotated[str, Text(most=1000)]
    said_by: Annotated[str, Text(most=60)]
    said_at: datetime
    hazard: Annotated[str, Ref("hazard")] | None = None
    clause: Clause = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not look.find("audit_bag", seal=self.seal):
            raise Refused("bag_unknown")
        if self.hazard is not None and look.get("hazard", self.hazard) is None:
            raise Refused("no_such_record", record="hazard", id=self.hazard[:60])
        said = AuditComment(
            id=context.id,
            seal=self.seal,
            text=self.text,
            said_by=self.said_by,
            said_at=self.said_at,
            hazard=self.hazard,
            clause=self.clause,
            brought_by=context.actor.person,
            brought_at=context.now,
        )
        return [Put(said)]
