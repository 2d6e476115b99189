"""The model as a writer: it proposes wordings of a document that the built-in engine composed; code decides."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.application.prompts import PROMPT_VERSION, prompt
from app.domain.generations import GenerationOptions
from app.domain.ports.llm import LLM_ERRORS, ILLMService, LLMBudget, LLMMessage, LLMRequest, LLMSchema
from app.domain.text.career import Career
from app.domain.text.document import Content
from app.domain.text.posting import Posting
from app.domain.text.rewrite import (
    REPAIR_SHAPE,
    WORDING_SHAPE,
    Brief,
    Draft,
    Judged,
    Refusal,
    Wording,
    judge,
    make_brief,
    merged,
    read_repairs,
    read_wordings,
)
from app.domain.text.skills import Lexicon

ANSWER_TOKENS = 6_000
_WORDING = LLMSchema("wording", WORDING_SHAPE)
_REPAIR = LLMSchema("repair", REPAIR_SHAPE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is worded: a composed document and what it was composed from."""

    content: Content
    career: Career
    posting: Posting
    options: GenerationOptions
    today: date


class Rewriter:
    """Asks a model at most twice in a row for a document: for wordings, and once for those that were turned away."""

    def __init__(self, llm: ILLMService, lexicon: Callable[[], Lexicon]) -> None:
        self.llm = llm
        self._lexicon = lexicon

    def brief(self, subject: Subject) -> Brief:
        """Return what the model would be told, before anything is sent."""
        options = subject.options
        return make_brief(
            subject.content,
            subject.career,
            subject.posting,
            tone=options.tone,
            instructions=options.instructions,
            target_stack=options.target_stack,
        )

    async def propose(self, subject: Subject, *, budget: LLMBudget) -> Draft:
        """Return the model's proposal, of which nothing is accepted yet; raise one of `LLM_ERRORS`."""
        brief = await asyncio.to_thread(self.brief, subject)
        draft = Draft(prompt_version=PROMPT_VERSION, provider=self.llm.provider, host=self.llm.host)
        if not brief.blocks:
            draft.notice = "There was no sentence that a language model could word better"
            return draft
        request = _request(f"word_{subject.content.document_type}", "rewrite", brief.said, _WORDING)
        result = await self.llm.generate(request, budget=budget)
        draft.model = result.model
        draft.wordings, draft.order = read_wordings(result.data or {"sentences": [], "order": []})
        return draft

    async def settle(self, subject: Subject, draft: Draft, *, budget: LLMBudget) -> tuple[Content, Draft]:
        """Return the document with what was accepted, and the account of it.

        What failed is asked again once, with the reasons, unless `draft` has the answer; then the wording the built-in
        engine composed stands. The second question's failure is not the document's.
        """
        brief = await asyncio.to_thread(self.brief, subject)
        judged = await asyncio.to_thread(self._judge, draft.wordings, brief, subject)
        good, bad = _parted(judged)
        repairs = draft.repairs
        if bad and repairs is None:
            try:
                repairs = await self._repair(bad, brief, subject, budget)
            except LLM_ERRORS:
                repairs = []
        second, still_bad = _parted(await asyncio.to_thread(self._judge, repairs or [], brief, subject))
        refused = [Refusal(one.wording.text, one.wording.replaces, one.reasons) for one in (*bad, *still_bad)]
        by_name: dict[str, list[Refusal]] = {}
        for refusal in refused:
            by_name.setdefault(refusal.replaces[0], []).append(refusal)
        rank = {one.wording.replaces: at for at, one in enumerate(judged)}
        accepted = sorted((*good, *second), key=lambda one: rank.get(one.wording.replaces, len(rank)))
        content = merged(subject.content, brief, accepted, draft.order, by_name)
        return content, replace(
            draft, repairs=repairs or [], refused=refused, accepted=_worded(content), notice=_notice(draft, content)
        )

    async def _repair(self, bad: list[Judged], brief: Brief, subject: Subject, budget: LLMBudget) -> list[Wording]:
        asked = {f"r{number}": one.wording for number, one in enumerate(bad, start=1)}
        rows = [_complaint(key, one, brief, subject.content) for key, one in zip(asked, bad, strict=True)]
        said: dict[str, object] = {"language": subject.content.language, "sentences": rows}
        request = _request(f"repair_{subject.content.document_type}", "repair", said, _REPAIR)
        result = await self.llm.generate(request, budget=budget)
        return read_repairs(result.data or {"sentences": []}, asked)

    def _judge(self, wordings: list[Wording], brief: Brief, subject: Subject) -> list[Judged]:
        return judge(
            wordings,
            brief,
            subject.content,
            subject.career,
            subject.posting,
            self._lexicon(),
            today=subject.today,
        )


def _request(purpose: str, name: str, said: dict[str, object], schema: LLMSchema) -> LLMRequest:
    # One JSON document: nothing in a posting can end the string it stands in and speak to the model from outside.
    message = LLMMessage("user", json.dumps(said, ensure_ascii=False))
    return LLMRequest(
        purpose=purpose, system=prompt(name), messages=(message,), max_tokens=ANSWER_TOKENS, schema=schema
    )


def _complaint(key: str, judged: Judged, brief: Brief, content: Content) -> dict[str, object]:
    wording = judged.wording
    originals = brief.originals(content, brief.blocks[wording.block], wording.replaces)
    sources = {source for one in originals for source in one.source_ids}
    items = {fact.item_id for fact in brief.facts.values() if fact.id in sources}
    return {
        "id": key,
        "text": wording.text[:600],
        "problems": [f"{reason.kind}: {reason.message}"[:200] for reason in judged.reasons[:6]],
        "original": [one.text for one in originals],
        "facts": [{"id": name, "text": fact.text} for name, fact in brief.facts.items() if fact.item_id in items],
    }


def _parted(judged: list[Judged]) -> tuple[list[Judged], list[Judged]]:
    return [one for one in judged if not one.reasons], [one for one in judged if one.reasons]


def _worded(content: Content) -> int:
    return sum(one.origin == "llm" for section in content.sections for item in section.items for one in item.sentences)


def _notice(draft: Draft, content: Content) -> str:
    if draft.notice or _worded(content):
        return draft.notice
    return "No wording of the language model passed the check against your facts; the built-in wording stands"
