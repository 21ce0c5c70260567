"""One writer: neighbours do not notice a failure, answers come after the commit, a full disk is said and survived."""

import threading

import pytest
import sqlalchemy as sa

from services.core.refused import Refused
from services.store import writer as writer_module
from services.store.database import Database
from services.store.journal import Answer, Journal
from services.store.tables import guesses
from tests.makers import BEFORE
from tests.services.store.workshop import Workshop


@pytest.fixture
def held(shop: Workshop):
    """A writer that is kept busy, so that what is submitted meanwhile becomes one batch."""
    gate, busy = threading.Event(), threading.Event()

    def wait(_):
        busy.set()
        gate.wait(30)

    def hold():
        busy.clear()
        gate.clear()
        shop.store.writer.call(wait)
        busy.wait(30)

    yield hold, gate.set
    gate.set()


def test_what_waits_is_committed_together(shop: Workshop, held, monkeypatch):
    hold, release = held
    place = shop.found()
    sizes: list[int] = []
    shop.store.writer.committed.append(lambda answers: sizes.append(len(answers)))
    hold()
    futures = [
        shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": f"{i}"}, place.officer))
        for i in range(20)
    ]
    release()
    assert [future.result(30).ok for future in futures] == [True] * 20
    assert sizes == [20]


def spoiled(connection: sa.Connection) -> None:
    connection.execute(sa.insert(guesses), {"account": "a", "at": "now"})
    connection.execute(sa.insert(guesses), {"account": "a", "at": "now"})


def test_a_bad_one_takes_no_neighbour_with_it(shop: Workshop, held, monkeypatch):
    hold, release = held
    place = shop.found()
    one = {"zone": place.zone, "photos": [BEFORE]}
    hold()
    before = shop.submit(shop.request("hazards.report", one, place.worker))
    row = shop.store.writer.call(spoiled)
    refused = shop.submit(shop.request("hazards.report", {**one, "photos": []}, place.worker))
    turn = shop.submit(shop.request("hazards.report", one, place.worker, n=900))
    fault = shop.store.writer.call(lambda _: 1 / 0)
    after = shop.submit(shop.request("hazards.report", one, place.worker))
    release()
    assert before.result(30).ok
    assert after.result(30).ok
    assert after.result().seq == before.result().seq + 2
    with pytest.raises(sa.exc.IntegrityError):
        row.result(30)
    with pytest.raises(ZeroDivisionError):
        fault.result(30)
    with pytest.raises(Refused, match="out_of_turn"):
        turn.result(30)
    answered = refused.result(30)
    assert isinstance(answered, Answer)
    assert answered.refused
    assert answered.refused.code == "photo_needed"
    assert shop.rows(sa.select(guesses)) == []
    assert shop.verify().whole


def test_a_fault_in_a_decision_takes_no_neighbour_with_it(shop: Workshop, held, monkeypatch):
    hold, release = held
    place = shop.found()
    real = Journal._carry_out

    def faulty(self, request, changes):
        real_outcome = real(self, request, changes)
        if request.operation.args.get("name") == "坏":
            raise ZeroDivisionError
        return real_outcome

    monkeypatch.setattr(Journal, "_carry_out", faulty)
    hold()
    good = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": "好"}, place.officer, device="a"))
    bad = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": "坏"}, place.officer, device="b"))
    more = shop.submit(
        shop.request("zones.classify", {"zone": place.zone, "zone_class": "A"}, place.officer, device="c")
    )
    release()
    assert good.result(30).ok
    assert more.result(30).ok
    with pytest.raises(ZeroDivisionError):
        bad.result(30)
    assert (shop.get("zone", place.zone).name, shop.get("zone", place.zone).zone_class) == ("好", "A")
    assert shop.verify().whole


def test_what_no_database_text_can_hold_takes_no_neighbour_with_it(shop: Workshop, held):
    """The wire refuses it before; what comes another way is one fault, or is kept, as the database can."""
    hold, release = held
    place = shop.found()
    hold()
    before = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": "a"}, place.officer, device="a"))
    odd = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": "b\0"}, place.officer, device="b"))
    after = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": "c"}, place.officer, device="c"))
    release()
    assert before.result(30).ok
    assert after.result(30).ok
    assert odd.exception(30) or odd.result().refused or shop.store.database.is_sqlite
    assert shop.get("zone", place.zone).name == "c"
    assert shop.verify().whole


def seen_elsewhere(path, id_):
    database = Database(path)
    try:
        with database.reading() as connection:
            return connection.execute(
                sa.text("SELECT count(*) FROM entries WHERE operation = :id"), {"id": id_}
            ).scalar()
    finally:
        database.close()


def answered_before_seen(shop: Workshop, place, monkeypatch) -> int:
    """How many answers come before another connection can see their entries."""
    early: list[str] = []

    def check(future):
        if not seen_elsewhere(shop.path, future.result().id):
            early.append(future.result().id)

    for i in range(5):
        future = shop.submit(shop.request("zones.rename", {"zone": place.zone, "name": f"{i}"}, place.officer))
        future.add_done_callback(check)
        future.result(30)
    shop.store.write(lambda _: None)
    return len(early)


def test_answers_come_only_after_the_commit(shop: Workshop, monkeypatch):
    assert answered_before_seen(shop, shop.found(), monkeypatch) == 0


def test_an_answer_before_the_commit_would_be_seen(shop: Workshop, monkeypatch):
    place = shop.found()
    real = writer_module.Writer._one

    def early(self, connection, journal, work):
        outcome = real(self, connection, journal, work)
        for _, future in [pair for pair in batches[-1] if pair[0] is work]:
            future.set_result(outcome)
        return outcome

    batches = []
    real_write = writer_module.Writer._write

    def write(self, batch):
        batches.append(batch)
        done = [(work, Unset()) for work, _ in batch]
        return real_write(self, done)

    monkeypatch.setattr(writer_module.Writer, "_one", early)
    monkeypatch.setattr(writer_module.Writer, "_write", write)
    assert answered_before_seen(shop, place, monkeypatch) == 5


class Unset:
    """A future that nobody listens to any more."""

    def set_result(self, _):
        pass

    def set_exception(self, _):
        pass


@pytest.mark.sqlite
def test_when_the_commit_fails_everyone_who_waited_is_told(shop: Workshop, held, monkeypatch):
    hold, release = held
    place = shop.found()
    limit_pages(shop, held=True)
    hold()
    entries = shop.entries()
    text = "x" * 480
    futures = [
        shop.submit(
            shop.request("hazards.report", {"zone": place.zone, "photos": [BEFORE], "description": text}, place.worker)
        )
        for _ in range(200)
    ]
    release()
    codes = set()
    for future in futures:
        with pytest.raises(Refused) as caught:
            future.result(30)
        codes.add(caught.value.code)
    assert codes == {"disk_full"}
    assert shop.entries() == entries
    limit_pages(shop, held=False)
    first = futures[0]
    assert first.exception()
    shop.counts["desk"] -= 200
    assert shop.issue("hazards.report", {"zone": place.zone, "photos": [BEFORE]}, place.worker).ok
    assert shop.verify().whole


def limit_pages(shop: Workshop, *, held: bool) -> None:
    """A disk with room for a few pages more, or with room enough."""

    @sa.event.listens_for(shop.store.database.engine, "checkout")
    def limited(connection, *_):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 4 if held else 1_000_000}").close()


def test_what_waits_is_finished_at_the_end(shop: Workshop, held):
    hold, release = held
    place = shop.found()
    hold()
    requests = [shop.request("zones.rename", {"zone": place.zone, "name": f"{i}"}, place.officer) for i in range(5)]
    futures = [shop.submit(request) for request in requests]
    threading.Timer(0.05, release).start()
    shop.reopen()
    assert all(future.result(0).ok for future in futures)
    assert shop.get("zone", place.zone).name == "4"


def broken(_):
    raise ZeroDivisionError


def test_a_listener_that_fails_does_not_stop_the_writer(shop: Workshop):
    place = shop.found()
    shop.store.writer.committed.insert(0, broken)
    for i in range(3):
        assert shop.issue("zones.rename", {"zone": place.zone, "name": f"{i}"}, place.officer).ok
