import { parsedUrl } from "#domain/parsed-url.ts";

/**
 * `text` as literal CommonMark on one line: line breaks become spaces, and whatever would be a mark is escaped. A mark
 * that only counts at a line's start is escaped there alone, so that Japanese text stays readable in its source.
 */
export function markdownText(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ")
    .replace(/\0/g, "\ufffd")
    .replace(/[\\`*_[\]<>&~!|]/g, "\\$&")
    .replace(/^(\s*)([#+=-])/u, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/u, "$1\\$2")
    .trim();
}

/** A link to `address` with `label`; the label alone where the address is not one a reader may open. */
export function markdownLink(label: string, address: string | null): string {
  const url = parsedUrl(address ?? "");
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return markdownText(label);
  return `[${markdownText(label)}](<${url.href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

/** Every line of `text` with `prefix` before it; blank lines keep the prefix without its trailing space. */
export const prefixed = (text: string, prefix: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? prefix.trimEnd() : prefix + line))
    .join("\n");
