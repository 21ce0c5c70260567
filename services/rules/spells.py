"""What a rule would have said of a stretch of the past, as spells: from when until when it was so of a thing."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from services.rules.events import At
from services.rules.joined import Firing
from services.rules.said import Said


@dataclass(frozen=True)
class Spell:
    """It fired at `at` and cleared at `until`, or had not by the end. `told` are the people it would have gone to."""

    key: str
    at: At
    until: At | None
    why: tuple[Said | None, ...]
    told: tuple[str, ...] = ()

    @property
    def firing(self) -> Firing:
        """As the engine said it."""
        return Firing(self.at, self.key, "fired", self.why)


@dataclass(frozen=True)
class Trial:
    """What a draft would have said, and what the rule as it is now did, `before`, where there is one. `coarse`: a part
    rests on minutes, as single readings are no longer kept; `deaf`: kinds of events that it hears and nobody keeps."""

    spells: tuple[Spell, ...]
    before: tuple[Spell, ...] | None = None
    coarse: bool = False
    deaf: tuple[str, ...] = ()

    @property
    def fresh(self) -> tuple[Spell, ...]:
        """What only the draft would have said."""
        known = {(one.key, one.at) for one in self.before or ()}
        return tuple(one for one in self.spells if (one.key, one.at) not in known)

    @property
    def gone(self) -> tuple[Spell, ...]:
        """What only the rule as it is now has said."""
        known = {(one.key, one.at) for one in self.spells}
        return tuple(one for one in self.before or () if (one.key, one.at) not in known)


def spells_of(firings: Iterable[Firing]) -> tuple[Spell, ...]:
    """Firings in order of time as spells, the first first."""
    open_: dict[str, Firing] = {}
    found: list[Spell] = []
    for one in firings:
        if one.event == "fired":
            open_[one.key] = one
        elif one.event == "cleared" and one.key in open_:
            began = open_.pop(one.key)
            found.append(Spell(one.key, began.at, one.at, began.why))
    found += [Spell(key, one.at, None, one.why) for key, one in open_.items()]
    return tuple(sorted(found, key=lambda one: (one.at, one.key)))


def trial_json(trial: Trial) -> dict[str, Any]:
    """A trial as JSON."""
    return asdict(trial)


def trial_from(values: Mapping[str, Any]) -> Trial:
    """And back."""
    before = values["before"]
    return Trial(
        tuple(map(_spell, values["spells"])),
        None if before is None else tuple(map(_spell, before)),
        values["coarse"],
        tuple(values["deaf"]),
    )


def _spell(values: Mapping[str, Any]) -> Spell:
    why = tuple(Said(**one) if one else None for one in values["why"])
    return Spell(values["key"], values["at"], values["until"], why, tuple(values["told"]))
