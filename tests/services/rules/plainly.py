"""The sustained rule read word by word from what it promises, without any state: slow, and plainly right."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Words:
    """Milliseconds and bounds of a rule 'above'."""

    bound: float
    for_ms: int
    clear: float | None
    clear_for_ms: int
    gap_ms: int


def together(series: list[tuple[int, float]], first: int, last: int, gap_ms: int) -> bool:
    """Whether no gap between these readings is longer than allowed."""
    return all(later[0] - one[0] <= gap_ms for one, later in pairwise(series[first : last + 1]))


def run_before(series: list[tuple[int, float]], place: int, words: Words, holds: list[bool], after: int) -> int:
    """Where the run begins that a reading ends: all of it holds, and no gap in it is too long."""
    begins = [
        first
        for first in range(after + 1, place + 1)
        if all(holds[first : place + 1]) and together(series, first, place, words.gap_ms)
    ]
    return min(begins)


def fired_and_cleared(series: list[tuple[int, float]], words: Words) -> list[tuple[int, str]]:
    """The moments at which the rule fires and clears; the series is in order, each moment once."""
    over = [value > words.bound for _, value in series]
    clear = [value < words.clear if words.clear is not None else value <= words.bound for _, value in series]
    found: list[tuple[int, str]] = []
    fired_at = -1
    for place, (at, _) in enumerate(series):
        begun = [over, clear][fired_at >= 0]
        if not begun[place]:
            continue
        long = at - series[run_before(series, place, words, begun, fired_at)][0]
        if fired_at < 0 and long >= words.for_ms:
            found.append((at, "fired"))
            fired_at = place
        elif fired_at >= 0 and long >= words.clear_for_ms:
            found.append((at, "cleared"))
            fired_at = -1
    return found


def unknown_from(series: list[tuple[int, float]], gap_ms: int) -> list[int]:
    """The moments from which nothing is known."""
    return [one[0] + gap_ms for one, later in pairwise(series) if later[0] - one[0] > gap_ms]
