"""Lines, jobs and sections that people name, and what becomes of the document."""

import pytest

from app.domain.text.career import Career
from app.domain.text.chat.edits import TRIM, apply_edits, drop, is_edit, pages_taken
from app.domain.text.chat.emphasis import wide_wish
from app.domain.text.chat.places import find_place
from app.domain.text.chat.telling import explain, told_changes, told_missing
from app.domain.text.document import Content, Item, Section, Sentence, sentences
from tests.builders import make_career, make_content
from tests.domain.text.test_questions import report

LINES = ["Cut the close to 2 days.", "Wrote the handbook.", "Ran the rota."]


def resume() -> Content:
    content = make_content("Analyst who counts.")

    def job(item_id: str, title: str, company: str, start: str, *texts: str) -> Item:
        return Item(
            item_id=item_id,
            title=title,
            organization=company,
            start_date=start,
            sentences=[Sentence(text=text, source_ids=[f"{item_id}:achievements:0"]) for text in texts],
        )

    content.sections = [
        Section(kind="summary", title="Summary", items=[Item(sentences=[Sentence(text="Analyst who counts.")])]),
        Section(
            kind="experience",
            title="Experience",
            items=[
                job("new", "Lead Analyst", "Banco Sul, Lisbon", "2020-01", *LINES),
                job("old", "Trainee", "Petland", "2016", "Served guests."),
            ],
        ),
        Section(kind="education", title="Education", items=[job("edu", "BSc", "Uni Porto", "2012")]),
        Section(kind="custom", title="Interests", items=[Item(sentences=[Sentence(text="Chess")])]),
    ]
    return content


def texts(content: Content) -> list[str]:
    return [sentence.text for sentence in sentences(content)]


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("the second bullet", "“Wrote the handbook.”"),
        ("bullet 3", "“Ran the rota.”"),
        ("the last bullet", "“Served guests.”"),
        ("the first line", "“Analyst who counts.”"),
        ("die zweite Zeile", "“Cut the close to 2 days.”"),
        ("the second bullet of the first job", "“Wrote the handbook.”"),
        ("“the handbook”", "“Wrote the handbook.”"),
        ("my first job", "Trainee at Petland"),
        ("the first job", "Lead Analyst at Banco Sul, Lisbon"),
        ("my current job", "Lead Analyst at Banco Sul, Lisbon"),
        ("my oldest job", "Trainee at Petland"),
        ("the job at Petland", "Trainee at Petland"),
        ("Banco Sul", "Lead Analyst at Banco Sul, Lisbon"),
        ("my hobbies", "the section Interests"),
        ("les loisirs", "the section Interests"),
        ("the summary", "the section Summary"),
        ("the education section", "the section Education"),
    ],
)
def test_a_place_is_found_as_people_name_it(named: str, name: str) -> None:
    place = find_place(named, resume())
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "named", ["Redis", "the ninth bullet", "the projects", "leadership", "bullet 12", "“Cobol days”"]
)
def test_what_is_not_there_is_no_place(named: str) -> None:
    assert find_place(named, resume()) is None


def test_each_edit_takes_out_what_it_names_and_is_kept_as_a_text() -> None:
    content = resume()
    for named, lost in (
        ("the second bullet", ["Wrote the handbook."]),
        ("my first job", ["Served guests."]),
        ("my hobbies", ["Chess"]),
    ):
        place = find_place(named, content)
        assert place is not None
        edit = drop(place)
        assert is_edit(edit)
        assert [text for text in texts(content) if text not in texts(apply_edits(content, [edit]))] == lost
    assert content == resume()
    assert apply_edits(content, ["edit:line:Not there", "edit:nothing:"]) == content
    assert not is_edit("drop Redis")


def test_shorter_takes_lines_without_a_figure_and_leaves_each_job_its_first() -> None:
    content, sizes = resume(), []
    for _ in range(4):
        content = apply_edits(content, [TRIM])
        sizes.append(len(texts(content)))
    assert sizes == [5, 4, 4, 4]
    assert "Cut the close to 2 days." in texts(content)
    assert pages_taken(content) < pages_taken(resume()) < 1


def test_changes_are_told_as_a_reader_would_see_them() -> None:
    before, after = resume(), resume()
    after.sections[1].items[0].sentences.reverse()
    after.sections[1], after.sections[2] = after.sections[2], after.sections[1]
    assert told_changes(before, after) == (
        "1 line moved up (“Ran the rota.”); "
        "the sections now come in this order: Summary, Education, Experience, Interests"
    )
    del after.sections[3]
    after.sections[2].items.pop()
    assert told_changes(resume(), after).startswith("2 lines taken out (“Served guests.”, “Chess”)")
    assert "gone: the section Interests" in told_changes(resume(), after)
    assert told_changes(before, before) == ""


def test_a_wide_wish_is_brought_down_to_the_lines_that_speak_of_it() -> None:
    career = make_career()
    career.experiences[0].achievements = ["Led the payments team of 4, in two towns", "Called customers"]
    assert wide_wish("emphasise leadership", career) == "emphasise leadership, Led the payments team of"
    assert wide_wish("emphasise customers", career) == "emphasise customers, Called customers"
    assert wide_wish("emphasise Redis", career) == "emphasise Redis"
    assert wide_wish("put education first", career) == "put education first"
    career.experiences[0].achievements = ["Called customers"]
    assert wide_wish("emphasise leadership", career) == "emphasise leadership"


def career_of_lines() -> Career:
    made = make_career()
    made.experiences[0].id, made.experiences[0].achievements = "new", list(LINES)
    return made


def test_a_line_is_explained_by_its_place_and_its_use() -> None:
    told = explain(" you write the second bullet there", resume(), career_of_lines(), report())
    assert told.startswith("“Wrote the handbook.” is there because your profile says “Cut the close to 2 days.”")
    told = explain(" is the first bullet there?", resume(), career_of_lines(), report())
    assert told == (
        "“Cut the close to 2 days.” is your own line from Senior Backend Engineer at Fjord Pay, word for word. "
        "It has a figure, and figures are what readers remember."
    )
    assert explain(" you write the summary", resume(), career_of_lines()).startswith("“Analyst who counts.” rests on")
    assert explain("?", resume(), career_of_lines()).startswith("Which line do you mean?")


def test_what_was_denied_is_told_apart_from_what_is_missing() -> None:
    found = report()
    object.__setattr__(found, "missing_keywords", ("Kafka", "Go"))
    assert told_missing(found, ["kafka"]) == (
        "The posting asks for these, and your profile does not show them: Go. If you have it, add it to your profile "
        "and then say “write it again”. You said that you do not have Kafka."
    )
    assert told_missing(found, ["kafka", "go"]) == "Nothing else. You said that you do not have Kafka and Go."
