"""How Gunicorn serves either app: it reads this file by itself from the folder it is run in."""

# --8<-- [start:gunicorn]
import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = 2  # processes; the default is one
threads = 4  # in each
# --8<-- [end:gunicorn]
