/**
 * The rich text of a rationale, node by node, as `parseRationale` answers it: TipTap JSON with every `content` and
 * `attrs` present. Exporters walk this union with a `switch` on `type` and end it with `assertNever`, so that a node
 * added here does not compile until each of them knows it.
 */
export interface Rationale {
  type: "doc";
  content: RationaleBlock[];
}

export type RationaleBlock =
  | RationaleParagraph
  | RationaleBulletList
  | RationaleOrderedList
  | RationaleBlockquote;

export type RationaleInline = RationaleText | RationaleHardBreak | RationaleCitation;

export type RationaleNode = RationaleBlock | RationaleListItem | RationaleInline;

export interface RationaleParagraph {
  type: "paragraph";
  content: RationaleInline[];
}

export interface RationaleBulletList {
  type: "bulletList";
  content: RationaleListItem[];
}

export interface RationaleOrderedList {
  type: "orderedList";
  attrs: { start: number };
  content: RationaleListItem[];
}

export interface RationaleBlockquote {
  type: "blockquote";
  content: RationaleBlock[];
}

/** The first block of an item is a paragraph. */
export interface RationaleListItem {
  type: "listItem";
  content: RationaleBlock[];
}

export interface RationaleText {
  type: "text";
  text: string;
  marks: RationaleMark[];
}

export interface RationaleHardBreak {
  type: "hardBreak";
}

/** Points at one piece of the claim's evidence; shown as its number, which the document does not hold. */
export interface RationaleCitation {
  type: "citation";
  attrs: { evidenceId: string };
}

export type RationaleMark =
  | { type: "bold" }
  | { type: "italic" }
  /** `href` passed `isAllowedHref`. */
  | { type: "link"; attrs: { href: string } };

/** Ends an exhaustive `switch`: a new case makes the call fail to compile. Throws if one slips through untyped. */
export function assertNever(node: never): never {
  throw new TypeError(`unknown node: ${JSON.stringify(node)}`);
}
