"""How drills are evaluated: items with the most points that each can have, edited by the plant; and the evaluation."""

from dataclasses import dataclass, replace
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import OFFICE
from services.core.shape import Range, Ref, Text

FORM = "drill_form"  # the one record's id
MOST_ITEMS = 40


@dataclass(frozen=True, kw_only=True)
class EvaluationItem:
    """What is looked at, in which part of the evaluation, and how many points it can have."""

    key: Annotated[str, Text(most=40)]
    part: Annotated[str, Text(most=40)]
    text: Annotated[str, Text(most=200)]
    most: Annotated[int, Range(1, 100)] = 10


@dataclass(frozen=True, kw_only=True)
class ItemScore:
    """The points of an item, and why."""

    key: Annotated[str, Text(most=40)]
    points: Annotated[int, Range(0, 100)]
    note: Annotated[str, Text(most=200, least=0)] = ""


Items = tuple[EvaluationItem, ...]
Scores = tuple[ItemScore, ...]


@record("drill_form", called="", few=True)
@dataclass(frozen=True, kw_only=True)
class DrillForm:
    """The plant's own items; `version` counts from 1, the ready ones, with each change."""

    id: str = FORM
    items: Items = ()
    version: int = 1


def sound_items(items: Items) -> Items:
    """The items, each key once. Raises Refused: drill_items_wrong."""
    if not 0 < len(items) <= MOST_ITEMS or len({one.key for one in items}) != len(items):
        raise Refused("drill_items_wrong", most=MOST_ITEMS)
    return items


def percent(items: Items, scores: Scores) -> int:
    """Points of 100 over the items that were scored; what is not scored counts neither way. Rounded to the nearest.
    Raises Refused: drill_scores_wrong, where a score has no item, is there twice, or is higher than it can be."""
    most = {one.key: one.most for one in items}
    keys = [one.key for one in scores]
    if not scores or len(set(keys)) != len(keys) or any(one.points > most.get(one.key, -1) for one in scores):
        raise Refused("drill_scores_wrong")
    return round(sum(one.points for one in scores) * 100 / sum(most[key] for key in keys))


@operation("drill_forms.set", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class SetItems:
    """By what drills are evaluated from now on; evaluations that were made keep their items."""

    items: Items

    def decide(self, context: Context, look: Look) -> list[Change]:
        before: DrillForm = look.get("drill_form", FORM) or DrillForm()
        return [Put(DrillForm(items=sound_items(self.items), version=before.version + 1))]


@operation("drills.evaluate", roles=OFFICE)
@dataclass(frozen=True, kw_only=True)
class Evaluate:
    """What a drill was worth, by items; said again, the new word counts."""

    drill: Annotated[str, Ref("drill")]
    items: Items
    scores: Scores
    conclusion: Annotated[str, Text(most=1000, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        from services.core.drills import Drill  # which holds what is made here

        drill = required(look, Drill, self.drill)
        if drill.ended_at is None:
            raise Refused("drill_not_over")
        score = percent(sound_items(self.items), self.scores)
        done = replace(
            drill,
            items=self.items,
            scores=self.scores,
            score=score,
            conclusion=self.conclusion,
            evaluated_at=context.now,
            evaluated_by=context.actor.person,
        )
        return [Put(done)]
