"""What a plant goes by where doors tell who is where: how visits are made of passages, what is out of hours, how long
what doors have seen of people is kept."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated

from services.core.operation import Change, Context, Look, Put, operation
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import Range, Text
from services.core.shifts import clock_time
from services.core.visits import Habits

Minutes = Annotated[float, Range(0, 1440)]


@record("access_policy", called="", group="access", few=True)
@dataclass(frozen=True, kw_only=True)
class AccessPolicy:
    """`keep_days`: how long swipes joined to people are kept. `forgotten_hours`: after how long a way out is no longer
    waited for. Out of hours is from `begins` to `ends` by the plant's clock. Alone is who has nobody else in the zone
    for `alone_minutes` at least, of which `together_s` at either end do not count (two who come together swipe one
    after the other); `alone_times` within `alone_days` is often. Findings look back over `past_days`."""

    id: str
    keep_days: int = 90
    forgotten_hours: float = 12.0
    double_s: float = 10.0
    passback_minutes: float = 5.0
    begins: str = "22:00"
    ends: str = "06:00"
    together_s: float = 30.0
    alone_minutes: float = 5.0
    alone_times: int = 3
    alone_days: int = 7
    past_days: int = 56

    @property
    def habits(self) -> Habits:
        """What makes a visit of passages."""
        forgotten, double = timedelta(hours=self.forgotten_hours), timedelta(seconds=self.double_s)
        return Habits(forgotten, double, timedelta(minutes=self.passback_minutes))

    @property
    def keep(self) -> timedelta:
        """How long swipes are kept."""
        return timedelta(days=self.keep_days)


def access_policy(look: Look) -> AccessPolicy:
    """The plant's policy, or the usual one."""
    found = look.find("access_policy")
    return found[0] if found else AccessPolicy(id="")


@operation("access.set_policy", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPolicy:
    """How the plant goes by its doors from now on. Raises Refused: policy_too_short, where findings would look back
    over more than is kept."""

    keep_days: Annotated[int, Range(1, 3650)] = 90
    forgotten_hours: Annotated[float, Range(1, 72)] = 12.0
    double_s: Annotated[float, Range(0, 120)] = 10.0
    passback_minutes: Minutes = 5.0
    begins: Annotated[str, Text(most=5)] = "22:00"
    ends: Annotated[str, Text(most=5)] = "06:00"
    together_s: Annotated[float, Range(0, 600)] = 30.0
    alone_minutes: Minutes = 5.0
    alone_times: Annotated[int, Range(1, 100)] = 3
    alone_days: Annotated[int, Range(1, 366)] = 7
    past_days: Annotated[int, Range(7, 366)] = 56

    def decide(self, context: Context, look: Look) -> list[Change]:
        for text in (self.begins, self.ends):
            clock_time(text)
        if max(self.past_days, self.alone_days) > self.keep_days:
            raise Refused("policy_too_short", days=self.keep_days)
        present = look.find("access_policy")
        base = present[0] if present else AccessPolicy(id=context.id)
        given = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return [Put(replace(base, **given))]
