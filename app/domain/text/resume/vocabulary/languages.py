"""Spoken languages and levels; folded: lower case, no accents."""

# ruff: noqa: E501 (word lists read better in long rows)

LANGUAGES: dict[str, str] = {
    name: code
    for code, names in {
        "en": "english englisch anglais ingles inglese engels 英語 英语 angielski englanti",
        "de": "german deutsch allemand aleman alemao tedesco duits ドイツ語 德语 niemiecki",
        "fr": "french francais franzosisch frances francese frans フランス語 法语 francuski",
        "es": "spanish espanol spanisch espagnol castellano espanhol spagnolo spaans スペイン語 西班牙语 castilian",
        "pt": "portuguese portugues portugiesisch portugais portoghese portugees ポルトガル語 葡萄牙语",
        "it": "italian italiano italienisch italien italiaans イタリア語 意大利语",
        "nl": "dutch nederlands niederlandisch neerlandais holandes neerlandes olandese flemish vlaams",
        "ja": "japanese japanisch japonais japones giapponese japans 日本語 日语", "zh": "chinese mandarin cantonese chinesisch chinois chino chines cinese 中国語 中文 汉语 普通话 putonghua",
        "ko": "korean koreanisch coreen coreano 韓国語 韩语 한국어", "ru": "russian russisch russe ruso russo русскии", "pl": "polish polnisch polonais polaco polacco polski pools",
        "tr": "turkish turkisch turc turco turks turkce", "ar": "arabic arabisch arabe arabo العربية", "hi": "hindi", "ur": "urdu", "bn": "bengali bangla", "ta": "tamil", "te": "telugu", "mr": "marathi",
        "gu": "gujarati", "kn": "kannada", "ml": "malayalam", "pa": "punjabi", "fa": "farsi persian dari persisch", "he": "hebrew hebraisch hebreu hebreo ivrit", "uk": "ukrainian ukrainisch ukrainien ucraniano", "cs": "czech tschechisch tcheque checo ceco",
        "sk": "slovak slowakisch", "hu": "hungarian ungarisch hongrois hungaro magyar", "ro": "romanian rumanisch roumain rumano romeno rumeno", "bg": "bulgarian bulgarisch", "el": "greek griechisch grec griego grego greco", "sv": "swedish schwedisch suedois sueco svedese svenska",
        "no": "norwegian norwegisch norvegien noruego norsk", "da": "danish danisch danois danes dansk", "fi": "finnish finnisch finnois finlandes suomi", "is": "icelandic", "hr": "croatian kroatisch", "sr": "serbian serbisch", "bs": "bosnian bosnisch", "sl": "slovenian slovene", "sq": "albanian albanisch", "mk": "macedonian",
        "lt": "lithuanian litauisch", "lv": "latvian", "et": "estonian", "ca": "catalan katalanisch catala", "gl": "galician gallego", "eu": "basque euskera vasco", "cy": "welsh", "ga": "irish gaelic", "la": "latin latein latino",
        "vi": "vietnamese vietnamesisch vietnamien", "th": "thai", "id": "indonesian bahasa", "ms": "malay", "tl": "tagalog filipino", "sw": "swahili kiswahili", "am": "amharic", "yo": "yoruba", "ig": "igbo", "ha": "hausa", "zu": "zulu", "af": "afrikaans", "so": "somali", "ne": "nepali", "si": "sinhala sinhalese", "km": "khmer", "my": "burmese",
        "ka": "georgian", "hy": "armenian", "kk": "kazakh", "uz": "uzbek", "be": "belarusian", "eo": "esperanto", "asl": "asl bsl", "gsw": "schweizerdeutsch", "ku": "kurdish kurdisch", "ps": "pashto", "ht": "creole",
    }.items()
    for name in names.split()
}  # fmt: skip
"""A language's name, as people write it, to its ISO 639-1 code."""

LEVELS = frozenset(
    """native bilingual fluent proficient advanced intermediate basic beginner elementary conversational professional working limited full business-level mother
muttersprache muttersprachlich fliessend fließend verhandlungssicher gut gute sehr grundkenntnisse konversationssicher
courant bilingue maternelle natif notions intermediaire avance debutant scolaire professionnel lu parle ecrit
nativo nativa fluido fluida avanzado intermedio basico bilingue materna lengua fluente avancado intermediario basico
madrelingua fluente avanzato intermedio base scolastico ottimo buono moedertaal vloeiend goed a1 a2 b1 b2 c1 c2 expert good excellent very upper lower
proficiency level speaker toefl ielts delf dalf jlpt n1 n2 n3 ネイティブ ビジネスレベル 日常会話 母语 流利 熟练""".split()
)

LANGUAGE_HINTS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of for with in to experience skills education work university".split()),
    "de": frozenset(
        "und der die das mit von für im bei berufserfahrung ausbildung kenntnisse zur den eine sowie".split()
    ),
    "fr": frozenset("et de la le les des du pour dans avec en à expérience formation compétences au une".split()),
    "es": frozenset(
        "y de la el los las del para con en una por experiencia formación habilidades idiomas educación".split()
    ),
    "pt": frozenset("e de da do dos das para com em uma por experiência formação habilidades idiomas no na".split()),
    "it": frozenset("e di la il del della per con in una esperienza istruzione competenze lingue presso delle".split()),
    "nl": frozenset("en de het van een voor met in werkervaring opleiding vaardigheden talen bij aan".split()),
}
"""Frequent small words and headings by language, accents kept, for telling the language of a whole resume."""
