"""Which parts a web application may want come with Flask."""

import pkgutil

import flask

modules = {module.name for module in pkgutil.iter_modules(flask.__path__)}
for part in ("blueprints", "templating", "sessions", "cli", "testing"):
    print(f"{part}:", "in Flask" if part in modules else "not in Flask")
for part in ("db", "models", "migrations", "forms", "auth", "admin"):
    print(f"{part}:", "in Flask" if part in modules else "not in Flask")
