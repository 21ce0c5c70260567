"""The monthly report: written once to each reader, whatever is restarted, and the PDF goes with the mail."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from services.hub.monthly import Monthly, attached
from services.store.deliveries import claim
from services.store.tables import deliveries
from tests.services.hub.test_ruling import Plant
from tests.services.reports.made import page_texts

FIFTH = datetime(2026, 4, 5, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def plant(tmp_path):
    made = Plant(tmp_path / "plant")
    yield made
    made.close()


def told(plant):
    with plant.hub.store.look() as look:
        query = sa.select(deliveries.c.person).where(deliveries.c.message == "monthly_report")
        return sorted(look.connection.execute(query).scalars())


def test_each_reader_is_written_to_once(plant):
    readers = [plant.people["孙丽"], plant.people["陈刚"]]
    plant.do("plant.set_report_mail", report_day=5, report_to=readers)
    Monthly(plant.hub).look(FIFTH.replace(hour=7))
    assert told(plant) == []
    first = Monthly(plant.hub)
    first.look(FIFTH)
    first.look(FIFTH)
    Monthly(plant.hub).look(FIFTH)  # the hub has begun anew
    assert told(plant) == sorted(readers)


def test_the_report_goes_with_it_as_a_pdf(plant):
    plant.do("plant.set_report_mail", report_day=5, report_to=[plant.people["孙丽"]])
    Monthly(plant.hub).look(FIFTH)
    taken = plant.hub.store.write(lambda connection: claim(connection, "me", plant.hub.now(), 10))
    mine = next(one for one in taken if one.message == "monthly_report")
    with plant.hub.store.look() as look:
        found = look.find("plant")[0]
    [(name, data)] = attached(plant.hub, mine, found, FIFTH)
    assert name.endswith("2026-03.pdf")
    assert "2026-03-01" in page_texts(data)[0]
    other = next((one for one in taken if one.message != "monthly_report"), None)
    assert other is None or attached(plant.hub, other, found, FIFTH) == ()
