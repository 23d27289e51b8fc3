"""The pages of help, read from resources/docs/help. Pure: no Qt.

They are Markdown of the plainest kind, so that they read well elsewhere too: one `#` title, `##` sections, paragraphs,
`-` and `1.` lists, and a link alone on its line, `[Words](page.md#section)`. A section is named by its words in lower
case with hyphens.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from visitapp.resources import resource

ORDER = ("first-day", "visit", "questions", "marks", "family", "my-lead-sees", "sync", "wrong", "lead", "training")
"""The pages, in the order of their list."""

Kind = Literal["words", "bullet", "number", "link"]
_LINK = re.compile(r"\[([^\]]+)\]\(([a-z-]+)\.md(#[a-z-]+)?\)")
_ITEM = re.compile(r"(-|[0-9]+\.) +(.*)")


class Block(Struct, frozen=True):
    """A paragraph, an item of a list with its `sign`, or a link `to` page#section."""

    kind: Kind
    words: str
    sign: str = ""
    to: str = ""


class Section(Struct, frozen=True):
    """What stands under a heading; `name` "" before the first."""

    name: str
    heading: str
    blocks: tuple[Block, ...]


class HelpText(Struct, frozen=True):
    """One page of help."""

    name: str
    title: str
    sections: tuple[Section, ...]


def read(name: str) -> HelpText:
    """A page by name."""
    return parse(name, resource("docs", "help", f"{name}.md").read_text(encoding="utf-8"))


def parse(name: str, written: str) -> HelpText:
    """A page from its Markdown."""
    first, *rest = re.split(r"^## +", written, flags=re.M)
    title, _, intro = first.partition("\n")
    sections = [Section("", "", tuple(_blocks(intro)))] if intro.strip() else []
    for one in rest:
        heading, _, body = one.partition("\n")
        sections.append(Section(named(heading), heading.strip(), tuple(_blocks(body))))
    return HelpText(name, title.removeprefix("# ").strip(), tuple(sections))


def named(heading: str) -> str:
    """A section's name, from its heading."""
    return re.sub(r"[^a-z]+", "-", heading.lower()).strip("-")


def _blocks(body: str) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", body.strip()):
        if not _ITEM.match(chunk):
            yield _paragraph(" ".join(line.strip() for line in chunk.splitlines()))
            continue
        for item in re.split(r"\n(?=- |[0-9]+\. )", chunk):
            found = _ITEM.match(" ".join(line.strip() for line in item.splitlines()))
            if found:
                bullet = found[1] == "-"
                yield Block("bullet" if bullet else "number", found[2], "•" if bullet else found[1])


def _paragraph(words: str) -> Block:
    link = _LINK.fullmatch(words)
    return Block("link", link[1], to=f"{link[2]}{link[3] or ''}") if link else Block("words", words)
