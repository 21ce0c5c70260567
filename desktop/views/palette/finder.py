"""How the records of one kind are found and opened from anywhere: what a feature's page says of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.views.palette.matching import Thing
    from services.store.records import Records


@dataclass(frozen=True, kw_only=True)
class Finder:
    """`things` answers all records of a kind on a snapshot; it runs in a task. `kinds` are those whose change makes it
    ask again. What is chosen is opened by `show_record` of the page `page`; `picture` is its icon."""

    kind: str
    page: str
    picture: str
    kinds: frozenset[str]
    things: "Callable[[Records], Iterable[Thing]]"
