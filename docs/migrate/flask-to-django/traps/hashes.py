"""Who verifies a hash of Werkzeug, and who verifies what Django writes."""

from common import PASSWORDS, anna, ben, cleo, says
from django.conf import global_settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password, identify_hasher
from django.test import override_settings
from werkzeug.security import check_password_hash

for method, name, member in (("scrypt", "anna", anna), ("pbkdf2", "cleo", cleo)):
    with override_settings(PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):
        says(f"{method}: Django's own hashers", check_password(PASSWORDS[name], member.password))
    says(f"{method}: the two of this app", check_password(PASSWORDS[name], member.password))
    says(f"{method}: the two, a wrong password", check_password("wrong", member.password))
ben.set_password("new")
says("Werkzeug, on a hash that Django wrote", check_password_hash(ben.password, "new"))
says("length of Werkzeug's hash", len(anna.password))
says("room in AbstractBaseUser", AbstractBaseUser._meta.get_field("password").max_length)
shown = identify_hasher(anna.password).safe_summary(anna.password)
says("what the admin shows of Werkzeug's hash", shown["algorithm"])
