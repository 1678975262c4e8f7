"""Lists come in pages."""

# --8<-- [start:page]
from rest_framework.pagination import PageNumberPagination


class OrderPages(PageNumberPagination):
    page_size = 20
    page_size_query_param = "per_page"
    max_page_size = 50


# --8<-- [end:page]
