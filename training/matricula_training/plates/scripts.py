"""Scripts beside Latin: their symbols, what is drawn for each, and the free fonts that have them."""
from dataclasses import dataclass

TUNIS = "تونس"
# Initial, final, initial and final form, in drawing order: the font library does not join Arabic letters by itself.
_TUNIS_FORMS = "\ufeb2\ufee7\ufeee\ufe97"
IRAN = "ایران"
_IRAN_FORMS = "\ufee5\ufe8d\ufeae\ufbff\ufe8d"
EGYPT = "مصر"
_EGYPT_FORMS = "\ufeae\ufebc\ufee3"

PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新"
HANZI = PROVINCES + "挂学警港澳领使试"
# Private and rental cars; what drives for money; the armed forces.
HANGUL_USES = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자하허호배국합육해공"
HANGUL_COMMERCIAL, HANGUL_MILITARY = "아바사자배", "국합육해공"
HANGUL_PRIVATE = "".join(use for use in HANGUL_USES if use not in HANGUL_COMMERCIAL + HANGUL_MILITARY)
HANGUL_REGIONS = ("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주")
HANGUL = "".join(dict.fromkeys(HANGUL_USES + "".join(HANGUL_REGIONS)))
KANA = "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわを"
THAI = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
# Egypt, Iran and Morocco; both of ى and ی are written with the first.
ARABIC = "ابپتثجحدرزژسشصطظعغفقكگلمنهوىأ"
CYRILLIC = "БГДЖЙЛПУФЦЧЭЮЯӨҮ"
# Names of Japanese offices: they stand on plates, small, and are not read. None has a symbol that is read elsewhere.
OFFICES = ("横浜", "名古屋", "大阪", "神戸", "福岡", "札幌", "練馬", "足立", "千葉", "仙台", "静岡", "広島", "多摩", "熊本")

# Digits of other scripts are read as what they say.
ARABIC_DIGITS, PERSIAN_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_SAYS = {**dict(zip(ARABIC_DIGITS, "0123456789")), **dict(zip(PERSIAN_DIGITS, "0123456789"))}

READ = tuple(HANZI) + tuple(HANGUL) + tuple(KANA) + tuple(THAI) + tuple(ARABIC) + tuple(CYRILLIC) + (TUNIS,)
UNREAD = frozenset("".join(OFFICES)) | {IRAN, EGYPT}


def says(symbol):
    """What a drawn symbol is read as."""
    return _SAYS.get(symbol, symbol)


@dataclass(frozen=True)
class Glyphs:
    """Symbols that are drawn from the same fonts. `aligned`: they keep their places and sizes between a common top and bottom, as
    digits and letters do; else each fills the height. `forms`: {symbol: the characters that draw it}. A font in a collection is
    named by its number after `#`."""
    symbols: tuple
    fonts: tuple
    judged: tuple = ()
    aligned: bool = False
    forms: dict = None


_CJK = "opentype/noto/NotoSansCJK-{}.ttc#{}"
_SERIFS = "opentype/noto/NotoSerifCJK-{}.ttc#{}"
_ARABIC_FONTS = ("truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSansCondensed*.ttf", "truetype/noto/NotoSansArabic-*",
                 "truetype/noto/NotoKufiArabic-*", "truetype/noto/NotoNaskhArabic-*", "truetype/kacst/KacstBook*", "truetype/kacst/KacstOffice*",
                 "truetype/farsiweb/*", "truetype/freefarsi/FreeFarsi*", "opentype/fonts-hosny-thabit/Thabit*")
_ARABIC_JUDGED = ("opentype/fonts-hosny-amiri/Amiri-*", "truetype/kacst/KacstPoster*", "truetype/kacst/KacstLetter*", "truetype/kacst/KacstNaskh*")
_EAST = ("truetype/wqy/wqy-zenhei*", "truetype/wqy/wqy-microhei*", "truetype/droid/DroidSansFallback*")


def _noto(number, weights=("Regular", "Medium", "Bold", "Black", "DemiLight"), family=_CJK):
    return tuple(family.format(weight, number) for weight in weights)


GLYPHS = (
    Glyphs(tuple(HANZI), _noto(2) + _EAST + ("truetype/arphic/ukai*",), _noto(2, ("Medium", "Bold", "Black"), _SERIFS)),
    Glyphs(tuple(HANGUL), _noto(1) + _EAST + ("truetype/nanum/NanumGothic*", "truetype/nanum/NanumBarunGothic*", "truetype/nanum/NanumSquare*", "truetype/baekmuk/dotum*",
                                              "truetype/baekmuk/gulim*", "truetype/baekmuk/hline*", "truetype/unfonts-core/UnDotum*", "truetype/unfonts-core/UnGraphic*",
                                              "truetype/unfonts-core/UnDinaru*", "truetype/unfonts-extra/UnVada*"),
           _noto(1, ("Medium", "Bold", "Black"), _SERIFS) + ("truetype/unfonts-core/UnBatang*", "truetype/unfonts-extra/UnShinmun*", "truetype/unfonts-extra/UnYetgul*")),
    Glyphs(tuple(KANA), _noto(0) + ("opentype/ipafont-gothic/*", "opentype/mplus/Mplus[12]-*", "truetype/sawarabi-gothic/*", "truetype/vlgothic/*", "truetype/motoya-l-*/*",
                                    "truetype/horai-umefont/ume-?go*"),
           _noto(0, ("Medium", "Bold", "Black"), _SERIFS) + ("opentype/ipafont-mincho/*", "truetype/horai-umefont/ume-?m*"), aligned=True),
    Glyphs(tuple(sorted(UNREAD - {IRAN, EGYPT})), _noto(0, ("Regular", "Bold")) + ("opentype/ipafont-gothic/*", "truetype/sawarabi-gothic/*"), _noto(0, ("Bold",), _SERIFS)),
    Glyphs(tuple(THAI), ("truetype/tlwg/*", "truetype/arundina/*", "truetype/noto/NotoSansThai-*", "truetype/noto/NotoLoopedThai-*"), ("truetype/noto/NotoSerifThai-*",), aligned=True),
    Glyphs(tuple(ARABIC), _ARABIC_FONTS, _ARABIC_JUDGED, aligned=True),
    Glyphs(tuple(ARABIC_DIGITS), _ARABIC_FONTS, _ARABIC_JUDGED, aligned=True),
    Glyphs(tuple(PERSIAN_DIGITS), _ARABIC_FONTS, _ARABIC_JUDGED, aligned=True),
    Glyphs((TUNIS, IRAN, EGYPT), _ARABIC_FONTS[:6], _ARABIC_JUDGED[:1], forms={TUNIS: _TUNIS_FORMS, IRAN: _IRAN_FORMS, EGYPT: _EGYPT_FORMS}),
    Glyphs(tuple(CYRILLIC), ("truetype/dejavu/*Condensed*", "truetype/dejavu/DejaVuSans-Bold.*", "truetype/liberation/*Sans-*", "truetype/liberation/*Narrow*",
                             "truetype/roboto/**/*Condensed-*", "truetype/roboto/**/*Roboto-Medium*", "truetype/noto/NotoSans-*", "truetype/noto/NotoSansMono-*",
                             "truetype/lato/Lato-Bold.*", "opentype/play/*", "truetype/play/*"),
           ("truetype/dejavu/DejaVuSerif*", "truetype/liberation/*Serif-*", "truetype/noto/NotoSerif-*")),
)
