"""Conditions together: and, or, not over three truths; and when what they say becomes a firing."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count, groupby
from operator import itemgetter
from typing import Any, Literal

from services.core.refused import Refused
from services.core.rule_conditions import Condition, Every, Not, Some
from services.rules.events import At
from services.rules.said import Running, Said, Truth

Happened = Literal["fired", "cleared", "unknown"]
Look = Callable[[int], Truth]
Told = tuple[At, int, Said]  # when, by the condition at which place, and what


@dataclass(frozen=True, slots=True)
class Firing:
    """What a rule did about one thing at a moment. `why` has, for each condition in order, what it said last."""

    at: At
    key: str
    event: Happened
    why: tuple[Said | None, ...] = ()


def conjunction(parts: list[Truth]) -> Truth:
    """False where one is, else unknown where one is, else true (Kleene)."""
    return False if any(one is False for one in parts) else None if any(one is None for one in parts) else True


def reading_of(condition: Condition, places: "count[int] | None" = None) -> Callable[[Look], Truth]:
    """How the truth of the whole follows from that of the leaves, by their place from left to right."""
    places = count() if places is None else places
    if isinstance(condition, Every | Some):
        parts = [reading_of(part, places) for part in condition.parts]
        if isinstance(condition, Every):
            return lambda look: conjunction([part(look) for part in parts])
        return lambda look: inverted(conjunction([inverted(part(look)) for part in parts]))
    if isinstance(condition, Not):
        inner = reading_of(condition.part, places)
        return lambda look: inverted(inner(look))
    place = next(places)
    return lambda look: look(place)


def inverted(truth: Truth) -> Truth:
    """Not: what is unknown stays so."""
    return None if truth is None else not truth


def _in_rounds(told: Iterable[Told]) -> list[tuple[At, int, int, Said]]:
    """By moment, and within it by how often its condition has spoken of the thing by then."""
    often: Counter[tuple[At, int, str]] = Counter()
    found = []
    for at, which, said in told:
        often[at, which, said.key] += 1
        found.append((at, often[at, which, said.key], which, said))
    return sorted(found, key=itemgetter(0, 1, 2))


class Joined:
    """What all conditions of a rule have said so far, and for each key whether it has fired and not cleared since.
    Raises Refused: rule_subjects_mixed, where conditions speak of different kinds of things."""

    def __init__(self, condition: Condition, leaves: list[Running]) -> None:
        self.leaves = leaves
        many = {leaf.about for leaf in leaves if leaf.many}
        if len(many) > 1:
            raise Refused("rule_subjects_mixed")
        self.read = reading_of(condition)
        self.said: list[dict[str, Said]] = [{} for _ in leaves]
        self.fired: set[str] = set()
        self.truths: dict[str, Truth] = {}

    @property
    def keys(self) -> list[str]:
        """The things that the rule is about, as far as they are known."""
        if not any(leaf.many for leaf in self.leaves):
            return [self.leaves[0].fixed]
        return sorted({key for leaf, said in zip(self.leaves, self.said, strict=True) if leaf.many for key in said})

    def hear(self, told: Iterable[Told]) -> list[Firing]:
        """What follows from what the conditions say. What they say at one moment is taken together, so that nothing
        fires in the middle of a moment; only what one condition says twice of a thing is taken in turn."""
        found: list[Firing] = []
        for (at, _), some in groupby(_in_rounds(told), key=itemgetter(0, 1)):
            keys: dict[str, None] = {}
            for _, _, which, said in some:
                self.said[which][said.key] = said
                keys |= dict.fromkeys([said.key] if self.leaves[which].many else self.keys)
            found += [firing for key in keys for firing in self._about(key, at)]
        return found

    def _about(self, key: str, at: At) -> list[Firing]:
        truth, before = self.read(lambda place: self._truth(place, key)), self.truths.get(key)
        self.truths[key] = truth
        event: Happened | None = None
        if truth and key not in self.fired:
            self.fired.add(key)
            event = "fired"
        elif truth is False and key in self.fired:
            self.fired.remove(key)
            event = "cleared"
        elif truth is None and before is not None:
            event = "unknown"
        return (
            [Firing(at, key, event, tuple(self._last(place, key) for place in range(len(self.leaves))))]
            if event
            else []
        )

    def _last(self, place: int, key: str) -> Said | None:
        leaf = self.leaves[place]
        return self.said[place].get(key if leaf.many else leaf.fixed)

    def _truth(self, place: int, key: str) -> Truth:
        last = self._last(place, key)
        return last.truth if last else None

    def state(self) -> tuple[Any, ...]:
        """All of it, to be kept and gone back to."""
        return [dict(one) for one in self.said], set(self.fired), dict(self.truths)

    def back_to(self, state: tuple[Any, ...]) -> None:
        """As it was."""
        said, fired, truths = state
        self.said, self.fired, self.truths = [dict(one) for one in said], set(fired), dict(truths)
