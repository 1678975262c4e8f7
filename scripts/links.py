"""Ask every address of others that the site cites whether it still answers. Needs the network."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent
GONE = {404, 410}


def cited(library):
    """Every address and one place that cites it."""
    found = {}
    for key, evidence in library.claims.items():
        if evidence.claim.source:
            found.setdefault(evidence.claim.source.url, f"docs/{evidence.page}: claim {key}")
    for key, myth in library.myths.items():
        for met in myth.met:
            if met.url:
                found.setdefault(met.url, f"docs/myths/records/{key}.yml: met")
    return found


def ask(client, url):
    """What is wrong with an address, or None. A host that refuses programs is not gone."""
    try:
        status = client.get(url).status_code
    except httpx.HTTPError as error:
        return type(error).__name__
    return str(status) if status in GONE else None


if __name__ == "__main__":
    addresses = cited(Library(ROOT))
    with httpx.Client(follow_redirects=True, timeout=30) as client, ThreadPoolExecutor(8) as pool:
        answers = dict(zip(addresses, pool.map(lambda u: ask(client, u), addresses), strict=True))
    gone = {url: wrong for url, wrong in answers.items() if wrong}
    for url, wrong in gone.items():
        print(f"{addresses[url]}: {url}: {wrong}. Mend: find where it went, or another source.")
    print(f"{len(addresses)} addresses, {len(gone)} gone")
    sys.exit(bool(gone))
