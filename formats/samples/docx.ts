import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(" ");

/** What a made-up Word document holds, as WordprocessingML; `body` is all it needs. */
export interface DocxParts {
  body: string;
  /** Inside `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`, and the header's `w:hdr`. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  header?: string;
  /** Addresses of links by relation id. */
  links?: Record<string, string>;
  pictures?: Record<string, Uint8Array>;
  core?: string;
}

const xml = (name: string, inside: string) =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`,
  );

const relations = (all: readonly string[]) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`,
  );

const relation = (id: string, type: string, target: string, mode = "") =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${mode}/>`;

/** The bytes of a Word document. */
export function docxFile(parts: DocxParts): Uint8Array {
  const { links = {}, pictures = {} } = parts;
  const related = (["styles", "numbering", "footnotes", "endnotes", "header"] as const).filter(
    (part) => parts[part] !== undefined,
  );
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": relations([
      relation("a", "officeDocument", "word/document.xml"),
      '<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ]),
    "docProps/core.xml": strToU8(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core ?? ""}</cp:coreProperties>`,
    ),
    "word/document.xml": xml("document", `<w:body>${parts.body}</w:body>`),
    "word/_rels/document.xml.rels": relations([
      ...related.map((part) => relation(part, part, `${part}.xml`)),
      ...Object.entries(links).map(([id, target]) =>
        relation(id, "hyperlink", target, ' TargetMode="External"'),
      ),
      ...Object.keys(pictures).map((id) => relation(id, "image", `media/${id}.png`)),
    ]),
    ...Object.fromEntries(
      related.map((part) => [`word/${part}.xml`, xml(part === "header" ? "hdr" : part, parts[part] ?? "")]),
    ),
    ...Object.fromEntries(Object.entries(pictures).map(([id, bytes]) => [`word/media/${id}.png`, bytes])),
  });
}

/** A paragraph; `properties` stand inside `w:pPr`, `runs` is text or WordprocessingML. */
export const p = (runs: string, properties = ""): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${runs.startsWith("<") ? runs : r(runs)}</w:p>`;

/** A run of text. */
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A run of text with properties, which stand inside `w:rPr`. */
export const set = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A field with its code and no result. */
export const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export const inStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const inList = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

/** A style as `w:styles` holds it. */
export const style = (id: string, name: string, inside = ""): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

/** A list whose levels have these formats and labels. */
export const list = (
  id: number,
  levels: readonly [format: string, label: string, start?: number][],
): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, label, start = 1], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`,
    )
    .join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
