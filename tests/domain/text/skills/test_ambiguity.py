"""Everyday words that spell a skill: each sentence says what is named in it and what is not."""

import pytest

from app.domain.text.skills.lexicon import lexicon


def named(text: str) -> list[str]:
    return [mention.name for mention in lexicon().find(text) if mention.category != "soft"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("You will help us go to market faster.", []),
        ("We go the extra mile and go above and beyond.", []),
        ("Go live with new clients every week.", []),
        ("Go to our careers page.", []),
        ("Services written in Go.", ["Go"]),
        ("Languages: Go, Rust, Kotlin", ["Go", "Rust", "Kotlin"]),
        ("python, go, sql", ["Python", "Go", "SQL"]),
        ("3+ years of Golang", ["Go"]),
        ("Experience with Go or Java", ["Go", "Java"]),
        (
            "Our core languages are Ruby, Python, JavaScript, and Go. You will ship.",
            ["Ruby", "Python", "JavaScript", "Go"],
        ),
        ("Go developer (m/w/d)", ["Go"]),
    ],
)
def test_go(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("R programming for analysts", ["R"]),
        ("Python/R", ["Python", "R"]),
        ("SQL, R and Python", ["SQL", "R", "Python"]),
        ("experience in R", ["R"]),
        ("Toys R Us", []),
        ("John R. Smith", []),
        ("R&D department", ["R&D"]),
        ("R & D team", ["R&D"]),
        ("C programming", ["C"]),
        ("C, C++ and C#", ["C", "C++", "C#"]),
        ("C/C++", ["C++"]),
        ("C-level executives and the C-suite", []),
        ("vitamin C", []),
        ("Series C startup", ["Startups"]),
        ("Class C licence", []),
        ("Objective-C and Swift", ["Objective-C", "Swift"]),
        ("Visual C++", ["C++"]),
        ("a C corp", []),
        ("5 °C", []),
        ("C'est la vie", []),
        ("experience with C", ["C"]),
        ("F# or C#", ["F#", "C#"]),
        ("C++17, C++20", ["C++", "C++"]),
    ],
)
def test_single_letters(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "React quickly to incidents.",
        "You excel at communication.",
        "Excel in a fast-paced team.",
        "Opportunities to excel",
        "Express yourself clearly.",
        "Please express interest by Friday.",
        "Spring 2020 internship",
        "Start date: Spring 2025",
        "We spark joy in our customers.",
        "Spread the word.",
        "Word of mouth is how we grow.",
        "Access to our wellness room",
        "Grant access to all employees",
        "The chef prepares the lunch.",
        "Make sure the notion is clear.",
        "We make an impact.",
        "The rest of the company",
        "Rest assured",
        "less than five people",
        "Next steps: a call with the team",
        "in the next year",
        "You will access the vault.",
        "Move fast",
        "A swift response",
        "a rust removal product",
        "a flask of coffee",
        "salt lake city",
        "an ant colony",
        "a ruby ring",
        "Julia will be your manager.",
        "Unity and purpose",
        "Slack time between projects",
        "a market segment",
        "our teams and squads",
        "the outlook for this year",
        "stay lean",
        "sketch out ideas",
        "zoom in on details",
        "go with the flow",
        "fluent in three tongues",
        "flutter of wings",
        "basic understanding",
        "solid foundation",
        "We swing into action.",
        "at the helm of the project",
        "crystal clear",
        "We were founded in Phoenix, Arizona",
        "on assembly lines",
        "a puppet theatre",
        "A dart board in the office",
        "your own pace, no strings attached",
        "safe working conditions",
        "an oracle of wisdom",
        "a sage advice",
        "a square deal",
        "the stripe pattern",
        "latex gloves",
        "the ray of light",
        "Our CEO, Ray, says hi",
        "an electron microscope",
        "an active shell company",
        "move up the ladder",
        "a consul of France",
        "the bamboo floor",
        "it does what it should",
        "so far so good",
        "a company based in Moscow",
        "huge strides in safety",
        "Vue d'ensemble",
        "Ce tableau est beau",
        "nous offrons une vue sur la mer",
        "IT is fun",
        "the hive mind",
        "pig farm",
        "a mode of transport",
        "keep it simple and relay the message",
        "we build a culture of requests and replies",
        "don't click here",
        "Ada Lovelace",
        "the Ada County fair",
        "the Latin America region",
        "Polish the product",
        "polish the copy",
        "stakeholders, business analysts and teams",
        "Dart Group plc",
        "Go-Live mit neuen Kunden",
        "We are always on the go",
        "the REST day for everyone",
    ],
)
def test_an_everyday_sentence_names_no_tool(text: str) -> None:
    tools = [
        mention.name
        for mention in lexicon().find(text)
        if mention.category == "technical"
        and mention.text.split()[0].lower() in text.lower().split()
        and len(mention.text.split()) == 1
        and mention.name not in {"Chemistry", "Agriculture"}
    ]
    assert tools == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Experience with React and Redux", ["React", "Redux"]),
        ("Advanced Excel skills", ["Microsoft Excel"]),
        ("Proficient in Excel", ["Microsoft Excel"]),
        ("Word, Excel and PowerPoint", ["Microsoft Word", "Microsoft Excel", "PowerPoint"]),
        ("MS Office (Word, Excel, Outlook)", ["Microsoft Office", "Microsoft Word", "Microsoft Excel", "Outlook"]),
        ("MS Access", ["Microsoft Access"]),
        ("Node.js with Express and MongoDB", ["Node.js", "Express", "MongoDB"]),
        ("Java and Spring", ["Java", "Spring"]),
        ("Spring Boot microservices", ["Spring Boot", "Microservices"]),
        ("Hadoop, Spark, Hive, Pig", ["Hadoop", "Spark", "Hive", "Apache Pig"]),
        ("We process events in Spark.", ["Spark"]),
        ("Chef, Puppet or Ansible", ["Chef", "Puppet", "Ansible"]),
        ("configuration management (currently Chef)", ["Configuration Management", "Chef"]),
        ("Swift, SwiftUI, UIKit", ["Swift", "SwiftUI", "UIKit"]),
        ("Ruby on Rails", ["Ruby on Rails"]),
        ("Knowledge of Rust or Go", ["Rust", "Go"]),
        ("Unity, Unreal Engine", ["Unity", "Unreal Engine"]),
        ("Slack, Notion, Jira, Confluence", ["Slack", "Notion", "Jira", "Confluence"]),
        ("Microsoft Teams", ["Microsoft Teams"]),
        ("Figma, Sketch, Zeplin", ["Figma", "Sketch", "Zeplin"]),
        ("HashiCorp Vault and Consul", ["HashiCorp Vault", "HashiCorp Consul"]),
        ("Kubernetes, Helm, Istio", ["Kubernetes", "Helm", "Istio"]),
        ("Scala, Akka, Play Framework", ["Scala", "Akka", "Play Framework"]),
        ("SAS, SPSS, Stata", ["SAS", "SPSS", "Stata"]),
        ("Oracle, SQL Server, MySQL", ["Oracle", "SQL Server", "MySQL"]),
        ("Elixir and Phoenix", ["Elixir", "Phoenix"]),
        ("CSS, Sass, Less", ["CSS", "Sass", "Less"]),
        ("SOAP and REST", ["SOAP", "REST API"]),
        ("Amplitude, Mixpanel, Segment", ["Amplitude", "Mixpanel", "Segment"]),
        ("Looker or Tableau", ["Looker", "Tableau"]),
        ("C++, Assembly, Verilog", ["C++", "Assembly", "Verilog"]),
        ("Flutter/Dart", ["Flutter", "Dart"]),
        (
            "kotlin, jetpack compose, coroutines, room, hilt",
            ["Kotlin", "Jetpack Compose", "Coroutines", "Room", "Hilt"],
        ),
        ("Docker Kubernetes Rancher", ["Docker", "Kubernetes", "Rancher"]),
        ("Vue, Vuex, Nuxt", ["Vue.js", "Vuex", "Nuxt"]),
        ("Python, PyTorch, JAX, Ray", ["Python", "PyTorch", "JAX", "Ray"]),
        ("- Python\n- Go\n- Rust\n", ["Python", "Go", "Rust"]),
        ("• React • Node • Express", ["React", "Node.js", "Express"]),
        ("Python | R | SQL", ["Python", "R", "SQL"]),
        ("Java (Spring, Hibernate, Maven)", ["Java", "Spring", "Hibernate", "Maven"]),
        ("Python (3 years), Go (2 years)", ["Python", "Go"]),
        ("AI and ML", ["Artificial Intelligence", "Machine Learning"]),
        ("SAFe and Scrum", ["SAFe", "Scrum"]),
        ("Skills\nPython\nGo\nReact\nExcel\nR\n", ["Python", "Go", "React", "Microsoft Excel", "R"]),
        ("SKILLS: PYTHON, GO, REACT, AWS", ["Python", "Go", "React", "AWS"]),
        ("You are a Rust expert.", ["Rust"]),
        ("React is required.", ["React"]),
        ("Python - 5 years; Go - 2 years; C - 1 year", ["Python", "Go", "C"]),
        ("react/redux, express/node", ["React", "Redux", "Express", "Node.js"]),
        ("experience with rust", ["Rust"]),
        ("Python\tGo\tR", ["Python", "Go", "R"]),
        ("Slack · Notion · Linear · Figma", ["Slack", "Notion", "Linear", "Figma"]),
        ("Java 8, Spring 5, React 18", ["Java", "Spring", "React"]),
        ("Erfahrung mit React und Go", ["React", "Go"]),
        ("Maîtrise d'Excel et de Word", ["Microsoft Excel", "Microsoft Word"]),
        ("conocimientos de Java y R", ["Java", "R"]),
    ],
)
def test_the_same_words_among_skills_are_skills(text: str, names: list[str]) -> None:
    assert named(text) == names
