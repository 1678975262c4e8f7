"""What the two programs may ask."""

# --8<-- [start:views]
from django.apps import apps
from django.http import JsonResponse
from django.views.decorators.http import require_POST, require_safe
from model import Batch, faults
from pydantic import ValidationError

model = apps.get_app_config("scores").trained


@require_POST
def scores(request):
    try:
        batch = Batch.validate_json(request.body)
    except ValidationError as error:
        return JsonResponse({"errors": faults(error)}, status=422)
    answers = [model.score(reading) for reading in batch]
    return JsonResponse({"model": model.version, "scores": answers})


@require_safe
def health(request):
    return JsonResponse({"model": model.version})


# --8<-- [end:views]
