import { Node } from "@tiptap/core";
import { isAllowedHref } from "./allowed-href.ts";
import { assertTextOrNull, blockIdAttribute } from "./article-block-attributes.ts";
import { ARTICLE_MARKS } from "./article-marks.ts";
import { drawnPicture } from "./article-picture.ts";

function assertSha256(value: unknown): void {
  if (value !== null && !(typeof value === "string" && /^[0-9a-f]{64}$/.test(value)))
    throw new RangeError("no hash of a picture");
}

function assertAddress(value: unknown): void {
  if (value !== null && !(typeof value === "string" && isAllowedHref(value)))
    throw new RangeError("no address of a picture");
}

/** A picture with the words under it, which are the block's text. */
export const ArticleFigure = Node.create({
  name: "figure",
  content: "text*",
  marks: ARTICLE_MARKS,
  selectable: false,
  addAttributes: () => ({
    blockId: { ...blockIdAttribute(), rendered: false },
    sha256: { default: null, validate: assertSha256, rendered: false },
    address: { default: null, validate: assertAddress, rendered: false },
    alt: { default: null, validate: assertTextOrNull, rendered: false },
  }),
  parseHTML: () => [{ tag: "figure", contentElement: "figcaption" }],
  renderHTML({ node }) {
    const { blockId, sha256, address, alt } = node.attrs;
    const drawn = drawnPicture({ sha256, address, alt }, node.textContent);
    const words = ["figcaption", { "data-block-id": blockId }, 0] as const;
    return drawn ? ["figure", {}, drawn, words] : ["figure", {}, words];
  },
});
