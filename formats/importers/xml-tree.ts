import { SaxesParser } from "saxes";
import { RefusedImport } from "./refused-import.ts";
import { withoutForbidden } from "./xml-characters.ts";

/** More than the longest book has; below the memory a reading thread may take. */
const MOST_ELEMENTS = 1_500_000;
/** Tables in tables in text boxes are some thirty deep. Whoever walks the tree may do so by calling themselves. */
const DEEPEST = 200;

/** `name` is the local name behind the prefix its namespace has in `PREFIXES`, whatever the file calls it. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** Namespaces of office files; a second address is the one of ISO/IEC 29500 Strict. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "urn:schemas-microsoft-com:vml": "v",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
};

/**
 * The root of an XML part. Nothing is ever looked up: a document type is refused, so no entity is declared, and one that
 * is used all the same is an error. Characters that XML forbids are taken out first, because one of them would make the
 * whole part unreadable; `found` is told of each, as `U+0007`.
 *
 * @throws RefusedImport DAMAGED where it is not well-formed or has a document type, TOO_HARD where it is too large or deep
 */
export function parseXml(bytes: Uint8Array, found: (name: string) => void = () => {}): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const document: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: XmlElement[] = [document];
  let elements = 0;
  parser.on("doctype", () => {
    throw new RefusedImport("DAMAGED");
  });
  parser.on("error", () => {
    throw new RefusedImport("DAMAGED");
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length > DEEPEST) throw new RefusedImport("TOO_HARD");
    const element: XmlElement = {
      name: qualified(tag.uri, tag.local),
      attributes: new Map(
        Object.values(tag.attributes).map(({ uri, local, value }) => [qualified(uri, local), value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => open.at(-1)?.children.push(text));
  parser.on("cdata", (text) => open.at(-1)?.children.push(text));
  parser.write(withoutForbidden(decoded(bytes), found)).close();
  const root = document.children.find((child) => typeof child !== "string");
  if (!root) throw new RefusedImport("DAMAGED");
  return root;
}

function qualified(uri: string, local: string): string {
  if (uri === "") return local;
  return `${PREFIXES[uri] ?? "other"}:${local}`;
}

/** Office files are in UTF-8 or, with a mark, in UTF-16. */
function decoded(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(bytes);
}

export const isXmlElement = (node: XmlElement | string): node is XmlElement => typeof node !== "string";

export const elementsIn = (parent: XmlElement): XmlElement[] => parent.children.filter(isXmlElement);

/** The first child element of that name, or null. */
export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return parent?.children.filter(isXmlElement).find((child) => child.name === name) ?? null;
}

/** Every element of that name at any depth, in order; not those inside one that was found. */
export function* descendantsOf(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsIn(parent)) {
    if (child.name === name) yield child;
    else yield* descendantsOf(child, name);
  }
}

/** All text in an element at any depth. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}
