"""Pauses that rules ask the MES for: simulated, asked of a person first, or by itself after a while. What is said of
one is what the MES has answered; without its receipt nothing is paused."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import holders
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import LEADERS, Role
from services.core.rule_document import Action, PauseMode
from services.core.shape import Ref, Text

BY_SYSTEM = frozenset({Role.SYSTEM})
Step = Literal[
    "simulated", "asked", "counting", "requested", "confirmed", "refused", "unanswered", "declined", "let_go"
]
Trouble = Literal["", "no_answer", "no_mes", "unreachable", "bad_answer"]
OPEN: tuple[Step, ...] = ("asked", "counting")


@record("pause", indexed=("rule", "alert", "step"), called="line")
@dataclass(frozen=True, kw_only=True)
class Pause:
    """A request to pause `line`. Asked: a person is to agree; counting: it goes out at `due_at`; requested: it is out
    and its receipt is awaited until `answer_by`; confirmed: the MES says that the line is paused, by `receipt`;
    refused: it says that it is not, for a `reason`; unanswered: nothing came in time, for the `trouble`; let go: what
    was to pause it is so no more. `by` is who agreed or declined."""

    id: str
    rule: str
    alert: str
    line: str
    mode: PauseMode
    step: Step
    made_at: datetime
    receipt_s: float
    due_at: datetime | None = None
    requested_at: datetime | None = None
    answer_by: datetime | None = None
    answered_at: datetime | None = None
    receipt: str = ""
    reason: str = ""
    trouble: Trouble = ""
    by: str | None = None

    @property
    def waits(self) -> bool:
        """Whether a person can still say yes or no."""
        return self.step in OPEN


def asked_for(context: Context, id_: str, alert: str, rule: str, action: Action) -> Pause:
    """The pause that an action asks for."""
    step: Step = {"simulate": "simulated", "ask": "asked", "automatic": "counting"}[action.mode]  # type: ignore[assignment]
    return Pause(
        id=id_,
        rule=rule,
        alert=alert,
        line=action.line or "",
        mode=action.mode,
        step=step,
        made_at=context.now,
        receipt_s=action.receipt_s,
        due_at=context.now + timedelta(seconds=action.after_s) if step == "counting" else None,
    )


def let_go(look: Look, alert: str) -> list[Change]:
    """What an alert was to pause and has not is paused no more: what it said is so no more."""
    return [Put(replace(one, step="let_go")) for one in look.find("pause", alert=alert) if one.waits]


def _in(look: Look, pause: str, *steps: Step) -> Pause:
    found = required(look, Pause, pause)
    if found.step not in steps:
        raise Refused("pause_decided", line=found.line)
    return found


def _told(look: Look, pause: Pause, message: str) -> list[Change]:
    """Those who were told of the alert hear what has become of the pause; nobody there, the EHS managers."""
    alert, rule = look.get("alert", pause.alert), look.get("rule", pause.rule)
    people = alert.told if alert else tuple(one.id for one in holders(look, Role.EHS_MANAGER))
    facts: dict[str, Any] = {
        "number": (alert.number or "") if alert else "",
        "rule": rule.name if rule else "",
        "line": pause.line,
        "reason": pause.reason,
    }
    return [Tell(people, message, pause.alert, facts)] if people else []


@operation("pauses.agree", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Agree:
    """A person agrees: the request goes to the MES now."""

    pause: Annotated[str, Ref("pause")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        pause = _in(look, self.pause, *OPEN)
        return [Put(replace(pause, step="counting", due_at=context.now, by=context.actor.person))]


@operation("pauses.decline", roles=LEADERS, offline=False)
@dataclass(frozen=True, kw_only=True)
class Decline:
    """A person does not want it; nothing is sent."""

    pause: Annotated[str, Ref("pause")]
    reason: Annotated[str, Text(most=200, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        pause = _in(look, self.pause, *OPEN)
        return [Put(replace(pause, step="declined", by=context.actor.person, reason=self.reason))]


@operation("pauses.request", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class Request:
    """Its time has come: from now on it may have reached the MES."""

    pause: Annotated[str, Ref("pause")]

    def decide(self, context: Context, look: Look) -> list[Change]:
        pause = _in(look, self.pause, "counting")
        if pause.due_at is None or pause.due_at > context.now:
            return []
        until = context.now + timedelta(seconds=pause.receipt_s)
        return [Put(replace(pause, step="requested", requested_at=context.now, answer_by=until))]


@operation("pauses.answer", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the MES has answered: paused, with its receipt, or not, with its reason. A late receipt counts."""

    pause: Annotated[str, Ref("pause")]
    paused: bool
    receipt: Annotated[str, Text(most=200, least=0)] = ""
    reason: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        pause = _in(look, self.pause, "requested", "unanswered")
        if self.paused and not self.receipt:
            raise Refused("receipt_needed", line=pause.line)
        step: Step = "confirmed" if self.paused else "refused"
        after = replace(pause, step=step, answered_at=context.now, receipt=self.receipt, reason=self.reason, trouble="")
        late = pause.step == "unanswered"
        message = "pause_confirmed" if self.paused else "pause_refused"
        return [Put(after), *(_told(look, after, message) if late or not self.paused else [])]


@operation("pauses.give_up", roles=BY_SYSTEM, offline=False)
@dataclass(frozen=True, kw_only=True)
class GiveUp:
    """No receipt has come in its time: a person has to see to the line."""

    pause: Annotated[str, Ref("pause")]
    trouble: Trouble = "no_answer"

    def decide(self, context: Context, look: Look) -> list[Change]:
        pause = _in(look, self.pause, "requested")
        if pause.answer_by is not None and context.now < pause.answer_by:
            return []
        after = replace(pause, step="unanswered", trouble=self.trouble)
        return [Put(after), *_told(look, after, "pause_unanswered")]
