"""Courses of study, in the ways in which people set them."""

import pytest

from tests.domain.text.resume.reading import facts

STUDIES: dict[str, tuple[str, list[list[str]], dict[str, object]]] = {
    "a detail that wraps": (
        """
        University of Porto, BSc Biology, 2012 - 2015
        Thesis on the feeding of estuarine crabs and the way in which their numbers
        follow the salinity of the river
        """,
        [["University of Porto", "BSc", "Biology", "2012/2015", ""]],
        {
            "education_details": [
                (
                    "University of Porto: Thesis on the feeding of estuarine crabs and the way in which their numbers"
                    " follow the salinity of the river"
                )
            ]
        },
    ),
    "a head that breaks behind a comma": (
        (
            "Master of Arts in History, University of Leeds,\nLeeds, United Kingdom    2015 - 2017\n"
            "- Dissertation on canal boats\n- Member of the rowing club"
        ),
        [["University of Leeds", "Master of Arts", "History", "2015/2017", ""]],
        {
            "education_details": [
                "University of Leeds: Dissertation on canal boats",
                "University of Leeds: Member of the rowing club",
            ]
        },
    ),
    "the dates stand beside the text": (
        "Marlow Academy\nBSc Physics\nStudied optics and wrote the newspaper.    2011 - 2014",
        [["Marlow Academy", "BSc", "Physics", "2011/2014", ""]],
        {"education_details": ["Marlow Academy: Studied optics and wrote the newspaper."]},
    ),
    "one school heads several degrees, and another follows": (
        """
        Massachusetts Institute of Technology
        PhD, Chemistry, 2015 - 2019
        MSc, Chemistry, 2013 - 2015
        Smith College
        BA, Chemistry, 2009 - 2013
        """,
        [
            ["Massachusetts Institute of Technology", "PhD", "Chemistry", "2015/2019", ""],
            ["Massachusetts Institute of Technology", "MSc", "Chemistry", "2013/2015", ""],
            ["Smith College", "BA", "Chemistry", "2009/2013", ""],
        ],
        {},
    ),
    "a grade in a row of its own": (
        "Gymnasium am Stadtpark\nAbitur\nNote: 1,4\n2005 - 2014",
        [["Gymnasium am Stadtpark", "Abitur", "", "2005/2014", "1,4"]],
        {},
    ),
    "names that no list knows, the centre before the subject": (
        "Diploma\nRiverside Training Centre\nWelding\n2016",
        [["Riverside Training Centre", "Diploma", "Welding", "None/2016", ""]],
        {},
    ),
    "names that no list knows, the subject before the house": (
        "Diploma\nWelding\nRiverside House\n2016",
        [["Riverside House", "Diploma", "Welding", "None/2016", ""]],
        {},
    ),
    "the school in the words of the degree": (
        """
        BSc in Nursing from Oslo Metropolitan University, 2018
        University of Bergen MSc Public Health, 2020
        University of Oslo Ph.D.
        """,
        [
            ["Oslo Metropolitan University", "BSc", "Nursing", "None/2018", ""],
            ["University of Bergen", "MSc", "Public Health", "None/2020", ""],
            ["University of Oslo", "Ph.D.", "", "None/None", ""],
        ],
        {},
    ),
    "a subject in brackets, and an honours mark that is part of the degree": (
        """
        Bachelor of Science (Mathematics), University of Hull, 2011
        Oxford Brookes University, BA (Hons) Fine Art, First class honours, 2008 - 2011
        """,
        [
            ["University of Hull", "Bachelor of Science", "Mathematics", "None/2011", ""],
            ["Oxford Brookes University", "BA (Hons)", "Fine Art", "2008/2011", "", "First class honours"],
        ],
        {},
    ),
    "the subject before the degree, and a grade at the end": (
        """
        Computer Science B.Sc, Anna University, GPA: 8.1/10
        High School Diploma, Central High School, 2008
        """,
        [
            ["Anna University", "B.Sc", "Computer Science", "None/None", "8.1/10"],
            ["Central High School", "High School Diploma", "", "None/2008", ""],
        ],
        {},
    ),
    "the title of a thesis is no degree": (
        """
        Maestría en Finanzas, Universidad de Chile, 2014 - 2016
        M.Sc. thesis on soil at Wageningen
        """,
        [["Universidad de Chile", "Maestría", "Finanzas", "2014/2016", ""]],
        {"education_details": ["Universidad de Chile: M.Sc. thesis on soil at Wageningen"]},
    ),
    "a mention is an honour, not a subject": (
        """
        Licence de Lettres, Université Lyon 2, 2010 - 2013
        Baccalauréat littéraire, mention bien, Lycée du Parc, 2010
        """,
        [
            ["Université Lyon 2", "Licence", "Lettres", "2010/2013", ""],
            ["Lycée du Parc", "Baccalauréat", "littéraire", "None/2010", "", "mention bien"],
        ],
        {},
    ),
    "German apprenticeship and diploma": (
        """
        Ausbildung zum Elektroniker, Siemens AG, 2009 - 2012
        Diplom-Ingenieur Maschinenbau, TU Dresden, 2003 - 2008
        Realschulabschluss, Realschule Bautzen, 2003
        """,
        [
            ["Siemens AG", "Ausbildung", "Elektroniker", "2009/2012", ""],
            ["TU Dresden", "Diplom-Ingenieur", "Maschinenbau", "2003/2008", ""],
            ["Realschule Bautzen", "Realschulabschluss", "", "None/2003", ""],
        ],
        {},
    ),
    "a list with details among the studies": (
        """
        - BSc Economics, University of Kent, 2012 - 2015
        - Upper second class
        - A-levels, Kent College, 2010 - 2012
        """,
        [
            ["University of Kent", "BSc", "Economics", "2012/2015", ""],
            ["Kent College", "A-levels", "", "2010/2012", ""],
        ],
        {"education_details": ["University of Kent: Upper second class"]},
    ),
    "an American school with its town and state": (
        """
        B.A. in English, Texas A&M University, College Station, TX, May 2014
        University of California, Davis, M.S. Viticulture, 2016
        """,
        [
            ["Texas A&M University", "B.A.", "English", "None/2014-05", ""],
            ["University of California, Davis", "M.S.", "Viticulture", "None/2016", ""],
        ],
        {},
    ),
    "Austrian and German diplomas": (
        """
        Dipl. Ing. Maschinenbau, TU Wien, 2010
        Dipl.-Psych. Universität Köln, 2008
        """,
        [
            ["TU Wien", "Dipl. Ing.", "Maschinenbau", "None/2010", ""],
            ["Universität Köln", "Dipl.-Psych.", "", "None/2008", ""],
        ],
        {},
    ),
    "letters behind the subject are a school": (
        "Grado en Derecho, UNED, 2012 - 2016",
        [["UNED", "Grado", "Derecho", "2012/2016", ""]],
        {},
    ),
    "a small word is no degree, whatever it abbreviates in capitals": (
        "as a guest at Hochschule Bremen, 2014",
        [["as a guest at Hochschule Bremen", "", "", "None/2014", ""]],
        {},
    ),
}


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_is_read_whole(name: str) -> None:
    text, expected, custom = STUDIES[name]
    told = facts(f"Education\n{text.strip()}")
    assert (told["education"], told.get("custom", {})) == (expected, custom)


def test_what_names_neither_school_nor_degree_is_kept_as_unplaced() -> None:
    assert facts("Education\nCoursework in statistics, 2019") == {"unplaced": ["Coursework in statistics, 2019"]}


def test_a_place_in_a_row_of_its_own_is_kept_as_unplaced() -> None:
    assert facts("Education\nUniversity of Hull\nBSc Physics, 2016\nLyon, France") == {
        "education": [["University of Hull", "BSc", "Physics", "None/2016", ""]],
        "unplaced": ["Lyon, France"],
    }
