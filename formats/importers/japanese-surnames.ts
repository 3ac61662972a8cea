import { KANA, KANJI } from "./japanese-letters.ts";

/** The most frequent family names of Japan: enough to tell who signed an article from a remark in brackets. */
const SURNAMES =
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 森 池田 橋本 " +
  "阿部 安部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川 松田 " +
  "竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 " +
  "小山 平野 藤本 河野 上野 野口 武田 松井 千葉 岩崎 菅原 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 " +
  "西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 " +
  "石原 松岡 浜田 馬場 森本 矢野 浅野 松下 星野 大久保 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 川村 永田 望月 松村 荒井 堀 小田 菅野 大島 " +
  "平井 早川 西山 田辺 関口 堀内 岩本 片山 本間 栗原 横田 須藤 岡崎 小沢 三宅 大森 川島 宮田 成田 奥村 栗田 根本 高山 村山 内山 牧野 白石 吉野 " +
  "須田 片岡 上原 石橋 川田 南 大川 萩原 富田 篠原 榎本 桑原 松永 今村 児玉 柳沢 大石 津田 泉 神田 岡 坂口 古賀 田島 宮川 小西 北川 平山 大竹 " +
  "細川 野中 土井 尾形 緒方 竹田 小倉 庄司 堤 稲垣 河合 神谷 塚本 比嘉 金城 大城 宮城 島袋 新垣 玉城 畑中 岩井 戸田 福井 天野 飯塚 金田 沢田 澤田 " +
  "安達 足立 相馬 黒木 堀田 滝沢 宇野 井口 徳永 山根 三好 広瀬 田代 杉浦 長田 大山 笠原 藤沢 藤澤 菅 中原 寺田 小野寺 畠山 水谷 伊東 長尾 米田";

const KNOWN = new Set(SURNAMES.split(" "));

/** Characters that names are written in, without those of inflection and particles in between. */
const GIVEN = new RegExp(
  String.raw`^[${KANJI}々]{1,3}$|^[\p{Script=Hiragana}]{2,4}$|^[\p{Script=Katakana}ー]{2,5}$|^[${KANJI}々]{1,2}[${KANA}]{1,2}$`,
  "u",
);

/** Whether a text is certainly the full name of a Japanese person: a frequent family name with a given name behind it. */
export function isJapaneseName(text: string): boolean {
  const name = text.trim();
  if (name.length < 3 || name.length > 9) return false;
  return [3, 2, 1].some((length) => {
    const given = name.slice(length).replace(/^[\s　]/u, "");
    return KNOWN.has(name.slice(0, length)) && GIVEN.test(given);
  });
}
