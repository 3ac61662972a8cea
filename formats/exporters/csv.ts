import type { Locale } from "#domain/localized.ts";
import type { Report, ReportClaim } from "#domain/report.ts";
import { rationaleToMarkdown } from "#editor/rationale-to-markdown.ts";
import { csvField } from "./csv-cell.ts";
import type { Exporter } from "./exporter.ts";
import { evidenceNumber, rationaleOf } from "./rationale-of.ts";
import { WORDS, type Words } from "./words.ts";

type Value = string | number | null;
type Column<Of> = [heading: string, value: (of: Of) => Value];

/** The byte order mark is what makes Excel read Japanese as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A table with one row a claim, sources in columns after it. RFC 4180, CRLF, UTF-8 with a byte order mark. */
export const csvExporter: Exporter = {
  id: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  extension: "csv",
  name: { ja: "CSV(表計算)", en: "CSV (spreadsheet)" },
  drops: [
    {
      ja: "記事の本文、対象外の項目、検証の方法、判定の定義は載りません。",
      en: "The article’s text, dismissed bullets, methodology and definitions are left out.",
    },
    {
      ja: "判定の理由の太字やリンクは、Markdownの記号になります。",
      en: "Bold and links in the rationale become Markdown marks.",
    },
    {
      ja: "数式とみなされる記号で始まるセルには、先頭に「'」を付けます。",
      en: "A cell that a spreadsheet would take for a formula gets a ' before it.",
    },
  ],
  write: (report, locale) => BYTE_ORDER_MARK + rows(report, locale).map(line).join(""),
};

const line = (values: readonly Value[]) => `${values.map(csvField).join(",")}\r\n`;

function rows(report: Report, locale: Locale): Value[][] {
  const words = WORDS[locale];
  const columns = claimColumns(words, locale);
  const ofSource = sourceColumns(words);
  const most = Math.max(0, ...report.claims.map(({ evidence }) => evidence.length));
  const places = Array.from({ length: most }, (_, index) => index);
  const heading: Value[] = [
    ...columns.map(([name]) => name),
    ...places.flatMap((index) => ofSource.map(([name]) => `${words.citation(index + 1)} ${name}`)),
  ];
  const body = report.claims.map((claim) => [
    ...columns.map(([, value]) => value(claim)),
    ...places.flatMap((index) => {
      const evidence = claim.evidence[index];
      return ofSource.map(([, value]) => (evidence ? value(evidence) : null));
    }),
  ]);
  return [heading, ...body];
}

function claimColumns(words: Words, locale: Locale): Column<ReportClaim>[] {
  return [
    [words.number, ({ number }) => number],
    [words.quote, ({ anchor }) => anchor.exact],
    [words.statement, ({ statement }) => statement],
    [words.claimant, ({ claimant }) => claimant],
    [words.saidOn, ({ saidOn }) => saidOn],
    [words.saidWhere, ({ saidWhere }) => saidWhere],
    [words.kinds, ({ kinds }) => kinds.map((kind) => words.kind[kind]).join(words.comma)],
    [words.priority, ({ priority }) => words.priorities[priority]],
    [words.workState, ({ workState }) => words.workStates[workState]],
    [words.rating, ({ verdict }) => verdict?.ratingDetail?.label[locale] ?? words.noRating],
    [words.ratingKey, ({ verdict }) => verdict?.rating ?? null],
    [words.ratingValue, ({ verdict }) => verdict?.ratingDetail?.value ?? null],
    [words.finding, ({ verdict }) => verdict?.summary ?? null],
    [words.rationale, reasons],
    [words.from, ({ anchor }) => (anchor.state === "needs_placing" ? null : anchor.start)],
    [words.to, ({ anchor }) => (anchor.state === "needs_placing" ? null : anchor.end)],
    [words.claimId, ({ id }) => id],
    [words.evidenceCount, ({ evidence }) => evidence.length],
  ];
}

function sourceColumns(words: Words): Column<ReportClaim["evidence"][number]>[] {
  return [
    [words.stance, ({ stance }) => words.stances[stance]],
    [words.primaryOrNot, ({ primary }) => (primary ? words.primary : words.secondary)],
    [words.title, ({ source }) => source.title],
    [words.address, ({ source }) => source.url],
    [words.publisher, ({ source }) => source.publisher],
    [words.author, ({ source }) => source.author],
    [words.issued, ({ source }) => source.issued],
    [words.accessed, ({ source }) => source.accessed],
    [words.passage, ({ quote }) => quote],
    [words.locator, ({ locator }) => locator],
    [words.note, ({ note }) => note],
  ];
}

function reasons(claim: ReportClaim): Value {
  const rationale = rationaleOf(claim);
  return rationale && rationaleToMarkdown(rationale, (evidenceId) => evidenceNumber(claim, evidenceId));
}
