"""The record table for what is too big to be held: it knows where every row stands, and reads a page of records when
the page comes into view. All reading is done in tasks; what has not come yet is shown as three dots."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.models.record_table import Column, ColumnTable
from desktop.tasks import Done, Tasks
from services.store.queries.paging import (
    Arranged,
    Listing,
    arranged,
    first_rows,
    place_of,
    place_starting,
    rows_at,
)
from services.store.queries.wanted import Wanted

PAGE = 50
MOST_PAGES = 60
AT_ONCE = 4
Rows = tuple[Any | None, ...]


@dataclass(frozen=True)
class Source:
    """Where pages come from: what is listed as of now, the door to ask by (Workbench.ask), and what runs tasks."""

    listing: Callable[[], Listing]
    ask: Callable[..., Any]
    tasks: Tasks


class PagedTable(ColumnTable):
    """`came` carries the first and last of rows that have been read; `arranged` when it is known where every row
    stands; `failed` an error. `top` answers the first row in view, which keeps its place when others come before it."""

    came = Signal(int, int)
    arranged = Signal()
    failed = Signal(object)

    def __init__(self, columns: Sequence[Column], source: Source, parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.source = source
        self.wanted = Wanted()
        self.known = False  # whether it is known where every row stands
        self.numbers = array("q")
        self.top: Callable[[], int] = lambda: 0
        self._pages: OrderedDict[int, Rows] = OrderedDict()
        self._missing: list[int] = []
        self._seen = -1
        self._reading = False
        self._round = 0
        self._begun = False
        self._busy = False
        self._due: Callable[[], None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)

    # what a view asks

    def many(self) -> int:
        return len(self.numbers)

    def record_at(self, row: int) -> Any | None:
        page = row // PAGE
        if page != self._seen:
            self._seen = page
            self._look_ahead(page)
        rows = self._pages.get(page)
        if rows is None:
            self._miss(page)
            return None
        self._pages.move_to_end(page)
        return rows[row % PAGE] if row % PAGE < len(rows) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column that the listing can be sorted by; by any other number, as the listing stands at first."""
        key = self.columns[column].key if self.sortable(column) else ""
        down = bool(key) and order == Qt.SortOrder.DescendingOrder
        if (key, down) != (self.wanted.sort, self.wanted.descending):
            self.want(replace(self.wanted, sort=key, descending=down))

    def sortable(self, column: int) -> bool:
        """Whether the table may be sorted by this column."""
        if not 0 <= column < len(self.columns):
            return False
        field = self.source.listing().fields.get(self.columns[column].key)
        return field is not None and field.sort is not None

    # what a person wants

    def want(self, wanted: Wanted) -> None:
        """Other rows, or another order, from now on; a column that is not listed any more asks nothing. The first rows
        come at once where nothing is chosen that must keep its place."""
        known = self.source.listing().fields
        self.wanted = replace(wanted, columns=tuple(one for one in wanted.columns if one[0] in known))
        self._round += 1
        self.known = False
        if not self._begun:  # nobody has looked yet
            return
        self._start(self._arrange if self._chosen() else self._begin)

    def reload(self) -> None:
        """What is there may have changed; also the first time."""
        self._begun = True
        self._start(self._arrange if self.known or self._chosen() else self._begin)

    def find(self, id_: str, found: Callable[[int | None], None]) -> None:
        """`found` gets the row of a record, None where it is not among those that are wanted."""
        self._ask(place_of, found, self.failed.emit, id_=id_, numbers=self.numbers)

    def find_start(self, column: int, text: str, after: int, found: Callable[[int | None], None]) -> None:
        """`found` gets the next row whose column starts with a text."""
        key = self.columns[column].key
        given = {"key": key, "start": text, "numbers": self.numbers, "after": after}
        self._ask(place_starting, found, self.failed.emit, **given)

    def held(self, row: int) -> Any | None:
        """The record of a row, if it is here; it is not asked for."""
        rows = self._pages.get(row // PAGE)
        return rows[row % PAGE] if rows is not None and row % PAGE < len(rows) else None

    # where the rows stand

    def _start(self, job: Callable[[], None]) -> None:
        """One job at a time; the newest comes next."""
        if self._busy:
            self._due = job
            return
        self._busy, self._due = True, None
        job()

    def _ended(self, round_: int) -> bool:
        """A job has ended; whether its answer is still asked for."""
        self._busy = False
        if self._due is not None:
            self._start(self._due)
        return round_ == self._round

    def _begin(self) -> None:
        """The first rows, then all places. Where rows are left out nobody knows how far the first ones are apart, so
        that both are asked at the same time."""
        alone = not self.wanted.narrowed
        self._run(first_rows, partial(self._on_first, self._round, alone), wanted=self.wanted, most=PAGE)
        if not alone:
            self._arrange()

    def _arrange(self) -> None:
        rows = self._chosen()
        top = self.held(self.top()) if self.top() > 0 else None
        ids = [record.id for record in map(self.held, rows) if record is not None]
        numbers = [self.numbers[row] for row in rows if self.held(row) is None and row < len(self.numbers)]
        given = {"ids": ids, "numbers": numbers, "top": top.id if top is not None else "", "page": PAGE}
        done = partial(self._on_arranged, self._round, frozenset(ids))
        self._run(arranged, done, wanted=self.wanted, **given)

    def _chosen(self) -> list[int]:
        """The rows that a selection or a current row stands on."""
        return sorted({index.row() for index in self.persistentIndexList()})

    def _on_first(self, round_: int, alone: bool, first: Arranged) -> None:
        wanted = self._ended(round_) if alone else round_ == self._round and not self.known
        if wanted and not self._chosen():
            self._take(first)
        if wanted and alone:
            self._start(self._arrange)

    def _on_arranged(self, round_: int, asked: frozenset[str], answer: Arranged) -> None:
        if not self._ended(round_):
            return
        if any(self._lost(row, asked, answer) for row in self._chosen()):
            self._start(self._arrange)
        else:
            self._take(answer)
            self._all_known()

    def _all_known(self) -> None:
        self.known = True
        self.arranged.emit()

    def _take(self, answer: Arranged) -> None:
        """Everything stands anew; what is chosen goes along to where its record stands."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {row: self._new_row(row, answer) for row in {index.row() for index in before}}
        self.numbers = answer.numbers
        page = answer.at // PAGE
        parts = {page: answer.rows[:PAGE], page + 1: answer.rows[PAGE:]}
        self._pages = OrderedDict((at, part) for at, part in parts.items() if part)
        self._missing.clear()
        self._seen = -1
        after = [self._index(rows[index.row()], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _lost(self, row: int, asked: frozenset[str], answer: Arranged) -> bool:
        """Whether a row that was chosen after the asking has been written anew since, so that nobody knows where."""
        record = self.held(row)
        return record is not None and record.id not in asked and self._new_row(row, answer) is None

    def _new_row(self, row: int, answer: Arranged) -> int | None:
        record = self.held(row)
        if record is not None and record.id in answer.places:
            return answer.places[record.id]
        if row >= len(self.numbers):
            return None
        number = self.numbers[row]
        known = answer.of_numbers.get(number)
        return known if known is not None else _place(answer.numbers, number)

    def _index(self, row: int | None, column: int) -> QModelIndex:
        return QModelIndex() if row is None else self.index(row, column)

    def _run(self, query: Callable[..., Any], done: Done, **given: Any) -> None:
        self._ask(query, done, self._on_failed, **given)

    def _ask(self, query: Callable[..., Any], done: Done, failed: Done, **given: Any) -> None:
        source, listing = self.source, self.source.listing()
        work = partial(source.ask, query, listing=listing, **given)
        source.tasks.run(work, self._while_here(done), self._while_here(failed))

    def _while_here(self, told: Done) -> Done:
        """The table may have gone when an answer comes: then nobody is told."""
        return lambda answer: told(answer) if isValid(self) else None

    def _on_failed(self, error: Exception) -> None:
        self._busy = self._reading = False
        self.failed.emit(error)

    # pages

    def _look_ahead(self, page: int) -> None:
        """The pages beside the one in view come next."""
        for beside in (page + 1, page - 1):
            if self._readable(beside) and beside not in self._missing:
                self._missing.insert(0, beside)
                self._soon.start()

    def _miss(self, page: int) -> None:
        if page in self._missing:
            self._missing.remove(page)
        self._missing.append(page)
        self._soon.start()

    def _read(self) -> None:
        """Reads what was looked at last; what was only passed by is left out."""
        if self._reading:
            return
        pages = sorted(page for page in self._missing[-AT_ONCE:] if self._readable(page))
        self._missing.clear()
        if pages:
            self._reading = True
            numbers = [number for page in pages for number in self._numbers_on(page)]
            self._run(rows_at, partial(self._on_pages, pages, self.numbers), numbers=numbers)

    def _readable(self, page: int) -> bool:
        return page not in self._pages and 0 <= page * PAGE < len(self.numbers)

    def _numbers_on(self, page: int) -> "array[int]":
        return self.numbers[page * PAGE : (page + 1) * PAGE]

    def _on_pages(self, pages: list[int], numbers: "array[int]", rows: Rows) -> None:
        self._reading = False
        if numbers is self.numbers:  # else they were read for places that are no more
            for at, page in enumerate(pages):
                self._pages[page] = rows[at * PAGE : (at + 1) * PAGE]
                self._tell(page)
            self._leave_out()
        if self._missing:
            self._soon.start()

    def _tell(self, page: int) -> None:
        first, last = page * PAGE, min((page + 1) * PAGE, len(self.numbers)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.came.emit(first, last)

    def _leave_out(self) -> None:
        """Pages not seen for long go; one that holds what is chosen stays."""
        kept = {row // PAGE for row in self._chosen()[: MOST_PAGES // 2]}
        for page in list(self._pages)[: max(0, len(self._pages) - MOST_PAGES)]:
            if page not in kept:
                del self._pages[page]


def _place(numbers: "array[int]", number: int) -> int | None:
    return numbers.index(number) if number in numbers else None
