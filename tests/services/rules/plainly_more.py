"""The newer conditions read word by word from what they promise: each moment anew, from all that is known by then."""

from itertools import pairwise
from statistics import fmean


def in_one_go(series, place, gap):
    """The readings up to this one that no gap that is too long parts from it."""
    first = place
    while first and series[first][0] - series[first - 1][0] <= gap:
        first -= 1
    return series[first : place + 1]


def rises(series, by, within, gap):
    """At which readings a value is more than `by` over the lowest of the window, after no gap."""
    found = []
    for place, (at, value) in enumerate(series):
        window = [one for one in in_one_go(series, place, gap) if one[0] >= at - within]
        found.append(value - min(low for _, low in window) > by)
    return found


def counts(times, n, within, ends):
    """From when on, and until when, at least n of these moments lie within the time before: fired and cleared."""
    edges = sorted({*times, *(one + within for one in times)})
    found, before = [], False
    for edge in edges:
        now = sum(edge - within < one <= edge for one in times) >= n
        if edge <= ends and now != before:
            found.append((edge, "fired" if now else "cleared"))
        before = now
    return found


def not_followed(first, then, within, ends):
    """(moment, fired or cleared): a first that waits for too long, and what comes then all the same."""
    found, waits, fired = [], None, False
    moments = sorted([(at, 1, "first") for at in first] + [(at, 1, "then") for at in then] + [(ends + 1, 2, "end")])
    for at, _, what in moments:
        if waits is not None and not fired and at - waits > within and waits + within < ends:
            fired = True
            found.append((waits + within, "fired"))
        if what == "then":
            if fired:
                found.append((at, "cleared"))
            waits, fired = None, False
        elif what == "first" and waits is None:
            waits = at
    return found


def hour_means(series, hour_ms, gap):
    """The mean of each hour of which at least half is covered by readings that go together."""
    found = {}
    for number in range(series[0][0] // hour_ms, series[-1][0] // hour_ms + 1):
        begins, ends = number * hour_ms, (number + 1) * hour_ms
        values = [value for at, value in series if begins <= at < ends]
        covered = sum(
            at - max(before, begins)
            for (before, _), (at, _) in pairwise(series)
            if begins <= at < ends and at - before <= gap
        )
        if values and covered >= hour_ms // 2:
            found[number] = fmean(values)
    return found


def lasting(series, long, ends):
    """(moment, fired or cleared) of (moment, truth) in order: when it has been so for so long, and when, after that, it
    is so no more. In what is not known nothing is said, and nothing lasts."""
    spells = [(at, truth) for place, (at, truth) in enumerate(series) if not place or series[place - 1][1] is not truth]
    found, fired = [], False
    for (at, truth), (until, _) in pairwise([*spells, (ends, None)]):
        if truth and not fired and at + long <= until:
            fired = True
            found.append((at + long, "fired"))
        elif truth is False and fired:
            fired = False
            found.append((at, "cleared"))
    return found
