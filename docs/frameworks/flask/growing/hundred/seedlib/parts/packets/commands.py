"""Commands about packets: `flask packets give bean Ada`."""

import click

from . import services
from .views import bp


# --8<-- [start:give]
@bp.cli.command("give")
@click.argument("seed")
@click.argument("gardener")
def give(seed, gardener):
    try:
        services.take(seed, gardener)
    except services.Refused as error:
        raise click.ClickException(str(error)) from error


# --8<-- [end:give]
