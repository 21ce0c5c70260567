"""Makes the installed program into a folder: python installer/frozen/build.py FOLDER. Run by `dev.py package`, with the
Python of an environment that holds what the program needs, and PyInstaller."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEBUGGED = 1 << 20  # a library that is larger may carry its author's tables for debugging


def main(out: Path) -> int:
    """The folder `out`/anhuan, made anew; its size is told."""
    work = out / "work"
    freeze = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(out), "--workpath", str(work)]
    if subprocess.run([*freeze, *places, str(HERE / "anhuan.spec")], cwd=ROOT, check=False).returncode:
        return 1
    shutil.rmtree(work, ignore_errors=True)
    made = out / "anhuan"
    strip(made)
    size = sum(one.stat().st_size for one in made.rglob("*") if one.is_file() and not one.is_symlink())
    sys.stdout.write(f"{made}: {size / 2**20:.0f} MiB\n")
    return 0


def strip(folder: Path) -> None:
    """Takes tables for debugging out of libraries. Not out of those that a wheel's author has moved together into a
    folder `…libs`: they were patched, and do not bear it."""
    tool = shutil.which("strip")
    if tool is None or not sys.platform.startswith("linux"):
        return
    for one in folder.rglob("*.so*"):
        if one.is_symlink() or one.parent.name.endswith(".libs") or one.stat().st_size < DEBUGGED:
            continue
        subprocess.run([tool, "--strip-debug", str(one)], check=False)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
