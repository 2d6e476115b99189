import time

import pytest

from app.domain.text.ats import ats_checks
from app.domain.text.ats.signals import has_figure, shows_scale
from app.domain.text.ats.wording import tense_of
from app.domain.text.compose import original_content
from app.domain.text.document import Content, Header, Item, Section, Sentence
from tests.domain.text.match.builders import TODAY, make_career


def good() -> Content:
    texts = [
        "Built a billing service that answers 2,000 requests a second",
        "Cut hosting costs by 20 % with smaller images",
        "Taught four colleagues how to write tests",
    ]
    filler = "Wrote the monthly report on incidents and their causes for number {} of the branches of the firm"
    return Content(
        document_type="resume",
        header=Header(full_name="Ada", email="ada@example.org", phone="+43 1 2345678", location="Wien"),
        sections=[
            Section(
                kind="experience",
                title="Experience",
                items=[
                    Item(
                        title="Engineer",
                        organization="Acme",
                        start_date="2020-01",
                        end_date="2022-05",
                        sentences=[Sentence(text=text) for text in texts],
                    )
                ],
            ),
            Section(
                kind="custom",
                title="More",
                items=[Item(sentences=[Sentence(text=filler.format(number)) for number in range(8)])],
            ),
        ],
    )


def failing(content: Content, **options: int) -> dict[str, tuple[str, tuple[str, ...]]]:
    checks = ats_checks(content, today=TODAY, **options)
    return {check.name: (check.status, check.paths) for check in checks if check.status != "pass"}


def test_a_sound_document_passes_every_check() -> None:
    assert failing(good(), page_count=1) == {}


def test_a_document_without_contact_data_fails() -> None:
    content = good()
    content.header = Header(full_name="Ada", phone="123")
    assert failing(content) == {"contact": ("fail", ("header/email", "header/phone", "header/location"))}


def test_an_unusual_heading_is_named() -> None:
    content = good()
    content.sections[0].title = "Where I have been"
    assert failing(content) == {"headings": ("warn", ("sections/0",))}


@pytest.mark.parametrize(
    ("start", "end"), [("", ""), ("2020-13", "2021-01"), ("2022-01", "2020-01"), ("2031-01", None), ("soon", "")]
)
def test_a_date_that_cannot_be_read_fails(start: str, end: str | None) -> None:
    content = good()
    content.sections[0].items[0].start_date, content.sections[0].items[0].end_date = start, end
    assert failing(content)["dates"] == ("fail", ("sections/0/items/0",))


def test_mixed_precision_and_old_roles_first_are_told() -> None:
    content = good()
    content.sections[0].items.append(Item(title="Engineer", organization="B", start_date="2023", end_date=None))
    assert set(failing(content)) == {"date_precision", "order"}


def test_wording_is_checked_sentence_by_sentence() -> None:
    content = good()
    item = content.sections[0].items[0]
    item.sentences = [
        Sentence(text="I built my own things for 20 customers"),
        Sentence(text="Manage a team of 5 people"),
        Sentence(text="Responsible for synergies between teams"),
        Sentence(text="Built the website of the firm in 2 weeks"),
        Sentence(text="Built the website of the firm in 2 weeks."),
        Sentence(text="Short"),
    ]
    path = "sections/0/items/0/sentences/{}".format
    assert failing(content) == {
        "statement_length": ("warn", (path(5),)),
        "duplicates": ("warn", (path(4),)),
        "first_person": ("warn", (path(0),)),
        "tense": ("warn", (path(1),)),
        "buzzwords": ("warn", (path(2),)),
        "weak_openings": ("warn", (path(2),)),
    }


def test_tables_pictographs_columns_and_pages_are_told() -> None:
    content = good()
    content.sections[1].items[0].sentences[0].text = "a | b | c"
    content.sections[1].items[0].sentences[1].text = "Won the race 🏆"
    found = failing(content, page_count=3, columns=2)
    assert found == {
        "layout": ("warn", ("sections/1/items/0/sentences/0", "sections/1/items/0/sentences/1")),
        "length": ("warn", ()),
    }


def test_a_letter_may_say_i() -> None:
    letter = Content(
        document_type="cover_letter",
        header=good().header,
        sections=[Section(kind="letter", items=[Item(sentences=[Sentence(text="I like my work. " * 40)])])],
    )
    assert failing(letter) == {}


def test_the_untailored_document_can_be_checked() -> None:
    assert "contact" in failing(original_content(make_career()))


@pytest.mark.parametrize(
    "text",
    ["Cut costs by 20 %", "for 300 users", "saved $2M", "10x faster", "Doubled sales", "from 3 h to 5 minutes", "40k"],
)
def test_figures_measure_something(text: str) -> None:
    assert has_figure(text)


@pytest.mark.parametrize("text", ["in 2019", "Python 3.11", "Built things", "since 2019 users can log in", "ISO 27001"])
def test_years_and_versions_are_no_figures(text: str) -> None:
    assert not has_figure(text)


@pytest.mark.parametrize(
    ("text", "tense"),
    [("Led a team", "past"), ("Designed it", "past"), ("Lead a team", "present"), ("Feed the fish", ""), ("", "")],
)
def test_the_first_word_tells_the_tense(text: str, tense: str) -> None:
    assert tense_of(text) == tense


@pytest.mark.parametrize("text", ["1" * 50_000, "1," * 25_000, "ab " * 20_000, "from 5 " * 8_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    started = time.process_time()
    has_figure(text)
    shows_scale(text)
    assert time.process_time() - started < 10  # seconds: a wide bound, for what is not linear takes minutes


def test_a_document_without_a_name_or_any_work_is_told() -> None:
    content = good()
    content.header = Header(email="ada@example.org", phone="+43 1 2345678", location="Wien")
    content.sections = content.sections[1:]
    assert failing(content)["contact"] == ("fail", ("header/full_name",))
    assert failing(content)["headings"] == ("warn", ())


def test_a_role_without_title_or_employer_is_named() -> None:
    content = good()
    content.sections[0].items[0].title = " "
    content.sections[0].items[0].organization = ""
    assert failing(content)["roles"] == (
        "warn",
        ("sections/0/items/0/title", "sections/0/items/0/organization"),
    )


def test_a_text_of_more_words_than_anybody_reads_is_long() -> None:
    content = good()
    content.sections[1].items[0].sentences = [Sentence(text=f"word {number} of many more") for number in range(300)]
    (length,) = [check for check in ats_checks(content, today=TODAY) if check.name == "length"]
    assert length.status == "warn"
    assert "the text is long" in length.message
