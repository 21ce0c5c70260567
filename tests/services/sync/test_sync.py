"""Consoles that work without the hub, and meet it again: nothing lost, nothing twice, conflicts kept."""

import json

import pytest
import sqlalchemy as sa

from services.core.hazards import State
from services.core.refused import Refused
from services.photos import clean
from services.store import hazard_parts
from services.store.pending import oldest_waiting, open_conflicts
from services.store.queries.conflicts import conflict_rows
from services.store.records import Records
from services.store.replica import Replica
from services.store.tables import entries
from services.store.verify import verify
from tests.services.photos.hostile import saved, scene
from tests.services.sync.desks import Desk, Office, in_step, records_of, refused_with

CORNERS = [[0, 0], [5, 0], [5, 5]]


def conflicts(desk):
    with desk.replica.database.reading() as connection:
        return conflict_rows(Records(connection))


def entry_count(office):
    with office.hub.store.database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(entries)).scalar()


def test_a_new_console_gets_everything(office: Office, desks):
    assert in_step(office, *desks)
    assert desks[0].replica.fact("cursor") == entry_count(office)
    for desk in desks:
        with desk.replica.database.reading() as connection:
            assert verify(connection).whole


def test_what_is_done_here_holds_at_once_and_is_sent(office: Office, desks):
    one, two = desks
    assert one.run("zones.rename", zone=office.zone, name="新名").ok
    assert one.get("zone", office.zone).name == "新名"
    assert not in_step(office, one)
    with one.replica.database.reading() as connection:
        assert oldest_waiting(connection)[0] == 1
        assert verify(connection).whole, "what waits is no tampering"
    one.sync()
    two.sync()
    assert two.get("zone", office.zone).name == "新名"
    assert in_step(office, one, two)
    assert one.replica.waiting() == []


def test_two_who_change_different_things_of_one_zone_both_hold(office: Office, desks):
    one, two = desks
    one.run("zones.rename", zone=office.zone, name="新名")
    two.run("zones.reshape", zone=office.zone, polygon=CORNERS)
    for desk in (one, two, one):
        desk.sync()
    for desk in (one, two):
        changed = desk.get("zone", office.zone)
        assert (changed.name, changed.polygon) == ("新名", ((0.0, 0.0), (5.0, 0.0), (5.0, 5.0)))
    assert in_step(office, one, two)
    assert conflicts(one) == conflicts(two) == ()


def test_the_same_thing_changed_by_two_is_what_the_later_says_and_both_agree(office: Office, desks):
    one, two = desks
    one.run("zones.rename", zone=office.zone, name="一号")
    two.run("zones.rename", zone=office.zone, name="二号")
    for desk in (one, two, one):
        desk.sync()
    assert in_step(office, one, two)
    assert one.get("zone", office.zone).name == "二号"


def test_what_the_hub_refuses_is_taken_back_and_kept_as_a_conflict(office: Office, desks):
    one, two = desks
    one.run("zones.draw", floor=office.floor, name="仓库", zone_class="C", polygon=CORNERS)
    lost = two.run("zones.draw", floor=office.floor, name="仓库", zone_class="D", polygon=CORNERS)
    assert lost.ok
    one.sync()
    brought = two.sync()
    assert brought.settled[lost.id] is not None
    assert two.get("zone", lost.id) is None
    assert in_step(office, two)
    (kept,) = conflicts(two)
    assert (kept.operation, kept.kind, kept.code, kept.args["zone_class"]) == (lost.id, "zones.draw", "name_taken", "D")
    with two.replica.database.reading() as connection:
        assert open_conflicts(connection) == 1
    assert conflicts(one) == ()


def pulled(desk):
    """The entries that are new to a desk, and their clear values."""
    here = {name: desk.replica.fact(name) for name in ("cursor", "hash", "epoch")}
    about, page = desk.wire.page("/api/changes", after=here["cursor"], hash=here["hash"], epoch=here["epoch"])
    return page, about["clear"]


def to_review(office: Office) -> str:
    before, after = office.blob(b"before"), office.blob(b"after")
    one = office.do("hazards.report", zone=office.zone, photos=[before])
    office.do("hazards.submit_fix", office.people["修理工"], hazard=one, photos=[after])
    return one


def test_two_approvals_without_the_hub_make_the_two_reviews(office: Office, desks):
    one, two = desks
    hazard = to_review(office)
    for desk in desks:
        desk.sync()
        assert desk.run("hazards.approve", hazard=hazard).ok
        assert desk.get("hazard", hazard).state == State.FIXED, "no console moves a hazard under review"
    one.sync()
    two.sync()
    one.sync()
    closed = two.get("hazard", hazard)
    assert (closed.state, closed.first_by, closed.second_by) == ("closed", office.people["孙丽"], office.people["陈刚"])
    assert in_step(office, one, two)
    assert conflicts(one) == conflicts(two) == ()


def test_an_approval_of_photos_that_are_no_longer_the_ones_is_a_conflict_with_both_sides(office: Office, desks):
    one, _ = desks
    hazard = to_review(office)
    one.sync()
    one.run("hazards.approve", hazard=hazard)
    office.do("hazards.return", office.people["陈刚"], hazard=hazard, reason="看不清")
    better = office.blob(b"better")
    office.do("hazards.submit_fix", office.people["修理工"], hazard=hazard, photos=[better])
    one.sync()
    assert one.get("hazard", hazard).state == State.FIXED
    (kept,) = conflicts(one)
    assert kept.code == "stale"
    assert kept.facts["now"]["after"] == [better]
    assert kept.facts["seen"]["after"] == [office.blob(b"after")]


def test_a_report_gets_its_number_when_it_arrives(office: Office, desks):
    one, _ = desks
    data = clean(saved(scene())).data
    photo = one.outgoing.blobs.put_bytes(data)
    one.outgoing.add(photo, "photo")
    made = one.run("hazards.report", zone=office.zone, photos=[photo])
    assert one.get("hazard", made.id).number is None
    brought = one.sync()
    assert brought.blobs == (photo,)
    assert office.hub.blobs.get(photo) == data
    assert one.get("hazard", made.id).number == "YH-20260302-0001"
    assert one.outgoing.waiting() == []


def test_what_waits_runs_again_on_the_new_ground(office: Office, desks):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    one.run("zones.rename", zone=office.zone, name="乙")
    office.do("zones.classify", zone=office.zone, zone_class="D")
    one.wire.office = office
    one.replica.lay_down(*pulled(one))
    changed = one.get("zone", office.zone)
    assert (changed.name, changed.zone_class) == ("乙", "D")
    assert len(one.replica.waiting()) == 2
    one.sync()
    assert in_step(office, one)


def test_what_can_no_longer_be_done_here_has_no_effect_until_the_hub_says(office: Office, desks):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    office.do("zones.retire", zone=office.zone)
    one.wire.cut = False
    one.replica.lay_down(*pulled(one))
    assert one.get("zone", office.zone).name == "冲压区"
    one.sync()
    (kept,) = conflicts(one)
    assert kept.code == "zone_retired"
    assert in_step(office, one)


@pytest.mark.parametrize("times", [1, 3])
def test_lost_answers_make_nothing_twice(office: Office, desks, times):
    one, two = desks
    for count in range(5):
        one.run("hazards.report", zone=office.zone, photos=[office.blob(b"%d" % count)])
    one.wire.lose_answers = times
    before = entry_count(office)
    for _ in range(times + 1):
        one.try_sync()
        one.run("zones.classify", zone=office.zone, zone_class="A")
    one.sync()
    two.sync()
    assert entry_count(office) == before + 5 + times + 1
    numbers = sorted(row[7] for row in records_of(office.hub.store.database)["hazard"])
    assert [number[-1] for number in numbers] == ["1", "2", "3", "4", "5"]
    assert in_step(office, one, two)


@pytest.mark.parametrize("anew", [False, True])
def test_a_computer_shut_out_before_it_heard_the_answer_comes_back_as_a_new_one(office: Office, desks, anew):
    one, _ = desks
    first = one.run("zones.rename", zone=office.zone, name="甲")
    one.wire.lose_answers = 1
    assert one.try_sync() is None
    device = str(one.replica.fact("device"))
    office.do("devices.pair", device=device, name="笔记本")
    office.do("devices.revoke", device=device, reason="丢失")
    second = one.run("plant.rename", name="乙厂")
    one.replica.number_again(1, "fresh")
    if anew:  # the entry is behind this copy then, and only the answer can tell
        one.replica.set_facts(cursor=0)
    found = one.sync()
    assert (found.trouble, found.settled) == (None, {first.id: None, second.id: None})
    assert (one.replica.waiting(), one.replica.fact("last_n")) == ([], 1)
    assert in_step(office, one)


def test_a_hub_that_was_set_back_gets_what_waits_counted_anew(office: Office, desks):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    one.sync()
    one.run("zones.rename", zone=office.zone, name="乙")
    one.run("zones.rename", zone=office.zone, name="丙")
    with office.hub.store.database.writing() as connection:
        connection.execute(sa.text("UPDATE devices SET last_n = 0 WHERE id != 'hub'"))
    one.sync()
    one.sync()
    assert one.get("zone", office.zone).name == "丙"
    assert (one.replica.waiting(), one.replica.fact("last_n")) == ([], 2)


def test_a_console_that_was_copied_is_told(office: Office, desks):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    with office.hub.store.database.writing() as connection:
        row = {"id": one.replica.fact("device"), "last_n": 7}
        connection.execute(sa.text("INSERT INTO devices (id, last_n) VALUES (:id, :last_n)"), row)
    trouble = one.sync().trouble
    assert trouble is not None
    assert trouble.code == "device_doubled"
    assert len(one.replica.waiting()) == 1


def test_taking_back_only_what_was_never_sent(office: Office, desks):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    second = one.run("zones.rename", zone=office.zone, name="乙")
    back = one.replica.take_back()
    assert (back.id, back.kinds) == (second.id, {"zone"})
    assert one.get("zone", office.zone).name == "甲"
    one.wire.lose_answers = 1
    assert one.try_sync() is None
    refused = one.replica.take_back().refused
    assert refused is not None
    assert refused.code == "nothing_to_undo"
    assert one.run("zones.rename", zone=office.zone, name="丙").ok
    assert one.replica.take_back().ok
    one.sync()
    assert one.get("zone", office.zone).name == "甲"
    assert one.run("zones.rename", zone=office.zone, name="丁").ok
    one.sync()
    assert in_step(office, one)


def test_nothing_is_taken_back_between_reading_and_sending(office: Office, desks):
    """What goes out is marked in the transaction that reads it."""
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    (sent,) = one.replica.to_send()
    assert one.replica.take_back().refused is not None
    assert [operation.id for operation in one.replica.waiting()] == [sent.id]


def test_what_someone_else_did_here_waits_for_that_person(office: Office, desks):
    one, _ = desks
    mine = one.run("zones.rename", zone=office.zone, name="孙丽改的")
    one.replica.set_facts(me=office.people["陈刚"])
    one.wire.person = office.people["陈刚"]
    one.run("zones.classify", zone=office.zone, zone_class="D")
    trouble = one.sync().trouble
    assert trouble is not None
    assert (trouble.code, trouble.facts) == ("waits_for_author", {"person": office.people["孙丽"], "name": "孙丽"})
    one.replica.set_facts(me=office.people["孙丽"])
    one.wire.person = office.people["孙丽"]
    one.sync()
    one.replica.set_facts(me=office.people["陈刚"])
    one.wire.person = office.people["陈刚"]
    one.sync()
    with office.hub.store.database.reading() as connection:
        rows = connection.execute(sa.select(entries.c.operation, entries.c.author).order_by(entries.c.seq)).all()
    assert [row.author for row in rows[-2:]] == [office.people["孙丽"], office.people["陈刚"]]
    assert rows[-2].operation == mine.id
    assert in_step(office, one)


@pytest.mark.parametrize("kind", ["labels.issue", "people.leave"])
def test_what_only_the_hub_can_do_is_refused_here_and_may_be_sent(office: Office, desks, kind):
    one, _ = desks
    args = {"zone": office.zone} if kind == "labels.issue" else {"person": office.people["修理工"]}
    here = one.run(kind, **args).refused
    assert here is not None
    assert here.code == "needs_hub"
    local = one.replica.enqueue(kind, args)
    brought = one.sync()
    assert set(brought.settled) == {local.id}
    assert conflicts(one) == (), "nothing had happened here, so nothing is in conflict"
    assert in_step(office, one)


@pytest.mark.parametrize("args", [{}, {"zone": 5}, {"zone": "x", "more": "\ud800"}])
def test_what_cannot_be_read_is_not_kept_for_the_hub(office: Office, desks, args):
    one, _ = desks
    assert one.replica.enqueue("labels.issue", args).refused is not None
    assert one.replica.run("zones.rename", args).refused is not None
    assert one.replica.waiting() == []
    assert one.replica.fact("last_n") == 0


class Cut(Exception):
    """The plug."""


def test_a_fault_in_the_middle_of_laying_down_leaves_everything_as_it_was(office: Office, desks, monkeypatch):
    one, _ = desks
    one.run("zones.rename", zone=office.zone, name="甲")
    office.do("zones.classify", zone=office.zone, zone_class="D")
    office.do("zones.set_team", zone=office.zone)
    before = records_of(one.replica.database), one.replica.fact("cursor"), one.replica.waiting()
    page, clear = pulled(one)

    def cut(connection, bodies, log):
        raise Cut

    monkeypatch.setattr("services.store.replica.settled_elsewhere", cut)
    with pytest.raises(Cut):
        one.replica.lay_down(page, clear)
    assert (records_of(one.replica.database), one.replica.fact("cursor"), one.replica.waiting()) == before
    monkeypatch.undo()
    one.sync()
    assert in_step(office, one)


@pytest.mark.parametrize("harm", ["gap", "again", "changed", "hash"])
def test_entries_that_do_not_follow_are_not_laid_down(office: Office, desks, harm):
    one, _ = desks
    office.do("zones.classify", zone=office.zone, zone_class="D")
    office.do("zones.set_team", zone=office.zone)
    cursor = one.replica.fact("cursor")
    page, _ = pulled(one)
    hash_, body = page[0]
    changed = hash_, body.replace('"D"', '"A"')
    pages = {"gap": page[1:], "again": [page[0], page[0]], "changed": [changed], "hash": [("0" * 64, body)]}
    before = records_of(one.replica.database)
    with pytest.raises(Refused, match="chain_broken"):
        one.replica.lay_down(pages[harm], {})
    assert (records_of(one.replica.database), one.replica.fact("cursor")) == (before, cursor)


def test_a_blob_that_the_hub_refuses_does_not_stop_the_rest(office: Office, desks, monkeypatch):
    one, _ = desks
    bad, good = one.outgoing.blobs.put_bytes(b"bad"), one.outgoing.blobs.put_bytes(b"good")
    for sha256 in (bad, good):
        one.outgoing.add(sha256, "drawing")
    real = one.wire._answer

    def picky(method, path, message, data, query):
        if data == b"bad":
            raise Refused("not_allowed")
        return real(method, path, message, data, query)

    monkeypatch.setattr(one.wire, "_answer", picky)
    office.do("zones.classify", zone=office.zone, zone_class="D")
    brought = one.sync()
    assert brought.blobs == (good,)
    assert brought.trouble is not None
    assert one.get("zone", office.zone).zone_class == "D"
    assert [sha256 for sha256, _ in one.outgoing.waiting()] == [bad]


def test_what_waits_survives_closing(office: Office, desks, tmp_path):
    one, _ = desks
    made = one.run("zones.rename", zone=office.zone, name="甲")
    one.replica.close()
    again = Replica(tmp_path / "one" / "replica.db", one.replica.clock)
    assert [operation.id for operation in again.waiting()] == [made.id]
    again.close()


def test_an_auditor_gets_entries_without_names(office: Office, tmp_path):
    auditor = office.do("people.add", name="审计员", roles=["auditor"])
    desk = Desk(office, tmp_path / "auditor", auditor)
    about, _ = desk.wire.page("/api/changes", after=0, hash="", epoch="")
    assert about["clear"] == {}
    desk.sync()
    assert {person[1] for person in records_of(desk.replica.database)["person"]} == {""}
    with desk.replica.database.reading() as connection:
        assert verify(connection).whole
    desk.close()


def test_those_without_a_console_get_nothing(office: Office, tmp_path):
    desk = Desk(office, tmp_path / "fixer", office.people["修理工"])
    assert refused_with(desk.sync) == "not_allowed"
    assert json.dumps(records_of(desk.replica.database)["zone"]) == "[]"
    desk.close()


def test_a_console_with_many_hazards_finds_them_by_parts_after_its_rounds(office: Office, desks, monkeypatch):
    monkeypatch.setattr(hazard_parts, "MANY", 1)
    one = desks[0]
    for number in range(2):
        photo = office.blob(b"%d" % number)
        office.do("hazards.report", zone=office.zone, photos=[photo], description=f"地面漏油 {number}")
    while one.sync().more:
        pass
    with one.replica.database.reading() as connection:
        assert hazard_parts.is_whole(connection)
    assert in_step(office, one)
