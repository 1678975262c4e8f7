"""The trained model: what it takes, how it is loaded, and what it answers."""

import os
from math import exp, log
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

FILE = Path(os.environ.get("MODEL_FILE", Path(__file__).parent / "model.json"))


# --8<-- [start:input]
class Reading(BaseModel):
    """One reading of a meter; a field too many is refused, because its sender meant something."""

    model_config = ConfigDict(extra="forbid", strict=True)
    days: int = Field(ge=1, le=800)
    litres: float = Field(ge=0, le=10_000_000)
    usual: float = Field(ge=1, le=50_000)  # litres a day in the years before


Batch = TypeAdapter(Annotated[list[Reading], Field(min_length=1, max_length=500)])


def faults(error):
    """Which field of which reading is wrong, and why; never the value itself."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return [{"where": fault["loc"], "what": fault["msg"]} for fault in found]


# --8<-- [end:input]
# --8<-- [start:model]
class Known(BaseModel):
    reading: Reading
    score: float


class Model(BaseModel):
    """Stands for the real thing: only `score` and `load` know which library trained it."""

    version: str
    intercept: float
    weights: dict[str, float]
    known: list[Known] = Field(min_length=1)

    def score(self, reading):
        """How likely the reading is mistyped, from 0 to 1."""
        ratio = (reading.litres + 1) / (reading.days * reading.usual + 1)
        x = self.intercept + self.weights["ratio"] * abs(log(ratio))
        return round(1 / (1 + exp(-x - self.weights["days"] * reading.days)), 4)


def load():
    """Load the model once, and refuse one that doesn't score as its file says it must."""
    model = Model.model_validate_json(FILE.read_bytes())
    for known in model.known:
        if model.score(known.reading) != known.score:
            raise ValueError(f"{FILE} does not score {known.reading} as {known.score}")
    return model


# --8<-- [end:model]
