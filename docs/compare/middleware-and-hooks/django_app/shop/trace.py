"""Write down in which order things run."""


def outer(get_response):
    def middleware(request):
        request.trace = ["outer in"]
        response = get_response(request)
        request.trace.append("outer out")
        response.headers["X-Trace"] = ", ".join(request.trace)
        return response

    return middleware


def inner(get_response):
    def middleware(request):
        request.trace.append("inner in")
        response = get_response(request)
        request.trace.append("inner out")
        return response

    return middleware
