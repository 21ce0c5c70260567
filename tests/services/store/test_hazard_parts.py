"""The hazards of a very large plant are found by parts of what is written of them: the same rows as by reading each."""

from typing import Any

import pytest
import sqlalchemy as sa

from services.core.operation import Actor
from services.store import hazard_parts, schema
from services.store.facts import set_fact
from services.store.hazard_parts import further, is_whole, may_hold
from services.store.queries.hazard_pages import hazard_listing
from services.store.queries.paging import arranged, first_rows, rows_at
from services.store.queries.wanted import Contains, Wanted
from services.store.schema import bring_up
from services.store.tables import hazards
from tests.makers import sha
from tests.services.store.workshop import Place, Workshop

pytestmark = pytest.mark.sqlite
TEXTS = ("气瓶未固定", "灭火器过期", "MX-04 guard", 'a "quoted" word', "地面有油", "100% 漏油_")
ASKED = ("灭火器", "没有这样", "漏油", "GUARD", '"quoted"', "100%", "油_", "YH-", "0003", "MX-04 g", "x\0y", " ")


@pytest.fixture
def place(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(hazard_parts, "MANY", 3)
    monkeypatch.setattr(hazard_parts, "AT_ONCE", 2)
    found = shop.found()
    for text in TEXTS[:4]:
        report(shop, found.worker, found.zone, text)
    return found


def report(shop: Workshop, by: Actor, zone: str, text: str) -> str:
    return shop.do("hazards.report", {"zone": zone, "photos": [sha(text)], "description": text}, by)


def found(shop: Workshop, wanted: Wanted, part: Any = "") -> list[str]:
    with shop.store.look() as look:
        listing = hazard_listing(shop.now, part=part)
        numbers = arranged(look, listing, wanted).numbers
        assert first_rows(look, listing, wanted, 3).numbers == numbers[:3]
        return [row.hazard.description for row in rows_at(look, listing, numbers) if row is not None]


def wishes() -> list[Wanted]:
    columns = [Wanted(columns=((key, Contains(text)),)) for key in ("what", "number") for text in ASKED]
    return columns + [Wanted(text) for text in ASKED]


def whole(shop: Workshop) -> bool:
    with shop.store.database.reading() as connection:
        return is_whole(connection)


def test_the_same_rows_are_found_as_by_reading_each(shop: Workshop, place: Place) -> None:
    assert further(shop.store.database, patience_s=0.0), "it is made bit by bit"
    fifth = report(shop, place.worker, place.zone, TEXTS[4])
    assert not whole(shop)
    assert not further(shop.store.database)
    assert whole(shop)
    report(shop, place.worker, place.zone, TEXTS[5])
    shop.do("hazards.reject", {"hazard": fifth, "reason": "x"}, place.officer)
    sooner = [found(shop, one, part) for one in wishes() for part in ("", "settled")]
    with shop.store.database.writing() as connection:
        set_fact(connection, hazard_parts.TABLE, 0)
    assert sooner == [found(shop, one, part) for one in wishes() for part in ("", "settled")]
    assert found(shop, Wanted(columns=(("what", Contains("灭火器")),))) == ["灭火器过期"]


def test_what_is_written_anew_is_found_by_its_new_words(shop: Workshop, place: Place) -> None:
    assert not further(shop.store.database)
    with shop.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE hazards SET description = '电缆破损' WHERE description = '灭火器过期'")
        number, texts = sa.literal_column("hazards.rowid", sa.Integer), sa.select(hazards.c.description)
        asked = [one for text in ("电缆破", "灭火器") if (one := may_hold(number, text)) is not None]
        held = [list(connection.execute(texts.where(one)).scalars()) for one in asked]
    assert held == [["电缆破损"], []]


def test_a_plant_of_few_has_no_such_table(shop: Workshop) -> None:
    place = shop.found()
    report(shop, place.worker, place.zone, TEXTS[0])
    assert not further(shop.store.database)
    assert not whole(shop)


def test_an_upgrade_takes_it_away_as_it_may_rebuild_the_rows_beside_it(
    shop: Workshop, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not further(shop.store.database)
    assert whole(shop)
    monkeypatch.setattr(schema, "_revision", lambda _: "0000")
    bring_up(shop.store.database)
    assert not whole(shop)
    assert found(shop, Wanted("灭火器")) == ["灭火器过期"]
    assert not further(shop.store.database)
    assert whole(shop)
