"""Tell each visitor how many queries the answer took."""

from django.db import connection


def count_queries(get_response):
    def middleware(request):
        queries = []

        def note(execute, sql, params, many, context):
            queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            response = get_response(request)
        response["X-Queries"] = len(queries)
        return response

    return middleware
