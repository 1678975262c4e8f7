"""Count the queries of a request."""

from django.db import connection


def count_queries(get_response):
    def middleware(request):
        queries = []

        def record(execute, sql, params, many, context):
            queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(record):
            response = get_response(request)
        response.headers["X-Queries"] = len(queries)
        return response

    return middleware
