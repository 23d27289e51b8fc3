"""A story of one's own: as many lessons as contacts that ever became known, whatever is never known."""

from pathlib import Path

import pytest

from tests.questions.telling import BANK
from visitapp.actions.training import lessons, own_story
from visitapp.domain.family import Child
from visitapp.domain.judgement import Answer
from visitapp.words import load

EXAMPLE = Path(__file__).parents[1] / "reference" / "example-case.yaml"


@pytest.mark.parametrize(
    ("before", "after", "contacts"),
    [
        ("", "", ["c1", "c2", "c3", "c4", "c5"]),
        ("    date: 2021-06-08\n", "    date: 2021-06-08\n    recorded_on: never\n", ["c1", "c3", "c4", "c5"]),
        (
            "    date: 2021-06-08\n",
            "    date: 2021-06-08\n    recorded_on: 2021-12-01\n",
            ["c1", "c3", "c4", "c5", "c2"],
        ),
        ("    date: 2021-06-08\n", "    date: 2021\n", ["c1", "c3", "c4", "c5", "c2"]),
    ],
)
def test_there_is_a_lesson_for_each_contact_that_became_known(tmp_path: Path, before, after, contacts):
    file = tmp_path / "mine.yaml"
    file.write_text(EXAMPLE.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    story = own_story(file)
    made = list(lessons(story, BANK, load()))
    assert [lesson.contact.id for lesson in made] == contacts
    assert story.contacts == len(made)


def test_the_key_is_the_files_own(tmp_path: Path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_bytes(EXAMPLE.read_bytes())
    two.write_bytes(EXAMPLE.read_bytes())
    assert own_story(one).key == own_story(two).key
    two.write_bytes(EXAMPLE.read_bytes() + b"# another\n")
    assert own_story(one).key != own_story(two).key


def test_each_thing_is_told_at_one_lesson_only(tmp_path: Path):
    story = own_story(EXAMPLE)
    told = [one.item for lesson in lessons(story, BANK, load()) for one in lesson.told]
    assert len(told) == len(set(told))
    answers = [one.item.id for one in story.file.kept if isinstance(one.item, Answer)]
    assert not set(answers) & set(told)


def test_what_is_told_of_the_family_is_not_told_again_with_the_contact():
    story = own_story(EXAMPLE)
    made = list(lessons(story, BANK, load()))
    children = {one.item.id for one in story.file.kept if isinstance(one.item, Child)}
    assert len(children) <= len(made[0].family)
    assert not children & {one.item for lesson in made for one in lesson.told}
