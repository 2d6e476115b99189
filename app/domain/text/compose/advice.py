"""What the candidate should know beside the document: honest gaps, and wishes that were not followed."""

from app.domain.text.career import Career
from app.domain.text.compose.instructions import Instructions
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.wording import join_list
from app.domain.text.match.report import KeywordMatch, MatchReport

_GAPS_AT_MOST = 6
_IMPLIED_AT_MOST = 3
_QUOTE = 120
_LANGUAGE_NAMES: dict[str, str] = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def recommendations_for(
    career: Career,
    report: MatchReport,
    instructions: Instructions,
    *,
    language: WrittenLanguage,
    facts_language: WrittenLanguage | None,
    has_results: bool,
    overflow: bool,
) -> tuple[str, ...]:
    """Return sentences for the user, in English, the most useful first."""
    advice = [*_gaps(report), *_implied(report), *_years(report)]
    if not career.full_name.strip():
        advice.append("Your profile has no name. Add it before you send anything.")
    if not career.email.strip() and not career.phone.strip():
        advice.append("Your profile has no e-mail address or phone number. Add one, so that you can be reached.")
    if career.experiences and not has_results:
        advice.append("None of your points names a figure. Where you know one (how many, how much, how fast), add it.")
    if facts_language and facts_language != language:
        advice.append(
            f"Your profile is in {_LANGUAGE_NAMES[facts_language]}, this document is in {_LANGUAGE_NAMES[language]}: "
            "your own sentences stay as you wrote them. Choose the other language in the options, or translate them."
        )
    if overflow:
        advice.append("What a resume must keep does not fit the length you asked for; the document is longer.")
    advice += [
        f"This instruction was not followed, because the built-in engine does not understand it: “{_short(wish)}”."
        for wish in instructions.ignored
    ]
    return tuple(advice)


def _gaps(report: MatchReport) -> list[str]:
    asked = [match for match in report.keywords if match.required and match.category != "soft"]
    denied = {match.keyword for match in asked if match.denied}
    missing = [
        names for names, statuses in _groups(asked) if set(statuses) == {"missing"} and not denied.issuperset(names)
    ]
    advice = []
    for names in missing[:_GAPS_AT_MOST]:
        left = [name for name in names if name not in denied]
        if len(names) == 1:
            text = f"The posting asks for {names[0]}; your profile does not show it. If you have used it, add where."
        else:
            text = (
                f"The posting asks for {_either(names)}; your profile shows none of them. "
                f"If you have used {'one' if left == names else _either(left)}, add where."
            )
        advice.append(text)
    if len(missing) > _GAPS_AT_MOST:
        rest = [_either(names) for names in missing[_GAPS_AT_MOST : 2 * _GAPS_AT_MOST]]
        advice.append(f"The posting also asks for {join_list(rest, 'en')}, which your profile does not show.")
    return advice


def _either(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _groups(matches: list[KeywordMatch]) -> list[tuple[list[str], list[str]]]:
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for match in sorted(matches, key=lambda match: -match.weight):
        names, statuses = groups.setdefault(match.either_or or f"\n{match.keyword}", ([], []))
        names.append(match.keyword)
        statuses.append(match.status)
    return list(groups.values())


def _implied(report: MatchReport) -> list[str]:
    return [
        f"The posting asks for {match.keyword}; your profile shows it only through {match.via}. "
        f"If you have used {match.keyword}, name it."
        for match in report.keywords
        if match.status == "implied"
        and match.via
        and match.required
        and match.category == "technical"
        and not match.denied
    ][:_IMPLIED_AT_MOST]


def _years(report: MatchReport) -> list[str]:
    if not report.years_required or report.years_shown >= report.years_required:
        return []
    return [
        f"The posting asks for {_number(report.years_required)} years of experience; your dates show {_shown(report)}."
    ]


def _shown(report: MatchReport) -> str:
    return "none" if report.years_shown <= 0 else _number(report.years_shown)


def _number(value: float) -> str:
    return f"{value:g}" if value >= 1 or value <= 0 else f"{value:.1f}"


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else f"{text[:_QUOTE].rstrip()}…"
