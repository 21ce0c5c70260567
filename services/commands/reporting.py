"""`anhuan report NAME`: pages to print, made from the plant's records."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.refused import Refused
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.plans.drawing import Drawing

PLANS = {"plan": "status", "four-colour-map": "risk", "plan-both": "both"}
REPORTS = tuple(PLANS)


def report(args: argparse.Namespace) -> int:
    """Writes one kind of page as a PDF."""
    out = place_for(args.out)
    if out.suffix.lower() != ".pdf":
        raise Refused("plan_sheet.not_pdf", file=out.name)
    return _plan(args, out)


def _plan(args: argparse.Namespace, out: Path) -> int:
    from services.reports.labels import put
    from services.reports.plan_facts import floor_called, plan_facts
    from services.reports.plan_sheet import Wanted, print_plan

    folder = PlantFolder(args.data)
    with looking(readable(folder)) as look:
        floor = floor_called(look, args.of)
        facts = plan_facts(look, floor.id, datetime.now(UTC))
    layer = PLANS[args.report]
    wanted = Wanted(args.paper, scale=args.one_to, layer=layer, tiled=args.several)  # type: ignore[arg-type]
    made = print_plan(facts, _drawing(folder, floor.drawing), wanted, language(args))
    put(out, made.pdf)
    if args.json:
        return values({"file": args.out, "paper": args.paper, "scale": made.scale, "pages": made.pages}, args)
    return said("cli.plan_printed", args, file=args.out, paper=args.paper, scale=made.scale, pages=made.pages)


def _drawing(folder: PlantFolder, sha256: str | None) -> "Drawing | None":
    """The floor's drawing; None where it has none, or it has not come here yet."""
    from services.photos.folder import PhotoFolder
    from services.plans.codec import decoded

    for place in (folder.blobs, folder.console / "blobs"):
        data = PhotoFolder(place).get(sha256) if sha256 and place.exists() else None
        if data is not None:
            return decoded(data)
    return None
