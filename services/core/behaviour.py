"""What stands out in how people visit zones: found by statistics that can be told in a sentence, each time with the
visits that it rests on. It says that something is unusual, never that it is wrong. Pure; time is an argument.

- alone: somebody was in a zone out of hours while nobody else can have been, often. Whose way in or out no door has
  seen may have been there all the time, a card that nobody is known by is somebody, and a card that was handed back let
  two in: where two may have been, nobody is named.
- dwell: a stay far longer than others' in the zone, by the modified z-score of its logarithm, 0.6745 (x - median) / MAD
  over 3.5 (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers); where half of all stays are alike, by the
  mean absolute deviation, as there.
- often, hours: more visits (of all, or of those out of hours) in the last days than before, and than others of the same
  group in the same days: two Poisson rates compared by the exact conditional test (Przyborowski and Wilenski 1940), the
  larger of the two p-values counts; over all people and zones the false discovery rate is held at Q (Benjamini and
  Hochberg 1995).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import comb, log
from statistics import fmean, median
from typing import Literal
from zoneinfo import ZoneInfo

from services.core.visits import STRANGER, Visit

FindingKind = Literal["alone", "dwell", "often", "hours"]
Span = tuple[datetime, datetime]
ORDER: tuple[FindingKind, ...] = ("alone", "hours", "dwell", "often")  # who may need help comes first
SCORE = 3.5
ENOUGH_STAYS = 20  # of others, to say what is usual
LEAST_STAY, LEAST_TIMES_USUAL = timedelta(minutes=10), 2.0
LEAST_VISITS = {"often": 5, "hours": 3}
LEAST_BEFORE_DAYS = 14  # of a person's own past
Q = 0.05


@dataclass(frozen=True, slots=True)
class Ways:
    """What findings go by (see AccessPolicy): the hours that are out of hours by the plant's clock, how long alone
    counts and how often is often, what is recent."""

    zone: ZoneInfo
    begins: time = time(22)
    ends: time = time(6)
    together: timedelta = timedelta(seconds=30)
    alone: timedelta = timedelta(minutes=5)
    times: int = 3
    recent: timedelta = timedelta(days=7)
    past: timedelta = timedelta(days=56)
    forgotten: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something unusual about somebody in a zone, the visits that it rests on, and the figures of its sentence."""

    kind: FindingKind
    person: str
    zone: str
    at: datetime
    visits: tuple[Visit, ...]
    facts: Mapping[str, float] = field(default_factory=dict)


def findings(
    visits: Sequence[Visit], now: datetime, ways: Ways, groups: Mapping[str, str], gates: Collection[str] = ()
) -> list[Finding]:
    """All findings of the recent days by kind, the latest first. `groups` are the teams of people; who has none is
    compared with all others."""
    inner = [one for one in visits if one.zone not in gates and one.at >= now - ways.past - ways.forgotten]
    by_zone: dict[str, list[Visit]] = defaultdict(list)
    for one in inner:
        by_zone[one.zone].append(one)
    found = [each for own in by_zone.values() for each in (*_alone(own, now, ways), *_dwelt(own, now, ways))]
    since = _first_seen(visits)
    found += _more(by_zone, "often", lambda one: True, since, now, ways, groups)
    found += _more(by_zone, "hours", lambda one: out_of_hours(one, ways), since, now, ways, groups)
    latest_first = sorted(found, key=lambda one: (one.at, one.person), reverse=True)
    return sorted(latest_first, key=lambda one: ORDER.index(one.kind))


# --- alone


def _alone(own: Sequence[Visit], now: datetime, ways: Ways) -> Iterator[Finding]:
    by_person: dict[str, list[tuple[Visit, timedelta]]] = defaultdict(list)
    for one, long in alone_stays(own, now, ways):
        by_person[one.person].append((one, long))
    for person, stays in by_person.items():
        recent = [(one, long) for one, long in stays if one.at >= now - ways.recent]
        if len(recent) >= ways.times:
            minutes = sum(long.total_seconds() for _, long in recent) / 60
            facts = {"times": len(recent), "days": ways.recent / timedelta(days=1), "minutes": round(minutes)}
            some = tuple(one for one, _ in recent)
            yield Finding("alone", person, some[-1].zone, some[-1].at, some, facts)


def alone_stays(own: Sequence[Visit], now: datetime, ways: Ways) -> Iterator[tuple[Visit, timedelta]]:
    """The visits of one zone in which somebody was surely alone out of hours, with how long at a stretch."""
    spans = sorted(((*may_be(one, now, ways), one) for one in own), key=lambda each: each[0])
    longest = max((high - low for low, high, _ in spans), default=timedelta())
    for one in own:
        if not one.sure or one.person.startswith(STRANGER) or "passback" in one.flaws:
            continue
        begins, ends = one.begins, one.ends
        assert begins is not None
        assert ends is not None
        others = [
            (low, high)
            for low, high, other in spans
            if low <= ends and high >= begins and low >= begins - longest and other.person != one.person
        ]
        inner = [span for span in outside(begins + ways.together, ends - ways.together, ways)]
        long = max((high - low for span in inner for low, high in without(span, others)), default=timedelta())
        if long >= ways.alone:
            yield one, long


def may_be(one: Visit, now: datetime, ways: Ways) -> Span:
    """From when until when somebody may have been there."""
    if "clock" in one.flaws:
        return one.at - ways.forgotten, one.at + ways.forgotten
    ends = one.ends or one.latest or now
    return one.begins or ends - ways.forgotten, ends


def without(span: Span, others: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span."""
    at, ends = span
    for low, high in sorted(others):
        if low > at:
            yield at, min(low, ends)
        at = max(at, high)
        if at >= ends:
            return
    if at < ends:
        yield at, ends


def outside(begins: datetime, ends: datetime, ways: Ways) -> Iterator[Span]:
    """The parts of a stretch that are out of hours."""
    day = begins.astimezone(ways.zone).date() - timedelta(days=1)
    while day <= ends.astimezone(ways.zone).date():
        low, high = _night(day, ways)
        if max(low, begins) < min(high, ends):
            yield max(low, begins), min(high, ends)
        day += timedelta(days=1)


def _night(day: date, ways: Ways) -> Span:
    last = day if ways.ends > ways.begins else day + timedelta(days=1)
    return datetime.combine(day, ways.begins, ways.zone), datetime.combine(last, ways.ends, ways.zone)


def out_of_hours(one: Visit, ways: Ways) -> bool:
    """Whether a visit began, or where that is not known, ended out of hours."""
    return any(True for _ in outside(one.at, one.at + timedelta(seconds=1), ways))


# --- dwell


def _dwelt(own: Sequence[Visit], now: datetime, ways: Ways) -> Iterator[Finding]:
    stays = [(one, one.stayed) for one in own if one.stayed is not None and not one.person.startswith(STRANGER)]
    by_person: dict[str, list[float]] = defaultdict(list)
    for one, long in stays:
        by_person[one.person].append(log(max(long.total_seconds(), 1.0)))
    for one, long in stays:
        if one.at < now - ways.recent or long < LEAST_STAY:
            continue
        others = [value for person, values in by_person.items() if person != one.person for value in values]
        if len(others) < ENOUGH_STAYS:
            continue
        middle = median(others)
        usual = 2.718281828459045**middle
        score = outlying(log(long.total_seconds()), others, middle)
        if score > SCORE and long.total_seconds() > LEAST_TIMES_USUAL * usual:
            facts = {
                "minutes": round(long.total_seconds() / 60),
                "usual": round(usual / 60, 1),
                "score": round(score, 1),
            }
            yield Finding("dwell", one.person, one.zone, one.at, (one,), facts)


def outlying(value: float, others: Sequence[float], middle: float) -> float:
    """The modified z-score of a value among others with this median."""
    off = [abs(one - middle) for one in others]
    spread = median(off)
    if spread > 0:
        return 0.6745 * (value - middle) / spread
    mean = fmean(off)
    return (value - middle) / (1.253314 * mean) if mean > 0 else 0.0


# --- more often


@dataclass(frozen=True, slots=True)
class _Count:
    person: str
    zone: str
    some: tuple[Visit, ...]
    p: float
    before: float
    group: float


def _more(
    by_zone: Mapping[str, Sequence[Visit]],
    kind: Literal["often", "hours"],
    counts: Callable[[Visit], bool],
    since: Mapping[str, datetime],
    now: datetime,
    ways: Ways,
    groups: Mapping[str, str],
) -> list[Finding]:
    """The people who were somewhere more often than before and than others of their group."""
    tested = [
        each
        for zone, own in by_zone.items()
        for each in _tested(zone, [one for one in own if counts(one)], LEAST_VISITS[kind], since, now, ways, groups)
    ]
    return [
        Finding(kind, one.person, one.zone, one.some[-1].at, one.some, {
            "times": len(one.some), "days": ways.recent / timedelta(days=1),
            "before": round(one.before, 1), "group": round(one.group, 1), "p": float(f"{one.p:.1e}"),
        })
        for one in _discovered(tested)
    ]  # fmt: skip


def _tested(
    zone: str,
    own: Sequence[Visit],
    least: int,
    since: Mapping[str, datetime],
    now: datetime,
    ways: Ways,
    groups: Mapping[str, str],
) -> Iterator[_Count]:
    edge = now - ways.recent
    recent: dict[str, list[Visit]] = defaultdict(list)
    before: dict[str, int] = defaultdict(int)
    for one in own:
        if one.person.startswith(STRANGER):
            continue
        if one.at >= edge:
            recent[one.person].append(one)
        else:
            before[one.person] += 1
    for person, some in recent.items():
        days = (edge - max(since[person], now - ways.past)) / timedelta(days=1)
        if len(some) < least or days < LEAST_BEFORE_DAYS:
            continue
        mates = [one for one in since if one != person and groups.get(one, "") == groups.get(person, "")]
        mates = mates or [one for one in since if one != person]
        others = sum(len(recent.get(one, ())) for one in mates)
        share = (ways.recent / timedelta(days=1)) / (ways.recent / timedelta(days=1) + days)
        p_own = at_least(len(some), len(some) + before[person], share)
        p_group = at_least(len(some), len(some) + others, 1 / (1 + len(mates))) if mates else 1.0
        weekly = before[person] / days * (ways.recent / timedelta(days=1))
        yield _Count(person, zone, tuple(some), max(p_own, p_group), weekly, others / len(mates) if mates else 0.0)


def at_least(count: int, of: int, share: float) -> float:
    """The chance of so many or more of all where each falls there with this share (binomial tail)."""
    return min(1.0, sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count, of + 1)))


def _discovered(tested: Sequence[_Count]) -> list[_Count]:
    """Those that stand out though many were tested."""
    ordered = sorted(tested, key=lambda one: one.p)
    many = len(ordered)
    last = max((rank for rank, one in enumerate(ordered, 1) if one.p <= Q * rank / many), default=0)
    return ordered[:last]


def _first_seen(visits: Iterable[Visit]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for one in visits:
        if not one.person.startswith(STRANGER) and one.at < found.get(one.person, one.at + timedelta(1)):
            found[one.person] = one.at
    return found
