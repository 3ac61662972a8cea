import type { ImportNoteKind } from "#domain/article-import.ts";
import { childOf, elementsIn, type XmlElement } from "../xml-tree.ts";
import type { Relation } from "./package.ts";

/** A picture as it stands in a paragraph. */
export interface PlacedPicture {
  /** The part with its bytes, or null where it is outside or missing. */
  target: string | null;
  alt: string;
}

/** What a drawing holds, in the order of its parts. */
export interface DrawingContent {
  pictures: PlacedPicture[];
  /** The contents of text boxes. */
  boxes: XmlElement[];
  /** Words that are drawn, as of WordArt in older files. */
  drawnWords: string[];
}

/** What programs of today read of the alternatives in which a thing is written; 3D models and ink have a picture instead. */
const KNOWN = /^(?:wp[a-z]?|wp14|w\d{2}\w*|v|a\d*|cx\d?|c\d*|m|wne|dgm|r|o)$/;

/** The way of writing a thing that a program of today takes: the others are for older ones. */
export function alternativeIn(element: XmlElement): XmlElement[] {
  const choices = elementsIn(element).filter(({ name }) => name === "mc:Choice");
  const known = choices.find(({ attributes }) =>
    (attributes.get("Requires") ?? "")
      .split(/\s+/)
      .filter(Boolean)
      .every((prefix) => KNOWN.test(prefix)),
  );
  const chosen = known ?? childOf(element, "mc:Fallback") ?? choices[0];
  return chosen ? elementsIn(chosen) : [];
}

export function readDrawing(
  drawing: XmlElement,
  relations: ReadonlyMap<string, Relation>,
  note: (what: ImportNoteKind) => void,
): DrawingContent {
  const content: DrawingContent = { pictures: [], boxes: [], drawnWords: [] };
  let alt = "";
  const visit = (element: XmlElement): void => {
    const { name, attributes } = element;
    if (name === "w:txbxContent") {
      content.boxes.push(element);
      return;
    }
    if (name === "wp:docPr" || name === "v:shape") alt ||= saidOf(attributes);
    if (name === "v:textpath") content.drawnWords.push(attributes.get("string") ?? "");
    if (name === "a:blip" || name === "v:imagedata") {
      const relation = relations.get(attributes.get("r:embed") ?? attributes.get("r:id") ?? "");
      content.pictures.push({ target: relation && !relation.isExternal ? relation.target : null, alt });
    }
    if (name === "a:graphicData" && /\/(?:chart|chartex|diagram)$/.test(attributes.get("uri") ?? ""))
      note("chart");
    const inside = name === "mc:AlternateContent" ? alternativeIn(element) : elementsIn(element);
    for (const child of inside) visit(child);
  };
  visit(drawing);
  // A picture that only fills a shape with words in it is its paper.
  if (content.boxes.length > 0)
    content.pictures = content.pictures.filter((picture) => picture.target !== null);
  return content;
}

const saidOf = (said: ReadonlyMap<string, string>): string =>
  (said.get("descr") || said.get("alt") || said.get("title") || "").trim();
