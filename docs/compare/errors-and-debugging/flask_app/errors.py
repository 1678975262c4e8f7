"""What visitors and API clients get when something is wrong."""

# --8<-- [start:errors]
from flask import g, json, render_template, request


def answer(error):
    """Every HTTP error, and as a 500 whatever nobody caught."""
    response = error.get_response()  # keeps the status and headers such as Allow
    if request.path.startswith("/api/"):
        problem = {"status": error.code, "error": error.name, "request_id": g.request_id}
        response.data = json.dumps(problem)
        response.content_type = "application/json"
    else:
        response.data = render_template("error.html", error=error)
    return response


# --8<-- [end:errors]
