import type { ParsedArticle } from "#domain/article-import.ts";
import { publishedAtFrom } from "./published-at.ts";
import { webAddressFrom } from "./web-address.ts";

type Stated = Omit<ParsedArticle, "blocks" | "pictures" | "notes">;

const FENCED = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const ENTRY = /^([A-Za-z_-]+)\s*:\s*(\S.*)$/;

/** What a `---` block at the top says, as `key: value` lines (the part of YAML people use there), and the text below it. */
export function splitFrontMatter(text: string): { stated: Stated; body: string } {
  const fenced = FENCED.exec(text);
  const entries = new Map<string, string>();
  for (const line of (fenced?.[1] ?? "").split(/\r?\n/)) {
    const [, key, value] = ENTRY.exec(line.trim()) ?? [];
    if (key && value) entries.set(key.toLowerCase(), unquoted(value.trim()));
  }
  // A rule, some text and another rule is no front matter: nothing in it is a key.
  if (!fenced || entries.size === 0) return { stated: statedBy(new Map()), body: text };
  return { stated: statedBy(entries), body: text.slice(fenced[0].length) };
}

function statedBy(entries: ReadonlyMap<string, string>): Stated {
  const first = (...keys: string[]) => keys.map((key) => entries.get(key)).find((value) => value) ?? null;
  return {
    title: first("title"),
    language: first("lang", "language")?.toLowerCase().split(/[-_]/)[0] ?? null,
    byline: first("author", "authors", "byline"),
    publisher: first("publisher", "site"),
    url: webAddressFrom(first("url", "link", "canonical") ?? ""),
    publishedAt: publishedAtFrom(first("date", "published", "publishedat") ?? ""),
  };
}

function unquoted(value: string): string {
  const [, inner] = /^(?:"(.*)"|'(.*)'|\[(.*)\])$/.exec(value)?.filter((part) => part !== undefined) ?? [];
  return inner ?? value;
}
