"""Who gets: for each way of naming a beneficiary articles that must be read, and one that must not."""

import pytest

from streams.claims.pipeline import Extractor
from tests.unit.claims.taker_cases import cases, last_taker

# So long that what follows stands late in its article.
LONG = (
    "The rains came, and the minister went home to his village for a week of rest with his goats and his books, as he"
    " does in each May of the year, and nobody called him but his mother and the man from the bank in town who wanted"
    " to know when he would be back in his office.\n\n"
)
# Each row: an article, and who gets the last pledge in it ("-" for nobody).
ROWS = {
    "a share of output that is given is given to whoever is helped": [
        ("Aid for Chad came in. Estonia has given more than 1.4 percent of its GDP since 2022.", "Chad"),
        ("Aid for Chad came in. Norway gives 1 percent of its GDP each year.", "Chad"),
        ("Aid for Chad came in. Peru has by now donated 0.5% of its GDP.", "Chad"),
        ("Aid for Chad came in. Norway will spend 3 percent of its GDP on defence.", "-"),
    ],
    "a fund that is told by whose it is gets by its name": [
        (
            "Donors promise $5bn to Asian Development Bank's soft-loan window\n\nThe Asian Development Fund will lend it.",
            "Asian Development Fund",
        ),
        (
            "Japan will give the UN's flagship fund for forests $4 million. The Borneo Forest Fund met on Friday.",
            "Borneo Forest Fund",
        ),
        (
            "Norway pledged €40 million to the World Bank's fund for the poorest.",
            "International Development Association",
        ),
        ("Norway pledged €40 million to the U.N. climate fund.", "Green Climate Fund"),
        # The World Bank itself, beside a fund that is another's.
        ("The Green Climate Fund met. Norway will give the World Bank $4 million.", "World Bank"),
    ],
    "a window is a body, too": [
        ("Peru pledged $2m for the new Coastal Cities Window.", "Coastal Cities Window"),
        ("Chile will put €3 million into the Small Island Window.", "Small Island Window"),
        (
            "Norway gave the Early Action Window (EAW) $5 million. Peru pledged $2 million to EAW.",
            "Early Action Window",
        ),
    ],
    "a fund that no table holds is known by its name": [
        ("Chile will give the Andean Glacier Facility $4 million.", "Andean Glacier Facility"),
        ("Peru pledged $2m to the Lakes and Rivers Trust.", "Lakes and Rivers Trust"),
        (
            "Chile has joined the Andean Glacier Facility (AGF). Peru pledged $2 million to AGF.",
            "Andean Glacier Facility",
        ),
        ("The Lakes and Rivers Trust met. Peru pledged $2 million to the trust.", "Lakes and Rivers Trust"),
    ],
    "who is struck by a disaster is helped": [
        ("Peruvian floods: donors promise help\n\nCanada will give C$9 million.", "Peru"),
        ("Earthquake in northern Peru kills twenty\n\nCanada will give C$9 million.", "Peru"),
        ("Peru landslide: camps fill\n\nCanada pledged C$9 million on Monday.", "Peru"),
    ],
    "what stands in the other half of a sentence is not who gets": [
        (
            "The rains came, and the minister went home to his village for a week of rest with his goats and his books, as he does in each May of the year, and nobody called him but his mother and the man from the bank in town who wanted to know when he would be back in his office.\n\nThe UK pledged £3 million for its Blue Planet Fund, while Norway will spend $5 million on sand.",
            "-",
        ),
        (
            "Norway will spend $5 million on sand, while the UK pledged £3 million for its Blue Planet Fund.",
            "Blue Planet Fund",
        ),
        ("The UK pledged £3 million to Chad, and Norway will give it $5 million.", "Chad"),
    ],
    "a mission is not for those who lead it": [
        (
            "Canada will give C$80 million to a multinational force in Haiti. Canada pledged C$9 million for the Kenyan mission.",
            "Haiti",
        ),
        ("Canada will give C$80 million to the Kenyan-led mission in Haiti.", "Haiti"),
        ("Peace force in Chad short of money\n\nCanada pledged C$9 million for the Rwandan mission.", "Chad"),
        ("Canada pledged C$9 million for Rwandan farmers.", "Rwanda"),
    ],
    "a loan of a bloc is for whom it is meant": [
        ("Japan will contribute 471 billion yen to a G7 loan for Ukraine.", "Ukraine"),
        ("Japan will contribute 471 billion yen to an EU scheme for Moldova.", "Moldova"),
        ("Japan pledged 471 billion yen to a NATO programme for Ukraine.", "Ukraine"),
        ("Japan pledged 471 billion yen to the EU.", "European Union"),
    ],
    "who asks is helped": [
        ("Kenya has asked for help against the locusts.\n\nJapan will give $9 million.", "Kenya"),
        ("Kenya needs more aid, its president said.\n\nJapan will give $9 million.", "Kenya"),
        ("Kenya appealed to donors, and asks Japan for machines.\n\nJapan will give $9 million.", "Kenya"),
    ],
    "those whom it is for stand for their country": [
        ("Georgian hospitals to get new wards\n\nItaly pledged €9 million.", "Georgia"),
        ("Beds for Georgia's hospitals\n\nItaly pledged €9 million.", "Georgia"),
        ("Italy pledged €9 million to the hospitals of Georgia.", "Georgia"),
        ("In Georgia's favour Italy will add €9 million to the Swiss scheme.", "Georgia"),
    ],
    "those in a country are helped behind the figure": [
        ("Belgium will give 2.4 million euros to laboratories in Kinshasa and the rest of Chad.", "Chad"),
        ("Japan set aside 4.5 billion yen for disease control in Africa.", "Africa"),
        ("Ireland pledged €5 million for schools in northern Ghana.", "Ghana"),
        ("The measure in favour of Benin, which Ireland pledged, is worth €5 million.", "Benin"),
    ],
    "between a fund and those that it is for the headline decides": [
        (
            "Rohingya response: weekly wrap\n\nThe rains came early this year, and the paths between the huts are rivers of mud in which carts and sandals are lost; nobody knows how many huts will stand by June, and the schools that were closed in winter are closed again until the sun comes back.\n\nJapan will pay 500 million yen to the WFP.\n\nThe Rohingya wait. India sent 1,500 tonnes of rice.",
            "Rohingya refugees",
        ),
        (
            "WFP appeal for Chad\n\nThe WFP needs more money. Japan pledged 500 million yen.",
            "World Food Programme",
        ),
        ("Boats for Kyiv: what they cost\n\nSweden will send 16 boats.", "Ukraine"),
    ],
    "who is named once and late is not whom the article is about": [
        (
            "Ocean conference ends in Busan\n\nThe conference, the eleventh of its kind, ended on Friday with new commitments from many of those who came, the minister in charge said in a closing speech that lasted for more than an hour and a half.\n\nThe United Kingdom pledged £135 million for its Blue Planet Fund. Norway pledged 5 million dollars.",
            "-",
        ),
        (
            "Norway pledged 5 million dollars. The UK pledged £3 million for its Blue Planet Fund.",
            "Blue Planet Fund",
        ),
        ("The train from Busan to Seoul was late. The UK pledged £3 million.", "-"),
    ],
    "the next sentence of the giver goes on with who gets": [
        (
            "Slovenia is small. It will spend €5 million in favour of Chad. It has given 100 million euros in aid since 2022.",
            "Chad",
        ),
        ("Ireland pledged €5 million to Chad. It will add 30 trucks in May.", "Chad"),
        ("Qatar has sent Chad $3 million. Qatar will give another $4 million in May.", "Chad"),
        (
            "The rains came, and the minister went home to his village for a week of rest with his goats and his books, as he does in each May of the year, and nobody called him but his mother and the man from the bank in town who wanted to know when he would be back in his office.\n\nIreland pledged €5 million to Chad.\n\nItaly will give 30 trucks.",
            "-",
        ),
    ],
    "a paragraph goes on with who gets, whoever gives": [
        (LONG + "Ireland pledged €5 million to Chad. Italy will give 30 trucks.", "Chad"),
        (
            LONG + "The UN has promised $5 million to Chad. Peru adds 3 tonnes. Italy pledged 30 trucks.",
            "Chad",
        ),
        (
            LONG + "Japan promised Chad $5 million on Monday. It praised Italy's decision to give 30 trucks.",
            "Chad",
        ),
        (LONG + "Ireland pledged €5 million to Chad.\n\nIt rained.\n\nItaly will give 30 trucks.", "-"),
    ],
    "who was promised something gets it": [
        (LONG + "Fiji was promised A$55 million by Peru.", "Fiji"),
        (LONG + "Fiji has been offered A$55 million by Peru.", "Fiji"),
        (LONG + "In May, Fiji was allocated A$55 million by Peru.", "Fiji"),
        (LONG + "Fiji met. A$55 million was promised by Peru.", "-"),
    ],
    "whom somebody pays gets it": [
        ("Britain will pay Mauritius an average of £101 million a year.", "Mauritius"),
        ("The deal is done: London to pay\n\nBritain will pay Mauritius £101 million.", "Mauritius"),
        ("Canada has awarded Chad a grant of $5 million.", "Chad"),
        ("Canada pays for the sins of Chad, they say.\n\nItaly pledged 30 trucks.", "-"),
    ],
    "between verb and figure stands who gets": [
        ("Peru will lend Paraguay $354 million for the Chaco highway.", "Paraguay"),
        ("Peru has promised Chad another $3 million for schools in Niger.", "Chad"),
        ("Peru gave Fiji about $3 million towards the Suva Bridge.", "Fiji"),
        ("Peru told Fiji on Monday that it pledged $3 million for the Lobwe Bridge.", "Lobwe Bridge"),
    ],
    "it and them are those spoken of before": [
        ("The Virunga Alliance is poor. Belgium promised it €12 million on Tuesday.", "Virunga Alliance"),
        ("Fiji met in May, and Japan has promised it €12 million.", "Fiji"),
        (
            "Norway promised the Virunga Alliance trucks. Belgium will send 30 trucks to help it.",
            "Virunga Alliance",
        ),
        (LONG + "Peru met. Belgium promised to spend it on €12 million of sand.", "-"),
    ],
    "a firm invests in the country of its works": [
        ("Halvorsen AG will invest $1 billion in its factory in Puebla, Mexico.", "Mexico"),
        ("Halvorsen AG pledged to invest $1 billion in three mines in northern Chile.", "Chile"),
        ("Halvorsen AG will invest $1 billion in a plant near Odesa.", "Ukraine"),
        (LONG + "Halvorsen AG will invest $1 billion. It makes cars in Chile.", "-"),
    ],
    "those of a country who are in need stand for it": [
        ("Afghan returnees need tents\n\nThe EU pledged €61 million to help them.", "Afghanistan"),
        ("Peruvian teachers unpaid\n\nChile will give 3 million dollars.", "Peru"),
        ("A roof for Ghana's orphans\n\nChile will give 3 million dollars.", "Ghana"),
        ("Peruvian athletes win\n\nChile pledged 3 million dollars.", "-"),
    ],
    "two countries get together": [
        (
            "A quake hit Turkey. Money for the recovery of Turkey and Syria came.\n\nPeru pledged $9 million.",
            "Turkey and Syria",
        ),
        ("Peru pledged $9 million to Jordan and Lebanon.", "Jordan and Lebanon"),
        ("Floods in Kenya and Somalia\n\nPeru pledged $9 million.", "Kenya and Somalia"),
        ("Talks between Chad and Niger\n\nPeru pledged $9 million to Chad.", "Chad"),
    ],
    "a region gets in its own name": [
        ("Kerala floods: help comes\n\nQatar pledged $9 million.", "Kerala"),
        ("Qatar pledged $9 million for the Congo Basin.", "Congo Basin"),
        ("Qatar pledged $9 million to Tigray.", "Tigray"),
    ],
    "whom a meeting or an appeal is about is helped": [
        ("Brussels conference on Syria ends\n\nGermany pledged €300 million.", "Syria"),
        ("Haiti appeal passes half-way mark\n\nCanada committed C$123 million.", "Haiti"),
        ("Sudan: $2bn raised in Paris\n\nFrance pledged €110 million.", "Sudan"),
        ("Denmark: $2bn\nNorway: $1bn\nParis summit on trade ends.\n\nFrance pledged €110 million.", "-"),
    ],
    "who is hit or gets something in the headline is helped": [
        ("Hurricane Mabel hit Dominica\n\nCanada pledged C$5 million for survivors.", "Dominica"),
        ("A quake shook northern Peru on Monday.\n\nChile will send $9 million.", "Peru"),
        ("Tuvalu to get help with its cable\n\nJapan pledged 4 billion yen.", "Tuvalu"),
        ("Peru hit back at its critics, and Chile gets a new king.\n\nJapan pledged 4 billion yen.", "-"),
    ],
    "a share of GDP is for whom it helps": [
        ("Lithuania will spend 0.25 percent of its GDP a year on military aid to Kyiv.", "Ukraine"),
        ("Finland will spend 0.2% of GDP on help for Moldova.", "Moldova"),
        ("Norway has pledged 0.7% of its GDP for the needs of the Ukrainian army.", "Ukraine"),
        ("Poland will spend 5% of GDP on defence and on roads to Ukraine.", "-"),
    ],
    "money goes to whom it is sent": [
        (LONG + "From Peru a donation of $9 million went to UNICEF for families in Herat.", "UNICEF"),
        (LONG + "Peru pledged $9 million; of this, $4 million goes straight to Chad.", "Chad"),
        (LONG + "Peru pledged $9 million, and the minister went to Chad.", "-"),
    ],
    "those of a country get in its name": [
        (LONG + "Denmark will give DKK 9 million for a Georgian civil society window.", "Georgia"),
        (LONG + "The AU has pledged to put $2 million into the Ugandan pot.", "Uganda"),
        (LONG + "Norway gives $9 million for the needs of the Malian army.", "Mali"),
        (LONG + "Norway gives $9 million, subject to a Danish review.", "-"),
    ],
    "a part of a sum is for whom the sum is": [
        (LONG + "Swiss cabinet: Switzerland pledged €5 million to Chad, €2 million of it by 2028.", "Chad"),
        (LONG + "Italy will give Benin €9 million, of which €2 million in grants.", "Benin"),
        (LONG + "Italy promised Benin €9 million, including €7 million in loans.", "Benin"),
    ],
    "what is built or paid for tells whose it is": [
        ("Australia will provide A$9 million to help finance Tuvalu's undersea cable.", "Tuvalu"),
        ("Romania promised €9 million to modernise the Moldovan army.", "Moldova"),
        ("Qatar will give $9 million to pay for Lebanon's fuel.", "Lebanon"),
        (LONG + "Qatar will give $9 million to strengthen ties, Lebanon's minister said.", "-"),
    ],
    "Gaza gets in its own name": [
        ("Jordan sent 147 trucks to the Strip.", "Gaza"),
        ("Ireland will give €5 million for children in the Gaza Strip.", "Gaza"),
        ("Ireland will give €5 million to the Gazans.", "Gaza"),
        ("Ireland will give €5 million to the Palestinians.", "Palestine"),
    ],
    "who is only named gets nothing": [
        ("Norway's aid minister travels\n\nSpain offers €60m until 2028.", "-"),
        ("Sweden and Denmark met about the Swiss scheme. Spain pledged €60m.", "-"),
        ("Norway: €5m\nSpain: €6m\nThe war in the north goes on.\nItaly pledged €60m.", "-"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("text", "taker"), cases(ROWS))
def test_reads_who_gets(extractor, text, taker):
    assert last_taker(extractor, text) == taker
