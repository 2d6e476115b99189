"""Which words make a job title, and what clings to one without belonging to it."""

import re

from app.domain.regex import regex
from app.domain.text.resume.folding import fold
from app.domain.text.resume.vocabulary.titles import TITLE_HEADS

_JOB = regex(
    r"(?<![\w])(?:engineers?|engineering manager|developers?|programmers?|architects?|analysts?|scientists?|"
    r"designers?|managers?|directors?|consultants?|specialists?|administrators?|admins?|technicians?|"
    r"coordinators?|assistants?|associates?|officers?|leads?|head of|interns?|internship|trainees?|apprentices?|"
    r"recruiters?|representatives?|executives?|accountants?|auditors?|advisors?|advisers?|"
    r"strategists?|researchers?|writers?|editors?|copywriters?|marketers?|nurses?|teachers?|tutors?|instructors?|"
    r"professors?|lecturers?|physicians?|therapists?|pharmacists?|drivers?|cooks?|chefs?|"
    r"operators?|mechanics?|electricians?|supervisors?|planners?|buyers?|controllers?|testers?|experts?|agents?|"
    r"guides?|clerks?|cashiers?|sales|partners?|evangelists?|advocates?|owners?|masters?|"
    r"president|vp|cto|ceo|cfo|coo|devops|sre|postdoc\w*|fellow|attorney|lawyer|paralegal|counsel|translators?|"
    r"producers?|photographers?|animators?|artists?|workers?|caregivers?|bookkeepers?|secretary|receptionist|"
    r"entwickler\w*|ingenieur\w*|berater\w*|leiter\w*|\w*manager(?:in)?|sachbearbeiter\w*|referent\w*|"
    r"mitarbeiter\w*|fachkraft|\w*informatiker\w*|\w*techniker\w*|werkstudent\w*|praktikant\w*|praktikum|"
    r"kaufmann|kauffrau|"
    r"architekt\w*|analytiker\w*|administratori?n?|programmierer\w*|spezialist\w*|experte|expertin|assistenz|"
    r"buchhalter\w*|verkäufer\w*|monteur\w*|pfleger\w*|"
    r"ingénieure?s?|développeu\w+|consultante?|chef de projet|cheffe? d\w+|responsable|chargée? d\w+|"
    r"technicien\w*|gestionnaire|commerciale?|alternance|stagiaire|stage|directeur|directrice|comptable|"
    r"ingenier[oa]s?|desarrollador\w*|programador\w*|analista|consultor\w*|técnico|técnica|jefe|jefa|"
    r"director[a]?|especialista|diseñador\w*|administrativ[oa]|comercial|gerente|científic[oa]|arquitect[oa]|"
    r"becari[oa]|"
    r"ontwikkelaar|adviseur|medewerker|beheerder|analist|projectleider|stagiair\w*|architect|programmeur|specialist|"
    r"ingegnere|sviluppatore|sviluppatrice|consulente|tecnico|impiegat[oa]|sistemista|programmatore|progettista|"
    r"addett[oa]|tirocinante|data|"
    r"engenheir[oa]|desenvolvedor[a]?|técnic[oa]|gestor[a]?|estagiári[oa]|estágio|coordenador[a]?|vývojář\w*|"
    r"programátor\w*|programista|inżynier|utvecklare|ingenjör|udvikler|kehittäjä|개발자|엔지니어|エンジニア)(?![\w])",
    re.IGNORECASE,
)
_GENDER = regex(
    r"\s*[(\[/|*]?\s*(?<!\w)(?:[mwfhdxiagn]\s?[/|*,]\s?[mwfhdxian]\s?(?:[/|*,]\s?[mwfhdxian*]+)?|all genders?|"
    r"gn\*?|any gender|männlich/weiblich/divers|divers)(?!\w)\s*[)\]]?",
    re.IGNORECASE,
)
_TAIL = regex(
    r"\s*(?:[-–—|•·,(]|\s)\s*(?:open application|job|vacancy|we(?:'re| are) hiring!?|hiring now!?|"
    r"urgent(?:ly)?(?: hiring)?|immediate start|apply now|full[- ]?time|part[- ]?time|vollzeit|teilzeit|"
    r"permanent|unbefristet|contract|"
    r"100% remote|fully remote|remote(?: ok| first| only)?|hybrid|on-?site|home ?office|(?:\w{2,4} )?time ?zone|"
    r"job posting(?: summary)?|job description|position|job ad|stellenanzeige)\s*\)?\s*$",
    re.IGNORECASE,
)
_LEAD = regex(
    r"^(?:job title|job|title|position(?: title)?|role|vacancy|opening|we(?:'re| are) hiring(?: an?)?|hiring|now "
    r"hiring|wanted|stellenbezeichnung|titel|position als|stelle|jobtitel|intitulé du poste|poste|puesto|cargo|"
    r"vaga|functie|vacature|posizione|ruolo)\s*[:\-–]\s*",
    re.IGNORECASE,
)
_PLACEHOLDER = regex(
    r"<[A-Z_ ]{3,30}>[.,]?|\{\{?[\w .]{1,40}\}?\}|\[(?:company|location|name|organization|city|title)[\w ]{0,20}\]",
    re.IGNORECASE,
)
_MASKED_COMPANY = regex(
    r"<(?:ORGANI[SZ]ATION|COMPANY|EMPLOYER)[A-Z_ ]{0,10}>|\{\{? ?(?:company|organi[sz]ation|employer)[\w "
    r".]{0,10}\}|\[(?:company|organi[sz]ation|employer)(?: name)?\]",
    re.IGNORECASE,
)
_NOT_A_TITLE = regex(
    r"\w[.!?]\s|[.!?;]$|^(?:We|Our|You|Your|The|This|As|If|Are|Do|Wir|Nous|Join)\b|\b(?:we|you|your|is|are|will|"
    r"can|this|looking|wir|sie|nous|vous|has|have|responsible for)\b"
)


def has_job_word(text: str) -> bool:
    """Tell whether `text` holds a word that names an occupation."""
    return _JOB.search(text) is not None


def names_trade(text: str) -> bool:
    """Tell whether `text` holds an occupation of any trade; too wide to tell titles from employers (`Baker Hughes`)."""
    return has_job_word(text) or any(word in TITLE_HEADS for word in re.findall(r"[^\W\d_]+", fold(text)))


def reads_as_title(text: str) -> bool:
    """Tell whether the whole of `text` can be a job title: short, an occupation in it, no sentence."""
    return 2 < len(text) <= 110 and text.count(" ") < 15 and names_trade(text) and _NOT_A_TITLE.search(text) is None


def without_placeholders(text: str) -> str:
    """Return `text` without the masks and template fields that stand for a missing value."""
    return " ".join(_PLACEHOLDER.sub(" ", text).split()).strip(" -–—|,.") if _PLACEHOLDER.search(text) else text


def masks_company(text: str) -> bool:
    """Tell whether `text` carries a mask or template field in place of the employer's name."""
    return _MASKED_COMPANY.search(text) is not None


def clean_title(text: str) -> str:
    """Return a job title without gender marks, advertising and the arrangement that clings to its end."""
    text = _LEAD.sub("", without_placeholders(text).strip())
    text = _GENDER.sub(" ", text)
    for _ in range(3):
        shorter = _TAIL.sub("", text)
        if shorter == text or not shorter.strip():
            break
        text = shorter
    return " ".join(text.split()).strip(" -–—|,:;*•·/")
