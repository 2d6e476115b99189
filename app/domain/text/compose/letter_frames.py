"""The sentence frames of a letter, by language and tone. What is put into them are facts, or names of the posting."""

from dataclasses import dataclass

from app.domain.text.compose.options import Tone, WrittenLanguage

# size: the same frames in four languages stand side by side, so that what one says the others say too


@dataclass(frozen=True, slots=True)
class Manner:
    """How a tone greets, opens, says why, closes and signs. `team` is used where the company is known."""

    team: str
    nobody: str
    opening: str
    interest: str
    closing: tuple[str, ...]
    sign_off: str


@dataclass(frozen=True, slots=True)
class LetterFrames:
    """What a language needs: names of the vacancy, statements resting on facts, and its three manners."""

    subject: str
    role_at: str
    role: str
    vacancy_at: str
    vacancy: str
    years: tuple[str, str, str, str]
    background: str
    last_role: str
    current_role: str
    with_last_role: str
    with_current_role: str
    studies: str
    degree: str
    terms: str
    listed: str
    told: str
    told_again: str
    told_more: str
    told_earlier: str
    told_before: str
    told_alone: str
    quoted: str
    quoted_again: str
    quoted_more: str
    quoted_earlier: str
    quoted_before: str
    quoted_alone: str
    quotes: tuple[str, str]
    certified: str
    speaks: str
    gap: str
    manners: dict[Tone, Manner]
    studying: tuple[str, str] = ("", "")


_EN = LetterFrames(
    subject="Application for {role}",
    role_at="the position of {role} at {company}",
    role="the position of {role}",
    vacancy_at="the open position at {company}",
    vacancy="the open position",
    years=("{n} years", "over {n} years", "one year", "over a year"),
    background="I bring {years} of experience.",
    last_role="Most recently I worked as {title} at {company}.",
    current_role="I currently work as {title} at {company}.",
    with_last_role="I bring {years} of experience, most recently as {title} at {company}.",
    with_current_role="I bring {years} of experience and currently work as {title} at {company}.",
    studies="I studied {field} at {institution}.",
    degree="I studied at {institution} ({degree}).",
    terms="Of the skills you ask for, my work has involved {terms}.",
    listed="My skills include {terms}.",
    told="At {company} I {bullet}.",
    told_again="There I also {bullet}.",
    told_more="In addition, I {bullet}.",
    told_earlier="Earlier, at {company}, I {bullet}.",
    told_before="Before that, at {company}, I {bullet}.",
    told_alone="In my work I {bullet}.",
    quoted="Among my results at {company}: {bullet}.",
    quoted_again="Also in that role: {bullet}.",
    quoted_more="In addition: {bullet}.",
    quoted_earlier="Earlier, at {company}: {bullet}.",
    quoted_before="Before that, at {company}: {bullet}.",
    quoted_alone="Among my results: {bullet}.",
    quotes=("“", "”"),
    certified="My certifications include {names}.",
    speaks="I speak {names}.",
    gap="{names} would be new to me, and I am keen to learn.",
    manners={
        "professional": Manner(
            "Dear {company} hiring team,",
            "Dear hiring team,",
            "I am writing to apply for {vacancy}.",
            "The position interests me because it would build directly on this work.",
            (
                "I would welcome the opportunity to discuss the role with you.",
                "Thank you for your time and consideration.",
            ),
            "Sincerely,",
        ),
        "warm": Manner(
            "Dear {company} team,",
            "Dear team,",
            "I was delighted to see your opening, and I would love to be considered for {vacancy}.",
            "I would enjoy bringing this work to your team.",
            ("I would be glad to talk with you about the role.", "Thank you very much for reading my application."),
            "With kind regards,",
        ),
        "direct": Manner(
            "Hello {company} team,",
            "Hello,",
            "I am applying for {vacancy}.",
            "I would like to keep doing this kind of work in your team.",
            ("I look forward to discussing the role.", "Thank you for your time."),
            "Best regards,",
        ),
    },
    studying=("I study {field} at {institution}.", "I study at {institution} ({degree})."),
)
_DE = LetterFrames(
    subject="Bewerbung als {role}",
    role_at="die Stelle als {role} bei {company}",
    role="die Stelle als {role}",
    vacancy_at="die ausgeschriebene Stelle bei {company}",
    vacancy="die ausgeschriebene Stelle",
    years=("{n} Jahre", "mehr als {n} Jahre", "ein Jahr", "mehr als ein Jahr"),
    background="Ich bringe {years} Berufserfahrung mit.",
    last_role="Zuletzt war ich als {title} bei {company} tätig.",
    current_role="Derzeit arbeite ich als {title} bei {company}.",
    with_last_role="Ich bringe {years} Berufserfahrung mit und war zuletzt als {title} bei {company} tätig.",
    with_current_role="Ich bringe {years} Berufserfahrung mit und arbeite derzeit als {title} bei {company}.",
    studies="Mein Studium: {field}, {institution}.",
    degree="Mein Studium: {degree}, {institution}.",
    terms="Aus meiner bisherigen Arbeit bringe ich Erfahrung mit {terms} mit.",
    listed="Zu meinen Kenntnissen zählen {terms}.",
    told="Bei {company} {verb} ich {bullet}.",
    told_again="Dort {verb} ich auch {bullet}.",
    told_more="Außerdem {verb} ich {bullet}.",
    told_earlier="Davor, bei {company}, {verb} ich {bullet}.",
    told_before="Zuvor, bei {company}, {verb} ich {bullet}.",
    told_alone="In meiner Arbeit {verb} ich {bullet}.",
    quoted="Zu meinen Ergebnissen bei {company} gehört: {bullet}.",
    quoted_again="Ebenfalls dort: {bullet}.",
    quoted_more="Außerdem: {bullet}.",
    quoted_earlier="Davor, bei {company}: {bullet}.",
    quoted_before="Zuvor, bei {company}: {bullet}.",
    quoted_alone="Zu meinen Ergebnissen gehört: {bullet}.",
    quotes=("„", "“"),
    certified="Meine Zertifikate: {names}.",
    speaks="Meine Sprachen: {names}.",
    gap="Für mich neu: {names}; die Einarbeitung reizt mich.",
    manners={
        "professional": Manner(
            "Sehr geehrte Damen und Herren,",
            "Sehr geehrte Damen und Herren,",
            "hiermit bewerbe ich mich um {vacancy}.",
            "Die Stelle interessiert mich, weil ich an diese Arbeit anknüpfen kann.",
            ("Über die Einladung zu einem Gespräch freue ich mich.", "Vielen Dank für Ihre Zeit."),
            "Mit freundlichen Grüßen",
        ),
        "warm": Manner(
            "Liebes Team von {company},",
            "Liebes Team,",
            "mit Freude habe ich Ihre Anzeige gelesen und bewerbe mich um {vacancy}.",
            "Gern möchte ich diese Arbeit in Ihrem Team fortsetzen.",
            ("Ich freue mich sehr, wenn wir ins Gespräch kommen.", "Vielen Dank, dass Sie meine Bewerbung lesen."),
            "Mit herzlichen Grüßen",
        ),
        "direct": Manner(
            "Guten Tag,",
            "Guten Tag,",
            "ich bewerbe mich um {vacancy}.",
            "Diese Arbeit möchte ich bei Ihnen fortsetzen.",
            ("Ich freue mich auf das Gespräch mit Ihnen.",),
            "Freundliche Grüße",
        ),
    },
)
_FR = LetterFrames(
    subject="Candidature au poste « {role} »",
    role_at="au poste « {role} » chez {company}",
    role="au poste « {role} »",
    vacancy_at="au poste à pourvoir chez {company}",
    vacancy="au poste à pourvoir",
    years=("{n} ans", "plus de {n} ans", "un an", "plus d’un an"),
    background="Mon parcours compte {years} d’expérience.",
    last_role="Dernier poste : {title} chez {company}.",
    current_role="Poste actuel : {title} chez {company}.",
    with_last_role="Mon parcours compte {years} d’expérience, en dernier lieu comme {title} chez {company}.",
    with_current_role="Mon parcours compte {years} d’expérience, actuellement comme {title} chez {company}.",
    studies="Mes études : {field}, {institution}.",
    degree="Mes études : {degree}, {institution}.",
    terms="Mon travail a porté notamment sur {terms}.",
    listed="Mes compétences comprennent {terms}.",
    told="Chez {company}, j’ai {bullet}.",
    told_again="J’y ai aussi {bullet}.",
    told_more="En outre, j’ai {bullet}.",
    told_earlier="Auparavant, chez {company}, j’ai {bullet}.",
    told_before="Avant cela, chez {company}, j’ai {bullet}.",
    told_alone="Dans mon travail, j’ai {bullet}.",
    quoted="Parmi mes résultats chez {company} : {bullet}.",
    quoted_again="Dans ce même poste : {bullet}.",
    quoted_more="En outre : {bullet}.",
    quoted_earlier="Auparavant, chez {company} : {bullet}.",
    quoted_before="Avant cela, chez {company} : {bullet}.",
    quoted_alone="Parmi mes résultats : {bullet}.",
    quotes=("« ", " »"),
    certified="Mes certifications : {names}.",
    speaks="Mes langues : {names}.",
    gap="Nouveau pour moi : {names}, que j’aimerais apprendre.",
    manners={
        "professional": Manner(
            "Madame, Monsieur,",
            "Madame, Monsieur,",
            "Je vous adresse ma candidature {vacancy}.",
            "Ce poste m’intéresse parce qu’il prolonge directement ce travail.",
            ("Je me tiens à votre disposition pour un entretien.", "Je vous remercie de votre attention."),
            "Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.",
        ),
        "warm": Manner(
            "Bonjour à toute l’équipe de {company},",
            "Bonjour,",
            "C’est avec plaisir que je vous adresse ma candidature {vacancy}.",
            "J’aimerais poursuivre ce travail au sein de votre équipe.",
            ("Ce serait un plaisir d’en parler avec vous lors d’un entretien.", "Merci d’avoir lu ma candidature."),
            "Bien cordialement,",
        ),
        "direct": Manner(
            "Bonjour,",
            "Bonjour,",
            "Je présente ma candidature {vacancy}.",
            "J’aimerais poursuivre ce travail au sein de votre équipe.",
            ("Je me tiens à votre disposition pour un entretien.",),
            "Cordialement,",
        ),
    },
)
_ES = LetterFrames(
    subject="Candidatura al puesto de {role}",
    role_at="al puesto de {role} en {company}",
    role="al puesto de {role}",
    vacancy_at="a la vacante en {company}",
    vacancy="a la vacante publicada",
    years=("{n} años", "más de {n} años", "un año", "más de un año"),
    background="Aporto {years} de experiencia.",
    last_role="Mi último puesto ha sido el de {title} en {company}.",
    current_role="Actualmente trabajo como {title} en {company}.",
    with_last_role="Aporto {years} de experiencia; mi último puesto ha sido el de {title} en {company}.",
    with_current_role="Aporto {years} de experiencia y actualmente trabajo como {title} en {company}.",
    studies="Mis estudios: {field}, {institution}.",
    degree="Mis estudios: {degree}, {institution}.",
    terms="Mi trabajo ha incluido {terms}.",
    listed="Entre mis conocimientos: {terms}.",
    told="En {company} {bullet}.",
    told_again="Allí también {bullet}.",
    told_more="Además, {bullet}.",
    told_earlier="Antes, en {company}, {bullet}.",
    told_before="Con anterioridad, en {company}, {bullet}.",
    told_alone="En mi trabajo {bullet}.",
    quoted="Entre mis resultados en {company}: {bullet}.",
    quoted_again="En ese mismo puesto: {bullet}.",
    quoted_more="Además: {bullet}.",
    quoted_earlier="Antes, en {company}: {bullet}.",
    quoted_before="Con anterioridad, en {company}: {bullet}.",
    quoted_alone="Entre mis resultados: {bullet}.",
    quotes=("«", "»"),
    certified="Mis certificaciones: {names}.",
    speaks="Mis idiomas: {names}.",
    gap="Nuevo para mí: {names}, que me gustaría aprender.",
    manners={
        "professional": Manner(
            "Estimado equipo de selección:",
            "Estimado equipo de selección:",
            "Me dirijo a ustedes para presentar mi candidatura {vacancy}.",
            "El puesto me interesa porque continúa directamente este trabajo.",
            ("Quedo a su disposición para una entrevista.", "Gracias por su tiempo y consideración."),
            "Atentamente,",
        ),
        "warm": Manner(
            "Estimado equipo de {company}:",
            "Estimado equipo:",
            "Con mucha ilusión presento mi candidatura {vacancy}.",
            "Me gustaría continuar este trabajo en su equipo.",
            ("Será un placer conversar en una entrevista.", "Muchas gracias por leer mi candidatura."),
            "Un cordial saludo,",
        ),
        "direct": Manner(
            "Hola, equipo de {company}:",
            "Hola:",
            "Presento mi candidatura {vacancy}.",
            "Me gustaría continuar este trabajo en su equipo.",
            ("Quedo a su disposición para una entrevista.",),
            "Saludos,",
        ),
    },
)
_FRAMES: dict[WrittenLanguage, LetterFrames] = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES}


def letter_frames(language: WrittenLanguage) -> LetterFrames:
    """Return the frames of `language`."""
    return _FRAMES[language]
