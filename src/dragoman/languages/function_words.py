"""The commonest words of languages in Latin, Cyrillic, Arabic and Devanagari script.

A text is known by them: small words tell languages apart as well as trigrams do, once a sentence is
long enough (G. Grefenstette, Comparing two language identification schemes, JADT 1995). Words of
languages that Dragoman knows in depth stand in the files of those languages.
"""

from __future__ import annotations

from dragoman.languages.words.vocabulary import vocabulary

_TABLE = {
    "af": """
        die en van in is wat het nie om te vir met dat sy aan as op hy ek sal word hierdie ons was deur
        ook moet
    """,
    "az": """
        və bu bir ilə üçün olan da də ki onun hər daha olaraq edilir onların tərəfindən haqqında sonra
        qədər lakin
    """,
    "be": """
        і ў не на што з да як гэта ён за па ад яго але было каб якія таксама для або яны пры быць гэтага
        іх быў мае
    """,
    "bg": """
        и на да се за от в с по не е са че като си при към или което който която които този тази това беше
        бъде само след между също
    """,
    "bs": "i u je na da se za od su s koji koja koje ili kao što ne o sa iz biti će",
    "ca": "de la i el que a en els les per un una amb del és no al dels ha són més com aquest aquesta o seva",
    "cs": """
        a v se na je že s z do o k i pro jako za které který která by ale jsou bylo nebo při jeho také
        podle jejich ve od může být
    """,
    "cy": "y yn i a yr o ar am mae ei bod gan wedi eu ac neu fel oedd hwn",
    "da": """
        og i at det er en til af på for den med der de som ikke et har fra ved om være kan skal også eller
        blev
    """,
    "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben oder
        durch
    """,
    "eo": "la de kaj en al estas por ke kun ne pri kiu ili oni kiel sur aŭ ĉiu",
    "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha
        este sí esta entre cuando sobre ser son también fue había está todos derecho
    """,
    "et": "ja on ei et see oma ta mis kui ka või ning nende selle tema kes aga oli ole mida nad",
    "eu": "eta da ez du bat izan dira ere den duen baina edo hori dute",
    "fi": """
        ja on ei että se oli hän mutta ovat kuin myös joka tai sen ole hänen siitä jotka niiden sekä
        mukaan tämä voi
    """,
    "fr": """
        de la le et les des en un du une que est pour qui dans par sur au pas plus ne se avec ce sont il
        ou son cette aux sa leur elle été être ont mais comme ces tout nous
    """,
    "ga": "an na a agus ar i is go ag le do bhí sé atá ní as mar",
    "gl": "de a o que e do da en un para os con non unha por as se ao como no na máis ou súa",
    "hr": "i u je na da se za od su s koji koja koje ili kao što ne o kako iz biti će te svoje",
    "hu": """
        a az és hogy nem is egy ez meg de azt volt vagy csak már mint kell ezt minden között által
        valamint annak lehet
    """,
    "id": """
        yang dan di untuk dengan dari ini itu pada dalam tidak adalah oleh akan ke atau sebagai telah
        setiap dapat mereka bahwa juga tersebut hak
    """,
    "is": "og að í á er sem til um við ekki það með af hann fyrir var en eru eða þess",
    "it": """
        di e che la il un a per in una è del non sono le con si da della i gli al come ha più dei alla nel
        delle o anche su essere questo ogni dal suo
    """,
    "kk": """
        және мен бұл үшін бір де да болып ол оның туралы қазақстан бойынша жылғы екі осы немесе арасындағы
        деп бар сондай өз тиіс барлық
    """,
    "ky": """
        жана бул үчүн бир менен да болуп ал анын тууралуу кыргыз боюнча эки ошол же деп бар өз тийиш
        бардык
    """,
    "la": "et in est non ad ut cum quod sed qui de ex ab per sunt quae etiam esse aut",
    "lt": "ir yra kad į iš su ne tai kaip bet o buvo apie po nuo jo jų turi ar arba kuris būti dėl pagal",
    "lv": "un ir ka no uz ar par tas kas bet viņa to vai kā arī lai pēc ne tiek tiesības savu",
    "mk": "и на во се од да за со е што не ќе како или си по ги го ја тоа овој кој која кои бидат право",
    "mn": "нь юм бол байна энэ болон ба тухай хоёр улсын монгол байгаа өөрийн дагуу эсвэл тэр",
    "ms": """
        yang dan di untuk dengan dari ini itu pada dalam tidak adalah oleh akan ke atau sebagai telah
        setiap boleh mereka bahawa juga tersebut hak
    """,
    "mt": "il li ta u fi għal minn mhux jew biex kull ma din huwa hija tal fil għandu",
    "nl": """
        de van het een en in is dat op te zijn met voor niet aan er om ook als die door bij uit naar heeft
        worden wordt maar tot over hun deze of zal recht
    """,
    "no": """
        og i at det er en til av på for den med der de som ikke et har fra ved om være kan skal også eller
        ble
    """,
    "pl": """
        w i z na do nie się że to jest o jak przez dla od po są ale oraz za który która które jego być lub
        ich może ma tym przy każdy prawo
    """,
    "pt": """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das
        tem à seu sua ou ser são também pelo pela
    """,
    "ro": """
        și de în la a cu pe să nu este o un din care ca pentru mai sau au fi ale prin sunt fost dreptul
        orice său această
    """,
    "sk": """
        a v sa na je že s z do o k i pre ako za ktoré ktorý ktorá by ale sú bolo alebo pri jeho tiež podľa
        ich vo od môže byť
    """,
    "sl": "in v je na za da se ki so z pa ne kot po s ali od pri tudi bi o iz do vsak pravico",
    "so": "iyo ka in oo waa ku ah uu ay soo la aan leeyahay",
    "sq": "e të në dhe i për me një se që nga është ka më nuk ose këtë si",
    "sr": "и у је на да се за од су с који која које или као што не о са из бити ће његов овај",
    "sv": """
        och i att det som en på är av för med den till inte har de om ett från var eller sig vid kan ska
        skall detta
    """,
    "sw": "na ya wa kwa ni katika za la kila mtu au haki kama hii yake",
    "tg": "ва дар ба аз ки бо ин барои он ё як мебошад аст тоҷикистон шуда ҳуқуқ ҳар дорад худ",
    "tk": "we bir bu bilen üçin hem her bolan hakynda öz",
    "tr": """
        ve bir bu için ile da de olarak daha olan çok gibi sonra kadar her ancak tarafından değil veya
        hakkı olduğu ya
    """,
    "tt": "һәм бу белән өчен бер да булган ул аның турында татарстан һәр үз яки",
    "uk": """
        і в не на що з до як це він за та від у його але було щоб які також для або вони при бути цього їх
        був має про є й
    """,
    "uz": "va bu bir uchun bilan ham bo'lgan o'z har yoki haqida ega huquqiga kerak",
    "vi": """
        và của là có được cho trong không các một những người với để này khi đã về như từ quyền mọi theo
        hoặc
    """,
    "ar": "في من على إلى أن عن مع هذا هذه التي الذي كان كل لا ما هو هي بين أو قد ولا",
    "fa": "و در به از که این است را با برای آن هر یا بر تا خود شده می حق باید دارد",
    "ur": "اور کے میں کی سے کا ہے کو پر یہ نے کہ اس ہر ہیں بھی یا کر نہیں جو گا",
    "ps": "او د په چې له دی کې ته هر سره څخه کوي دا حق",
    "sd": "۽ جي ۾ کي جو آهي هر جا سان کان",
    "ug": "ۋە بىلەن بۇ بىر ئۈچۈن ھەر دېگەن",
    "hi": "के है में की और को से का पर यह कि हैं एक ने प्रत्येक या किसी लिए भी नहीं",
    "mr": "आणि आहे या च्या व हे नाही तो प्रत्येक एक किंवा असा",
    "ne": "र को मा छ हो लाई प्रत्येक गर्ने पनि यो वा छैन",
}

FUNCTION_WORDS = {code: vocabulary(words) for code, words in _TABLE.items()}
