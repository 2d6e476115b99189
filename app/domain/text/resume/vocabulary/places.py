"""Names by which places are known; folded: lower case, no accents."""

# ruff: noqa: E501 (word lists read better in long rows)

US_STATES = frozenset(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa
wv wi wy dc pr on qc bc ab mb sk ns nb nl pe nt yt nu nsw vic qld tas act sp rj mg rs ba df es go mt pa am cdmx st""".split()
)

REGIONS = frozenset(
    """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine
|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota
|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming
|district of columbia|d.c.|washington dc|washington d.c.|puerto rico|ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|bay area|new south wales|victoria|queensland
|england|scotland|wales|northern ireland|bavaria|bayern|hessen|sachsen|nrw|nordrhein-westfalen|baden-wurttemberg|niedersachsen|ile-de-france|bretagne|provence|catalonia|cataluna|andalucia|comunidad de madrid
|lombardia|lazio|toscana|piemonte|karnataka|maharashtra|tamil nadu|telangana|kerala|gujarat|delhi ncr|haryana|uttar pradesh|west bengal|punjab|andhra pradesh|rajasthan|noord-holland|zuid-holland|utrecht|关东|関東|kanto|any state""".replace(
        "\n", ""
    ).split("|")
)

COUNTRIES = frozenset(
    """usa|us|u.s.|u.s.a.|united states|united states of america|uk|u.k.|united kingdom|great britain|ireland|canada|mexico|brazil|brasil|argentina|chile|colombia|peru|uruguay|venezuela|ecuador
|bolivia|paraguay|costa rica|panama|guatemala|cuba|dominican republic|germany|deutschland|france|spain|espana|portugal|italy|italia|netherlands|the netherlands|nederland|belgium|belgique|belgie|luxembourg|switzerland|schweiz
|suisse|austria|osterreich|poland|polska|czech republic|czechia|slovakia|hungary|romania|bulgaria|greece|turkey|turkiye|croatia|serbia|slovenia|ukraine|russia|belarus|lithuania|latvia|estonia
|finland|sweden|norway|denmark|danmark|sverige|norge|iceland|china|japan|south korea|s.korea|korea|republic of korea|taiwan|hong kong|singapore|malaysia|indonesia|thailand|vietnam|philippines|india|pakistan|bangladesh|sri lanka|nepal
|australia|new zealand|south africa|nigeria|kenya|ghana|ethiopia|egypt|morocco|maroc|tunisia|algeria|israel|palestine|jordan|lebanon|saudi arabia|uae|united arab emirates|qatar|kuwait|bahrain|oman|iran|iraq|kazakhstan
|georgia|armenia|azerbaijan|cyprus|malta|allemagne|espagne|italie|royaume-uni|etats-unis|angleterre|frankreich|spanien|italien|niederlande|grossbritannien|alemania|francia|reino unido|estados unidos|alemanha|franca|inglaterra|日本|中国|台湾|韓国|uganda|tanzania|rwanda|cameroon|senegal|ivory coast|zambia|zimbabwe|deutschland|el salvador|honduras|jamaica|trinidad and tobago""".replace(
        "\n", ""
    ).split("|")
)

CITIES = frozenset(
    """new york|new york city|nyc|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|san jose|austin|jacksonville|fort worth|columbus|charlotte|san francisco|indianapolis|seattle|denver
|washington|boston|el paso|nashville|detroit|oklahoma city|portland|las vegas|memphis|louisville|baltimore|milwaukee|albuquerque|tucson|fresno|sacramento|mesa|atlanta|kansas city|colorado springs|miami|raleigh|omaha
|long beach|virginia beach|oakland|minneapolis|tulsa|tampa|arlington|new orleans|wichita|cleveland|bakersfield|aurora|anaheim|honolulu|santa ana|riverside|corpus christi|lexington|stockton|pittsburgh|saint paul|st. paul|cincinnati
|anchorage|orlando|st. louis|saint louis|salt lake city|boise|richmond|des moines|spokane|birmingham|rochester|buffalo|madison|palo alto|mountain view|menlo park|cupertino|sunnyvale|santa clara|redmond|bellevue|santa monica|brooklyn|queens|manhattan|princeton|cambridge|berkeley|pasadena
|toronto|montreal|vancouver|calgary|edmonton|ottawa|winnipeg|quebec city|halifax|waterloo|london|manchester|birmingham|leeds|glasgow|liverpool|bristol|sheffield|edinburgh|cardiff|belfast|leicester|nottingham|newcastle|brighton|oxford|southampton|reading|dublin|cork|galway|limerick
|berlin|hamburg|munchen|munich|koln|cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|leipzig|dortmund|essen|bremen|dresden|hannover|nurnberg|nuremberg|duisburg|bochum|wuppertal|bielefeld|bonn|munster|karlsruhe|mannheim|augsburg|wiesbaden|aachen|kiel|lubeck|freiburg|mainz|erfurt|rostock|kassel|heidelberg|darmstadt|potsdam|regensburg|wurzburg|ulm|jena|konstanz|tubingen|gottingen|braunschweig|saarbrucken
|wien|vienna|graz|linz|salzburg|innsbruck|zurich|geneva|geneve|genf|basel|bern|lausanne|winterthur|luzern|st. gallen
|paris|marseille|lyon|toulouse|nice|nantes|montpellier|strasbourg|bordeaux|lille|rennes|reims|grenoble|dijon|angers|nimes|aix-en-provence|brest|tours|limoges|amiens|metz|besancon|orleans|rouen|nancy|clermont-ferrand
|bruxelles|brussels|brussel|antwerpen|antwerp|gent|ghent|liege|leuven|namur|charleroi|brugge|amsterdam|rotterdam|den haag|the hague|utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|delft|leiden|haarlem|arnhem|maastricht|zwolle|amersfoort|enschede
|madrid|barcelona|valencia|sevilla|seville|zaragoza|malaga|murcia|palma|bilbao|alicante|cordoba|valladolid|vigo|gijon|granada|la coruna|a coruna|san sebastian|salamanca|pamplona|santander|oviedo|toledo|cadiz
|lisboa|lisbon|porto|braga|coimbra|faro|aveiro|setubal|sao paulo|rio de janeiro|brasilia|salvador|fortaleza|belo horizonte|manaus|curitiba|recife|porto alegre|campinas|florianopolis|goiania|belem|santos|ribeirao preto
|roma|rome|milano|milan|napoli|naples|torino|turin|palermo|genova|bologna|firenze|florence|bari|catania|venezia|venice|verona|padova|trieste|brescia|parma|modena|pisa|perugia|cagliari|trento|rimini
|mexico city|ciudad de mexico|guadalajara|monterrey|puebla|tijuana|buenos aires|rosario|mendoza|santiago|bogota|medellin|cali|barranquilla|lima|quito|guayaquil|caracas|montevideo|la paz|asuncion|san jose de costa rica
|stockholm|goteborg|gothenburg|malmo|uppsala|oslo|bergen|trondheim|copenhagen|kobenhavn|aarhus|odense|helsinki|espoo|tampere|turku|reykjavik|warsaw|warszawa|krakow|wroclaw|poznan|gdansk|lodz|katowice|prague|praha|brno|bratislava|budapest
|bucharest|bucuresti|cluj-napoca|sofia|athens|thessaloniki|istanbul|ankara|izmir|zagreb|belgrade|ljubljana|kyiv|kiev|lviv|kharkiv|moscow|saint petersburg|minsk|vilnius|riga|tallinn
|beijing|shanghai|shenzhen|guangzhou|hangzhou|chengdu|nanjing|wuhan|xi'an|tokyo|osaka|kyoto|yokohama|nagoya|fukuoka|sapporo|seoul|busan|taipei|hong kong|singapore|kuala lumpur|jakarta|bangkok|hanoi|ho chi minh city|manila|cebu
|mumbai|delhi|new delhi|bangalore|bengaluru|hyderabad|chennai|kolkata|pune|ahmedabad|jaipur|noida|gurgaon|gurugram|kochi|indore|lucknow|chandigarh|karachi|lahore|islamabad|dhaka|colombo|kathmandu
|sydney|melbourne|brisbane|perth|adelaide|canberra|gold coast|auckland|wellington|christchurch|johannesburg|cape town|durban|pretoria|lagos|abuja|nairobi|accra|addis ababa|cairo|alexandria|casablanca|rabat|tunis|algiers|tel aviv|jerusalem|haifa
|beirut|amman|riyadh|jeddah|dubai|abu dhabi|doha|kuwait city|manama|tehran|baghdad|北京|上海|广州|深圳|杭州|成都|东京|東京|大阪|京都""".replace(
        "\n", ""
    ).split("|")
)

REMOTE = frozenset(
    "remote|fully remote|hybrid|on-site|onsite|on site|home office|homeoffice|teletravail|teletrabajo|remoto|da remoto|télétravail|thuiswerk|nationwide|worldwide|anywhere|various locations|remote work|pacific coast".split(
        "|"
    )
)
