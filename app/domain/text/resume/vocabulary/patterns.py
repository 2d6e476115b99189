"""The patterns in which resumes phrase things, over many languages; all of them scan in linear time."""

# ruff: noqa: E501 (alternatives read better in long rows)

import re

from app.domain.regex import regex
from app.domain.text.resume.vocabulary.degrees import DEGREE_WORDS, OF_SUBJECTS

DATE_JOINER = regex(r"\s*(?:[-–—−‒‑~〜～→>]{1,3}|to|until|till|through|thru|bis(?: zum)?|a|ad|al|au|aux|ate(?: o)?|fino(?: a)?|tot|t/m|hasta|jusqu'a|と|から)?\s*")  # fmt: skip

DEGREE = regex(rf"(?<![\w.])(?:{DEGREE_WORDS})(?![\w]|\.\w)")
DEGREE_OF = regex(
    rf" ?(?:of|de|in|en|em|di|d[’']) ?(?:{'|'.join(sorted((re.escape(subject) for subject in OF_SUBJECTS), key=len, reverse=True))})(?!\w)"
)
HONOURS_MARK = regex(
    r" ?\((?:hons?\.?|honours|honors)\)| hons\.?(?!\w)| with (?:honou?rs|distinction)| ?\((?:fh|uni|tu)\)",
    re.IGNORECASE,
)
SUBJECT_JOINER = regex(
    r"^[\s,:–—-]*(?:(?:degree|diploma|abschluss)\b)?[\s,:–—-]*(?:(?:in|of|en|de|em|di|im fach|im bereich|zum|zur|als|der|des|du|op|concentration in|major(?:ing)?(?: in)?)\b(?!-))?[\s:,.–—-]*",
    re.IGNORECASE,
)
GPA = regex(
    r"(?:\b(?:cumulative |overall |major )?c?\.?g\.?p\.?a\.?|\bgrade(?: point average)?|\bnote|\babschlussnote|\bnotendurchschnitt|\bmoyenne|\bnota(?: media)?|\bpromedio|\bmedia|\bvoto|\bcijfer|\bscore|\bpercentage|\bwam)"
    r"\s*[:=of-]{0,3}\s*(\d{1,3}(?:[.,]\d{1,3})?\s?%?(?:\s?/\s?\d{1,3}(?:[.,]\d{1,2})?)?)",
    re.IGNORECASE,
)
GPA_AFTER = regex(r"(?<![\d.])(\d(?:\.\d{1,2})(?:\s?/\s?\d(?:\.\d{1,2})?)?)\s?(?:c?gpa)\b", re.IGNORECASE)
HONOURS = regex(
    r"honou?rs?\b|cum laude|dean['’]?s list|valedictorian|salutatorian|distinction|first[- ]class|scholarship|stipend|\baward|prize|auszeichnung|mention|matr[ií]cula de honor|\blode\b|fellowship|phi beta kappa|scholar\b",
    re.IGNORECASE,
)
STUDY_LABEL = regex(
    r"^(?:relevant |selected )?(?:coursework|courses?|thesis|dissertation|honou?rs?(?: & awards)?|awards?|activities|minor|major|concentration|focus|advis[eo]r|supervisors?|schwerpunkte?|thema|societies|modules|subjects|project|specialization|mémoire|tesis|tese|tesi)\b\s*:?",
    re.IGNORECASE,
)
SHORT_DEGREES = frozenset(
    "ma ms ba bs be as aa me mm minor degree bm cap fp dea a. s. lehre promotion intermediate certificate grado tecnico".split()
)

NAME_WORD = regex(r"^(?:[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?|[^\W\d_]\.)$")
PARTICLES = frozenset(
    "van von de da do dos das del della di der den la le el al bin ibn ben y e mac mc ter ten du des zu zum af av".split()
)
CREDENTIALS = regex(
    r"(?:,|\s+[|–-])\s*(?:[A-Z][A-Za-z.]{0,6}(?:-[A-Z]{1,3})?\.?)(?:\s*,\s*[A-Z][A-Za-z.]{1,6}(?:-[A-Z]{1,3})?\.?){0,6}$"
)
HONORIFIC = regex(r"^(?:mr|mrs|ms|miss|herr|frau|ing|dipl\.-ing|m|mme|sr|sra)\.?\s+(?=\S)", re.IGNORECASE)
NAME_LABEL = regex(
    r"^(?:full )?(?:nombre y apellidos|nombre completo|nom et prénom|nome e cognome|nome completo|vor- und nachname|vor- und zuname|name|nombre|nom|nome|naam|氏名|姓名|名前)(?:\s*[:：]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
NOT_NAMES = frozenset(
    """resume résumé curriculum vitae cv lebenslauf profile contact summary email phone address page references linkedin github website portfolio
    mobile tel updated confidential university college street avenue road inc llc gmbh the and for with of seeking und to in at on a an experience skills education objective status fields techs
    氏名 姓名 名前 住所 電話 電話番号 メール 生年月日 性別 現住所 连絡先 ふりがな フリガナ 邮箱 电话 手机 地址
    passionate experienced strategic creative dynamic results driven dedicated motivated highly nationality born birth date married single gender""".split()
)
CJK_NAME = regex(r"^[\u4e00-\u9fff\u3040-\u30ff々]{1,6}[ 　]?[\u4e00-\u9fff\u3040-\u30ff々]{1,6}$")

POSTCODE = regex(
    r"(?<![\w-])(?:[a-z]{1,2}-)?\d{4,6}(?:-\d{3,4})?(?![\w-])|\b[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b|\b[a-z]\d[a-z] ?\d[a-z]\d\b"
)
STREET = regex(
    r"\bc/|\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|way|boulevard|blvd|court|ct|apt|suite|unit|floor|square|p\.?o\.? box|highway"
    r"|rue|av|bd|place|quai|calle|avda|avenida|plaza|paseo|rua|via|viale|piazza|corso|praca|travessa|strasse|weg|allee|platz|gasse|ring|ufer|straat|laan)\b"
    r"|(?:strasse|straße|str\.|weg|allee|platz|gasse|damm|straat|laan|gracht|plein)\s*\d|\d+\s*(?:strasse|str\.)"
)  # fmt: skip

TECHNOLOGIES = regex(
    r"^(?:technologies(?: used)?|tech(?:nology)?(?: stack)?|tools(?: used| & technologies)?|stack|built with|environment|technologien|technologies utilisées|tecnolog[ií]as|tecnologias|tecnologie|keywords|skills|languages?)\s*[:：]\s*(.+)$",
    re.IGNORECASE,
)

SKILL_LEVEL = regex(
    r"^(?:expert|advanced|intermediate|beginner|basic|proficient|novice|competent|master|skilled|familiar|fundamental|sehr gut|gut|fortgeschritten|experte|grundkenntnisse|avance|intermediaire|debutant|avanzado|intermedio|basico|avancado|experience|excellent|good|elementary|native|fluent|conversational)"
    r"(?: (?:level|user|knowledge))?$"
)
SKILL_GROUP = regex(
    r"^(?:.{0,30}\b)?(?:languages|frameworks|libraries|databases?|tools|platforms|technologies|software|concepts|methodologies|methods|cloud|systems|skills|competenc\w+|expertise|other|others|misc|web|frontend|backend|soft|hard|technical"
    r"|sprachen|werkzeuge|datenbanken|kenntnisse|langages|outils|bases de donnees|lenguajes|herramientas|linguagens|ferramentas|linguaggi|strumenti|talen)$"
)
SKILL_RATING = regex(
    r"\s*(?:[★☆●○■□▪▫]{2,}|\(?\d{1,3} ?%\)?|\(?\d{1,2} ?\+? ?(?:years?|yrs?|jahre|ans|años|anos)\)?(?: of experience)?|\b\d{1,2} ?/ ?(?:5|10))\s*$",
    re.IGNORECASE,
)

PROFILE_HANDLE = regex(
    r"\b(linkedin|github|gitlab|twitter|medium|leetcode|kaggle|dribbble|behance)\s*(?::|\s)\s*(@?/?[\w./-]{2,80})",
    re.IGNORECASE,
)
CONTACT_LABEL = regex(
    r"^\W*(?:e-?mail(?:[ -]?address)?|mail|correo(?: electr[oó]nico)?|courriel|adresse e-?mail|posta elettronica|phone(?: number)?|tel(?:ephone|efon|éfono|efone|\.)?|telefono|mobile?|mobil|handy|cell|cellphone|movil|móvil|celular|cellulare|portable|fax|web(?:site|seite)?"
    r"|homepage|url|portfolio|linked-?in|github|gitlab|twitter|address|adresse|anschrift|direcci[oó]n|endere[cç]o|indirizzo|adres|location|wohnort|ort|city|residence|blog|skype|x|住所|現住所|地址|電話|电话|手机|邮箱|メール)\s*[:：]\s*",
    re.IGNORECASE,
)
EXPECTED = regex(
    r"\(?\b(?:expected(?: graduation)?|anticipated(?: graduation)?|graduat(?:ed|ion|ing)(?: date)?|completed|conferred|abgeschlossen|voraussichtlich|en cours|prevista?)\b:?\)?",
    re.IGNORECASE,
)
HOW_WELL = regex(
    r"^(?:advanced|proficient|fluent|experienced|skilled|familiar|competent|well versed|knowledge|expert|working knowledge|sicher|kenntnisse|gute kenntnisse) (?:in|with|of|mit|im umgang mit|at)\s+",
    re.IGNORECASE,
)
