import type { ImportNote, ImportNoteKind } from "#domain/article-import.ts";
import type { BlockDetails, BlockKind, ParsedBlock } from "#domain/block.ts";
import { bulletOf } from "../bullet-marks.ts";
import { cutText } from "../cut-text.ts";
import { Notes } from "../import-notes.ts";
import { type InlineLine, type InlinePiece, linesOf, oneLineOf } from "../inline.ts";
import { struckWords } from "../inline-struck.ts";
import { pushAll } from "../push-all.ts";
import { RefusedImport } from "../refused-import.ts";
import { childOf, descendantsOf, elementsIn, textIn, type XmlElement } from "../xml-tree.ts";
import { type CellReader, cellPieces } from "./cell-text.ts";
import { isPlaceholder } from "./control.ts";
import { alternativeIn, type PlacedPicture } from "./drawing.ts";
import { endlessFields, type Field } from "./fields.ts";
import { NoteCounter } from "./notes.ts";
import { ListCounter, type ListItem } from "./numbering.ts";
import type { DocxPackage, Relation } from "./package.ts";
import { bulletDetails, labelBefore, shiftedLine, withLabel } from "./printed-label.ts";
import { type RunContent, type RunReader, readRuns } from "./runs.ts";
import { numberingOf, outlineOf, type ParagraphStyle, readStyles } from "./styles.ts";
import { tableRows } from "./table.ts";
import { isOn, readTextSettings, type SettingReader } from "./text-setting.ts";

/** Far more than an article may have; the server refuses it by name long before. */
const MOST_BLOCKS = 200_000;

/** What a Word document holds, before anybody says which of it is the title. */
export interface DocxContent {
  /** Headings have the levels of the document, from 1; a paragraph in the style of a title is a heading of level 0. */
  blocks: ParsedBlock[];
  pictures: Uint8Array[];
  notes: ImportNote[];
}

export function readContent(docx: DocxPackage): DocxContent {
  const writer = new DocxWriter(docx);
  const body = childOf(docx.document, "w:body");
  if (body) writer.readAll(body);
  writer.addFootnotes();
  return writer.finish();
}

class DocxWriter {
  readonly #blocks: ParsedBlock[] = [];
  readonly #pictures: Uint8Array[] = [];
  readonly #notes = new Notes();
  readonly #docx: DocxPackage;
  readonly #styleOf: (id: string | null) => ParagraphStyle;
  readonly #lists: ListCounter;
  readonly #footnotes: NoteCounter;
  readonly #fields: Field[] = [];
  readonly #endless: ReadonlySet<XmlElement>;
  readonly #settingOf: SettingReader;
  readonly #comments: ReadonlyMap<string, XmlElement>;
  #relations: ReadonlyMap<string, Relation>;
  #tables = 0;
  /** Text of paragraphs whose end was deleted: it goes on in the next. */
  #carried: InlinePiece[] = [];
  /** Pictures that wait for a caption behind them. */
  #waiting: PlacedPicture[] = [];
  #isCaptionBefore = false;

  constructor(docx: DocxPackage) {
    this.#docx = docx;
    this.#relations = docx.relations;
    const [styles = null] = docx.partsOf("styles");
    this.#styleOf = readStyles(styles);
    this.#settingOf = readTextSettings(styles);
    this.#lists = new ListCounter(docx.partsOf("numbering")[0] ?? null, this.#styleOf);
    const notes = [...docx.partsOf("footnotes"), ...docx.partsOf("endnotes")];
    this.#footnotes = new NoteCounter(docx.partsOf("footnotes"), docx.partsOf("endnotes"), [
      docx.document,
      ...docx.partsOf("settings"),
    ]);
    this.#endless = new Set([docx.document, ...notes].flatMap((part) => [...endlessFields(part)]));
    this.#comments = commentsIn(docx.partsOf("comments"));
    for (const part of [...docx.partsOf("header"), ...docx.partsOf("footer")])
      if (textIn(part).trim() !== "") this.#note("header_footer", wordsIn(part));
    for (const name of docx.strays) this.#note("characters", name);
  }

  readAll(parent: XmlElement): void {
    for (const element of elementsIn(parent)) this.#readBlock(element);
  }

  #readBlock(element: XmlElement): void {
    if (element.name === "w:p") this.#readParagraph(element);
    else if (element.name === "w:tbl") this.#readTable(element);
    else if (element.name === "w:sdt") this.#readStructured(element);
    else if (element.name === "w:customXml" || element.name === "w:ins" || element.name === "w:moveTo")
      this.readAll(element);
    else if (element.name === "mc:AlternateContent")
      for (const inside of alternativeIn(element)) this.#readBlock(inside);
    else this.#readLoose(element);
  }

  /** What stands between paragraphs and is none: formulas, what was deleted, other files. */
  #readLoose(element: XmlElement): void {
    const pieces = this.#loosePieces(element);
    if (pieces.length > 0) for (const line of linesOf(pieces)) this.#add("paragraph", null, line);
  }

  #loosePieces(element: XmlElement): InlinePiece[] {
    if (element.name === "w:altChunk") this.#note("embed");
    else if (
      /^(?:m:oMath|m:oMathPara|w:del|w:moveFrom|w:sdt|w:r|w:hyperlink|w:fldSimple)$/.test(element.name)
    )
      return this.#runsIn({ name: "w:p", attributes: new Map(), children: [element] }, null).pieces;
    return [];
  }

  /** A table of contents says nothing that the headings do not. */
  #readStructured(element: XmlElement): void {
    const gallery = childOf(childOf(childOf(element, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
    if (gallery?.attributes.get("w:val") === "Table of Contents") return;
    if (isPlaceholder(element)) {
      this.#readLoose(element);
      return;
    }
    const content = childOf(element, "w:sdtContent");
    if (content) this.readAll(content);
  }

  #readParagraph(element: XmlElement): void {
    const properties = childOf(element, "w:pPr");
    const style = this.#styleOf(styleId(properties));
    const { pieces, pictures, boxes } = this.#runsIn(element, properties);
    const all = [...this.#carried, ...pieces];
    this.#carried = [];
    if (this.#goesOn(properties, pieces)) this.#carried = all;
    else {
      const item = this.#itemOf(properties, style);
      if (style.role !== "contents") this.#addLines(linesOf(all), properties, style, item);
    }
    pushAll(this.#waiting, pictures);
    for (const box of boxes) this.readAll(box);
  }

  #runsIn(element: XmlElement, properties: XmlElement | null): RunContent {
    const runs = readRuns(element, styleId(properties), this.#reader);
    for (const words of struckWords(runs.pieces)) this.#note("struck", words);
    return runs;
  }

  /** Whether the next paragraph goes on in the line of this one: its end was deleted or is hidden, or it is a drop cap. */
  #goesOn(properties: XmlElement | null, pieces: readonly InlinePiece[]): boolean {
    const mark = childOf(properties, "w:rPr");
    const isDeleted = childOf(mark, "w:del") !== null || childOf(mark, "w:moveFrom") !== null;
    if (isDeleted) this.#note("tracked_changes");
    const hasText = pieces.some(({ text }) => text.trim() !== "");
    const dropCap = childOf(properties, "w:framePr")?.attributes.get("w:dropCap");
    return (
      isDeleted ||
      (isOn(childOf(mark, "w:vanish")) && hasText) ||
      (dropCap !== undefined && dropCap !== "none" && hasText)
    );
  }

  /** Text that waits for a next paragraph where none comes. */
  #placeCarried(): void {
    const carried = this.#carried;
    this.#carried = [];
    for (const line of linesOf(carried)) this.#addProse(line);
  }

  get #reader(): RunReader {
    return {
      relations: this.#relations,
      fields: this.#fields,
      endless: this.#endless,
      settingOf: this.#settingOf,
      note: (what, words) => this.#note(what, words),
      commentOf: (id) => wordsIn(this.#comments.get(id) ?? null),
      noteSign: (kind, id, ownSign) => this.#footnotes.label(kind, id, ownSign),
    };
  }

  #itemOf(properties: XmlElement | null, style: ParagraphStyle): ListItem | null {
    const own = numberingOf(properties);
    const numbering = own ?? style.numbering;
    if (!numbering || numbering.id === "0") return null;
    return this.#lists.next(numbering.id, numbering.level ?? style.numbering?.level ?? 0);
  }

  #addLines(
    lines: readonly InlineLine[],
    properties: XmlElement | null,
    style: ParagraphStyle,
    item: ListItem | null,
  ): void {
    const [first, ...rest] = lines;
    if (!first) return;
    if (style.role === "caption" && this.#takeCaption(first)) return;
    this.#placePictures();
    const stated = outlineOf(properties);
    const heading = style.role === "title" ? 0 : stated === undefined ? style.headingLevel : stated;
    if (heading !== null) this.#add("heading", heading, withLabel(first, item?.label ?? ""));
    else if (style.role === "quotation") this.#add("quotation", null, withLabel(first, item?.label ?? ""));
    else if (item) this.#add("bullet", item.level + 1, labelBefore(first, item), bulletDetails(item));
    else this.#addProse(first);
    for (const line of rest) this.#add(style.role === "quotation" ? "quotation" : "paragraph", null, line);
  }

  /** A paragraph in which the author typed the mark of a bullet is one. */
  #addProse(line: InlineLine): void {
    const bullet = bulletOf(line.text);
    if (bullet === null) {
      this.#add("paragraph", null, line);
      return;
    }
    // A circled number is kept as it stands there.
    const sign = bullet.ordinal === null ? {} : { sign: line.text.charAt(0) };
    this.#add("bullet", 1, shiftedLine(line, line.text.length - bullet.text.length), sign);
  }

  #add(kind: BlockKind, level: number | null, line: InlineLine, more: BlockDetails = {}): void {
    if (this.#blocks.length >= MOST_BLOCKS) throw new RefusedImport("TOO_HARD");
    if (line.text === "") return;
    const details: BlockDetails = { ...(line.marks.length > 0 && { marks: line.marks }), ...more };
    const hasDetails = Object.keys(details).length > 0;
    this.#blocks.push({ kind, level, text: line.text, ...(hasDetails && { details }) });
    this.#isCaptionBefore = false;
  }

  /** A caption belongs to the picture before it. With none there it is a paragraph, and may be of one that follows. */
  #takeCaption(line: InlineLine): boolean {
    const pictures = this.#waiting;
    this.#waiting = [];
    const last = pictures.pop();
    for (const picture of pictures) this.#addFigure(picture, null);
    if (last) this.#addFigure(last, line);
    else {
      this.#add("paragraph", null, line);
      this.#isCaptionBefore = true;
    }
    return true;
  }

  #placePictures(): void {
    const pictures = this.#waiting;
    this.#waiting = [];
    for (const [index, picture] of pictures.entries()) {
      const before =
        index === 0 && this.#isCaptionBefore && picture.alt === "" ? this.#blocks.pop() : undefined;
      this.#addFigure(picture, before ? { text: before.text, marks: before.details?.marks ?? [] } : null);
    }
  }

  #addFigure({ target, alt }: PlacedPicture, caption: InlineLine | null): void {
    const line = caption ?? oneLineOf([{ text: alt.replace(/\s+/gu, " ") }]);
    if (line.text === "") {
      this.#note("picture_without_words");
      return;
    }
    const bytes = target === null ? null : this.#docx.bytesOf(target);
    this.#add("figure", null, line, {
      picture: { sha256: null, address: null, alt: cutText(alt, LONGEST_ALT) },
    });
    const figure = this.#blocks.at(-1);
    if (bytes && figure) {
      this.#pictures.push(bytes);
      figure.picture = this.#pictures.length - 1;
    }
  }

  #readTable(element: XmlElement): void {
    this.#placeCarried();
    this.#placePictures();
    const rows = tableRows(element);
    const [only] = rows.flat();
    // A frame around text, not a table.
    if (only && rows.every((row) => row.every((cell) => cell === only))) {
      this.readAll(only.content);
      return;
    }
    this.#tables += 1;
    const table = this.#tables;
    for (const [index, row] of rows.entries())
      for (const { column, columnSpan, rowSpan, isHeader, content, merged } of row) {
        for (const hidden of merged) this.#noteHidden(hidden);
        this.#add("cell", null, this.#cellLine(content), {
          cell: { table, row: index + 1, column, isHeader, columnSpan, rowSpan },
        });
      }
    this.#placePictures();
  }

  #noteHidden(content: XmlElement): void {
    const words = wordsIn(content);
    if (words.trim() !== "") this.#note("hidden_text", words);
  }

  /** All that a cell or note holds as one block, in lines; pictures stand behind it. */
  #cellLine(content: XmlElement): InlineLine {
    return oneLineOf(cellPieces(content, this.#cellReader));
  }

  get #cellReader(): CellReader {
    return {
      note: (what) => this.#note(what),
      loose: (element) => this.#loosePieces(element),
      paragraph: (element) => {
        const properties = childOf(element, "w:pPr");
        const { pieces, pictures, boxes } = this.#runsIn(element, properties);
        pushAll(this.#waiting, pictures);
        const goesOn = this.#goesOn(properties, pieces);
        const item = goesOn ? null : this.#itemOf(properties, this.#styleOf(styleId(properties)));
        const hasText = pieces.some(({ text }) => text.trim() !== "");
        const label: InlinePiece[] = item?.label && hasText ? [{ text: `${item.label} ` }] : [];
        return { pieces: [...label, ...pieces], boxes, goesOn };
      },
    };
  }

  /** The texts of the notes that were referred to, where a page ends: behind everything else. */
  addFootnotes(): void {
    this.#placeCarried();
    this.#placePictures();
    for (const { kind, label, content } of this.#footnotes.met) {
      this.#relations = this.#docx.relationsOf(`${kind}s`);
      const line = this.#cellLine(content);
      this.#add("footnote", null, line, { label });
    }
    this.#placePictures();
  }

  #note(what: ImportNoteKind, words?: string): void {
    this.#notes.add(what, words);
  }

  finish(): DocxContent {
    return { blocks: this.#blocks, pictures: this.#pictures, notes: this.#notes.all };
  }
}

/** In UTF-16 units, as `blockDetailsSchema` counts them. */
const LONGEST_ALT = 1000;

const styleId = (properties: XmlElement | null): string | null =>
  childOf(properties, "w:pStyle")?.attributes.get("w:val") ?? null;

/** The written words in a part that is only named, its paragraphs apart. */
const wordsIn = (part: XmlElement | null): string =>
  (part ? [...descendantsOf(part, "w:p")] : [])
    .map((paragraph) => [...descendantsOf(paragraph, "w:t")].map(textIn).join(""))
    .join(" ");

function commentsIn(parts: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  const comments = parts.flatMap((part) => elementsIn(part)).filter(({ name }) => name === "w:comment");
  return new Map(comments.map((comment) => [comment.attributes.get("w:id") ?? "", comment]));
}
