"""Where stops, hazards and injuries cost most, post by post, and what the measures planned there cost and would save.

A post (岗位) here is a zone that has a risk point: there the risk is assessed, the machines stand and the hazards are
found. A line's stop counts once, in the zone of the line's first machine by code; a machine's own in its zone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import sqlalchemy as sa

from services.core.equipment import Equipment
from services.core.losses import LossRates, loss_rates
from services.core.measures import Period
from services.core.risk_controls import ControlMeasure, bounds_of
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import METHODS
from services.core.risks import assessed
from services.core.zones import Zone
from services.store.queries.figures import NOT_COUNTED, span_of
from services.store.queries.risk import PointRow, risk_points
from services.store.records import Records
from services.store.stops import LineStops
from services.store.tables import RECORDS

YEAR = 365.0
Case = Literal["cautious", "likely", "hopeful"]
CASES: tuple[Case, ...] = ("cautious", "likely", "hopeful")


@dataclass(frozen=True, slots=True)
class Payback:
    """A case: what the measures save a year, in yuan, and after how many years they are paid back; None where they save
    nothing, or where no cost is known."""

    case: Case
    share: float
    saved: float
    years: float | None


@dataclass(frozen=True, slots=True)
class PostLoss:
    """One post in a period. `stops` are those of its machines and lines, None where nobody could say, and `stood` what
    they cost; `hazards` the ids of those reported there, `injuries` and `days_lost` the recordable ones. `loss` in yuan
    is of the period, `yearly` what that comes to in 365 days. `weight` is the residual level as 1 (low) to 4 (major),
    `index` weight × yearly. `planned` are the measures not yet in place, `after` the level with all of them."""

    zone: Zone
    points: tuple[PointRow, ...]
    equipment: tuple[Equipment, ...]
    stops: tuple[LineStops, ...] | None
    stood: float
    hazards: tuple[str, ...]
    injuries: int
    days_lost: int
    loss: float
    yearly: float
    planned: tuple[ControlMeasure, ...]
    after: RiskLevel
    rates: LossRates

    @property
    def level(self) -> RiskLevel:
        """The worst residual level of its risk points."""
        return self.points[0].residual.level

    @property
    def weight(self) -> int:
        """The level as 1 to 4."""
        return self.level.rank

    @property
    def index(self) -> float:
        """By which posts are ranked."""
        return self.weight * self.yearly

    @property
    def hours(self) -> float | None:
        """How long it stood unplanned; None where nobody could say."""
        return None if self.stops is None else sum(one.hours for one in self.stops)

    @property
    def cost(self) -> float:
        """What the planned measures cost, as far as that is known."""
        return sum(one.cost or 0.0 for one in self.planned)

    @property
    def unpriced(self) -> tuple[ControlMeasure, ...]:
        """The planned measures whose cost is not known."""
        return tuple(one for one in self.planned if one.cost is None)

    @property
    def paybacks(self) -> tuple[Payback, ...]:
        """The three cases; none where nothing is planned."""
        if not self.planned:
            return ()
        return tuple(self._payback(case, getattr(self.rates, case)) for case in CASES)

    def _payback(self, case: Case, share: float) -> Payback:
        saved = self.yearly * share / 100
        return Payback(case, share, saved, self.cost / saved if saved and self.cost else None)


def post_losses(look: Records, period: Period, stops: tuple[LineStops, ...] | None) -> tuple[PostLoss, ...]:
    """Every post, the highest index first, then the worst risk. `stops` by line, None where nobody could say. Raises
    Refused: no_plant."""
    rates, span = loss_rates(look), span_of(look, period)
    machines = [one for one in look.find("equipment") if one.retired_at is None]
    homes, costs = homes_of(machines), hour_costs(machines)
    by_zone: dict[str, list[PointRow]] = {}
    for point in risk_points(look):
        by_zone.setdefault(point.zone.id, []).append(point)
    hazards, hurt = _hazards(look, span), _injuries(look, span)
    found = []
    for zone, points in by_zone.items():
        here = None if stops is None else tuple(one for one in stops if homes.get(one.line) == zone)
        injuries, days = hurt.get(zone, (0, 0))
        own = hazards.get(zone, ())
        stood = sum(one.hours * _hour(costs.get(one.line), rates) for one in here or ())
        loss = stood + len(own) * rates.hazard + injuries * rates.injury + days * rates.day_lost
        planned = tuple(one for point in points for one in point.measures if not one.in_place)
        mine = tuple(sorted((one for one in machines if one.zone == zone), key=lambda one: one.code))
        yearly = loss * YEAR / period.days
        after = max((_after(look, point) for point in points), key=lambda level: level.rank)
        found.append(
            PostLoss(
                points[0].zone, tuple(points), mine, here, stood, own, injuries, days, loss, yearly, planned, after,
                rates,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.index, -one.weight, -one.points[0].residual.score, one.zone.name)))


def homes_of(machines: Iterable[Equipment]) -> dict[str, str]:
    """The zone in which a stop counts, by the code of a line or machine: a code that is both is the machine's."""
    homes: dict[str, str] = {}
    ranked = sorted(machines, key=lambda one: one.code)
    for one in ranked:
        if one.line:
            homes.setdefault(one.line, one.zone)
    return homes | {one.code: one.zone for one in ranked}


def hour_costs(machines: Iterable[Equipment]) -> dict[str, float | None]:
    """What an hour of standing costs by the code of a line or machine, where that is told of the machine, or of the
    line's first one by code."""
    costs: dict[str, float | None] = {}
    ranked = sorted(machines, key=lambda one: one.code)
    for one in ranked:
        if one.line:
            costs.setdefault(one.line, one.stop_hour)
    return costs | {one.code: one.stop_hour for one in ranked}


def _hour(own: float | None, rates: LossRates) -> float:
    return rates.stop_hour if own is None else own


def _after(look: Records, row: PointRow) -> RiskLevel:
    """The level with every planned measure in place; one that was set directly stays until somebody lifts it."""
    measures = [replace(one, in_place=True) for one in row.measures]
    return assessed(row.point, bounds_of(look, METHODS[row.point.method].scale), measures).level


def _hazards(look: Records, span: tuple[str, str]) -> dict[str, tuple[str, ...]]:
    table = RECORDS["hazard"]
    query = sa.select(table.c.zone, table.c.id).where(
        table.c.reported_at >= span[0], table.c.reported_at < span[1], table.c.state.not_in(NOT_COUNTED)
    )
    found: dict[str, list[str]] = {}
    for row in look.connection.execute(query.order_by(table.c.reported_at, table.c.id)):
        found.setdefault(row.zone, []).append(row.id)
    return {zone: tuple(ids) for zone, ids in found.items()}


def _injuries(look: Records, span: tuple[str, str]) -> dict[str, tuple[int, int]]:
    table = RECORDS["incident"]
    query = sa.select(table.c.zone, table.c.days_lost).where(
        table.c.kind == "recordable_injury", table.c.withdrawn_at.is_(None), table.c.at >= span[0], table.c.at < span[1]
    )
    count, days = Counter[str](), Counter[str]()
    for row in look.connection.execute(query):
        count[row.zone] += 1
        days[row.zone] += row.days_lost
    return {zone: (count[zone], days[zone]) for zone in count}


@dataclass(frozen=True, slots=True)
class MachineRow:
    """A machine with its zone's name, the hazards that name it, and the stops told under its own code. `hour` is what
    an hour of its standing costs, in yuan: its own, or else the plant's."""

    machine: Equipment
    zone: str
    hazards: int
    stops: LineStops | None
    hour: float

    @property
    def stood(self) -> float | None:
        """What its standing has cost; None where nobody could say."""
        return None if self.stops is None else self.stops.hours * self.hour


def machine_rows(look: Records, period: Period, stops: tuple[LineStops, ...] | None) -> tuple[MachineRow, ...]:
    """The machines of which there is something to tell, most hazards and longest stops first."""
    table, span = RECORDS["hazard"], span_of(look, period)
    query = sa.select(table.c.equipment, sa.func.count().label("many")).where(
        table.c.equipment.is_not(None), table.c.state.not_in(NOT_COUNTED),
        table.c.reported_at >= span[0], table.c.reported_at < span[1],
    )  # fmt: skip
    many = {row.equipment: row.many for row in look.connection.execute(query.group_by(table.c.equipment))}
    zones = {one.id: one.name for one in look.find("zone")}
    stood, rates = {one.line: one for one in stops or ()}, loss_rates(look)
    rows = [
        MachineRow(one, zones.get(one.zone, ""), many.get(one.id, 0), stood.get(one.code), _hour(one.stop_hour, rates))
        for one in look.find("equipment")
    ]
    told = [row for row in rows if row.hazards or row.stops]
    return tuple(sorted(told, key=lambda row: (-row.hazards, -(row.stops.hours if row.stops else 0), row.machine.code)))
