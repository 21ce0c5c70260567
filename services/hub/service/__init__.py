"""The hub as a service of its machine: what is written and what is called to make it one, on Linux (systemd) and on
Windows (the task scheduler, which needs nothing of others and starts a program with the machine, as a user without
rights, again and again)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from xml.sax.saxutils import escape

from services.core.refused import Refused

USER, TASK, RULE = "anhuan", "Anhuan Hub", "Anhuan"
HUB_UNIT, WATCHDOG_UNIT = "anhuan-hub.service", "anhuan-watchdog.service"
OWN_UNITS = Path("/etc/systemd/system")
UNIT_FOLDERS = (OWN_UNITS, Path("/usr/lib/systemd/system"), Path("/lib/systemd/system"))


@dataclass(frozen=True)
class Plan:
    """What makes a service, in order: folders, files with their text and encoding, commands. Of the commands in
    `tried`, it does not matter whether they succeed."""

    folders: tuple[Path, ...] = ()
    files: tuple[tuple[Path, str, str], ...] = ()
    commands: tuple[tuple[str, ...], ...] = ()
    tried: tuple[tuple[str, ...], ...] = ()


def service_folder() -> Path:
    """Where the plant of a service lives: no person's folder, as no person need be signed in."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Anhuan"
    return Path("/var/lib/anhuan")


def program() -> tuple[str, ...]:
    """How this program is begun by others."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return sys.executable, "-m", "services.cli"


def unit(name: str, words: Sequence[str], data: Path) -> str:
    """The text of a unit of systemd, for a program and a plant's folder."""
    text = resources.files(__name__).joinpath(name).read_text("utf-8")
    begun = " ".join(f'"{word}"' if " " in word else word for word in words)
    return text.replace("@PROGRAM@", begun).replace("@DATA@", str(data))


def task(words: Sequence[str], data: Path) -> str:
    """The text of the task for Windows."""
    text = resources.files(__name__).joinpath("anhuan-hub.task.xml").read_text("utf-8")
    more = "".join(f"{word} " for word in words[1:])
    parts = {"@PROGRAM@": words[0], "@WORDS@": more, "@DATA@": str(data)}
    for mark, value in parts.items():
        text = text.replace(mark, escape(value))
    return text


def on_linux(data: Path) -> Plan:
    """With a user of its own, which owns the folder. A unit that the package brought is used as it is."""
    shipped = any((place / HUB_UNIT).exists() for place in UNIT_FOLDERS[1:]) and data == service_folder()
    files = (
        ()
        if shipped
        else tuple((OWN_UNITS / name, unit(name, program(), data), "utf-8") for name in (HUB_UNIT, WATCHDOG_UNIT))
    )
    return Plan(
        folders=(data,),
        files=files,
        tried=(("useradd", "--system", "--user-group", "--home-dir", str(data), "--shell", "/usr/sbin/nologin", USER),),
        commands=(
            ("chown", "-R", f"{USER}:{USER}", str(data)),
            ("chmod", "700", str(data)),
            ("systemctl", "daemon-reload"),
            ("systemctl", "enable", "--now", HUB_UNIT, WATCHDOG_UNIT),
        ),
    )


def on_windows(data: Path) -> Plan:
    """As LocalService, which may write into this folder only; the firewall lets the program be reached."""
    file = data / "anhuan-hub.task.xml"
    ours = ("*S-1-5-19:(OI)(CI)M", "*S-1-5-18:(OI)(CI)F", "*S-1-5-32-544:(OI)(CI)F")
    rule = ("netsh", "advfirewall", "firewall")
    return Plan(
        folders=(data,),
        files=((file, task(program(), data), "utf-16"),),
        tried=((*rule, "delete", "rule", f"name={RULE}"),),
        commands=(
            ("icacls", str(data), "/inheritance:r", *(word for one in ours for word in ("/grant:r", one))),
            (*rule, "add", "rule", f"name={RULE}", "dir=in", "action=allow", f"program={program()[0]}",
             "profile=private,domain"),
            ("schtasks", "/Create", "/TN", TASK, "/XML", str(file), "/F"),
            ("schtasks", "/Run", "/TN", TASK),
        ),
    )  # fmt: skip


def removing() -> Plan:
    """The service ends and goes; the plant's folder and its user stay."""
    if sys.platform == "win32":
        return Plan(commands=(("schtasks", "/End", "/TN", TASK), ("schtasks", "/Delete", "/TN", TASK, "/F")))
    gone = tuple(str(OWN_UNITS / name) for name in (HUB_UNIT, WATCHDOG_UNIT))
    return Plan(
        commands=(
            ("systemctl", "disable", "--now", HUB_UNIT, WATCHDOG_UNIT),
            ("rm", "-f", *gone),
            ("systemctl", "daemon-reload"),
        )
    )


def plan_for(data: Path) -> Plan:
    """What makes a service on this machine. Raises Refused: no_services, where it has neither."""
    if sys.platform == "win32":
        return on_windows(data)
    if not shutil.which("systemctl"):
        raise Refused("no_services")
    return on_linux(data)


def carry_out(plan: Plan) -> None:
    """Does it. Raises Refused: needs_administrator; service_failed, with the command and what it said."""
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        raise Refused("needs_administrator")
    for command in plan.tried:
        subprocess.run(command, capture_output=True, check=False)
    for folder in plan.folders:
        folder.mkdir(parents=True, exist_ok=True)
    for place, text, encoding in plan.files:
        place.write_text(text, encoding=encoding)
    for command in plan.commands:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode:
            raise Refused(
                "service_failed", command=" ".join(command), answer=(done.stderr or done.stdout).strip()[:300]
            )
