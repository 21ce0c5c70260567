"""Whether two counts of rare events differ by more than chance."""

from math import exp, lgamma, log


def chance_of(count: int, months: float, other: int, other_months: float) -> float:
    """How likely two rates are to lie at least so far apart if they are the same in truth: the exact conditional test
    of two Poisson counts (J. Przyborowski and H. Wilenski, Biometrika 31, 1940), two-sided. 1 where nothing was
    counted. Raises ValueError where a stretch of months is not above 0."""
    if months <= 0 or other_months <= 0:
        raise ValueError(f"months must be above 0: {months}, {other_months}")
    whole, share = count + other, months / (months + other_months)
    seen = _binomial(count, whole, share)
    as_rare = (one for one in (_binomial(k, whole, share) for k in range(whole + 1)) if one <= seen * (1 + 1e-9))
    return min(1.0, sum(as_rare))


def _binomial(k: int, n: int, share: float) -> float:
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(share) + (n - k) * log(1 - share))
