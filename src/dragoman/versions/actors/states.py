"""Names of states as facts: how English, Russian and Chinese say them, their people and what is theirs.

An entry is a state's ISO 3166 code ("-" for what is none, though a name stands in it), then forms in the
three languages, written as `forms` says. Where a short name is a part of every formal one, the short one
stands for all.

Source: United Nations country names in six languages (data set "un-country-names", ODC-PDDL 1.0, public
domain) for the names that are official; adjectives, inhabitants and older names from general knowledge.
"""

from __future__ import annotations

STATES = """
AFG | Afghan* | афган* | 阿富汗
AGO | Angola* | Ангол~, ангольск* | 安哥拉
ALB | Albania* | Албани~, албан* | 阿尔巴尼亚
AND | Andorra* | андорр* | 安道尔
ARE | United Arab Emirates, UAE, Emirati* | объединенн* арабск* эмират*, ОАЭ, эмират* | 阿拉伯联合酋长国,
    阿联酋
ARG | Argentin* | аргентин* | 阿根廷
ARM | Armenia* | Армени~, армян* | 亚美尼亚
ATG | Antigua*, Barbuda* | Антигуа*, Барбуд* | 安提瓜和巴布达, 安提瓜, 巴布达
AUS | Australia* | австрали* | 澳大利亚
AUT | Austria, Austrian* | австри* | 奥地利
AZE | Azerbaijan* | азербайджан* | 阿塞拜疆
BDI | Burundi* | бурунди* | 布隆迪
BEL | Belgium*, Belgian* | бельги* | 比利时
BEN | Benin* | Бенин* | 贝宁
BFA | Burkina*, Burkinab* | Буркин* | 布基纳法索
BGD | Bangladesh* | бангладеш* | 孟加拉国, 孟加拉人民共和国
BGR | Bulgaria* | Болгари~, болгар* | 保加利亚
BHR | Bahrain* | бахрейн* | 巴林
BHS | Bahamas, Bahamian* | багамск*, Багам* | 巴哈马
BIH | Bosnia and Herzegovina, Bosnia*, Herzegovin* | Босни* и Герцеговин*, босни*, боснийск* |
    波斯尼亚和黑塞哥维那, 波黑, 波斯尼亚
BLR | Belarus* | Беларус*, белорус*, Белорусси~ | 白俄罗斯
BLZ | Belize* | Белиз* | 伯利兹
BOL | Bolivia* | Боливи~, боливийск* | 玻利维亚
BRA | Brazil* | бразил* | 巴西
BRB | Barbados, Barbadian* | барбадос* | 巴巴多斯
BRN | Brunei* | бруней*, брунейск* | 文莱
BTN | Bhutan* | бутан* | 不丹
BWA | Botswana* | ботсван* | 博茨瓦纳
CAF | Central African Republic, CAR, Central African* | центральноафриканск*, ЦАР | 中非共和国, 中非
CAN | Canad* | Канад~, канадск* | 加拿大
CHE | Switzerland*, Swiss | швейцар* | 瑞士
CHL | Chile, Chilean* | Чили, чилийск* | 智利
CHN | China, Chinese, PRC | Кита~, китайск*, китайц*, КНР | 中华人民共和国, 中国, 中方, 访华, 驻华, 来华,
    涉华
CIV | Côte d'Ivoire, Cote d'Ivoire, Ivory Coast, Ivorian* | кот-д'ивуар*, ивуарийск* | 科特迪瓦
CMR | Cameroon* | камерун* | 喀麦隆
COD | Democratic Republic of the Congo, Democratic Republic of Congo, DRC, Congo, Congolese |
    Демократическ* Республик* Конго, ДРК, Конго, конголез* | 刚果民主共和国, 民主刚果, 刚果金, 刚果
COG | Congo, Congo-Brazzaville, Congolese | Конго, конголез* | 刚果共和国, 刚果布, 刚果
COK | Cook Islands | Остров* Кука | 库克群岛
COL | Colombia* | Колумби~, колумбийск* | 哥伦比亚
COM | Comoros, Comorian* | коморск*, Комор* | 科摩罗
CPV | Cabo Verde*, Cape Verde* | Кабо-Верде, кабо-верд* | 佛得角
CRI | Costa Rica* | Коста-Рик*, коста-рик* | 哥斯达黎加
CUB | Cuba, Cuban* | Куб~, кубинск*, кубинц* | 古巴
CYP | Cyprus*, Cypriot* | Кипр, Кипр~, кипрск*, киприот* | 塞浦路斯, 塞人
CZE | Czech* | Чехи~, чешск* | 捷克
DEU | German* | Германи~, германск*, германо, немецк*, ФРГ | 德意志联邦共和国, 德国, 德意志
DJI | Djibouti* | джибути* | 吉布提
DMA | Dominica | Доминика, Доминики, Доминике, Доминику, Доминикой | 多米尼克
DNK | Denmark*, Danish | Дани~, датск* | 丹麦
DOM | Dominican* | доминиканск* | 多米尼加
DZA | Algeria* | Алжир*, алжирск* | 阿尔及利亚
ECU | Ecuador* | эквадор* | 厄瓜多尔
EGY | Egypt* | Егип*, египетск*, египтян* | 埃及
ERI | Eritrea* | эритре* | 厄立特里亚
ESP | Spain*, Spanish, Spaniard* | Испани~, испанск*, испанц* | 西班牙
EST | Estonia* | эстон* | 爱沙尼亚
ETH | Ethiopia* | эфиоп* | 埃塞俄比亚
FIN | Finland*, Finnish | финлянд*, финск* | 芬兰
FJI | Fiji* | фиджи* | 斐济
FRA | France, French | Франци~, французск*, француз*, франко | 法兰西, 法国
FSM | Micronesia* | микронези* | 密克罗尼西亚
GAB | Gabon* | габон* | 加蓬
GBR | United Kingdom*, Great Britain*, Britain*, British, UK | Соединенн* Королевств*, Великобритани~,
    британск*, британц* | 大不列颠及北爱尔兰联合王国, 联合王国, 大不列颠, 英国
GEO | Georgia, Georgian* | Грузи~, грузин* | 格鲁吉亚
GHA | Ghana* | Гана, Ганы, Гане, Гану, Ганой, ганск* | 加纳
GIN | Guinea, Guinean* | Гвине~, гвинейск* | 几内亚
GMB | Gambia* | гамби* | 冈比亚
GNB | Guinea-Bissau* | Гвине*-Бисау | 几内亚比绍
GNQ | Equatorial Guinea* | Экваториальн* Гвине* | 赤道几内亚
GRC | Greece*, Greek*, Hellenic | Греци~, греческ*, грек* | 希腊, 希族
GRD | Grenada* | Гренад~, гренадск* | 格林纳达
GTM | Guatemala* | гватемал* | 危地马拉
GUY | Guyana*, Guyanese | гайан* | 圭亚那
HND | Hondura* | гондурас* | 洪都拉斯
HRV | Croat* | хорват* | 克罗地亚
HTI | Haiti* | гаити* | 海地
HUN | Hungar* | Венгри~, венгерск*, венгр* | 匈牙利
IDN | Indonesia* | индонез* | 印度尼西亚, 印尼
IND | India, Indian* | Инди~, индийск* | 印度
IRL | Ireland, Irish | ирланд* | 爱尔兰
IRN | Iran* | Иран*, иранск*, иранц*, ирано | 伊朗
IRQ | Iraq* | ирак* | 伊拉克
ISL | Iceland* | исланд* | 冰岛
ISR | Israel* | израил* | 以色列
ITA | Ital* | итал* | 意大利
JAM | Jamaica* | ямай* | 牙买加
JOR | Jordan, Jordanian* | иордан* | 约旦
JPN | Japan* | япон* | 日本, 日方
KAZ | Kazakh* | казахстан*, казахск* | 哈萨克斯坦, 哈方
KEN | Kenya* | Кени~, кенийск* | 肯尼亚
KGZ | Kyrgyz* | кыргыз*, киргиз* | 吉尔吉斯斯坦, 吉尔吉斯
KHM | Cambodia* | камбодж* | 柬埔寨
KIR | Kiribati* | кирибати* | 基里巴斯
KNA | Saint Kitts and Nevis, St Kitts, Saint Kitts, St. Kitts | Сент-Китс*, Сент-Китс и Невис |
    圣基茨和尼维斯, 圣基茨
KOR | Republic of Korea, South Korea*, ROK, Korea*  | Республик* Коре*, южнокорейск*, Южн* Коре*, Коре~,
    корейск* | 大韩民国, 韩国, 南朝鲜, 韩方
KWT | Kuwait* | кувейт* | 科威特
LAO | Lao, Laos, Laotian* | лаос* | 老挝
LBN | Lebanon*, Lebanese | Ливан*, ливанск* | 黎巴嫩
LBR | Liberia* | Либери~, либерийск* | 利比里亚
LBY | Libya* | Ливи~, ливийск* | 利比亚, 阿拉伯利比亚民众国
LCA | Saint Lucia*, St. Lucia* | Сент-Люси~ | 圣卢西亚
LIE | Liechtenstein* | лихтенштейн* | 列支敦士登
LKA | Sri Lanka* | Шри-Ланк*, шри-ланк*, ланкийск* | 斯里兰卡
LSO | Lesotho* | лесото* | 莱索托
LTU | Lithuania* | Литв~, литовск* | 立陶宛
LUX | Luxembourg* | люксембург* | 卢森堡
LVA | Latvia* | Латви~, латвийск*, латышск* | 拉脱维亚
MAR | Morocc* | марокк* | 摩洛哥
MCO | Monaco* | Монако, монакск* | 摩纳哥
MDA | Moldov* | молдов*, молдавск* | 摩尔多瓦
MDG | Madagascar*, Malagasy | мадагаскар* | 马达加斯加
MDV | Maldiv* | мальдив* | 马尔代夫
MEX | Mexic* | мексик* | 墨西哥
MHL | Marshall Islands, Marshallese | маршаллов* | 马绍尔群岛
MKD | Macedonia* | македон* | 马其顿
MLI | Mali, Malian* | Мали, малийск* | 马里
MLT | Malta, Maltese | мальт* | 马耳他
MMR | Myanmar*, Burma, Burmese | мьянм*, Бирм~ | 缅甸
MNE | Montenegr* | черногор* | 黑山
MNG | Mongolia* | монгол* | 蒙古
MOZ | Mozambi* | мозамби* | 莫桑比克
MRT | Mauritania* | мавритан* | 毛里塔尼亚
MUS | Mauriti* | маврик* | 毛里求斯
MWI | Malawi* | малави* | 马拉维
MYS | Malaysia* | малайзи* | 马来西亚
NAM | Namibia* | намиби* | 纳米比亚
NER | Niger, Nigerien* | Нигер, Нигера, Нигеру, Нигером, Нигере, нигерск* | 尼日尔
NGA | Nigeria* | Нигери~, нигерийск* | 尼日利亚
NIC | Nicaragua* | никарагуа* | 尼加拉瓜
NIU | Niue* | Ниуэ | 纽埃
NLD | Netherlands*, Dutch | нидерланд*, голланд* | 荷兰
NOR | Norway*, Norwegian* | норвег*, норвежск* | 挪威
NPL | Nepal* | непал* | 尼泊尔
NRU | Nauru* | науру* | 瑙鲁
NZL | New Zealand* | Нов* Зеланди~, новозеландск* | 新西兰
OMN | Oman* | Оман* | 阿曼
PAK | Pakistan* | пакистан* | 巴基斯坦
PAN | Panama* | Панам~, панамск* | 巴拿马
PER | Peru* | Перу, перуанск* | 秘鲁
PHL | Philippine*, Filipino* | филиппин* | 菲律宾
PLW | Palau* | Палау | 帕劳
PNG | Papua New Guinea* | Папуа-Нов* Гвине*, Папуа Нов* Гвине* | 巴布亚新几内亚
POL | Poland*, Polish | Польш~, польск* | 波兰
PRK | Democratic People's Republic of Korea, DPRK, North Korea*, Korea* |
    корейск* народно-демократическ* республик*, КНДР, северокорейск*, Коре~, корейск* |
    朝鲜民主主义人民共和国, 朝鲜, 朝方
PRT | Portug* | португал* | 葡萄牙
PRY | Paragua* | парагва* | 巴拉圭
PSE | Palestin* | палестин* | 巴勒斯坦
QAT | Qatar* | Катар*, катарск* | 卡塔尔
ROU | Romania* | румын* | 罗马尼亚
RUS | Russia* | росси*, россиян*, русск*, РФ | 俄罗斯, 俄方, 俄国
RWA | Rwanda* | руанд* | 卢旺达
SAU | Saudi* | саудовск* | 沙特阿拉伯, 沙特
SDN | Sudan* | Судан*, суданск* | 苏丹
SEN | Senegal* | сенегал* | 塞内加尔
SGP | Singapore* | сингапур* | 新加坡
SLB | Solomon Islands | Соломонов* | 所罗门群岛
SLE | Sierra Leone* | Сьерра-Леоне, сьерра-леон* | 塞拉利昂
SLV | El Salvador, Salvador* | сальвадор*, Эль-Сальвадор* | 萨尔瓦多
SMR | San Marino | Сан-Марино | 圣马力诺
SOM | Somali* | сомали* | 索马里
SRB | Serb* | серб* | 塞尔维亚
SSD | South Sudan* | Южн* Судан*, южносуданск* | 南苏丹
STP | Sao Tome*, São Tomé* | Сан-Томе | 圣多美和普林西比, 圣多美
SUR | Suriname* | суринам* | 苏里南
SVK | Slovak* | словак*, словацк* | 斯洛伐克
SVN | Sloven* | словен* | 斯洛文尼亚
SWE | Swed* | Швеци~, шведск*, швед* | 瑞典
SWZ | Swazi*, Eswatini | свазиленд*, эсватини | 斯威士兰
SYC | Seychell* | сейшел* | 塞舌尔
SYR | Syria* | сири* | 叙利亚, 阿拉伯叙利亚共和国
TCD | Chad, Chadian* | Чад, Чада, Чаду, Чадом, Чаде, чадск* | 乍得
TGO | Togo, Togolese | Того, тоголез* | 多哥
THA | Thai* | таиланд*, тайск* | 泰国, 泰方
TJK | Tajik* | таджик* | 塔吉克斯坦
TKM | Turkmen* | туркмен* | 土库曼斯坦
TLS | Timor-Leste*, East Timor*, Timorese | Тимор*, тиморск* | 东帝汶
TON | Tonga* | Тонг~ | 汤加
TTO | Trinidad and Tobago, Trinidad*, Tobago | Тринидад* и Тобаго, Тринидад*, Тобаго | 特立尼达和多巴哥,
    特立尼达
TUN | Tunis* | тунис* | 突尼斯
TUR | Turkey, Turkish, Türkiye*, Turk, Turks | Турци~, турецк*, Тюркие, турк~ | 土耳其, 土族
TUV | Tuvalu* | тувалу* | 图瓦卢
TZA | Tanzania* | танзани* | 坦桑尼亚
UGA | Uganda* | уганд* | 乌干达
UKR | Ukrain* | украин* | 乌克兰, 乌方
URY | Urugua* | уругва* | 乌拉圭
- | US dollar*, United States dollar*, dollars of the United States | долл США, доллар~ США, долларо* США,
    доллар* Соединенных Штатов | 美元
USA | United States of America, United States, US, USA, U.S, American* | соединенн* штат* америк*,
    Соединенн* Штат*, США, американск*, американц*, американо | 美利坚合众国, 美国, 美帝, 美方
UZB | Uzbek* | узбек* | 乌兹别克斯坦
VAT | Holy See, Vatican* | Свят* Престол*, ватикан* | 教廷, 梵蒂冈
VCT | Saint Vincent and the Grenadines, St. Vincent, Saint Vincent | Сент-Винсент* и Гренадин*,
    Сент-Винсент* | 圣文森特和格林纳丁斯, 圣文森特
VEN | Venezuela* | венесуэл* | 委内瑞拉
VNM | Viet Nam*, Vietnam* | вьетнам* | 越南
VUT | Vanuatu* | вануату* | 瓦努阿图
WSM | Samoa* | Самоа, самоанск* | 萨摩亚
YEM | Yemen* | йемен* | 也门
ZAF | South Africa, South African* | Южно-Африканск* Республик*, Южн* Африк~, южноафриканск*, ЮАР | 南非
ZMB | Zambia* | замби* | 赞比亚
ZWE | Zimbabwe* | зимбабв* | 津巴布韦
XKX | Kosovo*, Kosovar* | Косово, косовск* | 科索沃
YUG | Yugoslav* | югослав* | 南斯拉夫
SUN | Soviet*, USSR | советск* союз*, СССР | 苏联
"""
