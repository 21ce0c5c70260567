"""The figures that the demo plant stands for come out of its records, by the queries that everyone uses."""

import io
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from services.core.measures import Period, relative_change
from services.demo import ordinary, plant
from services.demo.crowd import everybody
from services.demo.ordinary import PAPER, PERIODS, planned
from services.demo.pictures import Shot
from services.demo.plant import write_demo
from services.photos.folder import PhotoFolder
from services.reports.figures_said import arrow, measures
from services.store.database import Database
from services.store.queries import figures
from services.store.records import Records

ROOT = Path(__file__).parents[3]
UNTIL = datetime(2026, 3, 15, 2, tzinfo=UTC)
ON_PAPER, QUARTER = Period(date(2024, 1, 1), date(2024, 12, 31)), Period(date(2025, 1, 1), date(2025, 3, 31))
BEGUN, SECOND_HALF = Period(date(2025, 4, 1), date(2025, 6, 30)), Period(date(2025, 7, 1), date(2025, 12, 31))


@pytest.fixture(scope="module", params=[1, 20] if os.environ.get("ANHUAN_FULL") else [1])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A plant of 190 people, whose photos are all the same two: figures do not look at them."""
    data = tmp_path_factory.mktemp("years")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plant, "take_photos", not_taken)
        write_demo(data, request.param, UNTIL, people=190, months=None)
    found = Database(data / "hub" / "plant.db")
    yield found
    found.close()


def not_taken(folder: Path, wanted: Iterable[Shot]) -> dict[Shot, str]:
    blobs = PhotoFolder(folder)
    before, after = (blobs.put_bytes(plain_jpeg(colour)) for colour in ("red", "green"))
    return {shot: after if shot.safe else before for shot in wanted}


def plain_jpeg(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (16, 16), colour).save(made, "JPEG")
    return made.getvalue()


@dataclass(frozen=True)
class Seen:
    """What the plant stands for, rounded as it is told."""

    hours: tuple[float | None, float | None]
    done: tuple[float | None, float | None]
    injuries: tuple[int, int]
    a_month: tuple[float, float]
    reports: float


WANTED = Seen((52.0, 18.0), (0.61, 0.98), (28, 2), (2.3, 0.3), 3.4)


def seen(database: Database) -> Seen:
    with database.reading() as connection:
        look = Records(connection)
        before, after = (figures.figures(look, period, UNTIL) for period in (ON_PAPER, SECOND_HALF))
        reports = [figures.reports(look, period, UNTIL).per_worker_month for period in (QUARTER, BEGUN)]
    change = relative_change(*reports)
    both = (before, after)
    return Seen(
        hours=(rounded(before.time_to_fix.mean_hours, 1), rounded(after.time_to_fix.mean_hours, 1)),
        done=(rounded(before.completion.rate, 2), rounded(after.completion.rate, 2)),
        injuries=(before.injuries.count, after.injuries.count),
        a_month=(round(both[0].injuries.per_month, 1), round(both[1].injuries.per_month, 1)),
        reports=rounded(change, 2) or 0.0,
    )


def rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def test_the_records_give_the_figures(database: Database) -> None:
    assert seen(database) == WANTED


def test_the_report_prints_the_changes(database: Database) -> None:
    with database.reading() as connection:
        before, after = (measures(figures.figures(Records(connection), one, UNTIL)) for one in (ON_PAPER, SECOND_HALF))
    said = {name: arrow(relative_change(before[name], after[name]), "en") for name in before}
    assert said["time_to_fix"] == "↓65.4 %"
    assert said["plan_completion"] == "↑60.7 %"


def test_people_come_and_go_one_for_one_and_nobody_does_anything_once_gone(database: Database) -> None:
    with database.reading() as connection:
        look = Records(connection)
        people = look.find("person")
        gone = {one.id: one.left_at for one in people if one.left_at}
        come = [one for one in people if one.since > min(one.since for one in people) + timedelta(days=30)]
        deeds = [(one.reporter, one.reported_at) for one in look.find("hazard") if not one.old_number]
        deeds += [(one.by, one.at) for one in look.find("inspection") if one.by and not one.batch]
    assert len(gone) == len(come) >= 3
    assert len(people) - len(gone) == 190
    assert not [who for who, at in deeds if who in gone and at > gone[who]]
    assert {who for who, _ in deeds} & {one.id for one in come}


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE hazards SET fixed_at = reported_at WHERE id = (SELECT max(id) FROM hazards WHERE fixed_at < '2025-12')",
        "UPDATE inspections SET state = 'missed' WHERE due_at LIKE '2025-08-1%'",
        "UPDATE incidents SET withdrawn_at = at WHERE at LIKE '2024-05%'",
        "UPDATE hazards SET state = 'rejected' WHERE reported_at LIKE '2025-05%'",
    ],
)
def test_a_record_that_is_otherwise_is_seen(database: Database, fault: str) -> None:
    connection = database.engine.connect()
    with connection.begin():
        connection.exec_driver_sql("BEGIN")
        connection.execute(sa.text(fault))
        look = Records(connection)
        before, after = (figures.figures(look, period, UNTIL) for period in (ON_PAPER, SECOND_HALF))
        begun = figures.reports(look, BEGUN, UNTIL)
        connection.exec_driver_sql("ROLLBACK")
    connection.close()
    told = (after.time_to_fix.mean_hours, after.completion.rate, before.injuries.count, begun.count)
    assert told != pytest.approx((18.0, 0.98, 28, 66), abs=0.004)


@pytest.mark.parametrize("people", [28, 190, 380])
@pytest.mark.parametrize("period", [*PAPER, *PERIODS[:3]], ids=lambda period: str(period.first))
def test_what_is_planned_has_its_mean(people: int, period: ordinary.Period) -> None:
    found = [one for one in planned(3, period, everybody(3, people)) if not one.rejected]
    mean = sum((one.fixed_at - one.reported_at for one in found), timedelta()) / len(found)
    assert mean == pytest.approx(timedelta(hours=period.hours), abs=timedelta(seconds=60))
    assert all(one.reported_at < one.accepted_at < one.fixed_at for one in found)
    assert all(one.fixed_at.date() <= period.last for one in found)


PLANNING = """
from hashlib import sha256
from services.demo import injuries, ordinary
from services.demo.crowd import everybody
members = everybody(5, 120)
found = [ordinary.planned(5, period, members) for period in (*ordinary.PAPER, *ordinary.PERIODS[:2])]
hurt = [injuries.injuries(5, term, members) for term in injuries.ON_PAPER]
plans = [[(one.says, one.reporter, one.fixer, one.fixed_at, one.chance.random()) for one in some] for some in found]
print(sha256(repr([members, plans, hurt]).encode()).hexdigest())
"""


def test_another_process_plans_the_same() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", PLANNING],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert len(set(said)) == 1
    assert said[0].strip()


def test_lengths_that_are_not_nudged_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordinary, "_fixed", lambda one, scale, end: one)
    with pytest.raises(AssertionError):
        test_what_is_planned_has_its_mean(190, PERIODS[1])
