"""Where the hub answers, and what answers in its place; and the address that phones come to."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from services.alerts.channels.wire import ask
from services.alerts.receipt import Receipt
from services.hub.doctor.finding import Finding
from services.hub.serve import answers_at
from services.hub.tls import HERE, machine_names
from services.store.folder import HubAddress, PlantFolder

LISTENS = "0A"  # as /proc/net/tcp writes that state


def of_ports(folder: PlantFolder, _: datetime) -> Iterator[Finding]:
    """Its findings: a hub that runs is asked, for one that does not its ports must be free."""
    running = folder.running() if folder.hub.is_dir() else None
    if running:
        yield from _of_hub(running)
    else:
        yield Finding("not_running", "look")
        for port in (folder.usual_ports()[0], folder.usual_https_ports()[0]):
            if port:
                yield _free(port)


def _of_hub(running: HubAddress) -> Iterator[Finding]:
    facts = {"url": running.url, "pid": running.pid}
    said = ask("GET", f"{running.url}/health")
    if isinstance(said, Receipt):
        yield Finding("hub_hangs", "bad", {**facts, "answer": said.text})
        return
    yield Finding("hub_answers", facts={**facts, "version": said.get("version", "–")})
    about = ask("GET", f"{running.url}/health/dispatch")
    if not isinstance(about, Receipt) and about.get("ok") is False:
        yield Finding("dispatch_stands", "bad", {"seconds": about.get("silent_s", 0)})
    yield _for_phones(urlsplit(running.url).port or 0)


def _for_phones(port: int) -> Finding:
    """Whether it listens where phones come from: at an address of this machine that is not its own loop."""
    outside = [one for one in machine_names() if one not in HERE and not one.startswith("127.")]
    reached = next((one for one in outside if answers_at(one, port)), None)
    if reached:
        return Finding("phones_reach", facts={"address": f"{reached}:{port}"})
    return Finding("phones_shut_out", "look", {"port": port})


def _free(port: int) -> Finding:
    if not answers_at("127.0.0.1", port):
        return Finding("port_free", facts={"port": port})
    return Finding("port_taken", "bad", {"port": port, "program": holder(port) or "–"})


def holder(port: int) -> str:
    """The program that listens at a port of this machine, as far as this user may see it; "" where not."""
    sockets = {f"socket:[{inode}]" for inode in _inodes(port)}
    for place in Path("/proc").glob("[0-9]*/fd/*") if sockets else ():
        with suppress(OSError):
            if os.readlink(place) in sockets:
                process = place.parents[1]
                return f"{(process / 'comm').read_text().strip()} (PID {process.name})"
    return ""


def _inodes(port: int) -> Iterator[str]:
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with suppress(OSError):
            for line in Path(table).read_text(encoding="ascii").splitlines()[1:]:
                words = line.split()
                if words[3] == LISTENS and int(words[1].rpartition(":")[2], 16) == port:
                    yield words[9]
