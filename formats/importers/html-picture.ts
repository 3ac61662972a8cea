import { attributeOf, type HtmlElement } from "./html-tree.ts";
import { webAddressFrom } from "./web-address.ts";

/** A picture of a page. `bytes`: it was written into the page itself. */
export interface HtmlPicture {
  alt: string;
  address: string | null;
  bytes: Uint8Array | null;
  /** Words under it, where they are no caption with marks of its own. */
  caption?: string | null;
}

/** Where pages that load pictures late keep the address until then. */
const SOURCES = ["data-src", "data-original", "data-lazy-src", "src"];

const DATA = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i;

/** What an `<img>` shows; `resolve` makes an address whole, or answers null. */
export function pictureOf(image: HtmlElement, resolve: (address: string) => string | null): HtmlPicture {
  const alt = pictureWords((attributeOf(image, "alt") ?? "").replace(/\s+/gu, " ").trim());
  const written = SOURCES.map((name) => attributeOf(image, name)?.trim()).find((value) => value) ?? "";
  const largest = largestOf(attributeOf(image, "srcset") ?? "");
  if (largest === null && written.startsWith("data:"))
    return { alt, address: null, bytes: dataPicture(written) };
  return { alt, address: webAddressFrom(resolve(largest ?? written) ?? ""), bytes: null };
}

const FILE_NAME =
  /^\S*(?:[^\s()]|\(\d+\))\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$|^(?=[^\s]*\d)[\p{L}\d]+(?:[-_][\p{L}\d]+){2,}$|^(?:img|dsc[fn]?|image|photo|p)[-_ ]?\d+$/iu;
const NO_WORDS =
  /^[[(]?(?:image|img|photo|photograph|picture|pic|icon|logo|line|spacer|blank|thumbnail|loading|untitled|画像|写真|イメージ|サムネイル|アイコン)[\])]?$/iu;

/** What is said of a picture, without what only names its file or that it is one: `IMG_3886.jpg`, `写真`. */
export const pictureWords = (written: string): string =>
  FILE_NAME.test(written) || NO_WORDS.test(written) ? "" : written;

/** The widest of several sizes. */
function largestOf(srcset: string): string | null {
  const sizes = srcset
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/))
    .map(([address = "", size = "1x"]) => ({ address, size: Number.parseFloat(size) || 0 }))
    .filter(({ address }) => address !== "" && !address.startsWith("data:"));
  return (
    sizes.reduce<(typeof sizes)[number] | null>((a, b) => (a && a.size >= b.size ? a : b), null)?.address ??
    null
  );
}

/** The bytes of a picture written into its own address; null where it is none, or damaged. */
export function dataPicture(address: string): Uint8Array | null {
  if (!DATA.test(address)) return null;
  try {
    const decoded = atob(address.slice(address.indexOf(",") + 1).replace(/\s+/g, ""));
    return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
