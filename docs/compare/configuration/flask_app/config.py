"""What the shop can be told from outside."""

# --8<-- [start:settings]
import os

from pydantic import Field, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="SHOP_",  # SHOP_PAGE_SIZE and so on
        secrets_dir=os.environ.get("SHOP_SECRETS"),  # a folder of files, one for each secret
        hide_input_in_errors=True,  # a wrong secret must not appear in the log
    )

    SECRET_KEY: str = Field(min_length=32)
    PAGE_SIZE: PositiveInt = 20
    SHOW_PRICES: bool = False


# --8<-- [end:settings]
