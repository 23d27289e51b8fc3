"""What a lesson says, in words."""

from pathlib import Path

from tests.questions.telling import BANK
from visitapp.actions.training import lessons, own_story
from visitapp.ui.training.words import lesson_words
from visitapp.words import load


def test_where_nothing_is_asked_it_is_said_that_a_child_is_outside_a_rules_ages(tmp_path: Path):
    file = tmp_path / "quiet.yaml"
    file.write_text(
        """
format: visitapp-case/1
reference: QUIET-1
children: [{id: ann, name: Ann Marlowe, born: 2014-06-10, milestones: [{date: 2016-01-01, can: walks}]}]
professionals: [{id: tea, role: teacher, sector: education}]
contacts:
  - id: c1
    date: 2021-07-12
    kind: school_report
    by: tea
    children_seen: [{child: ann, seen: "yes"}]
    marks: [{id: m1, child: ann, region: forehead, kind: bruise, seen_by: tea}]
    accounts: [{by: tea, about: [m1], cause: fell, was_there: "yes"}]
""",
        encoding="utf-8",
    )
    say, story = load(), own_story(file)
    (lesson,) = lessons(story, BANK, say)
    assert lesson.cards == ()
    assert lesson_words(say, story, 0, lesson).silence == (
        "No question from the rules. Ann was 4 years or older: outside the ages for which the rule about places on the "
        "body was made. That is not an opinion on the mark."
    )
