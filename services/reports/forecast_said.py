"""A forecast in words: how many are to be expected, where most, and whether such forecasts are worth anything."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from services.words import say

if TYPE_CHECKING:
    from services.core.forecasts import Ahead, Trial
    from services.store.queries.forecast import Forecast

MOST_ZONES = 3


def forecast_said(one: "Forecast", lang: str) -> Iterator[str]:
    """The sentence with its interval, then what the trial says of it."""
    zones = [zone for zone in one.zones if zone.ahead.high > 0][:MOST_ZONES]
    said = (f"{zone.name} {expected(zone.ahead, lang)}" for zone in zones)
    names = say("paper.list", lang).join(said)
    trial = one.trial_whole
    told = {"mean": f"{one.whole.mean:.0f}", "low": one.whole.low, "high": one.whole.high, "zones": names or "–"}
    yield say("forecast.joined", lang, said=say(f"forecast.{one.what}", lang, **told), tried=trial_said(trial, lang))


def expected(one: "Ahead", lang: str) -> str:
    """The mean with its interval."""
    return say("forecast.expected", lang, mean=f"{one.mean:.1f}", low=one.low, high=one.high)


def trial_said(trial: "Trial | None", lang: str) -> str:
    """Whether it is better than the naive forecast, by what share, and how often the interval held."""
    if trial is None:
        return say("forecast.untried", lang)
    told = {
        "tried": trial.tried,
        "error": f"{trial.error:.2f}",
        "naive_error": f"{trial.naive_error:.2f}",
        "naive": say(f"forecast.naive.{trial.naive}", lang),
        "skill": f"{abs(trial.skill) * 100:.0f}",
        "covered": f"{trial.covered * 100:.0f}",
    }
    return say("forecast.better" if trial.better else "forecast.no_better", lang, **told)
