"""Checklists: what is looked at and how it is answered. An edit makes a new version; what was checked by an old one
shows it as it was then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal

from services.core.categories import known_category
from services.core.ids import id_from
from services.core.operation import Change, Changed, Context, Look, Put, Way, name_free, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.routes import Category
from services.core.sensors import Sensor
from services.core.shape import Range, Ref, Text

MOST_ITEMS = 60
MOST_CHOICES = 12
ItemKind = Literal["pass_fail", "number", "choice", "photo", "signature", "sensor", "text", "date"]
Purpose = Literal["check", "hazard", "inspection"]
FIELD_KINDS: tuple[ItemKind, ...] = ("text", "number", "choice", "date", "photo")  # what a report can be asked, too
Name = Annotated[str, Text(most=60)]
Figure = Annotated[float, Range(-1e9, 1e9)]
Choice = Annotated[str, Text(most=40)]


@dataclass(frozen=True, kw_only=True)
class CheckItem:
    """One thing to look at, or to say. `key` is its name within the checklist, the same in every version. A figure
    outside `low` to `high` (in `unit`) and a choice among `bad` are a fail; a fail opens a hazard of the category
    `hazard`, or none. `sensor`: whose last reading is taken; without one, that of the place with the same unit."""

    key: Annotated[str, Text(most=40)]
    text: Annotated[str, Text(most=120)]
    kind: ItemKind = "pass_fail"
    required: bool = True
    hint: Annotated[str, Text(most=200, least=0)] = ""
    low: Figure | None = None
    high: Figure | None = None
    unit: Annotated[str, Text(most=20, least=0)] = ""
    choices: tuple[Choice, ...] = ()
    bad: tuple[Choice, ...] = ()
    sensor: Annotated[str, Ref("sensor")] | None = None
    hazard: Category | None = "other"

    @property
    def has_limits(self) -> bool:
        """Whether there are figures that are a fail."""
        return self.low is not None or self.high is not None

    def within(self, value: float) -> bool:
        """Whether a figure is none of those that are a fail."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


Items = tuple[CheckItem, ...]


@record("checklist", indexed=("name",), few=True)
@dataclass(frozen=True, kw_only=True)
class Checklist:
    """`version` is the checklist_version in force, `number` which one that is, from 1; `source` is the name of the
    ready one that it was taken from. Its `purpose` is to be checked by; or its items are the extra fields of every
    hazard, or of every inspection, whatever that is made by: of these there is one at most in use."""

    id: str
    name: str
    version: str
    number: int = 1
    source: str = ""
    retired_at: datetime | None = None
    purpose: Purpose = "check"


@record("checklist_version", indexed=("checklist",))
@dataclass(frozen=True, kw_only=True)
class ChecklistVersion:
    """A checklist as it was from one edit to the next; it never changes."""

    id: str
    checklist: str
    number: int
    name: str
    items: Items
    made_at: datetime
    made_by: str | None = None


def living_checklist(look: Look, checklist: str) -> Checklist:
    """The checklist, which must not be retired. Raises Refused: no_such_record, checklist_retired."""
    found = required(look, Checklist, checklist)
    if found.retired_at is not None:
        raise Refused("checklist_retired", name=found.name)
    return found


def form_in_force(look: Look, checklist: str) -> ChecklistVersion | None:
    """The newest version of a checklist; None for what is no checklist: older plans have but a name there."""
    found: Checklist | None = look.get("checklist", checklist) if checklist else None
    return required(look, ChecklistVersion, found.version) if found else None


def to_check_by(look: Look, checklist: str) -> Checklist:
    """A checklist that is checked by. Raises Refused: no_such_record, checklist_retired, checklist_is_fields."""
    found = living_checklist(look, checklist)
    if found.purpose != "check":
        raise Refused("checklist_is_fields", name=found.name)
    return found


def fields_of(look: Look, purpose: Purpose) -> ChecklistVersion | None:
    """The extra fields that hazards, or inspections, have now; None where they have none."""
    found = [one for one in look.find("checklist") if one.purpose == purpose and one.retired_at is None]
    return required(look, ChecklistVersion, found[0].version) if found else None


def _only_one(look: Look, purpose: Purpose) -> None:
    there = fields_of(look, purpose) if purpose != "check" else None
    if there is not None:
        raise Refused("fields_there", name=there.name)


def sound_items(look: Look, items: Items, purpose: Purpose = "check") -> Items:
    """The items, if they can be answered. Extra fields open no hazard. Raises Refused: checklist_empty, items_too_many,
    item_twice, field_kind_wrong, item_limits_wrong, item_choices_wrong, no_such_category, no_such_record."""
    if purpose != "check":
        items = tuple(_as_field(item) for item in items)
    return _sound(look, items)


def _as_field(item: CheckItem) -> CheckItem:
    if item.kind not in FIELD_KINDS:
        raise Refused("field_kind_wrong", item=item.text)
    return replace(item, hazard=None)


def _sound(look: Look, items: Items) -> Items:
    if not items:
        raise Refused("checklist_empty")
    if len(items) > MOST_ITEMS:
        raise Refused("items_too_many", most=MOST_ITEMS)
    keys = [item.key for item in items]
    for place, item in enumerate(items):
        if item.key in keys[:place]:
            raise Refused("item_twice", item=item.text)
        if item.low is not None and item.high is not None and item.low > item.high:
            raise Refused("item_limits_wrong", item=item.text)
        if item.kind == "choice":
            _sound_choices(item)
        if item.hazard is not None:
            known_category(look, item.hazard)
        if item.sensor is not None:
            required(look, Sensor, item.sensor)
    return items


def _sound_choices(item: CheckItem) -> None:
    different = len(set(item.choices)) == len(item.choices)
    if not (2 <= len(item.choices) <= MOST_CHOICES and different and set(item.bad) <= set(item.choices)):
        raise Refused("item_choices_wrong", item=item.text, most=MOST_CHOICES)


def plain_items(texts: Sequence[str]) -> Items:
    """Items of pass or fail from texts alone, which open no hazard; a text that comes twice counts once."""
    return tuple(
        CheckItem(key=f"t{place}", text=text, required=False, hazard=None)
        for place, text in enumerate(dict.fromkeys(texts), start=1)
    )


def first_version(context: Context, checklist: Checklist, items: Items) -> list[Change]:
    """A new checklist with its first version."""
    version = ChecklistVersion(
        id=checklist.version,
        checklist=checklist.id,
        number=1,
        name=checklist.name,
        items=items,
        made_at=context.now,
        made_by=context.actor.person,
    )
    return [Put(version), Put(checklist)]


def next_version(context: Context, checklist: Checklist, name: str, items: Items) -> list[Change]:
    """The checklist with another name and other items from now on."""
    number = checklist.number + 1
    version = ChecklistVersion(
        id=context.id,
        checklist=checklist.id,
        number=number,
        name=name,
        items=items,
        made_at=context.now,
        made_by=context.actor.person,
    )
    return [Put(version), Put(replace(checklist, name=name, version=version.id, number=number))]


@operation("checklists.make", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Make:
    """A new checklist; `source` names the ready one that it is taken from."""

    name: Name
    items: Items
    source: Annotated[str, Text(most=40, least=0)] = ""
    purpose: Purpose = "check"

    def decide(self, context: Context, look: Look) -> list[Change]:
        name_free(look, "checklist", self.name)
        _only_one(look, self.purpose)
        version = id_from("checklist_version", context.id)
        made = Checklist(id=context.id, name=self.name, version=version, source=self.source, purpose=self.purpose)
        return first_version(context, made, sound_items(look, self.items, self.purpose))

    def inverse(self, id_: str, changes: Changed) -> Way:
        """What was made is used no more."""
        return "checklists.retire", {"checklist": id_}


def _back(self: Any, id_: str, changes: Changed) -> Way:
    """The version that was in force before is so again."""
    before = next(change["before"] for change in changes if change["kind"] == "checklist")
    return "checklists.go_back", {"checklist": self.checklist, "version": before["version"]}


@operation("checklists.revise", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Revise:
    """A checklist has other items from now on, or another name; its older versions stay."""

    checklist: Annotated[str, Ref("checklist")]
    items: Items
    name: Name | None = None

    def premise(self, look: Look) -> dict[str, Any]:
        """Which version the author changed."""
        found = look.get("checklist", self.checklist)
        return {"number": found.number} if found else {}

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = living_checklist(look, self.checklist)
        name = self.name or known.name
        name_free(look, "checklist", name, but=known.id)
        return next_version(context, known, name, sound_items(look, self.items, known.purpose))

    inverse = _back


@operation("checklists.go_back", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class GoBack:
    """A checklist is again as an older version was; that makes a new version."""

    checklist: Annotated[str, Ref("checklist")]
    version: Annotated[str, Ref("checklist_version")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known, old = living_checklist(look, self.checklist), required(look, ChecklistVersion, self.version)
        if old.checklist != known.id:
            raise Refused("no_such_record", record="checklist_version", id=old.id)
        name_free(look, "checklist", old.name, but=known.id)
        return next_version(context, known, old.name, sound_items(look, old.items, known.purpose))

    inverse = _back


@operation("checklists.retire", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Retire:
    """The checklist is offered no more; what was checked by it keeps it. Plans must have another one first."""

    checklist: Annotated[str, Ref("checklist")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = living_checklist(look, self.checklist)
        plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None]
        using = [plan.name for plan in plans if plan.checklist == known.id]
        if using:
            raise Refused("checklist_in_use", name=known.name, plan=using[0], plans=len(using))
        return [Put(replace(known, retired_at=context.now))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used again."""
        return "checklists.use_again", {"checklist": self.checklist}


@operation("checklists.use_again", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class UseAgain:
    """A retired checklist is offered again."""

    checklist: Annotated[str, Ref("checklist")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        known = required(look, Checklist, self.checklist)
        name_free(look, "checklist", known.name, but=known.id)
        _only_one(look, known.purpose)
        return [Put(replace(known, retired_at=None))]

    def inverse(self, id_: str, changes: Changed) -> Way:
        """It is used no more."""
        return "checklists.retire", {"checklist": self.checklist}


@operation("checklists.adopt", roles=OFFICE | {Role.SYSTEM}, offline=False)
@dataclass(frozen=True, kw_only=True)
class Adopt:
    """The plans that have but a list of texts get a checklist made of it, plans with the same name and texts the same
    one. The hub does it once for plans from before there were checklists."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        changes: list[Change] = []
        made: dict[tuple[str, tuple[str, ...]], Checklist] = {}
        taken = {one.name for one in look.find("checklist") if one.retired_at is None}
        for plan in to_adopt(look):
            what = (plan.checklist or plan.name, plan.items)
            if what not in made:
                made[what] = self._named(context, plan.id, what[0], taken)
                changes += first_version(context, made[what], plain_items(plan.items))
            changes.append(Put(replace(plan, checklist=made[what].id, items=())))
        return changes

    def _named(self, context: Context, plan: str, name: str, taken: set[str]) -> Checklist:
        """A checklist for a plan, with a name that no other has."""
        number, called = 1, name[:60]
        while called in taken:
            number += 1
            called = f"{name[:56]} {number}"
        taken.add(called)
        id_ = id_from("checklist", plan, context.id)
        return Checklist(id=id_, name=called, version=id_from("checklist_version", id_))


def to_adopt(look: Look) -> list[Any]:
    """The plans in use that have texts and no checklist."""
    plans = [plan for plan in look.find("inspection_plan") if plan.retired_at is None and plan.items]
    return [plan for plan in plans if look.get("checklist", plan.checklist or "-") is None]
