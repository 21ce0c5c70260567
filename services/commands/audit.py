"""`anhuan audit`: check that a journal is whole, with no hub and no network; hand out a stretch of it."""

import argparse
import json
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from services import words
from services.commands.printing import language, out, place_for
from services.core.refused import Refused
from services.store.database import Database
from services.store.folder import PlantFolder


def verify(args: argparse.Namespace) -> int:
    """Checks a plant's folder, a database (its file or URL) or an audit bag; exit code 1 when something was changed."""
    from services.store.verify import verify as check

    database = Database(_database_in(args.what))
    try:
        with database.reading() as connection:
            verdict = check(connection)
    except (DBAPIError, ValueError, Refused) as error:
        cause = error.__cause__ or error
        what = str(getattr(cause, "orig", cause))[:200]
        return _tell({"whole": False, "faults": [{"code": "file_damaged", "seq": 0, "what": what}]}, args)
    finally:
        database.close()
    faults = [{"code": fault.code, "seq": fault.seq, "what": fault.what} for fault in verdict.faults]
    found = {"whole": verdict.whole, "entries": verdict.entries, "head": verdict.head, "faults": faults}
    return _tell(found, args)


def _database_in(what: str) -> Path | str:
    if "://" in what:
        return what
    path = Path(what)
    place = (PlantFolder(path).place() or path / "replica.db") if path.is_dir() else path
    if isinstance(place, Path) and not place.is_file():
        raise Refused("no_plant")
    return place


def _tell(found: dict[str, Any], args: argparse.Namespace) -> int:
    lang = language(args)
    if args.json:
        out(json.dumps(found, ensure_ascii=False, indent=2))
    elif found["whole"]:
        out(words.say("cli.chain_whole", lang, entries=found["entries"], head=found["head"][:16]))
    for fault in () if args.json else found["faults"]:
        out(words.say(f"fault.{fault['code']}", lang, seq=fault["seq"], what=fault["what"]))
    return 0 if found["whole"] else 1


def bag(args: argparse.Namespace) -> int:
    """Writes the journal's entries into a file of their own, which `verify` checks without the plant."""
    from services.store.bag import write_bag

    folder = PlantFolder(args.data)
    place = folder.place()
    if place is None:
        raise Refused("no_plant")
    count = write_bag(place, place_for(args.out))
    return out(words.say("cli.bag_written", language(args), entries=count, file=args.out))
