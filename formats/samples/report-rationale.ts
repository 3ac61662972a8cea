import type { RichText, RichTextNode } from "#domain/rich-text.ts";

/** A text node, with marks by name. */
export const words = (text: string, ...marks: string[]): RichTextNode =>
  marks.length > 0 ? { type: "text", text, marks: marks.map((type) => ({ type })) } : { type: "text", text };

/** A text node that links to `href`. */
export const linked = (text: string, href: string): RichTextNode => ({
  type: "text",
  text,
  marks: [{ type: "link", attrs: { href } }],
});

/** A citation of the claim's evidence with `evidenceId`. */
export const cited = (evidenceId: string): RichTextNode => ({ type: "citation", attrs: { evidenceId } });

export const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: "paragraph", content });

export const bullets = (...items: RichTextNode[][]): RichTextNode => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});

export const rationale = (...content: RichTextNode[]): RichText => ({ type: "doc", content });
