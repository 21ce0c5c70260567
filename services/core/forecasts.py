"""How many come in the next weeks, of counts that are small and change slowly, and whether knowing that is worth
anything.

The model is the power steady one for counts (A. C. Harvey and C. Fernandes, Journal of Business & Economic Statistics
7, 1989): the rate is a gamma variable whose evidence fades by the share `keep` each week, so that a forecast is a
negative binomial with exact quantiles. It is judged where it could not look: forecasts are made at weeks that are
over, from what was known then, beside naive forecasts of the same weeks: the same weeks a year earlier, where there
is a year to look back on, and the weeks just before. The better of the naive ones is what it has to beat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Literal

KEEPS = (0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1.0)  # of the evidence, each week; the likeliest is taken
SURE = 0.8  # of the interval
YEAR = 52  # weeks
LEAST = 12  # weeks of counts, below which nothing is forecast
LEAST_TRIALS, MOST_TRIALS = 8, 26  # weeks at which it is tried
BEGIN = 1.0  # weeks of evidence that a series begins with, at the mean of all
MOST_COUNT = 100_000

Naive = Literal["year_ago", "weeks_before"]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is to be expected of one or several weeks together: the mean and the interval of 80 %."""

    mean: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Trial:
    """How forecasts of `weeks` weeks would have done, over `tried` series and weeks: the mean absolute error, that of
    the better `naive` forecast, and in what share of the cases the count came to lie in the interval."""

    weeks: int
    tried: int
    error: float
    naive_error: float
    naive: Naive
    covered: float

    @property
    def skill(self) -> float:
        """By what share the error is less than the naive one; 0 or below: no better."""
        return 1 - self.error / self.naive_error if self.naive_error else 0.0

    @property
    def better(self) -> bool:
        """Whether it is better than the naive forecast."""
        return self.skill > 0


State = tuple[float, float]


def ahead(state: State, weeks: int, skipped: int = 0, keep: float = 1.0) -> Ahead:
    """The count of so many weeks, of which the first lies `skipped` weeks off: the farther off, the less is known."""
    fade = keep**skipped
    a, b = state[0] * fade, state[1] * fade
    tail = (1 - SURE) / 2
    return Ahead(a / b * weeks, quantile(a, b, weeks, tail), quantile(a, b, weeks, 1 - tail))


def quantile(a: float, b: float, weeks: float, share: float) -> int:
    """The least count that the negative binomial of a gamma rate (a, b) and so many weeks does not exceed with at least
    this probability."""
    success = b / (b + weeks)
    term = exp(a * log(success))
    total, count = term, 0
    while total < share and count < MOST_COUNT:
        term *= (a + count) / (count + 1) * (1 - success)
        count += 1
        total += term
        if term < 1e-300 and count > a / b * weeks:
            break
    return count


def states(counts: Sequence[int], keep: float, begin: float) -> Iterator[State]:
    """What is known before each week, and after the last one."""
    a, b = max(begin, 1e-3) * BEGIN, BEGIN
    yield a, b
    for count in counts:
        a, b = a * keep + count, b * keep + 1.0
        yield a, b


def likeliest(series: Sequence[Sequence[int]], begin: float) -> float:
    """The share of evidence that is kept a week, under which all series together were the least surprising."""
    return max(KEEPS, key=lambda keep: sum(_likelihood(counts, keep, begin) for counts in series))


def _likelihood(counts: Sequence[int], keep: float, begin: float) -> float:
    """The logarithm of the chance of these counts, but for what is the same whatever is kept. Most counts are 0, and
    of those only the first term is left."""
    total = 0.0
    for count, (a, b) in zip(counts, states(counts, keep, begin), strict=False):
        total += a * log(b / (b + 1))
        if count:
            total += lgamma(a + count) - lgamma(a) - count * log(b + 1)
    return total


def mean_rate(series: Sequence[Sequence[int]]) -> float:
    """The mean count of a week over all series."""
    cells = sum(len(counts) for counts in series)
    return sum(map(sum, series)) / cells if cells else 0.0


def tried(series: Sequence[Sequence[int]], weeks: int) -> Trial | None:
    """See Trial: the series (of one length) are forecast at each of the last weeks that leave `weeks` to compare with,
    beside the naive forecasts, of which the better one counts. None where too few weeks are known. What is kept of the
    evidence is chosen from what lies before all of them."""
    length = len(series[0]) if series else 0
    origins = range(max(LEAST, length - weeks - MOST_TRIALS + 1), length - weeks + 1)
    if len(origins) < LEAST_TRIALS:
        return None
    naive, naive_error = min(_naive(series, origins, weeks), key=lambda one: one[1])
    begin = mean_rate([counts[: origins[0]] for counts in series])
    keep = likeliest([counts[: origins[0]] for counts in series], begin)
    error, inside, cases = 0.0, 0, len(series) * len(origins)
    for counts in series:
        known = list(states(counts, keep, begin))
        for origin in origins:
            made, came = ahead(known[origin], weeks), sum(counts[origin : origin + weeks])
            error += abs(made.mean - came)
            inside += made.low <= came <= made.high
    return Trial(weeks, cases, error / cases, naive_error, naive, inside / cases)


def _naive(series: Sequence[Sequence[int]], origins: range, weeks: int) -> Iterator[tuple[Naive, float]]:
    """The mean absolute error of each naive forecast that there is enough to look back on for."""
    backs: tuple[tuple[Naive, int], ...] = (("weeks_before", weeks), ("year_ago", YEAR))
    cases = len(series) * len(origins)
    for name, back in backs:
        if back <= origins[0]:
            off = (
                abs(sum(counts[at - back : at - back + weeks]) - sum(counts[at : at + weeks]))
                for counts in series
                for at in origins
            )
            yield name, sum(off) / cases
