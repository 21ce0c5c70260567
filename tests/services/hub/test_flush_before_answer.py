"""The system calls of a real hub: an answer leaves on the socket only after the file that holds its entry has been
flushed to the disk."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.services.hub.hub_process import COMMAND, HubProcess
from tests.services.hub.living import Living, living_plant

CALLS = "pwrite64,write,fsync,fdatasync,sendto,sendmsg,writev"
WATCH = ("strace", "-f", "-tt", "-y", "-s", "8192", "-e", f"trace={CALLS}", "-o")
WITHOUT_FLUSH = (
    "from services.store import database; "
    "database.PRAGMAS = ('synchronous=NORMAL', *database.PRAGMAS[1:]); "
    "from services.cli import main; main()"
)
LINE = re.compile(r"(?P<thread>\d+) +[\d:.]+ (?P<rest>.*)")
BEGUN = re.compile(r"(?P<call>\w+)\(\d+<(?P<what>[^>]*)>")
RESUMED = re.compile(r"<\.\.\. (?P<call>\w+) resumed>")


def can_watch() -> bool:
    """Whether this machine lets a process be watched."""
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not can_watch(), reason="no process may be watched with strace here")


@dataclass(frozen=True)
class Call:
    """A system call: what it touches, and on which lines of the trace it begins and ends."""

    name: str
    what: str
    thread: str
    begun: int
    done: int
    text: str


def calls(trace: Path) -> list[Call]:
    """The calls in the order in which they begin."""
    found: list[Call] = []
    open_: dict[str, Call] = {}
    for at, line in enumerate(trace.read_text(encoding="utf-8", errors="replace").splitlines()):
        parts = LINE.match(line)
        if parts is None:
            continue
        thread, rest = parts["thread"], parts["rest"]
        if RESUMED.match(rest) and thread in open_:
            was = open_.pop(thread)
            found.append(Call(was.name, was.what, thread, was.begun, at, was.text))
        elif begun := BEGUN.match(rest):
            call = Call(begun["call"], begun["what"], thread, at, at, rest)
            if rest.endswith("<unfinished ...>"):
                open_[thread] = call
            else:
                found.append(call)
    return sorted(found, key=lambda call: call.begun)


def answered_too_early(trace: Path, ids: list[str]) -> list[str]:
    """The operations whose answer had left before the file with their entry was flushed."""
    seen = calls(trace)
    early = []
    for id_ in ids:
        about = [call for call in seen if id_ in call.text]
        answer = next(call for call in about if call.name.startswith(("send", "write")) and "seq" in call.text)
        entry = [call for call in about if "plant.db" in call.what and call.begun < answer.begun][-1]
        flushed = any(
            call.name in ("fsync", "fdatasync")
            and (call.what, call.thread) == (entry.what, entry.thread)
            and entry.done < call.begun
            and call.done < answer.begun
            for call in seen
        )
        if not flushed:
            early.append(id_)
    return early


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Living:
    made = living_plant(tmp_path_factory.mktemp("watched") / "plant")
    made.served.stop()
    return made


def watched(plant: Living, trace: Path, python: tuple[str, ...]) -> list[str]:
    """The ids of operations that a watched hub has answered, accepted and refused."""
    hub = HubProcess(plant.served.hub.folder.root, plant.manager.person or "", (*WATCH, str(trace)), python)
    ids = []
    try:
        for count in range(6):
            for kind, args in (
                ("zones.rename", {"zone": plant.zone, "name": f"第{count}次"}),
                ("hazards.report", {"zone": plant.zone, "photos": []}),
                ("people.add", {"name": f"新人{count}", "roles": ["worker"]}),
            ):
                status, answer = hub.issue(kind, **args)
                assert status == 200
                ids.append(answer["sent"])
    finally:
        hub.stop()
    return ids


def test_an_answer_leaves_after_its_entry_was_flushed(plant, tmp_path):
    ids = watched(plant, tmp_path / "trace", COMMAND)
    assert len(ids) == 18
    assert answered_too_early(tmp_path / "trace", ids) == []


def test_a_hub_that_does_not_flush_is_seen(plant, tmp_path):
    ids = watched(plant, tmp_path / "trace", ("-c", WITHOUT_FLUSH))
    assert len(answered_too_early(tmp_path / "trace", ids)) == 18
