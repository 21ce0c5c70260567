"""Entries that come thin are what the hub has, to the byte; a row that is not what it should be is found by that."""

import json

import pytest
import sqlalchemy as sa

from services.core.ids import canonical
from services.store import thin
from services.store.changes import as_lines, from_lines
from services.store.tables import entries, zones
from services.store.thin import MARK, Misfit, is_thin, thin_page, thinned, widened
from services.store.verify import verify
from tests.services.sync.desks import Desk, Office, in_step, records_of

ODD = '"changes":[{"after":{\x01 "before":null}'


def pulled(desk: Desk):
    """What is new to a desk: the hash that it stands on, and the whole entries."""
    cursor, hash_, epoch = desk.replica.facts("cursor", "hash", "epoch")
    about, page = desk.wire.page("/api/changes", after=cursor, hash=hash_, epoch=epoch)
    return hash_, page, about["clear"]


def lively(office: Office) -> str:
    """Changes of many kinds, of one thing several times, and of one that is born meanwhile; a zone."""
    office.do("zones.rename", zone=office.zone, name=ODD[:60])
    office.do("zones.classify", zone=office.zone, zone_class="D")
    born = office.do("zones.draw", floor=office.floor, name="仓库", zone_class="C", polygon=[[0, 0], [5, 0], [5, 5.25]])
    office.do("zones.rename", zone=born, name="东仓库")
    office.do("people.set_roles", person=office.people["陈刚"], roles=["safety_officer", "fixer"])
    return born


def test_thin_entries_come_out_as_the_hub_has_them(office: Office, desks):
    one, _ = desks
    one.wire.most = 100
    lively(office)
    before, page, _ = pulled(one)
    light = from_lines(as_lines({}, thin_page(page)))[1]
    assert is_thin(light)
    assert [hash_ for hash_, _ in light[:-1]] == [""] * (len(page) - 1)
    with one.replica.database.reading() as connection:
        whole, bodies = widened(connection, light, before)
    assert [(hash_, text.decode()) for hash_, text in whole] == page
    assert [without_changes(body) for body in bodies] == [without_changes(json.loads(body)) for _, body in page]


def without_changes(body):
    return {**body, "changes": [(change["kind"], change["id"]) for change in body["changes"]]}


def test_a_number_with_an_exponent_comes_out_too(office: Office, desks, monkeypatch):
    """The quick way spells it otherwise than what is hashed."""
    one, _ = desks
    far = [[0, 0], [5, 0], [5, 5], [0.00001, 5]]
    office.do("zones.reshape", zone=office.zone, polygon=far)
    office.do("zones.rename", zone=office.zone, name="一厂")
    before, page, _ = pulled(one)
    assert any("1e-05" in body for _, body in page)
    with one.replica.database.reading() as connection:
        whole, _ = widened(connection, thin_page(page), before)
        assert [(hash_, text.decode()) for hash_, text in whole] == page
        monkeypatch.setattr("services.store.thin.WAYS", thin.WAYS[:1])
        with pytest.raises(Misfit):
            widened(connection, thin_page(page), before)


def test_records_with_personal_values_never_come_thin(office: Office, desks):
    _, page, _ = pulled(desks[0]) if lively(office) else (None, [], None)
    kinds = {change["kind"] for _, body in page if MARK in thinned(body) for change in json.loads(body)["changes"]}
    assert kinds == {"zone"}


def test_thin_entries_are_lighter(office: Office, desks):
    office.do("zones.classify", zone=office.zone, zone_class="D")
    _, page, _ = pulled(desks[0])
    assert len(thinned(page[0][1])) < 0.6 * len(page[0][1])


@pytest.mark.parametrize("text", ["", "no body", '{"changes":[]}', '{"changes":[{"after":{"a":1},"x":1}]}'])
def test_what_is_no_body_stays_as_it_is(text):
    assert thinned(text) == text


def test_arguments_that_look_like_changes_do_no_harm(office: Office, desks):
    """Only whoever writes entries could do this: at worst the whole entries are asked for."""
    one, _ = desks
    body = {"args": {"changes": [{"after": {"id": "x"}, "before": {"id": "y"}, "id": "x", "kind": "zone"}]}}
    text = canonical({**body, "changes": [], "seq": one.replica.fact("cursor") + 1}).decode()
    with one.replica.database.reading() as connection, pytest.raises(Misfit):
        widened(connection, [("0" * 64, thinned(text))], one.replica.fact("hash"))


def harm(desk: Desk, **values: str) -> None:
    with desk.replica.database.writing() as connection:
        connection.execute(sa.update(zones).values(values))


def test_a_row_that_is_not_what_it_should_be_lets_nothing_be_laid_down(office: Office, desks):
    one, _ = desks
    office.do("zones.classify", zone=office.zone, zone_class="D")
    before, page, clear = pulled(one)
    harm(one, name="anything")
    stood = records_of(one.replica.database), one.replica.fact("cursor")
    with pytest.raises(Misfit):
        one.replica.lay_down(thin_page(page), clear)
    assert (records_of(one.replica.database), one.replica.fact("cursor")) == stood
    assert one.replica.fact("hash") == before


def test_such_a_row_is_put_right_in_the_same_round(office: Office, desks):
    one, _ = desks
    lively(office)
    harm(one, code="ZZZ")
    brought = one.sync()
    assert brought.mended or brought.renewed
    assert in_step(office, one)
    with one.replica.database.reading() as connection:
        assert verify(connection).whole


def test_what_waits_here_is_no_ground_for_thin_entries(office: Office, desks):
    """The zone has another name here, which the hub has yet to hear."""
    one, two = desks
    one.run("zones.rename", zone=office.zone, name="只在这里")
    office.do("zones.classify", zone=office.zone, zone_class="D")
    _, page, clear = pulled(one)
    one.replica.lay_down(thin_page(page), clear)
    assert (one.get("zone", office.zone).name, one.get("zone", office.zone).zone_class) == ("只在这里", "D")
    for desk in (one, two):
        desk.sync()
    assert in_step(office, one, two)


@pytest.mark.parametrize("fault", ["left out", "swapped", "other entry"])
def test_a_fault_in_the_thinning_is_noticed(office: Office, desks, monkeypatch, fault):
    one, _ = desks
    lively(office)

    def faulty(value):
        over = isinstance(value, dict) and "id" not in value and "changes" not in value
        return canonical({**value, "zone_class": "A"} if over else value)

    _, page, clear = pulled(one)
    if fault == "left out":
        monkeypatch.setattr("services.store.thin.canonical", faulty)
        light = thin_page(page)
        monkeypatch.undo()
    elif fault == "swapped":
        light = thin_page(page)
        light[0], light[1] = light[1], light[0]
    else:
        light = thin_page([page[0], *page[2:]])
    with pytest.raises(Misfit):
        one.replica.lay_down(light, clear)


def test_hashes_of_all_entries_are_kept_whatever_came_with_them(office: Office, desks):
    lively(office)
    one, _ = desks
    one.sync()
    columns = sa.select(entries.c.seq, entries.c.hash, entries.c.body).order_by(entries.c.seq)
    with office.hub.store.database.reading() as connection:
        at_hub = {row.seq: tuple(row) for row in connection.execute(columns)}
    with one.replica.database.reading() as connection:
        here = [tuple(row) for row in connection.execute(columns)]
    assert here == [at_hub[seq] for seq, _, _ in here]
    assert len(here) > 5
