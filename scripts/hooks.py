"""MkDocs hooks: check the data, fill the slots of the pages, publish the data as JSON."""

import hashlib
import importlib
import re
import sys
from pathlib import Path
from types import SimpleNamespace

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parent.parent
SLOT = re.compile(r"<!-- ([a-z-]+)(?::([a-z-]+))? -->")
MODULES = ("blocks", "data", "library", "mend", "published")

site = SimpleNamespace()


def load_modules():
    """Our modules as they are on disk now: `mkdocs serve` builds again in the same process."""
    if str(ROOT / "scripts") not in sys.path:
        sys.path.insert(0, str(ROOT / "scripts"))
    for name in [name for name in sys.modules if name.split(".")[0] == "reference"]:
        del sys.modules[name]
    for name in MODULES:
        setattr(site, name, importlib.import_module(f"reference.{name}"))


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
    site.files = site.published.files(knowledge)
    if not config.repo_url:
        config.edit_uri = ""


def on_files(files, config):
    """Name our assets after their content and add the JSON files."""
    site.assets = {}
    for file in files:
        if file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/"):
            digest = hashlib.sha256(Path(file.abs_src_path).read_bytes()).hexdigest()[:8]
            path = Path(file.src_uri)
            file.dest_uri = path.with_suffix(f".{digest}{path.suffix}").as_posix()
            site.assets[file.src_uri] = file.url
    for uri, text in site.files.items():
        files.append(File.generated(config, uri, content=text))
    return files


def on_nav(nav, config, files):
    """The theme names its logo and icon by path: hand it the fingerprinted one."""
    config.theme["logo"] = config.theme["favicon"] = site.assets["assets/images/mark.svg"]


def on_page_markdown(markdown, page, config, files):
    """Put the slots of records around the prose."""
    before, after = site.parts.around(page.file.src_uri)
    return f"{before}\n\n{markdown}\n\n{after}"


def on_page_content(html, page, config, files):
    """Fill the slots, resolve the links to claims, add copy buttons."""
    uri = page.file.src_uri
    try:
        html = SLOT.sub(lambda slot: site.parts.fill(slot[1], slot[2], uri), html)
        return site.mend.copy_buttons(site.parts.link_claims(html, uri))
    except site.data.Mistake as mistake:
        raise Abort(str(mistake)) from mistake


def on_env(env, config, files):
    """Templates may ask for an asset by its plain name."""
    env.filters["asset"] = lambda path: site.assets[path]
    return env


def on_post_page(output, page, config):
    """Mend what the theme's markup lacks."""
    return site.mend.page(output)


def on_post_template(output_content, template_name, config):
    """The same for pages that are not Markdown, such as 404.html."""
    return site.mend.page(output_content)
