"""Chosen (vanity) texts: words and what people make of them, and letters in no order at all."""
import string

WORDS = (
    "A AL AM AN AT BE BY DO GO HE HI IM IN IS IT JR MA ME MR MY NO OF OH OK ON OR PA SO ST TO TV UP US WE ACE ADD AGE AIR ALL AND ANT ANY APE ARE ART "
    "ASK BAD BAG BAT BEE BIG BOB BOX BOY BUG BUS BUY CAB CAN CAR CAT COP COW CUP DAD DAN DAY DEB DEE DIG DOC DOG DON DOT DRY EAT EGG ELF END EYE FAB "
    "FAN FAR FIT FLY FOR FOX FUN FUR GAL GAS GEM GET GOD GOT GUN GUY HAM HAT HER HEY HIM HIP HIT HOP HOT HUG HUT ICE INK JAM JAY JET JIM JOB JOE JOY "
    "KAT KAY KEN KEY KID KIT LAB LAW LAY LEE LEG LET LIL LIP LIT LIV LOU LUV LUX MAC MAD MAE MAN MAX MAY MEL MIX MOM MUD NAP NET NEW NOT NOW NUT OAK "
    "OLD ONE OUR OUT OWL OWN PAL PAM PAT PAW PEN PET PIE PIG POP PUG PUP RAD RAM RAN RAT RAY RED ROB ROD ROY RUN SAD SAM SAY SEA SEE SET SHY SIS SIX "
    "SKI SKY SOL SON SPY SUE SUM SUN TAX TEA TED TEN THE TIM TIN TIP TOM TOP TOY TRY TUG TWO UFO USA VAN VET VIP WAX WAY WED WET WHO WHY WIN WIT WOW "
    "YES YET YOU ZAP ZEN ZIP ZOE ZOO ABLE ALEX ALLY AMEN AMMO ANGL ARMY AUNT AUTO AWAY BABE BABY BACK BALL BAND BANK BARK BATH BEAR BEAT BEEP BELL BEST "
    "BIKE BIRD BLUE BOAT BODY BOLT BOMB BOND BONE BOOK BOOM BOOT BORN BOSS BREW BULL BUZZ CAKE CALI CALL CAMP CARD CARS CASH CATS CHEF CITY CLUB COLD "
    "COOL CRAB CREW CUTE DADS DARK DASH DAVE DAWN DEAL DEAN DEER DIVA DIVE DOGS DOLL DONE DOVE DRAW DREAM DUCK DUDE DUKE DUST EARL EARN EASY EDGE EVIL "
    "EYES FACE FARM FIRE FISH FIVE FLOW FOLK FOOD FORD FOUR FREE FROG FULL GAME GIFT GIRL GLAM GLOW GOAT GOLD GOLF GONE GOOD GRAY GULF GURU HAIR HALF "
    "HALO HAPPY HAWK HEAD HERO HIGH HIKE HOLY HOME HOPE HUGE HULK HUNT HUSH IDOL IRON JACK JADE JAVA JAZZ JEDI JEEP JOKE JUDY JULY JUMP JUNE KARL KATE "
    "KICK KIDS KILO KING KISS KIWI KNOT LADY LAKE LAMB LARK LATE LAVA LAZY LEAF LIFE LILY LIME LINK LION LISA LIVE LOCO LORD LOST LOUD LOVE LUCK LUCY "
    "LUNA MAMA MARK MARY MATH MAUI MEOW MIKE MILE MILK MIND MINT MOJO MOON MOTO MUSE NAVY NEAL NEMO NERD NEXT NICE NINE NINJA NOVA NUTS OLIVE ONLY OPAL "
    "OPEN OTIS PAPA PARK PATH PAUL PEACE PINK PLAY POET POLO PONY POOL PUMA PURE QUAD QUIT RACE RAIN REAL RIDE RING RIOT ROAD ROCK ROLL ROSE RUBY RUSH "
    "RUTH SAIL SALE SALT SAND SASS SAVE SEXY SHIP SHOW SING SISTR SLOW SMOK SNOW SOUL STAR STOP SURF SWIM TACO TANK TALK TEAM TECH TEXAS TIGER TIME TINY "
    "TOAD TOOL TOUR TOYS TREE TRIP TRUK TUFF TURBO TUTU TWIN UGLY UNIT VAMP VETT VIBE VIEW VOLT WAIT WALK WAVE WEST WIFE WILD WILL WIND WINE WING WISH "
    "WITCH WOLF WOOD WORK YARN YOGA ZERO ZOOM ANGEL BEACH BLACK BLISS BRAVE BUNNY CANDY CHILL CLOUD COAST CRAZY DADDY DANCE DEVIL DRIVE EAGLE FAITH "
    "FANCY FLASH GHOST GRACE GRAMA GREEN GUITR HEART HONEY HORSE HOUSE JESUS KARMA LASER LEMON LIGHT LUCKY MAGIC MAJIC MAMAS MERCY MIMIS MONEY MUSIC "
    "NANA NIGHT NURSE OCEAN PANDA PARTY PILOT PIRAT POWER PROUD QUEEN QUICK QUILT RACER RADIO RANCH RIVER ROBOT ROYAL SALSA SALTY SHARK SILVER SMILE "
    "SPEED STORM SUGAR SUNNY SWEET TEACH TRUCK TRUST VEGAN VIPER VIXEN WATER WHEEL WHITE WINGS WITTY WIZRD YELLOW ZEBRA BADGER BANDIT BEETLE BUTTER "
    "COFFEE COWBOY CRUISE DOCTOR DRAGON FAMILY FLOWER FLYING FREEDM HUNTER JAGUAR LEGEND LIZARD MONKEY MYSTIC OUTLAW PHOENIX POODLE PURPLE "
    "RABBIT RACING REDHOT ROCKET SAILOR SINGER SPIDER SPIRIT SUMMER TENNIS THUNDR TRAVEL TURTLE TWINS VALLEY VICTORY VIOLET VOYAGE WARRIOR WICKED WINTER "
    "WITTLE YANKEE ZOMBIE").split()
# What people write for a word or for its sound.
SOUNDS = (("FOR", "4"), ("ATE", "8"), ("TO", "2"), ("TOO", "2"), ("ONE", "1"), ("YOU", "U"), ("ARE", "R"), ("SEE", "C"), ("AND", "N"), ("BE", "B"),
          ("E", "3"), ("A", "4"), ("S", "5"), ("I", "1"), ("S", "Z"), ("CK", "X"), ("ER", "R"), ("OR", "R"))
PREFIXES = ("I", "IM", "MY", "MR", "MS", "DR", "THE", "U", "2", "4", "UR", "GO", "NO", "LIL", "BIG", "1", "OUR", "WE")
SUFFIXES = ("1", "2", "4U", "4ME", "ME", "S", "Z", "GT", "V8", "EV", "USA", "NYC", "LA", "TX", "LOL", "ER", "IT", "UP", "69", "07", "22", "II", "IV", "JR", "MOM", "GAL")
# Characters that are taken for each other: texts made of few of these groups teach to tell them apart.
ALIKE = ("TIJL1Y7", "VYUX", "WMNHK", "UOQDCJG", "A4HR", "EFLB", "8B35S9", "Z27", "GC6O", "PFRB", "KXYV", "I1T7")


def chosen(draw):
    """A chosen text of 1 to 8 characters, in no format."""
    return "".join(pieces(draw))


def pieces(draw):
    """The same as a list of what belongs together: a space or a graphic may stand between two of them.

    A zero stands among digits only: on most dies nothing else tells it from an O.
    """
    kind, letters = draw.random(), string.ascii_uppercase
    if kind < 0.42:
        return _worded(draw)
    if kind < 0.5:
        return [_spoken(draw)]
    if kind < 0.64:
        return [_any(draw, letters, 2, 7)]
    if kind < 0.72:
        number = [draw.choice(string.digits)] if draw.random() < 0.33 else []
        return number + [_any(draw, letters, 2, 4), _any(draw, string.digits, 1, 3)]
    if kind < 0.84:
        return [_any(draw, "".join(draw.sample(ALIKE, draw.randint(1, 3))), 3, 7)]
    if kind < 0.88:
        return [draw.choice(letters + string.digits[1:]) * draw.randint(2, 7)]
    if kind < 0.94:
        return [_any(draw, letters, 1, 4), draw.choice("2468"), _any(draw, letters, 1, 3)]
    return [_any(draw, letters + string.digits[1:], 2, 8)]


def _any(draw, characters, least, most):
    return "".join(draw.choice(characters) for _ in range(draw.randint(least, most)))


def _spoken(draw):
    start = draw.random() < 0.3
    return "".join(draw.choice("AEIOUY" if (i + start) % 2 else "BCDFGHJKLMNPRSTVWXZ") for i in range(draw.randint(3, 7)))


def _worded(draw):
    """Words, shortened as they are when seven characters must do."""
    words = [draw.choice(WORDS) for _ in range(draw.choice([1, 1, 2, 2, 2, 3]))]
    if draw.random() < 0.25:
        words.insert(0, draw.choice(PREFIXES))
    if draw.random() < 0.3:
        words.append(draw.choice(SUFFIXES))
    if draw.random() < 0.4:
        words = [_respelled(word, draw) for word in words]
    while sum(map(len, words)) > 8 or sum(map(len, words)) > 7 and draw.random() < 0.8:
        words = _shorter(words, draw)
    return words


def _respelled(word, draw):
    long, short = draw.choice([pair for pair in SOUNDS if pair[0] in word] or [("", "")])
    return word.replace(long, short, 1) if long else word


def _shorter(words, draw):
    """Less one character of the longest word, a vowel inside it if there is one; less a word where all are short."""
    words = list(words)
    at = max(range(len(words)), key=lambda k: len(words[k]))
    word = words[at]
    if len(word) < 3:
        return words[:-1]
    inner = [k for k in range(1, len(word)) if word[k] in "AEIOU"] or [len(word) - 1]
    place = draw.choice(inner)
    words[at] = word[:place] + word[place + 1:]
    return words
