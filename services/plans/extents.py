"""How large a plan is: the box around what is visible, without the few things that lie absurdly far away.

Such strays (a forgotten line near the origin of a national grid) would shrink the plan to a dot."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

FAR = 5.0  # a gap of so many times the plan's own extent parts a stray from the plan
LONG = 100.0  # a stroke so many times longer than the plan without its longest strokes is a stray too
MOST_STRAYS = 0.05


def boxes_of(points: "ndarray", counts: "ndarray") -> "ndarray":
    """(n, 4): the least x, least y, greatest x, greatest y of each run of `counts` points."""
    import numpy as np

    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return np.hstack((np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)))


def strays(boxes: "ndarray") -> "ndarray":
    """For each box whether it is a stray. Never more than a twentieth of them: then they are part of the plan."""
    import numpy as np

    if len(boxes) < 2:
        return np.zeros(len(boxes), dtype=bool)
    found = _too_long(boxes)
    found[~found] = _apart(boxes[~found])
    if found.sum() > max(1, MOST_STRAYS * len(boxes)) or found.all():
        return np.zeros(len(boxes), dtype=bool)
    return found


def _too_long(boxes: "ndarray") -> "ndarray":
    import numpy as np

    sizes = (boxes[:, 2:] - boxes[:, :2]).max(axis=1)
    short = boxes[sizes <= np.percentile(sizes, 100 * (1 - MOST_STRAYS))]
    core = short[~_apart(short)]
    extent = (core[:, 2:].max(axis=0) - core[:, :2].min(axis=0)).max()
    return np.asarray(sizes > LONG * max(extent, 1e-9))


def _apart(boxes: "ndarray") -> "ndarray":
    """Which boxes lie beyond a wide gap from the others, along either axis."""
    found = _beyond(boxes[:, 0], boxes[:, 2])
    kept = ~found
    found[kept] = _beyond(boxes[kept, 1], boxes[kept, 3])
    return found


def _beyond(low: "ndarray", high: "ndarray") -> "ndarray":
    """Along one axis: which intervals lie beyond a wide gap from the largest cluster of overlapping ones."""
    import numpy as np

    order = np.argsort(low, kind="stable")
    reach = np.maximum.accumulate(high[order])
    breaks = np.flatnonzero(low[order][1:] > reach[:-1]) + 1
    bounds = np.concatenate(([0], breaks, [len(low)]))
    first = last = int(np.argmax(np.diff(bounds)))
    while True:
        left, right = low[order[bounds[first]]], reach[bounds[last + 1] - 1]
        far = FAR * max(right - left, 1e-9)
        if first > 0 and left - reach[bounds[first] - 1] <= far:
            first -= 1
        elif last + 2 < len(bounds) and low[order[bounds[last + 1]]] - right <= far:
            last += 1
        else:
            break
    apart = np.ones(len(low), dtype=bool)
    apart[order[bounds[first] : bounds[last + 1]]] = False
    return apart
