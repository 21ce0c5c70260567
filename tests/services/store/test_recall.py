"""Records that were read before: the same object for the same row, another one as soon as the row is another."""

from typing import Any

import pytest

from services.store.recall import Recall
from services.store.records import Records
from tests.services.store.workshop import Workshop


class ByIdAlone(Recall):
    """The fault: it does not look at the row."""

    def record(self, kind: str, row: Any, make: Any) -> Any:
        if (kind, row.id) not in self._known:
            self._known[kind, row.id] = (), make(kind, row)
        return self._known[kind, row.id][1]


def zone(shop: Workshop, recall: Recall | None) -> Any:
    with shop.store.database.reading() as connection:
        (found,) = Records(connection, recall=recall).find("zone")
    return found


def test_a_row_that_is_as_it_was_is_not_read_again(shop: Workshop) -> None:
    shop.found()
    recall = Recall()
    assert zone(shop, recall) is zone(shop, recall)
    assert zone(shop, recall) == zone(shop, None)


@pytest.mark.parametrize("planted", [False, True])
def test_a_row_that_has_changed_is_read_anew(shop: Workshop, *, planted: bool) -> None:
    place = shop.found()
    recall = ByIdAlone() if planted else Recall()
    before = zone(shop, recall)
    shop.do("zones.rename", {"zone": place.zone, "name": "二号车间"}, place.boss)
    assert before.name != "二号车间"
    assert (zone(shop, recall).name == "二号车间") is not planted


def test_it_forgets_all_before_it_grows_too_large(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.found()
    recall = Recall()
    monkeypatch.setattr(Recall, "MOST", 1)
    with shop.store.database.reading() as connection:
        people = Records(connection, recall=recall).find("person")
        assert len(people) > 1
        assert people == Records(connection).find("person")
    assert len(recall._known) == 1
