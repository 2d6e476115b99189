"""How spellings are found: boundaries, variants, offsets, implied skills."""

import pytest

from app.domain.text.skills.entries import SkillEntry, parse_table
from app.domain.text.skills.folding import fold
from app.domain.text.skills.lexicon import Lexicon, SkillMention, lexicon

HEADER = "name\tcategory\tgroup\taliases\timplies\tcontext"


def small(*rows: str) -> Lexicon:
    return Lexicon(parse_table("\n".join([HEADER, *rows])))


def named(text: str) -> list[str]:
    return [mention.name for mention in lexicon().find(text)]


def written(text: str) -> list[str]:
    return [mention.text for mention in lexicon().find(text)]


def test_a_mention_says_where_and_how_it_is_written() -> None:
    text = "We use k8s\nand PostgreSQL 15."
    assert lexicon().find(text) == [
        SkillMention("Kubernetes", 7, 10, "k8s", "technical"),
        SkillMention("PostgreSQL", 15, 25, "PostgreSQL", "technical"),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", "\x00", "日本語の文章", "🙂" * 50, "İ" * 10, "ﬁﬂ", "a" * 10_000, "." * 10_000]
)
def test_a_text_without_skills_yields_nothing(text: str) -> None:
    assert [mention for mention in lexicon().find(text) if mention.category != "language"] == []


@pytest.mark.parametrize(
    "text",
    [
        "İstanbul'da Python",
        "ﬁnance in Python",
        "ＳＱＬ — Python",
        "Straße, Python",
        "née; Python",
        "ǅ Python",
        "🙂🙂 Python",
        "\ufeffPython",
    ],
)
def test_offsets_hold_behind_characters_that_change_length_when_folded(text: str) -> None:
    mention = lexicon().find(text)[-1]
    assert (mention.text, text[mention.start : mention.end]) == ("Python", "Python")
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pythonic javascripting goals", []),
        ("pseudopython", []),
        ("snake_case_python_file", []),
        ("Python3, Java17, C++17 and HTML5", ["Python", "Java", "C++", "HTML"]),
        ("Angular 2+, Vue 3, .NET 8", ["Angular", "Vue.js", ".NET"]),
        ("Java 8+ / Java 11", ["Java", "Java"]),
        ("ASP.NET/C#", [".NET", "C#"]),
        ("the .NET stack", [".NET"]),
        ("ASP.NET Core", [".NET Core"]),
        ("example.net and foo.go and main.c", []),
        ("https://python.org/docs?x=react, www.sql.com", []),
        ("mail jobs@java.com or see github.com/rust", []),
        ("...in SQL.Python is a plus", ["SQL", "Python"]),
        ("Python-based, AWS-native", ["Python", "AWS"]),
        ("Python's ecosystem", ["Python"]),
        ("(Kubernetes)", ["Kubernetes"]),
        ("“Kubernetes”", ["Kubernetes"]),
        ("#python #sql", ["Python", "SQL"]),
        ("Java+Kotlin", ["Java", "Kotlin"]),
        ("Notepad++", []),
        ("JavaScript, not Java", ["JavaScript", "Java"]),
        ("Spring Boot", ["Spring Boot"]),
        ("machine\nlearning", ["Machine Learning"]),
        ("machine\n\nlearning", []),
        ("machine, learning", []),
        ("CI / CD", ["CI/CD"]),
        ("C # and . NET and Node. js", ["C#", ".NET", "Node.js"]),
        ("TCP / IP", ["TCP/IP"]),
        ("Python,SQL;Git|AWS", ["Python", "SQL", "Git", "AWS"]),
        ("PYTHON SQL", ["Python", "SQL"]),
        ("l'agile et d'Angular", ["Agile", "Angular"]),
        ("CompTIA Security+ certified", ["CompTIA Security+"]),
        ("S/4HANA", ["SAP S/4HANA"]),
        ("A/B testing", ["A/B Testing"]),
        ("PythonとSQLの経験、日本語能力", ["Python", "SQL", "Japanese"]),
        ("英文和中文流利", ["Chinese"]),
        ("Kotlin을 사용한 Android개발", ["Kotlin", "Android"]),
        ("Pythonский, Pythonεξ", []),
        ("MITRE ATT&CK", ["MITRE ATT&CK"]),
    ],
)
def test_boundaries(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("front-end", "Frontend Development"),
        ("front end", "Frontend Development"),
        ("frontend", "Frontend Development"),
        ("REST APIs", "REST API"),
        ("RESTful API", "REST API"),
        ("postgres", "PostgreSQL"),
        ("K8s", "Kubernetes"),
        ("nodejs", "Node.js"),
        ("node js", "Node.js"),
        ("reactjs", "React"),
        ("React.js", "React"),
        ("VueJS", "Vue.js"),
        ("data pipeline", "Data Pipelines"),
        ("data-pipelines", "Data Pipelines"),
        ("design pattern", "Design Patterns"),
        ("data modelling", "Data Modeling"),
        ("search engine optimisation", "SEO"),
        ("micro services", "Microservices"),
        ("object-oriented programming", "Object-Oriented Programming"),
        ("continuous integration", "Continuous Integration"),
        ("test-driven development", "TDD"),
        ("large language models", "LLM"),
        ("behaviour driven development", "BDD"),
        ("infrastructure-as-code", "Infrastructure as Code"),
        ("Power-BI", "Power BI"),
        ("power bi", "Power BI"),
        ("version control systems", "Version Control"),
        ("unit tests", "Unit Testing"),
        ("ci/cd pipelines", "CI/CD"),
        ("ms excel", "Microsoft Excel"),
        ("gestion de projet", "Project Management"),
        ("Projektmanagement", "Project Management"),
        ("Kommunikationsfähigkeit", "Communication"),
        ("trabajo en equipo", "Teamwork"),
        ("esprit d’équipe", "Teamwork"),
        ("google cloud", "Google Cloud Platform"),
        ("Registered Nurse", "Nursing"),
        ("Führerschein", "Driving"),
    ],
)
def test_variants_lead_to_the_canonical_name(text: str, name: str) -> None:
    assert named(f"You know {text}, and more.") == [name]


def test_the_longest_spelling_wins_and_mentions_never_overlap() -> None:
    known = small(
        "Data\ttechnical\tx\t\t\t",
        "Data Science\ttechnical\tx\t\t\t",
        "Science Fiction\ttechnical\tx\t\t\t",
    )
    assert [mention.text for mention in known.find("data science fiction, data")] == ["data science", "data"]


def test_a_shorter_spelling_counts_where_the_longer_one_fails_its_boundary() -> None:
    known = small("C\ttechnical\tx\t\t\t", "Visual C\ttechnical\tx\t\t\t", "Visual\ttechnical\tx\t\t\t")
    assert [mention.name for mention in known.find("Visual C++")] == ["Visual"]


def test_a_guarded_long_spelling_gives_way_to_a_shorter_one() -> None:
    known = small("Play\ttechnical\tx\t\t\t", "Play Time\ttechnical\tx\t?Play Time\t\tlist", "Java\ttechnical\tx\t\t\t")
    assert [mention.name for mention in known.find("we play time and again")] == ["Play"]
    assert [mention.name for mention in known.find("Java, Play Time")] == ["Java", "Play Time"]


def test_finding_twice_gives_the_same() -> None:
    text = "Go, Rust and C: experience with React, Excel and R."
    assert lexicon().find(text) == lexicon().find(text)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Python", "Python"),
        ("python", "Python"),
        (" PYTHON ", "Python"),
        ("Python 3.11", "Python"),
        ("Python3", "Python"),
        ("Java 17", "Java"),
        ("C++17", "C++"),
        ("Angular 2+", "Angular"),
        ("PHP v8.2", "PHP"),
        ("Vue 3.x", "Vue.js"),
        ("golang", "Go"),
        ("go", "Go"),
        ("Excel", "Microsoft Excel"),
        ("ms  excel", "Microsoft Excel"),
        ("REST", "REST API"),
        ("k8s", "Kubernetes"),
        ("Node JS", "Node.js"),
        ("c", "C"),
        ("r", "R"),
        ("html5", "HTML"),
        ("es6", "JavaScript"),
        ("EC2", "Amazon EC2"),
        ("S3", "Amazon S3"),
        ("JavaScript (ES6+)", "JavaScript"),
        ("Amazon Web Services (AWS)", "AWS"),
        ("Python (advanced)", "Python"),
    ],
)
def test_get_knows_a_whole_spelling(name: str, canonical: str) -> None:
    entry = lexicon().get(name)
    assert entry is not None
    assert entry.name == canonical


@pytest.mark.parametrize(
    "name",
    ["", " ", "3.11", "Python programming for poets", "Underwater Basketry", "+", "2+", "(Python)", "Python (a) (b) c"],
)
def test_get_does_not_guess(name: str) -> None:
    assert lexicon().get(name) is None


def test_implied_skills_are_followed_to_the_end() -> None:
    assert lexicon().implied("FastAPI") == {"Python"}
    assert lexicon().implied("Nuxt") == {"Vue.js", "JavaScript"}
    assert lexicon().implied("golang") == frozenset()
    assert lexicon().implied("no such skill") == frozenset()


def test_the_lexicon_covers_the_trades_it_promises() -> None:
    entries = lexicon().entries
    by_category: dict[str, int] = {}
    for entry in entries:
        by_category[entry.category] = by_category.get(entry.category, 0) + 1
    assert len(entries) >= 3000
    assert by_category["technical"] >= 1500
    assert set(by_category) == {"technical", "soft", "language", "certification", "domain"}


def test_entries_are_sorted_and_their_own() -> None:
    entries = lexicon().entries
    assert list(entries) == sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))
    assert lexicon().get("FastAPI") == SkillEntry(
        "FastAPI", "technical", "backend framework", ("Fast API",), ("Python",)
    )
