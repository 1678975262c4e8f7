"""Which differences between models and database Alembic may write."""


# --8<-- [start:ours]
def ours(object, name, type_, reflected, compare_to):
    """No table that only the database has: those are Django's own."""
    if type_ == "unique_constraint":
        return name is not None  # Django's unique columns have no name, and SQLite hides them
    if type_ == "index" and name.endswith("_like"):
        return False  # on PostgreSQL Django adds one to each unique text
    return not (type_ == "table" and reflected and compare_to is None)


# --8<-- [end:ours]
