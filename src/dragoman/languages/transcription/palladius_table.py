"""The Russian transcription of Chinese syllables (Palladius' system), as facts.

Sources: Л. Р. Концевич, «Китайские имена собственные и термины в русском тексте» (2002), and ГУГК,
«Инструкция по русской передаче географических названий Китая» (1983). The table was composed from their
rules for initials and finals.
"""

from __future__ import annotations

from collections.abc import Mapping

_ROWS = """
ba ба, bo бо, bai бай, bei бэй, bao бао, ban бань, ben бэнь, bang бан, beng бэн, bi би, bie бе, biao бяо
bian бянь, bin бинь, bing бин, bu бу
pa па, po по, pai пай, pei пэй, pao пао, pou поу, pan пань, pen пэнь, pang пан, peng пэн, pi пи, pie пе
piao пяо, pian пянь, pin пинь, ping пин, pu пу
ma ма, mo мо, me мэ, mai май, mei мэй, mao мао, mou моу, man мань, men мэнь, mang ман, meng мэн, mi ми
mie ме, miao мяо, miu мю, mian мянь, min минь, ming мин, mu му
fa фа, fo фо, fei фэй, fou фоу, fan фань, fen фэнь, fang фан, feng фэн, fu фу
da да, de дэ, dai дай, dei дэй, dao дао, dou доу, dan дань, den дэнь, dang дан, deng дэн, dong дун
di ди, dia дя, die де, diao дяо, diu дю, dian дянь, ding дин, du ду, duo до, dui дуй, duan дуань
dun дунь
ta та, te тэ, tai тай, tei тэй, tao тао, tou тоу, tan тань, tang тан, teng тэн, tong тун, ti ти, tie те
tiao тяо, tian тянь, ting тин, tu ту, tuo то, tui туй, tuan туань, tun тунь
na на, ne нэ, nai най, nei нэй, nao нао, nou ноу, nan нань, nen нэнь, nang нан, neng нэн, nong нун
ni ни, nia ня, nie не, niao няо, niu ню, nian нянь, nin нинь, niang нян, ning нин, nu ну, nuo но
nuan нуань, nun нунь, nü нюй, nüe нюэ
la ла, lo ло, le лэ, lai лай, lei лэй, lao лао, lou лоу, lan лань, lang лан, leng лэн, long лун, li ли
lia ля, lie ле, liao ляо, liu лю, lian лянь, lin линь, liang лян, ling лин, lu лу, luo ло, luan луань
lun лунь, lü люй, lüe люэ, lüan люань, lün люнь
ga га, ge гэ, gai гай, gei гэй, gao гао, gou гоу, gan гань, gen гэнь, gang ган, geng гэн, gong гун
gu гу, gua гуа, guo го, guai гуай, gui гуй, guan гуань, gun гунь, guang гуан
ka ка, ke кэ, kai кай, kei кэй, kao као, kou коу, kan кань, ken кэнь, kang кан, keng кэн, kong кун
ku ку, kua куа, kuo ко, kuai куай, kui куй, kuan куань, kun кунь, kuang куан
ha ха, he хэ, hai хай, hei хэй, hao хао, hou хоу, han хань, hen хэнь, hang хан, heng хэн, hong хун
hu ху, hua хуа, huo хо, huai хуай, hui хуэй, huan хуань, hun хунь, huang хуан
ji цзи, jia цзя, jie цзе, jiao цзяо, jiu цзю, jian цзянь, jin цзинь, jiang цзян, jing цзин, jiong цзюн
ju цзюй, jue цзюэ, juan цзюань, jun цзюнь
qi ци, qia ця, qie це, qiao цяо, qiu цю, qian цянь, qin цинь, qiang цян, qing цин, qiong цюн, qu цюй
que цюэ, quan цюань, qun цюнь
xi си, xia ся, xie се, xiao сяо, xiu сю, xian сянь, xin синь, xiang сян, xing син, xiong сюн, xu сюй
xue сюэ, xuan сюань, xun сюнь
zha чжа, zhe чжэ, zhai чжай, zhei чжэй, zhao чжао, zhou чжоу, zhan чжань, zhen чжэнь, zhang чжан
zheng чжэн, zhong чжун, zhi чжи, zhu чжу, zhua чжуа, zhuo чжо, zhuai чжуай, zhui чжуй, zhuan чжуань
zhun чжунь, zhuang чжуан
cha ча, che чэ, chai чай, chao чао, chou чоу, chan чань, chen чэнь, chang чан, cheng чэн, chong чун
chi чи, chu чу, chua чуа, chuo чо, chuai чуай, chui чуй, chuan чуань, chun чунь, chuang чуан
sha ша, she шэ, shai шай, shei шэй, shao шао, shou шоу, shan шань, shen шэнь, shang шан, sheng шэн
shi ши, shu шу, shua шуа, shuo шо, shuai шуай, shui шуй, shuan шуань, shun шунь, shuang шуан
re жэ, rao жао, rou жоу, ran жань, ren жэнь, rang жан, reng жэн, rong жун, ri жи, ru жу, rua жуа, ruo жо
rui жуй, ruan жуань, run жунь
za цза, ze цзэ, zai цзай, zei цзэй, zao цзао, zou цзоу, zan цзань, zen цзэнь, zang цзан, zeng цзэн
zong цзун, zi цзы, zu цзу, zuo цзо, zui цзуй, zuan цзуань, zun цзунь
ca ца, ce цэ, cai цай, cao цао, cou цоу, can цань, cen цэнь, cang цан, ceng цэн, cong цун, ci цы, cu цу
cuo цо, cui цуй, cuan цуань, cun цунь
sa са, se сэ, sai сай, sao сао, sou соу, san сань, sen сэнь, sang сан, seng сэн, song сун, si сы, su су
suo со, sui суй, suan суань, sun сунь
a а, o о, e э, ai ай, ei эй, ao ао, ou оу, an ань, en энь, ang ан, eng эн, er эр
yi и, ya я, ye е, yao яо, you ю, yan янь, yin инь, yang ян, ying ин, yong юн, yo йо, yai яй, yu юй
yue юэ, yuan юань, yun юнь
wu у, wa ва, wo во, wai вай, wei вэй, wan вань, wen вэнь, wang ван, weng вэн
"""

SYLLABLES: Mapping[str, str] = {
    pinyin: russian
    for row in _ROWS.strip().split("\n")
    for pinyin, russian in (entry.split() for entry in row.split(", "))
}
"""Pinyin syllables without tone, with ü, and their transcription; erhua and «ъ» are rules, not rows."""

SPELLINGS: Mapping[str, str] = {"shaanxi": "Шэньси", "shǎnxī": "Шэньси"}
"""Words whose transcription is not that of their syllables: 陕西, kept apart from 山西 (Шаньси)."""

# Names whose Russian form is older than the system or comes from another language. Keys are plain pinyin,
# in small letters, without spaces, hyphens and apostrophes.
ESTABLISHED: Mapping[str, str] = {
    "beijing": "Пекин",
    "nanjing": "Нанкин",
    "haerbin": "Харбин",
    "qiqihaer": "Цицикар",
    "wulumuqi": "Урумчи",
    "huhehaote": "Хух-Хото",
    "hulunbeier": "Хулун-Буир",
    "hailaer": "Хайлар",
    "lasa": "Лхаса",
    "kashi": "Кашгар",
    "xianggang": "Гонконг",
    "aomen": "Макао",
    "neimenggu": "Внутренняя Монголия",
    "anhui": "Аньхой",
    "kongzi": "Конфуций",
    "mengzi": "Мэн-цзы",
    "laozi": "Лао-цзы",
    "sunzi": "Сунь-цзы",
    "sunzhongshan": "Сунь Ятсен",
    "jiangjieshi": "Чан Кайши",
}
