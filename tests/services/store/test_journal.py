"""The journal: every answered operation has its entry, the chain stands from the first on, the same id is one thing."""

import json

import pytest
import sqlalchemy as sa

from services.core.hazards import State
from services.core.ids import digest
from services.core.operation import Actor
from services.core.refused import Refused
from services.core.roles import Role
from services.store.journal import GENESIS, Journal
from tests.makers import AFTER, BEFORE, sha
from tests.services.store.workshop import FOUNDER, Workshop


def report(zone, **given):
    return {"zone": zone, "photos": [BEFORE], "description": "护罩缺失"} | given


def test_the_chain_stands_from_the_first_entry_on(shop: Workshop):
    shop.found()
    before = GENESIS
    for seq, row in enumerate(shop.entries(), 1):
        assert row["seq"] == seq
        assert row["hash"] == digest(before.encode(), row["body"].encode())
        before = row["hash"]
    assert shop.verify().whole
    assert shop.verify().head == before


def test_an_entry_says_who_when_what_and_how_it_was(shop: Workshop):
    place = shop.found()
    id_ = shop.do("zones.rename", {"zone": place.zone, "name": "新名"}, place.officer, device="tablet")
    body = json.loads(shop.entries()[-1]["body"])
    assert (body["operation"], body["kind"], body["author"]) == (id_, "zones.rename", place.officer.person)
    assert (body["device"], body["n"], body["args"]) == ("tablet", 1, {"zone": place.zone, "name": "新名"})
    change = body["changes"][0]
    assert (change["kind"], change["id"]) == ("zone", place.zone)
    assert (change["before"]["name"], change["after"]["name"]) == ("冲压区", "新名")
    assert {name for name in change["after"] if change["after"][name] != change["before"][name]} == {"name"}


@pytest.mark.parametrize(
    ("kind", "args", "code"),
    [
        ("zones.rename", {"zone": "none", "name": "x"}, "no_such_record"),
        ("zones.rename", {"zone": 5, "name": "x"}, "args_wrong"),
        ("zones.rename", {}, "args_missing"),
        ("plant.found", {"name": "x", "person": "y"}, "not_allowed"),
        ("coffee.make", {"cups": 2}, "unknown_kind"),
        ("coffee.make", {}, "unknown_kind"),
    ],
)
def test_what_is_refused_has_an_entry_without_changes(shop: Workshop, kind, args, code):
    place = shop.found()
    before = len(shop.entries())
    answer = shop.issue(kind, args, place.officer)
    assert answer.refused is not None
    assert answer.refused.code == code
    row = shop.entries()[-1]
    assert (answer.seq, row["seq"], row["outcome"], row["kind"]) == (before + 1, before + 1, "refused", kind)
    assert json.loads(row["body"])["changes"] == []
    assert shop.issue("zones.rename", {"zone": place.zone, "name": "y"}, place.officer).ok, "its turn was counted"
    assert shop.verify().whole


def same_again(shop, request):
    return shop.submit(request).result(30)


def test_the_same_id_gets_the_first_answer_again(shop: Workshop):
    place = shop.found()
    request = shop.request("hazards.report", report(place.zone), place.worker)
    first = shop.submit(request).result(30)
    again = same_again(shop, request)
    assert (again.again, again.seq, again.given) == (True, first.seq, first.given)
    assert len(shop.find("hazard")) == 1
    refused = shop.request("zones.rename", {"zone": "none", "name": "x"}, place.officer)
    one, two = shop.submit(refused).result(30), same_again(shop, refused)
    assert one.refused
    assert two.refused
    assert (one.refused.code, one.refused.facts, one.seq) == (two.refused.code, two.refused.facts, two.seq)


def test_the_same_id_again_with_personal_arguments_also_after_an_erasure(shop: Workshop):
    place = shop.found()
    args = {"name": "李四", "phone": "13800000000", "email": "li@example.com"}
    request = shop.request("people.add", args, place.boss)
    first = shop.submit(request).result(30)
    assert same_again(shop, request).seq == first.seq
    shop.do("people.leave", {"person": first.id}, place.boss)
    shop.do("people.erase", {"person": first.id, "reason": "本人要求"}, place.boss)
    count = len(shop.entries())
    assert (same_again(shop, request).seq, same_again(shop, request).again) == (first.seq, True)
    assert len(shop.entries()) == count
    assert shop.get("person", first.id).name == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"args": {"name": "王五", "phone": "13800000000"}},
        {"args": {"name": "李四"}},
        {"args": {"name": "李四", "phone": "13800000000", "email": None}},
        {"kind": "people.set_contact"},
        {"kind": "coffee.make"},
        {"premise": {"a": 1}},
    ],
)
def test_the_same_id_with_another_body_is_refused_and_writes_nothing(shop: Workshop, changed):
    place = shop.found()
    args = {"name": "李四", "phone": "13800000000"}
    request = shop.request("people.add", args, place.boss)
    shop.submit(request).result(30)
    before = [shop.entries(), shop.rows(DEVICES), shop.rows(PERSONAL)]
    values = {"args": args, "n": request.operation.n, "id": request.operation.id, "kind": "people.add"} | changed
    with pytest.raises(Refused, match="key_reused"):
        shop.issue(by=place.boss, **values)
    assert [shop.entries(), shop.rows(DEVICES), shop.rows(PERSONAL)] == before


@pytest.mark.parametrize("changed", [{"device": "another"}, {"n": 9}])
def test_an_author_hears_the_first_answer_also_as_another_device_and_nobody_else_does(shop: Workshop, changed):
    place = shop.found()
    args = {"zone": place.zone, "name": "一"}
    request = shop.request("zones.rename", args, place.boss)
    first = shop.submit(request).result(30)
    sent = request.operation
    before = [shop.entries(), shop.rows(DEVICES)]
    values = {"n": sent.n, "id": sent.id, "premise": dict(sent.premise)} | changed
    again = shop.issue("zones.rename", args, place.boss, **values)
    assert (again.seq, again.again) == (first.seq, True)
    with pytest.raises(Refused, match="key_reused"):
        shop.issue("zones.rename", args, place.officer, **values)
    assert [shop.entries(), shop.rows(DEVICES)] == before


@pytest.mark.parametrize(
    "args",
    [
        {"sealed": []},
        {"sealed": ""},
        {"zone": {"sealed": ""}},
        {"sealed": {"a": 1}},
        {"sealed": "x"},
        {"zone": {"sealed": ["x"]}},
    ],
)
@pytest.mark.parametrize("kind", ["zones.rename", "coffee.make"])
def test_arguments_that_look_like_a_seal_are_only_arguments(shop: Workshop, kind, args):
    place = shop.found()
    request = shop.request(kind, args, place.boss, premise={})
    first = shop.submit(request).result(30)
    assert same_again(shop, request).seq == first.seq
    assert shop.verify().whole


DEVICES = sa.text("SELECT * FROM devices ORDER BY id")
PERSONAL = sa.text("SELECT * FROM personal ORDER BY commitment")


@pytest.mark.parametrize("n", [0, 1, 3, 99, -1])
def test_a_gap_or_a_number_gone_by_is_out_of_turn(shop: Workshop, n):
    place = shop.found()
    shop.do("zones.rename", {"zone": place.zone, "name": "一"}, place.officer, device="tablet")
    before = shop.entries()
    with pytest.raises(Refused) as caught:
        shop.issue("zones.rename", {"zone": place.zone, "name": "二"}, place.officer, device="tablet", n=n)
    assert (caught.value.code, caught.value.facts) == ("out_of_turn", {"expected_n": 2})
    assert shop.entries() == before
    assert shop.issue("zones.rename", {"zone": place.zone, "name": "二"}, place.officer, device="tablet", n=2).ok


def test_a_revoked_device_is_not_answered(shop: Workshop):
    place = shop.found()
    shop.do("zones.rename", {"zone": place.zone, "name": "一"}, place.officer, device="tablet")
    shop.do("devices.pair", {"device": "tablet", "name": "平板"}, place.officer)
    shop.do("devices.revoke", {"device": "tablet", "reason": "丢失"}, place.boss)
    with pytest.raises(Refused, match="device_revoked"):
        shop.issue("zones.rename", {"zone": place.zone, "name": "二"}, place.officer, device="tablet")


def test_what_is_born_takes_no_ones_place(shop: Workshop):
    """The founder's record is the only one whose id no entry has, so a new person could have been given it."""
    place = shop.found()
    founder = place.boss.person or ""
    before = shop.get("person", founder)
    hr = Actor(place.worker.person, frozenset({Role.HR}))
    answer = shop.issue("people.add", {"name": "冒名"}, hr, id=founder)
    assert answer.refused is not None
    assert answer.refused.code == "key_reused"
    assert shop.get("person", founder) == before
    assert shop.verify().whole


def test_numbers_have_no_gaps_although_some_are_refused(shop: Workshop):
    place = shop.found()
    numbers: list[str] = []
    for turn in range(12):
        args = report(place.zone if turn % 3 else "none", photos=[sha(str(turn))])
        answer = shop.issue("hazards.report", args, place.worker)
        numbers += answer.given.values()
    assert [number[-4:] for number in numbers] == [f"{i:04d}" for i in range(1, 9)]


def test_a_whole_story_closes_and_every_step_stands_in_the_journal(shop: Workshop):
    place = shop.found()
    one = shop.do("hazards.report", report(place.zone), place.worker)
    shop.do("hazards.accept", {"hazard": one}, place.fixer)
    shop.do("hazards.submit_fix", {"hazard": one, "photos": [AFTER]}, place.fixer)
    shop.do("hazards.approve", {"hazard": one}, place.officer)
    shop.do("hazards.approve", {"hazard": one}, place.boss)
    assert shop.get("hazard", one).state == State.CLOSED
    states = [
        change["after"]["state"]
        for row in shop.entries()
        for change in json.loads(row["body"])["changes"]
        if change["kind"] == "hazard"
    ]
    assert states == ["assigned", "fixing", "fixed", "first_passed", "closed"]
    assert shop.verify().whole


def test_deliveries_are_made_with_their_cause(shop: Workshop):
    place = shop.found()
    before = len(shop.rows(DELIVERIES))
    answer = shop.issue("hazards.report", report(place.zone), place.worker)
    made = shop.rows(DELIVERIES)[before:]
    assert {row["seq"] for row in made} == {answer.seq}
    assert {(row["message"], row["person"]) for row in made} == {
        ("hazard_reported", place.boss.person),
        ("hazard_assigned", place.fixer.person),
    }
    shop.issue("hazards.report", report("none"), place.worker)
    assert len(shop.rows(DELIVERIES)) == before + len(made)


DELIVERIES = sa.text("SELECT * FROM deliveries ORDER BY seq")


def test_a_second_plant_is_not_founded(shop: Workshop):
    shop.found()
    answer = shop.issue("plant.found", {"name": "二", "person": "二"}, FOUNDER, device="other")
    assert answer.refused is not None
    assert answer.refused.code == "plant_exists"


def broken_append(self, request, changes, refused, *, real=Journal._append):
    if request.operation.kind == "zones.rename" and request.operation.args["name"] == "坏":
        self.seq += 1
        raise RuntimeError("a fault while writing")
    return real(self, request, changes, refused)


def test_a_fault_after_the_decision_leaves_no_trace(shop: Workshop, monkeypatch):
    place = shop.found()
    before = shop.entries(), shop.rows(DEVICES)
    monkeypatch.setattr(Journal, "_append", broken_append)
    bad = shop.request("zones.rename", {"zone": place.zone, "name": "坏"}, place.officer)
    with pytest.raises(RuntimeError):
        shop.submit(bad).result(30)
    assert (shop.entries(), shop.rows(DEVICES)) == before
    assert shop.get("zone", place.zone).name == "冲压区"
    good = {"zone": place.zone, "name": "好"}
    assert shop.issue("zones.rename", good, place.officer, n=bad.operation.n).ok
    assert shop.verify().whole


def test_the_writer_reads_what_was_committed_also_after_a_fault(shop: Workshop, monkeypatch):
    """The writer remembers records between transactions; after a rollback it must not."""
    place = shop.found()
    monkeypatch.setattr(Journal, "_append", broken_append)
    bad = shop.request("zones.rename", {"zone": place.zone, "name": "坏"}, place.officer)
    with pytest.raises(RuntimeError):
        shop.submit(bad).result(30)
    id_ = shop.do("zones.classify", {"zone": place.zone, "zone_class": "D"}, place.officer, n=bad.operation.n)
    body = json.loads(next(row for row in shop.entries() if row["operation"] == id_)["body"])
    assert body["changes"][0]["after"]["name"] == "冲压区"
