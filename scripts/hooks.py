"""MkDocs hooks: check the data, fill the slots of the pages, publish the data as JSON."""

import hashlib
import importlib
import sys
import time
from pathlib import Path
from types import SimpleNamespace

from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

ROOT = Path(__file__).resolve().parent.parent
MODULES = (
    "blocks",
    "data",
    "extras",
    "glossary",
    "index",
    "library",
    "linked",
    "mend",
    "policy",
    "published",
    "trim",
    "twins",
)

site = SimpleNamespace()


def load_modules():
    """Our modules as they are on disk now: `mkdocs serve` builds again in the same process."""
    if str(ROOT / "scripts") not in sys.path:
        sys.path.insert(0, str(ROOT / "scripts"))
    kept = site.data.parsed if hasattr(site, "data") else {}
    for name in [name for name in sys.modules if name.split(".")[0] == "reference"]:
        del sys.modules[name]
    for name in MODULES:
        setattr(site, name, importlib.import_module(f"reference.{name}"))
    site.data.parsed.update(kept)


def on_startup(command, dirty):
    """Remember whether this is `mkdocs serve`: its live reload needs a script of its own."""
    site.serving = command == "serve"


def on_config(config):
    """Load and check everything before a page is read; a mistake stops the build in one line."""
    load_modules()
    knowledge = site.library.Library(ROOT)
    try:
        knowledge.check()
    except site.data.Mistake as mistake:
        raise Abort(str(mistake)) from mistake
    overrides = Path(config.theme.custom_dir)
    site.parts = site.blocks.Blocks(knowledge, overrides, config.repo_url)
    site.knowledge = knowledge
    site.files = site.published.files(knowledge) | site.extras.files(knowledge, config)
    if not config.repo_url:
        config.edit_uri = ""


def newest(*folders):
    """The time of the last change below these folders."""
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix != ".pyc")
    return max((path.stat().st_mtime for path in files), default=0)


def build_again(files, config):
    """While serving, only changed pages are built: count a change of what a page is made of too."""
    since, site.built = getattr(site, "built", 0), time.time()
    docs = Path(config.docs_dir)
    shared = newest(docs / "_data", *(ROOT / name for name in ("overrides", "scripts", "tests")))
    for file in files.documentation_pages():
        folder = Path(file.abs_src_path).parent
        if shared > since or (folder != docs and newest(folder) > since):
            file.is_modified = lambda: True


def on_files(files, config):
    """Name our assets after their content and add the files made from data."""
    if site.serving:
        build_again(files, config)
    site.assets = {}
    for file in files:
        if file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/"):
            digest = hashlib.sha256(Path(file.abs_src_path).read_bytes()).hexdigest()[:8]
            path = Path(file.src_uri)
            file.dest_uri = path.with_suffix(f".{digest}{path.suffix}").as_posix()
            site.assets[file.src_uri] = file.url
    for uri, text in site.files.items():
        file = File.generated(config, uri, content=text, inclusion=InclusionLevel.INCLUDED)
        files.append(file)
    return files


def on_nav(nav, config, files):
    """The theme names its logo and icon by path: hand it the fingerprinted one."""
    config.theme["logo"] = config.theme["favicon"] = site.assets["assets/images/mark.svg"]


def on_page_markdown(markdown, page, config, files):
    """Put the slots of records around the prose, and give the search what readers ask."""
    if asked := page.meta.get("asked"):
        page.meta["tags"] = asked
    before, after = site.parts.around(page.file.src_uri)
    tips = site.glossary.abbreviations(site.knowledge, markdown)
    return f"{before}\n\n{markdown}\n\n{after}\n{tips}"


def on_page_content(html, page, config, files):
    """Fill the slots, resolve the links to claims, mend code and tables."""
    uri = page.file.src_uri
    try:
        html = site.glossary.once(html)
        html = site.parts.fill_all(html, uri)
        html = site.mend.wide_tables(site.parts.link_claims(html, uri))
        return site.mend.copy_buttons(html)
    except site.data.Mistake as mistake:
        raise Abort(str(mistake)) from mistake


@event_priority(100)
def before_search(context, page, config, nav):
    """Hand the search plugin the page without its code."""
    site.whole = page.content
    page.content = site.index.searchable(page.content)
    return context


@event_priority(-100)
def after_search(context, page, config, nav):
    """Give the page its code back."""
    page.content = site.index.published(site.whole)
    return context


on_page_context = CombinedEvent(before_search, after_search)


def on_env(env, config, files):
    """Templates may ask for an asset by its plain name."""
    env.filters["asset"] = lambda path: site.assets[path]
    return env


def finish(html):
    """Mend what the theme's markup lacks, and let the page run nothing but its own scripts."""
    html = site.mend.page(html)
    return html if site.serving else site.policy.add(html)


def on_post_page(output, page, config):
    """Say what the page is to programs, and finish it."""
    card = site.assets[site.linked.CARD]
    tags = site.linked.head(site.knowledge, page.file.src_uri, config.site_url, card)
    return finish(output.replace("</head>", f"{tags}</head>", 1))


def on_post_template(output_content, template_name, config):
    """The same for pages that are not Markdown, such as 404.html."""
    return finish(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config):
    """Add the twins, make the search index light, and trim the theme's style sheet.

    Not while serving: `mkdocs serve` builds the changed page alone, and these need them all.
    """
    if site.serving:
        return
    try:
        site.twins.Twins(site.knowledge, site.parts).write(config.site_dir)
    except site.data.Mistake as mistake:
        raise Abort(str(mistake)) from mistake
    site.parts.highlighted.save()
    site.index.lighten(config.site_dir)
    site.trim.trim_site(config.site_dir)
