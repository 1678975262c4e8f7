"""The views of the API."""

# --8<-- [start:view]
from rest_framework import mixins, viewsets

from .models import Order
from .serializers import OrderSerializer, OrderSerializer2


class OrderViewSet(
    mixins.CreateModelMixin,
    mixins.RetrieveModelMixin,
    mixins.ListModelMixin,
    viewsets.GenericViewSet,
):
    queryset = Order.objects.order_by("id").prefetch_related("lines")

    def get_serializer_class(self):
        return OrderSerializer2 if self.request.version == "v2" else OrderSerializer


# --8<-- [end:view]
