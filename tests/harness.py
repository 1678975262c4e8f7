"""Run shown apps as readers would: prepared with their own commands, each served in a process."""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
SERVE = ROOT / "tests/serve.py"
START_SECONDS = 30
ASYNC = {"fastapi", "litestar", "quart", "starlette"}


@dataclass(frozen=True)
class Shown:
    """A shown app: the folder to run it in, the module that holds `app`, and how to serve it."""

    folder: Path
    module: str
    asgi: bool = False


def find(home, framework):
    """Find the app of a framework beside a page. See docs/contribute/index.md, "An app"."""
    package = home / f"{framework}_app"
    if (package / "manage.py").is_file():
        asgi = not (package / "config/wsgi.py").is_file()
        return Shown(package, "config.asgi" if asgi else "config.wsgi", asgi)
    if package.is_dir() or package.with_suffix(".py").is_file():
        return Shown(home, package.name, framework in ASYNC)
    raise FileNotFoundError(f"{home.relative_to(ROOT)} has no {framework}_app: add one")


@dataclass
class Running:
    """A served app; `data` holds its database and files, `more` adds to its environment."""

    framework: str
    shown: Shown
    data: Path
    more: dict = field(default_factory=dict)
    url: str = ""
    process: subprocess.Popen | None = field(default=None, repr=False)

    @property
    def env(self):
        """The environment of every command: data in its own folder, this Python first."""
        here = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return {
            **os.environ,
            "PATH": here,
            "APP_DATA": str(self.data),
            "FLASK_APP": "flask_app",
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.more,
        }

    def run(self, command, check=True, **env):
        """Run a command in the app's folder; return it with its output as text."""
        words = command.split() if isinstance(command, str) else command
        program = shutil.which(words[0], path=self.env["PATH"])
        done = subprocess.run(
            [program, *words[1:]],
            cwd=self.shown.folder,
            text=True,
            env={**self.env, **env},
            capture_output=True,
            timeout=120,
        )
        if check and done.returncode:
            raise AssertionError(f"{command} failed:\n{done.stdout}{done.stderr}")
        return done

    def start(self):
        """Serve the app and wait until it accepts connections."""
        port = self.data / "port"
        port.unlink(missing_ok=True)
        words = [sys.executable, SERVE, self.shown.folder, self.shown.module, port]
        with open(self.data / "server.log", "w") as log:
            self.process = subprocess.Popen(
                [str(word) for word in words] + ["--asgi"] * self.shown.asgi,
                env=self.env,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if port.is_file() and port.read_text():
                self.url = f"http://127.0.0.1:{port.read_text()}"
                return self
            time.sleep(0.02)
        self.stop()
        where = f"{self.shown.module} in {self.shown.folder}"
        raise AssertionError(f"{where} did not start:\n{self.output()}")

    def output(self):
        """What the server has printed so far."""
        return (self.data / "server.log").read_text()

    def stop(self):
        """Stop the server and wait, so that its coverage is written."""
        self.process.terminate()
        self.process.wait(10)


def in_a_thread(work, *arguments):
    """Run what starts an event loop in a thread of its own: the browser tests leave one running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *arguments).result()


def most_at_once(folder, code, asgi=False):
    """Serve `code` and send 20 requests together: how many of them were in the view at once."""
    (folder / "meeting.py").write_text(code)
    app = Running("meeting", Shown(folder, "meeting", asgi), folder).start()
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: int(httpx.get(app.url, timeout=20).text), range(20)))
    app.stop()
    return max(answers)
