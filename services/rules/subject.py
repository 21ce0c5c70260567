"""One condition about one subject, live: what it has said lately can be said anew when something late arrives."""

from bisect import bisect_right, insort
from dataclasses import dataclass, field

from services.rules.back_test import order
from services.rules.events import At, Event, Reading
from services.rules.said import Running, Said, State


@dataclass
class Subject:
    """`base` is the state before the `recent` events, which may still get company; `said` is what they and time have
    said since. `known` is the state after them, and `passed` how far time has been asked. `fresh`: it begins with
    its first event, whichever that will be. `news`: something was said, or unsaid, since somebody last looked."""

    leaf: Running
    name: str
    base: State
    known: State
    passed: At
    fresh: bool
    recent: list[Event] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    news: bool = False

    def hear(self, event: Event) -> None:
        """An event, in its turn or late."""
        last = self.recent[-1] if self.recent else None
        twin = last is not None and isinstance(event, Reading) and event.at == last.at
        if event.at >= self.passed and not twin and (last is None or order(event) > order(last)):
            self.recent.append(event)
            self._one(event)
        else:
            self._put(event)
            self.again()

    def unhear(self, event: Event) -> None:
        """What is not settled yet as if it had never been said."""
        if event in self.recent:
            self.recent.remove(event)
            self.again()

    def until(self, now: At) -> None:
        """What time alone says up to now."""
        due = self.leaf.due(self.known)
        if due is not None and due <= now:
            self.known, said = self.leaf.until(self.name, self.known, now)
            self._say(said)
            self.passed = max(self.passed, now)

    def settle(self, horizon: At) -> list[Said]:
        """Events before the horizon get no company any more; what has been said before it, which is final too."""
        place = bisect_right(self.recent, horizon, key=lambda one: one.at)
        self.fresh = self.fresh and not place
        for event in self.recent[:place]:
            self.base, _ = self.leaf.until(self.name, self.base, event.at)
            self.base, _ = self.leaf.hear(self.name, self.base, event)
        del self.recent[:place]
        if not self.fresh:
            self.base, _ = self.leaf.until(self.name, self.base, min(horizon, self.passed))
        final = [one for one in self.said if one.at <= horizon]
        self.said = [one for one in self.said if one.at > horizon]
        return final

    def _one(self, event: Event) -> None:
        self.known, by_time = self.leaf.until(self.name, self.known, event.at)
        self.known, heard = self.leaf.hear(self.name, self.known, event)
        self._say(by_time + heard)
        self.passed = max(self.passed, event.at)

    def _say(self, said: list[Said]) -> None:
        self.said += said
        self.news = self.news or bool(said)

    def _put(self, event: Event) -> None:
        """Among the recent ones, in the place of another reading of its moment."""
        if isinstance(event, Reading):
            self.recent = [one for one in self.recent if one.at != event.at or not isinstance(one, Reading)]
        if event not in self.recent:
            insort(self.recent, event, key=order)
        if self.fresh:
            self.base = self.leaf.begin(self.name, self.recent[0].at)

    def again(self) -> None:
        """Everything since the base, with what has come late."""
        passed, self.known, self.said, self.news = self.passed, self.base, [], True
        for event in self.recent:
            self._one(event)
        self.known, said = self.leaf.until(self.name, self.known, passed)
        self.said += said
