"""What size, weight, columns and page breaks tell about a resume."""

from app.domain.text.resume import parse_resume
from app.domain.text.resume.rows import MAX_TEXT
from app.domain.text.skills import lexicon
from app.domain.text.source import Line, SourceText
from tests.domain.text.resume.reading import facts

NAME = Line("Ida Holm", size=20)
BAKER = [["Baker", "Oven Door", "", "2012/2014", "", "Baked bread"]]
COOK = [["Cook", "Blue Inn", "", "2010/2012", "", "Cooked soup"]]
PHYSICS = [["University of Hull", "BSc", "Physics", "None/2011", ""]]
HEADER = ["Ida Holm", "", "", "", ""]


def page(*lines: Line, number: int = 1) -> tuple[Line, ...]:
    return tuple(Line(line.text, line.size, line.bold, number, line.bullet, line.heading) for line in lines)


def pdf(*lines: Line) -> SourceText:
    return SourceText(kind="pdf", lines=lines, pages=max(line.page for line in lines))


def head(text: str) -> Line:
    return Line(text, size=13, bold=True)


def plain(text: str) -> Line:
    return Line(text, size=10)


def bold(text: str) -> Line:
    return Line(text, size=10, bold=True)


def bullet(text: str) -> Line:
    return Line(text, size=10, bullet=True)


def test_letter_spaced_headings_are_closed_up() -> None:
    assert facts(
        "E X P E R I E N C E\nBaker, Oven Door, 2012 - 2014\n- Baked bread\nE D U C A T I O N\n"
        "BSc Physics, University of Hull, 2011\nS K I L L S\nRye, A B C of baking"
    ) == {"experiences": BAKER, "education": PHYSICS, "skills": ["Rye", "A B C of baking"]}


def test_running_heads_and_page_numbers_are_set_aside_and_the_first_name_is_kept() -> None:
    told = facts(
        pdf(
            *page(NAME, plain("ida@example.com"), head("EXPERIENCE"), bold("Baker, Oven Door, 2012 - 2014")),
            *page(bullet("Baked bread"), plain("Ida Holm - page 1")),
            *page(NAME, bold("Cook, Blue Inn, 2010 - 2012"), bullet("Cooked soup"), number=2),
            *page(plain("Ida Holm - page 2"), number=2),
            *page(NAME, head("EDUCATION"), plain("BSc Physics, University of Hull, 2011"), number=3),
            *page(plain("Ida Holm - page 3"), plain("3 / 3"), number=3),
        )
    )
    assert told == {
        "header": ["Ida Holm", "", "ida@example.com", "", ""],
        "experiences": BAKER + COOK,
        "education": PHYSICS,
        "unplaced": [*("Ida Holm - page 1", "Ida Holm", "Ida Holm - page 2", "Ida Holm", "Ida Holm - page 3", "3 / 3")],
    }


def test_dates_at_the_edges_of_pages_are_no_running_heads() -> None:
    told = facts(
        pdf(
            *page(NAME, head("EXPERIENCE"), bold("Baker, Oven Door"), plain("2012 - 2014"), bullet("Baked bread")),
            *page(bold("Cook, Blue Inn"), plain("2010 - 2012"), bullet("Cooked soup"), number=2),
        )
    )
    assert told == {"header": HEADER, "experiences": BAKER + COOK}


def test_headings_in_a_column_left_of_the_text_open_sections() -> None:
    told = facts(
        pdf(
            NAME,
            plain("EXPERIENCE\tBaker, Oven Door, 2012 - 2014"),
            plain("\t• Baked bread"),
            plain("EDUCATION\tBSc Physics, University of Hull, 2011"),
            plain("TECHNICAL\tWord, Excel"),
            plain("SKILLS\tOutlook, Access"),
        )
    )
    assert told == {
        "header": HEADER,
        "experiences": BAKER,
        "education": PHYSICS,
        "skills": ["Word", "Excel", "Outlook", "Access"],
    }


def test_a_known_word_in_plain_type_is_no_heading_among_bold_ones() -> None:
    told = facts(
        pdf(
            *(NAME, head("EXPERIENCE"), bold("Baker, Oven Door, 2012 - 2014"), bullet("Baked bread")),
            *(plain("Projects"), bullet("Built an oven"), head("EDUCATION")),
            *(plain("BSc Physics, University of Hull, 2011"), head("SKILLS"), plain("Word,"), plain("references")),
        )
    )
    assert told == {
        "header": HEADER,
        "experiences": [["Baker", "Oven Door", "", "2012/2014", "Projects", "Baked bread", "Built an oven"]],
        "education": PHYSICS,
        "skills": ["Word", "references"],
    }


def test_what_looks_like_the_headings_is_one_whatever_it_says() -> None:
    told = facts(
        pdf(
            *(
                NAME,
                head("EXPERIENCE"),
                bold("Baker, Oven Door, 2012 - 2014"),
                bullet("Baked bread"),
                head("EDUCATION"),
            ),
            *(plain("BSc Physics, University of Hull, 2011"), head("PATENTS HELD"), plain("Bread slicer, 2013")),
            *(head("COMMUNITY LIFE"), plain("Sang in the choir"), head("HOBBIES, MOSTLY"), plain("Bees")),
        )
    )
    assert told == {
        "header": HEADER,
        "experiences": BAKER,
        "education": PHYSICS,
        "custom": {
            "patents_held": ["Bread slicer, 2013"],
            "volunteering": ["Sang in the choir"],
            "interests": ["Bees"],
        },
    }


def test_employers_set_like_headings_are_told_by_the_dates_below() -> None:
    told = facts(
        pdf(
            *(NAME, head("EXPERIENCE"), head("OVEN DOOR"), plain("Baker, 2012 - 2014"), bullet("Baked bread")),
            *(head("BLUE INN"), plain("Cook, 2010 - 2012"), bullet("Cooked soup")),
            *(head("EDUCATION"), plain("BSc Physics, University of Hull, 2011")),
        )
    )
    assert told == {
        "header": HEADER,
        "experiences": [
            ["Baker", "OVEN DOOR", "", "2012/2014", "", "Baked bread"],
            ["Cook", "BLUE INN", "", "2010/2012", "", "Cooked soup"],
        ],
        "education": PHYSICS,
    }


def test_roles_without_a_heading_are_found_below_the_address() -> None:
    told = facts(
        "Ida Holm\nida@example.com\nHead Baker\nOven Door\n2012 - 2014\n- Baked bread\n"
        "Pastry Cook, Blue Inn, 2010 - 2012\n- Made tarts"
    )
    assert told == {
        "header": ["Ida Holm", "", "ida@example.com", "", ""],
        "experiences": [
            ["Head Baker", "Oven Door", "", "2012/2014", "", "Baked bread"],
            ["Pastry Cook", "Blue Inn", "", "2010/2012", "", "Made tarts"],
        ],
    }


def test_roles_without_a_heading_are_found_below_a_summary() -> None:
    told = facts(
        "Ida Holm\nSummary\nBaker with ten years at the oven and a fondness for rye.\n"
        "Head Baker, Oven Door, 2012 - 2014\n- Baked bread"
    )
    assert told == {
        "header": HEADER,
        "summary": "Baker with ten years at the oven and a fondness for rye.",
        "experiences": [["Head Baker", "Oven Door", "", "2012/2014", "", "Baked bread"]],
    }


def test_years_at_a_school_are_no_role() -> None:
    told = facts("Ida Holm\nSummary\nBaker at heart, and fond of rye.\nGuest lecturer, University of Hull\n2008 - 2011")
    assert "experiences" not in told


def test_roles_that_a_page_break_left_below_another_heading_go_back() -> None:
    told = facts(
        pdf(
            *page(NAME, head("EXPERIENCE"), bold("Baker, Oven Door, 2012 - 2014"), bullet("Baked bread")),
            *page(head("SKILLS"), plain("Rye, Sourdough")),
            *page(bold("Cook, Blue Inn, 2010 - 2012"), bullet("Cooked soup"), number=2),
        )
    )
    assert told == {"header": HEADER, "experiences": BAKER + COOK, "skills": ["Rye", "Sourdough"]}


def test_a_list_that_runs_over_a_page_break_stays_where_it_is() -> None:
    told = facts(
        pdf(
            *page(NAME, head("EXPERIENCE"), bold("Baker, Oven Door, 2012 - 2014"), bullet("Baked bread")),
            *page(head("SKILLS"), plain("Rye, Sourdough")),
            *page(bullet("Word, Excel"), number=2),
        )
    )
    assert told == {"header": HEADER, "experiences": BAKER, "skills": ["Rye", "Sourdough", "Word", "Excel"]}


def test_no_more_than_forty_rows_belong_to_the_header() -> None:
    notes = "\n".join(f"- Note {number}" for number in range(60))
    told = facts(f"Ida Holm\n{notes}")
    assert told["header"] == HEADER
    assert told["unplaced"] == [f"Note {number}" for number in range(39)]
    assert told["custom"] == {"other": [f"Note {number}" for number in range(39, 60)]}


def test_a_text_longer_than_any_resume_is_cut_with_a_warning() -> None:
    line = "word " * 500
    parsed = parse_resume(SourceText(kind="txt", lines=tuple(Line(line) for _ in range(100))), lexicon())
    assert parsed.warnings == [f"the text is longer than {MAX_TEXT} characters; only its beginning was read"]


def test_a_scan_without_text_says_what_it_needs() -> None:
    parsed = parse_resume(SourceText(kind="pdf", needs_ocr=True), lexicon())
    assert parsed.warnings == ["the pages are pictures; they need text recognition first"]
