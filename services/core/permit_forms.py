"""Forms of work permits (作业票) as data: levels with their longest validity, who signs in which order, measures to
confirm, gas limits, the closing inspection. The usual ones follow the practice of GB 30871; a plant sets its own."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal, get_args

from services.core.operation import Change, Context, Look, Put, operation
from services.core.posts import Trades
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Range, Text

Work = Literal[
    "hot_work",
    "confined_space",
    "height",
    "lifting",
    "temporary_electricity",
    "excavation",
    "blind_plate",
    "road_closing",
    "other_work",
]
WorkLevel = Literal["special", "first", "second", "third", "fourth", "only"]
Sign = Literal["work_leader", "guardian", "zone_owner", "department", "safety", "manager"]
APPROVERS: tuple[Sign, ...] = ("zone_owner", "department", "safety", "manager")
Hours = Annotated[float, Range(0.5, 2160)]
Minutes = Annotated[int, Range(0, 1440)]
Measure = Annotated[str, Text(most=120)]  # a code of the words `permit.measure.`, or the plant's own text
MOST_LINES = 30


@dataclass(frozen=True, kw_only=True)
class Level:
    """A level of the work, the longest validity of its permits in hours, and how many of the form's approvers sign it,
    from the first on (0: all of them)."""

    level: WorkLevel
    hours: Hours
    approvers: Annotated[int, Range(0, 4)] = 0


@dataclass(frozen=True, kw_only=True)
class GasLimit:
    """`gas` is a code of the words `permit.gas.` or the plant's own text; a value from `least` to `most` is good."""

    gas: Annotated[str, Text(most=30)]
    unit: Annotated[str, Text(most=10)]
    least: Annotated[float, Range(0, 1_000_000)] | None = None
    most: Annotated[float, Range(0, 1_000_000)] | None = None

    def holds(self, value: float) -> bool:
        """Whether the value is within the limits; a limit itself is."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


@record("permit_form", indexed=("work",), called="", few=True)
@dataclass(frozen=True, kw_only=True)
class PermitForm:
    """What a permit for a kind of work asks for. A gas reading before the start may be `fresh_min` minutes old at most,
    while the work goes on one is due every `every_min` (0: none is); a permit may be extended `extensions` times, and
    never beyond the longest validity of its level. `closing` are the points of the closing inspection, `trades` the
    certificates of which somebody at the work has to hold one each. `version` counts from 1 with each change."""

    id: str
    work: Work
    levels: tuple[Level, ...]
    signs: tuple[Sign, ...]
    measures: tuple[str, ...]
    closing: tuple[str, ...]
    gases: tuple[GasLimit, ...] = ()
    trades: Trades = ()
    fresh_min: int = 30
    every_min: int = 0
    extensions: int = 1
    set_at: datetime | None = None
    version: int = 1

    def level(self, level: WorkLevel) -> Level:
        """The rule of a level. Raises Refused: permit_level_unknown."""
        found = next((one for one in self.levels if one.level == level), None)
        if found is None:
            raise Refused("permit_level_unknown")
        return found

    def signed_by(self, level: WorkLevel) -> tuple[Sign, ...]:
        """Who signs a permit of this level, in order."""
        approvers = [one for one in self.signs if one in APPROVERS]
        kept = approvers[: self.level(level).approvers or len(approvers)]
        return tuple(one for one in self.signs if one not in APPROVERS or one in kept)


def _levels(*pairs: tuple[WorkLevel, float, int]) -> tuple[Level, ...]:
    return tuple(Level(level=level, hours=hours, approvers=approvers) for level, hours, approvers in pairs)


def _usual(
    work: Work,
    levels: tuple[Level, ...],
    signs: tuple[Sign, ...],
    measures: str,
    closing: str,
    extensions: int = 1,
    trades: Trades = (),
) -> PermitForm:
    order: tuple[Sign, ...] = ("work_leader", "guardian", *signs)
    return PermitForm(
        id=f"usual-{work}",
        work=work,
        levels=levels,
        signs=order,
        measures=tuple(measures.split()),
        closing=tuple(closing.split()),
        extensions=extensions,
        trades=trades,
    )


# Limits and intervals as GB 30871 is commonly applied; the flammable limit is that of portable detectors (10 % of the
# lower explosive limit). They are beginnings: the plant's own form takes their place.
FLAMMABLE = GasLimit(gas="flammable", unit="%LEL", most=10.0)
OXYGEN = GasLimit(gas="oxygen", unit="%", least=19.5, most=23.5)
TOXIC = (
    GasLimit(gas="carbon_monoxide", unit="mg/m³", most=20.0),
    GasLimit(gas="hydrogen_sulfide", unit="mg/m³", most=10.0),
)
TIDY = "people_out tools_out site_clean"
USUAL: dict[Work, PermitForm] = {
    "hot_work": replace(
        _usual(
            "hot_work",
            _levels(("special", 8, 0), ("first", 8, 2), ("second", 72, 1)),
            ("zone_owner", "safety", "manager"),
            "fire_cleared fire_covered extinguisher gas_cylinders sewers_closed welder_certified guardian_there",
            f"{TIDY} no_embers power_off",
            extensions=0,
            trades=("welding",),
        ),
        gases=(FLAMMABLE,),
        every_min=120,
    ),
    "confined_space": replace(
        _usual(
            "confined_space",
            _levels(("only", 24, 0)),
            ("zone_owner", "safety"),
            "isolated cleaned ventilated low_voltage breathing_apparatus rescue_ready entry_counted guardian_there",
            f"{TIDY} counted_out hatch_closed",
            extensions=0,
        ),
        gases=(OXYGEN, FLAMMABLE, *TOXIC),
        every_min=120,
    ),
    "height": _usual(
        "height",
        _levels(("first", 168, 1), ("second", 168, 2), ("third", 168, 2), ("fourth", 168, 0)),
        ("zone_owner", "safety", "manager"),
        "healthy harness scaffold below_closed tools_tied weather_fit guardian_there",
        f"{TIDY} scaffold_down",
        trades=("heights",),
    ),
    "lifting": _usual(
        "lifting",
        _levels(("third", 24, 1), ("second", 24, 2), ("first", 24, 0)),
        ("zone_owner", "safety", "manager"),
        "lifting_plan crane_checked slings_checked ground_firm below_closed signaller overhead_lines guardian_there",
        f"{TIDY} hook_secured",
        trades=("crane",),
    ),
    "temporary_electricity": _usual(
        "temporary_electricity",
        _levels(("only", 360, 0)),
        ("zone_owner", "safety"),
        "electrician_certified leakage_protector cable_high earthed box_locked load_checked",
        f"{TIDY} line_removed power_off",
        trades=("electrician_low",),
    ),
    "excavation": _usual(
        "excavation",
        _levels(("only", 72, 0)),
        ("zone_owner", "safety"),
        "buried_lines hand_dug shored edge_clear fenced",
        f"{TIDY} backfilled",
    ),
    "blind_plate": _usual(
        "blind_plate",
        _levels(("only", 24, 0)),
        ("zone_owner", "safety"),
        "isolated plate_numbered breathing_apparatus spark_free guardian_there",
        f"{TIDY} plates_counted",
    ),
    "road_closing": _usual(
        "road_closing",
        _levels(("only", 72, 0)),
        ("zone_owner", "safety"),
        "detour_planned fire_lane fenced warning_lights",
        f"{TIDY} road_open",
    ),
    "other_work": _usual(
        "other_work",
        _levels(("only", 24, 0)),
        ("zone_owner", "safety"),
        "risks_told protection_worn guardian_there",
        TIDY,
    ),
}


def form_of(look: Look, work: Work) -> PermitForm:
    """The form that holds for a kind of work: the plant's own, else the usual one."""
    own: tuple[PermitForm, ...] = look.find("permit_form", work=work)
    return own[0] if own else USUAL[work]


def forms(look: Look) -> tuple[PermitForm, ...]:
    """The form of every kind of work, in their usual order."""
    return tuple(form_of(look, work) for work in get_args(Work))


@operation("permit_forms.set", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class SetForm:
    """The plant's own form for a kind of work. Permits that have been applied for keep what was asked of them."""

    work: Work
    levels: tuple[Level, ...]
    signs: tuple[Sign, ...]
    measures: tuple[Measure, ...]
    closing: tuple[Measure, ...]
    gases: tuple[GasLimit, ...] = ()
    trades: Trades = ()
    fresh_min: Minutes = 30
    every_min: Minutes = 0
    extensions: Annotated[int, Range(0, 10)] = 1

    def decide(self, context: Context, look: Look) -> list[Change]:
        self._sound()
        before = look.find("permit_form", work=self.work)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        id_, version = (before[0].id, before[0].version) if before else (context.id, USUAL[self.work].version)
        return [Put(PermitForm(id=id_, set_at=context.now, version=version + 1, **given))]

    def _sound(self) -> None:
        """Raises Refused: permit_form_empty, permit_form_twice, permit_form_long, permit_limits_turned."""
        if not self.levels or not self.closing or not any(one in APPROVERS for one in self.signs):
            raise Refused("permit_form_empty")
        gases = tuple(one.gas for one in self.gases)
        for some in (tuple(one.level for one in self.levels), self.signs, self.measures, self.closing, gases):
            if len(set(some)) != len(some):
                raise Refused("permit_form_twice")
            if len(some) > MOST_LINES:
                raise Refused("permit_form_long", most=MOST_LINES)
        if any(one.least is not None and one.most is not None and one.least > one.most for one in self.gases):
            raise Refused("permit_limits_turned")
