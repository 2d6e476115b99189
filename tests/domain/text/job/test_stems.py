from app.domain.text.job.stems import AUTHORIZATION, MUST, SCHOOL, TYPE, hints_of


def test_a_stem_is_held_anywhere_in_the_text() -> None:
    assert hints_of("a bachelor's degree") & SCHOOL
    assert hints_of("a bachelor's degree") & MUST
    assert not hints_of("a bachelor's degree") & TYPE
    assert not hints_of("") & AUTHORIZATION
