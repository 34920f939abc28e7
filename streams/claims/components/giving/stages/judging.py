"""How far a draft's pledge has come: a figure with its giver in, stage, operation and polarity out.

The verb tells it, else what was told before; then what the sentence says of those who had
to agree, and of what became of the sum since.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.stages import decisions
from streams.claims.components.giving.stages.by_verb import Progress, progress_of, stands
from streams.claims.components.giving.stages.turning import on_hold
from streams.claims.components.giving.takers.investments import INVESTS
from streams.claims.components.text.keyed import Keyed

_DRAFT: Final = Keyed(
    "draft", r"\bdraft\s+(?:\w+\s+)?(?:budget|law|bill|plan|decision|resolution)\b", re.IGNORECASE
)
# "its aid stood at $5m last year"
_STOOD: Final = re.compile(r"\b(?:stood at|amounted to|came to|totall?ed|was|were)\b", re.IGNORECASE)
_THEN: Final = re.compile(r"\b(?:last year|the year before|in the past)\b", re.IGNORECASE)
_HAS: Final = re.compile(r"\s+(?:has|have|had)\s")


def judged(
    article: PledgeArticle, governed: Governed, sentence: Span, giver: Giver, context: Context
) -> Progress:
    """Judge how far it has come; what stands in a draft or still waits for a yes is proposed."""
    progress = _told(article, governed, sentence, giver, context)
    words = article.words
    if progress.operation != "assert" or progress.stage in ("proposed", "delivered"):
        return progress
    if on_hold(words, governed):
        return progress._replace(operation="withdraw")
    if decisions.handed_since(words, governed, sentence):
        return progress._replace(stage="delivered")
    drafted = progress.stage != "committed" and _DRAFT.search(words, *governed.clause)
    if drafted or (not _vowed(governed, giver) and decisions.waits(words, governed, sentence)):
        return progress._replace(stage="proposed")
    if progress.stage != "allocated" and decisions.decided(words, governed, sentence):
        return progress._replace(stage="allocated")
    return progress


def own_wish(text: str, governed: Governed) -> bool:
    """Tell what a giver wants to put its own money into: "wants to invest $6bn in Chad"."""
    cue = governed.cue
    if cue is None or cue.lemma not in INVESTS or governed.frame.negated or not governed.before:
        return False
    return bool(_WANTS_TO.search(text, max(0, cue.span[0] - _WANTS_MAX), cue.span[0]))


_WANTS_TO: Final = re.compile(r"\b(?:wants?|(?:would|['’]d)\s+like)\s+to\s+(?:\w+ly\s+|also\s+)?$")
_WANTS_MAX: Final = 30  # characters


def _vowed(governed: Governed, giver: Giver) -> bool:
    """Tell what was outright promised, or is a part of what was."""
    cue = governed.cue
    return giver.follows or (cue is not None and cue.group in ("pledge", "commit"))


def _told(
    article: PledgeArticle, governed: Governed, sentence: Span, giver: Giver, context: Context
) -> Progress:
    """Judge by the verb; where none of its own says so, as far as what was told before it."""
    cue, said = governed.cue, context.said
    follows = giver.follows or (cue is None and governed.mention.unlisted)  # doses came, "9,000 from the EU"
    if follows and said is not None and (cue is None or governed.before or _goes(governed)):
        return said.progress
    aside = giver.beside and cue is not None and giver.span[1] <= cue.span[0] and governed.before
    aside = aside and article.text[giver.span[1]] in ",("
    # "followed by France with €70m"; what has landed is there
    ranks = giver.beside and cue is not None and cue.group == "come" and cue.lemma != "land"
    if ranks and governed.before:
        goes_on = sentence[0] <= (said.span[0] if said else 0) or governed.mention.unlisted
        return said.progress if said is not None and goes_on else Progress("pledged")
    together = giver.beside and not giver.follows and giver.actor.id == DONORS.id
    if cue is not None and not (aside or together):  # "the total reached €5 million" of promises
        return progress_of(article.words, governed, pledging=context.pledging, promising=context.promising)
    gap = article.text[giver.span[1] : governed.start] if giver.beside else ""
    if cue is None and (_HAS.match(gap) or _stood(article.text, governed, sentence)):
        return Progress("delivered")  # "has splashed out £12bn"
    if aside and said is not None and sentence[0] <= said.span[0]:
        return said.progress
    return Progress("pledged")


def _goes(governed: Governed) -> bool:
    """Tell "of this €3m goes to schools", which says nothing of how far the whole has come."""
    cue = governed.cue
    return cue is not None and cue.lemma == "go" and cue.form == "third" and not governed.frame.future


def _stood(text: str, governed: Governed, sentence: Span) -> bool:
    """Tell a sum that help stands at, or stood at last year."""
    if stands(text, governed, sentence):
        return True
    return bool(_STOOD.search(text, *governed.clause) and _THEN.search(text, *governed.clause))
