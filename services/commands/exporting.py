"""`anhuan export` and `anhuan import everything`: a plant in open formats, and a plant out of them."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from services.commands.printing import said, values
from services.exports.manifest import ExportManifest
from services.store.folder import PlantFolder


def export(args: argparse.Namespace) -> int:
    """Writes everything of the plant into an archive or a folder, also while its hub works."""
    from services.exports.writing import write_export

    made = write_export(PlantFolder(args.data), Path(args.out).absolute(), datetime.now(UTC))
    if args.json:
        return values({"file": str(args.out), **_shown(made)}, args)
    said("cli.exported", args, name=made.name, files=len(made.files), entries=made.seq, file=args.out)
    return said("cli.export_missing", args, count=len(made.missing)) if made.missing else 0


def import_everything(args: argparse.Namespace) -> int:
    """Makes a plant anew from what `anhuan export` has written."""
    from services.exports.reading import import_everything as bring_in

    done = bring_in(Path(args.file), PlantFolder(args.data))
    if args.json:
        return values({"data": str(args.data), **_shown(done)}, args)
    return said("cli.imported_everything", args, name=done.name, entries=done.seq, data=args.data)


def _shown(manifest: ExportManifest) -> dict[str, object]:
    return {**asdict(manifest), "files": len(manifest.files)}
