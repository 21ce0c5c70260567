"""Is the GUI thread ever away for more than 50 ms while the console syncs? The real window, a real hub, a heartbeat of
5 ms, through a first sync, a stream of 100 changes a second from others, and a person who works meanwhile.

    python -m benchmarks.heartbeat [RECORDS] [SECONDS]

Nine in ten hazards are settled, as in a plant of some age. Each gap is told by the clock, without the thread's wait for
a processor that other programs had, and as its own work alone; then where it was found when it was late.
"""

import sys
from statistics import median

from benchmarks.figures import out
from benchmarks.peers.plant import filled
from benchmarks.window.beat import LONGEST_S, OPENING, Gap
from benchmarks.window.outside import told_beside_a_hub

SETTLED = 0.9
MOST_PLACES = 6


def figures(seconds: list[float]) -> str:
    """99 in 100 are below the first, all below the second (in ms); how many are over 50 ms."""
    each = sorted(one * 1000 for one in seconds)
    late = sum(one > LONGEST_S * 1000 for one in each)
    return f"{each[int(len(each) * 0.99)]:8.1f} {each[-1]:7.1f} {late:5}"


def row(name: str, gaps: list[Gap]) -> bool:
    """One line of the table; whether no gap was over 50 ms but for waiting in line."""
    here = [gap.wall - gap.queued for gap in gaps]
    columns = ([gap.wall for gap in gaps], here, [gap.work for gap in gaps])
    out(f"  {name:32} {len(gaps):6}" + "".join(map(figures, columns)))
    return max(here) <= LONGEST_S


def verdict(met: dict[str, bool]) -> None:
    """What was reached, in words."""
    missed = [name for name, well in met.items() if not well]
    goal = f"no gap over {LONGEST_S * 1000:.0f} ms but for waiting in line for a processor"
    if missed:
        out(f"not met ({goal}): {'; '.join(missed)}. Met: {'; '.join(name for name in met if met[name]) or 'none'}")
    else:
        out(f"met in all phases: {goal}")


def places(found: dict[str, dict[str, int]]) -> None:
    """Where the GUI thread was when it was late."""
    for phase, counted in found.items():
        for place, times in sorted(counted.items(), key=lambda one: -one[1])[:MOST_PLACES]:
            out(f"  {phase}: {times} x {place}")


def main(count: int = 3000, seconds: int = 15) -> int:
    """Prints the gaps of each phase, what an operation took, and who was in the way."""
    kept = filled(count, settled=SETTLED)
    said = told_beside_a_hub(kept.folder, "benchmarks.window.console", str(seconds))
    over = f"over {LONGEST_S * 1000:.0f}"
    out(f"a plant of {count:,} hazards; gaps between heartbeats in ms: p99, longest, how many {over}")
    out(f"  {'':32} {'beats':>6} {'by the clock':>20}  {'less waiting in line':>21} {'own work alone':>20}")
    met = {phase: row(phase, [Gap(*one) for one in each]) for phase, each in said["gaps"].items()}
    met.pop(OPENING)  # no sync runs yet
    took = said["took"]
    out(f"  an operation of the person took {median(took) * 1000:.1f} ms ({len(took)} of them): {figures(took)}")
    out(f"others changed {said['rate']:.0f} records a second; looks of 5 ms at the thread when it was late:")
    places(said["found"])
    verdict(met)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
