"""Who is here, the codes under way, the receipts in words, and words that are not signed yet."""

from tests.office.casework import casework
from tests.office.made import Office
from visitapp.actions import enrol, unsent
from visitapp.actions.people import people
from visitapp.actions.receipts import receipts


def test_members_stand_with_whether_a_laptop_of_theirs_was_let_in(the_office: Office):
    code = enrol.invite(the_office.lead, "Jo Marsh", "worker", "Student")
    found = people(the_office.lead)
    assert [(one.name, one.job, one.joined, one.me) for one in found.members] == [
        ("Sam Lee", "Team lead", True, True),
        ("Asha Reed", "Social worker", True, False),
        ("Jo Marsh", "Student", False, False),
    ]
    assert [(one.name, one.code, one.offered) for one in found.invites] == [("Jo Marsh", code, False)]
    the_office.sync(the_office.lead)
    assert people(the_office.lead).invites[0].offered


def test_codes_stay_with_the_person_who_invited(the_office: Office):
    enrol.invite(the_office.lead, "Jo Marsh", "worker")
    for session in (the_office.lead, the_office.worker):
        the_office.sync(session)
    found = people(the_office.worker)
    assert found.invites == ()
    assert not found.lead
    assert [one.me for one in found.members] == [False, True, False]


def test_receipts_name_what_was_signed_the_newest_first(the_office: Office):
    families = casework(the_office)
    found = receipts(the_office.worker)
    assert {one.title for one in found} == {"Brindle family", "Tallis family", "Quill family"}
    assert [one.confirmed_at for one in found] == sorted((one.confirmed_at for one in found), reverse=True)
    assert {one.what.id for one in found} >= {"code.entry.visit", "code.entry.addendum", "code.entry.quick_note"}
    assert len(receipts(the_office.worker, most=2)) == 2
    assert families.ash not in {one.title for one in found}


def test_words_of_a_form_are_kept_until_they_are_forgotten(the_office: Office):
    worker = the_office.worker
    assert unsent.kept(worker, "family") is None
    unsent.keep(worker, "family", {"title": "Ash"})
    unsent.keep(worker, "reply:c", {"words": "Other"})
    found = unsent.kept(worker, "family")
    assert found is not None
    assert found.values == {"title": "Ash"}
    unsent.forget(worker, "family")
    assert unsent.kept(worker, "family") is None
    assert unsent.kept(worker, "reply:c") is not None
