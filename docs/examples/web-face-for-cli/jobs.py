"""Run the program for somebody else: known arguments, no shell, a time limit, two at once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copyfileobj
from uuid import uuid4

JOBS = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve() / "jobs"
PROGRAM = [sys.executable, str(Path(__file__).with_name("levels.py"))]
SECONDS = float(os.environ.get("JOB_SECONDS", "60"))

# --8<-- [start:start]
# What the form offers, and the arguments that this means. Nothing else reaches the program.
CHOICES = {"dB(A)": ["--weighting", "A"], "dB(C)": ["--weighting", "C"]}
pool = ThreadPoolExecutor(max_workers=2)
unfinished = set()  # in this process, so serve with one process and several threads


def start(choice, upload):
    """Keep the file under a name of ours, queue the run, and return the job's number."""
    job = uuid4()
    folder = JOBS / str(job)
    folder.mkdir(parents=True)
    with open(folder / "input.csv", "wb") as file:
        copyfileobj(upload, file)
    unfinished.add(job)
    pool.submit(run, job, folder, CHOICES[choice])
    return job


# --8<-- [end:start]
# --8<-- [start:run]
def run(job, folder, arguments):
    state = "failed"
    try:
        with open(folder / "output.txt", "wb") as output:
            program = subprocess.Popen(
                [*PROGRAM, *arguments, "input.csv"],  # a list: no shell reads it
                cwd=folder,
                env={"PATH": os.defpath},  # not ours, which holds secrets
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # one group with whatever it starts
            )
        state = "failed" if program.wait(SECONDS) else "done"
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        state = f"stopped after {SECONDS:g} seconds"
    finally:
        (folder / "input.csv").unlink()  # the client's measurement does not stay
        (folder / "state.txt").write_text(state)
        unfinished.discard(job)


# --8<-- [end:run]
# --8<-- [start:look]
def look(job):
    """The state of a job and what the program has printed so far; None for an unknown number."""
    folder = JOBS / str(job)
    if not folder.is_dir():
        return None
    output, state = folder / "output.txt", folder / "state.txt"
    text = output.read_text(errors="replace")[:100_000] if output.is_file() else ""
    if job in unfinished:
        return {"state": "running", "text": text}
    lost = "lost in a restart: please send the file again"
    return {"state": state.read_text() if state.is_file() else lost, "text": text}


# --8<-- [end:look]
