"""What becomes of Cleo's session on the phone when she logs in at home."""

from unittest.mock import patch

from club.models import Member
from common import PASSWORDS, browser, cleo, says
from django.contrib.auth.base_user import AbstractBaseUser


def phone_after_log_in_at_home():
    phone = browser()
    phone.force_login(Member.objects.get(pk=cleo.pk))
    browser().post("/login", {"email": cleo.email, "password": PASSWORDS["cleo"]})
    return phone.get("/account").status_code


says("the old hash stays: her account on the phone", phone_after_log_in_at_home())
with patch.object(Member, "check_password", AbstractBaseUser.check_password):
    says("the hash is replaced: her account on the phone", phone_after_log_in_at_home())
