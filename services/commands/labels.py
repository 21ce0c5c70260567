"""`anhuan labels print|sample|check|ruler|rotate-key`: labels out, and read back."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services import words
from services.commands.printing import language, place_for, said, table, values
from services.commands.reach import looking, reached, readable
from services.core.ids import id_from
from services.core.refused import Refused, accepted
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.commands.reach import Reached
    from services.reports.label_face import LabelFacts
    from services.reports.label_sheets import Template
    from services.reports.labels import Printed
    from services.store.queries.labels import LabelRow

Some = tuple["list[LabelFacts]", dict[str, str]]  # what to print, and the ids of those labels by their printed code


def labels_print(args: argparse.Namespace) -> int:
    """Issues what is missing, prints, checks what came out, and keeps back what can't be read."""
    from services.reports.label_output import NETWORK, paper

    template = paper(args.template, args.out, args.dpi)  # what can't be printed is refused before a label is issued
    out = args.out if args.out.startswith(NETWORK) else str(place_for(args.out))
    if args.blank and (args.zones or args.changed):
        raise Refused("label.blanks_alone")
    with reached(args.data, args.act_as) as plant:
        some = _blanks(plant, args) if args.blank else _of_zones(plant, args)
        if some is None:
            return values(_outcome(args, None, []), args) if args.json else said("cli.labels_none", args)
        return _printed(plant, args, template, out, some)


def labels_sample(args: argparse.Namespace) -> int:
    """A whole sheet of the sample record, for looking at a template where there is no plant."""
    from services.reports.label_output import paper
    from services.reports.zone_labels import print_to, sample_facts

    template, lang = paper(args.template, args.out, args.dpi), language(args)
    facts = [sample_facts(lang)] * template.per_page
    printed = print_to(str(place_for(args.out)), args.template, facts, dpi=args.dpi, language=args.language, lang=lang)
    _tell(args, printed, [place.code for place in printed.places], [])
    return 1 if printed.kept_back else 0


def _printed(plant: "Reached", args: argparse.Namespace, template: "Template", out: str, some: Some) -> int:
    from services.reports.preflight import too_near
    from services.reports.zone_labels import print_to

    facts, ids = some
    how: dict[str, Any] = {"skip": args.skip, "offset": args.offset, "scale": args.scale}
    how |= {"dpi": args.dpi, "language": args.language, "lang": language(args)}
    printed = print_to(out, args.template, facts, **how)
    done = [place.code for place in printed.places]
    near = [place.code for place in printed.places if too_near(template, place.code_box.width)]
    _tell(args, printed, done, near)
    if done:
        accepted(plant.do("labels.printed", {"labels": [ids[code] for code in done], "template": template.name}))
    return 1 if printed.kept_back or not done else 0


def _of_zones(plant: "Reached", args: argparse.Namespace) -> Some | None:
    """The zones that are meant, those without a label or with a paper that is out of date with a new one."""
    from services.reports.zone_labels import label_facts
    from services.store.queries.people import zone_rows

    with _looking(args) as look:
        wanted = _wanted(look, plant, args)
    for one in wanted:
        if one.new_version:
            accepted(plant.do("labels.issue", {"zone": one.id}))
    if not wanted:
        return None
    with _looking(args) as look:
        rows = [row for row in zone_rows(look) if row.id in {one.id for one in wanted} and row.label]
        return label_facts(look, rows, language(args)), {row.zone.code: row.label.id for row in rows if row.label}


def _blanks(plant: "Reached", args: argparse.Namespace) -> Some:
    from services.reports.zone_labels import blank_facts

    answer = accepted(plant.do("labels.issue_blanks", {"count": args.blank}))
    made = {id_from(answer["id"], "blank", str(number)) for number in range(args.blank)}
    with _looking(args) as look:
        labels = [label for label in look.find("label") if label.id in made]
        return blank_facts(look, labels, language(args)), {label.code: label.id for label in labels}


def _looking(args: argparse.Namespace) -> Any:
    return looking(readable(PlantFolder(args.data)))


def _tell(args: argparse.Namespace, printed: "Printed", done: list[str], near: list[str]) -> None:
    """What came out and what was kept back, whether or not the plant then takes note of it; `near` are signs for a gate
    that can't be read from where people stand."""
    if args.json:
        values(_outcome(args, printed, done, near), args)
        return
    for kept in printed.kept_back:
        why = "; ".join(words.say(f"label.why.{code}", language(args)) for code in kept.why)
        said("cli.label_kept_back", args, code=kept.label.code, why=why)
    if near:
        said("cli.label_too_near", args, codes=", ".join(near))
    said("cli.labels_printed", args, count=len(done), file=args.out)


def _outcome(
    args: argparse.Namespace, printed: "Printed | None", done: list[str], near: Sequence[str] = ()
) -> dict[str, Any]:
    kept = printed.kept_back if printed else []
    back = [{"code": one.label.code, "why": list(one.why)} for one in kept]
    return {"file": args.out, "printed": len(done), "codes": done, "kept_back": back, "too_near": [*near]}


def _wanted(look: Any, plant: "Reached", args: argparse.Namespace) -> "list[LabelRow]":
    """The zones that are meant, each by id, code, name or building; with --changed only those that need a new paper."""
    from services.store.queries.labels import label_rows

    rows = label_rows(look, plant.now())
    names = set(args.zones or ())
    chosen = [one for one in rows if not names or names & _names_of(one)]
    if not chosen:
        raise Refused("no_such_record", record="zone", id=args.zones[0] if args.zones else "")
    return [one for one in chosen if one.to_print or not args.changed]


def _names_of(one: "LabelRow") -> set[str]:
    return {one.id, one.row.zone.code, one.row.zone.name, one.row.floor.building}


def labels_rotate_key(args: argparse.Namespace) -> int:
    """A new key seals from now on; how many labels still carry an older one."""
    from services.core.plant import the_plant
    from services.store.queries.labels import label_rows

    with reached(args.data, args.act_as) as plant:
        accepted(plant.do("labels.rotate_key", {}))
        with _looking(args) as look:
            key = the_plant(look).label_key
            old = [one.row.zone.code for one in label_rows(look, plant.now()) if one.old_key]
    if args.json:
        return values({"key": key, "old_key": old}, args)
    return said("cli.label_key_rotated", args, number=key, count=len(old))


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
