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
    names the person they are about."""

    name: str
    cls: type[Any]
    indexed: tuple[str, ...]
    personal: tuple[str, ...]
    subject: str

    def read(self, values: dict[str, Any]) -> Any:
        """The record from its JSON object."""
        return read_as(self.cls, values)


KINDS: dict[str, RecordKind] = {}
C = TypeVar("C", bound=type)


def record(name: str, *, indexed: tuple[str, ...] = (), subject: str = "id") -> Callable[[C], C]:
    """Registers a frozen dataclass as the record kind `name`."""

    def register(cls: C) -> C:
        personal = tuple(field for field, shape in shapes(cls).items() if shape.personal)
        KINDS[name] = RecordKind(name, cls, indexed, personal, subject)
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
