import type { Block } from "#domain/block.ts";
import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { type Segment, segmentsOf } from "#domain/report-segments.ts";
import { WORDS } from "../words.ts";
import { html, type Markup } from "./markup.ts";

/** The article's text with every claim in its place; numbers lead to the claims and back. */
export function articleText({ article, revision, claims }: Report, locale: Locale): Markup {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  const write = (block: Block) => segmentsOf(block, claims).map((segment) => run(segment, byNumber, locale));
  return html`<div class="text" lang="${article.language}">${grouped(revision.blocks, write)}</div>`;
}

/** Blocks as elements, with the bullets that follow one another in lists as deep as their level. */
function grouped(blocks: readonly Block[], write: (block: Block) => Markup[]): Markup[] {
  const out: Markup[] = [];
  let depth = 0;
  const goTo = (level: number) => {
    for (; depth > level; depth -= 1) out.push(html`</li></ul>`);
  };
  for (const block of blocks) {
    if (block.kind !== "bullet") {
      goTo(0);
      out.push(element(block, write(block)));
      continue;
    }
    const level = block.level ?? 1;
    goTo(level);
    if (depth === level) out.push(html`</li>`);
    // A level that is skipped opens an item of its own, so that lists nest as HTML demands.
    for (; depth < level; depth += 1) out.push(depth + 1 < level ? html`<ul><li>` : html`<ul>`);
    out.push(html`<li dir="auto" id="block-${block.id}">${write(block)}`);
  }
  goTo(0);
  return out;
}

/** The article's title is an h3 in the report, under the h2 of its section; what is deeper follows. */
function element(block: Block, content: Markup[]): Markup {
  if (block.kind === "paragraph") return html`<p dir="auto">${content}</p>\n`;
  if (block.kind === "quotation") return html`<blockquote><p dir="auto">${content}</p></blockquote>\n`;
  const level = Math.min((block.level ?? 2) + 2, 6);
  if (level === 3) return html`<h3 dir="auto">${content}</h3>\n`;
  if (level === 4) return html`<h4 dir="auto">${content}</h4>\n`;
  if (level === 5) return html`<h5 dir="auto">${content}</h5>\n`;
  return html`<h6 dir="auto">${content}</h6>\n`;
}

function run(segment: Segment, claims: ReadonlyMap<number, ReportClaim>, locale: Locale): Markup {
  const numbers = segment.ends.map(
    (number) =>
      html`<sup id="text-${number}"><a href="#claim-${number}" aria-label="${WORDS[locale].claim(number)}">${number}</a></sup>`,
  );
  if (segment.claims.length === 0) return html`${segment.text}`;
  return html`<span class="${paint(segment, claims)}">${segment.text}</span>${numbers}`;
}

/** The innermost claim gives the colour; where several stand, the ground is tinted and the line doubled. */
function paint(segment: Segment, claims: ReadonlyMap<number, ReportClaim>): string {
  const over = segment.claims.flatMap((number) => claims.get(number) ?? []);
  const innermost = over.reduce((a, b) => (length(b) < length(a) ? b : a));
  const colour = innermost.verdict?.ratingDetail?.colour ?? "open";
  return over.length > 1 ? `claimed many ${colour}` : `claimed ${colour}`;
}

const length = ({ anchor }: ReportClaim) => anchor.exact.length;
