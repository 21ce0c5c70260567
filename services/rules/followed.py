"""Something that must follow on something else, and does not."""

from typing import Any, NamedTuple

from services.core.rule_happenings import Sequence
from services.core.rule_slots import family_of
from services.rules.events import SECOND, At, Inspected, Reading
from services.rules.happenings import MOST_MADE, Seen, made_with, mark, no_miss
from services.rules.said import Heard, Said, State, Truth


class Waiting(NamedTuple):
    """Since when what must follow is waited for (None: nothing is), on which side of their bounds the values of the
    two happenings are, what was said, since when the place is known, and the inspections that were made last. `of` is
    the mark of what began the wait, and `more` are others of its kind since, as (moment, mark)."""

    first: At | None = None
    over: tuple[bool, bool] = (False, False)
    truth: Truth = None
    since: At = 0
    made: tuple[str, ...] = ()
    of: str = ""
    more: tuple[tuple[At, str], ...] = ()

    def began(self, at: At, mark_: str) -> "Waiting":
        """It happened: the wait begins, or goes on as it was. Without a mark it can't be taken back."""
        if self.first is None:
            return self._replace(first=at, of=mark_)
        known = mark_ in ("", self.of, *(one for _, one in self.more))
        return self if known else self._replace(more=(*self.more, (at, mark_))[-MOST_MADE:])

    def ended(self) -> "Waiting":
        """Nothing is waited for."""
        return self._replace(first=None, of="", more=(), truth=False)

    def taken_back(self, mark_: str) -> "Waiting":
        """It has not happened after all: the wait is that of the next one since, if there is one."""
        more = tuple(one for one in self.more if one[1] != mark_)
        if self.first is None or self.of != mark_:
            return self._replace(more=more)
        if not more:
            return self.ended()
        (first, of), *rest = more
        return self._replace(first=first, of=of, more=tuple(rest), truth=False)


class SequenceRun:
    """Each place by itself; where the two are at different kinds of places, the place of the first."""

    lag_ms = past_ms = 0

    def __init__(self, condition: Sequence, zones: frozenset[str] | None) -> None:
        self.first, self.then = (Seen(one, condition, zones) for one in (condition.first, condition.then))
        self.hears = (*self.first.hears, *self.then.hears)
        self.fixed = self.first.fixed
        self.about: str = family_of(condition.first)
        self.many = not self.fixed
        self.within_ms = round(condition.within_s * SECOND)

    def subject(self, event: Any) -> str | None:
        """The place of the first; that is named where the other one is elsewhere."""
        place = self.first.place(event) or self.then.place(event)
        return (self.fixed or place) if place is not None else None

    def begin(self, subject: str, at: At) -> State:
        """Nothing is waited for."""
        return Waiting(since=at)

    def due(self, state: State) -> At | None:
        """When it will not have followed in time; at once, to say that nothing is waited for."""
        now = Waiting(*state)
        if now.truth is None:
            return now.since
        return now.first + self.within_ms if now.first is not None and not now.truth else None

    def until(self, subject: str, state: State, now: At) -> Heard:
        """Exactly the time is in time."""
        known, said = Waiting(*state), []
        if known.truth is None and known.since < now:
            known, said = known._replace(truth=False), [Said(known.since, subject, False, {})]
        if known.truth or known.first is None or now - known.first <= self.within_ms:
            return known, said
        late = Said(known.first + self.within_ms, subject, True, {"since": known.first})
        return known._replace(truth=True), [*said, late]

    def hear(self, subject: str, state: State, event: Any) -> Heard:
        """The first of the two, which begins the wait if there is none, or the other, which ends it. A later word about
        an inspection that began it says that it did not happen."""
        known = Waiting(*state)
        if no_miss(event, known.made):
            return known, []
        begun, first_over = self._happened(self.first, event, known.over[0])
        done, then_over = self._happened(self.then, event, known.over[1])
        before, made = known.truth, made_with(known.made, event)
        known = known._replace(over=(first_over, then_over), truth=bool(known.truth), made=made)
        if done:
            known = known.ended()
        elif begun:
            known = known.began(event.at, mark(event) if isinstance(event, Inspected) else "")
        elif isinstance(event, Inspected):
            known = known.taken_back(mark(event))
        said = [Said(event.at, subject, False, {})] if known.truth is not before else []
        return known, said

    def _happened(self, seen: Seen, event: Any, before: bool) -> tuple[bool, bool]:
        """Whether it happened with this event; on which side of the bound the value is then."""
        if seen.place(event) is None:
            return False, before
        here = seen.is_it(event)
        return (here and not before, here) if isinstance(event, Reading) else (here, before)
