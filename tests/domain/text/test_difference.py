"""The sentence diff."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.text.difference import changes_between, difference, without_changes
from app.domain.text.document import Content, Item, Section, Sentence, sentences


def document(*items: list[str]) -> Content:
    sections = [
        Section(
            kind="experience",
            items=[
                Item(item_id=f"job-{index}", sentences=[Sentence(text=text) for text in texts])
                for index, texts in enumerate(items)
            ],
        )
    ]
    return Content(document_type="resume", sections=sections)


def kinds(before: Content, after: Content) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind, change.before, change.after) for change in difference(before, after)]


def test_equal_documents_have_no_changes() -> None:
    content = document(["Led a team of 4", "Cut costs"], ["Cut costs"])
    assert [kind for kind, _, _ in kinds(content, content)] == ["unchanged"] * 3


def test_a_reworded_sentence_is_one_change_not_two() -> None:
    before = document(["Reduced build time from 20 to 6 minutes", "Wrote the handbook"])
    after = document(["Cut build time from 20 minutes to 6 minutes", "Wrote the handbook"])
    assert kinds(before, after) == [
        ("changed", "Reduced build time from 20 to 6 minutes", "Cut build time from 20 minutes to 6 minutes"),
        ("unchanged", "Wrote the handbook", "Wrote the handbook"),
    ]


def test_added_and_removed_sentences_stand_where_they_belong() -> None:
    before = document(["alpha beta gamma", "one two three", "omega"])
    after = document(["alpha beta gamma", "omega", "something entirely new here"])
    assert kinds(before, after) == [
        ("unchanged", "alpha beta gamma", "alpha beta gamma"),
        ("removed", "one two three", None),
        ("unchanged", "omega", "omega"),
        ("added", None, "something entirely new here"),
    ]


def test_moved_text_is_shown_as_moved() -> None:
    before = document(["first", "second", "third"])
    after = document(["third", "first", "second"])
    assert [(kind, text) for kind, _, text in kinds(before, after)] == [
        ("moved", "third"),
        ("unchanged", "first"),
        ("unchanged", "second"),
    ]


def test_text_under_another_item_has_moved() -> None:
    before, after = document(["alpha", "beta"], ["gamma"]), document(["alpha"], ["gamma", "beta"])
    assert ("moved", "beta", "beta") in kinds(before, after)


def test_repeated_sentences_pair_one_to_one() -> None:
    before, after = document(["same", "same"]), document(["same"])
    assert [kind for kind, _, _ in kinds(before, after)] == ["unchanged", "removed"]


def test_from_nothing_everything_is_added() -> None:
    assert kinds(document(), document(["new"])) == [("added", None, "new")]
    assert kinds(document(["old"]), document()) == [("removed", "old", None)]


def test_a_refused_wording_returns_and_the_other_change_stays() -> None:
    before = document(["Reduced build time from 20 to 6 minutes", "Wrote the handbook"])
    after = document(["Cut build time from 20 minutes to 6 minutes", "Wrote the whole handbook"])
    kept = without_changes(before, after, [0])
    assert [sentence.text for sentence in sentences(kept)] == [
        "Reduced build time from 20 to 6 minutes",
        "Wrote the whole handbook",
    ]
    assert without_changes(before, after, []) == after


def test_a_refused_loss_returns_to_its_place_also_where_its_item_is_gone() -> None:
    before = document(["alpha beta", "one two three"], ["quite another job"])
    after = document(["one two three"])
    changes = changes_between(before, after)
    assert [change.kind for change in changes] == ["removed", "removed"]
    assert without_changes(before, after, [0, 1]) == before


LINES = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "one two three", "one two four"]), max_size=5)


@given(LINES, LINES, LINES, LINES)
def test_refusing_everything_brings_every_line_back_to_its_item(
    a: list[str], b: list[str], c: list[str], d: list[str]
) -> None:
    before, after = document(a, b), document(c, d)
    back = without_changes(before, after, range(100))
    lines = [sorted(sentence.text for sentence in item.sentences) for item in before.sections[0].items]
    found = {
        item.item_id: sorted(sentence.text for sentence in item.sentences)
        for part in back.sections
        for item in part.items
    }
    assert [found.get(f"job-{index}", []) for index in range(2)] == lines
