"""Who gives: a governed quantity in, the pledger out.

The giver is the subject of a giving verb, follows "by" in the passive and "from" where
money comes, stands before a bracketed amount in a list, is the one a demand is made of,
or is the one for whom the speaker speaks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.phrases import any_of
from streams.claims.components.pledge_article import Nominal, PledgeArticle
from streams.claims.components.pledge_clauses import Governed

_PREPOSITION: Final = re.compile(
    r"\b(?:in|at|for|to|with|against|from|on|about|into|between|than|after|over|towards?|across|near|of|support(?:ing)?|help(?:ing)?|"
    r"behind|inside|outside|via|through|visit(?:ed|ing)?|invaded|invading|told|tell|before|within|versus|v|under|including|like|gives?|gave|"
    r"giving|give|given|supply|supplying|provide|providing|send|sending|assist|assisting|aiding|equip|arm|arming|joins?|joining)"
    r"\s+(?:the\s+|a\s+|an\s+|both\s+|all\s+|its\s+|new\s+|other\s+|many\s+|(?:war-\S+|embattled|neighbouring)\s+){0,2}$",
    re.IGNORECASE,
)
_OF_GROUP: Final = re.compile(
    r"\b(?:government|leaders?|president|minister|ministry|king|parliament|people|kingdom|republic|members|heads?|representatives)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\bby\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,5}$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,2}$", re.IGNORECASE)
_LIST_TAIL: Final = re.compile(
    r"\s*(?:\(\s*$|[:–—-]\s*$|,?\s+with\s+(?:a\s+|an\s+)?(?:pledge of\s+|contribution of\s+|donation of\s+)?$|\s*[|\t]\s*$)"
)
_POSSESSIVE: Final = re.compile(r"^['’]s?\s")
_ADDRESS: Final = re.compile(
    r"\b(?:on|upon|urged?|urges|urging|asked|asks|asking|tells?|told|pressed|pressing|pushed|pushing|want(?:s|ed)?|demand(?:s|ed)?(?:\s+that)?|of|by|from|that|for)\s+(?:the\s+|all\s+|its\s+|his\s+|other\s+|European\s+){0,2}$",
    re.IGNORECASE,
)
_CHANGE_SUBJECT: Final = re.compile(r"\b(?:that|said|says|which)\b", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Giver:
    """A pledger; ``person`` where the words name somebody who acts for it; ``firm`` where the grammar says so."""

    actor: Actor
    span: Span
    person: bool = False
    firm: bool = True


class Givers:
    """Finds pledgers."""

    def __init__(self, selves: Sequence[str]) -> None:
        self._self = re.compile(rf"(?<![\w’'-]){any_of(selves)}(?![\w’'])", re.IGNORECASE)

    def find(
        self, article: PledgeArticle, governed: Governed, sentence: Span, last: Actor | None
    ) -> Giver | None:
        """Give the pledger of ``governed``; ``last`` is the pledger that the article spoke of before."""
        span = governed.mention.quantity.span
        assert span is not None
        steps: tuple[Callable[[PledgeArticle, Governed, Span, Span], Giver | None], ...] = (
            self._listed,
            self._by_verb,
            self._from,
        )
        for step in steps:
            giver = step(article, governed, sentence, span)
            if giver is not None:
                return giver
        return self._spoken_for(article, governed, sentence, span, last)

    def _listed(self, article: PledgeArticle, governed: Governed, sentence: Span, span: Span) -> Giver | None:
        """Take "Germany ($245 million)", "the UK with $123 million", "France: EUR 50 million"."""
        near = article.nominals_in(max(sentence[0], span[0] - 80), span[0])
        for nominal in reversed(near):
            if nominal.person or nominal.adjective:
                continue
            gap = article.text[nominal.span[1] : span[0]]
            return Giver(nominal.actor, nominal.span) if _LIST_TAIL.fullmatch(gap) else None
        return None

    def _by_verb(
        self, article: PledgeArticle, governed: Governed, sentence: Span, span: Span
    ) -> Giver | None:
        cue, frame = governed.cue, governed.frame
        if cue is None:
            return None
        if cue.group == "come":
            return self._after(article, _FROM, cue.span[1], sentence[1]) or self._fronted(
                article, sentence, cue.span[0]
            )
        if cue.group == "receive":
            return self._after(article, _FROM, cue.span[1], sentence[1])
        if frame.passive or (not governed.before and cue.form == "past" and not frame.perfect):
            found = self._after(article, _BY, cue.span[1], sentence[1])
            if found or frame.passive:
                return found
        return self._subject(article, governed, sentence, cue.span[0])

    def _after(self, article: PledgeArticle, pattern: re.Pattern[str], start: int, end: int) -> Giver | None:
        for nominal in article.nominals_in(start, end):
            if not nominal.adjective and pattern.search(
                article.text, max(start - 1, nominal.span[0] - 60), nominal.span[0]
            ):
                return Giver(nominal.actor, nominal.span, nominal.person)
        return None

    def _fronted(self, article: PledgeArticle, sentence: Span, end: int) -> Giver | None:
        """Take "From the United States came $17.5 million"."""
        for nominal in reversed(article.nominals_in(sentence[0], end)):
            if re.search(
                r"\bfrom\s+(?:the\s+)?$",
                article.text[max(sentence[0], nominal.span[0] - 12) : nominal.span[0]],
                re.IGNORECASE,
            ):
                return Giver(nominal.actor, nominal.span)
        return None

    def _subject(self, article: PledgeArticle, governed: Governed, sentence: Span, at: int) -> Giver | None:
        """Walk back from the verb to the nearest nominal that can be its subject."""
        wish = governed.frame.wish or (governed.cue is not None and governed.cue.group == "propose")
        pronoun = max((m.end() for m in self._self.finditer(article.text, sentence[0], at)), default=-1)
        candidates = [
            n
            for n in article.nominals_in(sentence[0], at)
            if _subject_like(article.text, n, sentence, wish=wish)
        ]
        if not candidates:
            return None
        nearest = candidates[-1]
        if pronoun > nearest.span[1]:
            return None
        return Giver(nearest.actor, nearest.span, nearest.person)

    def _from(self, article: PledgeArticle, governed: Governed, sentence: Span, span: Span) -> Giver | None:
        """Take "$100 Million From UAE", "pledged by Yoon" and "the Spanish package"."""
        end = governed.own[1]
        found = self._after(article, _FROM, span[1], end) or self._after(article, _BY, span[1], end)
        if found is not None:
            return found
        for nominal in reversed(article.nominals_in(sentence[0], span[0])):
            after = article.text[nominal.span[1] : nominal.span[1] + 3]
            if _POSSESSIVE.match(after) and not _PREPOSITION.search(
                article.text, max(sentence[0], nominal.span[0] - 24), nominal.span[0]
            ):
                return Giver(nominal.actor, nominal.span, nominal.person)
        return None

    def _spoken_for(
        self, article: PledgeArticle, governed: Governed, sentence: Span, span: Span, last: Actor | None
    ) -> Giver | None:
        """Fall back on whom the speaker speaks for, then on who was spoken of before."""
        quotation = article.quotation_at(span[0])
        for source in (quotation, article.reported_at(span[0])):
            actor = article.org_of(source.speaker) if source else None
            if actor is not None and (
                source is quotation or self._self.search(article.text, *governed.clause) or last is None
            ):
                return Giver(actor, span, person=True, firm=False)
        subjects = [
            n for n in article.nominals_in(*sentence) if _subject_like(article.text, n, sentence, wish=False)
        ]
        if subjects and subjects[0].span[0] < span[0]:
            return Giver(subjects[0].actor, subjects[0].span, subjects[0].person, firm=False)
        if last is not None:
            return Giver(last, span, firm=False)
        if subjects:
            return Giver(subjects[0].actor, subjects[0].span, subjects[0].person, firm=False)
        return None


def _subject_like(text: str, nominal: Nominal, sentence: Span, *, wish: bool) -> bool:
    if nominal.adjective:
        return False
    low = max(sentence[0], nominal.span[0] - 40)
    if wish and _ADDRESS.search(text, low, nominal.span[0]):
        return True
    if _OF_GROUP.search(text, low, nominal.span[0]):
        return True
    return not _PREPOSITION.search(text, low, nominal.span[0])
