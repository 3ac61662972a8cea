import type { ImportNote, ImportNoteKind } from "#domain/article-import.ts";
import type { BlockDetails, BlockKind, ParsedBlock } from "#domain/block.ts";
import { bulletText } from "../bullet-marks.ts";
import { type InlineLine, type InlinePiece, linesOf, oneLineOf } from "../inline.ts";
import { RefusedImport } from "../refused-import.ts";
import { childOf, elementsIn, textIn, type XmlElement } from "../xml-tree.ts";
import type { Field } from "./fields.ts";
import { NoteCounter } from "./notes.ts";
import { ListCounter, type ListItem } from "./numbering.ts";
import type { DocxPackage, Relation } from "./package.ts";
import { alternativeIn, type PlacedPicture, type RunReader, readRuns } from "./runs.ts";
import { numberingOf, outlineOf, type ParagraphStyle, readStyles } from "./styles.ts";
import { tableRows } from "./table.ts";
import { seen } from "./unseen.ts";

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
  readonly #notes = new Map<ImportNoteKind, number>();
  readonly #docx: DocxPackage;
  readonly #styleOf: (id: string | null) => ParagraphStyle;
  readonly #lists: ListCounter;
  readonly #footnotes: NoteCounter;
  readonly #fields: Field[] = [];
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
    this.#styleOf = readStyles(docx.partsOf("styles")[0] ?? null);
    this.#lists = new ListCounter(docx.partsOf("numbering")[0] ?? null, this.#styleOf);
    this.#footnotes = new NoteCounter(docx.partsOf("footnotes"), docx.partsOf("endnotes"));
    for (const part of [...docx.partsOf("header"), ...docx.partsOf("footer")])
      if (textIn(part).trim() !== "") this.#note("header_footer");
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
    else if (element.name === "w:altChunk") this.#note("embed");
  }

  /** A table of contents says nothing that the headings do not. */
  #readStructured(element: XmlElement): void {
    const gallery = childOf(childOf(childOf(element, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
    if (gallery?.attributes.get("w:val") === "Table of Contents") return;
    const content = childOf(element, "w:sdtContent");
    if (content) this.readAll(content);
  }

  #readParagraph(element: XmlElement): void {
    const properties = childOf(element, "w:pPr");
    const style = this.#styleOf(childOf(properties, "w:pStyle")?.attributes.get("w:val") ?? null);
    const { pieces, pictures, boxes } = readRuns(element, this.#reader);
    const item = this.#itemOf(properties, style);
    const all = [...this.#carried, ...pieces];
    this.#carried = [];
    const mark = childOf(properties, "w:rPr");
    if (childOf(mark, "w:del") || childOf(mark, "w:moveFrom")) this.#carried = all;
    else if (style.role !== "contents") this.#addLines(linesOf(seen(all)), properties, style, item);
    this.#waiting.push(...pictures);
    for (const box of boxes) this.readAll(box);
  }

  get #reader(): RunReader {
    return {
      relations: this.#relations,
      fields: this.#fields,
      note: (what) => this.#note(what),
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
    else if (style.role === "quotation") this.#add("quotation", null, first);
    else if (item) this.#add("bullet", item.level + 1, first, ordinalOf(item));
    else this.#addProse(first);
    for (const line of rest) this.#add(style.role === "quotation" ? "quotation" : "paragraph", null, line);
  }

  /** A paragraph in which the author typed the mark of a bullet is one. */
  #addProse(line: InlineLine): void {
    const bullet = bulletText(line.text);
    if (bullet === null) this.#add("paragraph", null, line);
    else this.#add("bullet", 1, shiftedLine(line, line.text.length - bullet.length));
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
    this.#add("figure", null, line, { picture: { sha256: null, address: null, alt: shortened(alt) } });
    const figure = this.#blocks.at(-1);
    if (bytes && figure) {
      this.#pictures.push(bytes);
      figure.picture = this.#pictures.length - 1;
    }
  }

  #readTable(element: XmlElement): void {
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
      for (const { column, columnSpan, rowSpan, isHeader, content } of row)
        this.#add("cell", null, this.#cellLine(content), {
          cell: { table, row: index + 1, column, isHeader, columnSpan, rowSpan },
        });
    this.#placePictures();
  }

  /** Everything in a cell as one line; pictures stand behind the table, tables inside it are read in its line. */
  #cellLine(content: XmlElement): InlineLine {
    const pieces: InlinePiece[] = [];
    const read = (parent: XmlElement) => {
      for (const element of elementsIn(parent)) {
        if (element.name === "w:p") {
          const runs = readRuns(element, this.#reader);
          pieces.push(...runs.pieces, { text: "\n" });
          this.#waiting.push(...runs.pictures);
          for (const box of runs.boxes) read(box);
        } else if (element.name === "w:tbl") {
          this.#note("nested_table");
          for (const cell of tableRows(element).flat()) read(cell.content);
        } else if (element.name !== "w:tcPr") read(element);
      }
    };
    read(content);
    return oneLineOf(
      pieces.map((piece) => ({ ...piece, text: piece.text.replace(/[\t\v\f\r\u0085\u2028\u2029]/gu, " ") })),
    );
  }

  /** The texts of the notes that were referred to, where a page ends: behind everything else. */
  addFootnotes(): void {
    this.#placePictures();
    for (const { kind, label, content } of this.#footnotes.met) {
      this.#relations = this.#docx.relationsOf(`${kind}s`);
      const line = this.#cellLine(content);
      this.#add("footnote", null, line, { label });
    }
    this.#placePictures();
  }

  #note(what: ImportNoteKind): void {
    this.#notes.set(what, (this.#notes.get(what) ?? 0) + 1);
  }

  finish(): DocxContent {
    return {
      blocks: this.#blocks,
      pictures: this.#pictures,
      notes: [...this.#notes].map(([what, count]) => ({ what, count })),
    };
  }
}

const ordinalOf = ({ ordinal }: ListItem): BlockDetails => (ordinal === null ? {} : { ordinal });

/** In UTF-16 units, as `blockDetailsSchema` counts them. */
const LONGEST_ALT = 1000;

/** Cut between characters. */
const shortened = (alt: string): string => alt.slice(0, LONGEST_ALT).replace(/[\ud800-\udbff]$/, "");

/** A numbered heading as it is printed: `第1章 はじめに`, `2.1 Methods`. */
function withLabel(line: InlineLine, label: string): InlineLine {
  if (label === "") return line;
  const before = `${label} `;
  const shift = [...before].length;
  return {
    text: before + line.text,
    marks: line.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
  };
}

/** A line without its first `units` UTF-16 units, all of which are single code points. */
function shiftedLine(line: InlineLine, units: number): InlineLine {
  return {
    text: line.text.slice(units),
    marks: line.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - units), end: mark.end - units }))
      .filter((mark) => mark.start < mark.end),
  };
}
