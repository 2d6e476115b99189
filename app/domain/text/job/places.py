"""Names of places that a location line may hold: enough to tell a place from a company, not a gazetteer."""

import re

from app.domain.regex import regex

_COUNTRIES = """
    usa|u.s.a.|us|u.s.|united states|united states of america|uk|u.k.|united kingdom|great britain|england|scotland|
    wales|northern ireland|ireland|germany|deutschland|austria|österreich|switzerland|schweiz|suisse|france|spain|
    españa|portugal|italy|italia|netherlands|the netherlands|nederland|belgium|belgië|belgique|luxembourg|denmark|
    danmark|sweden|sverige|norway|norge|finland|suomi|iceland|estonia|latvia|lithuania|poland|polska|czechia|
    czech republic|česko|slovakia|hungary|romania|bulgaria|croatia|serbia|slovenia|bosnia and herzegovina|montenegro|
    north macedonia|albania|greece|cyprus|malta|turkey|türkiye|ukraine|moldova|georgia|armenia|azerbaijan|kazakhstan|
    russia|belarus|israel|egypt|morocco|tunisia|algeria|nigeria|kenya|ghana|south africa|ethiopia|rwanda|uganda|
    tanzania|india|pakistan|bangladesh|sri lanka|nepal|china|hong kong|taiwan|japan|south korea|korea|singapore|
    malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|canada|mexico|méxico|brazil|brasil|
    argentina|chile|colombia|peru|perú|uruguay|paraguay|bolivia|ecuador|venezuela|costa rica|panama|guatemala|
    dominican republic|puerto rico|united arab emirates|uae|saudi arabia|qatar|kuwait|bahrain|oman|jordan|lebanon|
    gibraltar|monaco|liechtenstein|andorra|isle of man|jersey|guernsey
"""
_REGIONS = """
    worldwide|global|anywhere|anywhere in the world|europe|eu|european union|emea|apac|latam|latin america|
    north america|south america|central america|americas|asia|africa|oceania|middle east|mena|dach|nordics|benelux|
    cee|remote|international|eastern europe|western europe|usa only|us only|europe only|north america only|uk only|
    canada only|eu only|usa timezones|european timezones
"""
_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|"
    "indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    "montana|nebraska|nevada|"
    "new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
    "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|"
    "wisconsin|wyoming|"
    "ontario|quebec|québec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|"
    "bavaria|bayern|hessen|nrw|nordrhein-westfalen|baden-württemberg|sachsen|niedersachsen|new south wales|"
    "victoria|queensland|"
    "western australia|south australia|tasmania|lombardia|lazio|piemonte|catalonia|cataluña|madrid|île-de-france|"
    "noord-holland|zuid-holland|noord-brabant|maharashtra|karnataka|tamil nadu|telangana|haryana|uttar pradesh|"
    "delhi|gujarat|kerala|west bengal"
)
_CODES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE "
    "NSW VIC QLD WA SA TAS ACT US UK GB DE AT CH FR ES IT NL BE PT PL CZ SE NO DK FI IE IN SG JP AU NZ BR MX AR "
    "CL CO".split()
)
_CITIES = """
    new york|new york city|nyc|san francisco|los angeles|chicago|boston|seattle|austin|denver|atlanta|miami|dallas|
    houston|portland|philadelphia|washington|phoenix|san diego|san jose|toronto|vancouver|montreal|montréal|ottawa|
    calgary|london|manchester|birmingham|bristol|leeds|edinburgh|glasgow|cambridge|oxford|belfast|liverpool|cardiff|
    dublin|cork|berlin|hamburg|münchen|munich|köln|cologne|frankfurt|frankfurt am main|stuttgart|düsseldorf|leipzig|
    dresden|hannover|nürnberg|bonn|karlsruhe|mannheim|essen|dortmund|bremen|wien|vienna|graz|linz|salzburg|zürich|
    zurich|genf|geneva|genève|bern|basel|lausanne|zug|paris|lyon|marseille|toulouse|bordeaux|nantes|lille|nice|
    strasbourg|rennes|montpellier|grenoble|madrid|barcelona|valencia|sevilla|málaga|malaga|bilbao|lisbon|lisboa|porto|
    braga|milan|milano|rome|roma|turin|torino|bologna|naples|napoli|florence|firenze|amsterdam|rotterdam|utrecht|
    eindhoven|den haag|the hague|brussels|brussel|bruxelles|antwerp|antwerpen|ghent|gent|leuven|copenhagen|københavn|
    aarhus|stockholm|göteborg|gothenburg|malmö|oslo|bergen|helsinki|espoo|tampere|tallinn|riga|vilnius|warsaw|
    warszawa|kraków|krakow|cracow|wrocław|wroclaw|gdańsk|gdansk|poznań|poznan|łódź|katowice|prague|praha|brno|
    bratislava|budapest|bucharest|bucurești|cluj-napoca|cluj|sofia|belgrade|zagreb|ljubljana|athens|istanbul|kyiv|
    lviv|tel aviv|cairo|lagos|nairobi|johannesburg|cape town|dubai|abu dhabi|riyadh|doha|bangalore|bengaluru|mumbai|
    delhi|new delhi|hyderabad|pune|chennai|gurgaon|gurugram|noida|kolkata|singapore|kuala lumpur|jakarta|bangkok|
    manila|ho chi minh city|hanoi|hong kong|shanghai|beijing|shenzhen|taipei|tokyo|osaka|seoul|sydney|melbourne|
    brisbane|perth|adelaide|canberra|auckland|wellington|mexico city|guadalajara|monterrey|são paulo|sao paulo|
    rio de janeiro|buenos aires|santiago|bogotá|bogota|medellín|medellin|lima|montevideo
"""
_NAMES = frozenset(
    name.strip() for text in (_COUNTRIES, _REGIONS, _STATES, _CITIES) for name in text.replace("\n", "").split("|")
)
_COUNTRY_NAMES = frozenset(name.strip() for name in _COUNTRIES.replace("\n", "").split("|"))
_SPLIT = regex(r"\s*(?:[,;/|·•()]|\s[-–—]\s|\bor\b|\band\b|&)\s*")
_POSTCODE = regex(r"\b[A-Z]{0,2}-?\d{4,5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_ARRANGEMENT = regex(
    r"\b(?:100% )?(?:fully |partly )?(?:remote|hybrid|on-?site|virtual|office|home ?office|flexible|anywhere|"
    r"location)\b|\d+ ?%|\+\s?\d+ more",
    re.IGNORECASE,
)


def names_country(text: str) -> bool:
    """Tell whether `text` is the name of a country and nothing else."""
    return text.strip(" .").casefold() in _COUNTRY_NAMES


def names_place(text: str) -> bool:
    """Tell whether the whole of `text` reads as one or more places, as in "Berlin, Germany" or "Remote (US)"."""
    if not text or len(text) > 120:
        return False
    parts = [part for part in (_POSTCODE.sub("", part).strip(" .") for part in _SPLIT.split(text)) if part]
    if not parts:
        return False
    known = [_known(part) for part in parts]
    if all(known):
        return True
    # An unknown town beside a known state or country.
    return len(parts) > 1 and known[-1] and all(part[:1].isupper() and part.count(" ") < 4 for part in parts)


def _known(part: str) -> bool:
    folded = part.casefold()
    if folded in _NAMES or part in _CODES:
        return True
    stripped = _ARRANGEMENT.sub("", part).strip(" -–()")
    if not stripped:
        return True
    words = stripped.casefold().split()
    if stripped.casefold() in _NAMES or " ".join(words[:-1]) in _NAMES or " ".join(words[1:]) in _NAMES:
        return len(words) < 5
    return len(words) > 1 and stripped.split()[-1] in _CODES and len(words) < 5 and not stripped.isupper()
