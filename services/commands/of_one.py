"""`anhuan report` of one thing: the report of a drill, the certificate of a course that was passed."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.refused import Refused
from services.photos.folder import PhotoFolder
from services.store.folder import PlantFolder


def of_one(args: argparse.Namespace) -> int:
    """Writes the page about the thing of `--id`. Raises Refused: report.wrong_form, report.id_needed."""
    out = place_for(args.out)
    if out.suffix.lower() != ".pdf":
        raise Refused("report.wrong_form", file=out.name, forms=".pdf")
    if not args.id:
        raise Refused("report.id_needed", report=args.report)
    folder = PlantFolder(args.data)
    with looking(readable(folder)) as look:
        if args.report == "drill":
            from services.reports.drill_report import drill_facts, print_drill

            data = print_drill(drill_facts(look, args.id, datetime.now(UTC), photos_of(folder)), language(args))
        else:
            from services.reports.training_certificate import certificate_facts, print_certificate

            data = print_certificate(certificate_facts(look, args.id), language(args))
    Path(out).write_bytes(data)
    found = {"file": args.out, "id": args.id}
    return values(found, args) if args.json else said("cli.page_written", args, **found)


def photos_of(folder: PlantFolder) -> Callable[[str], bytes | None]:
    """What gives photos by their hashes, wherever they are kept."""
    places = [PhotoFolder(place) for place in (folder.blobs, folder.console / "blobs") if place.exists()]
    return lambda sha256: next((data for one in places if (data := one.get(sha256)) is not None), None)
