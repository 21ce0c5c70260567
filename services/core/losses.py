"""What stops, hazards and injuries cost the plant, and what share of that a measure may avoid: the figures that the
annual assessment of equipment is reckoned with. Until the plant has set its own, usual ones of this program's are
taken, and every paper that uses them says so."""

from dataclasses import dataclass
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range

USUAL = "usual"
Yuan = Annotated[float, Range(0, 10_000_000)]
Percent = Annotated[float, Range(0, 100)]


@record("loss_rates", called="", group="loss_rates", few=True)
@dataclass(frozen=True, kw_only=True)
class LossRates:
    """In yuan: an hour that a line or machine stands unplanned, handling one hazard, one recordable injury, and one day
    lost by it. In per cent: what share of the loss the measures together avoid in a `cautious`, a `likely` and a
    `hopeful` case. The usual figures are assumptions to begin with, out of no statistics."""

    id: str
    stop_hour: float = 800.0
    hazard: float = 300.0
    injury: float = 20_000.0
    day_lost: float = 400.0
    cautious: float = 20.0
    likely: float = 40.0
    hopeful: float = 60.0

    @property
    def usual(self) -> bool:
        """Whether the plant has not set its own."""
        return self.id == USUAL


def loss_rates(look: Look) -> LossRates:
    """The figures that hold: the plant's own, else the usual ones."""
    own: tuple[LossRates, ...] = look.find("loss_rates")
    return own[0] if own else LossRates(id=USUAL)


@operation("loss_rates.set", roles=frozenset({Role.EHS_MANAGER}))
@dataclass(frozen=True, kw_only=True)
class SetRates:
    """The plant's own figures. Refused: avoided_out_of_order."""

    stop_hour: Yuan = 800.0
    hazard: Yuan = 300.0
    injury: Yuan = 20_000.0
    day_lost: Yuan = 400.0
    cautious: Percent = 20.0
    likely: Percent = 40.0
    hopeful: Percent = 60.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        if not 0 < self.cautious <= self.likely <= self.hopeful:
            raise Refused("avoided_out_of_order")
        before = look.find("loss_rates")
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(LossRates(id=before[0].id if before else context.id, **given))]
