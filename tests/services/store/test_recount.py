"""The hard figures are counted again from exported tables, by a script that has nothing of the program."""

import json
import random
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.core.hazards import State
from services.core.measures import Period
from services.exports.plain import lines_of, table_rows
from services.store.database import Database
from services.store.queries.figures import figures
from services.store.records import Records
from services.store.schema import bring_up
from services.store.tables import RECORDS
from tests.makers import hazard, incident, inspection, inspection_plan, person, plant, zone

SCRIPT = Path(__file__).with_name("recount.py")
BEGUN = datetime(2025, 1, 1, tzinfo=UTC)
NOW = datetime(2025, 7, 2, 3, 4, tzinfo=UTC)
KINDS = ("hazard", "inspection", "inspection_plan", "incident")


def some(chance: random.Random) -> list[Any]:
    """Half a year of everything, moments at random, also round the edges of days and months."""
    place, plans = zone(), [inspection_plan(late_counts=True), inspection_plan(name="夜班")]
    put: list[Any] = [plant(founded_at=BEGUN), person(since=BEGUN), place, *plans]

    def moment() -> datetime:
        return BEGUN + timedelta(minutes=chance.randrange(60 * 24 * 182))

    for _ in range(150):
        at = moment()
        fixed = at + timedelta(minutes=chance.randrange(9000)) if chance.random() < 0.7 else None
        state = chance.choice(list(State))
        put.append(hazard(zone=place.id, number=None, reported_at=at, fixed_at=fixed, state=state))
        due = moment()
        state_ = chance.choice(("done", "late", "missed", "due", "excused"))
        put.append(
            inspection(
                plan=chance.choice([one.id for one in plans] + [""]),
                zone=place.id,
                state=state_,
                due_at=due,
                opens_at=due,
                closes_at=due + timedelta(hours=1),
                reason=chance.choice(("", "停线")),
            )
        )
        if chance.random() < 0.2:
            gone = moment() if chance.random() < 0.2 else None
            kind = chance.choice(("recordable_injury", "near_miss"))
            put.append(
                incident(kind=kind, zone=place.id, at=moment(), days_lost=chance.randrange(9), withdrawn_at=gone)
            )
    return put


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("recount")
    database = Database(folder / "plant.db")
    bring_up(database)
    with database.writing() as connection:
        records = Records(connection)
        for one in some(random.Random(9)):
            records.put(one)
        for kind in KINDS:
            table = RECORDS[kind]
            lines = lines_of([column.name for column in table.columns], table_rows(connection, table))
            (folder / f"{table.name}.csv").write_bytes(b"".join(lines))
        yield folder, records
    database.close()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 1, 1), date(2025, 6, 30)),
        (date(2025, 2, 10), date(2025, 3, 9)),
        (date(2025, 6, 1), date(2025, 7, 2)),
    ],
)
def test_the_figures_are_what_a_stranger_counts(exported: Any, first: date, last: date) -> None:
    folder, look = exported
    args = [str(folder), first.isoformat(), last.isoformat(), "Asia/Shanghai", NOW.isoformat()]
    shown = subprocess.run([sys.executable, "-I", str(SCRIPT), *args], capture_output=True, text=True, check=True)
    counted, ours = json.loads(shown.stdout), figures(look, Period(first, last), NOW)
    fix, plan, hurt = ours.time_to_fix, ours.completion, ours.injuries
    assert counted == {
        "fixed": fix.count,
        "hours": pytest.approx(fix.mean_hours),
        "rate": pytest.approx(plan.rate),
        "missed": plan.missed,
        "excused": plan.excused,
        "injuries": hurt.count,
        "days_lost": hurt.days_lost,
        "per_month": pytest.approx(hurt.per_month),
    }
    assert fix.count > 5
    assert plan.due > 5
