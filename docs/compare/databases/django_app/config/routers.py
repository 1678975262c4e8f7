"""Which database a model lives in."""


# --8<-- [start:two]
class Archive:
    def db_for_read(self, model, **hints):
        return "archive" if model._meta.app_label == "archive" else None

    def allow_migrate(self, db, app_label, **hints):
        return False if db == "archive" else None


# --8<-- [end:two]
