"""The installed program beside the one it was made from, started in turns: a command until it has ended, the window
until its plant is open. `python3 dev.py package` makes dist/anhuan; another folder may be named."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.figures import out

ROOT = Path(__file__).parents[1]
TIMES, GOAL = 7, 1.5
BEGUN = {"command": ("show", "zones", "--json"), "window": ("console", "--check", "--as", "HD1001")}


def main() -> int:
    """Prints medians and their ratio; 1 where the installed program takes longer than GOAL times as long."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "anhuan"
    frozen = folder / ("anhuan.exe" if os.name == "nt" else "anhuan")
    if not frozen.exists():
        out(f"{frozen} is not there: python3 dev.py package makes it")
        return 1
    programs = {"frozen": [str(frozen)], "unfrozen": [sys.executable, "-m", "services.cli"]}
    with tempfile.TemporaryDirectory() as place:
        made = [*programs["unfrozen"], "demo", "--data", f"{place}/plant", "--months", "1", "--people", "60"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        return max([measured(what, words, programs, Path(place) / "plant") for what, words in BEGUN.items()])


def measured(what: str, words: tuple[str, ...], programs: dict[str, list[str]], plant: Path) -> int:
    """One way to begin, by both programs in turns; what the first round brings into memory is not counted."""
    took: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(TIMES + 1):
        for name, program in programs.items():
            took[name].append(first_line([*program, *words, "--data", str(plant)]))
    found = {name: median(times[1:]) for name, times in took.items()}
    ratio = found["frozen"] / found["unfrozen"]
    out(f"{what}: frozen {found['frozen']:.2f} s, unfrozen {found['unfrozen']:.2f} s, {ratio:.2f} times (goal {GOAL})")
    return int(ratio > GOAL)


def first_line(command: list[str]) -> float:
    """Seconds until the program has said its first line; of a window that is: its plant is open. Then it may end."""
    begun = time.perf_counter()
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, **quiet) as process:  # type: ignore[call-overload]
        assert process.stdout is not None
        said = process.stdout.readline()
        took = time.perf_counter() - begun
        process.stdout.read()
    if not said:
        raise RuntimeError(f"{' '.join(command)} said nothing")
    return took


if __name__ == "__main__":
    sys.exit(main())
