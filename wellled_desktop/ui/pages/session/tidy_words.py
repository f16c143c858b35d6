"""The words of a line that tell what it is about, without their endings: each is then searched by its beginning. No widgets."""

from wellled_desktop.framework.finding import words

_MOST_WORDS = 40
_MOST_LETTERS = 4_000
_ENDINGS = (("ies", 3), ("ing", 3), ("ed", 2), ("es", 2), ("s", 1))
# What is said in every conversation, whatever it is about; among it who is in the room, which the speaker says.
_EVERYDAY = frozenset(
    words(
        """
        the and for that this with have has had was were are not but they them their theirs there then than from what when
        where which who whom whose how why you your our ours his her hers its she him all any some more most much many very
        just also been being will would could should can may might must does did done said says say get got goes went going
        come came make made take took taken know knows knew think thinks thought really about into over under out off because
        while after before again always never now here only people trust week month year
        one two three four five six seven eight nine ten half first second third next last other another each every both own
        same such few several these those itself himself herself themselves others everything something nothing everybody
        somebody nobody everyone someone anyone
        between without whether within through against together during among across along around above below near per cent
        less least too yet still almost since until though although however rather quite away down once twice often sometimes
        ever even
        see sees saw seen show shows look looks looked looking find finds found hear hears heard call calls called set sets
        move moves moved use uses used using need needs needed want wants mean means keep keeps kept put puts let like likes
        feel feels felt tell tells told ask asks asked try tries tried turn turns turned start starts started end ends ended
        stop stopped begin began sit sat stand stood run runs ran bring brought leave left meet meets met meeting meetings
        give gives given check checks work works worked working report reports reported
        good better best well new old right wrong full high low big small long short open close closed clear great hard real
        far late early later sure yes top
        way ways thing things part parts line lines kind hand hands back place places hour hours minute minutes day days
        today tomorrow yesterday morning evening night time times number numbers list lists sort lot lots bit case cases level
        chief officer officers executive executives director directors manager managers division divisions divisional
        department departments hospital team teams staff role roles name names note notes
        """
    )
)


def content_words(text: str) -> dict[str, int]:
    """In the order they stand, each with the letters of its longest form; numbers and what everybody says are left out."""
    carrying: dict[str, int] = {}
    for word in words(text[:_MOST_LETTERS]):
        if len(word) > 2 and word not in _EVERYDAY and not word.isdigit():
            short = stem(word)
            carrying[short] = max(carrying.get(short, 0), len(word))
    return dict(list(carrying.items())[:_MOST_WORDS])


def stem(word: str) -> str:
    """Without its ending, where enough is left to search by."""
    for ending, length in _ENDINGS:
        if word.endswith(ending) and len(word) - length >= 4:
            return word[:-length]
    return word
