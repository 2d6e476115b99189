"""A selection that leaves nothing out: what is written where a narrower one would show less than the original."""

from dataclasses import replace

from app.domain.text.career import Career
from app.domain.text.compose.demand import Demand
from app.domain.text.compose.extras import CustomChoice, is_printed
from app.domain.text.compose.picking import relatedness
from app.domain.text.compose.selection import ItemChoice, Selection
from app.domain.text.compose.skill_rows import SkillItem, SkillRow
from app.domain.text.compose.units import Unit, custom_units, project_units, role_units, summary_units
from app.domain.text.compose.wording import tidy, with_stop
from app.domain.text.document import Content, Item, Sentence


def widened(selection: Selection, career: Career) -> Selection:
    """Return `selection` with every statement, project, skill and section of the candidate's, the best first."""
    demand = selection.demand
    return replace(
        selection,
        roles=tuple(
            ItemChoice(index, _ordered(role_units(career.experiences[index]), demand))
            for index in selection.timeline.order
        ),
        projects=tuple(
            ItemChoice(index, _ordered(project_units(project), demand)) for index, project in enumerate(career.projects)
        ),
        skills=(*selection.skills, *_further_skills(selection, career)),
        custom=tuple(
            CustomChoice(key, tuple(units))
            for key in career.custom_fields
            if is_printed(key) and (units := custom_units(career, key))
        ),
        pieces=tuple(replace(piece, chosen=True) for piece in selection.pieces),
    )


def with_own_summary(content: Content, career: Career) -> Content:
    """Return `content` with the candidate's whole summary after the composed one."""
    own = [Sentence(text=with_stop(unit.text), source_ids=[unit.fact_id]) for unit in summary_units(career)]
    said = {sentence.text for sentence in own}
    sections = [
        replace(
            part,
            items=[
                Item(sentences=[*(one for item in part.items for one in item.sentences if one.text not in said), *own])
            ],
        )
        if part.kind == "summary"
        else part
        for part in content.sections
    ]
    return replace(content, sections=sections)


def _ordered(units: list[Unit], demand: Demand) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=lambda unit: -round(relatedness(demand, demand.shown(unit)), 1)))


def _further_skills(selection: Selection, career: Career) -> tuple[SkillRow, ...]:
    printed = {item.text.casefold() for row in selection.skills for item in row.items}
    # A skill that stands in the posting's spelling ("PostgreSQL" for "postgres") is there already.
    cited = {source for row in selection.skills for item in row.items for source in item.source_ids}
    further = tuple(
        SkillItem(name, (f"{skill.id}:name",), "", 0.0, name.casefold())
        for skill in career.skills
        if skill.category in ("technical", "soft") and (name := tidy(skill.name)) and name.casefold() not in printed
        if f"{skill.id}:name" not in cited
    )
    return (SkillRow("", further),) if further else ()
