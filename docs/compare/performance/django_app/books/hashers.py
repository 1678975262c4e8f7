"""A cheap hash for measuring: the same as the Flask app's."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class Cheap(PBKDF2PasswordHasher):
    iterations = 1000  # its real cost is measured alone
