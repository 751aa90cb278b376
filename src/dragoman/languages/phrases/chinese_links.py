"""Words of Chinese by what they may do in a term; those of the dictionary's tags that mislead are listed."""

from __future__ import annotations

import re

from dragoman.languages.words.vocabulary import vocabulary

# Tags of the dictionary (PKU and ICTCLAS sets).
NOUNS = vocabulary("n nr ns nt nz nrt nrfg ng j vn an l eng")
INSIDE = NOUNS | vocabulary("v vi vg a ad ag b s z i h k m vd")
ENDS = NOUNS | vocabulary("k v i")
NAMES = vocabulary("nr ns nt nrt nrfg")
NEVER_FIRST = vocabulary("k m i")
VERBS = vocabulary("v vi a ad an z")
"""Tags of words that are nouns where nothing else can stand: 举行选举, 生殖健康."""

CONJUNCTIONS = vocabulary("和 与 及 以及")
NOMINAL_BEFORE = vocabulary("的 之 和 与 及 以及 或 对 关于 因 由于 免遭")
"""Words after which a verb without an object is a noun: 总统的选举."""
NOMINAL_AFTER = vocabulary("的 和 与 及 以及 或 等 中 后 前 期间 方面 问题 率 权 是 在 将")

ADVERBS = vocabulary(
    """
    最 不 非 共同 相互 可 再 未 无 反 防 双 全面 互 互联 临时 直接 间接 单独 平等
    """
)
"""Adverbs that stand inside terms: 最不发达国家, 共同愿景."""

TRUE_ADVERBS = vocabulary(
    """
    尤其 甚至 仅仅 只有 几乎 大约 大概 例如 比如 即 也 都 还 均 就 才 正在 仍然 仍 已经 曾经 一直 尤 并 并且
    不仅 特别是 包括 首先 其次 同时 目前 十分 非常 极其 更加 尚 往往 通常 经常 不断 逐步 进一步 切实 立即
    """
)
"""Adverbs that are none of those before a noun, where an adverb is mostly an adjective: 特别程序."""

PLACES = vocabulary(
    "以上 以下 以前 以后 以来 之间 之前 之后 之内 之外 之下 之中 当中 其中 期间 左右 前后 以外 以内"
)

NOT_INSIDE = vocabulary(
    """
    是 有 要 会 能 可以 能够 应 应当 应该 必须 须 需 需要 让 使 令 得 得到 说 进行 作为 成为 认为 表示 指出
    强调 请 促请 敦促 鼓励 呼吁 决定 欢迎 注意到 重申 确认 指示 注意 感谢 忆及 回顾 关切 希望 建议 载有
    所述 提交 包括 涉及 属于 根据 按照 以 将 继续 开始 受到 给予 给 到 来 去 为 在 没有 可能 愿意 下列 以下
    其他 其它 上述 该 各 有关 相关 某些 一些 这些 那些 任何 所有 同样 许多 大 小 多 新 好 更 一 两 二 三 四
    五 六 七 八 九 十 百 千 万 亿 多数 大多数 个 等 本 此 每 一个 通过 关于 提供 提出 规定 以来 之间 当中
    期间 即 举行 召开 所设 参加 出席 导致 造成 采取 认识到 达到 利用 利用于 看到 觉得 相信 同意 打算 准备
    """
)
"""Verbs that take an object or a clause, and words that point or count: no part of a term."""

PREDICATES = vocabulary(
    """
    确保 吁请 享有 努力 推动 提高 加强 促进 支持 产生 存在 受 置于 实现 取得 作出 做出 负责 获得 具有 面临
    承认 遵守 履行 审议 通报 赞赏 试图 增加 减少 开展 制定 执行 建立 设立 改善 扩大 承担 接受 发挥 解决 包含
    讨论 介绍 处理 考虑 参与 反对 主张 完成 签署 批准 加入 保持 维护 占 发生 出现 造成 引起 带来 表明 显示
    """
)
"""Verbs that after a noun are its predicate; at the beginning they may be a term's: 减少灾害风险."""

EMPTY = vocabulary(
    """
    方面 时候 时 情况 情形 方式 部分 时间 期间 年 月 日 人 事 者 性 化 段 款 条 项 次 届 页 号
    """
)
"""Nouns that carry nothing alone."""

NAMED = re.compile(
    r"(?:组织|公约|条约|协定|协议|委员会|倡议|机制|联盟|理事会|大会|会议|法院|法庭|银行|基金|基金会|论坛|峰会|宣言"
    r"|宪章|议定书|盟约|署|秘书处|办事处|办公室|议程|纲领|方案|部|局|议会|联合会|协会|共同体|特派团)\Z"
)
"""Ends of names of organisations and treaties, where a place or a body stands before them."""

SURELY_NAMED = re.compile(
    r".{2}(?:贸易|卫生|气象|旅游|海事|民用航空|和平|合作|发展|安全|人权|难民|环境|海关).{0,4}"
    r"(?:组织|委员会|理事会|署|基金会|公约)\Z"
)
"""Names without a place: 世界贸易组织."""
