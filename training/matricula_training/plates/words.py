"""Small lettering on and around plates: it is drawn so that the reader learns not to read it."""

SLOGANS = {
    "us-ca": ("California", "dmv.ca.gov"), "us-tx": ("Texas", "The Lone Star State"), "us-fl": ("Florida", "Sunshine State"),
    "us-ny": ("New York", "Empire State"), "us-il": ("Illinois", "Land of Lincoln"), "us-pa": ("Pennsylvania", "visitPA.com"),
    "us-oh": ("Ohio", "Birthplace of Aviation"), "us-ga": ("Georgia", "Peach State"), "us-nc": ("North Carolina", "First in Flight"),
    "us-mi": ("Michigan", "Pure Michigan"), "us-nj": ("New Jersey", "Garden State"), "us-va": ("Virginia", "Virginia is for Lovers"),
    "us-wa": ("Washington", "Evergreen State"), "us-az": ("Arizona", "Grand Canyon State"), "us-ma": ("Massachusetts", "The Spirit of America"),
    "us-tn": ("Tennessee", "The Volunteer State"), "us-in": ("Indiana", "In God We Trust"), "us-mo": ("Missouri", "Show Me State"),
    "us-md": ("Maryland", "maryland.gov"), "us-wi": ("Wisconsin", "America's Dairyland"), "us-co": ("Colorado", ""),
    "us-mn": ("Minnesota", "10,000 lakes"), "us-sc": ("South Carolina", "While I Breathe I Hope"), "us-al": ("Alabama", "Heart of Dixie"),
    "us-la": ("Louisiana", "Sportsman's Paradise"), "us-ky": ("Kentucky", "Unbridled Spirit"), "us-or": ("Oregon", ""),
    "us-ok": ("Oklahoma", "Native America"), "us-ct": ("Connecticut", "Constitution State"), "us-ut": ("Utah", "Greatest Snow on Earth"),
    "us-ia": ("Iowa", ""), "us-nv": ("Nevada", "The Silver State"), "us-ar": ("Arkansas", "The Natural State"),
    "us-ms": ("Mississippi", "Hospitality State"), "us-ks": ("Kansas", ""), "us-nm": ("New Mexico", "Land of Enchantment"),
    "us-ne": ("Nebraska", ""), "us-id": ("Idaho", "Famous Potatoes"), "us-wv": ("West Virginia", "Wild, Wonderful"),
    "us-hi": ("Hawaii", "Aloha State"), "us-nh": ("New Hampshire", "Live Free or Die"), "us-me": ("Maine", "Vacationland"),
    "us-mt": ("Montana", "Treasure State"), "us-ri": ("Rhode Island", "Ocean State"), "us-de": ("Delaware", "The First State"),
    "us-sd": ("South Dakota", "Great Faces. Great Places."), "us-nd": ("North Dakota", "Legendary"), "us-ak": ("Alaska", "The Last Frontier"),
    "us-vt": ("Vermont", "Green Mountain State"), "us-wy": ("Wyoming", ""), "us-dc": ("Washington, D.C.", "Taxation Without Representation"),
    "ca-on": ("Ontario", "Yours to Discover"), "ca-qc": ("Québec", "Je me souviens"), "ca-bc": ("British Columbia", "Beautiful"),
    "ca-ab": ("Alberta", "Wild Rose Country"), "ca-mb": ("Manitoba", "Friendly"), "ca-sk": ("Saskatchewan", "Land of Living Skies"),
    "ca-ns": ("Nova Scotia", "Canada's Ocean Playground"), "ca-nb": ("New Brunswick", "Nouveau-Brunswick"),
    "au-nsw": ("NSW", "New South Wales"), "au-vic": ("Victoria", "The Education State"), "au-qld": ("Queensland", "Sunshine State"),
    "au-wa": ("Western Australia", ""), "au-sa": ("South Australia", "SA"), "mx": ("Mexico", "Jalisco"), "co": ("Bogotá D.C.", "Medellin"),
    "cl": ("Chile", ""), "pe": ("Peru", ""), "ec": ("Ecuador", "Ant"), "cr": ("Costa Rica", "Centroamerica"), "gt": ("Guatemala", "Centro America"),
    "do": ("Republica Dominicana", ""), "pa": ("Panama", "Canal"), "bo": ("Bolivia", ""), "za": ("GP", "WP"), "id": ("09-25", "11-27"),
}
DEALERS = ["Auto Haus", "Autohaus Mueller", "www.autos.de", "Toyota", "Honda of Town", "Ford", "Chevrolet", "Motors", "Dealer Sales",
           "Auto Gamma Brno", "Trucks", "Ciocca", "Downsview Chrysler", "Hyundai", "Volkswagen", "Subaru", "Nissan", "Lexus", "Jeep",
           "Foundation", "Eagles", "University", "Alumni", "Family Auto", "Call 555-0134", "AutoNation", "Kia", "Mazda", "Mercedes-Benz"]
TOWNS = ["BA-Salvador", "SP-Sao Paulo", "RJ-Rio de Janeiro", "PR-Curitiba", "MG-Belo Horizonte", "RS-Porto Alegre", "SC-Florianopolis",
         "CE-Fortaleza", "PE-Recife", "GO-Goiania", "DF-Brasilia", "PR-Londrina", "SP-Campinas", "ES-Vitoria"]
NATIONS = ["Brasil", "Mercosul", "Argentina", "Republica Argentina", "Uruguay", "Paraguay", "Republica del Paraguay", "KSA", "Egypt", "UAE", "Dubai"]
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
YEARS = [str(y) for y in range(2004, 2028, 2)] + ["09", "12", "15", "18", "20", "23", "05", "07", "31", "08"]
SMALL = ["IND", "TC", "PT", "CO", "MI", "RM", "75", "13", "92", "59", "33", "69", "AB", "BG", "TO", "WW", "CAB", "DV", "EX", "www.dmv.org", "1983", "1999"]
BAND = {"al": "AL", "ad": "AND", "at": "A", "ba": "BIH", "be": "B", "bg": "BG", "ch": "CH", "cy": "CY", "cz": "CZ", "de": "D", "dk": "DK",
        "ee": "EST", "es": "E", "fi": "FIN", "fr": "F", "gb": "GB", "ge": "GEO", "gr": "GR", "hr": "HR", "hu": "H", "ie": "IRL", "is": "IS",
        "it": "I", "lt": "LT", "lu": "L", "lv": "LV", "mc": "MC", "md": "MD", "me": "MNE", "mk": "NMK", "mt": "M", "nl": "NL", "no": "N",
        "pl": "PL", "pt": "P", "ro": "RO", "rs": "SRB", "se": "S", "si": "SLO", "sk": "SK", "tr": "TR", "ua": "UA", "am": "AM", "az": "AZ", "xk": "RKS"}


def all_words():
    """(word, how many masks of it the atlas holds)."""
    for header, footer in SLOGANS.values():
        yield header, 9
        if footer:
            yield footer, 4
    for group, count in ((DEALERS, 4), (TOWNS, 3), (NATIONS, 4), (MONTHS, 4), (YEARS, 4), (SMALL, 4), (sorted(set(BAND.values())), 5)):
        for word in group:
            yield word, count
