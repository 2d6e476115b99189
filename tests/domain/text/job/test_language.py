"""The language of a posting, by its small words and, where those do not tell, by the classifier."""

from collections import Counter

import pytest

from app.domain.text.job import language
from app.domain.text.job.language import language_of
from app.domain.text.job.small_words import SMALL_WORDS

PLAIN = {
    "en": "We are looking for an experienced baker for our shop in Leeds. You will work with a small team and you "
    "will be paid fairly; the hours are flexible.",
    "de": "Wir suchen eine erfahrene Bäckerin für unser Geschäft in Köln. Sie arbeiten mit einem kleinen Team und "
    "werden fair bezahlt; die Arbeitszeiten sind flexibel.",
    "fr": "Nous recherchons une boulangère expérimentée pour notre magasin à Lyon. Vous travaillez avec une petite "
    "équipe dans une ambiance simple, et les horaires sont souples.",
    "nl": "Wij zoeken een ervaren bakker voor onze winkel in Utrecht. Je werkt met een klein team en wordt eerlijk "
    "betaald; de werktijden zijn flexibel en je hebt vrije weekenden.",
}
OTHERS = {
    "da": "Vi søger en erfaren bager til vores butik i Aarhus. Du kommer til at arbejde sammen med et lille team, og "
    "lønnen er god; arbejdstiden er fleksibel.",
    "ca": "Busquem una fornera amb experiència per a la nostra botiga de Girona. Treballaràs amb un equip petit i els "
    "horaris són flexibles; el contracte és indefinit.",
    "pl": "Szukamy doświadczonego piekarza do naszego sklepu w Gdyni. Praca w małym zespole, dobre wynagrodzenie "
    "i elastyczne godziny pracy przez cały rok.",
}


@pytest.mark.parametrize("code", PLAIN)
def test_small_words_tell_without_the_classifier(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_classified", lambda sample: pytest.fail(f"asked for {sample!r}"))
    assert language_of(PLAIN[code]) == code


@pytest.mark.parametrize("code", OTHERS)
def test_a_neighbour_is_not_taken_for_a_language_it_shares_words_with(code: str) -> None:
    assert language_of(OTHERS[code]) == code


def test_a_list_of_skills_is_in_no_language() -> None:
    assert (
        language_of("Requirements\n- SQL and dbt\n- Power BI or Tableau\n- Apache Airflow\n- Terraform, Docker\n" * 3)
        == "en"
    )


def test_no_small_word_stands_for_two_languages() -> None:
    counts = Counter(word for words in SMALL_WORDS.values() for word in words)
    assert [word for word, count in counts.items() if count > 1] == []
