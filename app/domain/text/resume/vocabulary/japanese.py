"""The words of Japanese resumes (履歴書, 職務経歴書): headings, labels of personal data, and what happened when."""

# ruff: noqa: E501 (word lists read better in long rows)

import re

from app.domain.regex import regex
from app.domain.text.resume.vocabulary.headings import SectionName

_HEADINGS: dict[SectionName | str, str] = {
    "experience": """職歴 職務経歴 職務履歴 職務経験 職務経歴詳細 職務詳細 職務内容 経歴 経歴詳細 業務経歴 業務経験 主な経歴 略歴 勤務経歴 学歴・職歴
    学歴職歴 学歴及び職歴 学歴および職歴 職歴・学歴 社会人経験 アルバイト経験 インターンシップ インターン経験""",
    "education": "学歴 最終学歴 学歴・研究 出身校",
    "certifications": """資格 免許・資格 資格・免許 免許資格 取得資格 保有資格 保有資格・免許 免許・保有資格 免許・資格等 資格・検定 取得免許・資格 免許 資格・免許等
    資格等 認定資格 取得資格・免許 保有資格・スキル""",
    "summary": """職務要約 要約 職務概要 経歴要約 経歴概要 キャリアサマリー 自己pr 自己紹介 自己紹介文 自己アピール アピールポイント プロフィール 概要 サマリー 強み 長所
    私の強み""",
    "skills": """スキル スキルセット 技術スキル テクニカルスキル 保有スキル 活かせる経験・知識・技術 活かせる経験・知識・スキル 活かせる経験・スキル 活かせる経験・知識 活かせる知識・経験・技術
    活かせる知識・スキル 経験・スキル 経験・知識・技術 pcスキル itスキル ビジネススキル 得意分野 得意とする分野 得意技術 使用技術 使用可能技術 技術 開発環境・言語
    テクニカルスキル・知識 スキル・知識 使用ツール 得意とする経験・分野・スキル""",
    "languages": "語学 語学力 語学スキル 言語 外国語",
    "projects": "プロジェクト プロジェクト経歴 プロジェクト経験 開発実績 制作実績 開発経験 個人開発 ポートフォリオ 主なプロジェクト",
    "awards": "賞罰 受賞 受賞歴 表彰 表彰歴 受賞・表彰 受賞・表彰歴",
    "publications": "論文 著書 執筆 登壇 登壇・執筆 発表 研究業績 著書・論文 登壇歴 執筆歴 アウトプット",
    "volunteering": "ボランティア ボランティア活動 社会活動",
    "interests": """趣味 特技 趣味・特技 特技・趣味 趣味特技 スポーツ クラブ活動・スポーツ クラブ活動 得意な学科 好きな学科 得意科目 部活動 学業以外で力を注いだこと
    健康状態""",
    "references": "推薦人 推薦者",
    # An old application's motive and wishes name another employer: kept, and never printed.
    "objective": """志望動機 志望の動機 志望理由 応募動機 志望動機・自己pr 志望動機・特技・アピールポイント等 志望の動機、特技、好きな学科、アピールポイントなど 志望の動機・特技・アピールポイント
    志望の動機、自己pr、趣味、特技など 志望動機、特技、好きな学科、自己prなど""",
    "wishes": "本人希望 本人希望欄 本人希望記入欄 本人希望事項 希望条件 希望勤務条件 本人希望記入 希望 希望職種 備考",
    "personal": """履歴書 職務経歴書 経歴書 個人情報 基本情報 連絡先情報 通勤時間 扶養家族 扶養家族数 配偶者 配偶者の扶養義務 保護者 最寄り駅 通勤時間・扶養家族・配偶者
    本人情報 プライベート情報""",
    "notes": "記入上の注意 記入上の注意事項 写真を貼る位置 写真をはる位置 写真貼付 写真",
}
HEADINGS: dict[str, SectionName | str] = {
    heading: name for name, headings in _HEADINGS.items() for heading in headings.split()
}
"""Headings without blanks, in small Latin letters."""

LABELS: dict[str, str] = {
    label: name
    for name, labels in {
        "full_name": "氏名 名前 お名前 姓名",
        "reading": "ふりがな フリガナ かな カナ ローマ字",
        "address": "現住所 住所 自宅住所 居住地 居住地域 在住地 お住まい",
        "other": "連絡先 生年月日 年齢 性別 国籍 配偶者 配偶者の扶養義務 扶養家族 扶養家族数 通勤時間 fax ファックス 最寄り駅 最寄駅 最終学歴 写真 郵便番号 本籍 緊急連絡先 帰省先",
        "phone": "電話 電話番号 tel 携帯電話 携帯電話番号 携帯 携帯番号 自宅電話 自宅電話番号 固定電話 連絡先電話番号 phone mobile",
        "email": "e-mail email メール メールアドレス mail eメール mailaddress メアド 電子メール",
        "headline": "職種 現職 役職 肩書 肩書き 職業",
        "link": "url サイト webサイト ホームページ hp ブログ github linkedin twitter x qiita zenn ポートフォリオ ポートフォリオサイト wantedly note",
    }.items()
    for label in labels.split()
}
"""Labels of personal data without blanks, in small Latin letters, by what they announce."""

MARKERS = ("履歴書", "職務経歴書", "氏名", "学歴", "職歴", "入社", "退社", "退職", "入学", "卒業", "株式会社", "高等学校",
           "志望動機", "自己PR", "現住所", "ふりがな", "フリガナ", "平成", "令和", "昭和", "現在に至る", "メール", "職務要約")  # fmt: skip
"""Words that Japanese papers write so and Chinese ones do not, or seldom: several of them tell the language."""

JOINED = r"(?<!新)(?:入社|入職|入行|入庁|入省|入局|入団|入所)(?!員|後|時|式|前|希望)"
JOINED_AT = r"(?:就職|採用|勤務|就業|着任|就任|起業|創業|開業|独立|参画|在籍|出向|転籍)(?:開始)?(?=$|[\s()、。,・])"
"""Such a word tells of a new employer only where the text before it names one."""
LEFT = r"退社|退職|退行|退庁|退所|退団|離職|契約期間満了|契約満了|期間満了|任期満了|契約終了|勤務終了|廃業|閉業|退任"
ENTERED = r"編入学|転入学|入学|編入|転入|進学"
FINISHED = r"卒業見込み?|卒業予定|修了見込み?|修了予定|卒業|修了|終了|満期退学|単位取得(?:後|満期)?退学|中途退学|中退|退学|転学|除籍|休学|在学中?"
UNFINISHED = regex(r"見込み?|予定|退学|中退|転学|除籍|休学|在学")
OBTAINED = regex(r"[\s、,]*(?:に|を|の)?\s*(?:取得|合格|修得|認定|登録|交付)$")
STILL_THERE = regex(
    r"(?:現在(?:に(?:至|いた)る|に至ります|に至っております|至る)|現在も?(?:在職|在籍|勤務|就業)中?|在職中|在籍中)[。.]?"
)
THE_END = regex(r"以\s*上")
SCHOOL = regex(
    r".*?(?:大学大学院|大学院|短期大学部?|大学校|大学|高等専門学校|高等専修学校|高等学校|専門学校|専修学校|職業訓練校|中等教育学校|中学校|高校|学院|学園|学校"
    r"|カレッジ|スクール|アカデミー|高専|university|college|institute of technology|school)",
    re.IGNORECASE,
)
DEGREES = regex(
    r"博士(?:前期|後期)?課程|修士課程|専門職学位課程|博士\(.{1,10}?\)|修士\(.{1,10}?\)|学士\(.{1,10}?\)|博士号?|修士号?|学士号?|準学士|高度専門士|専門士|mba"
    r"|ph\.?d\.?",
    re.IGNORECASE,
)
COMPANY_FACTS = regex(
    r"(?:事業内容|資本金|売上高?|年商|従業員数?|社員数|設立|創立|上場(?:区分|市場)?|株式公開|本社所在地|所在地|企業規模|会社規模)(?:は|\s*:|\s)"
)
EMPLOYER_MARK = regex(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|社団法人|財団法人|学校法人|医療法人|社会福祉法人|独立行政法人|国立研究開発法人|法人|\(株\)|\(有\)|㈱|㈲"
    r"|銀行|病院|医院|クリニック|研究所|事務所|市役所|区役所|県庁|商事|製作所|工業|商店|組合|協会|財団|inc\.|ltd|corp"
)
LEGAL_FORM = regex(
    r"(?:株式会社|有限会社|合同会社|合資会社|一般社団法人|公益財団法人|一般財団法人|社会福祉法人|医療法人|学校法人|独立行政法人)"
)
UNIT = regex(r".{1,20}(?:本部|支社|支店|営業所|事業部|部|課|室|係|局|グループ|チーム|センター|店|科)$")
TITLED = regex(
    r"(?:[一-龥ァ-ヶーA-Za-z・/&+#.]{0,24})(?:エンジニア|プログラマー?|デベロッパー|デザイナー|ディレクター|マネージャー?|プロデューサー|コンサルタント|アナリスト|サイエンティスト"
    r"|アーキテクト|リーダー|アシスタント|スタッフ|ライター|エディター|オペレーター|アドバイザー|カスタマーサクセス|看護師|薬剤師|介護士|介護福祉士|保育士|教諭|教員|講師|助教"
    r"|准教授|教授|研究員|技術者|開発者|設計士|建築士|会計士|税理士|弁護士|栄養士|調理師|美容師|店長|社長|取締役|部長|次長|課長|係長|室長|所長|支店長|主任|主査|主事"
    r"|営業|経理|人事|総務|事務|販売員?|秘書|受付|管理者|責任者|担当者?|(?:総合|一般|事務|営業|技術|専門|研究|企画|管理|販売)職|ceo|cto|coo|cfo|pm|pl|se|pg)",
    re.IGNORECASE,
)
