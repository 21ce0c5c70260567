"""`anhuan report NAME`: pages to print, made from the plant's records."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from services.commands.of_one import of_one
from services.commands.of_scores import of_scores
from services.commands.periodic import of_period
from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.refused import Refused
from services.reports.names import BOARDS, INCIDENT, NOTICE, OF_ONE, OF_SCORES, PLANS
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.plans.drawing import Drawing
    from services.reports.plan_sheet import Sheets


def report(args: argparse.Namespace) -> int:
    """Writes one kind of page as a PDF."""
    from services.reports.labels import put

    if args.report in OF_ONE:
        return of_one(args)
    if args.report in OF_SCORES:
        return of_scores(args)
    if args.report not in (*PLANS, *BOARDS, INCIDENT, NOTICE):
        return of_period(args)
    out = place_for(args.out)
    if out.suffix.lower() != ".pdf":
        raise Refused("plan_sheet.not_pdf", file=out.name)
    if args.report in (INCIDENT, NOTICE):
        put(out, _incident(args) if args.report == INCIDENT else _notice(args))
        found = {"file": args.out, "number": args.of}
        return values(found, args) if args.json else said(f"cli.{args.report.replace('-', '_')}_printed", args, **found)
    made = _plan(args) if args.report in PLANS else _board(args)
    put(out, made.pdf)
    found = {"file": args.out, "paper": args.paper, "scale": made.scale, "pages": made.pages}
    if args.json:
        return values(found if made.scale else found | {"scale": None}, args)
    return said("cli.plan_printed" if made.scale else "cli.board_printed", args, **found)


def _incident(args: argparse.Namespace) -> bytes:
    """Without what is personal: whoever runs a command is nobody in person."""
    from services.core.plant import the_plant
    from services.reports.incident_sheet import print_incident
    from services.store.queries.incidents import incident_called

    with looking(readable(PlantFolder(args.data))) as look:
        row = incident_called(look, args.of or "")
        if row is None:
            raise Refused("no_such_incident", number=args.of or "-")
        return print_incident(row, the_plant(look), datetime.now(UTC), language(args))


def _notice(args: argparse.Namespace) -> bytes:
    from services.commands.of_one import photos_of
    from services.reports.hazard_notice import NoticeFacts, hazard_called, print_notice

    folder = PlantFolder(args.data)
    with looking(readable(folder)) as look:
        facts = NoticeFacts(look, hazard_called(look, args.of or ""), datetime.now(UTC))
    return print_notice(facts, photos_of(folder), language(args))


def _plan(args: argparse.Namespace) -> "Sheets":
    from services.reports.plan_facts import floor_called, plan_facts
    from services.reports.plan_sheet import Wanted, print_plan

    folder = PlantFolder(args.data)
    with looking(readable(folder)) as look:
        floor = floor_called(look, args.of)
        facts = plan_facts(look, floor.id, datetime.now(UTC))
    wanted = Wanted(args.paper, scale=args.one_to, layer=PLANS[args.report], tiled=args.several)
    return print_plan(facts, _drawing(folder, floor.drawing), wanted, language(args))


def _board(args: argparse.Namespace) -> "Sheets":
    from services.reports.board_facts import board_facts
    from services.reports.board_pages import print_board
    from services.reports.plan_facts import floor_called

    with looking(readable(PlantFolder(args.data))) as look:
        facts = board_facts(look, floor_called(look, args.of).id, datetime.now(UTC))
    return print_board(facts, args.report, args.paper, language(args))


def _drawing(folder: PlantFolder, sha256: str | None) -> "Drawing | None":
    """The floor's drawing; None where it has none, or it has not come here yet."""
    from services.photos.folder import PhotoFolder
    from services.plans.codec import decoded

    for place in (folder.blobs, folder.console / "blobs"):
        data = PhotoFolder(place).get(sha256) if sha256 and place.exists() else None
        if data is not None:
            return decoded(data)
    return None
