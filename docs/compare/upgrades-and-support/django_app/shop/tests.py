"""The tests of the shop, which are also its rehearsal."""

# --8<-- [start:tests]
from django.test import TestCase

from .models import Maker, Product


class Detail(TestCase):
    def setUp(self):
        maker = Maker.objects.create(name="Lumen")
        self.product = Product.objects.create(name="Lamp", maker=maker)

    def visit(self, folder=""):
        page = self.client.get(f"{folder}/{self.product.pk}/")
        self.assertEqual(page.json()["name"], "Lamp")

    def test_before(self):
        self.visit("/before")

    def test_after(self):
        self.visit()


# --8<-- [end:tests]
