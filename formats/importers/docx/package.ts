import { RefusedImport } from "../refused-import.ts";
import { childOf, elementsIn, parseXml, textIn, type XmlElement } from "../xml-tree.ts";
import { type Archive, openZip } from "../zip.ts";

/** Where a relationship of a part leads: into the archive, or to an address outside. */
export interface Relation {
  /** The last word of its type, which is the same in every edition of the standard: `styles`, `hyperlink`, `image`. */
  type: string;
  target: string;
  isExternal: boolean;
}

/** The parts of a Word document, parsed as they are asked for. */
export interface DocxPackage {
  /** The main document's root. */
  document: XmlElement;
  relations: ReadonlyMap<string, Relation>;
  /** The relations of another part, such as the footnotes', whose links are its own. */
  relationsOf: (type: string) => ReadonlyMap<string, Relation>;
  /** The roots of all parts to which the main document has a relation of this type. */
  partsOf: (type: string) => XmlElement[];
  core: XmlElement | null;
  /** Characters that XML forbids and that stood in a part that was read, as `U+0007`. */
  strays: readonly string[];
  /** A part's bytes, such as a picture's. */
  bytesOf: (target: string) => Uint8Array | null;
}

/** @throws RefusedImport BINARY where it is an archive of something else */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const archive = openZip(bytes);
  const root = relationsBeside(archive, "");
  const strays: string[] = [];
  const stray = (name: string) => strays.push(name);
  const main =
    [...root.values()].find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const document = xmlOf(archive, main, stray);
  if (document?.name !== "w:document") throw new RefusedImport(document === null ? "BINARY" : "DAMAGED");
  const relations = relationsBeside(archive, main);
  const targetsOf = (type: string) =>
    [...relations.values()].filter((relation) => relation.type === type && !relation.isExternal);
  return {
    document,
    relations,
    relationsOf: (type) => relationsBeside(archive, targetsOf(type)[0]?.target ?? ""),
    partsOf: (type) =>
      targetsOf(type)
        .map(({ target }) => xmlOf(archive, target, stray))
        .filter((part) => part !== null),
    core: xmlOf(
      archive,
      [...root.values()].find(({ type }) => type === "core-properties")?.target ?? "docProps/core.xml",
    ),
    bytesOf: archive.read,
    strays,
  };
}

function xmlOf(archive: Archive, name: string, stray?: (name: string) => void): XmlElement | null {
  const bytes = archive.read(name);
  return bytes === null ? null : parseXml(bytes, stray);
}

function relationsBeside(archive: Archive, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = xmlOf(archive, `${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relation>();
  for (const { attributes } of root ? elementsIn(root) : []) {
    const id = attributes.get("Id");
    const target = attributes.get("Target");
    if (id === undefined || target === undefined) continue;
    const isExternal = attributes.get("TargetMode") === "External";
    relations.set(id, {
      type: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
      target: isExternal ? target : resolved(folder, target),
      isExternal,
    });
  }
  return relations;
}

/** A target from the folder of the part that names it. `..` leads no further up than the archive. */
function resolved(folder: string, target: string): string {
  const parts: string[] = target.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** A core property's text, or "". */
export function coreProperty({ core }: DocxPackage, name: string): string {
  const property = childOf(core, name);
  return property ? textIn(property).trim() : "";
}
