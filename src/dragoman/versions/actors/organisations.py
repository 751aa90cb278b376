"""Names of international organisations and bodies with their short forms; written as in `states`.

Sources: the organisations' own names of themselves in their official languages.
"""

from __future__ import annotations

ORGANISATIONS = """
UN | United Nations, UN, U.N | Организаци* Объединенных Наций, ООН | 联合国
UN General Assembly | General Assembly | Генеральн* Ассамбле* | 联合国大会, 联大
UN Security Council | Security Council, UNSC | Совет* Безопасности | 安全理事会, 安理会
UN ECOSOC | Economic and Social Council, ECOSOC | Экономическ* и Социальн* Совет*, ЭКОСОС |
    经济及社会理事会, 经济和社会理事会, 经社理事会
UN Trusteeship Council | Trusteeship Council | Совет* по Опеке, Совет* по опеке | 托管理事会
Human Rights Council | Human Rights Council | Совет* по правам человека | 人权理事会
Peacebuilding Commission | Peacebuilding Commission | Комисси* по миростроительству | 建设和平委员会
ICJ | International Court of Justice, ICJ | Международн* Суд* | 国际法院
ICC | International Criminal Court, ICC | Международн* уголовн* суд*, МУС | 国际刑事法院
PCA | Permanent Court of Arbitration, PCA | Постоянн* палат* третейского суда, ППТС | 常设仲裁法院
ICTR | International Criminal Tribunal for Rwanda, ICTR | Международн* уголовн* трибунал* по Руанде,
    МУТР | 卢旺达问题国际刑事法庭, 卢旺达问题国际法庭, 卢旺达法庭
ICTY | International Tribunal for the Former Yugoslavia,
    International Criminal Tribunal for the former Yugoslavia, ICTY |
    Международн* трибунал* по бывшей Югославии, Международн* уголовн* трибунал* по бывшей Югославии,
    МТБЮ | 前南斯拉夫问题国际法庭, 前南斯拉夫问题国际刑事法庭, 前南问题国际法庭, 前南法庭
SCO | Shanghai Cooperation Organisation, Shanghai Cooperation Organization, SCO |
    Шанхайск* организаци* сотрудничества, ШОС | 上海合作组织, 上合组织, 上合
BRICS | BRICS | БРИКС | 金砖国家, 金砖
EAEU | Eurasian Economic Union, EAEU, EEU | Евразийск* экономическ* союз*, ЕАЭС | 欧亚经济联盟
EEC | Eurasian Economic Commission | Евразийск* экономическ* комисси*, ЕЭК | 欧亚经济委员会
CSTO | Collective Security Treaty Organization, Collective Security Treaty Organisation, CSTO |
    Организаци* Договора о коллективной безопасности, ОДКБ | 集体安全条约组织, 集安组织
CIS | Commonwealth of Independent States, CIS | Содружеств* Независимых Государств, СНГ | 独立国家联合体,
    独联体
CICA | Conference on Interaction and Confidence-Building Measures in Asia, CICA |
    Совещани* по взаимодействию и мерам доверия в Азии, СВМДА | 亚洲相互协作与信任措施会议, 亚信
ASEAN | Association of Southeast Asian Nations, Association of South-East Asian Nations, ASEAN |
    Ассоциаци* государств Юго-Восточной Азии, АСЕАН | 东南亚国家联盟, 东盟
APEC | Asia-Pacific Economic Cooperation, APEC | Азиатско-Тихоокеанск* экономическ* сотрудничеств*, АТЭС |
    亚太经济合作组织, 亚太经合组织
EU | European Union, EU | Европейск* союз*, ЕС, Евросоюз* | 欧洲联盟, 欧盟
European Commission | European Commission | Европейск* комисси*, Еврокомисси* | 欧盟委员会, 欧洲联盟委员会
European Parliament | European Parliament | Европейск* парламент*, Европарламент* | 欧洲议会
Council of Europe | Council of Europe | Совет* Европы | 欧洲委员会
European Court of Human Rights | European Court of Human Rights, ECHR |
    Европейск* суд* по правам человека, ЕСПЧ | 欧洲人权法院
Inter-American Court | Inter-American Court of Human Rights | Межамериканск* суд* по правам человека |
    美洲人权法院
NATO | North Atlantic Treaty Organization, NATO | Организаци* Североатлантического договора, НАТО |
    北大西洋公约组织, 北约
OSCE | Organization for Security and Cooperation in Europe,
    Organization for Security and Co-operation in Europe, OSCE |
    Организаци* по безопасности и сотрудничеству в Европе, ОБСЕ | 欧洲安全与合作组织, 欧安组织
AU | African Union, AU | Африканск* союз*, АС | 非洲联盟, 非盟
ECOWAS | Economic Community of West African States, ECOWAS |
    Экономическ* сообществ* западноафриканских государств, ЭКОВАС | 西非国家经济共同体, 西非经共体
ECCAS | Economic Community of Central African States, ECCAS |
    Экономическ* сообществ* центральноафриканских государств, ЭСЦАГ | 中部非洲国家经济共同体,
    中非国家经济共同体, 中非经共体
SADC | Southern African Development Community, SADC | Сообществ* по вопросам развития юга Африки, САДК |
    南部非洲发展共同体, 南共体
IGAD | Intergovernmental Authority on Development, IGAD | Межправительственн* орган* по развитию, ИГАД,
    МОВР | 政府间发展管理局, 政府间发展组织, 伊加特
EAC | East African Community, EAC | Восточноафриканск* сообществ*, ВАС | 东非共同体
LAS | League of Arab States, Arab League | Лиг* арабских государств, ЛАГ | 阿拉伯国家联盟, 阿盟
OIC | Organization of Islamic Cooperation, Organisation of Islamic Cooperation, OIC |
    Организаци* исламского сотрудничества, ОИС | 伊斯兰合作组织
GCC | Gulf Cooperation Council, Cooperation Council for the Arab States of the Gulf, GCC |
    Совет* сотрудничества стран Залива, Совет* сотрудничества арабских государств Залива, ССЗ, ССАГПЗ |
    海湾阿拉伯国家合作委员会, 海湾合作委员会, 海合会
OAS | Organization of American States, OAS | Организаци* американских государств, ОАГ | 美洲国家组织,
    美洲组织
CARICOM | Caribbean Community, CARICOM | Карибск* сообществ*, КАРИКОМ | 加勒比共同体, 加共体
CELAC | Community of Latin American and Caribbean States, CELAC |
    Сообществ* латиноамериканских и карибских государств, СЕЛАК | 拉丁美洲和加勒比国家共同体,
    拉美和加勒比国家共同体, 拉共体
MERCOSUR | MERCOSUR, Southern Common Market | МЕРКОСУР | 南方共同市场, 南共市
UNASUR | UNASUR, Union of South American Nations | УНАСУР, Союз* южноамериканских наций | 南美洲国家联盟,
    南美国家联盟
SAARC | South Asian Association for Regional Cooperation, SAARC |
    Ассоциаци* регионального сотрудничества Южной Азии, СААРК | 南亚区域合作联盟, 南盟
OECD | Organization for Economic Cooperation and Development,
    Organisation for Economic Co-operation and Development, OECD |
    Организаци* экономического сотрудничества и развития, ОЭСР | 经济合作与发展组织, 经合组织
OPEC | OPEC, Organization of the Petroleum Exporting Countries | ОПЕК,
    Организаци* стран-экспортеров нефти | 石油输出国组织, 欧佩克
G20 | G20, G-20, Group of Twenty, Group of 20 | Групп* двадцати, Групп* 20 | 二十国集团
G77 | Group of 77, G77, G-77 | Групп* 77 | 77国集团, 七十七国集团
G8 | G8, Group of Eight | Групп* восьми | 八国集团
G7 | G7, Group of Seven | Групп* семи | 七国集团
Commonwealth | Commonwealth | Содружеств* наций, Содружеств* | 英联邦
Non-Aligned | Non-Aligned Movement, Movement of Non-Aligned Countries, NAM | Движени* неприсоединения,
    Движени* неприсоединившихся стран, ДН | 不结盟运动, 不结盟国家运动
IAEA | International Atomic Energy Agency, IAEA | Международн* агентств* по атомной энергии, МАГАТЭ |
    国际原子能机构, 原子能机构
WTO | World Trade Organization, WTO | Всемирн* торгов* организаци*, ВТО | 世界贸易组织, 世贸组织
WHO | World Health Organization, WHO | Всемирн* организаци* здравоохранения, ВОЗ | 世界卫生组织, 世卫组织
IMF | International Monetary Fund, IMF | Международн* валютн* фонд*, МВФ | 国际货币基金组织, 货币基金组织
World Bank | World Bank, International Bank for Reconstruction and Development, IBRD | Всемирн* банк*,
    МБРР | 世界银行, 世行, 国际复兴开发银行
IFC | International Finance Corporation, IFC | Международн* финансов* корпораци*, МФК | 国际金融公司
AIIB | Asian Infrastructure Investment Bank, AIIB | Азиатск* банк* инфраструктурных инвестиций, АБИИ |
    亚洲基础设施投资银行, 亚投行
ADB | Asian Development Bank, ADB | Азиатск* банк* развития, АБР | 亚洲开发银行, 亚行
AfDB | African Development Bank, AfDB | Африканск* банк* развития, АфБР | 非洲开发银行, 非行
NDB | New Development Bank, NDB | Нов* банк* развития, НБР | 新开发银行
UNESCO | United Nations Educational Scientific and Cultural Organization, UNESCO |
    Организаци* Объединенных Наций по вопросам образования науки и культуры, ЮНЕСКО |
    联合国教育科学及文化组织, 联合国教育、科学及文化组织, 联合国教科文组织, 教科文组织
FAO | Food and Agriculture Organization, FAO | Продовольственн* и сельскохозяйственн* организаци*, ФАО |
    粮食及农业组织, 粮农组织
ILO | International Labour Organization, International Labor Organization, ILO,
    International Labour Office | Международн* организаци* труда, МОТ, Международн* бюро труда |
    国际劳工组织, 劳工组织
IMO | International Maritime Organization, IMO | Международн* морск* организаци*, ИМО | 国际海事组织,
    海事组织
ICAO | International Civil Aviation Organization, ICAO | Международн* организаци* гражданской авиации,
    ИКАО | 国际民用航空组织, 国际民航组织, 民航组织
ITU | International Telecommunication Union, ITU | Международн* союз* электросвязи, МСЭ | 国际电信联盟,
    国际电联, 电联
UPU | Universal Postal Union, UPU | Всемирн* почтов* союз*, ВПС | 万国邮政联盟, 万国邮联
WMO | World Meteorological Organization, WMO | Всемирн* метеорологическ* организаци*, ВМО | 世界气象组织,
    气象组织
WIPO | World Intellectual Property Organization, WIPO |
    Всемирн* организаци* интеллектуальной собственности, ВОИС | 世界知识产权组织, 知识产权组织
UNIDO | United Nations Industrial Development Organization, UNIDO |
    Организаци* Объединенных Наций по промышленному развитию, ЮНИДО | 联合国工业发展组织, 工业发展组织,
    工发组织
UNWTO | World Tourism Organization, UNWTO | Всемирн* туристск* организаци*, ЮНВТО | 世界旅游组织
IFAD | International Fund for Agricultural Development, IFAD |
    Международн* фонд* сельскохозяйственного развития, МФСР | 国际农业发展基金, 农发基金
UNICEF | United Nations Children's Fund, UNICEF | Детск* фонд* Организации Объединенных Наций, ЮНИСЕФ |
    联合国儿童基金会, 儿童基金会, 儿基会
UNDP | United Nations Development Programme, UNDP | Программ* развития Организации Объединенных Наций,
    ПРООН | 联合国开发计划署, 开发计划署, 开发署
UNFPA | United Nations Population Fund, UNFPA |
    Фонд* Организации Объединенных Наций в области народонаселения, ЮНФПА | 联合国人口基金, 人口基金
UNHCR | United Nations High Commissioner for Refugees, High Commissioner for Refugees, UNHCR |
    Верховн* комиссар* Организации Объединенных Наций по делам беженцев,
    Управлени* Верховного комиссара Организации Объединенных Наций по делам беженцев, УВКБ |
    联合国难民事务高级专员, 难民事务高级专员办事处, 难民事务高级专员, 难民署, 难民专员办事处, 难民高专办,
    难民高专
OHCHR | High Commissioner for Human Rights, OHCHR |
    Верховн* комиссар* Организации Объединенных Наций по правам человека,
    Верховн* комиссар* по правам человека, Управлени* Верховного комиссара по правам человека, УВКПЧ |
    联合国人权事务高级专员, 人权事务高级专员办事处, 人权事务高级专员, 人权高专办, 人权高专
UNEP | United Nations Environment Programme, UNEP |
    Программ* Организации Объединенных Наций по окружающей среде, ЮНЕП | 联合国环境规划署, 环境规划署,
    环境署
UN-Habitat | UN-Habitat, United Nations Human Settlements Programme |
    Программ* Организации Объединенных Наций по населенным пунктам, ООН-Хабитат, ООНХабитат |
    联合国人类住区规划署, 人居署
UN-Women | UN-Women, UN Women, United Nations Entity for Gender Equality and the Empowerment of Women |
    Структур* ООН-женщины, ООН-женщины, ООН-Женщины | 联合国促进性别平等和增强妇女权能署, 妇女署
UNCTAD | United Nations Conference on Trade and Development, UNCTAD |
    Конференци* Организации Объединенных Наций по торговле и развитию, ЮНКТАД | 联合国贸易和发展会议,
    贸易和发展会议, 贸发会议
UNCITRAL | United Nations Commission on International Trade Law, UNCITRAL |
    Комисси* Организации Объединенных Наций по праву международной торговли, ЮНСИТРАЛ |
    联合国国际贸易法委员会, 国际贸易法委员会, 贸易法委员会
UNODC | United Nations Office on Drugs and Crime, UNODC |
    Управлени* Организации Объединенных Наций по наркотикам и преступности, ЮНОДК, УНП |
    联合国毒品和犯罪问题办公室, 毒品和犯罪问题办公室, 毒罪办, 禁毒办
UNOPS | United Nations Office for Project Services, UNOPS |
    Управлени* Организации Объединенных Наций по обслуживанию проектов, ЮНОПС | 联合国项目事务厅,
    项目事务厅, 项目厅
UNRWA | UNRWA, United Nations Relief and Works Agency | БАПОР,
    Ближневосточн* агентств* Организации Объединенных Наций | 近东巴勒斯坦难民救济和工程处,
    近东救济工程处, 工程处
UNITAR | UNITAR, United Nations Institute for Training and Research | ЮНИТАР,
    Учебн* и научно-исследовательск* институт* | 联合国训练研究所, 训研所
UNU | United Nations University, UNU | Университет* Организации Объединенных Наций, УООН | 联合国大学
UNAIDS | UNAIDS, Joint United Nations Programme on HIV/AIDS | ЮНЭЙДС | 联合国艾滋病毒艾滋病联合规划署,
    艾滋病规划署, 艾滋病署
WFP | World Food Programme, WFP | Всемирн* продовольственн* программ*, ВПП | 世界粮食计划署, 粮食计划署,
    粮食署
OCHA | Office for the Coordination of Humanitarian Affairs, OCHA |
    Управлени* по координации гуманитарных вопросов, УКГВ | 人道主义事务协调厅, 人道协调厅
OIOS | Office of Internal Oversight Services, OIOS | Управлени* служб внутреннего надзора, УСВН |
    内部监督事务厅, 监督厅
ACABQ | Advisory Committee, Advisory Committee on Administrative and Budgetary Questions, ACABQ |
    Advisory Committee, Консультативн* комитет* по административным и бюджетным вопросам,
    Консультативн* комитет*, ККАБВ | 行政和预算问题咨询委员会, 行预咨委会
Board of Auditors | Board of Auditors | Комисси* ревизоров | 审计委员会
CEB | Chief Executives Board, CEB | Координационн* совет* руководителей, КСР | 行政首长协调理事会,
    行政首长协调会, 首协会
JIU | Joint Inspection Unit, JIU | Объединенн* инспекционн* групп*, ОИГ | 联合检查组, 联检组
UNDG | United Nations Development Group, UNDG |
    Групп* Организации Объединенных Наций по вопросам развития, ГООНВР | 联合国发展集团, 发展集团
GEF | Global Environment Facility, GEF | Глобальн* экологическ* фонд*, ГЭФ | 全球环境基金, 全环基金
Green Climate Fund | Green Climate Fund, GCF | Зелен* климатическ* фонд*, ЗКФ | 绿色气候基金
IPCC | Intergovernmental Panel on Climate Change, IPCC |
    Межправительственн* групп* экспертов по изменению климата, МГЭИК | 政府间气候变化专门委员会, 气专委
UNFCCC | United Nations Framework Convention on Climate Change, UNFCCC |
    Рамочн* конвенци* Организации Объединенных Наций об изменении климата, РКИКООН, РКИК |
    联合国气候变化框架公约, 气候公约, 气候变化框架公约
Interpol | INTERPOL, International Criminal Police Organization | Интерпол*, ИНТЕРПОЛ* | 国际刑事警察组织,
    国际刑警组织, 刑警组织
ICRC | International Committee of the Red Cross, ICRC | Международн* комитет* Красного Креста, МККК |
    红十字国际委员会, 红十字委员会
Red Cross | Red Cross | Красн* Крест* | 红十字会, 红十字
IOM | International Organization for Migration, IOM | Международн* организаци* по миграции, МОМ |
    国际移民组织, 移民组织
IPU | Inter-Parliamentary Union, IPU | Межпарламентск* союз*, МПС | 各国议会联盟, 议会联盟, 议联
ISO | International Organization for Standardization, ISO | Международн* организаци* по стандартизации,
    ИСО | 国际标准化组织
WCO | World Customs Organization, WCO | Всемирн* таможенн* организаци*, ВТамО | 世界海关组织, 海关组织
FATF | Financial Action Task Force, FATF | Групп* разработки финансовых мер, ФАТФ | 金融行动特别工作组,
    反洗钱金融行动特别工作组
OPCW | Organisation for the Prohibition of Chemical Weapons,
    Organization for the Prohibition of Chemical Weapons, OPCW |
    Организаци* по запрещению химического оружия, ОЗХО | 禁止化学武器组织, 禁化武组织
CTBTO | CTBTO, Comprehensive Nuclear-Test-Ban Treaty Organization | ОДВЗЯИ | 全面禁止核试验条约组织,
    禁核试条约组织
CTBT | Comprehensive Nuclear-Test-Ban Treaty, CTBT |
    Договор* о всеобъемлющем запрещении ядерных испытаний, ДВЗЯИ | 全面禁止核试验条约, 全面禁核试条约
NPT | Treaty on the Non-Proliferation of Nuclear Weapons, Non-Proliferation Treaty, NPT |
    Договор* о нераспространении ядерного оружия, Договор* о нераспространении, ДНЯО | 不扩散核武器条约,
    不扩散条约
Conference on Disarmament | Conference on Disarmament | Конференци* по разоружению | 裁军谈判会议, 裁谈会
UNCLOS | United Nations Convention on the Law of the Sea, UNCLOS |
    Конвенци* Организации Объединенных Наций по морскому праву | 联合国海洋法公约
Quartet | Quartet | четверк* | 四方
ECE | Economic Commission for Europe, ECE, UNECE | Европейск* экономическ* комисси*, ЕЭК | 欧洲经济委员会,
    欧洲经委会, 欧经会
ECA | Economic Commission for Africa, ECA | Экономическ* комисси* для Африки, ЭКА | 非洲经济委员会,
    非洲经委会, 非经委
ESCAP | ESCAP, Economic and Social Commission for Asia and the Pacific | ЭСКАТО,
    Экономическ* и социальн* комисси* для Азии и Тихого океана | 亚洲及太平洋经济社会委员会, 亚太经社会
ESCWA | ESCWA, Economic and Social Commission for Western Asia | ЭСКЗА,
    Экономическ* и социальн* комисси* для Западной Азии | 西亚经济社会委员会, 西亚经社会
ECLAC | ECLAC, Economic Commission for Latin America and the Caribbean | ЭКЛАК,
    Экономическ* комисси* для Латинской Америки и Карибского бассейна | 拉丁美洲和加勒比经济委员会,
    拉加经委会
MONUSCO | MONUSCO,
    United Nations Organization Stabilization Mission in the Democratic Republic of the Congo | МООНСДРК |
    联刚稳定团
MINUSMA | MINUSMA, United Nations Multidimensional Integrated Stabilization Mission in Mali | МИНУСМА |
    马里稳定团
MINUSCA | MINUSCA | МИНУСКА | 中非稳定团
MINUSTAH | MINUSTAH, United Nations Stabilization Mission in Haiti | МООНСГ | 联海稳定团
UNAMID | UNAMID, African Union-United Nations Hybrid Operation in Darfur | ЮНАМИД | 达尔富尔混合行动
UNMISS | UNMISS, United Nations Mission in South Sudan | МООНЮС | 南苏丹特派团
UNISFA | UNISFA, United Nations Interim Security Force for Abyei | ЮНИСФА | 联阿安全部队
UNAMA | UNAMA, United Nations Assistance Mission in Afghanistan | МООНСА | 联阿援助团
UNAMI | UNAMI, United Nations Assistance Mission for Iraq | МООНСИ | 联伊援助团
UNIFIL | UNIFIL, United Nations Interim Force in Lebanon | ВСООНЛ | 联黎部队
UNDOF | UNDOF, United Nations Disengagement Observer Force | СООННР | 观察员部队
UNTSO | UNTSO, United Nations Truce Supervision Organization | ОНВУП | 停战监督组织
UNFICYP | UNFICYP, United Nations Peacekeeping Force in Cyprus | ВСООНК | 联塞部队
UNMIK | UNMIK, United Nations Interim Administration Mission in Kosovo | МООНК | 科索沃特派团
UNMIL | UNMIL, United Nations Mission in Liberia | МООНЛ | 联利特派团
UNOCI | UNOCI, United Nations Operation in Côte d'Ivoire | ОООНКИ | 联科行动
MINURSO | MINURSO, United Nations Mission for the Referendum in Western Sahara | МООНРЗС | 西撒特派团
UNSOM | UNSOM, United Nations Assistance Mission in Somalia | МООНСОМ | 联索援助团
UNSOA | UNSOA | ЮНСОА | 非索特派团支助办
AMISOM | AMISOM, African Union Mission in Somalia | АМИСОМ | 非索特派团
UNSMIL | UNSMIL, United Nations Support Mission in Libya | МООНПЛ | 联利支助团
UNMEER | UNMEER, United Nations Mission for Ebola Emergency Response | МООНЧРЭ | 埃博拉特派团
UNIOGBIS | UNIOGBIS | ЮНИОГБИС | 联几建和办
BINUCA | BINUCA | ОПООНМЦАР | 中非建和办
AFISMA | AFISMA | АФИСМА | 马里支助团
MISCA | MISCA | АФИСМЦАР, МИСКА | 中非支助团
EUFOR | EUFOR | СЕС | 欧盟部队
ISAF | ISAF, International Security Assistance Force | МССБ | 国际安全援助部队, 安援部队
ISIL | ISIL, ISIS, Islamic State in Iraq and the Levant, Daesh, Da'esh | ИГИЛ,
    Исламск* государств* Ирака и Леванта, ДАИШ | 伊拉克和黎凡特伊斯兰国, 伊黎伊斯兰国, 伊斯兰国, 达伊沙
Al-Qaida | Al-Qaida, Al-Qaeda, Al Qaeda | Аль-Каид*, Аль-Каед* | 基地组织
Taliban | Taliban | Талибан*, талиб* | 塔利班
Boko Haram | Boko Haram | Боко харам, Боко Харам | 博科圣地, 博科哈拉姆
Al-Shabaab | Al-Shabaab, Al-Shabab | Аш-Шабааб, Аль-Шабааб, Шабааб | 青年党
Hizbullah | Hizbullah, Hezbollah | Хизбалл*, Хезболл* | 真主党
Hamas | Hamas | ХАМАС | 哈马斯
LRA | Lord's Resistance Army, LRA | Армия сопротивления Бога, Арми* сопротивления Бога, ЛРА, БАС |
    上帝抵抗军, 上帝军
FDLR | FDLR, Forces démocratiques de libération du Rwanda | ДСОР | 卢民主力量
"""
