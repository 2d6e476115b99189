"""Documents that are hard to print and to read back."""

# ruff: noqa: E501 - sentences of the documents stay in one piece
# size: the documents are the data of the rendering tests.

from collections.abc import Callable

from app.domain.text.document import Content, Header, Item, Section, SectionKind, Sentence


def said(*texts: str) -> list[Sentence]:
    return [Sentence(text=text) for text in texts]


def make_resume(
    name: str,
    *sections: Section,
    language: str = "en",
    email: str = "someone@example.com",
    phone: str = "+44 20 7946 0958",
    headline: str = "",
    location: str = "",
    links: tuple[str, ...] = (),
) -> Content:
    header = Header(full_name=name, headline=headline, email=email, phone=phone, location=location, links=list(links))
    return Content(document_type="resume", language=language, header=header, sections=list(sections))


def section(kind: SectionKind, *items: Item, title: str = "") -> Section:
    return Section(kind=kind, title=title, items=list(items))


def job(title: str, employer: str, start: str, end: str | None, *bullets: str, place: str = "") -> Item:
    return Item(
        title=title, organization=employer, location=place, start_date=start, end_date=end, sentences=said(*bullets)
    )


def skills(*names: str, label: str = "") -> Item:
    return Item(title=label, sentences=said(*names))


def senior() -> Content:
    return make_resume(
        "Amelia Thornton",
        section(
            "summary",
            Item(
                sentences=said(
                    "Backend engineer with nine years of experience building payment and logistics platforms.",
                    "Known for simplifying systems that have grown too complex and shipping measurable reliability gains.",
                )
            ),
        ),
        section(
            "skills",
            skills("Python", "Go", "SQL", "TypeScript", label="Languages"),
            skills("PostgreSQL", "Redis", "Kafka", "Kubernetes", "Terraform", label="Platform"),
        ),
        section(
            "experience",
            job(
                "Senior Backend Engineer",
                "Northwind Payments Ltd",
                "2021-03",
                None,
                "Led the redesign of the settlement service from a nightly batch to an event-driven pipeline, cutting "
                "the time to reconcile 4.2 million daily transactions from six hours to eleven minutes.",
                "Introduced contract tests between 14 services, which reduced failed deployments by 38 %.",
                place="London",
            ),
            job(
                "Backend Engineer",
                "Harbour Logistics",
                "2017-09",
                "2021-02",
                "Built the carrier-selection engine in Go that now routes 70,000 parcels a day.",
                place="Bristol",
            ),
            job("Software Developer", "Brightwell Digital", "2015", "2017", "Delivered Django applications."),
        ),
        section("education", job("BSc Computer Science", "University of Bristol", "2012", "2015", place="Bristol")),
        headline="Senior Backend Engineer",
        location="London, UK",
        links=("https://www.linkedin.com/in/amelia-thornton", "https://github.com/athornton"),
    )


def fresher() -> Content:
    return make_resume(
        "Rahul Menon",
        section(
            "education", job("B.Tech, Computer Science", "National Institute of Technology", "2022", "2026", "CGPA 8.7")
        ),
        section(
            "projects",
            Item(
                title="Attendance by face recognition",
                url="https://github.com/rmenon/attendance",
                start_date="2025-08",
                sentences=said("Trained a small network on 1,200 photographs; 96 % of 40 classmates recognised."),
            ),
        ),
        section("skills", skills("Python", "C++", "SQL", "Git")),
        section("languages", skills("English", "Hindi", "Malayalam")),
    )


def long_names() -> Content:
    return make_resume(
        "Wolfgang-Maximilian Schleicher-Hohenlohe-Waldenburg von und zu Oberkirchberg",
        section(
            "experience",
            job(
                "Principal Distinguished Engineer for Distributed Transaction Processing and Regulatory Reporting Systems",
                "Gesellschaft für die Entwicklung verteilter Anwendungen und Dienstleistungen mbH & Co. KG",
                "2001-01",
                None,
                "Verantwortlich für Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnungen.",
                place="Friedrichshafen am Bodensee, Baden-Württemberg, Deutschland",
            ),
        ),
        section("education", job("", "Eberhard Karls Universität Tübingen", "1995", "2000")),
        language="de",
        headline="Leitender Ingenieur für hochverfügbare Systeme, Abrechnung und Meldewesen im Zahlungsverkehr",
    )


def accents() -> Content:
    return make_resume(
        "Željko Łukasiewicz-Çağlar",
        section(
            "experience",
            job(
                "Ingénieur d’études",
                "Électricité de l’Ouest",
                "2019-02",
                "2023-12",
                "Œuvré à la réduction des coûts : −18 %.",
            ),
            job("Müşteri temsilcisi", "İstanbul Çağrı Merkezi A.Ş.", "2016", "2018", "Şikâyetleri %30 azalttı."),
            job("Vývojář", "Příbram s.r.o.", "2014-08", "2016-01", "Žluťoučký kůň úpěl ďábelské ódy."),
            job(
                "Programuotojas",
                "Žąsis ir Ėriukai",
                "2012",
                "2014",
                "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą.",
            ),
            job("Hugbúnaðarsmiður", "Þjóðskrá", "2010", "2012", "Kæmi ný öxi hér ykist þjófum nú bæði víl og ádrepa."),
        ),
        language="fr",
    )


def ligatures() -> Content:
    words = (
        "official efficient affluent fluffy waffle office afflict fjord final flow configuration reflection sniff Wolff"
    )
    return make_resume(
        "Fiona Pfeiffer",
        section("summary", Item(sentences=said(f"Certified {words}."))),
        section("skills", skills(*words.split())),
        section(
            "experience", job("Chief Financial Officer", "Griffin Offshore Traffic", "2010", None, f"Filed {words}.")
        ),
        headline="Certified Financial Officer",
    )


def vietnamese() -> Content:
    return make_resume(
        "Nguyễn Thị Hồng Đào",
        section(
            "summary", Item(sentences=said("Kỹ sư phần mềm với bảy năm kinh nghiệm phát triển hệ thống thanh toán."))
        ),
        section(
            "experience",
            job(
                "Kỹ sư phần mềm",
                "Công ty Cổ phần Dịch vụ Trực tuyến",
                "2018-05",
                None,
                "Xây dựng dịch vụ thanh toán xử lý 2.000 giao dịch mỗi giây.",
                place="Thành phố Hồ Chí Minh",
            ),
        ),
        language="vi",
        location="Hà Nội, Việt Nam",
    )


def greek() -> Content:
    return make_resume(
        "Ελένη Παπαδοπούλου",
        section(
            "summary", Item(sentences=said("Μηχανικός λογισμικού με εμπειρία σε συστήματα πληρωμών.")), title="Περίληψη"
        ),
        section(
            "experience",
            job("Προγραμματίστρια", "Ελληνικές Ταχυμεταφορές", "2019-10", None, "Μείωσα τον χρόνο κατά 40 %."),
            title="Επαγγελματική εμπειρία",
        ),
        language="el",
        location="Αθήνα",
    )


def cyrillic() -> Content:
    return make_resume(
        "Олександра Григорівна Щербаківська",
        section(
            "experience",
            job(
                "Інженерка-програмістка",
                "Київські мережі",
                "2017-04",
                "2022-02",
                "Скоротила час відповіді сервісу з 900 до 120 мс.",
                place="Київ, Україна",
            ),
            title="Досвід роботи",
        ),
        section("skills", skills("Пайтон", "PostgreSQL", "Об’єктно-орієнтоване проєктування"), title="Навички"),
        language="uk",
    )


def japanese() -> Content:
    return make_resume(
        "山田 花子",
        section(
            "summary",
            Item(
                sentences=said("決済システムの開発に十年間携わり、毎日四百万件の取引を処理する基盤を設計しました。" * 3)
            ),
            title="職務要約",
        ),
        section(
            "experience",
            job(
                "シニアエンジニア",
                "株式会社ノースウィンド",
                "2018-04",
                None,
                "夜間バッチをイベント駆動に置き換え、処理時間を六時間から十一分に短縮。",
            ),
            title="職務経歴",
        ),
        language="ja",
        location="東京都",
    )


def korean() -> Content:
    return make_resume(
        "김민지",
        section(
            "experience",
            job(
                "백엔드 엔지니어",
                "한빛소프트웨어",
                "2019-03",
                None,
                "결제 서비스의 응답 시간을 840 ms에서 210 ms로 단축했습니다.",
            ),
            title="경력",
        ),
        language="ko",
    )


def chinese() -> Content:
    return make_resume(
        "王小明",
        section(
            "experience",
            job(
                "高级后端工程师",
                "北京风向科技有限公司",
                "2020-07",
                None,
                "负责支付平台的设计与开发，日均处理四百二十万笔交易。" * 4,
            ),
            title="工作经历",
        ),
        section("skills", skills("Python", "分布式系统", "数据库优化"), title="技能"),
        language="zh",
    )


def hebrew() -> Content:
    return make_resume(
        "דנה לוי-כהן",
        section("summary", Item(sentences=said("מהנדסת תוכנה עם תשע שנות ניסיון בפיתוח מערכות תשלום (Python, Go) משנת 2017.")), title="תקציר"),
        section("experience", job("מהנדסת תוכנה בכירה", "צפון תשלומים בע״מ", "2021-03", None, "קיצרה את זמן ההתאמה של 4.2 מיליון עסקאות ביום.", place="תל אביב"), title="ניסיון"),
        language="he", headline="מהנדסת תוכנה",
    )  # fmt: skip


def arabic() -> Content:
    return make_resume(
        "محمد عبد الله",
        section("summary", Item(sentences=said("مهندس برمجيات لديه تسع سنوات من الخبرة في بناء أنظمة الدفع باستخدام Python منذ 2017.")), title="نبذة"),
        section("experience", job("مهندس أول", "شركة الشمال للمدفوعات", "2021-03", None, "خفض زمن التسوية من ست ساعات إلى إحدى عشرة دقيقة.", place="دبي"), title="الخبرة"),
        language="ar",
    )  # fmt: skip


def hyphens() -> Content:
    return make_resume(
        "Anne-Marie O’Neill-Fitzgerald",
        section(
            "experience",
            job(
                "Co-Founder / Part-Time CTO",
                "Self-Employed — e-Commerce",
                "2018",
                None,
                "Cross-functional, customer-facing, results-driven state-of-the-art end-to-end test-driven development with "
                "well-documented, cost-effective, high-availability, low-latency, event-driven, server-side micro-services.",
                "Non\u2011breaking and soft\u00adhyphen words, a minus −5 °C, an en–dash, an em—dash and a range 2–4.",
            ),
        ),
    )


def long_addresses() -> Content:
    address = "https://portfolio.example.com/" + "/".join(
        f"section-{number:03d}-of-the-archive" for number in range(12)
    )
    return make_resume(
        "Max Link",
        section(
            "projects",
            Item(
                title="Archive",
                url=f"{address}?view=all&sort=newest#top",
                sentences=said(f"Documented at {address} for everyone.", "x" * 260),
            ),
        ),
        email="a.very.long.mailbox.name.that.goes.on.and.on.and.on.and.on@subdomain.of.a.subdomain.example-company.co.uk",
        links=(address, "www.example.org", "javascript:alert(1)", "Portfolio on request"),
    )


def empty() -> Content:
    return make_resume("Nobody Special")


def many_bullets() -> Content:
    bullets = [
        f"Task {n}: coordinated {n * 7} deliveries across {n} regions and reported weekly to the board."
        for n in range(1, 61)
    ]
    return make_resume("Bea Bullet", section("experience", job("Coordinator", "Endless Works", "2000", None, *bullets)))


def markup() -> Content:
    return make_resume(
        '<b>Bobby</b> & "Tables"',
        section(
            "summary",
            Item(sentences=said('<img src="/etc/passwd"/> & <para> &amp; <!-- x --> {{x}} %s \\n (parens) [brackets]')),
        ),
        section("skills", skills("C", "C++", "C#", ".NET", "R", "*args", "_private_", "`code`", "#hash", "a<b>c")),
        section("custom", Item(sentences=said("1. not a list", "- not a bullet", "=== not a rule", "> not a quote"))),
    )


def symbols() -> Content:
    return make_resume(
        "Emo Ji 🚀",
        section(
            "summary",
            Item(
                sentences=said(
                    "Shipped 🚀 products 👩🏽‍💻 worth €3 m, £2 m, ₹5 crore and ¥900 → 40 % faster ✓ ≥ 99.9 % ★"
                )
            ),
        ),
        section(
            "custom",
            Item(
                sentences=said(
                    "\u200bZero\u200bwidth and \ufeffbyte order mark, tab\there, bell\x07 and \uf0b7 private use."
                )
            ),
            title="Odds & ends",
        ),
    )


def academic() -> Content:
    papers = [
        f"Okafor, C. and Lindqvist, E. (20{n:02d}). On the measurable effects of study number {n}. Journal {n}({n % 4 + 1}), 1–{n + 9}."
        for n in range(1, 25)
    ]
    return make_resume(
        "Dr Chidi Okafor",
        section(
            "education",
            job(
                "PhD Statistics",
                "Uppsala University",
                "2015-09",
                "2019-06",
                "Thesis on small samples.",
                place="Uppsala",
            ),
        ),
        section("custom", Item(sentences=said(*papers)), title="Publications"),
        section("custom", job("Visiting Lecturer", "University of Lagos", "2020", "2021"), title="Teaching"),
        section("certifications", Item(title="Fellow, Royal Statistical Society", start_date="2021-05-14")),
    )


def letter() -> Content:
    return Content(
        document_type="cover_letter",
        header=Header(
            full_name="Amelia Thornton", headline="Engineer", email="amelia@example.com", location="London, UK"
        ),
        recipient="Meridian Health GmbH\nHiring Team",
        subject="Application for Staff Backend Engineer",
        sections=[
            section(
                "letter",
                Item(start_date="2026-11-20", sentences=said("Dear Hiring Team,")),
                Item(
                    sentences=said(
                        "I am applying for the Staff Backend Engineer position.",
                        "Reliability is what I have worked on.",
                    )
                ),
                Item(sentences=said("At Northwind I led the redesign of the settlement service.")),
                Item(sentences=said("Kind regards,")),
            )
        ],
    )


def bare_letter() -> Content:
    paragraph = (
        "Über Ihre Rückmeldung würde ich mich außerordentlich freuen, denn die Aufgabe passt zu meinem Werdegang. " * 6
    )
    return Content(
        document_type="cover_letter",
        language="de",
        header=Header(full_name="Jörg Weiß"),
        sections=[
            section(
                "letter",
                *(Item(sentences=said(paragraph)) for _ in range(9)),
                Item(sentences=said("Mit freundlichen Grüßen\nJörg Weiß")),
            )
        ],
    )


PROFILES: dict[str, Callable[[], Content]] = {
    build.__name__: build
    for build in (
        senior,
        fresher,
        long_names,
        accents,
        ligatures,
        vietnamese,
        greek,
        cyrillic,
        japanese,
        korean,
        chinese,
        hyphens,
        long_addresses,
        empty,
        many_bullets,
        markup,
        symbols,
        academic,
        letter,
        bare_letter,
    )
}


def letter_with_enclosures() -> Content:
    content = letter()
    content.sections.append(section("custom", Item(sentences=said("References", "Certificates")), title="Enclosures"))
    return content


PROFILES["letter_with_enclosures"] = letter_with_enclosures
RIGHT_TO_LEFT: dict[str, Callable[[], Content]] = {"hebrew": hebrew, "arabic": arabic}
