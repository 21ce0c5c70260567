"""Operations: the only way anything changes. One dataclass a kind, with a pure `decide`, the same on every side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar

from services.core.record import Record, kind_of
from services.core.refused import Refused
from services.core.roles import PEOPLES_ROLES, Role
from services.core.shape import is_hash, json_schema, read_as, shapes

DOMAIN_VERSION = 1
T = TypeVar("T")
C = TypeVar("C", bound=type)
Way = tuple[str, dict[str, Any]]  # a kind and its arguments
Changed = Sequence[Mapping[str, Any]]  # the kind, id, `before` and `after` of each record that an operation changed


@dataclass(frozen=True, slots=True)
class Operation:
    """What someone wants. `n` counts without gaps per device; `mono` is the device's monotonic clock in seconds
    in the boot named `boot`; `premise` holds what the author saw of the facts that matter."""

    id: str
    kind: str
    args: Mapping[str, Any]
    device: str
    n: int
    made_at: datetime
    premise: Mapping[str, Any] = field(default_factory=dict)
    mono: float = 0.0
    boot: str = ""
    domain_version: int = DOMAIN_VERSION


@dataclass(frozen=True, slots=True)
class Actor:
    """Who issues: stamped by the hub from the login, never read from a message. `scanned` is the zone whose label
    an unnamed phone has just opened, `device` the paired computer that the login is bound to."""

    person: str | None = None
    roles: frozenset[Role] = frozenset()
    scanned: str | None = None
    device: str | None = None

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds any of these roles."""
        return not self.roles.isdisjoint(roles)


SYSTEM = Actor(None, frozenset({Role.SYSTEM}))  # the hub itself, for what nobody in person does


class Look(Protocol):
    """The records on one snapshot."""

    def get(self, kind: str, id_: str) -> Any | None: ...

    def find(self, kind: str, /, **equal: Any) -> tuple[Any, ...]: ...


class Gifts(Protocol):
    """What only the hub can give."""

    def number(self, series: str) -> int:
        """The next whole number of a series, without gaps, from 1."""

    def seal(self, text: str) -> tuple[int, str]:
        """The id of the label key in use and its MAC over `text`, 96 bits as 16 URL-safe characters."""

    def new_label_key(self, now: datetime) -> int:
        """Makes a key that seals labels from now on; its id."""


@dataclass(frozen=True, slots=True)
class Context:
    """The rest of what a decision may know. `now` is the operation's effective time."""

    id: str
    now: datetime
    actor: Actor
    side: Literal["hub", "console"]
    gifts: Gifts | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """The record as it stands from now on."""

    record: Record


@dataclass(frozen=True, slots=True)
class Tell:
    """Someone is to be told. The hub makes deliveries of it; a console ignores it. Each `person` is told by the
    ways they have; of a `group` the robots that `people` names tell it; by `webhook` another system is called, and
    `people` are its addresses."""

    people: tuple[str, ...]
    message: str
    about: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    channel: Literal["person", "group", "webhook"] = "person"


@dataclass(frozen=True, slots=True)
class Forget:
    """The clear text and salts of a person's personal values go; the commitments in the journal stay."""

    person: str


Change = Put | Tell | Forget


@dataclass(frozen=True, slots=True)
class OperationKind:
    """What is known of one kind: its arguments' class, who may issue it and where. `undoable`: once the hub has it,
    there still is an `inverse`. `quiet`: a note that the hub makes for itself, which a list of what was done leaves out
    unless it is wanted."""

    name: str
    cls: type[Any]
    roles: frozenset[Role]
    offline: bool
    undoable: bool
    personal: tuple[str, ...]
    blobs: tuple[str, ...]
    quiet: bool = False

    @property
    def has_premise(self) -> bool:
        """Whether the author's view of some facts matters."""
        return hasattr(self.cls, "premise")

    def schema(self) -> dict[str, Any]:
        """The arguments as JSON schema."""
        return {"title": self.name, **json_schema(self.cls)}


OPERATIONS: dict[str, OperationKind] = {}


def operation(
    name: str, *, roles: frozenset[Role], offline: bool = True, undoable: bool = False, quiet: bool = False
) -> Callable[[C], C]:
    """Registers an argument dataclass with its `decide(context, look)` as the operation kind `name`."""

    def register(cls: C) -> C:
        known = shapes(cls)
        personal = tuple(field for field, shape in known.items() if shape.personal)
        blobs = tuple(field for field, shape in known.items() if shape.blob)
        OPERATIONS[name] = OperationKind(name, cls, roles, offline, undoable, personal, blobs, quiet)
        return cls

    return register


def known_kind(name: str) -> OperationKind:
    """The registered kind. Raises Refused: unknown_kind."""
    found = OPERATIONS.get(name)
    if found is None:
        raise Refused("unknown_kind", kind=str(name)[:60])
    return found


def blobs_of(operation: Operation) -> frozenset[str]:
    """The hashes of all blobs that the operation's arguments name. What is no hash is left to `decide` to refuse."""
    found: set[str] = set()
    for name in known_kind(operation.kind).blobs:
        value = operation.args.get(name)
        some = value if isinstance(value, list | tuple) else [value]
        found.update(one for one in some if is_hash(one))
    return frozenset(found)


def premise_of(kind: str, args: Mapping[str, Any], look: Look) -> dict[str, Any]:
    """What an author who looks now sees of the facts that matter to this operation; {} for most kinds."""
    spec = known_kind(kind)
    seen: dict[str, Any] = read_as(spec.cls, args).premise(look) if spec.has_premise else {}
    return seen


def inverse(kind: str, args: Mapping[str, Any], id_: str, changes: Changed) -> Way | None:
    """The operation that restores what was before the one of this id, by what it changed (JSON objects `before` and
    `after`); None where there is none. A kind that sets fields is its own inverse, with the values of before; another
    one names its inverse itself."""
    spec = known_kind(kind)
    if not spec.undoable:
        return None
    if hasattr(spec.cls, "inverse"):
        way: Way = read_as(spec.cls, args).inverse(id_, changes)
        return way
    before: Mapping[str, Any] = next((change["before"] for change in changes if change["before"] is not None), {})
    back = {name: before.get(name, args.get(name)) for name in shapes(spec.cls)}
    given = {name: value for name, value in back.items() if value is not None}
    try:
        read_as(spec.cls, given)
    except Refused:
        return None  # what was before can't be said: there was nothing
    return kind, given


def may_issue(look: Look, kind: str, roles: Iterable[Role]) -> bool:
    """Whether somebody with these roles may issue operations of this kind: by what the plant has set for people, else
    by what the kind names. Raises Refused: unknown_kind."""
    named, mine = known_kind(kind).roles, frozenset(roles)
    found = look.find("permission", kind=kind)
    if not found:
        return not named.isdisjoint(mine)
    others = named - frozenset(PEOPLES_ROLES)
    return not mine.isdisjoint(others.union(found[0].roles))


def decide(operation: Operation, context: Context, look: Look) -> list[Change]:
    """The changes the operation makes. Raises Refused: unknown_kind, args_*, needs_hub, not_allowed, stale, or the
    operation's own codes."""
    spec = known_kind(operation.kind)
    if context.side == "console" and not spec.offline:
        raise Refused("needs_hub")
    args = read_as(spec.cls, operation.args)
    if not may_issue(look, operation.kind, context.actor.roles):
        raise Refused("not_allowed", kind=operation.kind)
    if spec.has_premise:
        now = args.premise(look)
        if dict(operation.premise) != now:
            raise Refused("stale", seen=dict(operation.premise), now=now)
    changes: list[Change] = args.decide(context, look)
    return changes


def required(look: Look, cls: type[T], id_: str) -> T:
    """The record that an operation names. Raises Refused: no_such_record."""
    kind = kind_of(cls)
    found: T | None = look.get(kind, id_)
    if found is None:
        raise Refused("no_such_record", record=kind, id=id_[:60])
    return found


def name_free(look: Look, kind: str, name: str, but: str = "", **among: Any) -> None:
    """Two living records of a kind have different names; `among` are fields in which they must be the same to be
    compared, `but` is the id of the one that asks. Raises Refused: name_taken."""
    if any(one.retired_at is None and one.id != but for one in look.find(kind, name=name, **among)):
        raise Refused("name_taken", name=name)
