import { escapeHtml } from "#formats/exporters/html/markup.ts";

declare const safe: unique symbol;

/** Markup that holds nothing unescaped from elsewhere: made by `html` only. */
export type Html = string & { readonly [safe]: true };

/** `text` as it is shown, whatever stands in it. */
export const escaped = (text: string): Html => escapeHtml(text) as Html;

type Piece = Html | readonly Html[] | number | null | false;

/** A template whose pieces must be markup already; text goes through `escaped` first, or does not compile. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  const shown = pieces.map((piece) =>
    Array.isArray(piece) ? piece.join("") : piece === null || piece === false ? "" : piece,
  );
  return String.raw({ raw: strings }, ...shown) as Html;
}

/** The little Markdown of our own descriptions: paragraphs, **bold** and `code`. */
export function prose(text: string): Html {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => {
    const marked = escaped(paragraph.replace(/\n/g, " "))
      .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
      .replace(/`([^`]+)`/g, "<code>$1</code>");
    return `<p>${marked}</p>`;
  });
  return paragraphs.join("\n") as Html;
}
