"""`anhuan zones list|export|import`: the zones of a floor as GeoJSON, out and in."""

import argparse
from pathlib import Path
from typing import Any

from services.commands.printing import place_for, table, values
from services.commands.reach import Reached, looking, reached, readable
from services.core.refused import Refused, accepted
from services.core.zones import Floor, Zone
from services.plans.drawing import PlanRefused
from services.plans.zone_list import Step, ZoneEntry, ZoneList, steps
from services.store.folder import PlantFolder

KEYS = ("code", "name", "zone_class", "floor", "area_m2", "supervisor", "team", "id")


def zones_list(args: argparse.Namespace) -> int:
    """All zones in use, with their areas."""
    from services.core.geometry import area
    from services.store.queries.people import zone_rows

    with looking(readable(PlantFolder(args.data))) as look:
        rows = [
            [
                row.zone.code,
                row.zone.name,
                row.zone.zone_class,
                row.floor.name,
                round(area(row.zone.polygon), 2),
                row.supervisor.name if row.supervisor else "",
                row.team.name if row.team else "",
                row.id,
            ]
            for row in zone_rows(look)
        ]
    return table(rows, args, keys=KEYS)


def zones_export(args: argparse.Namespace) -> int:
    """The zones of one floor into a file."""
    from services.plans.geojson import written

    with looking(readable(PlantFolder(args.data))) as look:
        floor = _floor(look, args.of_floor)
        if floor is None:
            raise Refused("no_such_record", record="floor", id=args.of_floor or "")
        entries = [_entry(look, zone) for zone in _zones(look, floor)]
    place_for(args.out).write_bytes(written(floor, entries))
    return values({"floor": floor.name, "zones": len(entries), "file": args.out}, args)


def zones_import(args: argparse.Namespace) -> int:
    """Zones of a file onto a floor, which is made where it is not there. What is there so already stays as it is;
    exit code 1 when something was refused."""
    from services.plans.geojson import read_list
    from services.plans.reading import content_of

    with looking(readable(PlantFolder(args.data))) as look:
        floor = _floor(look, args.of_floor)
        try:
            listed = read_list(content_of(args.file), floor)
        except PlanRefused as refused:
            raise Refused(f"plan.{refused.code}", **refused.facts) from None
        people = [one for one in look.find("person") if one.here]
        teams = [one for one in look.find("team") if one.retired_at is None]
        zones = _zones(look, floor) if floor else []
    with reached(args.data, args.act_as) as plant:
        id_ = floor.id if floor else _made(plant, args.of_floor or Path(args.file).stem, listed)
        done = [_done(plant, step) for step in steps(listed.zones, id_, zones, people, teams)]
    table(done, args, keys=("zone", "done", "why"))
    return 1 if any(one[1] == "refused" for one in done) else 0


def _floor(look: Any, name: str | None) -> Floor | None:
    """The floor of that name or id; without one, the only floor of the plant, if there is just one."""
    living = [floor for floor in look.find("floor") if floor.retired_at is None]
    found = [floor for floor in living if name is None or name in (floor.id, floor.name)]
    if len(found) > 1:
        raise Refused("floor_not_named", floors=", ".join(floor.name for floor in found))
    return found[0] if found else None


def _zones(look: Any, floor: Floor) -> list[Zone]:
    found = [zone for zone in look.find("zone", floor=floor.id) if zone.retired_at is None]
    return sorted(found, key=lambda zone: zone.code)


def _entry(look: Any, zone: Zone) -> ZoneEntry:
    supervisor = look.get("person", zone.supervisor) if zone.supervisor else None
    team = look.get("team", zone.team) if zone.team else None
    names = {"supervisor": supervisor.name if supervisor else "", "team": team.name if team else ""}
    return ZoneEntry(zone.name, zone.polygon, zone.zone_class, zone.code, **names)


def _made(plant: Reached, name: str, listed: ZoneList) -> str:
    size = {"width_m": listed.width_m, "height_m": listed.height_m}
    id_ = str(accepted(plant.do("floors.add", {"name": name[:40], **size}))["id"])
    if listed.control_points:
        points = [{"x": p.x, "y": p.y, "longitude": p.longitude, "latitude": p.latitude} for p in listed.control_points]
        position = {"floor": id_, "datum": listed.datum, "control_points": points}
        accepted(plant.do("floors.set_position", position))
    return id_


def _done(plant: Reached, step: Step) -> list[str]:
    if step.done == "refused":
        return [step.entry.name, "refused", step.why]
    for kind, args in step.operations:
        answer = plant.do(kind, args)
        if answer.get("refused"):
            return [step.entry.name, "refused", str(answer["refused"])]
    return [step.entry.name, step.done, ""]
