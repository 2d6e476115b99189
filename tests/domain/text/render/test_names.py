import pytest

from app.domain.text.document import Content, Header
from app.domain.text.render.names import file_name


def named(name: str, document_type: str = "resume") -> Content:
    return Content(document_type=document_type, header=Header(full_name=name))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "company", "role", "expected"),
    [
        ("Jane Doe", "Acme", "Backend Engineer", "jane-doe-acme-backend-engineer.pdf"),
        ("Jörg Weiß", "Müller & Söhne", "C++/C#", "joerg-weiss-mueller-soehne-c-c.pdf"),
        ("Željko Łuk", "", "", "zeljko-luk.pdf"),
        ("Олена Щербак", "", "", "olena-shcherbak.pdf"),
        ("Ελένη Παπά", "", "", "eleni-papa.pdf"),
        ("Nguyễn Đào", "", "", "nguyen-dao.pdf"),
        ("Seán O’Neill", "../../etc/passwd", "a\x00b", "sean-oneill-etc-passwd-a-b.pdf"),
        ("山田", "株式会社", "", "resume.pdf"),
    ],
)
def test_file_names_are_plain_ascii(name: str, company: str, role: str, expected: str) -> None:
    assert file_name(named(name), company, role, "pdf") == expected


def test_a_letter_says_so() -> None:
    assert (
        file_name(named("Jane Doe", "cover_letter"), "Acme", "Lead", ".docx") == "jane-doe-acme-lead-cover-letter.docx"
    )


def test_long_names_are_cut_between_words() -> None:
    name = file_name(named("word " * 60), "x" * 300, "", "pdf")
    assert name == "-".join(["word"] * 19) + ".pdf"
    assert len(file_name(named("x" * 300), "", "", "pdf")) == 100
