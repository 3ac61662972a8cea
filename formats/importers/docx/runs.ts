import type { ImportNoteKind } from "#domain/article-import.ts";
import { type InlinePiece, SHOWN_BREAK } from "../inline.ts";
import { webAddressFrom } from "../web-address.ts";
import { childOf, descendantsOf, elementsIn, textIn, type XmlElement } from "../xml-tree.ts";
import { type Field, fieldLink, fieldRuby } from "./fields.ts";
import type { Relation } from "./package.ts";

/** A picture as it stands in a paragraph. */
export interface PlacedPicture {
  /** The part with its bytes, or null where it is outside or missing. */
  target: string | null;
  alt: string;
}

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
  note: (what: ImportNoteKind) => void;
  /** The sign of a footnote or endnote met in the text, and its label. */
  noteSign: (kind: "footnote" | "endnote", id: string, ownSign: string | null) => string | null;
}

/** Reads what stands between a paragraph's first and last run, inserted text included, deleted text not. */
export function readRuns(parent: XmlElement, reader: RunReader): RunContent {
  const content: RunContent = { pieces: [], pictures: [], boxes: [] };
  readInside(parent, { reader, content, link: undefined, ownSignOf: null });
  return content;
}

interface Walk {
  reader: RunReader;
  content: RunContent;
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
  "w:fldSimple",
  "w:dir",
  "w:bdo",
]);

function readInside(parent: XmlElement, walk: Walk): void {
  for (const element of elementsIn(parent)) readInline(element, walk);
}

function readInline(element: XmlElement, walk: Walk): void {
  const { reader } = walk;
  if (element.name === "w:ins" || element.name === "w:del") reader.note("tracked_changes");
  if (element.name === "w:r") readRun(element, walk);
  else if (element.name === "w:hyperlink") {
    const outer = walk.link;
    walk.link = linkOf(element, reader) ?? outer;
    readInside(element, walk);
    walk.link = outer;
  } else if (element.name === "w:sdt") readInside(childOf(element, "w:sdtContent") ?? element, walk);
  else if (element.name === "m:oMath" || element.name === "m:oMathPara") {
    reader.note("formula");
    addText(walk, [...descendantsOf(element, "m:t")].map(textIn).join(""));
  } else if (element.name === "mc:AlternateContent")
    for (const inside of alternativeIn(element)) readInline(inside, walk);
  else if (TRANSPARENT.has(element.name)) readInside(element, walk);
}

/** The newest of the ways in which a thing is written: the others are for older programs. */
export function alternativeIn(element: XmlElement): XmlElement[] {
  const chosen = childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback");
  return chosen ? elementsIn(chosen) : [];
}

function linkOf(element: XmlElement, reader: RunReader): string | undefined {
  const relation = reader.relations.get(element.attributes.get("r:id") ?? "");
  return (relation?.isExternal && webAddressFrom(relation.target)) || undefined;
}

function readRun(run: XmlElement, walk: Walk): void {
  if (isOn(childOf(childOf(run, "w:rPr"), "w:vanish"))) {
    if (childOf(run, "w:t")) walk.reader.note("hidden_text");
    return;
  }
  for (const element of elementsIn(run)) readInRun(element, walk);
}

/** Whether a switch stands and is not off. */
export function isOn(element: XmlElement | null): boolean {
  return element !== null && !["0", "false", "off"].includes(element.attributes.get("w:val") ?? "");
}

const SIGNS: Readonly<Record<string, string>> = {
  "w:tab": " ",
  "w:ptab": " ",
  "w:br": SHOWN_BREAK,
  "w:cr": SHOWN_BREAK,
  "w:noBreakHyphen": "\u2011",
};

function readInRun(element: XmlElement, walk: Walk): void {
  const { reader } = walk;
  const sign = SIGNS[element.name];
  if (sign !== undefined) addText(walk, sign);
  else if (element.name === "w:t") addText(walk, textIn(element));
  else if (element.name === "w:ruby") addRuby(element, walk);
  else if (element.name === "w:fldChar") turnField(element, walk);
  else if (element.name === "w:instrText") {
    const field = reader.fields.at(-1);
    if (field && !field.isResult) field.code += textIn(element);
  } else if (element.name === "w:footnoteReference") addNote("footnote", element, walk);
  else if (element.name === "w:endnoteReference") addNote("endnote", element, walk);
  else if (element.name === "w:drawing" || element.name === "w:pict") readDrawing(element, walk);
  else if (element.name === "w:object") reader.note("embed");
  else if (element.name === "w:commentReference") reader.note("comments");
  else if (element.name === "mc:AlternateContent")
    for (const inside of alternativeIn(element)) readInRun(inside, walk);
}

function addText(walk: Walk, text: string): void {
  const { reader, content } = walk;
  if (!isShown(walk)) return;
  if (walk.ownSignOf && text.trim() !== "") {
    const { kind, id } = walk.ownSignOf;
    walk.ownSignOf = null;
    const label = reader.noteSign(kind, id, text.trim());
    content.pieces.push({ text, note: label ?? undefined });
    return;
  }
  const link = walk.link ?? reader.fields.findLast((field) => field.link)?.link;
  content.pieces.push({ text, link });
}

/** The base text, with its reading beside it. */
function addRuby(element: XmlElement, walk: Walk): void {
  const words = (name: string) => {
    const part = childOf(element, name);
    return part ? readRuns(part, walk.reader).pieces : [];
  };
  const reading = words("w:rt")
    .map(({ text }) => text)
    .join("")
    .trim();
  const base = words("w:rubyBase")
    .map(({ text }) => text)
    .join("");
  if (isShown(walk)) walk.content.pieces.push({ text: base, ruby: reading || undefined, link: walk.link });
}

/** The code of a field is not part of the text, its result is. */
const isShown = ({ reader }: Walk): boolean => reader.fields.every((field) => field.isResult);

function addNote(kind: "footnote" | "endnote", element: XmlElement, walk: Walk): void {
  const id = element.attributes.get("w:id") ?? "";
  if (["1", "true", "on"].includes(element.attributes.get("w:customMarkFollows") ?? "")) {
    walk.ownSignOf = { kind, id };
    return;
  }
  const label = walk.reader.noteSign(kind, id, null);
  // In the line of a text a raised 1 behind a number would read as one of its digits.
  if (label !== null) walk.content.pieces.push({ text: `[${label}]`, note: label });
}

function turnField(element: XmlElement, walk: Walk): void {
  const { fields } = walk.reader;
  const turn = element.attributes.get("w:fldCharType");
  const field = fields.at(-1);
  if (turn === "begin") fields.push({ code: "", isResult: false, link: undefined });
  else if (turn === "separate" && field) {
    field.isResult = true;
    field.link = fieldLink(field.code);
  } else if (turn === "end" && field) {
    fields.pop();
    const ruby = fieldRuby(field.code);
    if (ruby && !field.isResult && isShown(walk)) walk.content.pieces.push(ruby);
  }
}

function readDrawing(element: XmlElement, walk: Walk): void {
  const { reader, content } = walk;
  const boxes = [...descendantsOf(element, "w:txbxContent")];
  content.boxes.push(...boxes);
  if (boxes.length > 0) return;
  const properties = [...descendantsOf(element, "wp:docPr")][0] ?? [...descendantsOf(element, "v:shape")][0];
  const said = properties?.attributes;
  const alt = (said?.get("descr") || said?.get("alt") || said?.get("title") || "").trim();
  const blip = [...descendantsOf(element, "a:blip")][0] ?? [...descendantsOf(element, "v:imagedata")][0];
  if (blip) {
    const relation = reader.relations.get(
      blip.attributes.get("r:embed") ?? blip.attributes.get("r:id") ?? "",
    );
    content.pictures.push({ target: relation && !relation.isExternal ? relation.target : null, alt });
    return;
  }
  const kind = [...descendantsOf(element, "a:graphicData")][0]?.attributes.get("uri") ?? "";
  if (/\/(?:chart|diagram)$/.test(kind)) reader.note("chart");
}
