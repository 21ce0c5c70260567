"""A limit as people say it in one line ("空压机温度 高于 90 持续 15 分钟", "compressor above 90 for 15 min") as the
blocks of a rule; whatever the line does not say is left to be filled in."""

import re
from collections.abc import Iterable
from dataclasses import replace

from services.core.sensors import Sensor
from services.rules.draft import Draft, begun

TEMPLATE = "sustained-threshold"
LASTING = re.compile(
    r"(\d+(?:\.\d+)?)\s*(秒|分钟|分|小时|seconds?|sec|minutes?|mins?|hours?|h|s)(?![a-z])", re.IGNORECASE
)
SIDE = re.compile(r"高于|超过|大于|低于|小于|above|over|below|under|>|<", re.IGNORECASE)
UNDER = ("低于", "小于", "below", "under", "<")
NUMBER = re.compile(r"\s*(-?\d+(?:\.\d+)?)")
SECONDS = {"秒": 1, "分": 60, "小": 3600, "s": 1, "m": 60, "h": 3600}
LEAST_ALIKE = 2  # letters of a sensor's name that must stand in the line


def spoken(line: str, sensors: Iterable[Sensor]) -> Draft | None:
    """The blocks that a line asks for; None where it speaks of none of these sensors, or of no bound."""
    sensor = meant(line, sensors)
    if sensor is None:
        return None
    side = SIDE.search(line)
    bound = NUMBER.match(line, side.end()) if side is not None else None
    if side is None or bound is None:
        return None
    lasting = LASTING.search(line, bound.end())
    draft = begun(TEMPLATE, line.strip())
    first = draft.when[0]
    values = {name: value for name, value in first.values.items() if name != "above"}
    which = "below" if side.group().strip().casefold() in UNDER else "above"
    values |= {"sensor": sensor.code, which: float(bound.group(1))}
    if lasting is not None:
        values["for_s"] = float(lasting.group(1)) * SECONDS[lasting.group(2)[0].lower()]
    return replace(draft, when=(replace(first, values=values),))


def meant(line: str, sensors: Iterable[Sensor]) -> Sensor | None:
    """The sensor in use that a line speaks of: by its code, else by the longest piece of its name that stands in it;
    None where two fit alike."""
    living = [one for one in sensors if one.retired_at is None]
    by_code = [one for one in living if one.code.casefold() in line.casefold()]
    if by_code:
        return max(by_code, key=lambda one: len(one.code))
    alike = sorted(((_alike(line, one.name), one.code, one) for one in living), key=lambda each: each[:2])
    best = [one for length, _, one in alike if length == alike[-1][0] >= LEAST_ALIKE]
    return best[0] if len(best) == 1 else None


def _alike(line: str, name: str) -> int:
    """How many letters the longest piece of a name has that stands in the line."""
    text, name = line.casefold(), name.casefold()
    pieces = (name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1))
    return max((len(piece) for piece in pieces if piece.strip() == piece and piece in text), default=0)
