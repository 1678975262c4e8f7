"""Ask the real search worker, in a real browser, what readers type: `search.py SITE [QUERIES]`."""

import gzip
import hashlib
import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import browser as browsers
from reference.data import load
from serving import serve

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests/search/queries.yml"
# The theme's own page starts its own worker; this asks a second one, with the same messages.
ASK = """async ([base, queries]) => {
  const url = document.getElementById("__config").textContent;
  const script = new URL(JSON.parse(url).search, location.href);
  const index = await (await fetch(base + "search/search_index.json")).json();
  const [, Worker] = [0, window.Worker];
  const worker = new Worker(script);
  const answer = () => new Promise((done) =>
    worker.addEventListener("message", ({ data }) => done(data), { once: true }));
  document.querySelector(".md-search__input").focus();
  const started = performance.now();
  let next = answer();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await next;
  const ready = performance.now() - started;
  const found = [];
  for (const query of queries) {
    next = answer();
    worker.postMessage({ type: 2, data: query });
    const { data } = await next;
    found.push(data.items.map((items) => items.find((one) => !one.parent) ?? items[0])
      .map((one) => one.location.split("#")[0]));
  }
  return { found, ready };
}"""
FIRST = """async () => {
  const input = document.querySelector(".md-search__input");
  const started = performance.now();
  input.focus();
  input.value = "admin";
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  await new Promise((done) => {
    const shown = () => document.querySelector(".md-search-result__item a");
    const look = () => (shown() ? done() : setTimeout(look, 4));
    look();
  });
  return performance.now() - started;
}"""


def ranked(page, base_url, queries):
    """The pages that the worker returns for each query, best first; and the ms to be ready."""
    page.goto(base_url)
    answer = page.evaluate(ASK, [base_url, queries])
    return answer["found"], answer["ready"]


def recall(found, queries):
    """The shares of queries whose page is first, and among the first three; and the misses."""
    places = [
        next((i for i, page in enumerate(pages) if page in query["pages"]), None)
        for pages, query in zip(found, queries, strict=True)
    ]
    first = sum(place == 0 for place in places) / len(places)
    three = sum(place is not None and place < 3 for place in places) / len(places)
    misses = [
        (place, query["query"], query["pages"], pages[:3])
        for place, query, pages in zip(places, queries, found, strict=True)
        if place != 0
    ]
    return first, three, misses


def held_out(query):
    """Whether to tune without this query: a third of them, to see what tuning does for others."""
    return hashlib.sha256(query["query"].encode()).digest()[0] % 3 == 0


def main(site, file=QUERIES):
    """Print recall, every miss, the size of the index, and the times on a warm cache."""
    queries = load(Path(file), ROOT)
    chromium = browsers.found()
    base = f"http://127.0.0.1:{serve(site).server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        found, ready = ranked(page, base, [query["query"] for query in queries])
        page.goto(base)
        warm = page.evaluate(FIRST)
        browser.close()
    first, three, misses = recall(found, queries)
    index = (Path(site) / "search/search_index.json").read_bytes()
    pages = len({doc["location"].split("#")[0] for doc in json.loads(index)["docs"]})
    for place, query, wanted, got in misses:
        print(f"{'not' if place is None else place + 1:>4}  {query}  wants {wanted}  got {got}")
    print(f"{len(queries)} queries: first {first:.1%}, among three {three:.1%}")
    held = [(pages, query) for pages, query in zip(found, queries, strict=True) if held_out(query)]
    if held:
        first, three, _ = recall(*zip(*held, strict=True))
        print(f"{len(held)} held out: first {first:.1%}, among three {three:.1%}")
    print(f"index of {pages} pages: {len(index)} bytes, {len(gzip.compress(index))} over gzip")
    print(f"index ready after {ready:.0f} ms; first result {warm:.0f} ms after the first key")


if __name__ == "__main__":
    main(*sys.argv[1:])
