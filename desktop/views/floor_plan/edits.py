"""Changes of zones, and of what stands in them, as operations."""

from typing import Any

from desktop.workbench import Workbench
from services.core.geometry import Point, Polygon
from services.core.zones import Zone


class Edits:
    """Runs one operation for each change. The workbench shows refusals; here they are only answered."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def draw(self, floor: str, polygon: Polygon, values: dict[str, Any]) -> str:
        """A new zone; its id, or "" where it was refused. `values`: name, zone_class, supervisor, team and,
        of a copy, emergency and phone."""
        return str(self._workbench.run("zones.draw", floor=floor, polygon=polygon, **values).id)

    def reshape(self, zone: Zone, polygon: Polygon) -> bool:
        """Another outline."""
        return self._run("zones.reshape", zone, polygon=polygon)

    def set_value(self, zone: Zone, field: str, value: str | None) -> bool:
        """Another name, zone_class, supervisor or team."""
        return getattr(zone, field) == value or self._run(_KINDS[field], zone, **{field: value})

    def clear_note(self, zone: str) -> bool:
        """Takes the note of a zone away."""
        return bool(self._workbench.run("zones.set_note", zone=zone, note="").ok)

    def set_emergency(self, zone: str, emergency: str, phone: str) -> bool:
        """What to do in a zone when something happens, and the number to call."""
        return bool(self._workbench.run("zones.set_emergency", zone=zone, emergency=emergency, phone=phone).ok)

    def retire(self, zone: Zone) -> bool:
        """The zone is used no more."""
        return self._run("zones.retire", zone)

    def split(self, zone: Zone, name: str, start: Point, end: Point) -> bool:
        """A zone is cut along a line; `name` is that of the smaller part."""
        return self._run("zones.split", zone, name=name, start=start, end=end)

    def merge(self, zone: Zone, other: str) -> bool:
        """A neighbour becomes part of the zone."""
        return self._run("zones.merge", zone, other=other)

    def add(self, kind: str, **args: Any) -> str:
        """A new thing on the plan; its id, or "" where it was refused."""
        return str(self._workbench.run(kind, **args).id)

    def change(self, kind: str, record: str, id_: str, **args: Any) -> bool:
        """An operation on a thing on the plan: `record` is what it is ("sensor"), `id_` which one."""
        return bool(self._workbench.run(kind, **{record: id_}, **args).ok)

    def undo(self) -> bool:
        """Takes the newest step back."""
        return bool(self._workbench.undo().ok)

    def _run(self, kind: str, zone: Zone, **args: Any) -> bool:
        return bool(self._workbench.run(kind, zone=zone.id, **args).ok)


_KINDS = {
    "name": "zones.rename",
    "zone_class": "zones.classify",
    "supervisor": "zones.set_supervisor",
    "team": "zones.set_team",
}
