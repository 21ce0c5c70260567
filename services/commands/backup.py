"""`anhuan backup` and `anhuan restore`: a plant into one file, and back from it."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from services.commands.printing import place_for, said, values
from services.store.folder import PlantFolder


def backup(args: argparse.Namespace) -> int:
    """Writes the plant into one file, also while its hub works."""
    from services.store.backup import write_backup

    made = write_backup(PlantFolder(args.data), place_for(args.out), datetime.now(UTC))
    if args.json:
        found = {name: value for name, value in asdict(made).items() if name != "members"}
        return values({"file": str(args.out), **found, "files": len(made.members)}, args)
    said("cli.backup_written", args, name=made.name, entries=made.entries, file=args.out)
    return said("cli.backup_missing", args, count=len(made.missing)) if made.missing else 0


def restore(args: argparse.Namespace) -> int:
    """Puts a plant back to a backup; what was there is kept beside it."""
    from services.store.restoring import restore_backup

    done = restore_backup(Path(args.file), PlantFolder(args.data), datetime.now(UTC))
    if args.json:
        places = {"aside": str(done.aside) if done.aside else None, "still_hold": [str(one) for one in done.still_hold]}
        return values({**asdict(done), **places}, args)
    said("cli.restored", args, name=done.name, seq=done.seq, data=args.data)
    if done.aside:
        said("cli.restored_aside", args, aside=done.aside)
    if done.unsent:
        said("cli.restored_unsent", args, count=done.unsent)
    if done.erased:
        said("cli.restored_erased", args, count=done.erased)
    for place in done.still_hold:
        said("cli.restored_hold", args, place=place)
    return said("cli.restored_password", args) if done.wants_password else 0
