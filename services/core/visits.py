"""Passages at doors become visits: from when until when somebody was in a zone, and what is wrong with it.

Doors miss people, people hold doors for each other, clocks jump. What is not known stays unknown: a visit whose way in
or out no door has seen says so, and nobody is said to have stayed until a moment that no door knows. Pure; time is an
argument.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

Flaw = Literal["no_in", "no_out", "passback", "clock"]
STRANGER = "?"  # before the number of a card or person that nobody here is known by
EVER = datetime(1900, 1, 1, tzinfo=UTC)


def stranger(number: str) -> str:
    """Whom a passage is by that has only a number which nobody is known by."""
    return f"{STRANGER}{number}"


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody (an id, or `?` and a number) went into a zone (id), or out of it, by the clock of a device that counts
    what it sees (`serial`), where it does."""

    at: datetime
    zone: str
    person: str
    inward: bool
    mark: str = ""
    device: str = ""
    serial: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """`begins` is None where no door saw the way in, `ends` where none saw the way out. Of one whose way out was not
    seen, `latest` is when they were seen to be elsewhere, or were no longer looked for: until then they may have been
    there. Flaws: no_in and no_out (no partner), passback (in again without having been out, so soon that the card may
    have been handed back), clock (a device's clock jumped: its moments prove nothing)."""

    person: str
    zone: str
    begins: datetime | None
    ends: datetime | None = None
    latest: datetime | None = None
    flaws: tuple[Flaw, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether they are still there, as far as doors know."""
        return self.begins is not None and self.ends is None and self.latest is None

    @property
    def sure(self) -> bool:
        """Whether both ends are known, by clocks that may be believed."""
        return self.begins is not None and self.ends is not None and "clock" not in self.flaws

    @property
    def stayed(self) -> timedelta | None:
        """How long; None where that is not known."""
        return self.ends - self.begins if self.begins and self.ends and self.sure else None

    @property
    def at(self) -> datetime:
        """The first moment that is known of it."""
        return self.begins or self.ends or self.latest or EVER


@dataclass(frozen=True, slots=True)
class Habits:
    """What makes a visit of passages (all settings, see AccessPolicy): after `forgotten` a way out is no longer waited
    for; twice within `double` is one passage; in again within `passback` is a handed card, later a missed way out;
    a clock may go back by `jitter`, or be `ahead` of the hub's."""

    forgotten: timedelta = timedelta(hours=12)
    double: timedelta = timedelta(seconds=10)
    passback: timedelta = timedelta(minutes=5)
    jitter: timedelta = timedelta(seconds=60)
    ahead: timedelta = timedelta(minutes=5)


def visits_of(
    passages: Iterable[Passage], now: datetime, gates: Collection[str] = (), habits: Habits = Habits()
) -> list[Visit]:
    """The visits that passages make, in order of their first moments. `gates` are zones that one comes onto the plant
    by: who goes out there has left everything else, and who is in elsewhere has not left them."""
    some = sorted(set(passages), key=lambda one: (one.at, one.serial or 0, one.mark))
    doubted = jumped(some, now, habits)
    by_person: dict[str, list[Passage]] = defaultdict(list)
    for one in some:
        by_person[one.person].append(one)
    found: list[Visit] = []
    for person, own in by_person.items():
        found += _Walk(person, frozenset(gates), habits, doubted).all(own, now)
    return sorted(found, key=lambda one: (one.at, one.person, one.zone))


def jumped(passages: Iterable[Passage], now: datetime, habits: Habits = Habits()) -> frozenset[Passage]:
    """Those whose device's clock can't be believed: ahead of the hub's, or out of line with what the device counted
    before and after. In the order of its count a device's times must not go back; the longest run of them that does not
    is believed (longest non-decreasing subsequence, Schensted 1961), the others are doubted."""
    doubted = {one for one in passages if one.at > now + habits.ahead}
    by_device: dict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        if one.device and one.serial is not None and one not in doubted:
            by_device[one.device].append(one)
    for own in by_device.values():
        own.sort(key=lambda one: (one.serial or 0, one.at))
        doubted |= set(own) - _in_line(own, habits.jitter)
    return frozenset(doubted)


def _in_line(own: Sequence[Passage], jitter: timedelta) -> set[Passage]:
    """The longest run of passages of which none lies before the one ahead of it by more than the jitter."""
    latest: list[datetime] = []  # smoothed: a step back within the jitter counts as none
    held: list[int] = []
    before: list[int] = []
    top = EVER
    for number, one in enumerate(own):
        at = top if top - jitter <= one.at < top else one.at
        top = at
        place = bisect_right(latest, at)
        before.append(held[place - 1] if place else -1)
        latest[place : place + 1], held[place : place + 1] = [at], [number]
    found: set[Passage] = set()
    here = held[-1] if held else -1
    while here >= 0:
        found.add(own[here])
        here = before[here]
    return found


class _Walk:
    """One person's way through the plant."""

    def __init__(self, person: str, gates: frozenset[str], habits: Habits, doubted: frozenset[Passage]) -> None:
        self.person, self.gates, self.habits, self.doubted = person, gates, habits, doubted
        self.inside: dict[str, Visit] = {}
        self.elsewhere: dict[str, datetime] = {}  # when they were first seen in another zone since they came in
        self.touched: dict[tuple[str, bool], datetime] = {}
        self.done: list[Visit] = []

    def all(self, own: Sequence[Passage], now: datetime) -> list[Visit]:
        for one in own:
            self._forget(one.at)
            twice = self.touched.get((one.zone, one.inward), EVER)
            self.touched[one.zone, one.inward] = one.at
            self.touched.pop((one.zone, not one.inward), None)
            if one.at - twice <= self.habits.double and twice != EVER:
                continue  # read twice: it was one passage
            self._goes_in(one) if one.inward else self._goes_out(one)
        self._forget(now)
        return [*self.done, *self.inside.values()]

    def _goes_in(self, one: Passage) -> None:
        known = self.inside.get(one.zone)
        flaws: tuple[Flaw, ...] = ()
        if known and known.begins:
            back = one.at - known.begins <= self.habits.passback
            flaws = ("passback",) if back else ()
            self._lost(one.zone, self.elsewhere.get(one.zone, one.at), *flaws)
        self.inside[one.zone] = Visit(self.person, one.zone, one.at, None, None, self._clock(one, flaws), (one.mark,))
        self.elsewhere.pop(one.zone, None)
        for zone in self.inside:
            if zone != one.zone and zone not in self.gates:
                self.elsewhere.setdefault(zone, one.at)

    def _goes_out(self, one: Passage) -> None:
        known = self.inside.pop(one.zone, None)
        self.elsewhere.pop(one.zone, None)
        if known is None:
            flaws = self._clock(one, ("no_in",))
            self.done.append(Visit(self.person, one.zone, None, one.at, None, flaws, (one.mark,)))
        else:
            flaws = self._clock(one, known.flaws)
            self.done.append(replace(known, ends=one.at, flaws=flaws, marks=(*known.marks, one.mark)))
        if one.zone in self.gates:
            for zone in [*self.inside]:
                self._lost(zone, self.elsewhere.get(zone, one.at))

    def _clock(self, one: Passage, flaws: tuple[Flaw, ...]) -> tuple[Flaw, ...]:
        return tuple(dict.fromkeys((*flaws, "clock"))) if one in self.doubted else flaws

    def _lost(self, zone: str, at: datetime, *flaws: Flaw) -> None:
        """Nobody saw them go."""
        known = self.inside.pop(zone)
        self.elsewhere.pop(zone, None)
        self.done.append(replace(known, latest=at, flaws=tuple(dict.fromkeys((*known.flaws, "no_out", *flaws)))))

    def _forget(self, now: datetime) -> None:
        for zone, visit in [*self.inside.items()]:
            if visit.begins and now - visit.begins >= self.habits.forgotten:
                self._lost(zone, self.elsewhere.get(zone, visit.begins + self.habits.forgotten))


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is on the site as far as doors know: in which zone, since when, and since when on the site."""

    person: str
    zone: str
    since: datetime
    on_site_since: datetime
    flaws: tuple[Flaw, ...] = ()


def present_of(visits: Iterable[Visit], gates: Collection[str] = ()) -> list[Present]:
    """Who is in now: each person once, in the zone that they went into last and have not left. A gate's zone is where
    they are only while they are in no other."""
    open_: dict[str, list[Visit]] = defaultdict(list)
    for one in visits:
        if one.open:
            open_[one.person].append(one)
    found = []
    for person, own in open_.items():
        inner = [one for one in own if one.zone not in gates] or own
        last = max(inner, key=lambda one: (one.at, one.zone))
        found.append(Present(person, last.zone, last.at, min(one.at for one in own), last.flaws))
    return sorted(found, key=lambda one: (one.zone, one.since, one.person))
