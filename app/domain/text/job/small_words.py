"""Frequent small words by language, without those that another of the languages writes in the same way."""

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the and of to with you our we are is that for your this will as by from have be".split()),
    "de": frozenset(
        "und der die das mit von für im bei zur zum den dem eine einen einer wir sie ist auf ein zu als auch oder "
        "unser unsere deine dein dich ihre ihr uns werden sowie nach aus durch über sich".split()
    ),
    "fr": frozenset(
        "les des du pour dans avec une nous vous est sur aux votre notre vos nos sont ou au et ainsi cette leur leurs "
        "qui être nos chez d'une l'équipe".split()
    ),
    "es": frozenset(
        "y los las para por más sus este esta como nuestro nuestra nuestros desde entre el su nuestras buscamos "
        "al tu tus empresa muy".split()
    ),
    "pt": frozenset(
        "da do dos em uma com não os ao aos à você nós são sua seu nossa nosso mais também pela pelo "
        "nossos suas seus".split()
    ),
    "it": frozenset(
        "di che gli nel nella dei delle della degli alla alle sono è si nostro nostra anche ed dal dalla "
        "lavoro presso nostri cui più".split()
    ),
    "nl": frozenset(
        "het een van voor zijn wij jij je bij ook naar deze onze jouw wordt worden hebt aan op dat te ons binnen "
        "jou ben".split()
    ),
}
