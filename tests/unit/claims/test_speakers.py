import pytest

from tests.unit.claims.annotating import annotate


def speakers(text: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in annotate(text)._.quotations if not q.scare]


# What a rule must read, three times or more, and what it must not.
AFTER = [
    ("“We will pay what we owe,” said Marta Lind.", "Marta Lind"),
    ("“We will pay what we owe,” Marta Lind said.", "Marta Lind"),
    ("“We will pay what we owe,” says Marta Lind, head of the relief agency.", "Marta Lind"),
    ("“We will pay what we owe,” the agency's head, Marta Lind, told reporters.", "Marta Lind"),
    ("“We will pay what we owe,” joked the works manager, Marta Lind.", "Marta Lind"),
    ("“We will pay what we owe,” Ms Lind, who chairs the board, told the BBC.", "Lind"),
    ("“We will pay what we owe,” Marta Lind of Oxfam said.", "Marta Lind"),
    ("“We will pay what we owe,” according to Marta Lind.", "Marta Lind"),
    ("Minister Marta Lind, who met Carl Odd, said: “We will pay what we owe.”", "Marta Lind"),
    ("“We will pay what we owe,” says Oberholzer.", "Oberholzer"),
    ("“We will pay what we owe,” Oberholzer said in Bern.", "Oberholzer"),
    ("“We will pay what we owe,” recalled Oberholzer, who has seen it all.", "Oberholzer"),
    ("“We will pay what we owe,” said in Geneva the envoy Marta Lind.", "Marta Lind"),
    ("“We will pay what we owe,” said on Monday the envoy Marta Lind.", "Marta Lind"),
    ("“We will pay what we owe,” said one of the fishermen, Pita Lolo.", "Pita Lolo"),
    ("“We will pay what we owe,” says one of its young directors, Pita Lolo.", "Pita Lolo"),
    ("“We will pay what we owe,” added another of the island's teachers, Pita Lolo.", "Pita Lolo"),
    ("Maj. Gen. Pita Lolo said: “We will pay what we owe.”", "Pita Lolo"),
    ("Lt. Col. Pita Lolo said the fund “will pay what it owes”.", "Pita Lolo"),
    ("Prof. Dr. Pita Lolo said: “We will pay what we owe.”", "Pita Lolo"),
    (
        "Marta Lind, who was until May the head of the agency, told the BBC: “We will pay it all.”",
        "Marta Lind",
    ),
    ("Minister Marta Lind, whose brother is a minister, said: “We will pay what we owe.”", "Marta Lind"),
    (
        "In a post on Telegram, Minister Marta Lind thanked Mali. “We will pay what we owe,” the post read.",
        "Marta Lind",
    ),
    ("Minister Marta Lind wrote to the board. “We will pay what we owe,” the letter said.", "Marta Lind"),
]
BEFORE = [
    ("“We will pay what we owe,” a woman named Marta Lind said.", "Marta Lind"),
    ("“We will pay what we owe,” Marta Lind from the charity said.", "Marta Lind"),
    ("“We will pay what we owe,” said the head of the country's relief agency, Marta Lind.", "Marta Lind"),
    ("Minister Marta Lind left. Her answer: “We will pay what we owe.”", "Marta Lind"),
    ("Minister Marta von der Lind left. “We will pay,” said von der Lind.", "Marta von der Lind"),
    ("Marta Lind said: “We will pay what we owe.”", "Marta Lind"),
    ("Speaking in Oslo, Minister Marta Lind said, “We will pay what we owe.”", "Marta Lind"),
    ("Marta Lind told Reuters that the fund “will pay what it owes”.", "Marta Lind"),
    ("According to Minister Marta Lind, the fund “will pay what it owes”.", "Marta Lind"),
    ("According to a report by Oxfam's Pita Lolo, it “will pay what it owes”.", "Pita Lolo"),
    ("According to a note from Minister Marta Lind, it “will pay what it owes”.", "Marta Lind"),
    ("According to a new study by Marta Lind of Oxfam, it “will pay what it owes”.", "Marta Lind"),
    ("Minister Lind: “We will pay what we owe.”", "Lind"),
    ("Minister Marta Lind was blunter: “We will pay what we owe.”", "Marta Lind"),
    ("Marta Lind, of the campaign group Open Doors, said: “We will pay what we owe.”", "Marta Lind"),
    ("Ed Osei-Grant, from the charity Wells, told us: “We will pay what we owe.”", "Ed Osei-Grant"),
    ("Ed Osei-Grant, of the island trade union Sole, warned: “We will pay what we owe.”", "Ed Osei-Grant"),
    (
        "Source: Latvian minister Marta Lind in an interview with Radio Riga\n\nQuote: “We will pay what we owe.”",
        "Marta Lind",
    ),
    (
        "Source: Marta Lind, minister of Mali, on the channel Radio Riga\nDetails: According to her, it is late.\nQuote: “We will pay what we owe.”",
        "Marta Lind",
    ),
    ("Minister Marta Lind called it “a drop in the ocean of need”.", "Marta Lind"),
]
LATER = [
    ("It will take “years and years, not months” to rebuild, Marta Lind said.", "Marta Lind"),
    ("The fund “will pay what it owes to all”, Minister Marta Lind added.", "Marta Lind"),
    ("“We have the will to do it,” the senator heard from Minister Marta Lind.", "Marta Lind"),
]
ELSEWHERE = [
    ("“We will pay what we owe” – Marta Lind, Norway", "Marta Lind"),
    ("“We will pay what we owe,” Minister Marta Lind was quoted as saying by Xinhua.", "Marta Lind"),
    ("“We will pay what we owe,” Minister Marta Lind is quoted as saying.", "Marta Lind"),
    ("“We will pay what we owe,” Minister Marta Lind was cited as saying in a release.", "Marta Lind"),
    ("“We will pay what we owe,” was the answer of Minister Marta Lind.", "Marta Lind"),
    ("“We will pay what we owe,” was Minister Marta Lind's reply.", "Marta Lind"),
    ("In Minister Marta Lind's view it is “far too small for what lies ahead”.", "Marta Lind"),
    ("“We will pay what we owe.” With these words Marta Lind, the minister, left.", "Marta Lind"),
]
NAMELESS = [
    "“We will pay what we owe,” a senior official said on condition of anonymity.",
    "“We will pay what we owe,” the ministry said in a statement.",
    "“We will pay what we owe,” said Keir Starmer's spokesman.",
    "“We will pay what we owe,” one aid worker told Reuters.",
    "Minister Carl Odd left. “We will pay what we owe,” said the rider.",
    "“We will pay what we owe,” said one of the fishermen.",
    "Minister Carl Odd left.\n\n“We will pay what we owe,” one of the protesters shouted.",
    "Minister Carl Odd left.\n\n“We will pay what we owe,” reads a sign at the door.",
    "Minister Carl Odd left.\n\n“We will pay what we owe,” a spokeswoman for Odd said.",
    "According to a report from Oxfam, it “will pay what it owes to the people of the two islands”.",
    "According to a letter seen by Reuters, it “will pay what it owes to the people of the islands”.",
    "Anna Odessi left. “We will pay what we owe,” a rider said.",
    "The Tour Alpin begins. “We will pay what we owe,” Alpine riders said.",
    "Source: press service of the ministry\nQuote: “We will pay what we owe.”",
]


@pytest.mark.parametrize(("text", "speaker"), AFTER + BEFORE + LATER + ELSEWHERE)
def test_a_quotation_has_the_speaker_that_the_text_names(text: str, speaker: str) -> None:
    found = [name for name in speakers(text) if name]
    assert set(found) == {speaker}


@pytest.mark.parametrize("text", NAMELESS)
def test_a_quotation_of_somebody_unnamed_has_no_name(text: str) -> None:
    assert speakers(text) == [None]


def test_an_unnamed_official_keeps_role_and_organisation() -> None:
    (quotation,) = annotate("“We will pay what we owe,” a senior NATO official said.")._.quotations
    assert (quotation.speaker.role, quotation.speaker.org) == ("senior official", "NATO allies")


CARRIED = [
    ("“We will pay,” said Marta Lind. “It will take a year at least.”", ["Marta Lind", "Marta Lind"]),
    (
        "“If we fail now,” Guterres told them, “the cost will be higher.”",
        ["António Guterres", "António Guterres"],
    ),
    (
        "“We will pay in May,” Marta Lind said.\n\n“It will take a year at least.”",
        ["Marta Lind", "Marta Lind"],
    ),
    (
        (
            "Finance Minister Marta Lind opened the debate.\n\n"
            "“We have paid our share of it.\n\n“Now others must do the same.”"
        ),
        ["Marta Lind"] * 2,
    ),
    ("Commissioner Marta Lind promises homes. “We can't build all of them alone.”", ["Marta Lind"]),
    ("The word of the day goes to minister Marta Lind. “We will pay what we owe.”", ["Marta Lind"]),
    ("Money will come, Minister Marta Lind says, by May. “We begin with all of the pipes.”", ["Marta Lind"]),
    ("Minister Marta Lind said: ‘We pay all.\n\n‘Then we ask what for.’", ["Marta Lind"] * 2),
    (
        '"We pay our share.\n\n"Then we ask what for," said Minister Marta Lind. "Then we go home for good."',
        ["Marta Lind"] * 3,
    ),
    ("“We will pay our share” and “we will pay in May”, Marta Lind said.", ["Marta Lind", "Marta Lind"]),
    ("Minister Anna Berg met John Low. “We will pay our share of it,” Dame Anna said.", ["Anna Berg"]),
    ("Prime Minister Sir Ole Dahl came. “We will pay our share of it,” Sir Ole said.", ["Ole Dahl"]),
    ("“We will pay our share of it,” Sir Keir said.\n\nPrime Minister Keir Starmer left.", ["Keir Starmer"]),
    ("Minister Anna Berg left. “We will pay our share of it,” said Dame Judith.", ["Judith"]),
    ("“We will pay in May,” Marta Lind said. “They never will,” said Carl Odd.", ["Marta Lind", "Carl Odd"]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_quotation_without_a_cue_goes_on_with_its_speaker(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


# Part of a name, a pronoun past somebody else, a description.
PARTS = [
    ("Minister Cris Kacita Osako came. “None of it came,” said Kacita.", "Cris Kacita Osako"),
    ("Minister Emeka Lund-Okafor came. “None of it came,” Okafor said.", "Emeka Lund-Okafor"),
    ("Coordinator Hanaa al-Tom came. “None of it came,” said al-Tom.", "Hanaa al-Tom"),
    ("Minister Micheál Martin came. Martin described it as “the backbone of all”.", "Micheál Martin"),
    ("Minister Rosa Simon came. “None of it came,” Simon said.", "Rosa Simon"),
    ("“None came,” Mr Berg said. Asked by Ann Lund why, he replied: “It came too late.”", "Berg"),
    ("Mr. OGAWA Hidetoshi, the Ambassador, came. “None came,” Ambassador Ogawa said.", "Ogawa Hidetoshi"),
    ("Minister Ola Berg came. “None came,” the 58-year-old told a rally.", "Ola Berg"),
    ("Minister Ola Berg came. “None came,” said the Norwegian.", "Ola Berg"),
    ("Prime Minister Ola Berg came. “None came,” the head of government said.", "Ola Berg"),
    ("Education CS Ola Berg came. “None came,” the Cabinet Secretary said.", "Ola Berg"),
    ("Party spokesperson Ola Berg came. “None came,” the spokesman said.", "Ola Berg"),
    ("The European Commissioner, Ola Berg, came. “None came,” the European official said.", "Ola Berg"),
    ("It was chaired by Minister Ola Berg. “None came,” he said.", "Ola Berg"),
    (
        "Premier Ola Berg came. Under former premier Ann Lund none came. “None came,” the premier said.",
        "Ola Berg",
    ),
    ("Former minister Ann Lund met Minister Ola Berg. “None came,” the minister said.", "Ola Berg"),
    ("Former minister Ann Lund came. “None came,” the former minister said.", "Ann Lund"),
    ("Minister Ola Berg met ex-minister Ann Lund. “None came,” the ex-minister said.", "Ann Lund"),
    ("A protest leader, Ola Berg, came. “None came,” he said.", "Ola Berg"),
    ("Berg, the Norwegian state secretary, said that “none of it came”.", "Berg"),
    ("Wilma Adhiambo, whose son is eight, stayed. “None of it came,” she told the BBC.", "Wilma Adhiambo"),
]
MEANT = [
    (
        "Minister Marta Lind met envoys. “We will pay what we owe,” she told the summit, which Ann Berg led.",
        "Marta Lind",
    ),
    (
        "Minister Carl Odd met envoys. “We will pay what we owe,” he told the hall, where Ann Berg and Ed Osei sat.",
        "Carl Odd",
    ),
    (
        "Investor Michael Church met envoys. “We will pay what we owe,” Church wrote in an op-ed.",
        "Michael Church",
    ),
    (
        "Minister Carl Odd met envoys. “We will pay what we owe,” he said, quoting Minister Marta Lind.",
        "Marta Lind",
    ),
    ("Giorgia Meloni met Olaf Scholz. “We pay our own bills,” she said.", "Giorgia Meloni"),
    ("Giorgia Meloni met Olaf Scholz. “We pay our own bills,” he said.", "Olaf Scholz"),
    ("Minister Carl Odd praised Maria Sund, a nurse. “We pay our own bills,” he said.", "Carl Odd"),
    ("Macron met Scholz. “We pay our own bills,” the chancellor said.", "Olaf Scholz"),
    ("Rishi Sunak came to Riga. “We pay our own bills,” the PM said.", "Rishi Sunak"),
    ("Macron met Scholz. “We pay our own bills,” the French president said.", "Emmanuel Macron"),
    ("“We pay our own bills,” the UN chief said. António Guterres was in Geneva.", "António Guterres"),
    ("Bram Odessi won alone.\n\n“I heard no radio up there,” Odessi grinned at the finish.", "Bram Odessi"),
    ("Bram Odessi won alone.\n\n“I heard no radio up there,” shrugged Odessi.", "Bram Odessi"),
    ("“I heard no radio up there,” Odessi sighed. The win was Bram Odessi's third.", "Bram Odessi"),
    ("Anna Odessi won alone. “I heard no radio up there,” said the rider.", "Anna Odessi"),
    ("Anna Odessi, a mother of two, stayed. “We heard no radio up there,” said the farmer.", "Anna Odessi"),
    ("“So it was,” Anna Odessi said. “We heard no radio up there,” the cellist added.", "Anna Odessi"),
    ("Minister Anna Berg resigned. “We pay our own bills,” her letter says.", "Anna Berg"),
]


@pytest.mark.parametrize(("text", "speaker"), MEANT + PARTS)
def test_a_pronoun_or_a_role_means_a_person_of_the_article(text: str, speaker: str) -> None:
    assert set(speakers(text)) == {speaker}


def test_a_first_hand_source_speaks_and_the_agency_does_not() -> None:
    assert speakers("Stoltenberg told AFP that allies “have to be prepared for more”.") == [
        "Jens Stoltenberg"
    ]


def test_a_set_phrase_that_nobody_says_is_no_statement() -> None:
    assert speakers("Leaders pledged the money “within the next year” at the summit.") == []


REPORTED = [
    ("Marta Lind said that Norway will pay €3 million.", "Marta Lind", "Norway will pay €3 million"),
    ("Norway will pay €3 million, Minister Marta Lind said.", "Marta Lind", "Norway will pay €3 million"),
    (
        "According to Minister Marta Lind, Norway will pay €3 million.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    ("Minister Marta Lind announced €3 million for Mali.", "Marta Lind", "€3 million for Mali"),
    (
        "Norway will pay €3 million, as Minister Marta Lind agreed.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million. It was announced on Monday by Minister Marta Lind.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million. This was said on 4 May in Oslo by Minister Marta Lind.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million. The announcement was made by Minister Marta Lind.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Minister Marta Lind met reporters. By her account Norway will pay €3 million to Mali.",
        "Marta Lind",
        "Norway will pay",
    ),
    (
        "Minister Carl Odd met reporters. In his own words, Norway will pay €3 million to Mali.",
        "Carl Odd",
        "Norway will pay",
    ),
    (
        "Minister Carl Odd met reporters. According to him Norway will pay €3 million to Mali.",
        "Carl Odd",
        "Norway will pay",
    ),
    (
        "Norway will pay €3 million, Minister Marta Lind reported on Telegram.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    ("Minister Marta Lind pointed out that Norway will pay.", "Marta Lind", "Norway will pay"),
    (
        "Norway will pay €3 million. This was announced in Oslo by the head of the agency Marta Lind.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million, Ambassador Marta Lind announced by video.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    ("Norway will pay €3 million. So said Minister Marta Lind.", "Marta Lind", "Norway will pay €3 million"),
    (
        "Norway said through its minister, Marta Lind, that Norway will pay €3 million.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway – one of the ten – announced via its minister, Marta Lind, that Norway will pay €3 million.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million, Minister Marta Lind assured MPs.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    (
        "Norway will pay €3 million, Minister Marta Lind made clear.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    ("Minister Marta Lind set out the aid for Mali.", "Marta Lind", "the aid for Mali"),
    ("Norway will pay €3 million, per Minister Marta Lind.", "Marta Lind", "Norway will pay €3 million"),
    (
        "Norway will pay €3 million, informed the president of the bank, Marta Lind.",
        "Marta Lind",
        "Norway will pay €3 million",
    ),
    ("Minister Lind, for her part, said Norway will pay.", "Lind", "Norway will pay"),
    (
        "New aid of €3 million is being announced today by the minister, Marta Lind.",
        "Marta Lind",
        "New aid of €3 million",
    ),
    ("Norway will pay, Minister Marta Lind summed up.", "Marta Lind", "Norway will pay"),
    (
        "Norway gives 9, Mali gets 5, per Marta Lind, and Chad 4. Minister Marta Lind left.",
        "Marta Lind",
        "gets 5",
    ),
    ("As Minister Marta Lind put it, Norway will pay.", "Marta Lind", "Norway will pay"),
    ("Marta Lind MP said Norway will pay.", "Marta Lind", "Norway will pay"),
    ("Marta Lind, meanwhile, said Norway will pay.", "Marta Lind", "Norway will pay"),
    (
        "Norway will pay, Interfax reports with reference to minister Marta Lind.",
        "Marta Lind",
        "Norway will pay",
    ),
    (
        "Lind: Norway will pay €3 million to Mali\n\nMinister Marta Lind left.",
        "Marta Lind",
        "Norway will pay",
    ),
    (
        "Norway will pay €3 million to Mali – Lind\n\nMinister Marta Lind left.",
        "Marta Lind",
        "Norway will pay",
    ),
    (
        "Norway will pay €3 million, says minister\n\nMinister Marta Lind left.",
        "Marta Lind",
        "Norway will pay",
    ),
    (
        "Minister Marta Lind read out the list. From Norway: €3 million. Mali, €1 million.",
        "Marta Lind",
        "Mali, €1 million",
    ),
    ("Mali gets the €3 million which Minister Marta Lind announced.", "Marta Lind", "the €3 million"),
    ("The nine, Minister Marta Lind went on, have paid €3 million.", "Marta Lind", "have paid €3 million"),
    (
        "Minister Marta Lind said the package holds:\n- 40 trucks\n- 12 boats\n\nIt is late.",
        "Marta Lind",
        "12 boats",
    ),
    (
        "Minister Marta Lind published the list of gifts:\n\nNorway – €3 million.\n\nMali – €1 million.",
        "Marta Lind",
        "Mali – €1 million",
    ),
    ("Minister Marta Lind gave a breakdown. Mali gets €3 million.", "Marta Lind", "Mali gets €3 million"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_a_reported_clause_has_its_speaker(text: str, speaker: str, words: str) -> None:
    at = text.index(words)
    found = [r for r in annotate(text)._.reported if r.span[0] <= at and at + len(words) <= r.span[1]]
    assert [r.speaker.name for r in found] == [speaker]


def test_the_page_speaks_in_its_own_voice_where_nobody_else_does() -> None:
    assert annotate("Norway will pay €3 million to Mali.")._.reported == ()


def test_a_hostile_text_is_read_in_bounded_time() -> None:
    doc = annotate("“a” said Bob Lee. " * 3_000)
    assert {q.speaker.name for q in doc._.quotations if q.speaker} <= {"Bob Lee"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway, which Marta Lind named as the model, will pay €3 million.", "will pay €3 million"),
        ("Of the sum which Marta Lind announced, Norway has paid €3 million.", "Norway has paid €3 million"),
        (
            "“None came,” said Marta Lind of Oxfam, to which Norway gives €3 million.",
            "Norway gives €3 million",
        ),
        ("Norway gives 5, announced by Marta Lind, and Sweden gives 9.", "Sweden gives 9"),
        ("Norway, which under Marta Lind had announced it, will pay.", "will pay"),
        ("Norway, whose envoy Marta Lind paid a courtesy call on Mali, will pay.", "will pay"),
        ("A poll by Infotrak Mashariki suggests that Norway will pay.", "Norway will pay"),
        ("Norway gives 9, Mali gets 5, per Minister Marta Lind, and Chad 4.", "gives 9"),
        ("Minister Marta Lind summed the three figures: Norway will pay.", "Norway will pay"),
        ("A spokesman for Prime Minister Marta Lind said Norway will pay.", "Norway will pay"),
        ("The office of Prime Minister Marta Lind said Norway will pay.", "Norway will pay"),
        ("Source: minister Marta Lind on Riga's radio\n\nNorway will pay.", "Norway will pay"),
        ("Norway will pay, says minister\n\nMinisters Ann Berg and Bo Lund left.", "Norway will pay"),
        ("Minister Marta Lind set the table when Norway will pay.", "Norway will pay"),
        ("Minister Marta Lind said this:\n- 40 trucks\n\nNorway will pay €3 million.", "Norway will pay"),
        ("Minister Marta Lind said this:\n- 40 trucks\nBackground: Mali gave 7.", "Mali gave 7"),
        ("Minister Marta Lind gave a dinner and went on to Norway, which will pay.", "which will pay"),
    ],
)
def test_nobody_tells_what_stands_beside_a_told_clause(text: str, words: str) -> None:
    at = text.index(words)
    told = [r for r in annotate(text)._.reported if r.span[0] <= at < r.span[1] and r.speaker.name]
    assert told == []


def test_its_minister_is_none_whom_the_article_names_only_later() -> None:
    text = (
        "Norway will give Syria €3 million, its foreign minister said. Damascus wants more. “We want to be "
        "partners,” said Samir Haddad, foreign minister of the interim government."
    )
    told = [r.speaker.name for r in annotate(text)._.reported if "million" in text[slice(*r.span)]]
    assert told == [None]


def test_a_deed_that_is_not_told_has_no_speaker() -> None:
    assert annotate("The bridge was built in Oslo by Minister Marta Lind.")._.reported == ()
    assert annotate("The cake was made by Marta Lind.")._.reported == ()
    assert annotate("Minister Marta Lind pointed to the map.")._.reported == ()
    assert annotate("Minister Marta Lind is rich. In her account lie €3 million of Mali.")._.reported == ()
    assert annotate("Norway will pay, our correspondent Marta Lind reports.")._.reported == ()


def test_a_quotation_in_a_new_paragraph_is_not_that_of_whoever_was_named_before() -> None:
    text = (
        "The sign hung beside Minister Marta Lind.\n\nVisitors read it. “No entry to this part of the house.”"
    )
    assert speakers(text) == [None]
