"""The next weeks as a block: the course with its interval, the zones, and how such forecasts would have done before."""

from services.reports.blocks import Asked, Bars, Block, Course, Part, Rows, Words
from services.reports.forecast_said import expected, forecast_said, trial_said
from services.reports.paper_charts import Spot
from services.store.queries.forecast import WHATS, Forecast, forecast
from services.words import say

MOST_ZONES = 10


def forecast_block(asked: Asked) -> Block:
    """Hazards and missed inspections, as of now."""
    parts: list[Part] = []
    for what in WHATS:
        found = forecast(asked.look, what, asked.now)
        if found is not None:
            parts += _of(asked, found)
    return Block(asked.say("block.forecast"), tuple(parts) or (Words(say("forecast.too_little", asked.lang)),))


def _of(asked: Asked, found: Forecast) -> list[Part]:
    zones = [one for one in found.zones if asked.holds(one.zone)]
    bars = tuple((one.name, one.ahead.mean, expected(one.ahead, asked.lang)) for one in zones[:MOST_ZONES])
    rows = tuple((one.name, round(one.ahead.mean, 2), one.ahead.low, one.ahead.high, one.before) for one in zones)
    heads = tuple(
        (say(f"forecast.col.{key}", asked.lang), share)
        for key, share in (("zone", 36.0), ("mean", 16.0), ("low", 16.0), ("high", 16.0), ("before", 16.0))
    )
    said = [
        *forecast_said(found, asked.lang),
        say("forecast.zones_tried", asked.lang) + trial_said(found.trial, asked.lang),
    ]
    return [
        Course(say(f"forecast.chart.{found.what}", asked.lang), spots_of(found)),
        Bars(say(f"forecast.zones.{found.what}", asked.lang), say("forecast.col.mean", asked.lang), bars),
        *(Words(one) for one in said),
        Rows(heads, rows, asked.say("none"), MOST_ZONES),
    ]


def spots_of(found: Forecast) -> tuple[Spot, ...]:
    """The weeks that are over with their counts, then those to come with mean and interval."""
    past = [Spot(f"{day:%m-%d}", float(count)) for day, count in found.past]
    coming = [Spot(f"{day:%m-%d}", one.mean, float(one.low), float(one.high)) for day, one in found.next]
    return (*past, *coming)
