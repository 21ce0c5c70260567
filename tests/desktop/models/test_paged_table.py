"""The paged table beside a plain list that is sorted and filtered by hand: whatever is written, wanted, scrolled to
and chosen in between, and in whatever order the tasks come back. Qt's own tester watches every change."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models import paged_table
from desktop.models.paged_table import PagedTable, Source
from desktop.models.record_table import RECORD
from services.store.queries.wanted import Between, Contains, OneOf, Wanted
from tests.things import COLUMNS, LISTING, NOON, STATES, ThingStore, thing

PAGE = 7
WISHES = (
    Wanted(),
    Wanted("press"),
    Wanted(sort="name"),
    Wanted(sort="state", descending=True),
    Wanted(columns=(("state", OneOf(STATES[:2])),), sort="at"),
    Wanted(columns=(("name", Contains("装")), ("at", Between(NOON - timedelta(hours=9), None)))),
)


class Later:
    """Tasks that come back when they are told to, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Any], None]) -> None:
        """Keeps the work until it is called up."""

        def carry_out() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - as Tasks hands it over
                failed(error)
            else:
                done(result)

        self.waiting.append(carry_out)

    def one(self, which: int) -> None:
        """Carries one of them out."""
        if self.waiting:
            self.waiting.pop(which % len(self.waiting))()


class Desk:
    """A paged table, its store, and a hand that works with both. It is ended by hand: models that Python collects when
    it likes, in the middle of another one's work, take the process with them."""

    def __init__(self, store: ThingStore) -> None:
        store.clear()
        self.store, self.later, self.born = store, Later(), 0
        self.holder = QObject()
        source = Source(lambda: LISTING, store.ask, self.later)  # type: ignore[arg-type]
        self.table = PagedTable(COLUMNS, source, self.holder)
        QAbstractItemModelTester(self.table, QAbstractItemModelTester.FailureReportingMode.Fatal, self.table)
        self.chosen: tuple[str, QPersistentModelIndex] | None = None

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.chosen = None
        self.later.waiting.clear()
        shiboken6.delete(self.holder)

    def write(self, number: int, name: int, hours: int) -> None:
        """A new thing, or one of those that are there in other words."""
        if number > self.born or number % 3 == 0:
            number, self.born = self.born, self.born + 1
        self.store.put([thing(number, name, name // 2, None if hours % 11 == 0 else hours)])

    def look(self, row: int) -> None:
        """Scrolls to a row and reads it, as a view that paints does."""
        if self.table.rowCount():
            self.table.top = lambda: row % self.table.rowCount()
            self.table.index(row % self.table.rowCount(), 0).data()
            self.table._read()

    def choose(self, row: int) -> None:
        """Chooses a row whose record is here."""
        record = self.table.held(row % self.table.rowCount()) if self.table.rowCount() else None
        if record is not None:
            self.chosen = record.id, QPersistentModelIndex(self.table.index(row % self.table.rowCount(), 0))

    def settle(self) -> None:
        """The table looks again, and everything comes back."""
        self.table.reload()
        self.rest()
        assert self.table.known

    def rest(self) -> None:
        while self.later.waiting or self.table._missing:
            self.later.one(0)
            self.table._read()

    def shown(self) -> list[str]:
        """All rows, read one after the other as they come into view."""
        found = []
        for row in range(self.table.rowCount()):
            if self.table.record_at(row) is None:
                self.table._read()
                self.rest()
            record = self.table.index(row, 0).data(RECORD)
            found.append(record.id if record is not None else "")
        return found

    def check(self) -> None:
        by_hand = [one.id for one in self.store.counted_by_hand(self.table.wanted)]
        assert self.shown() == by_hand
        if self.chosen is not None:
            id_, index = self.chosen
            assert index.isValid() == (id_ in by_hand), "what is still there stays chosen, and nothing else"
            assert not index.isValid() or index.data(RECORD).id == id_


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ThingStore]:
    made = ThingStore(tmp_path_factory.mktemp("things"))
    yield made
    made.close()


@pytest.fixture
def desk(store: ThingStore) -> Iterator[Desk]:
    with Desk(store) as made:
        yield made


@pytest.fixture(autouse=True)
def small_pages(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages so small that a few dozen things fill many, of which few are kept."""
    monkeypatch.setattr(paged_table, "PAGE", PAGE)
    monkeypatch.setattr(paged_table, "MOST_PAGES", 4)


STEPS = st.one_of(
    st.tuples(st.just("write"), st.integers(0, 90), st.integers(0, 17), st.integers(-40, 40)),
    st.tuples(st.just("look"), st.integers(0, 90)),
    st.tuples(st.just("choose"), st.integers(0, 90)),
    st.tuples(st.just("want"), st.integers(0, len(WISHES) - 1)),
    st.tuples(st.just("reload")),
    st.tuples(st.just("back"), st.integers(0, 5)),
)


def work(desk: Desk, steps: list[tuple[Any, ...]]) -> None:
    """Does what the steps say, then looks whether all is as by hand."""
    does: dict[str, Callable[..., None]] = {
        "write": desk.write,
        "look": desk.look,
        "choose": desk.choose,
        "want": lambda which: desk.table.want(WISHES[which]),
        "reload": desk.table.reload,
        "back": desk.later.one,
    }
    for name, *given_ in steps:
        does[name](*given_)
    desk.settle()
    desk.check()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.integers(0, 60), st.lists(STEPS, max_size=40))
def test_whatever_comes_it_shows_what_a_count_by_hand_finds(
    store: ThingStore, begun: int, steps: list[tuple[Any, ...]]
) -> None:
    with Desk(store) as desk:
        store.put(thing(number, number % 6, number % 3, number % 23 or None) for number in range(begun))
        desk.born = begun
        work(desk, steps)


@pytest.mark.parametrize("round_", [0, 1, 2])
def test_what_comes_for_a_table_that_has_gone_is_told_nobody(store: ThingStore, round_: int) -> None:
    """The first rows, all places, a page with something that is looked for, and what fails, on their way as it goes."""
    with Desk(store) as desk:
        store.put(thing(number, number % 6, number % 3) for number in range(50))
        desk.table.reload()
        found: list[int | None] = []
        if round_ == 1:
            desk.later.one(0)
        if round_ == 2:
            desk.rest()
            desk.look(20)
            desk.table.find(thing(30).id, found.append)
            desk.table.source = Source(lambda: LISTING, _broken, desk.later)  # type: ignore[arg-type]
            desk.table.find_start(0, "a", 0, found.append)
        waiting, desk.later.waiting = desk.later.waiting, []
    assert len(waiting) == (3 if round_ == 2 else 1)
    for carry_out in waiting:
        carry_out()
    assert not found


def _broken(*_: Any, **__: Any) -> Any:
    raise OSError


MOVING = [
    ("reload",),
    ("back", 0),
    ("back", 0),
    ("look", 20),
    ("back", 0),
    ("choose", 20),
    ("want", 2),
    ("back", 0),
    ("write", 0, 1, 40),
    ("write", 4, 0, 3),
]


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("", None),
        ("_new_row", lambda self, row, answer: row),
        ("_numbers_on", lambda self, page: self.numbers[page * PAGE + 1 : (page + 1) * PAGE + 1]),
        ("_chosen", lambda self: []),
    ],
)
def test_a_fault_of_the_table_is_seen(
    desk: Desk, store: ThingStore, monkeypatch: pytest.MonkeyPatch, planted: str, fault: Any
) -> None:
    store.put(thing(number, number % 6, number % 3, number % 23 or None) for number in range(50))
    desk.born = 50
    if planted:
        monkeypatch.setattr(PagedTable, planted, fault)
    try:
        work(desk, MOVING)
    except AssertionError:
        assert planted
    else:
        assert not planted


def test_the_first_rows_come_before_it_is_known_where_all_stand(desk: Desk, store: ThingStore) -> None:
    store.put(thing(number, hours=number) for number in range(100))
    desk.table.reload()
    desk.later.one(0)
    assert (desk.table.rowCount(), desk.table.known) == (PAGE, False)
    assert desk.table.index(0, 0).data(RECORD).id == "id000099"
    desk.later.one(0)
    assert (desk.table.rowCount(), desk.table.known) == (100, True)
    assert desk.table.index(99, 0).data() == "…"
    assert desk.shown()[-1] == "id000000"


@pytest.mark.parametrize("sooner", [0, 1])
def test_of_what_is_filtered_the_first_rows_or_all_places_come_first(
    desk: Desk, store: ThingStore, sooner: int
) -> None:
    store.put(thing(number, name=number % 6, hours=number) for number in range(90))
    desk.settle()
    desk.table.want(Wanted("冲压"))
    assert len(desk.later.waiting) == 2
    desk.later.one(sooner)
    assert desk.table.index(0, 0).data(RECORD).name == "Press 冲压"
    assert (desk.table.rowCount(), desk.table.known) == ((15, True) if sooner else (PAGE, False))
    desk.rest()
    assert (desk.table.rowCount(), desk.table.known) == (15, True)
    desk.check()


def test_what_was_only_passed_by_is_not_read(desk: Desk, store: ThingStore) -> None:
    store.put(thing(number, hours=number) for number in range(200))
    desk.settle()
    for row in range(20, 190):
        desk.table.index(row, 0).data()
    desk.table._read()
    assert len(desk.later.waiting) == 1
    desk.rest()
    assert desk.table.held(189) is not None
    assert desk.table.held(60) is None
    assert len(desk.table._pages) <= paged_table.MOST_PAGES


def test_only_what_is_offered_is_sorted_by(desk: Desk) -> None:
    desk.settle()
    desk.table.sort(1, Qt.SortOrder.DescendingOrder)
    assert (desk.table.wanted.sort, desk.table.wanted.descending) == ("state", True)
    desk.table.sort(-1)
    assert (desk.table.wanted.sort, desk.table.wanted.descending) == ("", False)


def test_an_error_is_told_and_the_next_look_is_new(
    desk: Desk, store: ThingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put([thing(1)])
    told: list[Exception] = []
    desk.table.failed.connect(told.append)

    def broken(*_: Any, **__: Any) -> Any:
        raise OSError("away")

    with monkeypatch.context() as broken_for_now:
        broken_for_now.setattr(desk.table, "source", Source(lambda: LISTING, broken, desk.later))  # type: ignore[arg-type]
        desk.table.reload()
        desk.rest()
    assert [str(one) for one in told] == ["away"]
    desk.settle()
    assert desk.shown() == ["id000001"]
