"""How large photos will be that are not here: the hub is asked for a few of them."""

from collections.abc import Callable, Sequence

USUAL = 150_000  # bytes, where nothing is known of any
SAMPLE = 12

Ask = Callable[[str], int | None]


def mean_size(here: Sequence[int], away: Sequence[str], ask: Ask) -> float:
    """The mean size in bytes of the photos that are away, by some of them spread over all; where `ask` knows none, that
    of those that are here."""
    every = max(1, len(away) // SAMPLE)
    asked = [size for size in map(ask, away[::every][:SAMPLE]) if size]
    known = asked or here
    return sum(known) / len(known) if known else USUAL
