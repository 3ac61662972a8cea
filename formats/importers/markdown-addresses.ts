import type { Definition, Nodes, Root } from "mdast";
import { parsedUrl } from "#domain/parsed-url.ts";
import { isAllowedHref } from "#editor/allowed-href.ts";
import type { HtmlPicture } from "./html-picture.ts";
import { dataPicture } from "./html-picture.ts";
import { webAddressFrom } from "./web-address.ts";

/** Stands in the text for the address of a picture that is written into it. */
const ASIDE = "uratori-picture:";

/** Pictures written into the text itself, megabytes in one line, taken out of it before it is parsed. */
export function withPicturesAside(text: string): { text: string; pictures: Uint8Array[] } {
  const pictures: Uint8Array[] = [];
  const bare = text.replace(/\(\s*<?(data:[^()\s<>]*)>?/g, (_whole, address: string) => {
    const bytes = dataPicture(address);
    return bytes ? `(${ASIDE}${pictures.push(bytes) - 1}` : "(";
  });
  return { text: bare, pictures };
}

/** Where the links and pictures of one piece of Markdown lead. */
export class MarkdownAddresses {
  readonly #definitions = new Map<string, Definition>();
  readonly #base: string | null;
  readonly #pictures: readonly Uint8Array[];

  constructor(tree: Root, base: string | null, pictures: readonly Uint8Array[]) {
    this.#base = base;
    this.#pictures = pictures;
    const waiting: Nodes[] = [tree];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.type === "definition" && !this.#definitions.has(node.identifier))
        this.#definitions.set(node.identifier, node);
      if ("children" in node) for (const child of node.children) waiting.push(child);
    }
  }

  /** Where a link or a picture leads as written; undefined for what is neither. */
  writtenIn(node: Nodes): string | undefined {
    if (node.type === "link" || node.type === "image") return node.url;
    if (node.type === "linkReference" || node.type === "imageReference")
      return this.#definitions.get(node.identifier)?.url;
    return undefined;
  }

  /** A whole address a link may lead to, or null. */
  resolve(written: string): string | null {
    if (isAllowedHref(written)) return written;
    const href = parsedUrl(written, this.#base)?.href ?? "";
    return isAllowedHref(href) ? href : null;
  }

  picture(written: string, alt: string): HtmlPicture {
    const aside = written.startsWith(ASIDE) ? this.#pictures[Number(written.slice(ASIDE.length))] : undefined;
    return { alt, address: webAddressFrom(this.resolve(written) ?? ""), bytes: aside ?? null };
  }
}
