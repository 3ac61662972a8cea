import { type Block, bulletSign } from "#domain/block.ts";
import { type BlockRun, blockRuns } from "#domain/block-runs.ts";
import type { Locale } from "#domain/localized.ts";
import { isSetRaised } from "#domain/raised-text.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { groupedByRuby, type Segment, segmentsOf } from "#domain/report-segments.ts";
import { placesInRows } from "#editor/table-document.ts";
import { WORDS } from "../words.ts";
import { html, link, type Markup, openable } from "./markup.ts";

/** The article's text with every claim in its place; numbers lead to the claims and back. */
export function articleText({ article, revision, claims }: Report, locale: Locale): Markup {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  const write: Write = (block) =>
    groupedByRuby(segmentsOf(block, claims)).map(({ reading, segments }) => {
      const runs = segments.map((segment) => run(segment, byNumber, locale));
      return reading === null ? html`${runs}` : html`<ruby>${runs}<rt>${reading}</rt></ruby>`;
    });
  const parts = blockRuns(revision.blocks).map((blocks) => part(blocks, write));
  return html`<div class="text" lang="${article.language}">${parts}</div>`;
}

type Write = (block: Block) => Markup[];

function part(run: BlockRun, write: Write): Markup {
  const [block] = run;
  switch (block.kind) {
    case "bullet":
      return html`${list(run, write)}`;
    case "cell":
      return table(run, write);
    case "footnote":
      return html`<div class="notes">${run.map((note) => footnote(note, write(note)))}</div>\n`;
    case "figure":
      return figure(block, write(block));
    case "paragraph":
      return html`<p dir="auto">${write(block)}</p>\n`;
    case "quotation":
      return html`<blockquote><p dir="auto">${write(block)}</p></blockquote>\n`;
    case "heading":
      return heading(block.level ?? 2, write(block));
  }
}

/** The bullets that follow one another in lists as deep as their level; a number is the one the article prints. */
function list(bullets: readonly Block[], write: Write): Markup[] {
  const out: Markup[] = [];
  let depth = 0;
  const goTo = (level: number) => {
    for (; depth > level; depth -= 1) out.push(html`</li></ul>`);
  };
  for (const block of bullets) {
    const level = block.level ?? 1;
    goTo(level);
    if (depth === level) out.push(html`</li>`);
    // A level that is skipped opens an item of its own, so that lists nest as HTML demands.
    for (; depth < level; depth += 1) out.push(depth + 1 < level ? html`<ul><li>` : html`<ul>`);
    const sign = bulletSign(block.details);
    const numbered = sign === null ? null : html` class="numbered" data-number="${sign}"`;
    out.push(html`<li dir="auto" id="block-${block.id}"${numbered}>${write(block)}`);
  }
  goTo(0);
  return out;
}

function table(cells: BlockRun, write: Write): Markup {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const rows = placesInRows(cells).map((row) => {
    const places = row.map((place) => {
      const block = place === null ? undefined : byId.get(place.id);
      if (!place || !block) return html`<td></td>`;
      const spans = html`${span("colspan", place.columnSpan)}${span("rowspan", place.rowSpan)}`;
      return place.isHeader
        ? html`<th dir="auto"${spans}>${write(block)}</th>`
        : html`<td dir="auto"${spans}>${write(block)}</td>`;
    });
    return html`<tr>${places}</tr>\n`;
  });
  return html`<div class="wide" tabindex="0"><table>\n${rows}</table></div>\n`;
}

const span = (name: "colspan" | "rowspan", count: number): Markup | null => {
  if (count === 1) return null;
  return name === "colspan" ? html` colspan="${count}"` : html` rowspan="${count}"`;
};

/** A page that needs nothing from anywhere shows no pictures: their words stand, and where they are to be seen. */
function figure({ details }: Block, content: Markup[]): Markup {
  const address = details?.picture?.address ?? null;
  const where = address === null ? null : html`<p class="where">${link(address, address)}</p>`;
  return html`<figure>${where}<figcaption dir="auto">${content}</figcaption></figure>\n`;
}

function footnote({ details }: Block, content: Markup[]): Markup {
  const label = details?.label;
  if (label === undefined) return html`<p dir="auto">${content}</p>\n`;
  return html`<p dir="auto" id="${noteId(label)}"><span class="label">${label}</span> ${content}</p>\n`;
}

const noteId = (label: string) => `note-${label}`;

/** The article's title is an h3 in the report, under the h2 of its section; what is deeper follows. */
function heading(of: number, content: Markup[]): Markup {
  const level = Math.min(of + 2, 6);
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
  if (segment.claims.length === 0) return led(segment);
  return html`<span class="${paint(segment, claims)}">${led(segment)}</span>${numbers}`;
}

/** A run's words, leading where the source says that they lead, with struck words beside them. */
function led(segment: Segment): Markup {
  const { link: address, note, struck } = segment;
  const words = setting(segment, lines(segment.text));
  const before = struck?.side === "before" ? html`<s>${struck.words}</s>` : null;
  const after = struck?.side === "after" ? html`<s>${struck.words}</s>` : null;
  return html`${before}${leading(words)}${after}`;

  function leading(inside: Markup): Markup {
    if (note !== undefined) {
      const raised = isSetRaised(segment.text) ? null : html` class="noteref"`;
      return html`<a${raised} href="#${encodeURIComponent(noteId(note))}">${inside}</a>`;
    }
    const href = address === undefined ? null : openable(address);
    return href === null ? inside : html`<a href="${href}" rel="noopener noreferrer">${inside}</a>`;
  }
}

function setting({ isInserted, isUnsure }: Segment, inside: Markup): Markup {
  const known = isUnsure ? html`<mark class="unsure">${inside}</mark>` : inside;
  return isInserted ? html`<ins>${known}</ins>` : known;
}

/** A line feed within a block is a break that the article shows. */
const lines = (text: string): Markup =>
  html`${text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [html`<br>`, line]))}`;

/** The innermost claim gives the colour; where several stand, the ground is tinted and the line doubled. */
function paint(segment: Segment, claims: ReadonlyMap<number, ReportClaim>): string {
  const over = segment.claims.flatMap((number) => claims.get(number) ?? []);
  const innermost = over.reduce((a, b) => (length(b) < length(a) ? b : a));
  const colour = innermost.verdict?.ratingDetail?.colour ?? "open";
  return over.length > 1 ? `claimed many ${colour}` : `claimed ${colour}`;
}

const length = ({ anchor }: ReportClaim) => anchor.exact.length;
