"""Capitals and large cities, regions, seas and rivers that official texts name; written as in `states`."""

from __future__ import annotations

PLACES = """
city abidjan | Abidjan | Абиджан* | 阿比让
city abu dhabi | Abu Dhabi | Абу-Даби | 阿布扎比
city abuja | Abuja | Абудж~ | 阿布贾
city accra | Accra | Аккр~, аккрск* | 阿克拉
city addis ababa | Addis Ababa | Аддис-Абеб*, аддис-абебск* | 亚的斯亚贝巴
city aleppo | Aleppo | Алеппо | 阿勒颇
city algiers | Algiers | Алжир* | 阿尔及尔
city almaty | Almaty, Alma-Ata | Алматы, Алма-Ат*, алма-атинск*, алматинск* | 阿拉木图
city amman | Amman | Амман* | 安曼
city amsterdam | Amsterdam | Амстердам*, амстердамск* | 阿姆斯特丹
city ankara | Ankara | Анкар~ | 安卡拉
city arusha | Arusha | Аруш*, арушск* | 阿鲁沙
city ashgabat | Ashgabat | Ашхабад*, ашхабадск* | 阿什哈巴德
city astana | Astana, Nur-Sultan | Астан*, астанинск*, Нур-Султан* | 阿斯塔纳, 努尔苏丹
city asuncion | Asunción, Asuncion | Асунсьон* | 亚松森
city athens | Athens | Афин*, афинск* | 雅典
city auckland | Auckland | Окленд* | 奥克兰
city baghdad | Baghdad | Багдад*, багдадск* | 巴格达
city baku | Baku | Баку, бакинск* | 巴库
city bali | Bali | Бали, балийск* | 巴厘
city bamako | Bamako | Бамако | 巴马科
city bandung | Bandung | Бандунг*, бандунгск* | 万隆
city bangkok | Bangkok | Бангкок*, бангкокск* | 曼谷
city bangui | Bangui | Банги | 班吉
city barcelona | Barcelona | Барселон* | 巴塞罗那
city basel | Basel | Базел*, базельск* | 巴塞尔
city beijing | Beijing, Peking | Пекин*, пекинск* | 北京
city beirut | Beirut | Бейрут*, бейрутск* | 贝鲁特
city belgrade | Belgrade | Белград*, белградск* | 贝尔格莱德
city berlin | Berlin | Берлин*, берлинск* | 柏林
city bern | Bern, Berne | Берн, Берна, Берне, бернск* | 伯尔尼
city bishkek | Bishkek | Бишкек*, бишкекск* | 比什凯克
city bogota | Bogotá, Bogota | Богот* | 波哥大
city bonn | Bonn | Бонн*, боннск* | 波恩
city brasilia | Brasília, Brasilia | Бразилиа | 巴西利亚
city bratislava | Bratislava | Братислав* | 布拉迪斯拉发
city brussels | Brussels | Брюссел*, брюссельск* | 布鲁塞尔
city bucharest | Bucharest | Бухарест*, бухарестск* | 布加勒斯特
city budapest | Budapest | Будапешт*, будапештск* | 布达佩斯
city buenos aires | Buenos Aires | Буэнос-Айрес* | 布宜诺斯艾利斯
city busan | Busan | Пусан*, пусанск* | 釜山
city cairo | Cairo | Каир*, каирск* | 开罗
city cancun | Cancún, Cancun | Канкун*, канкунск* | 坎昆
city cape town | Cape Town | Кейптаун*, кейптаунск* | 开普敦
city caracas | Caracas | Каракас* | 加拉加斯
city cartagena | Cartagena | Картахен* | 卡塔赫纳
city chisinau | Chisinau, Chişinău | Кишинев* | 基希讷乌
city conakry | Conakry | Конакри | 科纳克里
city copenhagen | Copenhagen | Копенгаген*, копенгагенск* | 哥本哈根
city dakar | Dakar | Дакар*, дакарск* | 达喀尔
city damascus | Damascus | Дамаск* | 大马士革
city dar es salaam | Dar es Salaam | Дар-эс-Салам* | 达累斯萨拉姆
city delhi | New Delhi, Delhi | Дели, Нью-Дели, делийск* | 新德里, 德里
city dhaka | Dhaka | Дакк*, Дакка | 达卡
city doha | Doha | Дох~, дохинск* | 多哈
city donetsk | Donetsk | Донецк*, донецк* | 顿涅茨克
city dubai | Dubai | Дубай* | 迪拜
city dublin | Dublin | Дублин*, дублинск* | 都柏林
city durban | Durban | Дурбан*, дурбанск* | 德班
city dushanbe | Dushanbe | Душанбе, душанбинск* | 杜尚别
city entebbe | Entebbe | Энтеббе | 恩德培
city freetown | Freetown | Фритаун* | 弗里敦
city fukushima | Fukushima | Фукусим* | 福岛
city geneva | Geneva | Женев*, женевск* | 日内瓦
city goma | Goma | Гома, Гоме, Гому, Гомы | 戈马
city guangzhou | Guangzhou | Гуанчжоу | 广州
city gaza | Gaza | Газа, Газе, Газу, Газой, Газы | 加沙
city hague | The Hague, Hague | Гааг*, гаагск* | 海牙
city hanoi | Hanoi, Ha Noi | Хано*, ханойск* | 河内
city harare | Harare | Хараре | 哈拉雷
city havana | Havana | Гаван*, гаванск* | 哈瓦那
city helsinki | Helsinki | Хельсинк*, хельсинкск* | 赫尔辛基
city hiroshima | Hiroshima | Хиросим* | 广岛
city hong kong | Hong Kong | Гонконг*, Сянган* | 香港
city hyogo | Hyogo | Хиог* | 兵库
city islamabad | Islamabad | Исламабад* | 伊斯兰堡
city istanbul | Istanbul | Стамбул*, стамбульск* | 伊斯坦布尔
city jakarta | Jakarta | Джакарт*, джакартск* | 雅加达
city jeddah | Jeddah, Jidda* | Джидд* | 吉达
city jerusalem | Jerusalem | Иерусалим*, иерусалимск* | 耶路撒冷
city johannesburg | Johannesburg | Йоханнесбург*, йоханнесбургск* | 约翰内斯堡
city juba | Juba | Джуб~ | 朱巴
city kabul | Kabul | Кабул*, кабульск* | 喀布尔
city kampala | Kampala | Кампал*, кампальск* | 坎帕拉
city karachi | Karachi | Карачи | 卡拉奇
city kathmandu | Kathmandu | Катманду | 加德满都
city kazan | Kazan | Казан*, казанск* | 喀山
city khartoum | Khartoum | Хартум* | 喀土穆
city kigali | Kigali | Кигали* | 基加利
city kinshasa | Kinshasa | Киншас* | 金沙萨
city kuala lumpur | Kuala Lumpur | Куала-Лумпур* | 吉隆坡
city kunming | Kunming | Куньмин* | 昆明
city kyiv | Kyiv, Kiev | Киев*, киевск* | 基辅
city kyoto | Kyoto | Киот*, киотск* | 京都
city lagos | Lagos | Лагос* | 拉各斯
city libreville | Libreville | Либревил* | 利伯维尔
city lima | Lima | Лим~, лимск* | 利马
city lisbon | Lisbon | Лиссабон*, лиссабонск* | 里斯本
city ljubljana | Ljubljana | Люблян* | 卢布尔雅那
city london | London | Лондон*, лондонск* | 伦敦
city luanda | Luanda | Луанд~ | 罗安达
city luhansk | Luhansk, Lugansk | Луганск*, луганск* | 卢甘斯克
city lusaka | Lusaka | Лусак* | 卢萨卡
city madrid | Madrid | Мадрид*, мадридск* | 马德里
city managua | Managua | Манагуа | 马那瓜
city manila | Manila | Манил* | 马尼拉
city marrakesh | Marrakesh, Marrakech | Марракеш*, марракешск* | 马拉喀什
city mexico city | Mexico City | Мехико | 墨西哥城
city minamata | Minamata | Минамат*, минаматск* | 水俣
city minsk | Minsk | Минск*, минск* | 明斯克
city mogadishu | Mogadishu | Могадишо | 摩加迪沙
city mombasa | Mombasa | Момбас* | 蒙巴萨
city monrovia | Monrovia | Монрови* | 蒙罗维亚
city monterrey | Monterrey | Монтеррей*, монтеррейск* | 蒙特雷
city montevideo | Montevideo | Монтевидео | 蒙得维的亚
city montreal | Montreal | Монреал*, монреальск* | 蒙特利尔
city moscow | Moscow | Москв*, московск* | 莫斯科
city mumbai | Mumbai | Мумба* | 孟买
city n'djamena | N'Djamena | Нджамен* | 恩贾梅纳
city nagasaki | Nagasaki | Нагасаки | 长崎
city nagoya | Nagoya | Нагоя, Нагое, Нагои, Нагою, нагойск* | 名古屋
city nairobi | Nairobi | Найроби*, найробийск* | 内罗毕
city naypyidaw | Naypyidaw, Nay Pyi Taw | Нейпьид* | 内比都
city new york | New York | Нью-Йорк*, нью-йоркск*, НьюЙорк* | 纽约
city niamey | Niamey | Ниаме* | 尼亚美
city nicosia | Nicosia | Никоси* | 尼科西亚
city nouakchott | Nouakchott | Нуакшот* | 努瓦克肖特
city osaka | Osaka | Осак~ | 大阪
city oslo | Oslo | Осло | 奥斯陆
city ottawa | Ottawa | Оттав* | 渥太华
city ouagadougou | Ouagadougou | Уагадугу | 瓦加杜古
city panama city | Panama City | | 巴拿马城
city paris | Paris | Париж*, парижск* | 巴黎
city phnom penh | Phnom Penh | Пномпен* | 金边
city port-au-prince | Port-au-Prince | Порт-о-Пренс* | 太子港
city pretoria | Pretoria | Претори~ | 比勒陀利亚
city prague | Prague | Праг*, пражск* | 布拉格
city pristina | Pristina, Prishtina | Приштин* | 普里什蒂纳
city pyongyang | Pyongyang | Пхеньян* | 平壤
city quito | Quito | Кито | 基多
city rabat | Rabat | Рабат* | 拉巴特
city ramallah | Ramallah | Рамалл* | 拉马拉
city reykjavik | Reykjavik | Рейкьявик* | 雷克雅未克
city riga | Riga | Риг~, рижск* | 里加
city rio | Rio de Janeiro, Rio | Рио-де-Жанейро, Рио, рио-де-жанейрск* | 里约热内卢, 里约
city riyadh | Riyadh | Эр-Рияд*, эр-риядск* | 利雅得
city rome | Rome | Рим, Рима, Риму, Риме, Римом, римск* | 罗马
city rotterdam | Rotterdam | Роттердам*, роттердамск* | 鹿特丹
city saint petersburg | St. Petersburg, Saint Petersburg, Petersburg | Санкт-Петербург*,
    санкт-петербургск* | 圣彼得堡
city samarkand | Samarkand | Самарканд*, самаркандск* | 撒马尔罕
city san francisco | San Francisco | Сан-Франциско, сан-францисск* | 旧金山
city san jose | San José, San Jose | Сан-Хосе | 圣何塞
city sana'a | Sana'a, Sanaa | Сана, Сане, Сану, Саны | 萨那
city santiago | Santiago | Сантьяго | 圣地亚哥
city sarajevo | Sarajevo | Сараево | 萨拉热窝
city sendai | Sendai | Сенда*, сендайск* | 仙台
city seoul | Seoul | Сеул*, сеульск* | 首尔, 汉城
city shanghai | Shanghai | Шанха*, шанхайск* | 上海
city shenzhen | Shenzhen | Шэньчжэн* | 深圳
city skopje | Skopje | Скопье | 斯科普里
city sochi | Sochi | Сочи | 索契
city sofia | Sofia | Софи* | 索非亚
city stockholm | Stockholm | Стокгольм*, стокгольмск* | 斯德哥尔摩
city strasbourg | Strasbourg | Страсбург*, страсбургск* | 斯特拉斯堡
city sydney | Sydney | Сидне*, сиднейск* | 悉尼
city tallinn | Tallinn | Таллин* | 塔林
city tashkent | Tashkent | Ташкент*, ташкентск* | 塔什干
city tbilisi | Tbilisi | Тбилиси | 第比利斯
city tehran | Tehran, Teheran | Тегеран*, тегеранск* | 德黑兰
city tel aviv | Tel Aviv | Тель-Авив* | 特拉维夫
city tianjin | Tianjin | Тяньцзин* | 天津
city tirana | Tirana | Тиран~ | 地拉那
city tokyo | Tokyo | Токио, токийск* | 东京
city toronto | Toronto | Торонто | 多伦多
city tripoli | Tripoli | Триполи | 的黎波里
city tunis | Tunis | Тунис* | 突尼斯市
city turin | Turin | Турин* | 都灵
city ufa | Ufa | Уфа, Уфы, Уфе, Уфу, уфимск* | 乌法
city ulaanbaatar | Ulaanbaatar, Ulan Bator | Улан-Батор* | 乌兰巴托
city vancouver | Vancouver | Ванкувер* | 温哥华
city venice | Venice | Венеци~, венецианск* | 威尼斯
city vienna | Vienna | Вен~, венск* | 维也纳
city vientiane | Vientiane | Вьентьян* | 万象
city vilnius | Vilnius | Вильнюс* | 维尔纽斯
city vladivostok | Vladivostok | Владивосток*, владивостокск* | 符拉迪沃斯托克, 海参崴
city warsaw | Warsaw | Варшав*, варшавск* | 华沙
city washington | Washington | Вашингтон*, вашингтонск* | 华盛顿
city wellington | Wellington | Веллингтон* | 惠灵顿
city windhoek | Windhoek | Виндхук* | 温得和克
city xi'an | Xi'an | Сиань* | 西安
city xiamen | Xiamen | Сямэн* | 厦门
city yalta | Yalta | Ялт*, ялтинск* | 雅尔塔
city yaounde | Yaoundé, Yaounde | Яунд* | 雅温得
city yekaterinburg | Yekaterinburg, Ekaterinburg | Екатеринбург*, екатеринбургск* | 叶卡捷琳堡
city yerevan | Yerevan | Ереван* | 埃里温
city zagreb | Zagreb | Загреб* | 萨格勒布
city zurich | Zurich, Zürich | Цюрих* | 苏黎世
region abkhazia | Abkhaz* | абхаз* | 阿布哈兹
region abyei | Abyei | Абье* | 阿卜耶伊
region africa | Africa*, sub-Saharan | африк* | 非洲
region america | Americas, American*, America | Америк~, американск* | 美洲
region antarctic | Antarctic* | Антаркти*, антарктическ* | 南极
region arctic | Arctic | Арктик*, арктическ* | 北极
region asia | Asia* | ази* | 亚洲
region asia-pacific | Asia-Pacific, Asia and the Pacific | азиатско-тихоокеанск*, Ази~ и Тихого океана,
    Ази~ и бассейна Тихого океана | 亚太, 亚洲及太平洋, 亚洲和太平洋
region balkans | Balkan* | балкан* | 巴尔干
region caribbean | Caribbean | карибск* | 加勒比
region caucasus | Caucas*, Transcaucas* | кавказ* | 高加索
region central asia | Central Asia* | Центральн* Ази~, центральноазиатск* | 中亚
region northeast asia | Northeast Asia*, North-East Asia* | Северо-Восточн* Ази~ | 东北亚
region southeast asia | Southeast Asia*, South-East Asia* | Юго-Восточн* Ази~ | 东南亚
region south asia | South Asia* | Южн* Ази~, южноазиатск* | 南亚
region east asia | East Asia* | Восточн* Ази~ | 东亚
region crimea | Crimea* | крым* | 克里米亚
region darfur | Darfur* | дарфур* | 达尔富尔
region eurasia | Eurasia* | еврази* | 欧亚
region europe | Europe* | европ* | 欧洲
region falklands | Falkland* | Фолклендск* | 福克兰
region golan | Golan | Голан* | 戈兰
region gulf | Persian Gulf, Gulf | Персидск* залив* | 波斯湾, 海湾
region guam | Guam | Гуам* | 关岛
region gibraltar | Gibraltar* | гибралтар* | 直布罗陀
region karabakh | Nagorno-Karabakh, Karabakh | Карабах*, нагорно-карабахск*, карабахск* |
    纳戈尔诺卡拉巴赫, 卡拉巴赫
region kashmir | Kashmir | Кашмир*, кашмирск* | 克什米尔
region kivu | Kivu | Киву | 基伍
region korean peninsula | Korean peninsula | Корейск* полуостров* | 朝鲜半岛
region kurdistan | Kurd* | курд* | 库尔德
region latin america | Latin America* | Латинск* Америк~, латиноамериканск* | 拉丁美洲, 拉美
region macao | Macao | Макао, Аомын* | 澳门
region maghreb | Maghreb | Магриб* | 马格里布
region malvinas | Malvinas | Мальвинск* | 马尔维纳斯
region mediterranean | Mediterranean | средиземномор*, Средиземн* | 地中海
region mekong | Mekong | Меконг* | 湄公河
region middle east | Middle East* | Ближн* Восток*, ближневосточн* | 中东
region new caledonia | New Caledonia | Нов* Каледони~ | 新喀里多尼亚
region north america | North America* | Северн* Америк~, североамериканск* | 北美
region oceania | Oceania | Океани~ | 大洋洲
region pacific | Pacific | Тих* океан*, тихоокеанск* | 太平洋
region puntland | Puntland | Пунтленд* | 邦特兰
region sahara | Western Sahara, Sahara, Saharan, Sahrawi* | Сахар~, сахарск*, Западн* Сахар~ | 西撒哈拉,
    撒哈拉
region sahel | Sahel* | Сахел*, сахельск* | 萨赫勒
region siberia | Siberia* | сибир* | 西伯利亚
region sinai | Sinai | Синай*, Сина~, синайск* | 西奈
region taiwan | Taiwan* | тайван* | 台湾
region tibet | Tibet* | тибет* | 西藏
region tokelau | Tokelau | Токелау | 托克劳
region transnistria | Transnistria* | приднестров* | 德涅斯特
region tskhinvali | Tskhinvali | Цхинвал*, цхинвальск* | 茨欣瓦利
region south ossetia | South Ossetia* | Южн* Осети*, югоосетинск* | 南奥塞梯
region west bank | West Bank | Западн* берег*, Западн* Берег* | 西岸
region xinjiang | Xinjiang | Синьцзян* | 新疆
region yunnan | Yunnan | Юньнань* | 云南
region far east | Far East | Дальн* Восток*, дальневосточн* | 远东
water aral sea | Aral Sea, Aral | Арал*, аральск* | 咸海
water amur | Amur | Амур*, амурск* | 黑龙江, 阿穆尔
water arctic ocean | Arctic Ocean | Северн* Ледовит* океан* | 北冰洋
water atlantic | Atlantic, transatlantic | атлантик*, атлантическ*, трансатлантическ* | 大西洋
water baikal | Baikal | Байкал* | 贝加尔
water baltic | Baltic | Балти~, балтийск* | 波罗的海
water bering | Bering | берингов* | 白令
water black sea | Black Sea | Черн* мор*, черноморск* | 黑海
water bosporus | Bosporus, Bosphorus | Босфор* | 博斯普鲁斯
water caspian | Caspian | Касп*, каспийск* | 里海
water danube | Danube | Дунай*, Дуна~, дунайск* | 多瑙河
water east china sea | East China Sea | Восточно-Китайск* мор* | 东海
water ganges | Ganges | Ганг, Ганга, Ганге | 恒河
water gulf of aden | Gulf of Aden | Аденск* залив* | 亚丁湾
water gulf of guinea | Gulf of Guinea | Гвинейск* залив* | 几内亚湾
water hormuz | Hormuz | Ормузск* | 霍尔木兹
water indian ocean | Indian Ocean | Индийск* океан* | 印度洋
water malacca | Malacca | Малаккск* | 马六甲
water mano river | Mano River | реки Мано, Мано | 马诺河
water nile | Nile | Нил, Нила, Ниле, нильск* | 尼罗河
water red sea | Red Sea | Красн* мор* | 红海
water sea of japan | Sea of Japan | Японск* мор* | 日本海
water south china sea | South China Sea | Южно-Китайск* мор* | 南海, 南中国海
water suez | Suez | суэцк* | 苏伊士
water yangtze | Yangtze | Янцзы | 长江
water yellow river | Yellow River | Хуанхэ | 黄河
water yellow sea | Yellow Sea | Желт* мор* | 黄海
"""
