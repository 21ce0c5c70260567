"""Which marks stand for the things on the plan: one each where there is room, else one for several, with their number.

Values only, no widget. A mark is found by where it is, not by going through all of them."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QRectF

from desktop.views.floor_plan.shapes import STATUSES, SYMBOL_KINDS, MapSymbol
from services.core.geometry import Point

MARK_PX = 20.0
APART_PX = 22.0  # marks are never nearer to each other than this, along x or along y
CELL_PX = 24.0  # things in one cell are one mark; a cell is this large on the screen, up to twice that
CALM_PX = 56.0  # on an average no more than one mark in a square of this side: the zones' colours must be seen
MANY = 100  # when more look otherwise at once, all may
FEW = 40  # so many marks are never too many
TOGETHER_M = 0.01  # nothing can be told apart that is nearer to each other
_STATES = (*STATUSES, "")
_ALL_KINDS = frozenset(SYMBOL_KINDS)
_WORST = {status: rank for rank, status in enumerate(_STATES)}

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark at (`x`, `y`) metres; `members` are the places of its things in the list, `of_members` takes what
    stands at these places out of any other list, and `together`: all stand at the very same place."""

    x: float
    y: float
    members: "array[int]"
    of_members: "itemgetter[Any]"
    together: bool


class Crowd:
    """The things on a floor. What belongs together follows from where they stand alone, and is kept as long as nothing
    moves; how they are is looked up when it is asked for."""

    def __init__(self) -> None:
        self.kinds = frozenset(SYMBOL_KINDS)
        self._all: tuple[MapSymbol, ...] = ()
        self._symbols: tuple[MapSymbol, ...] = ()
        self._where: tuple[list[float], list[float]] = ([], [])
        self._ranks = b""
        self._levels: dict[float, dict[Cell, Mark]] = {}
        self._area = 0.0

    def show(self, symbols: Iterable[MapSymbol]) -> frozenset[int] | None:
        """The things from now on. Answers the places of those that look otherwise than before; None where there are
        other things, or they stand elsewhere, or most look otherwise, so that all may."""
        self._all = tuple(symbols)
        return self._choose()

    def choose(self, kinds: Iterable[str]) -> None:
        """Which kinds are shown."""
        self.kinds = frozenset(kinds)
        self._choose()

    def _choose(self) -> frozenset[int] | None:
        before = self._symbols
        kinds = self.kinds
        shown = self._all if kinds >= _ALL_KINDS else tuple([one for one in self._all if one.kind in kinds])
        where = [one.x for one in shown], [one.y for one in shown]
        stays, self._where = where == self._where, where
        self._symbols, self._ranks = shown, bytes([_WORST[one.state] for one in shown])
        if stays:
            looks = zip(shown, before, strict=True)
            changed = (at for at, (new, old) in enumerate(looks) if new.state != old.state or new.glyph != old.glyph)
            few = frozenset(islice(changed, MANY + 1))
            return few if len(few) <= MANY else None
        self._levels.clear()
        self._area = _area(shown)
        return None

    @property
    def symbols(self) -> tuple[MapSymbol, ...]:
        """The things that are shown."""
        return self._symbols

    def of(self, mark: Mark) -> tuple[MapSymbol, ...]:
        """What a mark stands for, the worst first."""
        found = [self._symbols[place] for place in mark.members]
        return tuple(sorted(found, key=lambda one: (_WORST[one.state], one.name)))

    def state(self, mark: Mark) -> str:
        """The worst state of what a mark stands for."""
        return _STATES[min(mark.of_members(self._ranks))]

    def single(self, mark: Mark) -> MapSymbol | None:
        """The one thing that a mark stands for, or the worst of several at the very same place; None for a group
        that takes itself apart when it is seen from nearer."""
        return self.of(mark)[0] if mark.together else None

    def marks(self, scale: float, seen: QRectF) -> Iterator[Mark]:
        """Marks in a part of the floor (metres, `top` being the lower y), from below to above and left to right."""
        if not self._symbols:
            return
        cell, level = self._level(scale)
        left, low, right, high = seen.left(), seen.top(), seen.right(), seen.bottom()
        for row in range(math.floor(low / cell), math.floor(high / cell) + 1):
            for column in range(math.floor(left / cell), math.floor(right / cell) + 1):
                mark = level.get((column, row))
                if mark is not None and left <= mark.x <= right and low <= mark.y <= high:
                    yield mark

    def mark_at(self, at: Point, scale: float) -> Mark | None:
        """The mark under a point."""
        half = MARK_PX / 2 / scale
        near = self.marks(scale, QRectF(at[0] - half, at[1] - half, 2 * half, 2 * half))
        return next((one for one in near if max(abs(one.x - at[0]), abs(one.y - at[1])) <= half), None)

    def with_any(self, places: frozenset[int], scale: float) -> list[Mark]:
        """The marks that stand for one of these things."""
        marks = self._level(scale)[1].values() if places else ()
        return [mark for mark in marks if not places.isdisjoint(mark.members)]

    def _level(self, scale: float) -> tuple[float, dict[Cell, Mark]]:
        cell = 2.0 ** math.ceil(math.log2(CELL_PX / scale))
        calm = self._area * (scale / CALM_PX) ** 2
        while True:
            if cell not in self._levels:
                self._levels[cell] = _grouped(self._symbols, cell)
            # coarser grids have ever fewer marks: in the end there is one
            if len(self._levels[cell]) <= max(calm, FEW):
                return cell, self._levels[cell]
            cell *= 2


def _grouped(symbols: Sequence[MapSymbol], cell: float) -> dict[Cell, Mark]:
    """A mark for each cell with something in it, unless it would come too near to one beside it: then they are one."""
    cells: dict[Cell, list[int]] = {}
    for place, one in enumerate(symbols):
        cells.setdefault((math.floor(one.x / cell), math.floor(one.y / cell)), []).append(place)
    apart = cell * APART_PX / CELL_PX
    kept: dict[Cell, tuple[float, float, list[int]]] = {}
    for home in sorted(cells):
        members = cells[home]
        x = sum(symbols[place].x for place in members) / len(members)
        y = sum(symbols[place].y for place in members) / len(members)
        near = _too_near(kept, home, (x, y), apart)
        if near is None:
            kept[home] = (x, y, members)
        else:
            kept[near][2].extend(members)
    return {
        home: _mark(x, y, members, _together([symbols[place] for place in members]))
        for home, (x, y, members) in kept.items()
    }


def _mark(x: float, y: float, members: list[int], together: bool) -> Mark:
    several = itemgetter(members[0], *members)  # of a single place it would answer no tuple
    return Mark(x, y, array("i", members), several, together)


def _together(symbols: Sequence[MapSymbol]) -> bool:
    first = symbols[0]
    return all(math.hypot(one.x - first.x, one.y - first.y) <= TOGETHER_M for one in symbols)


def _too_near(kept: dict[Cell, tuple[float, float, list[int]]], home: Cell, at: Point, apart: float) -> Cell | None:
    column, row = home
    for beside in ((column - 1, row - 1), (column - 1, row), (column - 1, row + 1), (column, row - 1)):
        other = kept.get(beside)
        if other is not None and max(abs(other[0] - at[0]), abs(other[1] - at[1])) < apart:
            return beside
    return None


def _area(symbols: Sequence[MapSymbol]) -> float:
    """The area of the upright rectangle around all, in m²; at least a square metre."""
    if not symbols:
        return 1.0
    xs, ys = [one.x for one in symbols], [one.y for one in symbols]
    return max(max(xs) - min(xs), 1.0) * max(max(ys) - min(ys), 1.0)
