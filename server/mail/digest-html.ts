import { html, type Markup } from "#formats/exporters/html/markup.ts";
import type { Digest, DigestItem } from "./digest.ts";

/** A digest as HTML that asks nothing of a mail program: no style sheet, no picture, nothing from elsewhere. */
export function digestHtml({ locale, greeting, articles, more, inbox, settings }: Digest): string {
  const sections = articles.map(
    ({ title, items }) => html`
<h2 style="font-size: 16px; margin: 24px 0 8px">${title}</h2>
<ul style="margin: 0; padding-left: 20px">${items.map(itemHtml)}</ul>`,
  );
  return html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"></head>
<body style="font-family: sans-serif; font-size: 14px; line-height: 1.6; color: #1d2733">
<p>${greeting}</p>${sections}${more ? html`<p>${more}</p>` : null}
<p style="margin-top: 24px"><a href="${inbox.address}">${inbox.words}</a></p>
<p style="color: #5a6572"><a href="${settings.address}">${settings.words}</a></p>
</body>
</html>
`.source;
}

const itemHtml = ({ said, about, excerpt, address }: DigestItem): Markup => html`
<li style="margin-bottom: 12px"><a href="${address}">${said}</a>${about ? html`<br>${about}` : null}${
  excerpt
    ? html`<blockquote style="margin: 4px 0 0; padding-left: 10px; border-left: 3px solid #d0d6dd">${lines(excerpt)}</blockquote>`
    : null
}</li>`;

const lines = (text: string): Markup[] =>
  text.split("\n").map((line, index) => (index > 0 ? html`<br>${line}` : html`${line}`));
