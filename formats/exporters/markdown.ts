import { type Block, bulletSign } from "#domain/block.ts";
import { type BlockRun, blockRuns } from "#domain/block-runs.ts";
import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { segmentsOf } from "#domain/report-segments.ts";
import { ratingTotals } from "#domain/report-totals.ts";
import { rationaleToMarkdown } from "#editor/rationale-to-markdown.ts";
import { placesInRows } from "#editor/table-document.ts";
import { claimFacts, reportFacts, scopeNotice, sourceLine } from "./claim-facts.ts";
import type { Exporter } from "./exporter.ts";
import { markdownLink, markdownText, prefixed } from "./markdown-text.ts";
import { methodOf } from "./method.ts";
import { evidenceNumber, rationaleOf } from "./rationale-of.ts";
import { WORDS } from "./words.ts";

/** CommonMark without extensions or HTML, so that every reader of Markdown shows the same. */
export const markdownExporter: Exporter = {
  id: "markdown",
  mediaType: "text/markdown; charset=utf-8",
  extension: "md",
  name: { ja: "Markdown", en: "Markdown" },
  drops: [
    {
      ja: "主張の範囲には線を引けません。主張の終わりに番号を置き、引用を主張ごとに載せます。",
      en: "A claim’s extent can’t be underlined: its number stands where it ends, its quote with the claim.",
    },
    {
      ja: "判定の色と形は載りません。言葉だけで示します。",
      en: "Ratings are words only, without colour and shape.",
    },
    {
      ja: "表は行ごとの文字になり、ルビと画像は載りません。取り消し線の文字は（取り消し線：…）と書き、挿入の印は載りません。",
      en: "Tables are lines of words; readings over words and pictures are left out. Struck words stand in brackets; what was inserted is not marked.",
    },
  ],
  write: (report, locale) => `${parts(report, locale).join("\n\n")}\n`,
};

function parts(report: Report, locale: Locale): string[] {
  const words = WORDS[locale];
  const said = scopeNotice(report, locale);
  const notice = report.scope === "draft" ? prefixed(`**${words.draft}** ${said}`, "> ") : said;
  return [
    `# ${markdownText(report.article.title)}`,
    `${words.factCheckOf}`,
    notice,
    `## ${words.summary}`,
    ...summary(report, locale),
    `## ${words.articleText}`,
    ...articleText(report, locale),
    `## ${words.claims}`,
    ...(report.claims.length === 0
      ? [words.noClaims]
      : report.claims.flatMap((claim) => claimParts(claim, locale))),
    ...dismissed(report, locale),
    ...methodology(report, locale),
  ].filter((part) => part !== "");
}

function summary(report: Report, locale: Locale): string[] {
  const words = WORDS[locale];
  const facts = reportFacts(report, locale).map(({ label, value, address }) => {
    const printed = address === undefined ? markdownText(value) : markdownLink(value, address);
    return `- ${label}${words.colon}${printed}`;
  });
  const totals = ratingTotals(report).map(
    ({ rating, count }) => `- ${markdownText(rating?.label[locale] ?? words.noRating)}${words.colon}${count}`,
  );
  if (totals.length === 0) return [facts.join("\n")];
  return [facts.join("\n"), `### ${words.totals}`, totals.join("\n")];
}

/** Bullets that follow one another are one list; a skipped level is closed up, so that none becomes a code block. */
function articleText({ revision, claims }: Report, locale: Locale): string[] {
  const write: Write = (block) => blockText(block, claims, locale);
  return blockRuns(revision.blocks).map((run) => {
    const [block] = run;
    if (block.kind === "bullet") return list(run, write);
    if (block.kind === "cell") return table(run, write);
    return run.map(write).join("\n\n");
  });
}

type Write = (block: Block) => string;

/** Breaks that a block shows, as CommonMark has them; where a line is all there is, a bar keeps their sides apart. */
const BREAK = "\\\n";
const inOneLine = (text: string): string => text.split(BREAK).join(" / ");

/** A number stands as text behind the dash: two kinds of marks side by side would be two lists. */
function list(bullets: readonly Block[], write: Write): string {
  let depth = 0;
  const lines = bullets.map((block) => {
    depth = Math.min(block.level ?? 1, depth + 1);
    const sign = bulletSign(block.details);
    const number = sign === null ? "" : `${markdownText(sign)} `;
    const indent = "  ".repeat(depth - 1);
    return `${indent}- ${number}${prefixed(write(block), `${indent}  `).trimStart()}`;
  });
  return lines.join("\n");
}

/** CommonMark has no tables: a row is a line, with a bar between its cells. */
function table(cells: BlockRun, write: Write): string {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const rows = placesInRows(cells).map((row) =>
    row.map((place) => {
      const block = place === null ? undefined : byId.get(place.id);
      return block ? inOneLine(write(block)) : "";
    }),
  );
  return rows.map((row) => row.join(" \\| ")).join(BREAK);
}

function blockText(block: Block, claims: readonly ReportClaim[], locale: Locale): string {
  const { struck, unsure } = WORDS[locale];
  const marked = segmentsOf(block, claims)
    .map((segment) => {
      const aside = segment.struck ? markdownText(struck(segment.struck.words)) : "";
      const words = led(segment.text, segment.link) + (segment.isUnsure ? markdownText(unsure) : "");
      const numbers = segment.ends.map((number) => `\\[${number}\\]`).join("");
      return segment.struck?.side === "after" ? words + aside + numbers : aside + words + numbers;
    })
    .join("");
  const line = marked.split("\n").map(lineStart).join(BREAK);
  if (block.kind === "quotation") return prefixed(line, "> ");
  if (block.kind === "footnote" && block.details?.label !== undefined)
    return `${markdownText(`[${block.details.label}]`)} ${line}`;
  const address = block.details?.picture?.address;
  if (block.kind === "figure" && address) return `${markdownLink(address, address)}\\\n${line}`;
  if (block.kind !== "heading") return line;
  return `${"#".repeat(Math.min((block.level ?? 2) + 2, 6))} ${inOneLine(line)}`;
}

/** A run's words, leading where the source says that they lead. */
const led = (text: string, address: string | undefined): string =>
  address === undefined || text.trim() !== text
    ? text.split("\n").map(inline).join("\n")
    : markdownLink(text, address);

/** A run of a line: escaped as a line is, but with its own edges left alone. */
function inline(text: string): string {
  const words = text.trim();
  const at = text.indexOf(words);
  return words === "" ? text : text.slice(0, at) + runText(words) + text.slice(at + words.length);
}
const runText = (words: string) => markdownText(`x${words}x`).slice(1, -1);
const lineStart = (text: string) => text.replace(/^([#+=-])/u, "\\$1").replace(/^(\d{1,9})([.)])/u, "$1\\$2");

function claimParts(claim: ReportClaim, locale: Locale): string[] {
  const words = WORDS[locale];
  const rating = claim.verdict?.ratingDetail?.label[locale] ?? words.noRating;
  const facts = claimFacts(claim, locale).map(
    ({ label, value }) => `- ${label}${words.colon}${markdownText(value)}`,
  );
  const rationale = rationaleOf(claim);
  const reasons = rationale
    ? rationaleToMarkdown(rationale, (evidenceId) => evidenceNumber(claim, evidenceId))
    : null;
  return [
    `### \\[${claim.number}\\] ${markdownText(rating)}`,
    prefixed(claim.anchor.exact.split("\n").map(markdownText).join(BREAK), "> "),
    claim.anchor.state === "needs_placing" ? words.needsPlacing : "",
    claim.verdict?.summary ? `**${words.finding}**${words.colon}${markdownText(claim.verdict.summary)}` : "",
    facts.join("\n"),
    reasons ? `#### ${words.rationale}\n\n${reasons}` : "",
    sources(claim, locale),
  ].filter(Boolean);
}

function sources({ evidence }: ReportClaim, locale: Locale): string {
  const words = WORDS[locale];
  if (evidence.length === 0) return words.noEvidence;
  const items = evidence.map((item) => {
    const tags = [words.stances[item.stance], item.primary ? words.primary : words.secondary].join(
      words.comma,
    );
    const lines = [
      `${tags}${words.colon}${markdownLink(item.source.title, item.source.url)}`,
      markdownText(sourceLine(item, locale)),
      item.quote ? prefixed(markdownText(item.quote), "> ") : "",
      item.locator ? `${words.locator}${words.colon}${markdownText(item.locator)}` : "",
      item.note ? `${words.note}${words.colon}${markdownText(item.note)}` : "",
    ].filter(Boolean);
    const mark = `${item.number}. `;
    return mark + prefixed(lines.join("\n\n"), " ".repeat(mark.length)).trimStart();
  });
  return `#### ${words.evidence}\n\n${items.join("\n\n")}`;
}

function dismissed({ dismissals, revision }: Report, locale: Locale): string[] {
  const words = WORDS[locale];
  if (dismissals.length === 0) return [];
  const texts = new Map(revision.blocks.map(({ id, text }) => [id, text]));
  const items = dismissals.map(
    ({ blockId, reason }) => `- ${markdownText(texts.get(blockId) ?? "")} (${words.reasons[reason]})`,
  );
  return [`## ${words.dismissed}`, items.join("\n")];
}

function methodology(report: Report, locale: Locale): string[] {
  const words = WORDS[locale];
  const scales = report.scales.flatMap((scale) => [
    `### ${words.scaleDefinitions}${words.colon}${markdownLink(scale.name[locale], scale.url)}`,
    scale.ratings
      .map(
        ({ label, definition }) =>
          `- **${markdownText(label[locale])}**${words.colon}${markdownText(definition[locale])}`,
      )
      .join("\n"),
  ]);
  return [`## ${words.methodology}`, ...methodOf(report, locale).map(markdownText), ...scales];
}
