"""What volunteers counted: each sees and sends their own."""

from rest_framework.generics import ListCreateAPIView
from rest_framework.pagination import CursorPagination
from rest_framework.response import Response

from .models import Count
from .serializers import CountSerializer


# --8<-- [start:list]
class NewestFirst(CursorPagination):
    ordering = "-pk"
    page_size = 20


class Counts(ListCreateAPIView):
    serializer_class = CountSerializer
    pagination_class = NewestFirst

    def get_queryset(self):
        return Count.objects.filter(owner=self.request.user)

    # --8<-- [end:list]
    # --8<-- [start:create]
    def create(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        sent = serializer.validated_data
        mine = {"owner": request.user, "uid": sent["uid"]}
        count, is_new = Count.objects.get_or_create(**mine, defaults=sent)
        if any(getattr(count, name) != value for name, value in sent.items()):
            return Response({"detail": "Another count has this id."}, status=409)
        return Response(self.get_serializer(count).data, status=201 if is_new else 200)

    # --8<-- [end:create]
