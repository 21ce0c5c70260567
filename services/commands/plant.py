"""`anhuan hub`, `console`, `demo` and `tour`: bring a plant up, show it."""

import argparse
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from services import words
from services.commands.printing import language, out, said, table
from services.commands.reach import looking
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.demo.feeder import Feeder
    from services.hub.hub import Hub


def hub(args: argparse.Namespace) -> int:
    """The sync service, until it is told to end."""
    from services.core.refused import Refused
    from services.hub.serve import run
    from services.hub.tls import Wanted

    if (args.certificate is None) != (args.key is None):
        raise Refused("certificate_and_key")
    if args.database is not None and _of_many(args):
        return _hub_of_plants(args)
    if args.database is None and PlantFolder(args.data).demo.exists():
        from services.demo.living_on import lived_on

        lived_on(PlantFolder(args.data), datetime.now(UTC))
    own = (args.certificate, args.key) if args.certificate else None
    asked = own or args.name or args.https_port is not None or args.host not in ("127.0.0.1", "::1", "localhost")
    https = Wanted(args.https_port, tuple(args.name or ()), own) if asked else None
    return run(args.data, args.host, args.port, args.database, https, language(args), _feeder_of, args.photos)


def _of_many(args: argparse.Namespace) -> bool:
    from services.commands.plants import serves_plants

    return serves_plants(args.database)


def _hub_of_plants(args: argparse.Namespace) -> int:
    """Raises Refused: plants_behind_balancer, for a certificate: it belongs before all the processes."""
    from services.core.refused import Refused
    from services.hub.serve_plants import ServedPlants, run

    if args.certificate or args.name or args.https_port is not None:
        raise Refused("plants_behind_balancer")
    where = {"host": args.host, "port": args.port, "photos": args.photos, "lease_s": args.lease_s}
    return run(ServedPlants(args.data, args.database, **where), language(args))


def _feeder_of(hub: "Hub") -> "Feeder | None":
    if not hub.folder.demo.exists():
        return None
    from services.demo.feeder import feeder_of

    return feeder_of(hub)


def console(args: argparse.Namespace) -> int:
    """The window; or, with --check, whether all of it works."""
    if args.check:
        return _checked(args)
    from desktop.__main__ import main

    return main(args.data, args.hub, args.act_as, args.bag)


def _checked(args: argparse.Namespace) -> int:
    from desktop.checking import check

    lang, faults = language(args), 0
    for one in check(args.data, args.hub, args.act_as, lang):
        faults += bool(one.fault)
        key, facts = f"check.{one.code}", one.facts
        if one.fault:
            key, facts = "check.fault", {"part": words.say(f"check.part.{one.code}", lang), "fault": one.fault}
        out(words.say(key, lang, **facts))
        sys.stdout.flush()
    said("check.not_well" if faults else "check.well", args, count=faults)
    return 1 if faults else 0


def demo(args: argparse.Namespace) -> int:
    """Writes the demo plant and prints its accounts."""
    from services.demo.plant import write_demo

    accounts = write_demo(args.data, args.seed, args.until, people=args.people, months=args.months)
    if args.json:
        return table(accounts, args, keys=("login", "password"))
    said("cli.demo_ready", args, data=str(args.data))
    with looking(PlantFolder(args.data).database) as look:
        people = {person.employee_no: person for person in look.find("person")}
    for login, password in accounts:
        person, lang = people[login], language(args)
        roles = " · ".join(words.say(f"role.{role}", lang) for role in person.roles)
        said("cli.demo_account", args, login=login, password=password, name=person.name, roles=roles)
    return 0


def tour(args: argparse.Namespace) -> int:
    """A picture of every page; 1 where something on them is wrong."""
    from desktop.tour import write_tour

    toured = write_tour(args.out, args.data, args.lang, args.theme, args.scale, args.only or (), out)
    said("cli.tour_written", args, count=len(toured.pictures), out=str(args.out))
    for fault in toured.faults:
        said(f"tour.{fault.code}", args, picture=fault.picture, where=fault.where, text=fault.text)
    return 1 if toured.faults or not toured.pictures else 0
