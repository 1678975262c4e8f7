"""Run traps in an app of this guide: `python …/traps zones`, from the app's folder."""

import importlib
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
sys.path.append(os.getcwd())
django.setup()
for trap in sys.argv[1:]:
    print(f"== {trap}")
    importlib.import_module(trap)
