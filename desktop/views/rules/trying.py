"""Trying a rule on the past, in a task: on this console's copy where that has all that the rule hears, else at the
hub."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from services.core.alert_rules import plainly
from services.core.refused import Refused
from services.core.rule_document import Rule
from services.core.shape import utc_text
from services.rules.spells import Trial, trial_from
from services.rules.trace import Trace, trace_from
from services.store.queries.trials import RECORDED, heard_by, tracing, trying

if TYPE_CHECKING:
    from desktop.tasks import Task
    from desktop.workbench import Workbench
    from services.store.records import Records


@dataclass(frozen=True)
class Stretch:
    """From when until when."""

    begins: datetime
    ends: datetime


def carry_out(workbench: "Workbench", rule: Rule, present: Rule | None, stretch: Stretch, task: "Task") -> Trial | None:
    """The trial; None where it was cancelled. Raises Refused, Unreachable."""
    if heard_by(rule, *([present] if present else [])) <= RECORDED:
        here: Trial | None = _here(
            workbench, lambda look: trying(look, rule, present, stretch.begins, stretch.ends), task
        )
        return here
    message = {
        "document": plainly(rule),
        "present": plainly(present) if present else None,
        "begins": utc_text(stretch.begins),
        "ends": utc_text(stretch.ends),
    }
    found = _at_hub(workbench, "trial", message, task)
    return trial_from(found) if found is not None else None


def trace_of(workbench: "Workbench", rule: Rule, key: str, stretch: Stretch, task: "Task") -> Trace | None:
    """How each condition went about one thing; None where it was cancelled. Raises Refused, Unreachable."""
    if heard_by(rule) <= RECORDED:
        here: Trace | None = _here(workbench, lambda look: tracing(look, rule, key, stretch.begins, stretch.ends), task)
        return here
    message = {
        "document": plainly(rule),
        "key": key,
        "begins": utc_text(stretch.begins),
        "ends": utc_text(stretch.ends),
    }
    found = _at_hub(workbench, "trace", message, task)
    return trace_from(found) if found is not None else None


def _at_hub(workbench: "Workbench", what: str, message: dict[str, Any], task: "Task") -> dict[str, Any] | None:
    client = workbench.opened.client
    if client is None:
        raise Refused("needs_hub")
    for values in client.lines(f"/api/rules/{what}", message):
        if what in values:
            found: dict[str, Any] = values[what]
            return found
        if not task.step(float(values["share"])):
            return None
    return None


def _here(workbench: "Workbench", work: "Callable[[Records], Generator[float, None, Any]]", task: "Task") -> Any | None:
    def ask(look: "Records") -> Any | None:
        going = work(look)
        try:
            while task.step(next(going)):
                pass
        except StopIteration as end:
            return end.value
        return None

    return workbench.ask(ask)
