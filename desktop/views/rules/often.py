"""How often something happens, as people say it: about twice a year; never '0.0 a week'."""

from datetime import timedelta

from desktop import words

UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.0}


def often(count: int, within: timedelta) -> str:
    """In the smallest usual unit in which it happens at least once; empty where the stretch is too short to say."""
    days = within / timedelta(days=1)
    for unit, long in UNITS.items():
        rate = count * long / days if days else 0.0
        if days >= long * 0.99 and rate >= 0.95:
            return words.say(f"block.often.{unit}", times=times(round(rate)))
    return ""


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return words.say(f"block.times.{count}" if count in (1, 2) else "block.times", n=count)
