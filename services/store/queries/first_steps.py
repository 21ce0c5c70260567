"""How far a new plant has come on its way to printed labels, a round and a rule. Read from its records, so that it does
not matter on which computer, in which order or by whom a step was done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from services.core.people import Person
from services.core.roles import ADMINISTRATION, OFFICE
from services.store.records import Records

STEPS = ("shifts", "people", "plan", "zones", "labels", "rounds", "rules")
MODULES: Mapping[str, str] = {"labels": "labels", "rounds": "inspections"}
TEAM_OF = 2  # with the founder alone nobody could be sent to a hazard


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """`steps` in their order, without those of modules that the plant does not use, and those of them that are done."""

    steps: tuple[str, ...]
    done: frozenset[str]

    @property
    def complete(self) -> bool:
        """Whether nothing of it is left."""
        return self.done.issuperset(self.steps)

    def next(self, but: frozenset[str] = frozenset()) -> str | None:
        """The first one that is neither done nor among those put off."""
        return next((one for one in self.steps if one not in self.done and one not in but), None)


def first_steps(look: Records, me: Person | None) -> FirstSteps | None:
    """See FirstSteps; None for whoever does not set the plant up. Rules can be switched on by their step."""
    if me is None or (OFFICE | ADMINISTRATION).isdisjoint(me.roles):
        return None
    plants = look.find("plant")
    off = plants[0].modules_off if plants else ()
    steps = tuple(one for one in STEPS if MODULES.get(one) not in off)
    return FirstSteps(steps, frozenset(one for one in steps if DONE[one](look)))


def _any_living(kind: str) -> Callable[[Records], bool]:
    return lambda look: any(one.retired_at is None for one in look.find(kind))


def _people(look: Records) -> bool:
    here: int = sum(one.here for one in look.find("person"))
    return here >= TEAM_OF


def _labels(look: Records) -> bool:
    return any(one.printed_at is not None for one in look.find("label"))


DONE: Mapping[str, Callable[[Records], bool]] = {
    "shifts": _any_living("shift"),
    "people": _people,
    "plan": _any_living("floor"),
    "zones": _any_living("zone"),
    "labels": _labels,
    "rounds": _any_living("inspection_plan"),
    "rules": _any_living("rule"),
}
