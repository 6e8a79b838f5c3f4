"""How common regions and their formats are: judgements that the decoder starts from before it has seen a plate."""
import re

# Motor vehicles in use, in millions, rounded: round estimates from general knowledge, not measurements. Only the order of magnitude matters,
# since the decoder flattens them. Regions that are not named have OTHER.
VEHICLES = {
    "us": 290, "cn": 350, "in": 340, "jp": 80, "br": 115, "ru": 60, "de": 52, "id": 150, "it": 45, "gb": 41, "fr": 45, "mx": 55, "es": 30, "pl": 30,
    "tr": 30, "ca": 27, "kr": 26, "th": 44, "vn": 70, "my": 35, "ir": 35, "au": 21, "ar": 22, "tw": 22, "ua": 11, "nl": 11, "za": 13, "ro": 9.5,
    "pk": 32, "ng": 13, "eg": 11, "sa": 14, "ph": 14, "co": 20, "gr": 8, "cz": 8, "be": 7.5, "hu": 5.5, "pt": 7.5, "se": 6.5, "at": 7.2, "ch": 6.4,
    "bg": 3.8, "dk": 3.6, "no": 4, "fi": 4, "sk": 3.2, "ie": 3, "hr": 2.4, "lt": 1.9, "si": 1.6, "lv": 1, "ee": 1, "lu": 0.6, "cy": 0.8, "mt": 0.5,
    "by": 4, "kz": 5.5, "uz": 4, "az": 1.7, "ge": 1.8, "am": 0.9, "md": 1.2, "rs": 2.8, "ba": 1.3, "mk": 0.6, "me": 0.3, "al": 0.9, "xk": 0.5,
    "il": 4.3, "ae": 4.5, "jo": 2, "kw": 2.6, "qa": 1.8, "om": 1.8, "bh": 0.8, "lb": 2, "sy": 2.5, "iq": 8, "ly": 3.5, "tn": 2.6, "dz": 6.8,
    "ma": 5, "cl": 6.5, "pe": 5.5, "ec": 3, "ve": 5, "uy": 2.6, "py": 2.9, "bo": 2.5, "cr": 2.7, "pa": 1.6, "gt": 5, "sv": 1.7, "hn": 2.5, "ni": 1.3,
    "do": 6, "cu": 0.9, "pr": 2.9, "jm": 0.8, "tt": 1, "nz": 5, "sg": 1, "hk": 0.9, "mo": 0.25, "bd": 6, "lk": 8.5, "np": 5, "mm": 8, "kh": 7,
    "la": 2.8, "mn": 1.3, "bn": 0.5, "ke": 5, "tz": 2.5, "ug": 2.3, "gh": 3, "et": 1.2, "ci": 1.5, "cm": 1, "sn": 0.9, "mz": 1, "zm": 0.9, "zw": 1.5,
    "bw": 0.7, "na": 0.5, "rw": 0.3, "mg": 0.5, "ao": 1.5, "mu": 0.7, "is": 0.4,
}
OTHER = 0.2

# The same for states; elsewhere the states of a country count alike.
STATE_VEHICLES = {
    "us-al": 5, "us-ak": 0.8, "us-az": 6, "us-ar": 3, "us-ca": 31, "us-co": 5, "us-ct": 3, "us-de": 1, "us-dc": 0.35, "us-fl": 18, "us-ga": 9, "us-hi": 1.2,
    "us-id": 2, "us-il": 10.5, "us-in": 6, "us-ia": 3.7, "us-ks": 2.6, "us-ky": 4.4, "us-la": 3.8, "us-me": 1.1, "us-md": 4.2, "us-ma": 5, "us-mi": 8.5,
    "us-mn": 5.5, "us-ms": 2, "us-mo": 5.5, "us-mt": 1.9, "us-ne": 1.9, "us-nv": 2.5, "us-nh": 1.3, "us-nj": 6, "us-nm": 1.8, "us-ny": 11, "us-nc": 8.8,
    "us-nd": 0.9, "us-oh": 10.5, "us-ok": 3.6, "us-or": 4, "us-pa": 10.8, "us-ri": 0.85, "us-sc": 4.6, "us-sd": 1.3, "us-tn": 6, "us-tx": 22, "us-ut": 2.5,
    "us-vt": 0.6, "us-va": 7.6, "us-wa": 7.2, "us-wv": 1.6, "us-wi": 5.6, "us-wy": 0.85,
}

# What the note beside a format says of the share of plates that have it; the first word found counts.
SHARES = (
    (r"next (car|motorcycle) series|military", 0.01),
    (r"personal|chosen", 0.03),
    (r"motorcycle|moped|trailer|diplomatic|temporary|taxi|test|federal|police|armed|electric|lorr|\bCD\b|reduced size|\bother\b|dateless", 0.1),
    # Issued until less than some ten years ago: most of them are still on the road.
    (r"\d{4}-20(1[5-9]|2\d)", 1.0),
    (r"before|\bold|\d{4}-\d{4}|until", 0.5),
)


def vehicles(region):
    """Millions of motor vehicles of a country or state."""
    return STATE_VEHICLES.get(region["code"], 1) if region["parent"] else VEHICLES.get(region["code"], OTHER)


def share(pattern):
    """How common a format is beside a main format of its region, 0 to 1."""
    note = pattern.get("note", "")
    return next((share for words, share in SHARES if re.search(words, note, re.IGNORECASE)), 1.0)
