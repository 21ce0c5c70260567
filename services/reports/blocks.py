"""What papers are put together from. A block is a title and parts; each part is drawn on paper, and what is a table
or a chart is also a sheet of the workbook, with the same values in typed cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from services.core.measures import Period
from services.core.plant import the_plant
from services.reports.paper_charts import Spot
from services.reports.table_book import Cell
from services.words import say

if TYPE_CHECKING:
    from services.reports.report_facts import ReportFacts
    from services.store.records import Records
    from services.store.stops import LineStops

Photo = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a loud one is what must not be overlooked."""

    text: str
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what they are."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: columns with their shares of the width, and what is said where it has no rows. Of more than `most` rows
    the first are on paper, all of them in the workbook."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[Cell, ...], ...]
    none: str
    most: int = 200


@dataclass(frozen=True, slots=True)
class Values:
    """A table of the workbook alone: the numbers that stand on paper within the words and facts of its block, which it
    takes the place of there."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars, each with its name, its length and what is said at its end. `value` is what the lengths are."""

    title: str
    value: str
    bars: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A chart over months or weeks; `most` is the top of the axis where that is known."""

    title: str
    spots: tuple[Spot, ...]
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A chart of 7 × 24 hours."""

    title: str
    days: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Photos before and after (JPEGs; None where one is not at hand), with what is said below each pair; `missing` is
    the key of what is said in the place of one."""

    pairs: tuple[tuple[str, bytes | None, bytes | None], ...]
    missing: str = "paper.photo_away"


Part = Words | Facts | Rows | Values | Bars | Course | Week | Pairs


@dataclass(frozen=True, slots=True)
class Block:
    """`parts` below a title."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a block is made of. `against` is the period compared with, `now` by the plant's clock. `stops` are those of
    the period by line, None where nobody could say: only the hub knows them. `zones`, unless empty, are the only ones
    that count where a block tells of zones. `facts` are those of the safety report, read once for all of them."""

    look: "Records"
    period: Period
    against: Period | None
    now: datetime
    lang: str
    stops: "tuple[LineStops, ...] | None"
    photo: Photo
    zones: frozenset[str]
    facts: "Callable[[], ReportFacts]"

    def say(self, key: str, **facts: object) -> str:
        """The words of a paper."""
        return say(f"paper.{key}", self.lang, **facts)

    @property
    def today(self) -> date:
        """The plant's day."""
        return self.now.date()

    def holds(self, zone: str) -> bool:
        """Whether a zone counts."""
        return not self.zones or zone in self.zones

    def local(self, moment: datetime | None) -> datetime | None:
        """A moment by the plant's clock."""
        return moment.astimezone(self.now.tzinfo) if moment else None


def asked_for(
    look: "Records",
    period: Period,
    against: Period | None,
    now: datetime,
    lang: str,
    *,
    stops: "tuple[LineStops, ...] | None" = None,
    photo: Photo = lambda _: None,
    zones: frozenset[str] = frozenset(),
) -> Asked:
    """What papers are made of. Raises Refused: no_plant."""
    found: list[ReportFacts] = []

    def facts() -> "ReportFacts":
        from services.reports.report_facts import report_facts

        if not found:
            found.append(report_facts(look, period, against, now))
        return found[0]

    local = now.astimezone(ZoneInfo(the_plant(look).timezone))
    return Asked(look, period, against, local, lang, stops, photo, zones, facts)
