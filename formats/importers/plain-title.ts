import { isAddressee, isDateLine } from "./line-ends.ts";
import { endsSentence, looksLikeTitle } from "./plain-headings.ts";
import { isListItem, type PlainLine } from "./plain-lines.ts";

/** So many lines of a letter's or press release's head may stand above its title. */
const LONGEST_HEAD = 15;
/** Columns. A line that stands so far to the right is a date or a sender. */
const FAR_RIGHT = 24;

const RELEASE =
  /^[【［[＜<《〔(（]?\s*(?:(?:新聞|ニュース|プレス|報道機関向け)?(?:プレス|ニュース)?[・\s]?リリース|報道(?:発表)?資料|記者発表(?:資料)?|お知らせ|号外|速報|至急|解禁.*|for immediate release|(?:press|news|media)\s?(?:release|information)|embargo(?:ed)?\b.*|取扱注意|写し|案)\s*[】］\]＞>》〕)）]?$/iu;
/** `第123号`, `No. 45`, `Vol.3 No.2`, `港総第１２３号`. */
const ISSUE =
  /^(?:[^\s、。]{0,8}第\s?[\p{Nd}一二三四五六七八九十百千〇]+\s?[号版](?:[-－][\p{Nd}]+)?|(?:(?:no|vol|issue|#)[.．:\s]*[\p{Nd}]+[\s,/／(（]*)+[)）]?|[\p{Nd}]+[^\s、。]{1,6}第?[\p{Nd}]+号|通巻\s?第?[\p{Nd}]+号)[\s（(\p{Nd}一二三四五六七八九十〇元年月日令和平成昭和発行.／/・火水木金土）)]*$/iu;
const COMPANY =
  /^(?:(?:(?:株式|有限|合同|合資|相互)会社|[(（][株有][)）]|㈱|㈲|(?:一般|公益|特定非営利活動|独立行政|学校|社会福祉|国立大学)(?:社団|財団)?法人|NPO法人)[^\s、。]{1,24}|[^\s、。]{1,24}(?:(?:株式|有限|合同)会社|[(（][株有][)）]|㈱|㈲)|[\p{Lu}][\p{L}\p{N}\s&.,'-]{1,40}(?:Inc|Ltd|LLC|Corp|Corporation|Co|PLC|GmbH|K\.K)\.?)$/u;
const SENDER =
  /^[^\s、。]{0,20}(?:市長|町長|村長|区長|知事|大臣|長官|委員|委員長|社長|会長|署長|局長|部長|課長|室長|理事長|学長|所長|議長|代表|取締役|記者|同)[\s\u3000]+(?!\S*(?:[録書表報案旨要料簿覧集版]|会見|について|だより|ニュース)$)\S{1,8}(?:[\s\u3000]\S{1,8})?$/u;
const OFFICE =
  /^[^\s、。]{2,20}(?:広報(?:部|課|室|担当)|総務(?:部|課)|記者クラブ|報道官室|報道室|事務局|編集部|委員会)$/u;
const HEAD_LABEL =
  /^(?:日付|日時|発信|発行|発表|配信|件名|題名|差出人|宛先|宛|送信者|送信日時|作成|文責|文|担当|連絡先|お?問い?合わ?せ先?|from|to|cc|date|subject|sent|contact|media contact|source|by)\s?(?:[：:／]|(?<=^by)\s)/iu;
const SUBTITLE = /^(?:[～〜―─－–—-]+[^～〜―─－–—-]|[（(]|＜|〈)/u;

/** What is said behind the date of an issue or notice. */
const PUBLISHED = /\s?(?:発行|発表|配信|公開|更新|掲載|公布|告示|付|現在)$/u;
/** Columns. A line set so far in over one at the margin is centred: the title of a by-law or a notice. */
const CENTRED = 6;

/** Whether a line belongs to what stands above a title: whom it is for and from, when, which number it has. */
function isOfHead({ text, indent, kind }: PlainLine): boolean {
  if (kind === "rule" || indent >= FAR_RIGHT) return true;
  if (text.length > 80) return false;
  // Heads are often set wide: ＮＥＷＳ　ＲＥＬＥＡＳＥ.
  const plain = text.normalize("NFKC").replace(/\s+/gu, " ");
  return (
    isDateLine(text.replace(PUBLISHED, "")) ||
    RELEASE.test(plain) ||
    isAddressee(text) ||
    [ISSUE, COMPANY, SENDER, OFFICE, HEAD_LABEL].some((pattern) => pattern.test(text))
  );
}

/**
 * The index of the title, or null: the first line below the head that is no heading, bullet or quotation by its mark, is
 * one line long, ends no sentence, and something follows it after a blank line or under a heading. `【…】` alone may be one.
 *
 * @param isApart lines that are rows of a table
 * @param wraps for each line whether it goes on in the next one, which no title does
 */
export function findTitle(
  lines: readonly PlainLine[],
  isApart: ReadonlySet<number>,
  wraps: readonly boolean[],
): number | null {
  let above = 0;
  for (const [at, line] of lines.entries()) {
    if (line.kind === "blank") continue;
    if (isApart.has(at)) return null;
    if ((isOfHead(line) || isDropCap(lines, at)) && above < LONGEST_HEAD) above += 1;
    else return !wraps[at] && isTitle(lines, at, above > 0) ? at : null;
  }
  return null;
}

/** A letter that is set larger than the rest of its word or sentence. */
function isDropCap(lines: readonly PlainLine[], at: number): boolean {
  if ([...(lines[at]?.text ?? "")].length !== 1) return false;
  const next = lines.slice(at + 1, at + 4).find(({ kind }) => kind !== "blank");
  return next?.kind === "text" && /^[\p{Script=Hiragana}\p{Ll}ー、]/u.test(next.text);
}

function isTitle(lines: readonly PlainLine[], at: number, isBelowHead: boolean): boolean {
  const line = lines[at];
  if (!line || !looksLikeTitle(line.text) || /[,，、:：]$/u.test(line.text)) return false;
  if (line.kind !== "text" && !/^【[^】]*】$/u.test(line.text)) return false;
  const next = lines[at + 1];
  const isAlone =
    next?.kind === "blank" ||
    (isBelowHead && next?.kind === "rule") ||
    headingAfterTitle(lines, at + 1) ||
    (line.indent >= CENTRED && line.indent < FAR_RIGHT && (next?.indent ?? CENTRED) <= 2) ||
    (isBelowHead && isSubtitle(lines, at + 1)) ||
    (next?.kind === "text" &&
      (isDateLine(next.text) || SUBTITLE.test(next.text) || /^by\s/iu.test(next.text)));
  return isAlone && lines.slice(at + 1).some(({ kind }) => kind !== "blank" && kind !== "rule");
}

/** Whether a line is the second and last one of a headline. */
function isSubtitle(lines: readonly PlainLine[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]];
  return (
    line?.kind === "text" && next?.kind === "blank" && line.start !== "label" && looksLikeTitle(line.text)
  );
}

function headingAfterTitle(lines: readonly PlainLine[], at: number): boolean {
  const line = lines[at];
  if (line?.kind === "marked") return true;
  return line?.kind === "numbered" && !isListItem(lines, at) && !endsSentence(line.text);
}
