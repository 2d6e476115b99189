from app.domain.text.job.stems import holds_any


def test_a_stem_is_held_anywhere_in_the_text() -> None:
    assert holds_any("a bachelor's degree", ("visa", "degree"))
    assert not holds_any("a bachelor's degree", ("visa", "clearance"))
    assert not holds_any("anything", ())
