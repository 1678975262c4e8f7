"""What every page shows."""

from .views import visible_jobs


def recent_jobs(request):
    """The jobs that this visitor opened last, from the session."""
    ids = request.session.get("recent", [])
    if not (ids and request.user.is_authenticated):
        return {"recent": []}
    found = visible_jobs(request.user).in_bulk(ids)
    return {"recent": [found[id] for id in ids if id in found]}
