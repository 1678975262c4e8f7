"""What is kept between builds: never another result than making it again."""

import pytest

from reference.kept import Kept


@pytest.fixture
def build(tmp_path):
    """One build that asks for texts: what it gets, and what it had to make."""

    def run(*texts, by="1"):
        made = []
        kept = Kept(tmp_path / "kept/file.json", by, lambda text: made.append(text) or text * 2)
        got = [kept(text) for text in texts]
        kept.save()
        return got, made

    return run


def test_what_a_build_made_the_next_one_takes(build):
    assert build("a", "b", "a") == (["aa", "bb", "aa"], ["a", "b"])
    assert build("b", "c") == (["bb", "cc"], ["c"])


def test_what_a_build_did_not_use_is_not_kept(build):
    build("a", "b")
    build("a")
    assert build("b") == (["bb"], ["b"])


def test_what_another_version_made_is_made_again(build):
    build("a")
    assert build("a", by="2") == (["aa"], ["a"])


@pytest.mark.parametrize("text", ["", "{", "{}", "\0"])
def test_a_broken_file_is_as_none(build, tmp_path, text):
    build("a")
    (tmp_path / "kept/file.json").write_text(text)
    assert build("a") == (["aa"], ["a"])
