import { Node } from "@tiptap/core";
import { assertLevel, assertTextOrNull, blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";

function assertOrdinal(value: unknown): void {
  const isOrdinal = typeof value === "number" && Number.isInteger(value) && value >= 0;
  if (value !== null && !isOrdinal) throw new RangeError(`expected a number of a list, got ${String(value)}`);
}

/**
 * A run of bullets, numbered or not. Depth is a number on the bullet and not a list inside a list, because a bullet is one block and
 * the unit an editor settles: nesting elements would put one block's text inside another's.
 */
export const ArticleBulletList = Node.create({
  name: "bulletList",
  content: "bullet+",
  selectable: false,
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: ({ HTMLAttributes }) => ["ul", HTMLAttributes, 0],
});

export const ArticleBullet = Node.create({
  name: "bullet",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({
    blockId: blockIdAttribute(),
    depth: {
      default: null,
      validate: assertLevel,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute("data-depth") ?? 1),
      renderHTML: (attributes: Record<string, unknown>) => ({ "data-depth": String(attributes.depth) }),
    },
    /** The number it shows; null for a bullet that shows a dot. */
    ordinal: {
      default: null,
      validate: assertOrdinal,
      parseHTML: (element: HTMLElement) => {
        const ordinal = element.getAttribute("data-ordinal");
        return ordinal === null ? null : Number(ordinal);
      },
      renderHTML: ({ ordinal }: Record<string, unknown>) =>
        ordinal === null ? {} : { "data-ordinal": String(ordinal) },
    },
    /** The label it shows where that is no number of a list: `ア`, `(a)`. */
    sign: {
      default: null,
      validate: assertTextOrNull,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-sign"),
      renderHTML: ({ sign }: Record<string, unknown>) => (sign === null ? {} : { "data-sign": String(sign) }),
    },
  }),
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
});
