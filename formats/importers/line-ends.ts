/** A full stop of any script with what closes behind it; a quotation that ends. */
const CLOSED = /(?:[。｡．！？!?]|(?<![.\p{Lu}])\.)[」』”’"'）)】\]]*$|[」』】]$/u;
const ENDS_INSIDE = /[。｡！？]|[.!?]["”’)]*(?:\s|$)/u;

/** Particles and forms after which a Japanese sentence goes on, a comma, an opened bracket, half of a word. */
const OPEN =
  /(?:[はがをにへでとのもやてばし、，,（「『〈《【［(・]|から|まで|より|など|という|による|における|[っゃゅょッャュョァィゥェォー])$/u;
const OPEN_ENGLISH =
  /(?:^|[\s(“"‘'])(?:an?|the|of|and|or|nor|to|in|on|for|with|by|at|from|as|that|which|who|whose|where|when|while|if|is|are|was|were|be|been|being|has|have|had|its|their|his|her|our|your|my|this|these|those|will|would|could|should|may|might|can|not|than|but|into|about|over|under|after|before|between|more|most)$|[,(–—-]$/iu;

/** What begins a sentence in hiragana, where otherwise only the rest of a word or its ending stands. */
const BEGINS_SENTENCE =
  /^(?:また|しかし|なお|そして|この|その|これ|それ|ここ|そこ|ただ|さらに|まず|つぎ|もし|したがって|だが|でも|いま|きょう|あす|きのう|みな|いつ|どう|どこ|どの|なぜ|こう|そう|ああ|あの|お|ご|ぜひ|わたし|あなた|ぼく|ほか|すべて|はじめ|ひと|ふる|さくら|ひがし|にし|きた|みなみ|いわき|つくば|さいたま|かつて|とくに|あわせて|やがて)/u;
const REST = /^[\p{Script=Hiragana}ー、。，．」』）)！？ァィゥェォッャュョ々％]/u;
/** A quotation or remark that begins in one line and ends in the next. */
const OPEN_BRACKET = /[「『（][^」』）]*$/u;
const CLOSING_BRACKET = /^[^「『（]*[」』）]/u;
const LOWER = /^[\p{Ll}]/u;
const LATIN_END = /[\p{Script=Latin}\p{Nd},;)’'”"%-]$/u;

/** Whether a line ends where a sentence or quotation does. */
export const endsClosed = (text: string): boolean => CLOSED.test(text.slice(-8));

/** Whether a quotation at a line's end is part of a sentence that goes on: 「…」 over の誤りでした. */
export const goesOnBehindQuotation = (previous: string, next: string): boolean =>
  /[」』]$/u.test(previous) && /^[のとはがをにでもや、。]/u.test(next);

/** Whether a sentence ends within a quotation that goes on: `「急ぐつもりはない。`. */
export const endsInQuotation = (text: string): boolean =>
  /[「『][^「」『』]{1,80}[。！？]$/u.test(text.slice(-84));

/** Whether a line begins with what somebody says or what something is called. */
export const beginsQuotation = (text: string): boolean => /^[「『“]/u.test(text);

/** Whether a sentence ends anywhere in a line. */
export const holdsSentenceEnd = (text: string): boolean => ENDS_INSIDE.test(text);

/** Whether a line breaks off where its sentence cannot end. */
export function breaksOff(text: string): boolean {
  return OPEN.test(text.slice(-6)) || OPEN_ENGLISH.test(text.slice(-12));
}

/** Whether the beginning of `next` can only be the rest of what `previous` begins. */
export function isRestOf(previous: string, next: string): boolean {
  if (OPEN_BRACKET.test(previous.slice(-40)) && CLOSING_BRACKET.test(next.slice(0, 40))) return true;
  if (LOWER.test(next)) return LATIN_END.test(previous.slice(-2));
  return REST.test(next) && !BEGINS_SENTENCE.test(next);
}

const DATE =
  /^(?:(?:明治|大正|昭和|平成|令和|西暦)?[\d０-９元一二三四五六七八九十〇]{1,4}[年./．／-]\s?)?[\d０-９一二三四五六七八九十]{1,3}[月./．／-]\s?[\d０-９一二三四五六七八九十]{1,4}日?(?:\s?[(（]?[月火水木金土日](?:曜日?)?[・祝]*[)）]?)?(?:\s?(?:午前|午後)?\s?[\d０-９]{1,2}[:：時].{0,8})?$/u;
const ENGLISH_DATE =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?),?\s+\d{4}$/iu;

/** Whether a whole line is a date, with or without its weekday and time. */
export function isDateLine(text: string): boolean {
  return text.length <= 40 && (DATE.test(text) || ENGLISH_DATE.test(text));
}

const ADDRESSEE = /(?:各位|御中|殿|様|先生)$/u;

/** Whether a short line names whom a letter is written to. */
export const isAddressee = (text: string): boolean =>
  text.length <= 30 && ADDRESSEE.test(text) && !/[、。]/u.test(text);

const FORMULA =
  /^(?:記|以上|敬具|敬白|草々|謹白|拝啓|謹啓|前略)$|^(?:dear|hi|hello)\s.{1,40}[,:]$|^(?:(?:best|kind|warm)(?:est)? (?:regards|wishes)|regards|cheers|thanks|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?),?$/iu;
const STOPS = /[：:]$|[━─＝=〓*＊～〜-]{2}$|(?:https?:\/\/|www\.|@)[!-~]+$/u;
const ALL_IN_BRACKETS = /^(?:【[^】]+】|《[^》]+》|〈[^〉]+〉|＜[^＞]+＞|<[^>]+>|\[[^\]]+\]|［[^］]+］)$/u;

/** Whether nothing can go on behind a line, however wide it is: a label without its value, a date, an address. */
export function standsAlone(text: string): boolean {
  return (
    FORMULA.test(text) ||
    STOPS.test(text) ||
    isDateLine(text) ||
    isAddressee(text) ||
    ALL_IN_BRACKETS.test(text)
  );
}
