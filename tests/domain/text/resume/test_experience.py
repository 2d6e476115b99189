"""Roles, in the ways in which people set them."""

import pytest

from tests.domain.text.resume.reading import facts

ROLES: dict[str, tuple[str, list[list[str]]]] = {
    "dates stand alone and the role is the first bullet below": (
        """
        2019 - 2022
        - Warehouse Supervisor, Polar Logistics
        - Ran a shift of 14 pickers
        2016 - 2019
        - Forklift Operator, Polar Logistics
        - Loaded 40 trucks a day
        """,
        [
            ["Warehouse Supervisor", "Polar Logistics", "", "2019/2022", "", "Ran a shift of 14 pickers"],
            ["Forklift Operator", "Polar Logistics", "", "2016/2019", "", "Loaded 40 trucks a day"],
        ],
    ),
    "dates stand alone and no bullet below names a role": (
        """
        2019 - 2022
        - Moved pallets and counted stock.
        """,
        [["", "", "", "2019/2022", "", "Moved pallets and counted stock."]],
    ),
    "what was done follows the dates in the same line": (
        """
        Engineering Manager, Hooli (Mar 2021 – Present) Leads the platform guild of nine engineers.
        Software Engineer, Initech (2016 – 2021) Wrote the billing service.
        """,
        [
            ["Engineering Manager", "Hooli", "", "2021-03/now", "Leads the platform guild of nine engineers."],
            ["Software Engineer", "Initech", "", "2016/2021", "Wrote the billing service."],
        ],
    ),
    "lines that begin with a verb are achievements without a list mark": (
        """
        Dental Hygienist
        Bright Smiles Clinic
        2018 - 2021
        Cleaned the teeth of twelve patients a day
        Taught children how to brush
        Kept the records of four dentists
        """,
        [
            [
                *("Dental Hygienist", "Bright Smiles Clinic", "", "2018/2021", ""),
                *("Cleaned the teeth of twelve patients a day", "Taught children how to brush"),
                "Kept the records of four dentists",
            ]
        ],
    ),
    "a place stands behind a legal form, known or not": (
        """
        Developer, Siemens AG, Erlangen
        01/2018 - 12/2020
        - Built PLC tools
        Sales Manager, Acme Inc., Springfield, IL | 2015 - 2017
        - Sold anvils
        """,
        [
            ["Developer", "Siemens AG", "Erlangen", "2018-01/2020-12", "", "Built PLC tools"],
            ["Sales Manager", "Acme Inc.", "Springfield, IL", "2015/2017", "", "Sold anvils"],
        ],
    ),
    "two titles, and the employer behind the comma of the second": (
        """
        Team Lead | Area Manager, Northwind Stores
        2015 - 2017
        - Opened three shops
        """,
        [["Team Lead", "Northwind Stores", "", "2015/2017", "Area Manager", "Opened three shops"]],
    ),
    "a legal form tells the employer on either side": (
        """
        Contoso Ltd | Various duties
        2015 - 2017
        - Opened mail
        Various duties | Fabrikam GmbH
        2013 - 2015
        - Filed letters
        """,
        [
            ["Various duties", "Contoso Ltd", "", "2015/2017", "", "Opened mail"],
            ["Various duties", "Fabrikam GmbH", "", "2013/2015", "", "Filed letters"],
        ],
    ),
    "a trade that no list knows stands before the house": (
        """
        Tailoring, Rosewood House
        2013 - 2015
        - Altered suits
        Baker, Oven Door
        2010 - 2013
        - Baked bread
        """,
        [
            ["Tailoring", "Rosewood House", "", "2013/2015", "", "Altered suits"],
            ["Baker", "Oven Door", "", "2010/2013", "", "Baked bread"],
        ],
    ),
    "a trade that no list knows stands before a firm": (
        """
        Fromager, Laiterie du Jura SARL
        2013 - 2015
        - Affiné le comté
        """,
        [["Fromager", "Laiterie du Jura SARL", "", "2013/2015", "", "Affiné le comté"]],
    ),
    "a comma and a legal form make no title of a firm": (
        """
        Acme, Inc.
        2013 - 2015
        - Sold anvils
        """,
        [["", "Acme, Inc.", "", "2013/2015", "", "Sold anvils"]],
    ),
    "first and last month in columns of their own": (
        "Head Chef, Bistro Lune    03/2012    02/2015\n- Ran the pass",
        [["Head Chef", "Bistro Lune", "", "2012-03/2015-02", "", "Ran the pass"]],
    ),
    "every line has a list mark, the heads too": (
        """
        - Senior Accountant, Hartwell Group (2018 - 2021)
        - Closed the books in four days
        - Accountant, Lindqvist Ltd (2015 - 2018)
        - Prepared VAT returns
        """,
        [
            ["Senior Accountant", "Hartwell Group", "", "2018/2021", "", "Closed the books in four days"],
            ["Accountant", "Lindqvist Ltd", "", "2015/2018", "", "Prepared VAT returns"],
        ],
    ),
    "a year inside a sentence opens no role": (
        """
        Curator, Museum of Tin (Glasgow) 2014 - 2018
        - Hung pictures
        The permanent collection was opened by the mayor and the whole of the council in 2017.
        """,
        [
            [
                *("Curator", "Museum of Tin", "Glasgow", "2014/2018"),
                "The permanent collection was opened by the mayor and the whole of the council in 2017.",
                "Hung pictures",
            ]
        ],
    ),
    "one word behind the dates, a place, and dates in front of a firm": (
        """
        Engineer, Hooli (2016 – 2019) Java.
        Engineer, Initech (2014 – 2016), Berlin, Germany
        2010 – 2012 Baker at Oven Door Ltd.
        """,
        [
            ["Engineer", "Hooli", "", "2016/2019", "Java."],
            ["Engineer", "Initech", "Berlin, Germany", "2014/2016", ""],
            ["Baker", "Oven Door Ltd.", "", "2010/2012", ""],
        ],
    ),
    "a place between employer and title": (
        """
        Northwind, San Jose, CA, Sales Engineer
        2010 - 2012
        - Sold pumps
        """,
        [["Sales Engineer", "Northwind", "San Jose, CA", "2010/2012", "", "Sold pumps"]],
    ),
    "only a place, which is then the employer's name": (
        """
        Berlin
        2010 - 2012
        - Sold pumps
        """,
        [["", "Berlin", "", "2010/2012", "", "Sold pumps"]],
    ),
    "a role of one year among roles of several": (
        "Engineer, Hooli\n2016 - 2019\n- Wrote\n- Worked with the\nteam in 2017\nNurse, Hill Clinic    2014\n- Cared",
        [
            ["Engineer", "Hooli", "", "2016/2019", "", "Wrote", "Worked with the team in 2017"],
            ["Nurse", "Hill Clinic", "", "2014/2014", "", "Cared"],
        ],
    ),
    "German, with the month as a number": (
        """
        10/2016 – heute    Pflegefachkraft, Klinikum Nord, Hamburg
        - Versorgung von 18 Patienten je Schicht
        """,
        [
            [
                *("Pflegefachkraft", "Klinikum Nord", "Hamburg", "2016-10/now", ""),
                "Versorgung von 18 Patienten je Schicht",
            ]
        ],
    ),
    "French, with the employer first": (
        """
        Hôpital Saint-Roch, Nice
        Infirmière, depuis mars 2018
        - Soins de 22 patients
        """,
        [["Infirmière", "Hôpital Saint-Roch", "Nice", "2018-03/now", "", "Soins de 22 patients"]],
    ),
}


@pytest.mark.parametrize("name", ROLES)
def test_a_role_is_read_whole(name: str) -> None:
    text, expected = ROLES[name]
    told = facts(f"Experience\n{text.strip()}")
    told.pop("language", None)
    assert told == {"experiences": expected}
