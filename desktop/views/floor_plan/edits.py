"""Changes of zones as operations, and the way back from each of them."""

from dataclasses import dataclass
from typing import Any

from desktop.workbench import Workbench
from services.core.geometry import Polygon
from services.core.zones import Zone

MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that was run, and the one that restores what was before."""

    operation: str
    kind: str
    args: dict[str, Any]


class Edits:
    """Runs one operation for each change. The workbench shows refusals; here they are only answered."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._steps: list[Step] = []

    def draw(self, floor: str, polygon: Polygon, values: dict[str, Any]) -> str:
        """A new zone; its id, or "" where it was refused. `values`: name, zone_class, supervisor, team."""
        local = self._workbench.run("zones.draw", floor=floor, polygon=polygon, **values)
        if not local.ok:
            return ""
        self._remember(local.id, "zones.retire", zone=local.id)
        return local.id

    def reshape(self, zone: Zone, polygon: Polygon) -> bool:
        """Another outline."""
        return self._run("zones.reshape", zone, "polygon", zone.polygon, polygon)

    def set_value(self, zone: Zone, field: str, value: str | None) -> bool:
        """Another name, zone_class, supervisor or team."""
        before = getattr(zone, field)
        return before == value or self._run(_KINDS[field], zone, field, before, value)

    def retire(self, zone: Zone) -> bool:
        """The zone is used no more."""
        return bool(self._workbench.run("zones.retire", zone=zone.id).ok)

    def undo(self) -> bool:
        """Takes the newest operation back; where it was sent, the newest edit of this page is restored by another."""
        local = self._workbench.undo()
        if local.ok:
            self._steps = [step for step in self._steps if step.operation != local.id]
            return True
        if not self._steps:
            return False
        step = self._steps.pop()
        return bool(self._workbench.run(step.kind, **step.args).ok)

    def _run(self, kind: str, zone: Zone, field: str, before: Any, value: Any) -> bool:
        local = self._workbench.run(kind, zone=zone.id, **{field: value})
        if local.ok:
            self._remember(local.id, kind, zone=zone.id, **{field: before})
        return bool(local.ok)

    def _remember(self, operation: str, kind: str, **args: Any) -> None:
        self._steps = [*self._steps[-MOST_STEPS:], Step(operation, kind, args)]


_KINDS = {
    "name": "zones.rename",
    "zone_class": "zones.classify",
    "supervisor": "zones.set_supervisor",
    "team": "zones.set_team",
}
