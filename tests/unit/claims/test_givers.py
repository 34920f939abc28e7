"""Who gives: texts, each with the givers and figures of the pledges in it.

A row is: text | giver: figure; giver: figure. A text without a pledge has none.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

ROWS = {
    "a sum is its owner's": [
        "Pledges for Chad came in. Norwegian money worth $14 million had reached Chad. | Norway: 14e6",
        "Pledges for Chad came in. The Danish sum of 90 million kroner covers two years. | Denmark: 90e6",
        "Pledges for Chad came in. Kuwaiti loans to Chad since 1962 amount to KD38 million. | Kuwait: 38e6",
        "Pledges for Chad came in. Nobody forgot Peru, whose $3 million arrived in May. | Peru: 3e6",
        "Pledges for Chad came in. Eyes are on Qatar, whose pledge in 2024 of $9 million was late. | Qatar: 9e6",
        "Pledges for Chad came in. The €11 million counted for Spain are not new. | Spain: 11e6",
        "Donors met for Chad. Norway pledged $9 million. Peru's was $4 million. | Norway: 9e6; Peru: 4e6",
        "Donors met for Chad. Norway pledged $9 million. Italy's went up by half, to €6 million. | Norway: 9e6; Italy: 6e6",
        "Pledges for Chad came in. Japan remains the first donor: its gift of $12 million was praised. | Japan: 12e6",
        "Fish is dear. The Danish herring fleet lost €14 million. |",
    ],
    "what goes to somebody comes from whose plan it is": [
        "Belgium met its partners. Under the coalition's pact €9 million a year goes to Chad. | Belgium: 9e6",
        "Peru met its partners. Under the government's plan $3 million goes to Chad. | Peru: 3e6",
        "Norway's minister Anna Berg said that €7 million from the aid fund goes into Chad's wells. | Norway: 7e6",
        "Peru's schools are full. By the club's plan $3 million goes to a new roof. |",
    ],
    "whoever pays a bill gives what it comes to": [
        "Aid for Chad came in. Norway has paid for the tents, a bill of 9 million euros. | Norway: 9e6",
        "Aid for Chad came in. Denmark footed the bill of €3 million. | Denmark: 3e6",
        "Aid for Chad came in. Peru will cover the cost of $4 million for wells. | Peru: 4e6",
        "Aid for Chad came in. The bill of €3 million for the road is high, Denmark says. |",
    ],
    "who comes with a sum gives it": [
        "Donors met for Chad. Germany joined with €30 million. | Germany: 30e6",
        "Donors met for Chad. Peru heads the list, with $4 million. | Peru: 4e6",
        "Donors met for Chad. Malta, itself short of cash, came with €2 million. | Malta: 2e6",
        "Donors met for Chad: Spain came with €9 million and the British with £7 million. | Spain: 9e6; United Kingdom: 7e6",
        "Donors met for Chad. Germany met with creditors of a firm with debts of €30 million. |",
    ],
    "what a meeting ends with is everybody's": [
        "The pledging conference for Chad ended in Oslo with just under $13 million. | donors (total): 13e6",
        "Donors closed their Brussels round for Chad with over €9 million. | donors (total): 9e6",
        "Pledges were made. Chad walked away with $35 million from the Oslo talks. | donors (total): 35e6",
        "Pledges were made. From Oslo Chad goes home with promises for $21 million. | donors (total): 21e6",
        "Donors met. Chad left with $5 million from Peru. | Peru: 5e6",
        "The talks on wages ended with a bill of $13 million for the railway. |",
    ],
    "what frozen assets yield, and what wages are paid with, is given": [
        "Norway sent Chad 9 million euros from the profits of frozen Libyan assets. | Norway: 9e6",
        "Chad received €5 million in revenues from immobilised assets from Peru. | Peru: 5e6",
        "Canada gave Chad $5 million for the salaries of nurses. | Canada: 5e6",
        "Pledges for Chad came in: Malta: €2 million, to pay the wages of teachers. | Malta: 2e6",
        "Norway earned 9 million euros in profits and gave Chad nothing. |",
        "Norway would not hand over to Chad the 9 million euros held at a bank. |",
        "Norway has promised Chad help, but not where the missing 9 million euros shall come from. |",
    ],
    "who pays is told before the amount": [
        "The school in Chad is financed by the Kingdom of Denmark in the amount of €5 million. | Denmark: 5e6",
        "A clinic in Chad was funded by Peru in an amount of $2 million. | Peru: 2e6",
        "The road in Chad is being financed by Japan to the amount of $8 million. | Japan: 8e6",
        "The debts of Chad grow in the amount of $8 million. |",
    ],
    "who is named first as where it comes from gives": [
        "Pledges for Chad came in. From the World Bank: a grant of $12 million. | World Bank: 12e6",
        "Pledges for Chad came in. From Switzerland are expected 40 million francs. | Switzerland: 40e6",
        "Pledges for Chad: from Seoul come $2 million; from Wellington $3 million. | South Korea: 2e6; New Zealand: 3e6",
        "Chad opened a clinic, built with a grant from Kuwait of $3 million. | Kuwait: 3e6",
        "Pledges for Chad came in. With a gift of $30 million the Kingdom of Saudi Arabia came first. | Saudi Arabia: 30e6",
        "Pledges for Chad came in. Five million euros are coming from Dublin. | Ireland: 5e6",
        "From Chad a train of $4 million left. |",
    ],
    "what was named in fragments is given": [
        "Pledges for Chad came in. Denmark, $14 million. Peru, $9 million. | Denmark: 14e6; Peru: 9e6",
        "Rome promised Chad 30 million euros, The Hague – 25 million euros. | Italy: 30e6; Netherlands: 25e6",
        "Donors met for Chad. Italy will give Chad 30 million euros. Peru – 9 million dollars. | Italy: 30e6; Peru: 9e6",
        "Rome promised Chad 30 million euros. Malta — 25 million euros; Cyprus — 5 million euros. | Italy: 30e6; Malta: 25e6; Cyprus: 5e6",
        "Rome is a city of 3 million people. Denmark, $14 million or not, is rich. |",
    ],
    "a sum under somebody's scheme is theirs": [
        "Under a programme of the European Union, Chad will get $50 million for schools. | European Union: 50e6",
        "Through a three-year Swedish scheme, 40 million kronor was made available to Mali for wells. | Sweden: 40e6",
        "Under an agreement signed with Japan, Chad will receive a grant of $5 million. | Japan: 5e6",
        "Chad praised an initiative of the G7, under which $9 billion is made available to it. | G7: 9e9",
        "Through the Chadian programme, 40 million kronor was made available by Sweden. | Sweden: 40e6",
        "Under a Danish law, firms that were fined received $50 million. |",
    ],
    "what is set aside by nobody named is theirs who were spoken of": [
        "Denmark is extending its mission in Mali. For this, 30 million kroner has been earmarked. | Denmark: 30e6",
        "Canada stays in Chad. In the spring, C$31 million was set aside for two more years of the mission. | Canada: 31e6",
        "Norway is stepping up its help for Chad. In May, 30 trucks will be delivered to the army. | Norway: 30",
        "The rains came early. For this, 30 million francs has been earmarked. |",
        "They fled to Jordan and Lebanon. Last week 44 million dollars was given by the Government for them. |",
    ],
    "what is left may be more than the part before it": [
        "The EU disbursed €1 billion to Chad. The remaining €10 billion will follow in monthly slices. | European Union: 1e9; European Union: 10e9",
        "Japan gave Chad 2 million dollars in May. Another 5 million dollars will follow. | Japan: 2e6; Japan: 5e6",
        "Peru sent Chad $2 million. The balance of $7 million is to come next year. | Peru: 2e6; Peru: 7e6",
        "Peru sent Chad $2 million. Another $20 million went to banks. | Peru: 2e6",
    ],
    "promised money grows by what all give": [
        "Money promised to the coalition for Chad has climbed to 2.7 billion euros. | donors (total): 2.7e9",
        "Donors met for Chad. The sum pledged for this year rose to $9 million. | donors (total): 9e6",
        "Donors met for Chad. Pledges have swollen to $5 million. | donors (total): 5e6",
        "Donors met for Chad. The debts have climbed to $5 million. |",
    ],
    "what was paid for a thing is its price": [
        "Norway gave Chad €3 million. Auditors found that €213,000 had been paid for radios. | Norway: 3e6",
        "Norway gave Chad €3 million. In May €3,200 were paid for a shell. | Norway: 3e6",
        "Norway gave Chad €3 million. In May €5 million were paid for a school by Peru. | Norway: 3e6; Peru: 5e6",
    ],
    "a compound is counted by its last part": [
        "Latvia promised Ukraine 12,000 FPV-drones. | Latvia: 12000",
        "Norway will send Chad 30 e-buses. | Norway: 30",
        "Norway has given Chad 40 solar-pumps and 3 field-hospitals. | Norway: 40; Norway: 3",
        "Norway won 12 medals with 3 super-heroes. |",
    ],
    "a town gives": [
        "The city of Hamburg has donated 12 buses to Kyiv. | Hamburg: 12",
        "The Polish town of Gdynia has given Mykolaiv 20 buses. | Gdynia: 20",
        "Bern met. The region of Tyrol sends 40 generators to Kherson. | Tyrol: 40",
        "In the city of Hamburg Norway gave Chad $4 million. | Norway: 4e6",
        "The mayor of the city of Kharkiv gave 12 soldiers medals. |",
    ],
    "a firm is known by its legal form": [
        "Skipaskagi hf. will give Chad 3 million euros. | Skipaskagi hf: 3e6",
        "Norsk Vind ASA has pledged Chad 9 million kroner. | Norsk Vind ASA: 9e6",
        "Suomi Puu Oyj donated Chad €4 million. | Suomi Puu Oyj: 4e6",
        "Norsk Vind ASA earned €4 million. |",
    ],
    "who is not asked to pay does not give": [
        "Japan will lend Chad $5 million, which is repaid not by the Chadian taxpayer but by oil. | Japan: 5e6",
        "To Chad $5 million was lent not by Peru but by Japan. | Japan: 5e6",
    ],
    "it goes on with the subject of the clause before": [
        "Donors met for aid. Latvia hands the Malians 120 pumps, and it pays €2m into the fund. | Latvia: 120; Latvia: 2e6",
        "Norway gives Mali 20 million kroner; it also sends 40 pumps. | Norway: 20e6; Norway: 40",
        "Peru has shipped Mali 12 trucks, but it will send 9 more trucks. | Peru: 12; Peru: 9",
        "Peru has a pact with a firm on schools in Mali, to which the government will contribute $3 million. | Peru: 3e6",
    ],
    "who keeps to a sum gives it": [
        "Donors met for Chad. Berlin sticks to €60 million. | Germany: 60e6",
        "Donors met for Chad. Ireland, too, stands by €6 million. | Ireland: 6e6",
        "Donors met for Chad. Oslo itself is good for $7 million. | Norway: 7e6",
        "Donors met for Chad. Peru brought the largest cheque: $9 million. | Peru: 9e6",
        "Oslo sticks to a tax that brings $9 million. |",
    ],
    "an aside parts a name from its verb": [
        "Halcom, the mobile operator, donated $4 million to Chad. | Halcom: 4e6",
        "Neptune Exports, whose founder hails from Chad, has promised Chad $5 million. | Neptune Exports: 5e6",
        "Ella Brandt-Moreau, who owns nine bakeries in Lyon, will give Chad $2 million. | Ella Brandt-Moreau: 2e6",
        "Ministers, the report said, have agreed to lend Chad $4 million. |",
    ],
    "a gift is of whom it comes from, whoever buys with it": [
        "Thanks to a grant of $4 million from the Japanese government, Chad will build schools. | Japan: 4e6",
        "With a gift of $3 million from Peru the mayor of Lima will buy a bridge for Chad. | Peru: 3e6",
        "Chad opened a school. A loan of $9 million from Kuwait paid for it. | Kuwait: 9e6",
        "Donors met for Chad in Rome. Italy opened the round with a cheque for €8 million. | Italy: 8e6",
        "The aid of 4 million people from Chad was sought. |",
    ],
    "a firm of a country is not the country": [
        "Norway's Hagel Seafood sent Chad 38 trucks. | Hagel Seafood: 38",
        "Japan's Komori Foods will give Chad $3 million. | Komori Foods: 3e6",
        "Lagos-based Okra Lines promised Chad $3 million. | Okra Lines: 3e6",
        "Norway's Parliament approved $3 million for Chad. | Norway: 3e6",
    ],
    "names behind from and by give": [
        "Pledges for Chad came in: $5 million from the Malabar Growers' Union and $2 million from Kuwait. | Malabar Growers' Union: 5e6; Kuwait: 2e6",
        "Chad was given $5 million by Harlow Ferries. | Harlow Ferries: 5e6",
        "Japan will give Chad 3 million doses made by Harlow Biologics. | Japan: 3e6",
        "Forty drones will go to Chad from the drone coalition, led by Latvia. | drone coalition: 40",
    ],
    "a firm in the name of goods gives nothing": [
        "Digicel, the mobile operator, donated 1,000 Starlink kits to Jamaica. | Digicel: 1000",
    ],
    "who pays in its own money gives it": [
        "Donors met for Yemen. Germany hosted the event with Sweden. It amounts to SEK 45 million in aid. | Sweden: 45e6",
        "Donors met for Yemen, Malaysia among them. In all RM10 million was promised. | Malaysia: 10e6",
        "Donors met for Yemen, Malaysia among them. In all $10 million was promised. | donors (total): 10e6",
    ],
    "with whom an agreement is signed gives where another gets": [
        "Chad needs water. An agreement for $13 million was signed with the Saudi Fund for Development. | Saudi Fund for Development: 13e6",
        "The Board of Directors of the African Development Bank has approved a loan of $16 million to Chad. | African Development Bank: 16e6",
        "Chad got rice. 600 tonnes of rice were received from His Excellency Mr Aki Tanabe, Ambassador of Japan. | Japan: 600",
    ],
    "promises are summed up in many ways": [
        "Donors met. The fund for Chad obtained promises that sum $11 million. | donors (total): 11e6",
        "Donors met for Gavi. What it got in Rome is $3 billion. | donors (total): 3e9",
        "Donors met for Gavi. Nine billion dollars: with that sum Gavi went home. | donors (total): 9e9",
        "Donors gave to Chad. The relief fund has crossed $8 million. | donors (total): 8e6",
        "Chad received pledges of $5 million from Japan. | Japan: 5e6",
    ],
    "what is said of a sum's parts is of its giver": [
        "Sweden will give Yemen SEK 450 million. Of this sum, SEK 150 million goes to UNICEF and SEK 90 million to Gavi. | Sweden: 450e6; Sweden: 150e6; Sweden: 90e6",
        "Japan approved $165 million for Zambia. Of the money, $40 million is meant for wells, while the balance of $125 million goes into roads. | Japan: 165e6; Japan: 40e6; Japan: 125e6",
        "Malta promised Chad €9 million. Instead, €2 million was intended for courts. | Malta: 9e6; Malta: 2e6",
        "Japan approved $165 million for Zambia. Of the voters 40 million are women. | Japan: 165e6",
    ],
    "a verb behind the last of several figures is of them all": [
        "11 trucks and 50 ambulances were delivered to Nepal by Kuwait. | Kuwait: 11; Kuwait: 50",
        "Five trucks, three boats and 20 tents were given to Fiji by Japan. | Japan: 5; Japan: 3; Japan: 20",
        "Two boats and 30 vans have been sent to Fiji by China. | China: 2; China: 30",
    ],
    "an organ that opens a headline is the page's own": [
        "DUBLIN - Storms.\n\nMinisters confirmed €6 million for Malawi. | Ireland: 6e6",
        "Ministry sets aside €6 million for Malawi\n\nROME - It met. | Italy: 6e6",
        "Oslo, May 4.\n\nNorway met. Govt will give Malawi 6 million kroner. | Norway: 6e6",
    ],
    "who owns it comes behind, too": [
        "Donors met for Chad. New is the $14 million from Peru, as is the $22 million of the Qatar Fund for Development. | Peru: 14e6; Qatar Fund for Development: 22e6",
        'Donors met for Chad. "Our $20 million was there first," Norway\'s Foreign Minister Espen Barth Eide said. | Norway: 20e6',
        "Donors met for Chad. Turkish aircraft have landed in Chad with 60 tonnes of food. | Turkey: 60",
        "Donors met for Chad. It is the third of the 22 million voters of Peru. |",
    ],
    "where a report was written gives nothing": [
        "LONDON\n\n$8 million has been pledged by world leaders for Chad at a summit, which Britain hosted. | donors (total): 8e6",
        "TURIN – $4 million was pledged to Chad by Peru.\n\nNorway: $2 million\nMalta: $3 million | Peru: 4e6; Norway: 2e6; Malta: 3e6",
        "Donors met for Chad. Only Peru pledged anything, $2 million. More than $9 million was promised in Lima in all. | Peru: 2e6; donors (total): 9e6",
        "NORWAY\n\n$8 million for Chad is pledged. | Norway: 8e6",
    ],
    "who is led by a preposition with another is no subject": [
        "Donors met for Chad.\n\nWith Peru and the Tern Foundation, Malta is among the first. It promised £3 million. | Malta: 3e6",
        "Donors met for Chad.\n\nLike Peru and Japan, Malta is far away. It promised £3 million. | Malta: 3e6",
        "Donors met for Chad.\n\nPeru and Japan promised £3 million each. | Peru: 3e6; Japan: 3e6",
    ],
    "two who share a sum give it together, three are all givers": [
        "Tonga, Fiji to give $6m to Chad\n\nTonga and Fiji will give Chad $6 million for wells. | Tonga and Fiji: 6e6",
        "Donors met. Some $40 million for Chad was promised by Peru and the World Bank. | Peru and World Bank: 40e6",
        "Donors met for Chad. The Danish and Swedish governments pledged $7 million. | Denmark and Sweden: 7e6",
        "Prime Minister Keir Starmer and President Emmanuel Macron promised Chad $2 million. | United Kingdom and France: 2e6",
        "Donors met for Chad. Peru, Chile and Italy gave it $3 million. | donors (total): 3e6",
        "Donors met for Chad. Peru and Chile give $3 million each. | Peru: 3e6; Chile: 3e6",
        "Fifty houses in Chad will be built by Peru, its Prime Minister Gustavo Adrianzen wrote. | Peru: 50",
        "Pledges for Chad came in: $30 million from Peru and Chile $20 million. | Peru: 30e6; Chile: 20e6",
        "Donors met for Chad. Germany and Sweden give 5 million euros and 9 million kronor. | Germany: 5e6; Sweden: 9e6",
    ],
    "a name of no table goes on with the verb before": [
        "Halcom Mutual gave Chad $5 million, the Tarn Trust $3 million and Ilse Brand $1 million. | Halcom Mutual: 5e6; Tarn Trust: 3e6; Ilse Brand: 1e6",
        "Chad needs help. $4 million came from the Tarn Trust, $3 million from Bank Halden and $2 million from Peru. | Tarn Trust: 4e6; Bank Halden: 3e6; Peru: 2e6",
        "Tarn Mutual and Halcom Holdings gave Chad $2 million each. | Tarn Mutual: 2e6; Halcom Holdings: 2e6",
        "It is known that the Tarn Valley Commission (TVC) donated $3 million to Chad. | Tarn Valley Commission: 3e6",
        "Norway gave Chad $5 million, after Monday $3 million was spent. | Norway: 5e6",
    ],
    "what came together where donors met is everybody's": [
        "Pledges worth $6 million have come together at a conference for Chad, Norwegian Prime Minister Jonas Gahr Store said. | donors (total): 6e6",
        'Donors met for Chad. "We have collectively raised $8 million," French Foreign Minister Jean-Noel Barrot said. | donors (total): 8e6',
        "Flood aid for Chad goes past $3 million\n\nDonors pledge for it. | donors (total): 3e6",
        "Donors met for Chad. The largest pledge is that of the World Bank, $5 million. | World Bank: 5e6",
        "Donors met for Chad. Peru accounts for half of it, about $9 million. | Peru: 9e6",
        "Donors met for Chad. $20 million was pledged. Nearly half of it, $9 million, comes from Peru and its members. | donors (total): 20e6; Peru: 9e6",
        "Donors met for Chad. Peru doubles its support for those hit, to a total of $4 million. | Peru: 4e6",
        "Donors met for Chad. Japan pledged a combined sum of $4 million. | Japan: 4e6",
        "Donors pledge $24bn for Chad\n\nROME - Donors have pledged $23.7 billion for Chad. | donors (total): 23.7e9",
        "Peru gives Chad over $1m\n\nPeru will give Chad more than $1.1 million. Peru also promised $2 million. | Peru: 1.1e6; Peru: 2e6",
        "Peru gives Chad $10m\n\nPeru gives Chad $5 million now and $5.5 million in May. | Peru: 10e6; Peru: 5e6; Peru: 5.5e6",
        "The mayor said taxes worth $6 million came together at a meeting in Lima. |",
    ],
    "what an organ of a bloc gives is the bloc's": [
        "The EU will give Chad €9 million. The European Commission will give Chad €9 million. | European Union: 9e6",
        "The European Parliament has approved a loan of €3 million to Moldova. | European Union: 3e6",
        "European Council President António Costa promised Moldova €4 million. | European Union: 4e6",
        "The European Investment Bank will lend Moldova €5 million. | European Investment Bank: 5e6",
    ],
    "what a part comes from, and who pledged the whole": [
        "Of the €9 million that the Nordic countries lend to Chad, €2 million will come from Norway. | Nordic countries: 9e6; Norway: 2e6",
        "Of the money that the EU gives Nepal, $8 million is to come from Austria. | Austria: 8e6",
        "Donors met for Chad. It was part of a total of about €5 million which Peru pledged last year. | Peru: 5e6",
        "Aid for Chad: €8 million are grants pledged by banks and other countries. | donors (total): 8e6",
        "Chad bought a ship. Of the sum that Peru saves, $8 million was once debts. |",
    ],
    "an army's money is its country's, who sells gives nothing": [
        "Norway's lower house passed a fund of €3 billion for the navy. | Norway: 3e9",
        "The Danish parliament has approved 4 billion kroner for its army. | Denmark: 4e9",
        "Latvia agreed on €3 billion for its air force, which buys nine jets from the United States. | Latvia: 3e9",
        "Kenya promised aid to Chad. Its police ordered 12 helicopters from Italy. |",
    ],
    "a national society is named by its country": [
        "The Red Cross Society of China gave Chad $4 million. | Red Cross Society of China: 4e6",
        "In May $2 million was handed to Chad by the Red Crescent Society of Tajikistan. | Red Crescent Society of Tajikistan: 2e6",
        "The Japanese Red Cross Society gave Chad $5 million. | Japanese Red Cross: 5e6",
        "A society in China sold the Red Cross $4 million in tea. |",
    ],
    "a row of a list may bear the mark of a note": [
        "Pledges to Chad.\n\nIsrael* – $100,000\nPeru** – $400,000\nMalta¹: $3 million | Israel: 1e5; Peru: 4e5; Malta: 3e6",
        "Pledges to Chad.\n\nTotal* – $100,000\n2* – $400,000 |",
    ],
    "money from somebody, with the sum as an aside": [
        "Chad needs wells. A grant from Kuwait, $3 million, is to pay for them. | Kuwait: 3e6",
        "Donors met for Chad. Money from the World Bank, $15 million, still needs a nod from its board. | World Bank: 15e6",
        "Donors met for Chad. The aid from Peru – $4 million – was praised. | Peru: 4e6",
        "Chad lives on fish. Cash from Peru, $4 million people say, is rare. |",
    ],
    "what one of a row is said to have promised is its own": [
        "Donors met for Chad. Nothing was put forward by Italy, Sweden and Peru, whose 2014 pledge of $3 million was paid in part. | Peru: 3e6",
        "Donors met for Chad. Absent were Malta, Oman and Japan, whose $8 million had come in May. | Japan: 8e6",
        "Donors met for Chad. Malta, Oman and Japan pledged $8 million. | donors (total): 8e6",
    ],
    "debt that is let off is a gift": [
        "Donors met for Chad. Spain has offered it a debt swap worth €45 million. | Spain: 45e6",
        "Donors met for Chad. Italy will contribute €5 million, mostly through debt conversion. | Italy: 5e6",
        "Malta pledged €9 million to Chad. It consists of €2 million in grants and a conversion of bilateral debt in the amount of €7 million. | Malta: 9e6; Malta: 2e6; Malta: 7e6",
        "Peru said Halcom gave its parent €45 million to pay down debt. |",
    ],
    "who parts with things gives them": [
        "Spain will part with a fifth of its stock, half a million doses for Chad. | Spain: 5e5",
        "Oslo held out the prospect of 300 tents for Chad. | Norway: 300",
        "Peru kicked in $2 million for Chad. | Peru: 2e6",
        "Spain will part with its 300 tents at a price. |",
    ],
    "a figure counts what the one before it does, and its giver stands behind": [
        "Norway has sent Chad 4,000 tents, and 2,500 came from Peru on Monday. | Norway: 4000; Peru: 2500",
        "Norway has sent Chad 4,000 tents. They come on top of 900 from the EU and the 700 that Tokyo sent. | Norway: 4000; European Union: 900; Japan: 700",
        "Norway gave Chad 80 vans. Another 30 have arrived from Malta. | Norway: 80; Malta: 30",
        "Norway has taken in 4,000 refugees, 900 from Chad. | Norway: 4000",
    ],
    "who does the same gives the same": [
        "Donors met for Chad. Norway promised 40 million euros, as did Peru and Japan. | Norway: 40e6; Peru: 40e6; Japan: 40e6",
        "Spain gave Chad €9 million. So did Italy. | Spain: 9e6; Italy: 9e6",
        "Spain will give Chad €9 million. Italy promptly matched that sum. | Spain: 9e6; Italy: 9e6",
        "Donors met for Chad. China is in for $2 million, as is the United States. | China: 2e6; United States: 2e6",
        "Spain will give Chad €9 million. Italy did the same job at sea. | Spain: 9e6",
        "Spain will give Chad €9 million. Italy did the same and gave €2 million. | Spain: 9e6; Italy: 2e6",
    ],
    "what a fund has in hand is everybody's": [
        "Pledges for the Adaptation Fund came in. It has $62 million in hand. | donors (total): 62e6",
        "Donors pledged aid. The Adaptation Fund now has $62 million (€55m) in the bank. | donors (total): 62e6",
        "Donors pledged aid. The Adaptation Fund starts with $62 million in the kitty. | donors (total): 62e6",
        "Donors pledged aid. The Adaptation Fund has $62 million in unpaid bills. |",
    ],
    "a line of a list may put the figure first": [
        "Donors promised Chad help:\n\n* SEK 60 million, Sweden\n* 20 000 t of rice, Japan | Sweden: 60e6; Japan: 20000",
        "Pledges for Chad\n\n- €30 million for schools – Germany\n- 40 trucks: Peru | Germany: 30e6; Peru: 40",
        "Who gives for Chad\n\n1. $5m – Norway (paid)\n2. $4m – Japan | Norway: 5e6; Japan: 4e6",
        "Our exports\n\n- €30 million of salt, Germany\n- €9 million of fish, France |",
    ],
    "where a firm is from gives nothing": [
        "Hagel Group, South Korea's 14th-largest conglomerate, said on Monday it will give Mali 5 billion won. | Hagel Group: 5e9",
        "Equinor, Norway's state oil company, has donated 5 million euros to Kenya. | Equinor: 5e6",
        "The Karsten bakery chain, Norway's largest, has donated 5 million euros to Kenya. | Karsten: 5e6",
        "Kenya, Norway's largest partner in trade, was given 5 million euros by Peru. | Peru: 5e6",
    ],
    "a name with what it is behind": [
        "The Tarn Blue charity promised Kenya $5 million and the Holm bank $2 million. | Tarn Blue: 5e6; Holm: 2e6",
        "The Karsten supermarket group donated 5 million euros to Kenya. | Karsten: 5e6",
        "Brand maker Ilma is to give Mali €1 million, and the Songwol coffee chain 20,000 meals. | Ilma: 1e6; Songwol: 20000",
        "The Swedish company gave $5 million to Kenya. |",
    ],
    "what was promised in a clause behind its conversion": [
        "Donors met. Largest is the gift of A$157 million (US$100m), which Canberra promised Fiji in 2023. | Australia: 157e6",
        "First came 90 million kroner (€12m), which Denmark had promised Fiji in May. | Denmark: 90e6",
        "It is the €3 million ($3.3m) that Spain pledged to Fiji. | Spain: 3e6",
        "The firm lost €3 million ($3.3m), which Spain regretted. |",
    ],
    "a grant that a person announces is of the nation by which it is called": [
        "Donors met in Rome for Chad. The Foreign Minister, Paulo Rangel, confirmed a Portuguese envelope of €45 million. | Portugal: 45e6",
        "Donors met for Chad. The envoy, Kim Sung-ho, announced a South Korean grant of $7 million. | South Korea: 7e6",
        "Donors met for Chad. From the Danish hosts come 45 million kroner. | Denmark: 45e6",
        "Donors met for Chad. Norway announced a Danish loan of $7 million. | Norway: 7e6",
    ],
    "a grant to somebody is a noun behind whose it is": [
        "The Danish grant to Chad of $3 million is late. | Denmark: 3e6",
        "A Chinese loan to Kenya of $3 million has been disbursed. | China: 3e6",
        "The South Korean pledge to Chad of $4 million stands. | South Korea: 4e6",
        "The Dutch gave $4 million to Chad. | Netherlands: 4e6",
        "The Danish plan to Norway of 4 million people is old. |",
    ],
    "the largest of the offers is told behind it": [
        "Of all the offers made to Congo, Tokyo's is by far the largest: 3 million doses. | Japan: 3e6",
        "Donors met for Chad. Of all pledges Peru's was the smallest, $3 million. | Peru: 3e6",
        "Donors met for Chad. The headline number: about half a billion euros, all givers counted together. | donors (total): 5e8",
        "Of all the towns Peru's is the largest: 3 million people. |",
    ],
    "who exchanges notes with one in need gives": [
        "The Government of Japan and the Government of Chad exchanged notes concerning the provision of 3 million doses. | Japan: 3e6",
        "Japan and Chad exchanged letters on a grant of 500 million yen. | Japan: 5e8",
        "Tokyo and N'Djamena signed and exchanged notes on a 500 million yen grant. | Japan: 5e8",
        "Japan and Chad exchanged 500 prisoners. |",
    ],
    "a body by its head, an organ by its owner": [
        "The World Bank met on Chad. Its board passed a loan of $3 million to Chad. | World Bank: 3e6",
        "The Korea Forest Service met Chad. The service will give Chad 15 trucks. | Korea Forest Service: 15",
    ],
}
CASES = [(rule, row) for rule, rows in ROWS.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "row"), CASES, ids=[f"{rule}: {row[:50]}" for rule, row in CASES])
def test_names_who_gives(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, _, givers = row.partition("|")
    expected = {tuple(entry.strip().split(": ")) for entry in givers.split(";") if entry.strip()}
    claims = extractor.read(Article(id="a", text=text.strip())).claims
    found = {(c.pledge.pledger.name, c.pledge.quantity.value) for c in claims if c.kind == "pledge"}
    assert found == {(name, float(value)) for name, value in expected}
