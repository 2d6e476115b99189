"""Names that postings also drop in passing: whole fields of work, kinds of tools, words of every working day."""

import re

from app.domain.regex import regex
from app.domain.text.job.headings import ASKING, Section
from app.domain.text.job.sections import Sentence
from app.domain.text.skills import SkillMention

FIELDS_OF_STUDY = frozenset(("Computer Science",))
"""What a degree is in; a posting asks for the degree, or for what is learnt there by its own name."""

WHOLE_FIELDS = frozenset(
    name.strip()
    for name in """
    Software Development | Software Engineering | Programming | Backend Development | Frontend Development |
    Full-Stack Development | Web Development | Mobile Development | Application Development | Analytics Engineering |
    Data Analysis | Business Intelligence | Business Analysis | Information Technology | Management |
    Quality Assurance | Quality Engineering | Production Engineering | Cloud Computing | Infrastructure | Architecture |
    Documentation | Training | Writing | Deployment | Use Cases | Data Sets | Troubleshooting | UI | UX | Recruiting |
    Hiring | Customer Service | Scalability | Cloud-Native
    """.split("|")
)
"""Fields that say nothing beside their tools or their years."""

KINDS_OF_TOOLS = frozenset(
    name.strip()
    for name in """
    Containers | Container Orchestration | Cloud Computing | Databases | NoSQL | CRM | ERP | CAD | Big Data |
    Version Control | Web Servers | Search Engines | Relational Databases | Office Suites | Accounting Software |
    Ticketing Systems | Project Management Software | Video Conferencing | Observability | Monitoring | API
    """.split("|")
)
"""Kinds already said by naming one of the tools."""

VAGUE = frozenset(
    name.strip()
    for name in """
    Accessibility | API | Authentication | Automation | Benchmarking | Branding | Business Operations | Clean Code |
    Client Management | Client Relations | Code Quality | Competitive Analysis | Compliance | Computer Hardware |
    Continuous Improvement | Corporate Governance | Creative Strategy | Customer Engagement | Customer Experience |
    Customer Relations | Data Collection | Data Processing | Data Security | Data Strategy | Databases | Debugging |
    Developer Tools | Digital Transformation | Distribution | Documentation | Engineering Best Practices |
    Engineering Management | Experimentation | Fault Tolerance | Feature Prioritization | Healthcare | Human Factors |
    Implementation | Infrastructure | Innovation | IT Consulting | KPI | Knowledge Transfer | Management Consulting |
    Metrics | Monetization | On-Call | Open Source | Operating Systems | Operational Excellence | Optimization |
    Partnerships | Policy Development | Presentation Development | Process Improvement | Product Launch |
    Product Roadmap | Product Strategy | Profit and Loss | Project Planning | Public Sector | Quality Standards |
    Quota Attainment | Regulatory Compliance | Resource Planning | Retrospectives | Revenue Growth | SaaS |
    Security Compliance | Service Delivery | SLA Management | Startups | Storage | Style Guides | Supervision |
    Sustainability | Systems Integration | Technical Consulting | Technology Strategy | Test Strategy | Usability |
    Value Engineering | Web Applications
    """.split("|")
)
"""Words of every working day: asked for only where the wording names them as a skill."""

FUNCTIONS = frozenset(
    name.strip()
    for name in """
    Client Service | Content Creation | Content Development | Customer Service | Customer Success | Customer Support |
    Data Management | Data Science | E-commerce | Editing | Finance | Insurance | Logistics | Marketing |
    Mental Health | Onboarding | Process Automation | Procurement | Product Design | Product Development |
    Project Management | Prototyping | Publishing | Purchasing | Quality Control | Reporting | Research | Retail |
    Scheduling | Software Deployment | Sourcing | Sprint Planning | Workshops
    """.split("|")
)
"""What departments do: other people's work, unless a section of demands or the wording names them."""

_CUE = regex(
    r"(?:\b(?:experience[ds]?|expertise|expert|knowledge|skills?|skilled|proficien\w+|familiar\w*|understanding|"
    r"background|competen\w+|fluen\w+|versed|trained|training|certified|mastery|command|grasp|foundations?|grounding|"
    r"track record|specialist|qualified)|\w*(?:kenntnisse?|erfahrung|verständnis)|\bexpérience|\bconnaissances?|"
    r"\bmaîtrise|\bcompétences?|\bexperiencia|\bconocimientos?|\bdominio|\bmanejo|\besperienza|\bconoscenza|"
    r"\bervaring|\bkennis|\bexperiência|\bconhecimentos?)\s+(?:in|with|of|using|on|at|across|as|about|mit|im|von|en|"
    r"de|des|du|d['’]|avec|con|di|met|van|com|em)\b",
    re.IGNORECASE,
)
# What stands between "experience with" and a thing that the cue still names: an enumeration, no new clause.
_CLAUSE = regex(
    r"[.;:!?]|\b(?:to|that|which|who|while|where|through|by|for|so|when|um|zu|damit|pour|qui|para|que|working|"
    r"environments?|industr\w+|sectors?|compan\w+|roles?|teams?|startups?)\b",
    re.IGNORECASE,
)
_NAMED_AFTER = regex(
    r"[\s-]*(?:experience|expertise|skills?|knowledge|background|proficiency|certification|erfahrung|kenntnisse)\b",
    re.IGNORECASE,
)
_REACH = 90
_WORDS_AROUND = 2


def asks_for(sentence: Sentence, mention: SkillMention) -> bool:
    """Tell whether `sentence` names `mention` as a skill: "experience with X", "X skills", or nothing but X."""
    start, end, text = mention.start - sentence.start, mention.end - sentence.start, sentence.text
    if _NAMED_AFTER.match(text, end):
        return True
    if text.count(" ") - mention.text.count(" ") <= _WORDS_AROUND:
        return True
    cues = list(_CUE.finditer(text, max(0, start - _REACH), start))
    return bool(cues) and not _CLAUSE.search(text, cues[-1].end(), start)


def is_passing(sentence: Sentence, mention: SkillMention) -> bool:
    """Tell whether `sentence` drops the name of `mention` without asking for it."""
    if sentence.section is Section.STACK:
        return False
    vague = mention.name in VAGUE or (mention.name in FUNCTIONS and sentence.section not in ASKING)
    return vague and not asks_for(sentence, mention)
