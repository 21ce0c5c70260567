"""Rules that hear how things stand: colours of zones, equipment, and what the MES tells of lines."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.core.moments import milliseconds, moment_of
from services.core.rule_document import rule_from
from services.core.shape import utc_text
from services.hub.standing import Standings
from services.store import stops
from services.store.queries.trials import trying
from services.store.stops import Stop
from tests.services.hub.calls import Caller
from tests.services.hub.test_ingest import key, lines  # noqa: F401
from tests.services.hub.test_ruling import MINUTE, SECOND, Plant, report


class Standing(Plant):
    """The plant, with the thread that sees how things stand."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.standings = Standings(self.hub)

    def after(self, passed: timedelta, *values: Any) -> None:
        self.standings.look(self.now + passed)
        super().after(passed, *values)

    def stop(self, name: str, began: timedelta, ended: timedelta | None = None) -> None:
        """The MES tells of a stop; how long ago it began, and ended."""
        end = None if ended is None else self.now - ended
        told = Stop(name, "L1", self.now - began, self.now, end)
        self.hub.store.write(lambda connection: stops.append(connection, [told]))

    def fired(self, when: dict[str, Any]) -> list[tuple[str, datetime]]:
        """What a trial of the whole past says."""
        rule = rule_from({"format": 1, "name": "规则", "when": when})
        with self.hub.store.look() as look:
            going = trying(look, rule, None, self.now - timedelta(days=3), self.now)
            try:
                while True:
                    next(going)
            except StopIteration as end:
                return [(one.key, moment_of(one.at)) for one in end.value.spells]


@pytest.fixture
def plant_(tmp_path: Path) -> Iterator[Standing]:
    made = Standing(tmp_path / "plant")
    yield made
    made.close()


RED = {"kind": "zone_is", "for_s": 600}


def test_a_zone_that_stays_red_and_a_hub_that_is_killed_meanwhile(plant_: Standing) -> None:
    plant_.rule(RED)
    plant_.after(SECOND)
    hazard = report(plant_)
    with plant_.hub.store.look() as look:
        due = look.find("hazard")[0].due_at
    plant_.after(due - plant_.now + SECOND)
    plant_.after(5 * MINUTE)
    plant_.restart()
    plant_.standings = Standings(plant_.hub)
    plant_.after(4 * MINUTE)
    assert plant_.alerts() == []
    plant_.after(2 * MINUTE)
    (alert,) = plant_.alerts()
    assert (alert.key, alert.zone) == ("冲压区", plant_.zone)
    assert plant_.fired(RED) == [(alert.key, alert.fired_at)]
    plant_.do("hazards.reject", hazard=hazard, reason="重复")
    plant_.after(SECOND)
    assert plant_.alerts()[0].cleared_at == plant_.now


def test_a_rule_hears_what_the_mes_tells_and_what_it_takes_back(plant_: Standing) -> None:
    plant_.rule({"kind": "stopped", "for_s": 600, "line": "L1"})
    plant_.after(SECOND)
    plant_.after(60 * MINUTE)
    plant_.stop("S1", 30 * MINUTE, 25 * MINUTE)
    plant_.after(SECOND)
    assert plant_.alerts() == [], "told of late, it stood for five minutes"
    plant_.stop("S1", 30 * MINUTE + SECOND)
    plant_.restart()
    plant_.after(SECOND)
    (alert,) = plant_.alerts()
    assert (alert.key, alert.stands) == ("L1", True)
    plant_.stop("S1", 30 * MINUTE + 2 * SECOND, 25 * MINUTE)
    plant_.after(SECOND)
    assert plant_.alerts()[0].withdrawn_at == plant_.now
    assert plant_.fired({"kind": "line_runs", "line": "L1"}) == [("L1", plant_.now - 25 * MINUTE - SECOND)]


def test_equipment_that_stands_and_is_past_its_check(plant_: Standing) -> None:
    told = {"code": "C-01", "name": "冲床", "type": "press", "zone": plant_.zone, "line": "L1"}
    plant_.do("equipment.add", check_due=plant_.now.date().isoformat(), **told)
    plant_.rule({"kind": "equipment_is", "type": "press"}, name="停机")
    plant_.rule({"kind": "equipment_is", "state": "check_overdue"}, name="超期")
    plant_.after(SECOND)
    assert plant_.alerts() == []
    plant_.stop("S1", SECOND)
    plant_.after(MINUTE)
    assert [(one.key, one.zone) for one in plant_.alerts()] == [("C-01", plant_.zone)]
    plant_.after(timedelta(days=1))
    assert len(plant_.alerts()) == 2


def test_stops_over_http_are_kept_once_and_a_row_that_is_not_says_why(plant: Any, key: str) -> None:  # noqa: F811
    now = plant.served.hub.now()
    stop: dict[str, Any] = {"stop_id": "S1", "line_code": "L1", "start_time": utc_text(now - MINUTE), "planned": True}
    stop["updated_at"] = utc_text(now - 30 * SECOND)
    rows = [stop, {**stop, "line_code": None}, {**stop, "start_time": "nonsense"}]
    ahead = {**stop, "stop_id": "S2", "start_time": utc_text(now + 10 * MINUTE)}
    ended = {**stop, "end_time": utc_text(now), "updated_at": utc_text(now)}

    def sent(body: str, given: str = key) -> Any:
        headers = {"Content-Type": "application/json"}
        return Caller(plant, given).call("POST", "/ingest/stops", data=body.encode(), headers=headers)

    answer = sent(json.dumps([*rows, ahead])).json()
    assert (answer["taken"], [(one["row"], one["code"], one["field"]) for one in answer["why"]]) == (
        1,
        [(3, "unreadable", "start_time"), (2, "missing", "line_code"), (4, "in_the_future", "start_time")],
    )
    for body in (lines(ended), lines(ended), lines({**stop, "updated_at": utc_text(now - MINUTE)})):
        assert sent(body).json()["taken"] == 1
    with plant.served.hub.store.look() as look:
        (kept,) = stops.between(look.connection, now - MINUTE, now)
    assert (kept.line, kept.ended, kept.planned) == ("L1", moment_of(milliseconds(now)), True)
    assert sent(lines(stop), "x" * 43).json()["refused"] == "key_wrong"
