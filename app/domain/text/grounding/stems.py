"""Reduce words to what their inflections and derivations share ("migrations", "migrated" → "migr")."""

import unicodedata
from functools import lru_cache

from simplemma import is_known, lemmatize

LANGUAGES = ("en", "de", "fr", "es")

_IRREGULAR = {
    "reduct": "reduc", "product": "produc", "analysi": "analy", "analys": "analy", "analyz": "analy",
    "analyst": "analyst",
    "maintenanc": "maintain", "mainten": "maintain", "deliver": "deliver", "delivery": "deliver",
    "deliveri": "deliver",
    "complianc": "comply", "compli": "comply", "comply": "comply", "recruit": "recruit", "acquir": "acqui",
    "acquisi": "acqui", "acquisit": "acqui", "decid": "decis", "financ": "financ", "financi": "financ",
    "financial": "financ", "suppli": "supply", "supplier": "supplier", "purchas": "purchas", "grew": "grow",
    "growth": "grow", "sale": "sell", "sold": "sell", "sal": "sell", "led": "lead", "taught": "teach", "bought": "buy",
    "built": "build", "leadership": "leadership", "responsibl": "respons", "responsi": "respons",
    "presenta": "present",
    "administra": "administ", "administr": "administ", "administer": "administ", "specifi": "specif",
    "specify": "specif",
    "verifi": "verif", "verify": "verif", "certifi": "certif", "certify": "certif", "classifi": "classif",
    "classify": "classif", "qualifi": "qualif", "qualify": "qualif", "simplifi": "simplif", "simplify": "simplif",
    "applic": "appli", "apply": "appli", "reconciliat": "reconcil", "reconcili": "reconcil", "receip": "receiv",
    "redesign": "redesign", "implementat": "implement", "assistanc": "assist", "assistan": "assist",
    "strategi": "strateg",
    "strategy": "strateg", "resolu": "resolv", "resolut": "resolv", "solut": "solution", "solu": "solution",
    "subscrip": "subscrib", "transcrip": "transcrib", "descrip": "describ", "descript": "describ",
    "prescript": "prescrib", "transcript": "transcrib", "prescrip": "prescrib", "produ": "produc",
    "introduct": "introduc", "introduc": "introduc", "reten": "retain", "retent": "retain", "conver": "convert",
    "conversi": "convert", "expan": "expand", "expans": "expand", "inclus": "includ", "extens": "extend",
    "revis": "revis", "supervis": "supervis", "diagnos": "diagnos", "diagnosi": "diagnos", "synthesi": "synthes",
    "laborator": "lab", "laboratory": "lab", "photograph": "photo", "organis": "organ", "organiz": "organ",
    "optimis": "optim", "optimiz": "optim", "utilis": "utiliz", "math": "math", "mathemat": "math", "maths": "math",
    "visualis": "visual", "visualiz": "visual", "automat": "autom", "communica": "communic", "loss": "lose",
    "lost": "lose", "flight": "fly", "behaviour": "behavior", "colour": "color", "centre": "center",
    "center": "center",
    "licenc": "licens", "programm": "program", "programme": "program", "catalogue": "catalog", "enquiri": "inquir",
    "inquiri": "inquir", "enquir": "inquir", "proof": "prove", "choic": "choos", "chosen": "choos", "choose": "choos",
    "failur": "fail", "closur": "clos", "procedur": "proced", "removal": "remov", "approv": "approv",
    "approval": "approv",
    "renewal": "renew", "referral": "refer", "proposal": "propos", "arrival": "arriv", "survey": "survey",
    "trafic": "traffic", "nursing": "nurs", "nursery": "nursery", "wedding": "wedding", "safety": "safe",
    "theses": "thesis", "ros": "ris", "analysis": "analy", "conversion": "convert", "publication": "publish",
    "certific": "certif", "responsibil": "respons", "assemb": "assembl", "supervision": "supervis",
    "revision": "revis",
 "rebuilt": "rebuild", "rebuil": "rebuild", "won": "win", "rewrote": "rewrit", "oversaw": "overse",
 "thes": "thesis", "criteria": "criterion",
}  # fmt: skip
_SUFFIXES = {
    "en": ("isations", "izations", "isation", "ization", "ations", "itions", "ation", "ition", "ements", "ement",
    "ments",
           "ment", "ising", "izing", "ising", "ised", "ized", "ise", "ize", "ate", "ating", "ated", "ance", "ence",
           "ness",
           "ity", "ological", "ologist", "ology", "ial", "ical", "ingly", "edly", "ings", "ing", "ion", "ions",
           "ally", "ly", "ed", "es", "al", "s", "e"),
    "de": ("ungen", "ung", "erin", "innen", "ern", "en", "er", "em", "es", "e", "n", "s"),
    "fr": ("ements", "ement", "ations", "ation", "ions", "ion", "euses", "euse", "trices", "trice", "eurs", "eur",
    "ées",
           "ée", "és", "é", "er", "ir", "es", "e", "s"),
    "es": ("aciones", "ación", "ciones", "ción", "mientos", "miento", "adores", "adora", "ador", "ando", "iendo", "ar",
           "er", "ir", "as", "os", "es", "a", "o", "s"),
}  # fmt: skip
_LONGEST_FIRST = {
    language: tuple(sorted(set(ends), key=lambda end: (-len(end), end))) for language, ends in _SUFFIXES.items()
}
# What looks like an ending and is none.
_WHOLE = {
    "implement", "document", "experiment", "department", "segment", "element", "supplement", "complement", "supervise",
    "revise", "advise", "exercise", "promise", "practise", "comprise", "enterprise", "expertise", "rate", "state",
    "site",
    "private", "climate", "estate", "science", "audience", "conference", "station", "nation", "union", "city",
    "quality",
    "entity", "facility", "university", "unity", "early", "daily", "family", "supply", "apply", "reply", "monthly",
    "weekly", "assembly", "million", "region", "religion", "version", "mission", "passion", "session", "pension",
    "witness", "business", "illness", "fitness", "hospital", "capital", "medical", "animal", "metal", "rental",
    "portal",
    "journal", "total", "goal", "deal", "festival", "material", "manual", "wedding", "ceiling", "morning",
    "evening", "engine", "position", "portion", "condition", "tradition", "edition", "nutrition", "patient", "garment",
}  # fmt: skip
_VOWELS = set("aeiouy")
# Lemmas that the dictionary folds into another word, which a resume means otherwise.
_KEPT = {
    "data",
    "media",
    "sales",
    "goods",
    "news",
    "maths",
    "logistics",
    "nursing",
    "lead",
    "led",
    "better",
    "most",
    "best",
}


@lru_cache(maxsize=65536)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of the lower-case `word`; other languages than `LANGUAGES` are read as English."""
    if word in _KEPT or not word:
        return word
    # Read where they lie, the dictionaries take 13 MB; as dicts, English takes 20 and German 110.
    return str(lemmatize(word, lang=language if language in LANGUAGES else "en", low_memory=True)).lower()


@lru_cache(maxsize=16384)
def is_word(word: str, language: str) -> bool:
    """Tell whether the dictionary has the word; other languages than `LANGUAGES` are read as English."""
    return bool(is_known(word, lang=language if language in LANGUAGES else "en", low_memory=True))


@lru_cache(maxsize=65536)
def stem(word: str, language: str = "en") -> str:
    """Return the key that `word` shares with its inflections and derivations; agent nouns keep apart from verbs."""
    known = language if language in LANGUAGES else "en"
    return root(lemma(word.lower(), known), known)


@lru_cache(maxsize=65536)
def root(base: str, language: str) -> str:
    """Return the key of a word that is a dictionary form already."""
    known = language if language in LANGUAGES else "en"
    cut = _cut(base, known)
    if known != "en":
        return "".join(sign for sign in unicodedata.normalize("NFD", cut) if not unicodedata.combining(sign))
    return _IRREGULAR.get(base) or _IRREGULAR.get(cut) or cut


def _cut(base: str, language: str) -> str:
    if base in _WHOLE:
        return base
    for suffix in _LONGEST_FIRST[language]:
        rest = base[: -len(suffix)]
        least = 3 if len(suffix) < 4 else 4
        if len(rest) >= least and base.endswith(suffix) and _VOWELS & set(rest):
            if suffix in {"ing", "ed"} and len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
                return rest[:-1]
            if suffix == "s" and rest[-1] in "sui":
                continue
            return rest + "olog" if suffix in {"ological", "ologist", "ology"} else rest
    return base
