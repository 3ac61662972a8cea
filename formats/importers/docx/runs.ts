import type { ImportNoteKind } from "#domain/article-import.ts";
import { type InlinePiece, SHOWN_BREAK } from "../inline.ts";
import { withoutStrays } from "../invisible.ts";
import { pushAll } from "../push-all.ts";
import { RefusedImport } from "../refused-import.ts";
import { webAddressFrom } from "../web-address.ts";
import { childOf, descendantsOf, elementsIn, textIn, type XmlElement } from "../xml-tree.ts";
import { checkboxOf, isPlaceholder } from "./control.ts";
import { alternativeIn, type PlacedPicture, readDrawing } from "./drawing.ts";
import { type Field, fieldLink, fieldPieces } from "./fields.ts";
import { GAP, mathPieces, withGaps } from "./math.ts";
import type { Relation } from "./package.ts";
import { withSigns } from "./signs.ts";
import type { SettingReader, TextSetting } from "./text-setting.ts";

/** What a paragraph holds besides its properties. */
export interface RunContent {
  pieces: InlinePiece[];
  pictures: PlacedPicture[];
  /** The contents of text boxes, which stand beside the paragraph they are anchored in. */
  boxes: XmlElement[];
}

/** What the runs of a document share, as they are read one after the other. */
export interface RunReader {
  relations: ReadonlyMap<string, Relation>;
  /** Fields may begin in one paragraph and end in another. */
  fields: Field[];
  /** Beginnings of fields that have no end. */
  endless: ReadonlySet<XmlElement>;
  settingOf: SettingReader;
  note: (what: ImportNoteKind, words?: string) => void;
  /** The sign of a footnote or endnote met in the text, and its label. */
  noteSign: (kind: "footnote" | "endnote", id: string, ownSign: string | null) => string | null;
  /** What a comment says. */
  commentOf: (id: string) => string;
}

/**
 * Reads what stands between a paragraph's first and last run, inserted text included, deleted text not. `style`: the id
 * of the paragraph's style, or null for the standard one.
 */
export function readRuns(parent: XmlElement, style: string | null, reader: RunReader): RunContent {
  const content: RunContent = { pieces: [], pictures: [], boxes: [] };
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(textIn(parent));
  const setting = reader.settingOf(null, style);
  readInside(parent, { reader, content, style, isJapanese, setting, link: undefined, ownSignOf: null });
  content.pieces = settled(withGaps(content.pieces));
  return content;
}

interface Walk {
  reader: RunReader;
  content: RunContent;
  style: string | null;
  isJapanese: boolean;
  setting: TextSetting;
  link: string | undefined;
  /** A note whose sign the author typed: the next text is it. */
  ownSignOf: { kind: "footnote" | "endnote"; id: string } | null;
}

/** Wrappers that say something of what they hold, none of which concerns us. */
const TRANSPARENT = new Set([
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:customXml",
  "w:sdtContent",
  "w:dir",
  "w:bdo",
]);
const DELETED = new Set(["w:del", "w:moveFrom"]);
const TRACKED = new Set(["w:ins", "w:moveTo", ...DELETED]);

function readInside(parent: XmlElement, walk: Walk): void {
  for (const element of elementsIn(parent)) readInline(element, walk);
}

function readInline(element: XmlElement, walk: Walk): void {
  const { reader } = walk;
  if (TRACKED.has(element.name)) reader.note("tracked_changes", wordsIn(element));
  if (element.name === "w:r") readRun(element, walk);
  else if (element.name === "w:hyperlink") {
    const outer = walk.link;
    walk.link = linkOf(element, reader) ?? outer;
    readInside(element, walk);
    walk.link = outer;
  } else if (element.name === "w:sdt") readControl(element, walk);
  else if (element.name === "w:fldSimple") readSimpleField(element, walk);
  else if (element.name === "m:oMath" || element.name === "m:oMathPara") {
    reader.note("formula");
    addPieces(walk, mathPieces(element));
  } else if (element.name === "w:subDoc") reader.note("embed");
  else if (element.name === "mc:AlternateContent")
    for (const inside of alternativeIn(element)) readInline(inside, walk);
  else if (TRANSPARENT.has(element.name)) readInside(element, walk);
}

const wordsIn = (element: XmlElement): string =>
  [...descendantsOf(element, "w:t"), ...descendantsOf(element, "w:delText")].map(textIn).join("");

function linkOf(element: XmlElement, reader: RunReader): string | undefined {
  const relation = reader.relations.get(element.attributes.get("r:id") ?? "");
  return (relation?.isExternal && webAddressFrom(relation.target)) || undefined;
}

function readControl(element: XmlElement, walk: Walk): void {
  if (isPlaceholder(element)) {
    walk.reader.note("form", wordsIn(element));
    return;
  }
  const box = checkboxOf(element);
  const before = walk.content.pieces.length;
  const content = childOf(element, "w:sdtContent");
  if (content) readInside(content, walk);
  const own = walk.content.pieces.slice(before);
  if (box === null || own.some(({ text }) => text.trim() !== "" && !text.includes("\ufffd"))) return;
  walk.content.pieces.length = before;
  addPieces(walk, [{ text: box }]);
}

function readSimpleField(element: XmlElement, walk: Walk): void {
  const outer = walk.link;
  const code = element.attributes.get("w:instr") ?? "";
  walk.link = fieldLink(code) ?? outer;
  const before = walk.content.pieces.length;
  readInside(element, walk);
  walk.link = outer;
  if (walk.content.pieces.length > before) return;
  const { pieces, isFormula } = fieldPieces({
    code,
    isResult: false,
    hasText: false,
    link: undefined,
    form: null,
  });
  if (isFormula) walk.reader.note("formula");
  addPieces(walk, pieces);
}

function readRun(run: XmlElement, walk: Walk): void {
  const { reader } = walk;
  walk.setting = reader.settingOf(childOf(run, "w:rPr"), walk.style);
  for (const element of elementsIn(run)) {
    // What is hidden may still turn a field.
    if (!walk.setting.isHidden) readInRun(element, walk);
    else if (element.name === "w:fldChar") turnField(element, walk);
    else if (element.name === "w:instrText") addCode(element, walk);
    else if (element.name === "w:t" && isShown(walk)) reader.note("hidden_text", textIn(element));
  }
}

/** A page or column ends the block, as an empty line does. */
const breakOf = (element: XmlElement): string =>
  ["page", "column"].includes(element.attributes.get("w:type") ?? "")
    ? SHOWN_BREAK + SHOWN_BREAK
    : SHOWN_BREAK;

const SIGNS: Readonly<Record<string, (element: XmlElement) => string>> = {
  "w:tab": () => " ",
  "w:ptab": () => " ",
  "w:br": breakOf,
  "w:cr": () => SHOWN_BREAK,
  "w:noBreakHyphen": () => "\u2011",
};

function readInRun(element: XmlElement, walk: Walk): void {
  const { reader } = walk;
  const sign = SIGNS[element.name];
  if (sign) addText(walk, sign(element));
  else if (element.name === "w:t") addText(walk, readable(textIn(element), walk));
  else if (element.name === "w:sym") addText(walk, symbolIn(element, walk));
  else if (element.name === "w:ruby") addRuby(element, walk);
  else if (element.name === "w:fldChar") turnField(element, walk);
  else if (element.name === "w:instrText") addCode(element, walk);
  else if (element.name === "w:footnoteReference") addNote("footnote", element, walk);
  else if (element.name === "w:endnoteReference") addNote("endnote", element, walk);
  else if (element.name === "w:drawing" || element.name === "w:pict") addDrawing(element, walk);
  else if (element.name === "w:object") reader.note("embed");
  else if (element.name === "w:commentReference")
    reader.note("comments", reader.commentOf(element.attributes.get("w:id") ?? ""));
  else if (element.name === "mc:AlternateContent")
    for (const inside of alternativeIn(element)) readInRun(inside, walk);
}

/** Written text without characters that no text holds, and with the signs of symbol fonts as what they are. */
function readable(written: string, walk: Walk): string {
  const { text, found } = withoutStrays(written);
  if (isShown(walk)) for (const name of found) walk.reader.note("characters", name);
  return signed(text.replaceAll("\t", " "), walk, walk.setting.fonts);
}

function symbolIn(element: XmlElement, walk: Walk): string {
  const code = element.attributes.get("w:char") ?? "";
  if (!/^[0-9a-f]{1,6}$/i.test(code)) return "";
  const value = Number.parseInt(code, 16);
  if (value === 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return "";
  const font = element.attributes.get("w:font") ?? null;
  return signed(String.fromCodePoint(value), walk, { ascii: font, other: font });
}

function signed(text: string, walk: Walk, fonts: TextSetting["fonts"]): string {
  const { text: seen, unknown } = withSigns(text, fonts, walk.isJapanese);
  if (isShown(walk)) for (const name of unknown) walk.reader.note("glyphs", name);
  return seen;
}

function addText(walk: Walk, text: string): void {
  if (walk.ownSignOf && text.trim() !== "" && isShown(walk)) {
    const { kind, id } = walk.ownSignOf;
    walk.ownSignOf = null;
    const label = walk.reader.noteSign(kind, id, text.trim());
    // A figure behind another would read as one of its digits.
    addPieces(walk, [{ text, note: label ?? undefined, ...(/^\p{N}/u.test(text) && { script: "raised" }) }]);
  } else addPieces(walk, [{ text }]);
}

/** Pieces where they stand: set as their run is, unless they say how they are set themselves. */
function addPieces(walk: Walk, pieces: readonly InlinePiece[]): void {
  if (!isShown(walk)) return;
  const { reader, content, setting } = walk;
  const link = walk.link ?? reader.fields.findLast((field) => field.link)?.link;
  for (const field of reader.fields) field.hasText = true;
  for (const piece of pieces) {
    if (piece === GAP) content.pieces.push(piece);
    else {
      const script = setting.script ?? (FIGURES.test(piece.text) ? setting.figureScript : undefined);
      content.pieces.push({
        ...(link !== undefined && { link }),
        ...(script && { script }),
        ...(setting.isStruck && { struck: true }),
        ...piece,
      });
    }
  }
}

const FIGURES = /^[\p{Nd}+\-−±(),.n*※]{1,8}$/u;

/** The base text, with its reading beside it. */
function addRuby(element: XmlElement, walk: Walk): void {
  const words = (name: string) => {
    const part = childOf(element, name);
    const pieces = part ? readRuns(part, walk.style, walk.reader).pieces : [];
    return pieces.map(({ text }) => text).join("");
  };
  const reading = words("w:rt").trim();
  addPieces(walk, [{ text: words("w:rubyBase"), ruby: reading || undefined }]);
}

/** The code of a field is not part of the text, its result is. */
const isShown = ({ reader }: Walk): boolean => reader.fields.every((field) => field.isResult);

function addNote(kind: "footnote" | "endnote", element: XmlElement, walk: Walk): void {
  const id = element.attributes.get("w:id") ?? "";
  if (["1", "true", "on"].includes(element.attributes.get("w:customMarkFollows") ?? "")) {
    walk.ownSignOf = { kind, id };
    return;
  }
  if (!isShown(walk)) return;
  const label = walk.reader.noteSign(kind, id, null);
  // In the line of a text a raised 1 behind a number would read as one of its digits.
  if (label !== null)
    walk.content.pieces.push({
      text: `[${label}]`,
      note: label,
      ...(walk.setting.isStruck && { struck: true }),
    });
}

function addCode(element: XmlElement, { reader }: Walk): void {
  const field = reader.fields.at(-1);
  if (field && !field.isResult) field.code += textIn(element);
}

/** Fields in fields: programs stop at some twenty. */
const MOST_NESTED = 200;

function turnField(element: XmlElement, walk: Walk): void {
  const { fields, endless } = walk.reader;
  const turn = element.attributes.get("w:fldCharType");
  const field = fields.at(-1);
  if (turn === "begin" && fields.length > MOST_NESTED) throw new RefusedImport("TOO_HARD");
  if (turn === "begin" && !endless.has(element))
    fields.push({
      code: "",
      isResult: false,
      hasText: false,
      link: undefined,
      form: childOf(element, "w:ffData"),
    });
  else if (turn === "separate" && field) {
    field.isResult = true;
    field.link = fieldLink(field.code);
  } else if (turn === "end" && field) {
    fields.pop();
    if (field.hasText) return;
    const { pieces, isFormula } = fieldPieces(field);
    if (isFormula && isShown(walk)) walk.reader.note("formula");
    addPieces(walk, pieces);
  }
}

function addDrawing(element: XmlElement, walk: Walk): void {
  if (!isShown(walk)) return;
  const { reader, content } = walk;
  const { pictures, boxes, drawnWords } = readDrawing(element, reader.relations, reader.note);
  pushAll(content.pictures, pictures);
  pushAll(content.boxes, boxes);
  for (const words of drawnWords)
    if (words.trim() !== "") addPieces(walk, [{ text: SHOWN_BREAK }, { text: words }, { text: SHOWN_BREAK }]);
}

/** A paragraph that is high or low as a whole is so beside nothing; figures stay written so all the same. */
function settled(pieces: InlinePiece[]): InlinePiece[] {
  const [first] = pieces.filter(({ text }) => text.trim() !== "");
  const isWhole =
    first?.script !== undefined &&
    pieces.every(({ text, script, note }) => text.trim() === "" || (script === first.script && !note)) &&
    pieces.some(({ text }) => /\p{L}/u.test(text));
  return isWhole ? pieces.map(({ script: _, ...piece }) => piece) : pieces;
}
