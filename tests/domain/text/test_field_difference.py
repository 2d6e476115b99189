"""What differs outside the sentences, and taking it back."""

from copy import deepcopy
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.text.difference import difference
from app.domain.text.document import Content, Header, Item, Section, Sentence
from app.domain.text.field_difference import FieldChange, field_changes, take_back


def resume() -> Content:
    return Content(
        document_type="resume",
        header=Header(full_name="Ines Carvalho", headline="Engineer", phone="1", links=["a.example", "b.example"]),
        sections=[
            Section(kind="summary", title="Summary", items=[Item(sentences=[Sentence(text="I build services")])]),
            Section(
                kind="experience",
                title="Experience",
                items=[
                    Item(
                        item_id="one",
                        title="Engineer",
                        organization="Mercado Verde",
                        start_date="2021-03",
                        end_date=None,
                        sentences=[Sentence(text="Built the order service"), Sentence(text="Wrote the guide")],
                    ),
                    Item(
                        item_id="two",
                        title="Developer",
                        organization="Lusotrans",
                        start_date="2018",
                        end_date="2021",
                        sentences=[Sentence(text="Moved the data")],
                    ),
                ],
            ),
            Section(
                kind="education", title="Education", items=[Item(item_id="msc", title="MSc", organization="Porto")]
            ),
            Section(
                kind="skills",
                title="Skills",
                items=[
                    Item(title="Languages", sentences=[Sentence(text="Python"), Sentence(text="SQL")]),
                    Item(title="Tools", sentences=[Sentence(text="Docker")]),
                ],
            ),
        ],
    )


def said(before: Content, after: Content) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(one.kind, one.field, one.entry_name, one.before, one.after) for one in field_changes(before, after)]


def without_all(before: Content, after: Content) -> Content:
    return take_back(before, after, difference(before, after, by_entry=True), field_changes(before, after))


def test_equal_documents_differ_in_no_field() -> None:
    assert field_changes(resume(), resume()) == []


def test_contact_data_titles_and_dates_are_told_with_their_entry() -> None:
    after = resume()
    after.header.headline, after.header.phone, after.header.email = "CTO", "", "ines@example.org"
    after.header.links = ["a.example", "c.example", "d.example"]
    job = after.sections[1].items[0]
    job.title, job.start_date, job.end_date = "Head of Engineering", "2019", "2024"
    after.sections[3].items[0].title = "Programming"
    after.sections[0].title = "Profile"
    entry = "Head of Engineering, Mercado Verde"
    assert said(resume(), after) == [
        ("changed", "headline", "", "Engineer", "CTO"),
        ("added", "email", "", None, "ines@example.org"),
        ("removed", "phone", "", "1", None),
        ("changed", "link", "", "b.example", "c.example"),
        ("added", "link", "", None, "d.example"),
        ("changed", "heading", "", "Summary", "Profile"),
        ("changed", "title", entry, "Engineer", "Head of Engineering"),
        ("changed", "start_date", entry, "2021-03", "2019"),
        ("changed", "end_date", entry, "present", "2024"),
        ("changed", "title", "Programming", "Languages", "Programming"),
    ]
    assert without_all(resume(), after) == resume()


def test_one_field_is_taken_back_and_the_others_stay() -> None:
    after = resume()
    after.header.headline = "CTO"
    after.sections[1].items[0].title = "Head"
    first, second = field_changes(resume(), after)
    kept = take_back(resume(), after, [], [second])
    assert (kept.header.headline, kept.sections[1].items[0].title) == ("CTO", "Engineer")
    assert take_back(resume(), after, [], [first]).header.headline == "Engineer"


def test_a_letter_tells_recipient_and_subject() -> None:
    before = Content(document_type="cover_letter", recipient="Acme", subject="Application")
    after = Content(document_type="cover_letter", recipient="Acme, Ms Lee", subject="")
    assert said(before, after) == [
        ("changed", "recipient", "", "Acme", "Acme, Ms Lee"),
        ("removed", "subject", "", "Application", None),
    ]
    assert without_all(before, after) == before


def test_a_moved_section_is_one_change_and_its_lines_have_not_moved() -> None:
    after = resume()
    after.sections.append(after.sections.pop(0))
    assert said(resume(), after) == [("moved", "section", "", "Summary", "Summary")]
    assert {one.kind for one in difference(resume(), after, by_entry=True)} == {"unchanged"}
    assert without_all(resume(), after) == resume()


def test_entries_that_moved_came_and_went_are_named() -> None:
    after = resume()
    jobs = after.sections[1].items
    jobs.reverse()
    after.sections[2].items = [Item(item_id="bsc", title="BSc", organization="Minho")]
    changes = said(resume(), after)
    assert ("added", "entry", "BSc, Minho", None, "BSc, Minho") in changes
    assert ("removed", "entry", "MSc, Porto", "MSc, Porto", None) in changes
    assert [kind for kind, field, *_ in changes if field == "entry"].count("moved") == 1
    assert without_all(resume(), after) == resume()


def test_a_lost_entry_returns_with_its_lines_once() -> None:
    after = resume()
    del after.sections[1].items[1]
    (gone,) = field_changes(resume(), after)
    assert (gone.kind, gone.field, gone.before) == ("removed", "entry", "Developer, Lusotrans")
    assert take_back(resume(), after, [], [gone]) == resume()
    assert without_all(resume(), after) == resume()


def test_a_lost_section_returns_to_its_place() -> None:
    after = resume()
    del after.sections[2]
    assert without_all(resume(), after) == resume()


@given(st.sampled_from(list(permutations(range(4)))), st.booleans(), st.integers(0, 3), st.text(max_size=3))
def test_taking_everything_back_restores_the_document(
    order: tuple[int, ...], flips: bool, renamed: int, heading: str
) -> None:
    before, after = resume(), resume()
    after.sections = [deepcopy(before.sections[at]) for at in order]
    after.sections[renamed].title = heading
    for section in after.sections:
        if flips:
            section.items.reverse()
    changes = field_changes(before, after)
    assert all(isinstance(one, FieldChange) for one in changes)
    assert [section.title for section in without_all(before, after).sections] == [one.title for one in before.sections]
