"""The fixed words of a session's chat, and why a wish changed nothing."""

from app.domain.text.career import Career
from app.domain.text.chat.places import bare_name
from app.domain.text.chat.wishes import Wish, WishKind
from app.domain.text.compose import interpret_instructions
from app.domain.text.document import Content
from app.domain.text.figures import gives_a_number

_EXAMPLES = (
    "“shorter”, “one page”, “emphasise Python”, “drop the second bullet”, “drop my oldest job”, “put education first”, "
    "“use the compact template”, “undo”, “why did you write the second bullet?” or “what is missing?”"
)
_ONLY_FACTS = "I write only what your profile says."
HELP = f"I did not understand that. You can say, for example: {_EXAMPLES}. {_ONLY_FACTS}"
NO_DOCUMENT = "There is no document yet; answer or skip the questions first."
OPEN_QUESTION = " A question is open: answer it in its own field, or skip it."
SAYS: dict[WishKind, str] = {
    "fact": f"{_ONLY_FACTS} If this is true of you, add it to your profile and then say “write it again”.",
    "letter": "This chat writes the resume only. A cover letter is written from the page of the job.",
    "translate": "I do not translate: your lines stay in the language of your profile, headings follow the posting.",
    "elsewhere": (
        "That is done in the document itself: choose “Open and edit”. There you change name, contact data and headings "
        "and download it as PDF or Word file. Fonts and colours come with the template: say “use the compact template”."
    ),
    "redo": "There is no redo; say the wish again.",
    "greeting": f"Hello! Tell me what to change, for example: {_EXAMPLES}.",
    "thanks": "You are welcome. The resume is kept as it is; say what else to change, if anything.",
    "stop": "To end the session choose “Stop”. The resume is kept as it is.",
    "help": f"You can say, for example: {_EXAMPLES}. {_ONLY_FACTS}",
    "complaint": (
        "Tell me what is wrong, and I take it out: say “drop the second bullet”, or “drop” and a few words of the line "
        "in quotation marks. Where your profile is wrong, correct it there and say “write it again”."
    ),
}
GONE = ("gone", "left out", "not there", "not in it", "removed", "taken out")
LEFT_OUT = (
    "What is left out was dropped at your wish, or serves this posting less than what stands there. Say “undo” to go "
    "back step by step, “longer” to have more lines, or “emphasise” and its name to bring it forward."
)
SHORTEST = (
    "It can hardly be shorter: every entry is down to one line. You can still take out a whole job or section: say "
    "“drop my oldest job”, for example."
)
LONGEST = (
    "Everything that your profile says for this job is in it already. To have more, add duties, results or projects to "
    "your profile and then say “write it again”."
)


def tone_told(content: Content) -> str:
    """Say what can be done about the tone of a resume, with the lines that need it most."""
    bare = [
        sentence.text
        for section in content.sections
        if section.kind in ("experience", "projects")
        for item in section.items
        for sentence in item.sentences
        if not gives_a_number(sentence.text)
    ]
    told = "The lines are your own words, and I do not reword them without a language model. "
    if not bare:
        return (
            f"{told}They all have figures, which is what readers like best; “emphasise …” brings the best ones forward."
        )
    quoted = " and ".join(f"“{text}”" for text in bare[:2])
    verb = "have" if len(bare) > 1 else "has"
    return (
        f"{told}What makes a resume stronger is figures: {quoted} {verb} none. Add one to your profile, then say "
        "“write it again”."
    )


def unchanged(wish: Wish, content: Content, career: Career) -> str:
    """Say why a wish changed nothing."""
    if wish.kind == "drop":
        return f"There is no “{bare_name(wish.text)}” in this resume, so nothing is taken out."
    read = interpret_instructions(wish.text)
    told = [_not_forward(read.emphasise, career)] if read.emphasise else []
    if read.drop:
        told.append(f"Nothing in this resume speaks of “{', '.join(read.drop)}”, so nothing is taken out.")
    if told:
        return " ".join(told)
    if read.order:
        kinds = {section.kind for section in content.sections}
        if any(placing.kind not in kinds for placing in read.order):
            return "This resume has no such section."
        return "The sections stand in that order already; a summary always comes first."
    if read.length == "two_page":
        return LONGEST
    return "That changes nothing: it is written that way already."


def _not_forward(terms: tuple[str, ...], career: Career) -> str:
    lines = [line for job in career.experiences for line in (job.title, *job.achievements)]
    said = " ".join((*lines, *(skill.name for skill in career.skills), career.professional_summary)).casefold()
    if any(term.casefold() in said for term in terms):
        return f"What your profile says of “{terms[0]}” stands as far forward as it can already."
    return (
        f"Nothing in your profile speaks of “{terms[0]}”, so there is nothing to bring forward. If you have done it, "
        "add it to your profile and then say “write it again”."
    )
