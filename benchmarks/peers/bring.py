"""Brings the peers from their package registries into a folder outside version control, once; says which it cannot."""

import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import out
from benchmarks.peers.plant import KEPT

POUCH = ("pouchdb@9", "pouchdb-server@4")
RULE_ENGINES = ("bytewax==0.21.1", "common-expression-language==0.10.0")
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
