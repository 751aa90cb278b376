"""Who acts and who is addressed in official texts, as facts: head nouns of actors, by class.

An entry is a class, written as `forms` says. A form in several entries may mean each of them: 委员会 is a
committee, a commission or a board.
"""

from __future__ import annotations

INSTITUTIONS = """
- | human rights, partnership*, summit, summits, human resources, human being*, human development |
    прав~ человека, партнерств*, саммит~, встреч~ на высшем уровне, людск* ресурс~, человеческ* ресурс~,
    управлени~ людскими ресурсами | 人权, 伙伴关系, 首脑会议, 峰会, 人力资源, 人道主义, 大部分, 部分,
    全部, 人道, 上述各国
state | State, States, states, country, countries, nations, Nations, riparian*, ?national, ?National,
    ?nation, ?domestic, ?home | государств~, стран~, ?национальн*, ?государственн*, ?внутренн*,
    ?межгосударственн*, ?общенациональн* | ?国家, 各国, 该国, 本国, 我国, 他国, 两国, 缔约国, 会员国,
    成员国, 当事国, 沿海国, 邻国, 东道国, 请求国, 贵国, 沿岸国, 部队派遣国, 出兵国, 捐助国, 参与国,
    理事国, 保存国, 船旗国, 受援国, ?国, ?全国, ?国内, ?国际, ?发展中国家, ?发达国家, ?与会国
state member | Member State*, member State*, member state*, Member countr*, member countr*,
    States Members, ?members, ?member, ?Members, ?Member | государств~-член*, государств~ член*,
    стран~-член*, ?член, ?члена, ?члену, ?членом, ?члены, ?членов, ?членам, ?членами, ?членах | 会员国,
    成员国, ?成员, 理事国, ?委员, 会员
state party | State party, State Party, States parties, States Parties, states parties, state party,
    ?Parties, ?parties | государств~-участни*, государств~ участни*, стран~-участни*, участник~ | 缔约国,
    缔约方, 签署国, 签约国, 参与国
party | Party, Parties, party, parties, ?side, ?sides, Side, Sides | ?сторон~, Сторон~,
    договаривающ* сторон~, участник~ | 缔约方, 缔约国, 各方, 双方, ?一方, 两方, 当事方, 当事人, 三方,
    ?另一方, 对方, 我方, 签约方, 缔约双方, ?方, ?三方
signatory | signator* | подписавш* | 签署方, 签署国, 签字国, 签署者
government | Government*, government, governments, ?governmental, ?intergovernmental,
    ?non-governmental | правительств~, орган~ власти, орган~ государственной власти,
    ?правительственн*, ?межправительственн* | 各国政府, 政府, 当局, ?官方
authorities | authority, authorities, Authority, Authorities, ?governance | власти, властей, властям,
    властями, властях, орган~ власти, ?орган, ?органа, ?органу, ?органом, ?органы, ?органов, ?органам,
    ?органами, ?органах, администраци~ | 当局, 主管部门, 管理局, 主管机关, 机关, ?部门, ?机构, 权力机构,
    管理当局
parliament | parliament*, Parliament*, legislature*, Congress, House of Representatives, Senate, Knesset,
    ?National Assembly, Majlis, ?parliamentary, ?legislative, ?Assembly | парламент*, конгресс~, сенат*,
    законодательн* собрани*, национальн* собрани*, ?парламентск* | 议会, 国会, 国民议会, 立法机关,
    立法机构, 参议院, 众议院, 国民大会, 议院, ?大会
assembly | Assembly, assembly | ассамбле* | 大会, 联大
council | Council, council, councils | Совет, Совета, Совету, Советом, Совете, совет, совета, совету,
    советом, совете, советы, советов, Совет~ управляющих | 理事会, 安理会, 安全理事会, 经社理事会, 参议会,
    市议会
board | Board, board, boards, Boards | Правлени~, правлени~, совет~ управляющих, Исполнительн* совет*,
    Совет, Совета, Совету, Советом, Совете, совет~, коллеги~, Комисси~ ревизоров | 理事会, 董事会, 委员会,
    执行局, 审计委员会, 董事局
committee | Committee*, committee*, subcommittee*, Subcommittee* | комитет*, подкомитет*, комисси~ |
    委员会, 小组委员会, 第一委员会
commission | Commission, Commissions, commission, commissions, ECA, ECE | комисси~, комитет* | 委员会
working group | Working Group*, working group*, Working Party, Task Force, task force, ?Group, ?Groups,
    ?group, ?groups, Panel, Panels, panel, ?team, Team, ?teams, Teams, Group of Experts, Panel of Experts,
    Expert Group | рабоч* групп~, целев* групп~, ?групп~, ?команд~, групп* экспертов | 工作组, 工作队,
    小组, 专家组, 特设工作组, ?集团, 专家小组, 问题组, ?团体, 工作小组, ?组, ?群体, ?队, 团队, 小组委员会
secretariat | Secretariat*, secretariat* | секретариат* | 秘书处
secretary-general | Secretary-General, Secretaries-General | Генеральн* секретар~, генеральн* секретар~ |
    秘书长
secretary | Secretary, secretary, Executive Secretary, Under-Secretary*, Assistant Secretary*,
    Under-Secretary-General*, Assistant Secretary-General* | секретар~, заместител~ Генеральн* секретар~,
    помощник* Генеральн* секретар~ | 秘书, 执行秘书, 书记, 国务卿, 副秘书长, 助理秘书长
chair | Chair, Chairs, Chairman, Chairperson*, Chairmen, chairman, chair, chairs, chairperson*,
    Chairmanship, Co-Chair*, co-chair*, Vice-Chair*, facilitator* | председател~, сопредседател~,
    заместител~ председател~ | 主席, 共同主席, 副主席, 主席团, ?主席团
president | President, Presidents, president, Presidency, Vice-President*, ?presidents, ?presidential |
    президент~, председател~, ?президентск* | 主席, 总统, 会长, 院长, 总裁, 庭长, 行长, 国家主席, 国家元首
head of state | Head of State, Heads of State, heads of state, head of state, Heads of Government,
    Leaders, leaders, ?leadership, leader | глав~ государств~, ?главы, ?глава, ?главой, ?главам, лидер*,
    ?руководител~, ?руководств~ | 国家元首, 元首, 政府首脑, 领导人, ?领导, ?领导层, 领袖, ?团长, ?首长,
    ?首脑
prime minister | Prime Minister*, prime minister*, Premier, Chancellor | премьер*, канцлер* | 总理, 首相
minister | Minister, Ministers, minister, ministers, Ministry, Ministries, ministry, ministries,
    Ministerial, ?ministerial | министр*, министерств~, ?министерск* | 部长, 外长, 大臣, ?部, 部委, 财长,
    防长, 国防部, 外交部, 内政部, 财政部, 卫生部, 教育部, 司法部, 商务部, 农业部, 交通部, 环境部, 劳动部,
    经济部, 文化部, 能源部, ?部级, ?部际, 国务院, 各部
director | Director*, director*, Administrator*, administrator*, Executive Director* | директор~,
    администратор~, ?начальник*, ?руководител~, директор~-исполнител~, исполнительн* директор* | 主任,
    署长, 总干事, 总裁, 局长, 处长, 干事, 司长, 行政主管, ?主管, 院长, 董事, 所长, 厅长, 执行主任, 管理人,
    管理者, ?负责人
high commissioner | High Commissioner*, Commissioner*, commissioner* | комиссар~, уполномоченн~ |
    高级专员, 专员, 委员, 高专
rapporteur | Rapporteur*, rapporteur* | докладчик* | 报告员
representative | Representative*, representative, representatives, envoy*, Envoy* | ?представител~,
    посланник* | ?代表, 特使, 代表团
delegation | delegation*, Delegation* | делегаци~ | 代表团
ambassador | ambassador*, Ambassador*, embassy, Embassy, embassies | посол, посла, послу, послом, послы,
    послов, посольств~ | 大使, 使馆, 大使馆
mission | Mission, Missions, mission, missions, ?peacekeep*, Force, troops, contingent* | мисси~,
    представительств~, ?сил, ?силы, ?силам, ?силами, ?силах, контингент~, миротворц* | 特派团, 代表团,
    使团, 稳定团, 支助团, 援助团, 代表处, ?部队, 联阿安全部队, 联黎部队, 特遣队, 维持和平人员, 维和人员,
    访问团, ?团
court | Court, Courts, court, courts, judiciary, ?judicial, ?judge, ?judges | суд, суда, суду, судом,
    суде, суды, судов, судам, судами, судебн* орган*, Суд, судебн* систем*, ?судебн* | 法院, 法庭,
    司法机构, 司法机关, 司法部门, 最高法院, ?司法
tribunal | Tribunal*, tribunal*, arbitral tribunal* | трибунал*, арбитраж*, третейск* суд*, ?суд, ?суда,
    ?суде, ?судом, Суд | 法庭, 仲裁庭, 法院, 仲裁法庭
judge | judge, judges, Judge, Judges, magistrate*, arbitrator* | судь~, судей, арбитр, арбитра, арбитру,
    арбитром, арбитры, арбитров | 法官, 审判员, 仲裁员
prosecutor | Prosecutor*, prosecutor*, prosecution, Attorney General, Attorney-General | прокурор~,
    прокуратур~, обвинител~, обвинени~ | 检察官, 检察长, 检察院, 检察机关, 控方
agency | agency, agencies, Agency, Agencies, ?entity, ?entities, Entity, ?body, ?bodies, ?institution,
    ?institutions, Institution*, organ, organs, Institute*, institute* | учреждени~, агентств~,
    ?структур~, ?институт~, ?орган, ?органа, ?органу, ?органом, ?органы, ?органов, ?органам, ?органами,
    ?органах, ?подразделени~, ?организаци~, ?ведомств~ | 机构, ?实体, 机关, 署, 研究所, ?学院, ?部门,
    ?单位, ?组织, ?行为体
organization | organization*, Organization*, organisation*, Organisation*, NGO, NGOs, association*,
    Association* | организаци~, НПО, объединени~, ассоциаци~, ?НКО | ?组织, ?机构, 协会, 联合会, 本组织,
    ?联合会
office | Office, office, offices, Department*, department*, Bureau, bureau, Division*, division*, Unit,
    unit, units, ?Service, Branch | ?управлени~, бюро, департамент~, ?отдел, ?отдела, ?отделу, ?отделом,
    ?отделы, ?отделов, отделени~, канцеляри~, офис~, отделени*, кафедр*, Управлени~ | 办公室, 办事处, ?厅,
    ?司, ?处, ?局, ?科, ?股, ?部, ?主席团, ?部门, 事务厅, ?单位, 事务部
fund | Fund, Funds | Фонд, Фонда, Фонду, Фондом, Фонде, фонд, фонда, фонды, фондов, фонду, фондом,
    ?средств~ | 基金, 基金会, ?资金
bank | Bank, bank, banks, Banks | банк~, банк | 银行, 世行
union | Union, union, unions | союз, союза, союзу, союзом, союзы, союзов, профсоюз* | 联盟, 工会, 欧盟,
    非盟, 电联, 联合体
conference | Conference | Конференци~, конференци~, Совещани~, ?совещани~ | ?大会, ?会议
employer | employer*, ?employing | работодател~ | 雇主, 用人单位
private sector | private sector | частн* сектор* | 私营部门, 私人部门, 私营
company | company, companies, Company, enterprise*, corporation*, firm, firms, ?business, ?businesses |
    компани~, предприяти~, корпораци~, фирм~, предпринимател~, бизнес~, ?предпринимат*, ?корпоративн*,
    ?делов* | 公司, 企业, 厂商, 商家
manufacturer | manufacturer*, producer*, supplier*, vendor*, Supplier*, Vendor*, Seller, seller* |
    производител~, поставщик*, изготовител~, продавец, продавц* | 制造商, 生产者, 供应商, 卖方, 供货商,
    生产商, 出卖人, 供货方
buyer | buyer*, Buyer*, purchaser*, customer*, Customer*, client*, Client* | покупател~, заказчик*,
    клиент~ | 买方, 客户, 购买者, 委托人, 买受人, 采购方, 委托方, 买家
contractor | contractor*, Contractor* | подрядчик*, ?исполнител~ | 承包商, 承包人, 承包者, 承揽人, 订约人
licensor | Licensor*, licensor* | Лицензиар*, лицензиар* | 许可人, 许可方, 授权人, 许可者
licensee | Licensee*, licensee* | лицензиат* | 被许可人, 被许可方, 被授权人
you | You, you, ?Your, ?your | Вы, Вас, Вам, Вами, вы, вас, вам, вами, ?Ваш~, ?ваш~ | 您, ?你, ?贵方, ?贵
user | user, users, User, Users, consumer* | пользовател~, потребител~ | 用户, 使用者, 消费者, ?消费
owner | owner*, Owner*, ?holder*, ?Holder* | владел*, собственник*, правообладател~, обладател~ | 所有人,
    所有者, 业主, 持有人, 权利人, 持有者, 拥有者
author | author, authors, Author, Authors, creator*, performer* | автор~, автор, ?исполнител~ | 作者,
    创作者, 表演者, 提交人
lender | lender*, creditor* | кредитор~, заимодавец, заимодавц* | 贷款人, 债权人, 贷方, 债权国
borrower | borrower*, debtor* | заемщик*, должник* | 借款人, 债务人, 债务国, 借方
investor | investor* | инвестор~ | 投资者, 投资人, 投资方
tenant | tenant*, lessee* | арендатор~, нанимател~ | 承租人, 租户, 租客
landlord | landlord*, lessor* | арендодател~, наймодател~ | 出租人, 房东
carrier | carrier, carriers | перевозчик* | 承运人
insurer | insurer* | страховщик* | 保险人, 承保人, 保险公司
applicant | applicant*, claimant*, petitioner*, complainant*, plaintiff* | заявител~, истец, истц*,
    ходата* | 申请人, 申请国, 申诉人, 原告, 请求人, 申请者, 提交人, 索赔人
respondent | respondent*, defendant*, ?accused | ответчик*, ?обвиняем*, подсудим* | 被告, 答辩人,
    被申请人, 被指控者, 答复者
auditor | auditor*, Auditor*, inspector*, Inspector* | ревизор~, аудитор~, инспектор~ | 审计员, ?审计,
    检查专员, 审计师, 视察员
depositary | depositary, Depositary | депозитари~ | 保存人, 保管人, 保存机关
mediator | mediator*, negotiator* | посредник*, переговорщик* | 调解人, 调停人, 谈判代表, 调解员
observer | observer*, Observer* | наблюдател~ | 观察员
treaty | ?Treaty, ?Convention, ?treaty, ?Covenant, ?Agreement, ?Protocol | ?договор~, ?договор,
    ?конвенци~, ?пакт~, ?соглашени~, ?протокол~ | ?条约, ?公约, ?协定, ?议定书
programme | ?Programme, ?Program | ?Программ~ | 规划署, 计划署, 开发署, 环境署
"""
"""States, parties, bodies, offices and those who hold them, parties to a contract."""

PERSONS = """
parliamentarian | parliamentarian*, lawmaker*, legislator*, member* of parliament | парламентари*,
    депутат*, законодател~ | 议员, 立法者
expert | expert, experts, Expert, Experts, specialist*, Group of Experts, Panel of Experts, Expert Group |
    эксперт~, специалист*, ?экспертн*, групп* экспертов, групп* правительственных экспертов | 专家,
    专家组, 专门人员, ?专门知识
lawyer | lawyer*, attorney*, counsel | адвокат~, юрист~, защитник* | 律师, 辩护人
police | police, Police, gendarme* | полици~, ?полицейск*, милици~, жандарм* | 警察, 警方, 警务, 公安, ?警
military | army, Army, armed forces, Armed Forces, military, soldiers, soldier, ?forces | арми~,
    вооруженн* сил~, военнослужащ*, солдат~, ?сил, ?силы, ?силам, ?силами, ?военн*, войск* | 军队,
    武装部队, ?部队, 军人, 士兵, 国防军, 军方, ?军, ?军事
international community | international community, community, communities, Community, ?social |
    сообществ~, общин~, ?общественност~ | 国际社会, 社区, ?社会, 共同体, ?群体, 社群
civil society | civil society | гражданск* обществ*, ?общественност~, ?общественн* | 民间社会, 公民社会
donor | donor, donors, Donors | донор~, доноры, ?донорск* | 捐助者, 捐助方, 捐助国, 捐赠者, 捐款国,
    捐助界, ?捐助
partner | partner, partners, Partners, stakeholder*, actors, actor | партнер~, заинтересованн* сторон~,
    ?субъект~, ?участник~ | 伙伴, 合作伙伴, 利益攸关方, 利益相关者, 利益攸关者, 行动者, ?各方, ?行为者,
    ?行为体
participant | participant*, attendees, participating State*, ?participating | участник~, участник,
    участниц~, ?Участник~ | 参与者, 参加者, 学员, 参与方, 与会国, ?参加, ?参与, ?与会者, ?与会代表, ?大家
people | ?people, peoples, ?population, ?populations, Peoples, inhabitants, residents, ?persons, ?person,
    ?individuals, ?human, ?communities, ?civilians, ?civilian, ?nationals, ?residents | народ~, народ,
    народност~, ?население, ?населени~, ?людей, ?люди, ?людям, ?людьми, ?людях, жител~, ?лиц, ?лица,
    ?лицам, ?лицами, ?лицах, ?человек~, ?народн*, ?общин~ | 人民, 民族, ?人口, 居民, ?人们, ?人群, ?民众,
    ?人员, ?人, ?群众, ?人士, 土著人民, 平民, ?社区
individual | person, persons, individual, individuals | ?лицо, ?лица, ?лицу, ?лицом, ?лице, ?лиц, ?лицам,
    граждан~, ?личност~, физическ* лиц*, ?человек~, ?людей, ?люди, ?людям, ?людьми, ?людях, ?гражданск* |
    个人, ?人, ?人员, ?者, ?人士, 自然人, ?人们, ?的人
citizen | citizen*, nationals, civilians, civilian, ?persons, ?people, ?individuals, ?person |
    ?гражданск* лиц*, гражданам, граждане, граждан, гражданами, гражданах, гражданин, гражданина,
    гражданину, гражданином, гражданк~, ?гражданск* | 公民, ?国民, 平民, 市民, 人民
women | women, woman, Women, girl, girls, female, mothers, mother, ?gender | женщин~, девоч*, девуш*,
    матер~, ?женск*, ?гендерн* | 妇女, 女性, 女童, 女孩, 妇幼, 母亲, ?女, ?妇, 孕产妇, ?性别, ?孕妇
children | child, children, Child, Children, boys, boy, adolescent* | дети, детей, детям, детьми, детях,
    ребенк~, ребенок, мальчик*, подростк*, несовершеннолетн*, ?детск* | 儿童, 孩子, 男童, 男孩, 青少年,
    少年, ?童, 子女, 婴儿, 未成年人, ?幼儿, ?学童
youth | youth, young | молодеж~, молод~, ?молодежн* | 青年, 年轻人, 青少年, 青年人
migrant | migrant* | мигрант~ | 移民, 移徙者, 移徙工人, 移徙
refugee | refugee*, displaced, asylum-seeker*, returnee* | беженц~, перемещенн*, просител~ убежищ* | 难民,
    流离失所者, 寻求庇护者, 回返者, 境内流离失所者, ?逃离
victim | victim*, survivor* | жертв~, ?пострадавш*, потерпевш* | 受害者, 受害人, 幸存者, 被害人, 灾民,
    ?受害, ?遇难者, ?死难者, ?受影响
worker | worker*, labourer* | трудящ*, ?работник~, ?рабоч~, ?труд* | 工人, 工作者, 劳动者, 劳工, 工作人员,
    ?人员, ?劳动
employee | employee*, staff, personnel, ?officers, ?officer, ?official, ?officials | сотрудник~,
    сотрудник, служащ*, персонал~, персонал, ?работник~, ?работник, ?кадр~, ?кадров* | 雇员, 工作人员,
    ?人员, 员工, 职员, 职工
official | official, officials, officer, officers | должностн* лиц*, чиновник*, сотрудник~, офицер~,
    ?служащ* | ?官员, ?人员, 公职人员, 军官, ?干事, 主席团
perpetrator | perpetrator*, offender* | ?исполнител~, преступник*, ?виновн*, правонарушител~ | 犯罪人,
    施害者, 行为人, 罪犯, 加害人, 犯罪者, 肇事者
terrorist | terrorist*, militant*, insurgent*, rebel, rebels | террорист~, боевик*, повстанц*,
    ?террористическ* | 恐怖分子, 恐怖主义分子, 武装分子, 叛乱分子, 叛军, 反叛分子, ?恐怖, ?恐怖主义
teacher | teacher*, professor*, lecturer* | учител~, преподавател~, профессор~, педагог~ | 教师, 教员,
    老师, 教授
student | student*, pupil* | студент~, учащ*, ученик* | 学生, ?学童, ?学员
farmer | farmer*, peasant* | фермер~, крестьян~ | 农民, 农户, 农场主
journalist | journalist*, media, ?press | журналист~, СМИ, средств~ массовой информации, ?пресс~ | 记者,
    新闻工作者, 媒体, 新闻界
scientist | scientist*, researcher*, scholar, scholars | учены~, ученых, исследовател~, ?научн* | 科学家,
    研究人员, 学者, ?科学
doctor | doctor*, physician*, nurse* | врач~, медсест*, медицинск* работник*, ?медицинск* | 医生, 护士,
    医护人员, ?医务人员, ?医疗
patient | patient, patients | пациент~, больн~ | 患者, 病人
family | family, families, spouse*, parent, parents, ?domestic | семья, семьи, семью, семье, семьей,
    семьям, семьях, семьями, семей*, супруг*, родител~, ?бытов* | ?家庭, 配偶, 家属, 父母, 家人, 家长,
    ?父, ?母
"""
"""People and groups of people, for whom languages have many words."""

ROLES = INSTITUTIONS.rstrip() + "\n" + PERSONS.lstrip()
