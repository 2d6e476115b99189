from dataclasses import replace
from datetime import date

import pytest

from app.domain.partial_date import partial_date
from app.domain.text.career import KEPT_DOCUMENT, Career, Education, Experience, Skill
from app.domain.text.document import Content, Header, Item, Section, Sentence
from app.domain.text.grounding import apply_report, repair_content, report_to_plain, verify_content
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)


@pytest.fixture
def career() -> Career:
    return Career(
        id="p",
        full_name="Ines Kraft",
        email="ines@kraft.example",
        phone="+43 664 555 01 02",
        location="Graz, Austria",
        github="https://github.com/ineskraft",
        headline="Backend engineer",
        experiences=[
            Experience(
                id="e1",
                title="Backend Engineer",
                company="Nordwind Logistics",
                location="Graz",
                start_date=partial_date("2019-03"),
                is_current=True,
                achievements=["Reduced API latency by 40% by adding Redis caching", "Helped migrate 12 services"],
            ),
            Experience(id="e2", title="Waiter", company="Café Lang", achievements=["Served 150 guests a day"]),
        ],
        education=[
            Education(
                id="d1", institution="TU Graz", degree="BSc", field_of_study="Physics", end_date=partial_date("2018")
            )
        ],
        skills=[Skill(id="s1", name="FastAPI"), Skill(id="s2", name="Redis")],
    )


@pytest.fixture
def content() -> Content:
    return Content(
        document_type="resume",
        profile_id="p",
        header=Header(
            full_name="Ines Kraft",
            headline="Backend Engineer",
            email="ines@kraft.example",
            phone="+43 664 5550102",
            location="Graz",
            links=["github.com/ineskraft"],
        ),
        sections=[
            Section(
                kind="experience",
                title="Experience",
                items=[
                    Item(
                        item_id="e1",
                        title="Backend Engineer",
                        organization="Nordwind Logistics",
                        location="Graz",
                        start_date="2019-03",
                        end_date=None,
                        sentences=[
                            Sentence(text="Cut API latency by 40 percent with Redis", source_ids=["e1:achievements:0"]),
                            Sentence(text="Assisted in migrating twelve services", source_ids=["e1:achievements:1"]),
                        ],
                    )
                ],
            ),
            Section(
                kind="education",
                items=[Item(item_id="d1", title="BSc in Physics", organization="TU Graz", end_date="2018")],
            ),
            Section(
                kind="skills", items=[Item(title="Tools", sentences=[Sentence(text="Redis", source_ids=["s2:name"])])]
            ),
        ],
    )


def with_item(content: Content, **changes: object) -> Content:
    item = replace(content.sections[0].items[0], **changes)  # type: ignore[arg-type]
    return replace(content, sections=[replace(content.sections[0], items=[item]), *content.sections[1:]])


def ungrounded(content: Content, career: Career) -> list[str]:
    report = verify_content(content, career, lexicon(), today=TODAY)
    paths = [one.path for one in report.sentences if one.verdict != "grounded"]
    return paths + [one.path for one in report.fields if one.verdict != "grounded"]


def test_a_faithful_document_is_grounded_throughout(content: Content, career: Career) -> None:
    report = verify_content(content, career, lexicon(), today=TODAY)

    assert (report.grounded, report.ungrounded, report.unchecked) == (18, 0, 0)
    assert [one.path for one in report.sentences] == [
        "sections/0/items/0/sentences/0",
        "sections/0/items/0/sentences/1",
        "sections/2/items/0/sentences/0",
    ]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"title": "Senior Backend Engineer"}, "sections/0/items/0/title"),
        ({"organization": "Google"}, "sections/0/items/0/organization"),
        ({"start_date": "2018-03"}, "sections/0/items/0/start_date"),
        ({"end_date": "2025-01"}, "sections/0/items/0/end_date"),
        ({"location": "Vienna"}, "sections/0/items/0/location"),
        ({"url": "https://evil.example"}, "sections/0/items/0/url"),
        ({"item_id": "e9"}, "sections/0/items/0/item_id"),
    ],
)
def test_a_field_that_is_not_the_profiles_is_ungrounded(
    content: Content, career: Career, changes: dict[str, object], path: str
) -> None:
    assert path in ungrounded(with_item(content, **changes), career)


@pytest.mark.parametrize(
    ("language", "changes", "message"),
    [
        ("en", {"start_date": "2018-03"}, "“Mar 2018” is not the profile's: the profile has “Mar 2019”"),
        ("de", {"start_date": "2018-03-09"}, "“9. März 2018” is not the profile's: the profile has “März 2019”"),
        ("en", {"end_date": "2025-01"}, "“Jan 2025” is not the profile's: the profile has “Present”"),
        ("fr", {"end_date": "2025"}, "“2025” is not the profile's: the profile has “aujourd’hui”"),
        ("en", {"item_id": "d1", "end_date": None}, "“Present” is not the profile's: the profile has “2018”"),
    ],
)
def test_dates_are_told_as_the_document_writes_them(
    content: Content, career: Career, language: str, changes: dict[str, object], message: str
) -> None:
    changed = replace(with_item(content, **changes), language=language)
    report = verify_content(changed, career, lexicon(), today=TODAY)
    assert message in [reason.message for one in report.fields for reason in one.reasons]


def test_a_date_may_be_told_less_exactly_but_never_more(content: Content, career: Career) -> None:
    assert ungrounded(with_item(content, start_date="2019"), career) == []
    assert ungrounded(with_item(content, start_date="March 2019"), career) == []
    assert ungrounded(with_item(content, start_date="2019-03-01"), career) == ["sections/0/items/0/start_date"]


def test_a_strangers_contact_is_ungrounded(content: Content, career: Career) -> None:
    forged = replace(content, header=replace(content.header, email="other@mail.example", links=["github.com/other"]))

    assert ungrounded(forged, career) == ["header/email", "header/links/0"]


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Work history", "grounded"),
        ("Fördermittel", "grounded"),
        ("Berufserfahrung", "grounded"),
        ("What I do", "grounded"),
        ("Google engineer", "unchecked"),
        ("Award-winning work", "ungrounded"),
        ("Experience: 10 years of Kubernetes", "ungrounded"),
    ],
)
def test_a_heading_names_what_stands_below_it_or_is_a_claim(
    content: Content, career: Career, title: str, verdict: str
) -> None:
    funded = replace(career, custom_fields={"grants": ["ERC Starting Grant"]})
    headed = replace(content, sections=[replace(content.sections[0], title=title), *content.sections[1:]])
    report = verify_content(headed, funded, lexicon(), today=TODAY)
    assert {one.path: one.verdict for one in report.fields}.get("sections/0/title", "grounded") == verdict
    repaired, account = repair_content(headed, funded, lexicon(), today=TODAY)
    assert repaired.sections[0].title == ("" if verdict == "ungrounded" else title)
    assert [(one.path, one.refused) for one in account.fields] == (
        [("sections/0/title", title)] if verdict == "ungrounded" else []
    )


def test_what_the_profile_does_not_prove_is_marked_in_the_document(content: Content, career: Career) -> None:
    forged = with_item(replace(content, header=replace(content.header, phone="+1 555 01")), organization="Google")
    report = verify_content(forged, career, lexicon(), today=TODAY)
    marked = apply_report(forged, report).unproven_fields
    assert [(one.path, one.verdict, [why.kind for why in one.reasons]) for one in marked] == [
        ("header/phone", "ungrounded", ["contact"]),
        ("sections/0/items/0/organization", "ungrounded", ["employer"]),
    ]
    mended, _ = repair_content(forged, career, lexicon(), today=TODAY)
    assert mended.unproven_fields == []


def test_a_fact_of_another_job_does_not_ground_a_sentence(content: Content, career: Career) -> None:
    sentences = [Sentence(text="Served 150 guests a day", source_ids=["e2:achievements:0"])]

    report = verify_content(with_item(content, sentences=sentences), career, lexicon(), today=TODAY)

    assert (report.sentences[0].verdict, report.sentences[0].reasons[0].kind) == ("ungrounded", "source")


def test_verification_changes_nothing_and_the_report_can_be_applied(content: Content, career: Career) -> None:
    report = verify_content(content, career, lexicon(), today=TODAY)

    assert content.sections[0].items[0].sentences[0].verdict == "unchecked"
    assert apply_report(content, report).sections[0].items[0].sentences[0].verdict == "grounded"


def test_a_report_is_json_ready(content: Content, career: Career) -> None:
    forged = with_item(content, sentences=[Sentence(text="Led 12 migrations", source_ids=["e1:achievements:1"])])

    plain = report_to_plain(verify_content(forged, career, lexicon(), today=TODAY))

    assert list(plain) == ["grounded", "ungrounded", "unchecked", "sentences", "fields"]
    sentences = plain["sentences"]
    assert isinstance(sentences, list)
    assert sorted(sentences[0]) == ["path", "reasons", "text", "verdict"]
    assert sorted(sentences[0]["reasons"][0]) == ["kind", "message", "span"]


def test_only_the_failing_sentence_goes_back_to_the_users_words(content: Content, career: Career) -> None:
    forged = with_item(
        content,
        sentences=[
            Sentence(
                text="Reduced API latency by 90% by adding Redis caching",
                source_ids=["e1:achievements:0"],
                origin="llm",
            ),
            Sentence(text="Assisted in migrating twelve services", source_ids=["e1:achievements:1"], origin="llm"),
        ],
    )

    repaired, account = repair_content(forged, career, lexicon(), today=TODAY)

    first, second = repaired.sections[0].items[0].sentences
    assert (first.text, first.verdict, first.refused) == (
        "Reduced API latency by 40% by adding Redis caching",
        "grounded",
        ["Reduced API latency by 90% by adding Redis caching"],
    )
    assert (second.text, second.refused) == ("Assisted in migrating twelve services", [])
    assert [repair.path for repair in account.replaced] == ["sections/0/items/0/sentences/0"]
    assert account.needs_review is False


def test_a_failing_field_goes_back_to_the_profiles_value(content: Content, career: Career) -> None:
    repaired, account = repair_content(
        with_item(content, title="Head of Engineering", end_date="2024"), career, lexicon(), today=TODAY
    )

    item = repaired.sections[0].items[0]
    assert (item.title, item.end_date) == ("Backend Engineer", None)
    assert [repair.refused for repair in account.fields] == ["Head of Engineering", "2024"]


def test_what_nothing_grounds_is_dropped_and_an_emptied_section_wants_review(content: Content, career: Career) -> None:
    forged = replace(
        content,
        sections=[Section(kind="summary", items=[Item(sentences=[Sentence(text="Won 12 awards for leadership")])])],
    )

    repaired, account = repair_content(forged, career, lexicon(), today=TODAY)

    assert repaired.sections[0].items[0].sentences == []
    assert ([repair.refused for repair in account.dropped], account.needs_review) == (
        ["Won 12 awards for leadership"],
        True,
    )


def test_a_sentence_that_the_user_wrote_is_theirs_to_change(content: Content, career: Career) -> None:
    own = Sentence(text="Reduced API latency by 60%", source_ids=["e1:achievements:0"], origin="user")

    repaired, account = repair_content(with_item(content, sentences=[own]), career, lexicon(), today=TODAY)

    assert repaired.sections[0].items[0].sentences[0].text == "Reduced API latency by 60%"
    assert (account.unrepaired, account.needs_review) == (["sections/0/items/0/sentences/0"], True)


def test_a_letter_goes_back_to_the_users_words_in_the_first_person(career: Career) -> None:
    letter = Content(
        document_type="cover_letter",
        recipient="Globex",
        sections=[
            Section(
                kind="letter",
                items=[
                    Item(
                        sentences=[
                            Sentence(text="I am applying for the Platform Engineer position at Globex."),
                            Sentence(text="I cut latency by 75%.", source_ids=["e1:achievements:0"], origin="llm"),
                        ]
                    )
                ],
            )
        ],
    )

    repaired, _ = repair_content(letter, career, lexicon(), today=TODAY)

    assert [sentence.text for sentence in repaired.sections[0].items[0].sentences] == [
        "I am applying for the Platform Engineer position at Globex.",
        "I reduced API latency by 40% by adding Redis caching.",
    ]


def test_the_date_of_a_letter_is_no_fact(career: Career) -> None:
    item = Item(start_date="2026-11-21", sentences=[Sentence(text="I look forward to hearing from you.")])
    letter = Content(document_type="cover_letter", sections=[Section(kind="letter", items=[item])])

    assert ungrounded(letter, career) == []


def test_every_failing_field_of_an_item_goes_back(content: Content, career: Career) -> None:
    forged = with_item(
        content, organization="Google", location="Vienna", start_date="2001-01", url="https://evil.example"
    )
    repaired, account = repair_content(forged, career, lexicon(), today=TODAY)
    item = repaired.sections[0].items[0]
    assert (item.organization, item.location, item.start_date, item.url) == (
        "Nordwind Logistics",
        "Graz",
        "2019-03",
        "",
    )
    assert {repair.path.rpartition("/")[2]: repair.refused for repair in account.fields} == {
        "organization": "Google",
        "location": "Vienna",
        "start_date": "2001-01",
        "url": "https://evil.example",
    }


def test_a_strangers_header_goes_back_and_a_strangers_link_goes(content: Content, career: Career) -> None:
    header = Header(
        full_name="Dr. Ines Kraft",
        headline="Chief Technology Officer",
        email="other@evil.example",
        phone="+1 555 0100",
        location="Paris",
        links=["github.com/ineskraft", "evil.example/ines"],
    )
    repaired, account = repair_content(replace(content, header=header), career, lexicon(), today=TODAY)
    assert repaired.header == Header(
        full_name="Ines Kraft",
        headline="Backend engineer",
        email="ines@kraft.example",
        phone="+43 664 555 01 02",
        location="Graz, Austria",
        links=["github.com/ineskraft"],
    )
    assert {repair.path for repair in account.fields} == {
        *(f"header/{name}" for name in ("full_name", "headline", "email", "phone", "location")),
        "header/links/1",
    }


@pytest.mark.parametrize(
    ("headline", "verdict"),
    [
        ("Backend engineer", "grounded"),
        ("Waiter", "grounded"),
        ("Backend engineer, BSc in Physics", "grounded"),
        ("Principal engineer with ten awards", "ungrounded"),
    ],
)
def test_a_headline_may_be_put_together_of_what_the_profile_says(
    content: Content, career: Career, headline: str, verdict: str
) -> None:
    report = verify_content(
        replace(content, header=replace(content.header, headline=headline)), career, lexicon(), today=TODAY
    )
    assert {one.path: one.verdict for one in report.fields}["header/headline"] == verdict


def test_links_of_the_profiles_own_fields_are_its_own_and_those_of_a_kept_import_are_not(
    content: Content, career: Career
) -> None:
    career.custom_fields = {"links": ["https://ines.example"], "blog": "https://blog.example", KEPT_DOCUMENT: "{}"}
    header = replace(content.header, links=["ines.example", "https://blog.example/", "{}"])
    report = verify_content(replace(content, header=header), career, lexicon(), today=TODAY)
    verdicts = {one.path: one.verdict for one in report.fields if "links" in one.path}
    assert verdicts == {
        "header/links/0": "grounded",
        "header/links/1": "grounded",
        "header/links/2": "ungrounded",
    }
