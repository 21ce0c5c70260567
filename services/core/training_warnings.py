"""Early warnings: so many days before a certificate ends its holder and the safety officers are told, and once more
when it is over. The days are a setting of the plant."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from services.core.absences import reached
from services.core.alerts import SYSTEM_ONLY
from services.core.certificates import Certificate, living_certificate
from services.core.operation import Change, Context, Look, Put, Tell, operation
from services.core.people import holders
from services.core.plant import Plant, the_plant
from services.core.refused import Refused
from services.core.roles import OFFICE, Role
from services.core.shape import Range, Ref

OVER = -1  # the warning that it is over
MOST_STEPS = 6
Days = Annotated[int, Range(1, 365)]


def due_warning(certificate: Certificate, plant: Plant, today: date) -> int | None:
    """The warning that is due on a day: the shortest of the plant's numbers of days that has been reached and was not
    told yet, OVER once it has ended; None where there is none. One that was missed is made good by the next."""
    until = certificate.until
    if certificate.withdrawn_at is not None or until is None:
        return None
    left = (until - today).days
    step = OVER if left < 0 else min((one for one in plant.certificate_days if left <= one), default=None)
    return None if step is None or step in certificate.warned else step


@operation("plant.set_training_warnings", roles=OFFICE | {Role.HR}, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetTrainingWarnings:
    """How many days before a certificate ends people are told, and from how many days on a course that runs out is
    shown as soon over."""

    certificate_days: tuple[Days, ...] = (90, 30, 7)
    course_days: Days = 30

    def decide(self, context: Context, look: Look) -> list[Change]:
        days = tuple(sorted(set(self.certificate_days), reverse=True))
        if not 0 < len(days) <= MOST_STEPS:
            raise Refused("warning_days_wrong", most=MOST_STEPS)
        return [Put(replace(the_plant(look), certificate_days=days, course_days=self.course_days))]


@operation("certificates.warn", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Warn:
    """The holder, the team's leader and the safety officers are told that a certificate ends."""

    certificate: Annotated[str, Ref("certificate")]
    step: Annotated[int, Range(OVER, 365)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = living_certificate(look, self.certificate)
        holder = look.get("person", found.person)
        if self.step in found.warned or holder is None or not holder.here or found.until is None:
            return []
        team = look.get("team", holder.team) if holder.team else None
        officers = [one.id for one in holders(look, Role.SAFETY_OFFICER) or holders(look, Role.EHS_MANAGER)]
        meant = [holder.id, *([team.leader] if team and team.leader else []), *officers]
        people = tuple(dict.fromkeys(one for one in reached(look, meant, context.now) if one))
        facts: dict[str, Any] = {"trade": found.trade, "holder": holder.id, "until": found.until.isoformat()}
        message = "certificate_over" if self.step == OVER else "certificate_ending"
        told = Put(replace(found, warned=(*found.warned, self.step)))
        return [told, *([Tell(people, message, found.id, facts)] if people else [])]
