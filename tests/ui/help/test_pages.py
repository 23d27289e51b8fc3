"""The pages of help: every link and every F1 leads somewhere, and no word stands in them that people never read."""

import importlib
import pkgutil
import re

import pytest

import visitapp.ui
from visitapp.resources import resource
from visitapp.ui.help.anchors import ELSEWHERE, SECTIONS
from visitapp.ui.help.pages import ORDER, parse, read
from visitapp.ui.kit.page import Page

NEVER = re.compile(r"\b(hypothes\w+|rival|ledger|tier|trigger\w*|voices|yield|refused|suspicious)\b", re.IGNORECASE)


def anchors() -> set[str]:
    found = set()
    for name in ORDER:
        found |= {name, *(f"{name}#{section.name}" for section in read(name).sections)}
    return found


def every_page() -> set[type[Page]]:
    for module in pkgutil.walk_packages(visitapp.ui.__path__, "visitapp.ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [Page]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found |= set(kinds)
        waiting += kinds
    return {kind for kind in found if kind.__module__.startswith("visitapp.")}


def test_every_file_is_in_the_list():
    files = {path.stem for path in resource("docs", "help").glob("*.md")}
    assert files == set(ORDER)
    assert len(ORDER) == len(files)


@pytest.mark.parametrize("name", ORDER)
def test_a_page_is_of_the_plainest_kind(name: str):
    written = resource("docs", "help", f"{name}.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^# ", written, re.M)) == 1
    assert not re.search(r"^###|[*`<>]|^\|", written, re.M)
    text = read(name)
    names = [section.name for section in text.sections]
    assert text.title
    assert len(names) == len(set(names))
    assert all(section.blocks for section in text.sections)
    assert "](" not in "".join(block.words for section in text.sections for block in section.blocks)
    assert not NEVER.search(written)


def test_every_link_leads_somewhere():
    links = [block.to for name in ORDER for section in read(name).sections for block in section.blocks if block.to]
    assert len(links) >= 4
    assert set(links) <= anchors()


def test_f1_leads_to_a_section_that_is_there_from_every_page():
    there = anchors()
    assert ELSEWHERE in there
    assert set(SECTIONS.values()) <= there
    assert set(SECTIONS) <= every_page()


def test_blocks_are_read():
    text = parse(
        "x", "# A title\n\nWords on\ntwo lines.\n\n## One part\n\n- a\n  b\n- c\n\n1. d\n\n[See](marks.md#birthmarks)\n"
    )
    assert (text.title, [section.name for section in text.sections]) == ("A title", ["", "one-part"])
    assert text.sections[0].blocks[0].words == "Words on two lines."
    assert [(block.kind, block.sign, block.words, block.to) for block in text.sections[1].blocks] == [
        ("bullet", "•", "a b", ""),
        ("bullet", "•", "c", ""),
        ("number", "1.", "d", ""),
        ("link", "", "See", "marks#birthmarks"),
    ]
