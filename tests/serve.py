"""Serve one shown app on a real server: `python tests/serve.py FOLDER MODULE PORT [--asgi]`.

The folder becomes the working directory, as it would be for a reader who runs the app there.
"""

import importlib
import os
import sys


def main(folder, module, port, asgi=False):
    """Import `app` from the module and serve it on loopback until the process is stopped."""
    os.chdir(folder)
    sys.path.insert(0, folder)
    app = importlib.import_module(module).app
    if asgi:
        import uvicorn

        uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
    else:
        import waitress

        waitress.serve(app, host="127.0.0.1", port=port, threads=8)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), "--asgi" in sys.argv[4:])
