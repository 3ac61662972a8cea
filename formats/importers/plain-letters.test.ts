import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { plainTextImporter } from "./plain-text.ts";

/** `b1 ア|text` has the sign or number `ア`. */
function short({ kind, level, text, details }: ParsedBlock): string {
  const printed = details?.sign ?? details?.ordinal;
  return `${kind.charAt(0)}${level ?? ""} ${printed === undefined ? "" : `${printed}|`}${text}`;
}

/** Mails, minutes and columns as newsrooms get them, and the blocks a reader sees in them. */
const TEXTS: { name: string; text: string; blocks: string }[] = [
  {
    name: "a mail newsletter",
    text: `━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
みなと市メールマガジン　第123号　2025年9月3日発行
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

みなさん、こんにちは。みなと市広報課です。朝晩は少し涼しくなってきま
したが、日中の暑さはまだ続いています。水分をこまめにとってお過ごしくだ
さい。

《今週の話題》
◆港の整備計画を公表
市は三日、港の整備計画を公表しました。総額は三億円で、このうち市の負担
は一億二千万円です。工事は十月に始まり、二〇二七年三月に終わる予定です。
http://example.jp/port/

◆市民まつりの参加者を募集
十月十日に開く市民まつりの参加者を募集します。募集するのは踊りの部が
20組、出店の部が30店で、申し込みが多いときは抽選となります。抽選の結
果は、九月末までに郵便で知らせます。
日時：10月10日（金）10:00～16:00
場所：みなと公園
定員：１２０人
対象：３５歳以下
参加費：無料

《お知らせ》
・図書館は9月8日から12日まで休館します。
・広報紙の配布は9月5日です。
・敬老の日の行事は、ことしから会場を市民会館に移し、午前と午後の二回に
　分けて開きます。

> 先週号の「水道料金」の記事について、基本料金は据え置きと書いてあり
> ましたが、いつまでですか。
2026年3月までです。

＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝
発行：みなと市広報課
〒222-0000　港北市中央1-1
電話　045-000-0000（直通）
配信の停止はこちら
http://example.jp/stop
＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝`,
    blocks: `h1 みなと市メールマガジン　第123号　2025年9月3日発行
p ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
p ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
p みなさん、こんにちは。みなと市広報課です。朝晩は少し涼しくなってきましたが、日中の暑さはまだ続いています。水分をこまめにとってお過ごしください。
p 《今週の話題》
h2 ◆港の整備計画を公表
p 市は三日、港の整備計画を公表しました。総額は三億円で、このうち市の負担は一億二千万円です。工事は十月に始まり、二〇二七年三月に終わる予定です。
p http://example.jp/port/
h2 ◆市民まつりの参加者を募集
p 十月十日に開く市民まつりの参加者を募集します。募集するのは踊りの部が20組、出店の部が30店で、申し込みが多いときは抽選となります。抽選の結果は、九月末までに郵便で知らせます。
p 日時：10月10日（金）10:00～16:00
p 場所：みなと公園
p 定員：１２０人
p 対象：３５歳以下
p 参加費：無料
p 《お知らせ》
b1 図書館は9月8日から12日まで休館します。
b1 広報紙の配布は9月5日です。
b1 敬老の日の行事は、ことしから会場を市民会館に移し、午前と午後の二回に分けて開きます。
q 先週号の「水道料金」の記事について、基本料金は据え置きと書いてありましたが、いつまでですか。
p 2026年3月までです。
p ＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝
p 発行：みなと市広報課
p 〒222-0000　港北市中央1-1
p 電話　045-000-0000（直通）
p 配信の停止はこちら
p http://example.jp/stop
p ＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝＝`,
  },
  {
    name: "minutes with speakers",
    text: `第3回港湾整備検討委員会　議事録

○日時　令和7年8月20日（水）14:00～15:30
○場所　市役所3階第1会議室
○出席者
委員長　山田太郎
委員　鈴木花子
委員　佐藤次郎
事務局　高橋課長

【議題1】整備計画について
山田委員長：事務局から説明をお願いします。
高橋課長：資料1をご覧ください。総額は3億円です。
鈴木委員：120の区画のうち35は空いていますね。
高橋課長：はい。
48区画を10月に貸し出します。
○山田委員長　ほかに意見はありますか。
○佐藤委員　ありません。
（休憩）
14時40分再開`,
    blocks: `h1 第3回港湾整備検討委員会　議事録
p ○日時　令和7年8月20日（水）14:00～15:30
p ○場所　市役所3階第1会議室
b1 出席者
p 委員長　山田太郎
p 委員　鈴木花子
p 委員　佐藤次郎
p 事務局　高橋課長
p 【議題1】整備計画について
p 山田委員長：事務局から説明をお願いします。
p 高橋課長：資料1をご覧ください。総額は3億円です。
p 鈴木委員：120の区画のうち35は空いていますね。
p 高橋課長：はい。
p 48区画を10月に貸し出します。
p ○山田委員長　ほかに意見はありますか。
p ○佐藤委員　ありません。
p （休憩）
p 14時40分再開`,
  },
  {
    name: "a list of labels",
    text: `みなと科学教室を開きます

日時：10月4日（土）
午前の部　10:00～11:30
午後の部　13:30～15:00
会場：市役所3階
定員：１２０
３５歳以下：４８
対象
小学生とその保護者
持ち物
筆記用具、上履き
申込方法
往復はがきに次のことを書いて送る
①住所
②氏名（ふりがな）
③電話番号
しめきり　9月20日（必着）
問い合わせ
科学館
045-000-0000
●雨天でも開きます
○駐車場はありません
※詳しくは市のサイトへ
★先着順
→地図は裏面
⇒次回は12月
－主催－
みなと市教育委員会`,
    blocks: `h1 みなと科学教室を開きます
p 日時：10月4日（土）
p 午前の部　10:00～11:30
p 午後の部　13:30～15:00
p 会場：市役所3階
p 定員：１２０
p ３５歳以下：４８
p 対象
p 小学生とその保護者
p 持ち物
p 筆記用具、上履き
p 申込方法
p 往復はがきに次のことを書いて送る
b1 1|住所
b1 2|氏名（ふりがな）
b1 3|電話番号
p しめきり　9月20日（必着）
p 問い合わせ
p 科学館
p 045-000-0000
b1 雨天でも開きます
b1 駐車場はありません
p ※詳しくは市のサイトへ
p ★先着順
p →地図は裏面
p ⇒次回は12月
p －主催－
p みなと市教育委員会`,
  },
  {
    name: "a newspaper's narrow columns",
    text: `港の整備に三億円　市が計画公表

　市は三日、港の整備計画を公表した。
総額は三億円で、このうち市の負担は
一億二千万円。岸壁を百二十メートル
延ばし、大型の客船が着けるようにす
る。
　計画では、十月に着工し、二〇二七
年三月の完成を目指す。市長は記者会
見で「港は市の顔だ。観光の柱にした
い」と話した。
　市議会では、費用の内訳を示すよう
求める声が出ている。`,
    blocks: `h1 港の整備に三億円　市が計画公表
p 市は三日、港の整備計画を公表した。総額は三億円で、このうち市の負担は一億二千万円。岸壁を百二十メートル延ばし、大型の客船が着けるようにする。
p 計画では、十月に着工し、二〇二七年三月の完成を目指す。市長は記者会見で「港は市の顔だ。観光の柱にしたい」と話した。
p 市議会では、費用の内訳を示すよう求める声が出ている。`,
  },
  {
    name: "an English post",
    text: `The Old Harbour

I went down to the harbour on Monday morning to see what was left of the
market. Most of the stalls had gone, and the few that remained sold little
more than dried fish and rope. A man told me that the city had bought the
land in 2019 for 300 million yen.

What the City Says

The city says that the market was unsafe. "We had no choice," the mayor
said at a meeting in July. The report it relies on was written in 2018 and
counts 120 visitors a day.
* 35 stalls closed
* 12 moved
* 3 remain

Roses are red,
Violets are blue,
Sugar is sweet,
And so are you.`,
    blocks: `h1 The Old Harbour
p I went down to the harbour on Monday morning to see what was left of the market. Most of the stalls had gone, and the few that remained sold little more than dried fish and rope. A man told me that the city had bought the land in 2019 for 300 million yen.
h2 What the City Says
p The city says that the market was unsafe. "We had no choice," the mayor said at a meeting in July. The report it relies on was written in 2018 and counts 120 visitors a day.
b1 35 stalls closed
b1 12 moved
b1 3 remain
p Roses are red,
p Violets are blue,
p Sugar is sweet,
p And so are you.`,
  },
];

describe("mails, minutes and columns as newsrooms get them", () => {
  it.each(TEXTS)("$name", ({ text, blocks }) => {
    expect(plainTextImporter.read(text).blocks.map(short).join("\n")).toBe(blocks);
  });
});
