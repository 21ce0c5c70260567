"""While nobody acknowledges an alert, someone higher is told: rung by rung, and at the top again and again."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from services.core.absences import reached
from services.core.alert_rules import AlertRule
from services.core.alerts import SYSTEM_ONLY, Alert, facts_of, people_of
from services.core.channels import groups
from services.core.duty import of_them_on_duty
from services.core.ladders import Ladder, due_after, ladder_of
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.roles import Role
from services.core.shape import Range, Ref
from services.core.zones import Zone


@operation("alerts.escalate", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Escalate:
    """The next step of an alert that nobody has acknowledged. A rung of which nobody is on duty is passed over at
    once; at the top everybody is told, on duty or not. The same step again, or an alert that was answered, changes
    nothing."""

    alert: Annotated[str, Ref("alert")]
    step: Annotated[int, Range(1, 2**31)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        alert = required(look, Alert, self.alert)
        if not alert.waits or alert.next_step_at is None or self.step != alert.step + 1:
            return []
        rule = required(look, AlertRule, alert.rule)
        zone = required(look, Zone, alert.zone) if alert.zone else None
        ladder = ladder_of(look, alert.level)
        step, people = climbed(look, ladder, self.step, zone, context.now)
        told = tuple(dict.fromkeys((*alert.told, *people)))
        due = due_after(ladder, step, alert.raised_at, context.now)
        waited = round((context.now - alert.raised_at).total_seconds() / 60)
        facts = {**facts_of(alert, rule, zone), "step": step, "waited": waited}
        changed = replace(alert, step=step, next_step_at=due, told=told)
        robots = groups(look, alert.level)
        heard = [Tell(robots, "alert_escalated", alert.id, facts, "group")] if robots else []
        return [Put(changed), Tell(people, "alert_escalated", alert.id, facts), *heard]


def climbed(look: Look, ladder: Ladder, step: int, zone: Zone | None, now: datetime) -> tuple[int, tuple[str, ...]]:
    """The first step from `step` on of which somebody is on duty, and who is told then."""
    top = len(ladder.rungs)
    for at in range(step, top + 1):
        people = of_them_on_duty(look, people_of(look, ladder.rungs[at - 1].to, zone), now)
        if people:
            return at, people
    everybody = people_of(look, ladder.rungs[-1].to, zone) if ladder.rungs else ()
    everybody = everybody or tuple(one.id for one in holders(look, Role.EHS_MANAGER))
    return max(step, top), tuple(reached(look, everybody, now))
