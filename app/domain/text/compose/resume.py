"""Compose the tailored resume from a selection."""

from collections.abc import Sequence
from datetime import date

from app.domain.text.career import Career
from app.domain.text.compose.options import ComposeOptions
from app.domain.text.compose.ordering import placed
from app.domain.text.compose.original import original_content
from app.domain.text.compose.own_title import headline_of
from app.domain.text.compose.sections import (
    bullets_end_with_stop,
    certification_items,
    custom_section,
    education_item,
    header_of,
    language_items,
    project_item,
    role_item,
    section,
)
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.summary import summary_sentences
from app.domain.text.compose.widening import widened, with_own_summary
from app.domain.text.compose.wording import tidy
from app.domain.text.document import Content, Item, Section, SectionKind, Sentence
from app.domain.text.match.demand import demand_of
from app.domain.text.match.evaluation import evaluate
from app.domain.text.match.parts import parts_of, sum_tenths
from app.domain.text.match.reading import Reading, read_content
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_EXPERIENCED: tuple[SectionKind, ...] = (
    "summary", "skills", "experience", "projects", "education", "certifications", "languages", "custom",
)  # fmt: skip
_FRESHER: tuple[SectionKind, ...] = (
    "summary", "education", "skills", "projects", "experience", "certifications", "languages", "custom",
)  # fmt: skip
_DETAILS_YEARS = 5


def compose_resume(
    career: Career,
    posting: Posting,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    options: ComposeOptions,
    *,
    today: date,
) -> Content:
    """Return the tailored resume: the candidate's own sentences, chosen and ordered, under standard headings.

    Unless the user left parts out, it never scores lower than the untailored resume: where the choice lost something,
    everything is shown, still in the order that serves the posting.
    """
    chosen = _compose(career, posting, report, selection, lexicon, options, today=today)
    if options.include_sections is not None or selection.instructions.drop:
        return chosen
    demand = demand_of(posting, lexicon)
    original = read_content(original_content(career), lexicon, today=today)

    def worth(reading: Reading) -> int:
        return sum_tenths(parts_of(evaluate(demand, reading, today=today, supported=original)))

    least = worth(original)
    if worth(read_content(chosen, lexicon, today=today)) >= least:
        return chosen
    whole = _compose(career, posting, report, widened(selection, career), lexicon, options, today=today)
    enough = worth(read_content(whole, lexicon, today=today)) >= least
    return whole if enough else with_own_summary(whole, career)


def _compose(
    career: Career,
    posting: Posting,
    report: MatchReport,
    selection: Selection,
    lexicon: Lexicon,
    options: ComposeOptions,
    *,
    today: date,
) -> Content:
    parts = _sections(career, posting, report, selection, lexicon, today)
    usual = _FRESHER if selection.level == "fresher" else _EXPERIENCED
    order = placed(usual, selection.instructions.order)
    wanted = options.include_sections
    return Content(
        document_type="resume",
        language=selection.language,
        profile_id=career.id,
        profile_version=career.version,
        header=header_of(career, headline_of(career, selection)),
        sections=[part for kind in order if wanted is None or kind in wanted for part in parts[kind]],
    )


def _sections(
    career: Career, posting: Posting, report: MatchReport, selection: Selection, lexicon: Lexicon, today: date
) -> dict[SectionKind, list[Section]]:
    language = selection.language
    chosen = [unit for choice in (*selection.roles, *selection.projects) for unit in choice.units]
    stop = bullets_end_with_stop(chosen)
    summary = summary_sentences(career, posting, report, selection, lexicon, today=today)
    details = selection.level == "fresher" or selection.timeline.years < _DETAILS_YEARS
    jobs = [role_item(career.experiences[choice.index], choice.units, stop=stop) for choice in selection.roles]
    projects = [
        project_item(career.projects[choice.index], choice.units, language, stop=stop) for choice in selection.projects
    ]
    courses = [education_item(course, language, details=details) for course in career.education]
    return {
        "summary": section("summary", [Item(sentences=summary)] if summary else [], language),
        "skills": section("skills", _skill_items(selection), language),
        "experience": section("experience", jobs, language),
        "projects": section("projects", projects, language),
        "education": section("education", [one for one in courses if one.title or one.organization], language),
        "certifications": section(
            "certifications", certification_items(career, _certified(career, selection)), language
        ),
        "languages": section("languages", language_items(career), language),
        "custom": [
            part for one in selection.custom for part in custom_section(one.key, one.units, language, stop=stop)
        ],
    }


def _skill_items(selection: Selection) -> list[Item]:
    return [
        Item(
            title=row.label,
            sentences=[Sentence(text=item.text, source_ids=list(item.source_ids)) for item in row.items],
        )
        for row in selection.skills
    ]


def _certified(career: Career, selection: Selection) -> Sequence[int]:
    """Return the positions of the certifications, asked-for ones first."""
    demand = selection.demand
    found = [
        index for index, skill in enumerate(career.skills) if skill.category == "certification" and tidy(skill.name)
    ]
    return sorted(
        found,
        key=lambda index: -max(map(demand.keywords.__getitem__, demand.of_text(career.skills[index].name)), default=0),
    )
