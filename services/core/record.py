"""Records: what the plant is now. Frozen dataclasses with an `id`; every kind is registered here by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from services.core.shape import read_as, shapes, written


class Record(Protocol):
    """Any frozen dataclass registered with @record."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record: its class, the fields one may look it up by, its personal fields, and the field that
    names the person they are about. `called` is the field that people call one by, empty where none does alone;
    `group` the first word of the operations on it; `few` says that a plant has so few, and changes them so seldom,
    that they may all be held in memory."""

    name: str
    cls: type[Any]
    indexed: tuple[str, ...]
    personal: tuple[str, ...]
    subject: str
    called: str
    group: str
    few: bool

    def read(self, values: dict[str, Any]) -> Any:
        """The record from its JSON object."""
        return read_as(self.cls, values)


KINDS: dict[str, RecordKind] = {}
C = TypeVar("C", bound=type)


def record(
    name: str,
    *,
    indexed: tuple[str, ...] = (),
    subject: str = "id",
    called: str | None = None,
    group: str = "",
    few: bool = False,
) -> Callable[[C], C]:
    """Registers a frozen dataclass as the record kind `name`. It is called by its field `name` where it has one, and
    its operations begin with the plural, unless told otherwise (see RecordKind)."""

    def register(cls: C) -> C:
        fields = shapes(cls)
        personal = tuple(field for field, shape in fields.items() if shape.personal)
        by = ("name" if "name" in fields else "") if called is None else called
        KINDS[name] = RecordKind(name, cls, indexed, personal, subject, by, group or f"{name}s", few)
        _NAMES[cls] = name
        return cls

    return register


_NAMES: dict[type, str] = {}


def kind_of(cls: type) -> str:
    """The kind's name of a registered record class."""
    return _NAMES[cls]


def as_json(one: Any) -> dict[str, Any]:
    """The record's JSON object."""
    return written(one)
