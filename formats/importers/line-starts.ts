/**
 * How surely a line begins something of its own, by its first characters:
 * - `own`: whatever stands before it;
 * - `label`: unless the line before is wrapped for sure and plainly goes on;
 * - `figure`: unless the line before is wrapped and goes on;
 * - `none`: its beginning says nothing.
 */
export type LineStart = "own" | "label" | "figure" | "none";

/** Marks that begin an item, a remark or a part, with or without a space. */
const MARK =
  /^[※★☆→⇒➡⇨↓▶►▷◎◇◆□■▼▽▲△●○◯◦•･・‣⁃∙▪▫✓✔☑➤♪＊*【〓＃#┃│├└┌┏┗](?!\d+[。、])|^[-－–—―─〜～](?![\d０-９])\S|^[-－–*＊+＋][\s\u3000]/u;
/** A footnote, unless its sign ends the sentence before. */
const FOOTNOTE = /^(?:[[［][\d０-９]{1,3}[\]］]|[(（]?注\s?[\d０-９]{1,3}[)）])(?![。、，．.,])/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S|^[\w.+-]{1,64}@[\w-]+\.[\w.-]+$/iu;
/** Words that stand alone at a letter's head and end. */
const FORMULA = /^(?:記|以上|敬具|敬白|草々|謹白|拝啓|謹啓|前略|以下余白|別紙)$/u;

const BRACKETED_LABEL = /^[［[＜<〈《〔][^\]］>＞〉》〕。、]{1,20}[\]］>＞〉》〕]/u;
/** `発売日：`, `山田太郎 市長：`, `Tel: `, `電話:03-`. No time (`10:30`), no address (`https:`), no ratio. */
const LABEL =
  /^[^\s：:、。，．,「」『』！？!?]{1,16}(?:[ \u3000]{1,4}[^\s：:、。，．「」『』]{1,12}){0,2}[ \u3000]*(?:：|(?<![\d０-９]):(?!\/\/)(?=\s|[^!-~]|$))/u;
const LATIN_LABEL = /^[A-Z][\w .&/'’()-]{0,30}:(?=\s|$)/u;
const CONTACT =
  /^(?:Tel|TEL|Fax|FAX|E-?[Mm]ail|EMAIL|URL|HP|電話|住所|所在地|担当|連絡先|メール|ＴＥＬ|ＦＡＸ)[:：.．\s\d０-９(（+]|^〒/u;
/** `参加者　１２０`, `市長　計画は`: a full-width space sets a name or label off. */
const SET_OFF = /^[^\s、。，．！？!?「」『』（）()]{1,12}(?:（[^）]{1,14}）)?\u3000+\S/u;
const QUESTION =
  /^(?:[QＱAＡ][\d０-９]{0,3}[.．:：、)）\s\u3000]|[問答](?:[\d０-９]{1,3})?[:：．.\s\u3000])/u;
const NUMBERED =
  /^(?:[(（][\d０-９一二三四五六七八九十ア-ンa-zａ-ｚivxⅰ-ⅻ]{1,4}[)）]|[\d０-９]{1,3}[)）]|[\d０-９]{1,3}\s?[.．、](?![\d０-９])|[①-⑳㉑-㉟㊱-㊿❶-❿⓪]|[ア-ワ][)）．.]|[a-zａ-ｚ][)）]\s?|第[\d０-９一二三四五六七八九十百]{1,4}[条章節項編部回号款](?![にはがをのとでも])|[一二三四五六七八九十]{1,3}[、．.\u3000]|[Ⅰ-Ⅻⅰ-ⅻ])/u;

const FIGURE =
  /^[\p{Nd}\p{No}¥￥$＄€£▲△+＋−±約計]|^(?:明治|大正|昭和|平成|令和|西暦|午前|午後)[\p{Nd}元一二三四五六七八九十]|^[「『“"（(]/u;

export function lineStartOf(text: string): LineStart {
  if (MARK.test(text) || FOOTNOTE.test(text) || ADDRESS.test(text) || FORMULA.test(text)) return "own";
  if (
    LABEL.test(text) ||
    LATIN_LABEL.test(text) ||
    SET_OFF.test(text) ||
    QUESTION.test(text) ||
    NUMBERED.test(text) ||
    BRACKETED_LABEL.test(text) ||
    CONTACT.test(text)
  )
    return "label";
  return FIGURE.test(text) ? "figure" : "none";
}
