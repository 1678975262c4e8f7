"""MkDocs hooks: check the data, fill the slots of the pages, publish the data as JSON."""

import hashlib
import re
import sys
from pathlib import Path

# `mkdocs serve` runs this file again for each build: let an edited module be read again, too.
for name in [name for name in sys.modules if name.split(".")[0] == "reference"]:
    del sys.modules[name]

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from reference import mend, published
from reference.blocks import Blocks
from reference.data import Mistake
from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent
SLOT = re.compile(r"<!-- ([a-z-]+)(?::([a-z-]+))? -->")
state = {}


def on_config(config):
    """Load and check everything before a page is read; a mistake stops the build in one line."""
    library = Library(ROOT)
    try:
        library.check()
        state["blocks"] = Blocks(library, Path(config.theme.custom_dir), config.repo_url)
    except Mistake as mistake:
        raise Abort(str(mistake)) from mistake
    state["library"] = library
    if not config.repo_url:
        config.edit_uri = ""


def on_files(files, config):
    """Name our assets after their content and add the JSON files."""
    assets = state["assets"] = {}
    for file in files:
        if file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/"):
            digest = hashlib.sha256(Path(file.abs_src_path).read_bytes()).hexdigest()[:8]
            path = Path(file.src_uri)
            file.dest_uri = path.with_suffix(f".{digest}{path.suffix}").as_posix()
            assets[file.src_uri] = file.url
    for uri, text in published.files(state["library"]).items():
        files.append(File.generated(config, uri, content=text))
    return files


def on_nav(nav, config, files):
    """The theme names its logo and icon by path: hand it the fingerprinted one."""
    config.theme["logo"] = config.theme["favicon"] = state["assets"]["assets/images/mark.svg"]


def on_page_markdown(markdown, page, config, files):
    """Put the slots of records around the prose."""
    before, after = state["blocks"].around(page.file.src_uri)
    return f"{before}\n\n{markdown}\n\n{after}"


def on_page_content(html, page, config, files):
    """Fill the slots and resolve the links to claims."""
    blocks, page_uri = state["blocks"], page.file.src_uri
    try:
        html = SLOT.sub(lambda slot: blocks.fill(slot[1], slot[2], page_uri), html)
        html = blocks.link_claims(html, page_uri)
    except Mistake as mistake:
        raise Abort(str(mistake)) from mistake
    return mend.copy_buttons(html)


def on_post_page(output, page, config):
    """Mend what the theme's markup lacks."""
    return mend.page(output)


def on_post_template(output_content, template_name, config):
    """The same for pages that are not Markdown, such as 404.html."""
    return mend.page(output_content)


def on_env(env, config, files):
    """Templates may ask for an asset by its plain name."""
    env.filters["asset"] = lambda path: state["assets"][path]
    env.globals["blocks"] = state["blocks"]
    return env
