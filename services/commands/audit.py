"""`anhuan audit`: check that a journal or an audit bag is whole, with no hub and no network; make such a bag."""

import argparse
import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError

from services import words
from services.commands.printing import language, out, place_for, said, values
from services.commands.reach import looking, reached, readable
from services.core.refused import Refused, accepted
from services.store.database import Database
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.core.zones import Zone
    from services.store.bag import Choice
    from services.store.records import Records


def verify(args: argparse.Namespace) -> int:
    """Checks a plant's folder, a database (its file or URL) or an audit bag; exit code 1 when something was changed."""
    from services.store.bag_file import is_bag
    from services.store.verify import verify as check

    if is_bag(Path(args.what)):
        return _verify_bag(args)
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
    elif found["whole"] and "seal" in found:
        out(words.say("cli.bag_whole", lang, **{**found, "seal": found["seal"][:16]}))
    elif found["whole"]:
        out(words.say("cli.chain_whole", lang, entries=found["entries"], head=found["head"][:16]))
    for fault in () if args.json else found["faults"]:
        out(words.say(f"fault.{fault['code']}", lang, seq=fault["seq"], what=fault["what"]))
    return 0 if found["whole"] else 1


def _verify_bag(args: argparse.Namespace) -> int:
    """A bag by itself; with `--against`, also whether the plant's journal knows its seal."""
    from services.store.bag_file import check

    checked = check(Path(args.what))
    faults = [{"code": one.code, "seq": one.seq, "what": one.what} for one in checked.verdict.faults]
    if args.against is not None and not _known_seal(args.against, checked.seal):
        faults.append({"code": "bag_not_ours", "seq": 0, "what": checked.seal[:16]})
    found: dict[str, Any] = {"whole": not faults, "seal": checked.seal, "faults": faults}
    if checked.manifest is not None:
        one = checked.manifest
        found |= {"name": one.name, "first": one.first, "last": one.last, "masked": one.masked, "floor": one.floor}
    return _tell({**found, "entries": checked.verdict.entries, "head": checked.verdict.head}, args)


def _known_seal(data: Path, seal: str) -> bool:
    with looking(readable(PlantFolder(data))) as look:
        return bool(look.find("audit_bag", seal=seal))


def bag(args: argparse.Namespace) -> int:
    """Makes a bag, and has the journal vouch for its seal."""
    from services.photos.folder import PhotoFolder
    from services.reports.bag.making import make_bag

    folder, out_ = PlantFolder(args.data), place_for(args.out)
    place = folder.place()
    if place is None:
        raise Refused("no_plant")
    with reached(args.data, args.act_as) as plant:
        with looking(place) as look:
            choice = _choice(look, args, plant.now())
        database = Database(place)
        try:
            blobs = PhotoFolder(folder.blobs)
            manifest, seal = make_bag(database, blobs, choice, out_, plant.now(), lang=language(args))
        finally:
            database.close()
        days = {"first": manifest.first, "last": manifest.last}
        accepted(
            plant.do("audits.make", {"seal": seal, **days, "zones": sorted(choice.zones), "masked": choice.masked})
        )
    return _made(args, manifest, seal)


def _made(args: argparse.Namespace, manifest: Any, seal: str) -> int:
    photos = sum(name.startswith("photos/") for name in manifest.members)
    counts = {"entries": manifest.seq - manifest.floor + 1, "photos": photos, "hazards": manifest.counts["hazard"]}
    if args.json:
        return values({"file": args.out, "seal": seal, **counts, "missing": list(manifest.missing)}, args)
    said("cli.bag_written", args, file=args.out, seal=seal[:16], **counts)
    return said("cli.bag_missing", args, count=len(manifest.missing)) if manifest.missing else 0


def _choice(look: "Records", args: argparse.Namespace, now: Any) -> "Choice":
    """Where no days are given: the year up to today."""
    from services.core.plant_time import plant_time
    from services.store.bag import Choice

    last = args.last or plant_time(look, now).date()
    first = args.first or last - timedelta(days=365)
    zones = frozenset(_zone(look, one).id for one in args.of_zones or ())
    return Choice(first, last, zones, args.masked, not args.no_photos)


def _zone(look: "Records", said_: str) -> "Zone":
    found = [zone for zone in look.find("zone") if said_ in (zone.id, zone.code, zone.name)]
    if len(found) != 1:
        raise Refused("no_such_record", record="zone", id=said_)
    zone: Zone = found[0]
    return zone
