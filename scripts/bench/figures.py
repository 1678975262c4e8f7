"""Medians, percentiles and intervals of what was measured."""

import math
import statistics

HOURLY = 0.03  # two runs within an hour differed by up to this beyond what their starts showed
STUDENT = {2: 12.71, 3: 4.3, 4: 3.18, 5: 2.78, 6: 2.57, 7: 2.45, 8: 2.36, 9: 2.31, 10: 2.26}


def hull(starts):
    """The ratio over all starts, with bounds in which that of a second run lies in 95 of 100 cases.

    The bounds come from how the means of the starts differ (Student's t for the difference of two
    runs), hold each of these means, and leave room for what differs from hour to hour.
    """
    means = [math.log(statistics.geometric_mean(one)) for one in starts]
    value = statistics.geometric_mean([ratio for one in starts for ratio in one])
    spread = statistics.stdev(means) * math.sqrt(2 / len(means)) if len(means) > 1 else 0
    half = STUDENT.get(len(means), 2.0) * spread + HOURLY
    low, high = (math.log(value) - half, math.log(value) + half)
    bounds = {"low": min(low, *means), "high": max(high, *means)}
    return {"value": rounded(value)} | {k: rounded(math.exp(v)) for k, v in bounds.items()}


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
