"""Reports in shorthand for the table of claim pairs: a line of it in, claims of one article out.

A pledge is its figures ("EUR 5bn + EUR 1.5bn delivered", "at_least 2% GDP", "19 F-16 jets"), a
quotation stands in “ ” with its speaker ("mixed" within a sentence), an office as "office nato:secretary-general" with its
holder. After that, apart by ";": "on" a day, "event" of the fixture, "by", "in", "over" for the
period, "after" the day that an undated article cannot be older than, "names" and "people" that the
article names, words that it "says", figures that it
"tells" and words that it "quotes" (apart by commas), that the figure "was" paid, how it is "printed", "announced", "from" and "to", and words of the contract (proposed, military, loan, denied).
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, get_args

from models.identities import voice
from models.messages import Claim
from models.messages.claim import Instrument, Operation, Polarity, Purpose, Qualifier, Stage, Tenure
from models.name_sketch import sketch_names
from models.told_sketch import sketch_told, tells
from models.wordings import anchors
from streams.claims.exchange import shipped_rates
from streams.claims.fingerprint import fingerprint
from tests.unit.conflicts.making import office, pledge, quantity, quote

IDS: Final = {"Ada Older": "x:old", "Ben Newer": "x:new", "Cy Warden": "x:sec"}
SCALES: Final = {"bn": 1e9, "m": 1e6, "": 1.0}
WORDS: Final = {
    **dict.fromkeys(get_args(Stage), "stage"),
    **dict.fromkeys(get_args(Purpose), "purpose"),
    **dict.fromkeys(get_args(Instrument), "instrument"),
    **dict.fromkeys(get_args(Polarity), "polarity"),
    **dict.fromkeys(get_args(Operation), "operation"),
    "annual": "recurrence",
}
_FIGURE: Final = re.compile(
    rf"(?:(?P<qualifier>{'|'.join(get_args(Qualifier))}) )?"
    r"(?:(?P<currency>[A-Z]{3}) )?(?P<number>[\d.]+)(?P<scale>bn|m|%)?(?: (?P<rest>.*))?"
)


def report(name: str, line: str) -> list[Claim]:
    """Read one side of a pair as what article ``name`` states."""
    first, *options = [part.strip() for part in line.split(";")]
    if first.startswith("“"):
        return _quotes(name, first, options)
    if first.startswith("office "):
        return [_office(name, first.removeprefix("office "), options)]
    return [_pledge(name, figure, options) for figure in first.split(" + ")]


def _quotes(name: str, first: str, options: list[str]) -> list[Claim]:
    speaker = None if options[0] == "nobody" else options[0]
    form = "mixed" if "mixed" in options else "direct"
    claims = []
    for text in re.findall("“(.*?)”", first):
        slots = [f"quote:{voice(None, speaker)}"] if speaker else []
        slots += [f"wording:{anchor}" for anchor in anchors(text, named=speaker is not None)]
        claims += [quote(name, text, speaker, slot=slot, ref=_ref(options), form=form) for slot in slots]
    return claims


def _office(name: str, slot: str, options: list[str]) -> Claim:
    holder, ref = options[0], _ref(options)
    tenure = next((option for option in options if option in get_args(Tenure)), "current")
    day = ref.get("published_at")
    fields = {"person_id": IDS.get(holder), "slot": f"office:{slot}", "tenure": tenure, "as_of": day}
    return office(name, holder, ref=ref, **fields)


def _pledge(name: str, figure: str, options: list[str]) -> Claim:
    found = _FIGURE.fullmatch(figure)
    assert found, figure
    fields: dict[str, Any] = {"ref": _ref(options), "text": figure}
    rest = [word for word in (found["rest"] or "").split() if not _word(word, fields)]
    value = float(found["number"]) * SCALES.get(found["scale"] or "", 1.0)
    if found["qualifier"]:
        fields["qualifier"] = found["qualifier"]
    if found["scale"] == "%":
        fields |= {"kind": "gdp_share", "currency": None, "unit": "percent of GDP"}
    elif found["currency"]:
        fields |= {"currency": found["currency"], "in_eur": _euros(value, found["currency"], fields["ref"])}
    else:
        fields |= {"kind": "units", "unit": " ".join(rest) or "things"}
    giver, receiver = "germany", "ukraine"
    for option in options:
        key, _, said = option.partition(" ")
        giver, receiver = (said if key == "from" else giver), (said if key == "to" else receiver)
        fields |= _period(key, said, option)
        if key == "printed":
            fields["text"] = said
        if key == "was":
            fields["evidence"] = f"{figure} was {said}"
        _word(option, fields)
    return pledge(name, value, slot=f"pledge:{giver}:{receiver}", **fields)


def _word(word: str, fields: dict[str, Any]) -> bool:
    if word in WORDS:
        fields[WORDS[word]] = word
    return word in WORDS


def _period(key: str, said: str, option: str) -> dict[str, str]:
    if key == "by" and "-" in said:
        last = calendar.monthrange(int(said[:4]), int(said[5:]))[1]
        return {"deadline": f"{said}-{last}", "precision": "month"}
    if key == "by":
        return {"deadline": f"{said}-12-31", "precision": "year"}
    if key == "in":
        start, _, end = said.partition(" to ")
        return {"start": f"{start}-01-01", "end": f"{end or start}-12-31", "precision": "year"}
    if key == "announced":
        return {"announced_on": said}
    return {"text_period": option} if key in ("over", "this") else {}


def _ref(options: list[str]) -> dict[str, Any]:
    ref: dict[str, Any] = {}
    for option in options:
        if option.startswith("on "):
            ref["published_at"] = option.removeprefix("on ")
        if option.startswith("event "):
            ref["events"] = (option.removeprefix("event "),)
        if option.startswith("after "):
            ref["not_before"] = option.removeprefix("after ")
        if option.startswith("says "):
            ref["fingerprint"] = fingerprint(option.removeprefix("says "))
    if told := _told(options):
        ref["told"] = told
    if names := dict(_names(options)):
        ref["names"] = sketch_names(names)
    return ref


def _told(options: list[str]) -> str:
    """Read the figures that an article "tells" besides, and the words that it "quotes"."""
    figures = [
        f.strip() for o in options if o.startswith("tells ") for f in o.removeprefix("tells ").split(",")
    ]
    found = [match for figure in figures if (match := _FIGURE.fullmatch(figure))]
    amounts = [
        quantity(value=float(m["number"]) * SCALES.get(m["scale"] or "", 1.0), currency=m["currency"])
        for m in found
    ]
    quoted = [option.removeprefix("quotes ") for option in options if option.startswith("quotes ")]
    return sketch_told(amounts, [anchors(words, named=False) for words in quoted if tells(words)])


def _names(options: list[str]) -> Iterator[tuple[str, bool]]:
    """Read "names" of places and bodies and "people", apart by commas."""
    for option in options:
        key, _, listed = option.partition(" ")
        if key in ("names", "people"):
            yield from ((name.strip(), key == "people") for name in listed.split(","))


def _euros(value: float, currency: str, ref: dict[str, Any]) -> float | None:
    day = ref.get("published_at")
    rate = shipped_rates().of(currency, date.fromisoformat(day)) if day else None
    return rate.in_eur(value) if rate else None
