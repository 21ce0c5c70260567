"""`anhuan hub found` and `anhuan hub pair`: on the hub's own machine, which need have no window, a plant is founded and
consoles are let in. No password goes over the network."""

import argparse
import getpass
import sys
from typing import Any

from services.commands.printing import language, said, values
from services.commands.service import folder_of, picture
from services.core.refused import Refused
from services.store.folder import HubAddress, PlantFolder


def found(args: argparse.Namespace) -> int:
    """Founds the plant of the running hub, with its first person, and shows how their computer is paired."""
    running = _running(args)
    name, person = _name(args.plant, "plant", args), _name(args.person, "person", args)
    session = _client(running).found({"name": name, "person": person, "language": language(args)}, _password(args), {})
    if not args.json:
        said("cli.plant_founded", args, name=name, person=person)
    return _pairing(running, session["person"], args)


def pair(args: argparse.Namespace) -> int:
    """A one-time line by which a computer is paired in a person's name; by default in that of the EHS manager."""
    from services.commands.reach import looking
    from services.core.people import holders
    from services.core.roles import Role
    from services.store import accounts

    running = _running(args)
    with looking(PlantFolder(folder_of(args)).place()) as look:
        known = accounts.find_login(look.connection, args.act_as) if args.act_as else None
        person = known or next(iter(holders(look, Role.EHS_MANAGER)), None)
    if person is None or (args.act_as and known is None):
        raise Refused("no_such_person", who=args.act_as or "–")
    return _pairing(running, person.id, args)


def _pairing(running: HubAddress, person: str, args: argparse.Namespace) -> int:
    from services.sync.pairing import pairing_line

    answer: dict[str, Any] = _client(running, person).call("POST", "/api/pairings", json={"person": person})
    line = pairing_line(answer["address"] or running.url, answer["code"], answer["pin"])
    if args.json:
        return values({"line": line, "minutes": answer["minutes"]}, args)
    said("cli.pair_by", args, line=line, minutes=answer["minutes"])
    picture(line)
    return 0


def _running(args: argparse.Namespace) -> HubAddress:
    """Raises Refused: no_hub_runs."""
    folder = PlantFolder(folder_of(args))
    found = folder.running() if folder.hub.is_dir() else None
    if found is None:
        raise Refused("no_hub_runs", folder=str(folder.root))
    return found


def _client(running: HubAddress, act_as: str | None = None) -> Any:
    from services.sync.client import HubClient

    return HubClient(running.url, running.token, act_as)


def _name(given: str | None, option: str, args: argparse.Namespace) -> str:
    """What was given, else what is typed. Raises Refused: option_missing, where nobody can be asked."""
    if given:
        return given
    if not sys.stdin.isatty():
        raise Refused("option_missing", option=f"--{option}")
    return input(f"{_asked(f'cli.opt_{option}', args)}: ").strip()


def _password(args: argparse.Namespace) -> str:
    """Asked for twice, or the first line of what is piped in. Raises Refused: passwords_differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(_asked("cli.password", args))
    if first != getpass.getpass(_asked("cli.password_again", args)):
        raise Refused("passwords_differ")
    return first


def _asked(key: str, args: argparse.Namespace) -> str:
    from services import words

    return words.say(key, language(args))
