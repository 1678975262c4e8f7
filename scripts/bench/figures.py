"""Medians, percentiles and intervals of what was measured."""

import random
import statistics

DRAWS = 4000
SEED = 20261122


def interval(values, of=statistics.geometric_mean):
    """A value with the bounds between which 95 of 100 drawn samples put it (bootstrap)."""
    draw = random.Random(SEED)
    drawn = sorted(of(draw.choices(values, k=len(values))) for _ in range(DRAWS))
    low, high = drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]
    return {"value": rounded(of(values)), "low": rounded(low), "high": rounded(high)}


def hull(starts):
    """The interval of ratios from several starts, wide enough to hold each start's own mean."""
    found = interval([ratio for one in starts for ratio in one])
    means = [rounded(statistics.geometric_mean(one)) for one in starts]
    return found | {"low": min(found["low"], *means), "high": max(found["high"], *means)}


def in_blocks(ratios, size=3):
    """The interval of ratios taken one after another, wide enough for each few of them."""
    size = size if len(ratios) >= 2 * size else 1
    return hull([ratios[start : start + size] for start in range(0, len(ratios), size)])


def percentile(values, share):
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def rounded(value):
    """Three figures are enough to read, and all that a machine with neighbours repeats."""
    return float(f"{value:.3g}")
