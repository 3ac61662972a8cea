import { parsedUrl } from "#domain/parsed-url.ts";

/** Text that is HTML already. Only `html` makes it, so what a person wrote can't become an element by being passed on. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | string | number | null | readonly Part[];

/**
 * A template whose every value is escaped unless it is Markup; lists are joined, null is nothing.
 * Values may stand in text and in quoted attributes. Never use it inside `style` or `script`.
 */
export function html(strings: TemplateStringsArray, ...values: Part[]): Markup {
  const source = strings.map((text, index) => text + sourceOf(values[index] ?? null)).join("");
  return new Markup(source);
}

function sourceOf(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return part.map(sourceOf).join("");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters HTML forbids even as references: controls but tab and line feed, noncharacters, lone surrogates. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|[\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/gu;

/** `text` safe in HTML text and quoted attributes; a character HTML forbids becomes U+FFFD. */
export const escapeHtml = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/**
 * A person's words inside a line of ours: isolated, so that right-to-left characters or stray direction controls in
 * them can't turn the words around them.
 */
export const isolated = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** `address` as a link with `label`, or the label alone where the address is not one a reader may open. */
export function link(address: string, label: string): Markup {
  const href = openable(address);
  return href ? html`<a href="${href}" rel="noopener noreferrer"><bdi>${label}</bdi></a>` : isolated(label);
}

/** `address` percent-encoded if it is http or https, else null: `javascript:` and `data:` never become links. */
export function openable(address: string): string | null {
  const url = parsedUrl(address);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : null;
}
