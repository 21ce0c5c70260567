"""`anhuan plan import` and `anhuan labels print|check`: drawings in, labels out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services import words
from services.commands.printing import language, place_for, said, table, values
from services.commands.reach import looking, reached, readable
from services.core.refused import Refused, accepted
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.reports.labels import Printed
    from services.store.queries.people import ZoneRow


def plan_import(args: argparse.Namespace) -> int:
    """What a drawing holds; with --floor it also becomes that floor."""
    from services.plans import PlanRefused, to_bytes
    from services.plans.command import facts_of, read_plan

    try:
        how = {"page": args.page - 1, "length_m": args.length_m}
        drawing = read_plan(args.file, args.unit, **how)
        found = facts_of(args.file, drawing, args.floor, args.json)
    except PlanRefused as refused:
        raise Refused(f"plan.{refused.code}", **refused.facts) from None
    if args.floor:
        with reached(args.data, args.act_as) as plant:
            blob = plant.keep_drawing(to_bytes(drawing))
            source = plant.keep_drawing(Path(args.file).read_bytes())
            floor = {"name": args.floor, "width_m": drawing.width_m, "height_m": drawing.height_m}
            answer = plant.do("floors.add", {**floor, "drawing": blob, "source": source})
        found["floor_id"] = accepted(answer)["id"]
    return values(found, args)


def labels_print(args: argparse.Namespace) -> int:
    """Issues labels where a zone has none, prints them, checks what came out, keeps back what can't be read."""
    from services.reports.label_output import NETWORK, paper
    from services.reports.zone_labels import label_facts, print_to

    template = paper(args.template, args.out, args.dpi)  # what can't be printed is refused before a label is issued
    out = args.out if args.out.startswith(NETWORK) else str(place_for(args.out))
    with reached(args.data, args.act_as) as plant:
        with looking(readable(PlantFolder(args.data))) as look:
            wanted = _zones(look, args)
            missing = [row.zone for row in wanted if row.label is None]
        if not wanted:
            return said("cli.labels_none", args)
        for zone in missing:
            accepted(plant.do("labels.issue", {"zone": zone.id}))
        with looking(readable(PlantFolder(args.data))) as look:
            rows = _named(look, {row.id for row in wanted})
            facts = label_facts(look, rows)
        how: dict[str, Any] = {"skip": args.skip, "offset": args.offset, "scale": args.scale}
        how |= {"dpi": args.dpi, "language": args.language, "lang": language(args)}
        printed = print_to(out, args.template, facts, **how)
        there = {place.code for place in printed.places}
        done = [row.label.id for row in rows if row.label and row.zone.code in there]
        _tell(args, printed, len(done))
        if done:
            accepted(plant.do("labels.printed", {"labels": done, "template": template.name}))
    return 1 if printed.kept_back or not done else 0


def _tell(args: argparse.Namespace, printed: "Printed", done: int) -> None:
    """What came out and what was kept back, whether or not the plant then takes note of it."""
    for kept in printed.kept_back:
        why = "; ".join(words.say(f"label.why.{code}", language(args)) for code in kept.why)
        said("cli.label_kept_back", args, code=kept.label.code, why=why)
    said("cli.labels_printed", args, count=done, file=args.out)


def _zones(look: Any, args: argparse.Namespace) -> "list[ZoneRow]":
    """The zones that are meant, each by id, code, name or building; with --changed only those that need a new paper."""
    from services.store.queries.labels import label_rows

    rows = label_rows(look)
    names = set(args.zones or ())
    chosen = [one for one in rows if not names or names & _names_of(one.row)]
    if not chosen:
        raise Refused("no_such_record", record="zone", id=args.zones[0] if args.zones else "")
    return _named(look, {one.id for one in chosen if one.to_print or not args.changed})


def _names_of(row: "ZoneRow") -> set[str]:
    return {row.zone.id, row.zone.code, row.zone.name, row.floor.building}


def _named(look: Any, ids: set[str]) -> "list[ZoneRow]":
    from services.store.queries.people import zone_rows

    return [row for row in zone_rows(look) if row.id in ids]


def labels_ruler(args: argparse.Namespace) -> int:
    """A page to measure what a printer does, and what to say to `labels print` for it."""
    from services.reports.calibration import Ruler, correction, print_ruler
    from services.reports.label_output import NETWORK, paper

    out = args.out or "ruler.pdf"
    template = paper(args.template, out, args.dpi)
    if args.measured:
        found = correction(template, Ruler(*args.measured))
        if args.json:
            return values({"offset": found.offset_mm, "scale": found.scale}, args)
        return said("cli.ruler_correction", args, x=found.offset_mm[0], y=found.offset_mm[1], scale=found.scale)
    print_ruler(template, out if out.startswith(NETWORK) else str(place_for(out)), args.language, language(args))
    return said("cli.ruler_printed", args, file=out)


def labels_check(args: argparse.Namespace) -> int:
    """Decodes every code of a page with a reader that did not draw it."""
    from services.reports.command import labels_check as check

    found = check(Path(args.file))
    bad = [row for row in found if row["verdict"] != "ok"]
    keys = tuple(found[0]) if found else ("verdict",)
    table([list(row.values()) for row in found], args, keys=keys)
    return 1 if bad or not found else 0
