"""When a lift is due: the rule that the authority checks."""

import datetime as dt


# --8<-- [start:rule]
def is_overdue(every_days, passed_on, today):
    """A lift is overdue if it never passed, or passed too long ago."""
    return not passed_on or max(passed_on) + dt.timedelta(days=every_days) < today


# --8<-- [end:rule]
