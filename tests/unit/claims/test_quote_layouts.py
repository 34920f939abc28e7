"""What pages do with quotation marks: a quotation is found with its speaker in every layout.

Each text stands behind a lead that introduces Anna Berg, or is a headline that names her.
"""

import re

import pytest

from tests.unit.claims.annotating import annotate

LEAD = "Oslo talks end\n\nNorway's finance minister, Anna Berg, met reporters in Oslo.\n\n"
HELP = "We need the help that was promised"
SOON = "we need it before the winter comes"
# fmt: off
LAYOUTS = [
    ('tex', f"``{HELP},'' said Berg.", [HELP]),
    ('two singles', f"''{HELP},'' said Berg.", [HELP]),
    ('&quot;', f'&quot;{HELP},&quot; said Berg.', [HELP]),
    ('&ldquo;', f'&ldquo;{HELP},&rdquo; said Berg.', [HELP]),
    ('&#8220;', f'&#8220;{HELP},&#8221; said Berg.', [HELP]),
    ('&#39;', f'&#39;{HELP},&#39; said Berg.', [HELP]),
    ('mojibake', f'â€œ{HELP},â€\x9d said Berg.', [HELP]),
    ('mojibake2', f'â€œ{HELP},â€ said Berg.', [HELP]),
    ('mojibake single', f'â€˜{HELP},â€™ said Berg.', [HELP]),
    ('c1 marks', f'\x93{HELP},\x94 said Berg.', [HELP]),
    ('single curly apos', f'‘{HELP}, and we don’t need the allies’ pity,’ said Berg.', [f'{HELP}, and we don’t need the allies’ pity']),
    ('single straight apos', f"'{HELP}, and we don't need the allies' pity,' said Berg.", [f"{HELP}, and we don't need the allies' pity"]),
    ('no close', f'“{HELP}, said Berg. The talks go on.', [HELP]),
    ('no close 2', f'"{HELP}," said Berg. "We don\'t ask for more. The talks go on.\n\nThe second day of the talks was quiet.', [HELP, "We don't ask for more. The talks go on"]),
    ('doubled curly', f'““{HELP},”” said Berg.', [HELP]),
    ('straight+curly', f'"“{HELP},”" said Berg.', [HELP]),
    ('spaces in curly', f'“ {HELP}, ” said Berg.', [HELP]),
    ('spaces in straight', f'" {HELP} , " said Berg. " We cannot wait for ever . " The talks go on.', [HELP, 'We cannot wait for ever']),
    ('space before close', f'"{HELP}, " Berg said. "We cannot wait for ever. "', [HELP, 'We cannot wait for ever']),
    ('guillemets nb', f'«\xa0{HELP}\xa0», said Berg.', [HELP]),
    ('single guill', f'‹{HELP}›, said Berg.', [HELP]),
    ('typed guill', f'<<{HELP}>>, said Berg.', [HELP]),
    ('low straight', f'„{HELP}", said Berg.', [HELP]),
    ('commas low', f",,{HELP}'' said Berg.", [HELP]),
    ('commas low2', f',,{HELP}”, said Berg.', [HELP]),
    ('primes', f'″{HELP},″ said Berg.', [HELP]),
    ('single primes', f'′{HELP},′ said Berg.', [HELP]),
    ('fullwidth', f'＂{HELP},＂ said Berg.', [HELP]),
    ('cjk', f'「{HELP},」 said Berg.', [HELP]),
    ('cjk2', f'〝{HELP},〞 said Berg.', [HELP]),
    ('heavy', f'❝{HELP},❞ said Berg.', [HELP]),
    ('interrupted', f'"{HELP}," Berg said, "and {SOON}."', [HELP, f'and {SOON}']),
    ('interrupted single', f"'{HELP},' Berg said, 'and {SOON}.'", [HELP, f'and {SOON}']),
    ('reopened', f'“{HELP}.\n\n“And {SOON},” said Berg.', [f'{HELP}.', f'And {SOON}']),
    ('reopened straight', f'"{HELP}.\n\n"And {SOON}," said Berg.', [f'{HELP}.', f'And {SOON}']),
    ('runs on', f'“{HELP}.\n\nAnd {SOON},” said Berg.', [f'{HELP}.\n\nAnd {SOON}']),
    ('headline colon', f'Anna Berg: ‘{HELP}’\n\nOSLO – The talks go on.', [HELP]),
    ('headline colon2', f'‘{HELP}’: Anna Berg appeals to allies\n\nOSLO – The talks go on.', [HELP]),
    ('headline says', f"'{HELP}', says Anna Berg\n\nOSLO – The talks go on.", [HELP]),
    ('headline dash', f'"{HELP}" – Anna Berg\n\nOSLO – The talks go on.', [HELP]),
    ('headline pipe', f'"{HELP}" | Anna Berg\n\nOSLO – The talks go on.', [HELP]),
    ('nested same', f'"He told me "{HELP}" and left the room," said Berg.', [f'He told me "{HELP}" and left the room']),
    ('nested same curly', f'“He told me “{HELP}” and left the room,” said Berg.', [f'He told me “{HELP}” and left the room']),
    ('nested end', f'“He told me: ‘{HELP}.’” Berg said no more.', [f'He told me: ‘{HELP}']),
    ('nested end same', f'“He told me: “{HELP}.”” said Berg.', [f'He told me: “{HELP}']),
    ('inch', f'The 6" guns are old. "{HELP}," said Berg.', [HELP]),
    ('decade', f"Since the '90s nothing was paid. '{HELP},' said Berg.", [HELP]),
    ('markdown em', f'*“{HELP},”* said Berg.', [HELP]),
    ('markdown em in', f'“*{HELP},*” said Berg.', [HELP]),
    ('markdown strong', f'**"{HELP},"** said Berg.', [HELP]),
    ('underscore', f'_"{HELP},"_ said Berg.', [HELP]),
    ('br', f'“{HELP},”<br>said Berg.', [HELP]),
    ('em tag', f'<em>“{HELP},”</em> said Berg.', [HELP]),
    ('em tag in', f'“<em>{HELP},</em>” said Berg.', [HELP]),
    ('q tag', f'<q>{HELP},</q> said Berg.', [HELP]),
    ('no space after', f'“{HELP},”said Berg.', [HELP]),
    ('no space after straight', f'"{HELP},"said Berg.', [HELP]),
    ('no space before', f'The talks go on.“{HELP},” said Berg.', [HELP]),
    ('no space before straight', f'The talks go on."{HELP}," said Berg.', [HELP]),
    ('said no space', f'Berg said“{HELP}.”', [HELP]),
    ('said no space straight', f'Berg said"{HELP}."', [HELP]),
    ('said:no space', f'Berg said:“{HELP}.”', [HELP]),
    ('break before close', f'“{HELP},\n” said Berg.', [HELP]),
    ('break after open', f'“\n{HELP},” said Berg.', [HELP]),
    ('hard wrapped', '“We need the help\nthat was promised\nand we need it\nbefore the winter\ncomes to our towns\nand villages and\nfarms and everything\nelse that we own,”\nsaid Berg.', ['We need the help\nthat was promised\nand we need it\nbefore the winter\ncomes to our towns\nand villages and\nfarms and everything\nelse that we own']),
    ('ellipsis', f'“…{HELP}…” said Berg.', [HELP]),
    ('brackets', '“[W]e need the help that was promised,” said Berg.', ['W]e need the help that was promised']),
    ('figure', '"$40 billion is not enough for us," said Berg.', ['40 billion is not enough for us']),
    ('signed', f'“{HELP}.”\n\n— Anna Berg, finance minister', [HELP]),
    ('signed2', f'“{HELP}.”\nAnna Berg, finance minister', [HELP]),
    ('put it', f'As Berg put it: "{HELP}."', [HELP]),
    ('nested unclosed', f'“{HELP},” Berg said. “It’s ‘now or never,’ she added.', [HELP, 'It’s ‘now or never']),
    ('adding', f'"{HELP}," Berg said, adding: "And {SOON}".', [HELP, f'And {SOON}']),
    ('open double close single', f'"{HELP},\' said Berg.', [HELP]),
    ('open single close double', f'\'{HELP}," said Berg.', [HELP]),
    ('open curly close single', f'“{HELP},’ said Berg.', [HELP]),
    ('open single curly close double', f'‘{HELP},” said Berg.', [HELP]),
    ('open curly close two singles', f"“{HELP},'' said Berg.", [HELP]),
    ('open curly close two curly singles', f'“{HELP},’’ said Berg.', [HELP]),
    ('two curly singles', f'‘‘{HELP},’’ said Berg.', [HELP]),
    ('open curly close straight', f'“{HELP}," said Berg.', [HELP]),
    ('open straight close curly', f'"{HELP},” said Berg.', [HELP]),
    ('escaped', f'\\"{HELP},\\" said Berg.', [HELP]),
    ('csv doubled', f'""{HELP},"" said Berg.', [HELP]),
    ('missing open', f'{HELP}," said Berg. The talks go on.', [HELP]),
    ('missing open curly', f'{HELP},” said Berg. The talks go on.', [HELP]),
    ('missing open second', f'“{HELP},” said Berg. And {SOON},” she added.', [HELP, f'And {SOON}']),
    ('straight single closed curly', f"'{HELP},’ said Berg.", [HELP]),
    ('acute', f'´{HELP},´ said Berg.', [HELP]),
    ('grave', f'`{HELP},` said Berg.', [HELP]),
    ('grave acute', f'`{HELP},´ said Berg.', [HELP]),
    ('grave apos', f"`{HELP},' said Berg.", [HELP]),
    ('nbsp', f'“\xa0{HELP},\xa0” said Berg.', [HELP]),
    ('zero width', f'\u200b“{HELP},”\u200b said Berg.', [HELP]),
    ('zero width in', f'“\u200b{HELP},\u200b” said Berg.', [HELP]),
    ('thin space', f'“\u2009{HELP},\u2009” said Berg.', [HELP]),
    ('colon list', f'Berg said:\n\n“{HELP}.”', [HELP]),
    ('colon bullets', f'Berg said:\n- "{HELP}."\n- "And {SOON}."', [HELP, f'And {SOON}']),
    ('md block', f'Berg said:\n\n> {HELP}, and {SOON}.\n\nThe talks go on.', [f'{HELP}, and {SOON}']),
    ('md block marks', f'Berg said:\n\n> “{HELP}, and {SOON}.”\n\nThe talks go on.', [f'{HELP}, and {SOON}']),
    ('dash dialogue', f'– {HELP}, said Berg.', [HELP]),
    ('dash dialogue 2', f'– {HELP}. And {SOON}, says Anna Berg, finance minister.', [f'{HELP}. And {SOON}']),
    ('dash dialogue en', f'- {HELP}, Berg said.', [HELP]),
    ('em dash dialogue', f'— {HELP}, — said Berg.', [HELP]),
    ('two in a row', f'“{HELP}.”\n\n“And {SOON},” said Berg.', [HELP, f'And {SOON}']),
    ('apostrophe start', '"\'Tis the help that was promised," said Berg.', ['Tis the help that was promised']),
    ('question', '“Who else will give what was promised?” asked Berg.', ['Who else will give what was promised']),
    ('question out', '“Who else will give what was promised”? asked Berg.', ['Who else will give what was promised']),
    ('semicolon tag', f'“{HELP}”; Berg said.', [HELP]),
    ('dash tag', f'“{HELP}” – said Berg.', [HELP]),
    ('paren', f'(“{HELP},” said Berg.)', [HELP]),
    ('that quote', 'Berg said that “we need the help that was promised” and left.', ['we need the help that was promised']),
    ('quote unquote straight apost inside', "Berg said: 'It isn't what the EU's members promised us'.", ["It isn't what the EU's members promised us"]),
    ('single then possess', f'‘{HELP},’ said Berg of the allies’ plan. ‘We need it before the winter comes,’ she added.', [HELP, 'We need it before the winter comes']),
    ('headline single w/ apostrophe', "'We'll need the help that's been promised': Anna Berg\n\nOSLO – The talks go on.", ["We'll need the help that's been promised"]),
]
# fmt: on
# Lists and links that only look like speech.
NO_SPEECH = [
    "– Norway gives more, Berg said.\n– Sweden gives less, Lind said.",
    "- The budget was passed on Monday, said Berg.",
    "Berg said:\n\nThe budget was passed on Monday.",
    "> Read more: Norway gives more",
    "The pipe is 6'' wide, and the guns of the '90s are 8\" wide.",
    "The list `pledges` and a <b>bold</b> word stand here.",
]


def _bare(words: str) -> str:
    return re.sub(r"^\W+|\W+$", "", words)


@pytest.mark.parametrize(
    ("text", "expected"), [layout[1:] for layout in LAYOUTS], ids=[layout[0] for layout in LAYOUTS]
)
def test_a_quotation_is_found_whatever_its_marks(text: str, expected: list[str]) -> None:
    text = text if "Anna Berg" in text and "OSLO" in text else LEAD + text
    quotations = [q for q in annotate(text)._.quotations if not q.scare]
    assert [_bare(text[slice(*q.span)]) for q in quotations] == [_bare(words) for words in expected]
    assert {q.speaker and q.speaker.name for q in quotations} == {"Anna Berg"}


@pytest.mark.parametrize("text", NO_SPEECH)
def test_lists_and_measures_are_no_speech(text: str) -> None:
    assert [q for q in annotate(LEAD + text)._.quotations if not q.scare] == []
