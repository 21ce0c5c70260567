"""`anhuan hub install-service`, `remove-service` and `address`: the hub as a service, and how others reach it."""

import argparse
import shutil
import sys
import time
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from services.commands.printing import out, said, values
from services.core.refused import Refused
from services.store.folder import HubAddress, PlantFolder, default_folder

PATIENCE_S = 60.0
FIREWALLS = {"ufw": "ufw allow {port}/tcp", "firewall-cmd": "firewall-cmd --permanent --add-port={port}/tcp"}


def folder_of(args: argparse.Namespace) -> Path:
    """The folder that is meant: the service's, where none is named and a person's own has no hub."""
    from services.hub.service import service_folder

    data: Path = args.data
    own = data == default_folder() and not (data / "hub").is_dir()
    return service_folder() if own and service_folder().exists() else data


def install(args: argparse.Namespace) -> int:
    """Makes the hub a service that begins with the machine, and tells how it is reached."""
    from services.hub.service import carry_out, plan_for, service_folder

    data = service_folder() if args.data == default_folder() else args.data
    plan = plan_for(data)
    if args.dry_run:
        texts = [f"# {place}\n{text}" for place, text, _ in plan.files]
        return out("\n".join([*texts, *(" ".join(command) for command in (*plan.tried, *plan.commands))]))
    carry_out(plan)
    said("cli.service_made", args, data=data)
    return _told(_come(PlantFolder(data)), args)


def remove(args: argparse.Namespace) -> int:
    """The hub is a service no more; its data stays."""
    from services.hub.service import carry_out, removing

    carry_out(removing())
    return said("cli.service_removed", args)


def address(args: argparse.Namespace) -> int:
    """Where phones and consoles reach the hub that runs here, and its set-up code while it has no plant."""
    folder = PlantFolder(folder_of(args))
    running = folder.running() if folder.hub.is_dir() else None
    if running is None:
        raise Refused("no_hub_runs", folder=str(folder.root))
    return _told(running, args)


def _come(folder: PlantFolder) -> HubAddress:
    """The hub, as soon as it runs. Raises Refused: service_silent."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        running = folder.running()
        if running:
            return running
        time.sleep(0.2)
    raise Refused("service_silent", folder=str(folder.root))


def _told(running: HubAddress, args: argparse.Namespace) -> int:
    from services.alerts.channels.wire import ask
    from services.alerts.receipt import Receipt

    about = ask("GET", f"{running.url}/health")
    founded = isinstance(about, Receipt) or about.get("plant") is not None
    facts = {"url": running.url, "https": running.https, "setup_code": "" if founded else running.setup_code}
    if getattr(args, "json", False):
        return values(facts, args)
    said("cli.address_here", args, url=running.url)
    if running.https:
        said("cli.address_https", args, url=running.https)
        picture(running.https)
    else:
        said("cli.address_no_https", args)
    if facts["setup_code"]:
        said("cli.setup_code", args, code=facts["setup_code"])
    for command in firewall([urlsplit(one).port or 0 for one in (running.https, running.url) if one]):
        said("cli.address_firewall", args, command=command)
    return 0


def firewall(ports: list[int]) -> list[str]:
    """What lets these ports through the firewall of this machine, where one of those we know is there."""
    known = next((line for name, line in FIREWALLS.items() if shutil.which(name)), "")
    return [known.format(port=port) for port in ports] if known else []


def picture(text: str) -> None:
    """A code for the camera of a phone, where the terminal can show one."""
    import qrcode

    code, drawn = qrcode.QRCode(border=2), StringIO()
    code.add_data(text)
    code.print_ascii(out=drawn, invert=True)
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return
    out(drawn.getvalue().rstrip("\n"))
