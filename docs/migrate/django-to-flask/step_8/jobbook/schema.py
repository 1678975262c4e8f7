"""Which differences between models and database Alembic may write."""


# --8<-- [start:ours]
def ours(object, name, type_, reflected, compare_to):
    """No table and no index that only the database has: those are Django's own."""
    if type_ == "unique_constraint":
        return name is not None  # Django's unique columns have no name, and SQLite hides them
    return not (type_ in ("table", "index") and reflected and compare_to is None)


# --8<-- [end:ours]
