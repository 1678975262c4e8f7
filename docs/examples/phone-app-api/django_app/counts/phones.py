"""How a phone logs in, and how its owner shuts it out."""

from django.contrib.auth import authenticate
from rest_framework.exceptions import NotAuthenticated
from rest_framework.generics import DestroyAPIView, ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from .models import Phone
from .serializers import LogInSerializer, PhoneSerializer, RefreshSerializer
from .tokens import new_tokens, refreshed


class Mine:
    def get_queryset(self):
        return Phone.objects.filter(user=self.request.user)


# --8<-- [start:log-in]
class Phones(Mine, ListAPIView):
    serializer_class = PhoneSerializer

    def get_permissions(self):
        return [AllowAny()] if self.request.method == "POST" else super().get_permissions()

    def post(self, request):
        sent = LogInSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        name = sent.validated_data.pop("phone")
        user = authenticate(request, **sent.validated_data)
        if user is None:
            raise NotAuthenticated
        return Response(new_tokens(Phone(user=user, name=name)), status=201)


# --8<-- [end:log-in]
class ShutOut(Mine, DestroyAPIView):
    """Delete the row of a phone of one's own."""


class Refresh(APIView):
    permission_classes = [AllowAny]

    def post(self, request):
        sent = RefreshSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        new = refreshed(sent.validated_data["refresh"])
        if new is None:
            raise NotAuthenticated
        return Response(new)
