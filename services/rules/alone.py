"""A person alone in a zone out of hours, again and again. Alone is who is in by the doors' swipes while nobody else is;
one stay alone counts once. Who is in another zone is not in this one, who has not been heard of for long is gone."""

from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from services.core.rule_conditions import Alone
from services.rules.clock import Hours
from services.rules.events import SECOND, At, Swipe
from services.rules.said import Heard, Hears, Said, State

FORGOTTEN_MS = 12 * 3600 * SECOND  # a way out that no door has seen
DAY_MS = 86_400 * SECOND
Times = tuple[tuple[str, tuple[At, ...]], ...]


class Inside(NamedTuple):
    """Who is in, since when; who is alone, from when it counts, and whether it was counted; the stays that count, by
    person; and of whom the condition is true."""

    people: tuple[tuple[str, At], ...] = ()
    alone: str = ""
    since: At = 0
    counted: bool = False
    stays: Times = ()
    true: tuple[str, ...] = ()


class AloneRun:
    """One zone; it says of each person whether it was too often."""

    hears: Hears = (Swipe,)
    many, about = True, "person"
    past_ms = 0

    def __init__(self, condition: Alone, zone: ZoneInfo) -> None:
        self.fixed = condition.zone
        self.times, self.within_ms = condition.times, round(condition.days * DAY_MS)
        self.together_ms = self.lag_ms = round(condition.together_s * SECOND)
        self.hours = Hours(condition.begins, condition.ends, zone)

    def subject(self, event: Swipe) -> str | None:
        """Every swipe: who goes in elsewhere has left."""
        return self.fixed

    def begin(self, subject: str, at: At) -> State:
        """Nobody is known to be in."""
        return Inside()

    def due(self, state: State) -> At | None:
        """When the present stay will count, or a former one counts no more."""
        inside = Inside(*state)
        ahead = [self._over(inside, person) for person in inside.true]
        if inside.alone and not inside.counted:
            ahead.append(inside.since + self.together_ms)
        return min(ahead, default=None)

    def until(self, subject: str, state: State, now: At) -> Heard:
        """The stay that has become one, and those that have become too old."""
        inside, said = Inside(*state), []
        if inside.alone and not inside.counted and now - inside.since >= self.together_ms:
            inside, more = self._counted(inside)
            said += more
        for person in inside.true:
            if (over := self._over(inside, person)) <= now:
                said.append(Said(over, self._key(person), False, {}))
                inside = inside._replace(true=tuple(one for one in inside.true if one != person))
        return inside, said

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """Somebody goes in or out."""
        inside = Inside(*state)
        here = {one: since for one, since in inside.people if event.at - since < FORGOTTEN_MS}
        if event.inward and event.zone == self.fixed:
            here.setdefault(event.person, event.at)
        elif event.inward or event.zone == self.fixed:
            here.pop(event.person, None)
        alone = next(iter(here)) if len(here) == 1 else ""
        if alone != inside.alone:
            since = event.at if self.hours.holds(event.at) else self._begins(event.at)
            inside = inside._replace(alone=alone, since=since, counted=False)
        return inside._replace(people=tuple(here.items())), []

    def _begins(self, at: At) -> At:
        """When the hours that count begin next."""
        edge = self.hours.next_edge(at)
        return edge if self.hours.holds(edge) else self.hours.next_edge(edge)

    def _counted(self, inside: Inside) -> tuple[Inside, list[Said]]:
        person, stays = inside.alone, dict(inside.stays)
        recent = [at for at in stays.get(person, ()) if at > inside.since - self.within_ms]
        stays[person] = (*recent, inside.since)
        inside = inside._replace(counted=True, stays=tuple(stays.items()))
        if len(stays[person]) < self.times or person in inside.true:
            return inside, []
        said = Said(inside.since, self._key(person), True, {"stays": list(stays[person][-self.times :])})
        return inside._replace(true=(*inside.true, person)), [said]

    def _over(self, inside: Inside, person: str) -> At:
        """When too few stays of a person will lie in the window."""
        return dict(inside.stays)[person][-self.times] + self.within_ms

    def _key(self, person: str) -> str:
        return f"{self.fixed}/{person}"
