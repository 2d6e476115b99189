"""Who a resume is about, and how to reach them."""

import pytest

from app.domain.text.source import Line, Link, SourceText
from tests.domain.text.resume.reading import facts, source_of

WORK = "\nExperience\nBaker, Oven Door, 2012 - 2014\n- Baked bread\n"
HEADERS: dict[str, tuple[str, list[str]]] = {
    "a written out address": (
        "Ida Holm\n12 Mill Lane, Leeds, UK\nida (at) example (dot) com\nTel. 0113 496 0000 ext. 12",
        ["Ida Holm", "", "ida@example.com", "0113 496 0000 ext. 12", "Leeds, UK"],
    ),
    "a street and its town in one row": (
        "Ida Holm\nBaker\n12 Mill Lane, Leeds, UK",
        ["Ida Holm", "Baker", "", "", "Leeds, UK"],
    ),
    "a flat, a street and a town": (
        "Ida Holm\nBaker\nFlat 2, 12 Mill Lane Leeds, UK",
        ["Ida Holm", "Baker", "", "", "Leeds, UK"],
    ),
    "a street, a code and a town in brackets": (
        "Ida Holm\nBaker\n12 Mill Lane LS1 4AB (Leeds)",
        ["Ida Holm", "Baker", "", "", "Leeds"],
    ),
    "a name with degrees behind it": ("Ida Holm, RN, BSN\nNurse", ["Ida Holm", "Nurse", "", "", ""]),
    "a name in capitals": ("IDA MARIA HOLM\nBaker", ["Ida Maria Holm", "Baker", "", "", ""]),
    "labels before every field": (
        "Name: Ida Holm\nAddress: Lindenweg 4, 50667 Köln\nPhone: +49 221 555 0134\nE-mail: ida@example.de",
        ["Ida Holm", "", "ida@example.de", "+49 221 555 0134", "50667 Köln"],
    ),
    "a first row of everything": (
        "Ida Holm | Baker | Berlin | ida@example.de | +49 30 5550134",
        ["Ida Holm", "Baker", "ida@example.de", "+49 30 5550134", "Berlin"],
    ),
    "a Brazilian header": (
        "João da Silva\nEngenheiro de Software\nSão Paulo, SP | (11) 95555-0134 | joao@example.com.br",
        ["João da Silva", "Engenheiro de Software", "joao@example.com.br", "(11) 95555-0134", "São Paulo, SP"],
    ),
    "a Dutch header": (
        "Sanne de Vries\nVerpleegkundige\nKeizersgracht 12, 1015 CN Amsterdam\n06-55501234",
        ["Sanne de Vries", "Verpleegkundige", "", "06-55501234", "1015 CN Amsterdam"],
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_read_whole(name: str) -> None:
    text, expected = HEADERS[name]
    assert facts(text + WORK)["header"] == expected


def test_a_name_in_two_rows_of_large_type_is_one() -> None:
    lines = (Line("Ida", 24), Line("Holm", 24), Line("Baker and confectioner", 11))
    assert facts(SourceText(kind="pdf", lines=lines))["header"] == ["Ida Holm", "Baker and confectioner", "", "", ""]


def test_hyperlinks_on_words_of_the_header_are_the_persons_own() -> None:
    links = (
        Link("LinkedIn", "https://www.linkedin.com/in/idaholm"),
        Link("Portfolio", "https://ida.example/work"),
        Link("Mail me", "mailto:ida@example.com?subject=hello"),
        Link("Call", "tel:+4512345678"),
        Link("Call again", "tel:+4587654321"),
        Link("Oven Door", "https://oven.example"),
        Link("ida.example/work", "http://www.ida.example/work/"),
    )
    told = facts(source_of("Ida Holm\nBaker\nLinkedIn  |  Portfolio  |  Mail me" + WORK, links=links))
    assert told["header"] == ["Ida Holm", "Baker", "ida@example.com", "+4512345678", ""]
    assert told["links"] == ["https://www.linkedin.com/in/idaholm", "https://ida.example/work"]


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("github: @idaholm", ["github.com/idaholm"]),
        ("LinkedIn: in/ida-holm", ["linkedin.com/in/ida-holm"]),
        ("Medium: @idaholm | Behance: ida", ["medium.com/@idaholm", "behance.net/ida"]),
        ("github idaholm", []),
        ("https://www.ida.example/ | www.ida.example", ["https://www.ida.example/"]),
    ],
)
def test_profiles_given_by_their_handle_become_links(line: str, links: list[str]) -> None:
    assert facts(f"Ida Holm\nBaker\n{line}{WORK}").get("links", []) == links


def test_personal_data_far_below_are_read_too() -> None:
    told = facts(
        "Lebenslauf\nBerufserfahrung\nBäcker, Ofentür GmbH, 2012 - 2014\nPersönliche Daten\nName: Ida Holm\n"
        "Anschrift: Lindenweg 4, 50667 Köln\nTelefon: 0221 5550134"
    )
    assert told["header"] == ["Ida Holm", "", "", "0221 5550134", "50667 Köln"]
    assert told["experiences"] == [["Bäcker", "Ofentür GmbH", "", "2012/2014", ""]]


def test_a_labelled_name_anywhere_is_better_than_none() -> None:
    told = facts("Résumé\nAusbildung\nRealschule Bautzen, 2003\nSonstiges\nName: Ida Holm")
    assert told["header"] == ["Ida Holm", "", "", "", ""]


def test_an_address_at_the_foot_is_the_persons_and_that_of_a_referee_is_not() -> None:
    foot = facts("Ida Holm\nBaker" + WORK + "Other\nPhone: 0113 496 0000, ida@example.com")
    assert foot["header"] == ["Ida Holm", "Baker", "ida@example.com", "0113 496 0000", ""]
    referee = facts("Ida Holm\nBaker" + WORK + "References\nLars Berg, +45 12 34 56 78, lars@example.com")
    assert referee["header"] == ["Ida Holm", "Baker", "", "", ""]
    assert referee["custom"] == {"references": ["Lars Berg, +45 12 34 56 78, lars@example.com"]}


def test_a_paragraph_in_the_header_is_the_summary() -> None:
    told = facts(
        "Ida Holm | Baker\nBerlin\nBaker with ten years at the oven, who likes rye and\n"
        "sourdough and the smell of four in the morning." + WORK
    )
    assert told["summary"] == (
        "Baker with ten years at the oven, who likes rye and sourdough and the smell of four in the morning."
    )
