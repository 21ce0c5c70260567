"""Everything of a plant in open formats, made by the hub for whoever answers for it; each with why, as it holds what is
personal, and gone again after some days."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from services.core.backups import SYSTEM_ONLY
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range, Ref, Text

ExportState = Literal["wanted", "good", "failed", "cancelled", "gone"]
MANAGERS = frozenset({Role.EHS_MANAGER})
OfExport = Annotated[str, Ref("data_export")]


@record("data_export", indexed=("export_state",), called="file")
@dataclass(frozen=True, kw_only=True)
class DataExport:
    """One archive. `export_reason` is what its asker said, `keep_until` when the hub takes it away, `bytes` its size,
    `trouble` and `answer` why it failed."""

    id: str
    file: str
    export_state: ExportState
    begun_at: datetime
    begun_by: str | None
    export_reason: str
    keep_until: datetime
    done_at: datetime | None = None
    bytes: int = 0
    trouble: str = ""
    answer: str = ""


def wanted_export(look: Look) -> DataExport | None:
    """The one that is being made, or waits to be."""
    found: tuple[DataExport, ...] = look.find("data_export", export_state="wanted")
    return min(found, key=lambda one: one.begun_at, default=None)


def over_exports(look: Look, now: datetime) -> list[DataExport]:
    """Those whose days are over."""
    return [one for one in look.find("data_export", export_state="good") if one.keep_until <= now]


def _running(look: Look, id_: str) -> DataExport:
    one = required(look, DataExport, id_)
    if one.export_state != "wanted":
        raise Refused("backup_over", file=one.file)
    return one


@operation("data_exports.ask", roles=MANAGERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Ask:
    """Everything is written into an archive, which is kept for so many days. Raises Refused: backup_runs."""

    export_reason: Annotated[str, Text(most=200)]
    days: Annotated[int, Range(1, 90)] = 7

    def decide(self, context: Context, look: Look) -> list[Change]:
        running = wanted_export(look)
        if running is not None:
            raise Refused("backup_runs", file=running.file)
        here = context.now.astimezone(ZoneInfo(the_plant(look).timezone))
        made = DataExport(
            id=context.id,
            file=f"anhuan-data-{here:%Y%m%d-%H%M%S}.zip",
            export_state="wanted",
            begun_at=context.now,
            begun_by=context.actor.person,
            export_reason=self.export_reason,
            keep_until=context.now + timedelta(days=self.days),
        )
        return [Put(made)]


@operation("data_exports.cancel", roles=MANAGERS | SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Cancel:
    """One that is being made is given up. Raises Refused: backup_over."""

    data_export: OfExport

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(_running(look, self.data_export), export_state="cancelled", done_at=context.now))]


@operation("data_exports.finish", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Finish:
    """It is written. Raises Refused: backup_over."""

    data_export: OfExport
    bytes: Annotated[int, Range(0, 2**53)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = _running(look, self.data_export)
        return [Put(replace(one, export_state="good", done_at=context.now, bytes=self.bytes))]


@operation("data_exports.fail", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Fail:
    """It could not be made. Raises Refused: backup_over."""

    data_export: OfExport
    trouble: Annotated[str, Text(most=40, least=0)]
    answer: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = _running(look, self.data_export)
        failed = replace(one, export_state="failed", done_at=context.now, trouble=self.trouble, answer=self.answer)
        return [Put(failed)]


@operation("data_exports.let_go", roles=MANAGERS | SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class LetGo:
    """Its archive is taken away."""

    data_export: OfExport

    def decide(self, context: Context, look: Look) -> list[Change]:
        one = required(look, DataExport, self.data_export)
        if one.export_state != "good":
            raise Refused("backup_not_there", file=one.file)
        return [Put(replace(one, export_state="gone"))]
