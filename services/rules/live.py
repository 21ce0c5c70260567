"""A rule at work: it hears events as they come, also late ones, and says what has fired, and what has not after all.

What it says in the end is what a back-test says of the same events. Readings may come late by `wait_ms`, what phones
say of hazards and inspections and the MES of stops by a day; they are put in their place, and what was said without
them is withdrawn where it no longer holds. What a phone says later than that counts, too: from the earliest moment that
is not settled.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from services.core.rule_document import Rule
from services.rules.events import At, Event, HazardMoved, Inspected, Reading, StopBegan, StopEnded
from services.rules.joined import Firing, Joined
from services.rules.running import Place, ready
from services.rules.said import Running, Said
from services.rules.subject import Subject
from services.rules.weekly import WeekRun

WAIT_MS = 120_000
PHONES_MS = 24 * 3_600_000  # a phone may be in a dead spot for a shift
BY_PHONE = (HazardMoved, Inspected)
MES_MS = 15 * 60_000  # where sensors are heard, too: a day of their readings would be too much to keep
BY_MES = (StopBegan, StopEnded)
Told = tuple[At, int, str, int, Said]


@dataclass(frozen=True, slots=True)
class News:
    """What a rule has to say now: a firing, or that one does not hold after all."""

    firing: Firing
    withdrawn: bool = False


class Live:
    """One rule from `begins` on. Time is what `take` is told it is."""

    def __init__(self, rule: Rule, place: Place, begins: At, wait_ms: int = WAIT_MS) -> None:
        self.rule, self.wait_ms = rule, wait_ms
        self.leaves = ready(rule, place)
        self.joined = Joined(rule.when, self.leaves)
        self.base = self.joined.state()
        self.subjects: dict[tuple[int, str], Subject] = {}
        self.told: list[Firing] = []
        self.horizon = begins - 1
        self.lag_ms = max(leaf.lag_ms for leaf in self.leaves)
        heard = {kind for leaf in self.leaves for kind in leaf.hears}
        if Reading not in heard and not heard.isdisjoint((*BY_PHONE, *BY_MES)):
            self.lag_ms = max(self.lag_ms, PHONES_MS)
        elif not heard.isdisjoint(BY_MES):
            self.lag_ms = max(self.lag_ms, MES_MS)
        for which, leaf in enumerate(self.leaves):
            if leaf.fixed:
                self._subject(which, leaf, leaf.fixed, begins)

    def _subject(self, which: int, leaf: Running, name: str, at: At) -> Subject:
        found = self.subjects.get((which, name))
        if found is None:
            state = leaf.begin(name, at)
            asked = at - 1  # nothing yet: not even what is so at that moment
            found = self.subjects[which, name] = Subject(leaf, name, state, state, asked, fresh=not leaf.fixed)
        return found

    def remember(self, past: Sequence[Reading]) -> None:
        """What its sensors read before it began, in order of time, for the conditions that compare with it."""
        for (which, name), subject in self.subjects.items():
            leaf = self.leaves[which]
            if isinstance(leaf, WeekRun):
                subject.base = subject.known = leaf.remembered([one for one in past if one.sensor == name])

    def warm(self, events: Iterable[Event], now: At) -> list[Firing]:
        """Hears of how things stood before it began; what stands of it now."""
        for event in events:
            self._hear(event)
        standing: dict[str, Firing] = {}
        for one in self.take((), now):
            if one.firing.event == "cleared":
                standing.pop(one.firing.key, None)
            elif one.firing.event == "fired":
                standing[one.firing.key] = one.firing
        return list(standing.values())

    def take(self, events: Iterable[Event], now: At, unsaid: Iterable[Event] = ()) -> list[News]:
        """Events in any order, and that it is `now`. A reading older than the wait is not heard any more. `unsaid` was
        heard lately, and whoever said it says otherwise now."""
        for event in unsaid:
            for subject in self.subjects.values():
                subject.unhear(event)
        for event in events:
            if event.at <= self.horizon and isinstance(event, BY_PHONE):
                event = replace(event, at=self.horizon + 1)
            if event.at > self.horizon:
                self._hear(event)
        for subject in self.subjects.values():
            subject.until(now - self._patience(subject.leaf))
        news = self._news() if any(subject.news for subject in self.subjects.values()) else []
        oldest = now - 2 * self.wait_ms - self.lag_ms
        if oldest - self.horizon > self.wait_ms:
            self._settle(oldest)
        return news

    def _hear(self, event: Event) -> None:
        for which, leaf in enumerate(self.leaves):
            name = leaf.subject(event) if isinstance(event, leaf.hears) else None
            if name is not None:
                self._subject(which, leaf, name, event.at).hear(event)

    def _patience(self, leaf: Running) -> int:
        """Nothing is said of a reading's absence while it may still be on its way."""
        return self.wait_ms if Reading in leaf.hears else 0

    def _news(self) -> list[News]:
        """What follows from all that stands now, against what was told."""
        for subject in self.subjects.values():
            subject.news = False
        self.joined.back_to(self.base)
        firings = self._run(self._said())
        known, new = _marks(self.told), _marks(firings)
        gone = [News(one, withdrawn=True) for mark, one in known.items() if mark not in new]
        fresh = [News(one) for mark, one in new.items() if mark not in known]
        self.told = firings
        return gone + fresh

    def recall(self) -> None:
        """What was told of what is not settled yet, reckoned anew."""
        self._news()

    def _said(self) -> list[Told]:
        found = [
            (said.at, which, name, turn, said)
            for (which, name), subject in self.subjects.items()
            for turn, said in enumerate(subject.said)
        ]
        return sorted(found, key=lambda one: one[:4])

    def _run(self, said: list[Told]) -> list[Firing]:
        return self.joined.hear((at, which, one) for at, which, _, _, one in said)

    def _settle(self, horizon: At) -> None:
        """What lies before the horizon stands for good."""
        final: list[Told] = []
        for (which, name), subject in self.subjects.items():
            settled = subject.settle(horizon)
            final += [(one.at, which, name, turn, one) for turn, one in enumerate(settled)]
        self.joined.back_to(self.base)
        self._run(sorted(final, key=lambda one: one[:4]))
        self.base = self.joined.state()
        self._run(self._said())
        self.told = [one for one in self.told if one.at > horizon]
        self.horizon = horizon


def _marks(firings: Iterable[Firing]) -> dict[tuple[Any, ...], Firing]:
    """Firings by what tells them apart. A clearing belongs to a firing: where that turns out to have been at another
    moment, it is another clearing, at the same one."""
    open_: dict[str, At] = {}
    found = {}
    for one in firings:
        about = open_.get(one.key) if one.event == "cleared" else None
        if one.event == "fired":
            open_[one.key] = one.at
        found[one.at, one.key, one.event, about] = one
    return found
