"""One version of what was said, in a block: who, when, the words, and the way to the visit."""

from collections.abc import Callable

from visitapp.ui.case.said.words import VersionWords
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Block
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Hint, Label, Para, Small, Tag
from visitapp.words import Say


def version_block(say: Say, version: VersionWords, of: str, opened: Callable[[str], object]) -> Block:
    """The block. `of`: of what, for those who listen; `opened` gets the contact of its visit."""
    block = Block()
    tags = [Tag(version.corrected, "warn")] if version.corrected else []
    block.add(Row(Label(version.by), *tags))
    block.add(Small(version.when))
    block.add(Para(version.words, selectable=True))
    for more in version.more:
        block.add(Hint(more))
    if version.contact:
        link = LinkButton(say("overview.open_visit"))
        link.setAccessibleDescription(f"{version.by}, {version.when}, {of}")
        link.clicked.connect(lambda _on=False: opened(version.contact))
        block.add(link)
    return block
