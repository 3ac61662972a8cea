import type { ImportNoteKind } from "#domain/article-import.ts";
import { type InlinePiece, SHOWN_BREAK } from "../inline.ts";
import { pushAll } from "../push-all.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import { isPlaceholder } from "./control.ts";
import { alternativeIn } from "./drawing.ts";
import { tableRows } from "./table.ts";

export interface CellReader {
  /** A paragraph's pieces with its printed label, and the text boxes that are anchored in it. */
  paragraph: (element: XmlElement) => { pieces: InlinePiece[]; boxes: XmlElement[]; goesOn: boolean };
  /** What stands between paragraphs and is none. */
  loose: (element: XmlElement) => InlinePiece[];
  note: (what: ImportNoteKind) => void;
}

/** All that a cell, note or box of a cell holds: each paragraph, and each cell of a table inside, is a line. */
export function cellPieces(content: XmlElement, reader: CellReader): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  const end = () => pieces.push({ text: SHOWN_BREAK });
  const read = (parent: XmlElement): void => {
    for (const element of elementsIn(parent)) readOne(element);
  };
  const readOne = (element: XmlElement): void => {
    if (element.name === "w:p") {
      const paragraph = reader.paragraph(element);
      pushAll(pieces, paragraph.pieces);
      if (!paragraph.goesOn) end();
      for (const box of paragraph.boxes) read(box);
    } else if (element.name === "w:tbl") {
      reader.note("nested_table");
      for (const cell of tableRows(element).flat()) read(cell.content);
    } else if (element.name === "w:sdt") {
      if (isPlaceholder(element)) pushAll(pieces, reader.loose(element));
      else read(childOf(element, "w:sdtContent") ?? element);
    } else if (element.name === "mc:AlternateContent")
      for (const inside of alternativeIn(element)) readOne(inside);
    else if (WRAPPERS.has(element.name)) read(element);
    else pushAll(pieces, reader.loose(element));
  };
  read(content);
  return pieces;
}

const WRAPPERS = new Set(["w:customXml", "w:ins", "w:moveTo"]);
