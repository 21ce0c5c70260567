"""Brings the peers from their package registries into a folder outside version control, once; says which it cannot."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import out
from benchmarks.peers.plant import KEPT

POUCH = ("pouchdb@9", "pouchdb-server@4")
RULE_ENGINES = ("bytewax==0.21.1", "common-expression-language==0.10.0")
NODE_RED = "node-red@4.1.15"
ANKI = "anki==26.9.3"
WINDOW = ("aqt==26.9.3", "PyQt6==6.11.0", "PyQt6-WebEngine==6.11.0")


def pouch() -> Path | None:
    """The folder of node modules with PouchDB and its server, or None."""
    modules = KEPT / "pouch" / "node_modules"
    if not (modules / "pouchdb-server").exists():
        if not (shutil.which("node") and shutil.which("npm")):
            _missing("PouchDB", "node and npm are not on this machine")
            return None
        modules.parent.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(modules.parent), *POUCH]
        if trouble := _trouble(install):
            _missing("PouchDB", trouble)
            return None
    return modules


def node_red() -> Path | None:
    """Node-RED's own script, or None."""
    room = KEPT / "node-red"
    script = room / "node_modules" / "node-red" / "red.js"
    if not script.exists():
        if not (shutil.which("node") and shutil.which("npm")):
            _missing("Node-RED", "node and npm are not on this machine")
            return None
        room.mkdir(parents=True, exist_ok=True)
        if trouble := _trouble(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(room), NODE_RED]):
            _missing("Node-RED", trouble)
            return None
    return script


def prometheus() -> Path | None:
    """Prometheus' program, unpacked from Debian's package and not installed, or None."""
    room = KEPT / "prometheus"
    program = room / "usr" / "bin" / "prometheus"
    if not program.exists():
        if not (shutil.which("apt-get") and shutil.which("dpkg")):
            _missing("Prometheus", "this machine has no Debian packages")
            return None
        room.mkdir(parents=True, exist_ok=True)
        unpack = 'cd "$0" && apt-get download -q prometheus && dpkg -x prometheus_*.deb .'
        if trouble := _trouble(["sh", "-c", unpack, str(room)]):
            _missing("Prometheus", trouble)
            return None
    return program


def anki() -> Path | None:
    """The Python of an environment that has Anki's own library and sync server, or None."""
    return _environment("anki", ANKI)


def anki_window() -> Path | None:
    """The Python of an environment that has Anki's window, or None."""
    return _environment("anki-window", *WINDOW)


def rule_engines() -> Path | None:
    """The Python of an environment that has bytewax and Rust's CEL, or None."""
    return _environment("rule-engines", *RULE_ENGINES)


def _environment(name: str, *packages: str) -> Path | None:
    room = KEPT / name
    python = room / "bin" / "python"
    if not (room / "whole").exists():
        shutil.rmtree(room, ignore_errors=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        if trouble := _trouble([sys.executable, "-m", "venv", str(room)]) or _trouble(pip):
            _missing(", ".join(packages), trouble)
            return None
        (room / "whole").touch()
    return python


def _trouble(command: list[str]) -> str:
    out(f"bringing a peer: {' '.join(command)}")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stderr.strip() or f"exit code {done.returncode}")[-300:] if done.returncode else ""


def _missing(name: str, why: str) -> None:
    out(f"NOT MEASURED: {name} cannot be had here: {why}")
