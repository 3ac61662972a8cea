import { Node } from "@tiptap/core";
import { assertLevel, blockIdAttribute } from "./article-block-attributes.ts";

/**
 * A run of bullets. Depth is a number on the bullet and not a list inside a list, because a bullet is one block and
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
  marks: "",
  selectable: false,
  addAttributes: () => ({
    blockId: blockIdAttribute(),
    depth: {
      default: null,
      validate: assertLevel,
      parseHTML: (element: HTMLElement) => Number(element.getAttribute("data-depth") ?? 1),
      renderHTML: (attributes: Record<string, unknown>) => ({ "data-depth": String(attributes.depth) }),
    },
  }),
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
});
