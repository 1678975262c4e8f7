"""Ask every URL as somebody of another council: `python manage.py test`."""

import re

from django.contrib.admindocs.views import simplify_regex
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import URLResolver, get_resolver

from .models import Inspection, Organisation, Owned, Playground, User

THEIRS, OURS = 987654, 2
SENT = {"playground": THEIRS, "action": "delete_selected", "_selected_action": THEIRS}
SENT |= {"name": "changed", "found": "changed", "post": "yes"}


# --8<-- [start:walk]
def addresses(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route)
        else:
            yield re.sub(r"<[^>]*>", str(THEIRS), simplify_regex(route))


class LeakTest(TestCase):
    @classmethod
    def setUpTestData(cls):
        rights = Permission.objects.filter(content_type__app_label="playgrounds")
        rights = rights.exclude(codename="see_all")
        for pk, word in [(THEIRS, "Hidden"), (OURS, "Ours")]:
            own = {"pk": pk, "organisation": Organisation.objects.create(pk=pk, name=word)}
            User.objects.create(**own, username=word, is_staff=True).user_permissions.set(rights)
            playground = Playground.objects.create(**own, name=f"{word} swings")
            Inspection.objects.create(**own, playground=playground, found=f"{word} rust")

    def walk(self, pk):
        """Ask every URL as this person: which of them say the hidden word?"""
        said = set()
        for url in addresses(get_resolver()):
            for method, sent in [("get", {}), ("get", SENT), ("post", SENT)]:
                self.client.force_login(User.objects.get(pk=pk))
                if "Hidden" in getattr(self.client, method)(url, sent).content.decode():
                    said.add(url)
        return said

    def theirs(self):
        """What the other council has, read past the scope."""
        rows = [list(kind.objects.filter(pk=THEIRS).values()) for kind in Owned.__subclasses__()]
        return [*rows, Inspection.objects.filter(playground=THEIRS).count()]

    def test_a_stranger_hears_and_changes_nothing(self):
        before = self.theirs()
        self.assertEqual(self.walk(OURS), set())
        self.assertEqual(self.theirs(), before)

    def test_the_walk_would_hear_and_change_something(self):
        before = self.theirs()
        self.assertGreaterEqual(len(self.walk(THEIRS)), 5)
        self.assertNotEqual(self.theirs(), before)


# --8<-- [end:walk]
