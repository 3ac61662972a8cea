import type { Nodes } from "mdast";
import type { ArticleParts } from "./article-parts.ts";
import type { FlowWriter, Link, Place, Setting } from "./html-flow.ts";
import { SETTING_OF } from "./html-setting.ts";
import type { MarkdownAddresses } from "./markdown-addresses.ts";

/** A label is printed in a small margin; a longer name is no number of a note. */
const LONGEST_LABEL = 20;

/** What a footnote is called, by its reference and by itself. */
export const footnoteLabel = ({
  identifier,
  label,
}: {
  identifier: string;
  label?: string | null | undefined;
}): string => (label ?? identifier).slice(0, LONGEST_LABEL);

type Step = { node: Nodes; place: Place };

/**
 * The words of inline nodes. Of the HTML among them, breaks, readings and what raises, lowers or strikes are understood;
 * other tags are dropped. A tag is open to its end tag, or to the end of the paragraph.
 */
export class MarkdownInline {
  readonly #writer: FlowWriter;
  readonly #parts: ArticleParts;
  readonly #addresses: MarkdownAddresses;
  /** How many tags of a name are open, of those that set text in some way. */
  readonly #open = new Map<string, number>();
  /** Those of them that raise or lower, outermost first: the innermost counts. */
  readonly #scripts: string[] = [];
  /** What stands in `<rt>` or `<rp>`, which is no text; null outside of both. */
  #beside: { tag: string; text: string } | null = null;

  constructor(writer: FlowWriter, parts: ArticleParts, addresses: MarkdownAddresses) {
    this.#writer = writer;
    this.#parts = parts;
    this.#addresses = addresses;
  }

  write(node: Nodes, place: Place): void {
    const waiting: Step[] = [{ node, place }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const step = next;
      this.#writeOne(step);
      if (!("children" in step.node)) continue;
      const inside = this.#placeInside(step);
      for (const child of step.node.children.toReversed()) waiting.push({ node: child, place: inside });
    }
    this.#writer.endRuby();
  }

  #writeOne({ node, place }: Step): void {
    if (node.type === "text" || node.type === "inlineCode") this.#text(node.value, place);
    else if (node.type === "break") this.#writer.lineBreak();
    else if (node.type === "html") {
      this.#tag(node.value);
      const shown = shownBehind(node.value);
      if (shown !== "") this.#text(shown, place);
    } else if (node.type === "footnoteReference") {
      const label = footnoteLabel(node);
      this.#text(`[${label}]`, { ...place, link: { note: label, isOpen: true } });
    } else if (node.type === "image" || node.type === "imageReference") {
      const written = this.#addresses.writtenIn(node) ?? "";
      const title = node.type === "image" ? node.title : null;
      this.#writer.gap();
      this.#writer.pictureAfter({
        ...this.#addresses.picture(written, node.alt ?? ""),
        caption: title ?? null,
      });
    }
  }

  #placeInside({ node, place }: Step): Place {
    if (node.type === "delete") return { ...place, setting: { ...place.setting, struck: true } };
    if (node.type !== "link" && node.type !== "linkReference") return place;
    const written = this.#addresses.writtenIn(node);
    if (written === undefined || written.startsWith("#")) return place;
    const href = this.#addresses.resolve(written);
    if (href === null) {
      this.#parts.note("link");
      return place;
    }
    return { ...place, link: { href, isOpen: true } satisfies Link };
  }

  #text(value: string, place: Place): void {
    if (this.#beside) this.#beside.text += value;
    else this.#writer.text(value, { ...place, setting: { ...place.setting, ...this.#setting } });
  }

  /** What the tags that are open say together. */
  get #setting(): Setting {
    const setting: Setting = {};
    for (const [tag, count] of this.#open) if (count > 0) Object.assign(setting, SETTING_OF[tag]);
    return Object.assign(setting, SETTING_OF[this.#scripts.at(-1) ?? ""]);
  }

  #tag(html: string): void {
    const [, isEnd, name = ""] = /^<(\/?)([a-z0-9]+)/i.exec(html) ?? [];
    const tag = name.toLowerCase();
    if (SETTING_OF[tag]) this.#turn(tag, isEnd === "/");
    if (tag === "br") this.#writer.lineBreak();
    if (tag === "ruby") {
      if (isEnd) this.#endBeside();
      if (isEnd) this.#writer.endRuby();
      else this.#writer.beginRuby();
    }
    if (tag === "rt" || tag === "rp") {
      this.#endBeside();
      if (!isEnd) this.#beside = { tag, text: "" };
    }
  }

  #turn(tag: string, isEnd: boolean): void {
    const count = this.#open.get(tag) ?? 0;
    const isScript = SETTING_OF[tag]?.script !== undefined;
    if (!isEnd) {
      this.#open.set(tag, count + 1);
      if (isScript) this.#scripts.push(tag);
    } else if (count > 0) {
      this.#open.set(tag, count - 1);
      if (isScript) this.#scripts.splice(this.#scripts.lastIndexOf(tag), 1);
    }
  }

  #endBeside(): void {
    if (this.#beside?.tag === "rt") this.#writer.reading(this.#beside.text);
    this.#beside = null;
  }
}

/** A browser knows no CDATA and no instructions among text: they are a remark up to the first `>`, and it shows the rest. */
function shownBehind(html: string): string {
  return /^<(?:\?|!(?!--))/.test(html) ? html.slice(html.indexOf(">") + 1) : "";
}
