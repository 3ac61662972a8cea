import { parse } from "csv-parse/sync";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";
import { placedOf } from "#domain/anchor.ts";
import { reportSchema } from "#domain/report.ts";
import { fillWithResolvers } from "#domain/with-resolvers.ts";
import { expect } from "./fixtures.ts";
import type { ReportPage } from "./pages/report.ts";

/** What must be found in every file, whatever its format. */
export interface Expected {
  title: string;
  quotes: string[];
  statement: string;
  summary: string;
  rating: string;
  source: string;
  claims: number;
}

/** Has every format made through the page and looks into each file. */
export async function expectReport(report: ReportPage, expected: Expected): Promise<void> {
  for (const [format, check] of Object.entries(CHECKS)) {
    const { name, bytes } = await report.download(format);
    expect(name, "the file is called after the article").toContain(expected.title.slice(0, 5));
    await check(bytes, expected);
  }
}

type Check = (bytes: Buffer, expected: Expected) => Promise<void> | void;

/** By how the format's name begins as it is offered, the same in both languages. */
const CHECKS: Record<string, Check> = {
  HTML: html,
  PDF: pdf,
  Markdown: markdown,
  CSV: csv,
  JSON: json,
  ClaimReview: jsonLd,
};

function expectWords(text: string, { title, quotes, summary, rating, source }: Expected): void {
  for (const words of [title, ...quotes, summary, rating, source]) expect(text).toContain(words);
}

function html(bytes: Buffer, expected: Expected): void {
  const text = bytes.toString("utf8");
  expectWords(text.replace(/<[^>]*>/g, ""), expected);
  expect(text, "nothing is fetched from elsewhere").not.toMatch(
    /<(script|link|img)[^>]+(src|href)="https?:/i,
  );
}

async function pdf(bytes: Buffer, expected: Expected): Promise<void> {
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  fillWithResolvers();
  const file = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
    .promise;
  const { info } = await file.getMetadata();
  expect(info).toMatchObject({ Title: expect.stringContaining(expected.title) });
  const marked = new Map([
    ["Marked", true],
    ["UserProperties", false],
    ["Suspects", false],
  ]);
  expect(await file.getMarkInfo(), "it is tagged").toEqual(marked);
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join("");
    }),
  );
  // A line's end is no character: words are looked for as a search does, without white space.
  const squeezed = (words: string) => words.replace(/\s/g, "");
  const text = squeezed(pages.join(""));
  const { title, quotes, summary, rating, source } = expected;
  for (const words of [title, ...quotes, summary, rating, source]) expect(text).toContain(squeezed(words));
  await file.loadingTask.destroy();
}

function markdown(bytes: Buffer, expected: Expected): void {
  const text = bytes.toString("utf8");
  expect(text).toMatch(/^(---\n|# )/);
  expectWords(text.replaceAll("\\", ""), expected);
}

function csv(bytes: Buffer, { quotes, claims, summary, rating }: Expected): void {
  expect(bytes.subarray(0, 3), "Excel reads it as UTF-8 by its first bytes").toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  );
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows).toHaveLength(claims);
  const cells = rows.map((row) => Object.values(row));
  for (const words of [...quotes, summary, rating]) expect(cells.flat()).toContain(words);
}

function json(bytes: Buffer, { title, quotes, claims, summary, source }: Expected): void {
  const report = reportSchema.parse(JSON.parse(bytes.toString("utf8")));
  expect(report.article.title).toBe(title);
  expect(report.claims).toHaveLength(claims);
  const characters = [...report.revision.text];
  for (const { anchor } of placedOf(report.claims))
    expect(characters.slice(anchor.start, anchor.end).join(""), "offsets count code points").toBe(
      anchor.exact,
    );
  expect(report.claims.map(({ anchor }) => anchor.exact)).toEqual(expect.arrayContaining(quotes));
  const settled = report.claims.find(({ verdict }) => verdict?.summary === summary);
  expect(settled?.evidence.map((evidence) => evidence.source.title)).toContain(source);
}

const claimReviewSchema = z.looseObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("ClaimReview"),
  url: z.url(),
  claimReviewed: z.string().min(1),
  datePublished: z.iso.date().or(z.iso.datetime()),
  author: z.looseObject({ "@type": z.string(), name: z.string().min(1) }),
  reviewRating: z.looseObject({ "@type": z.literal("Rating"), alternateName: z.string().min(1) }),
  itemReviewed: z.looseObject({ "@type": z.literal("Claim") }),
});

function jsonLd(bytes: Buffer, { statement, rating }: Expected): void {
  const parsed: unknown = JSON.parse(bytes.toString("utf8"));
  const reviews = z.array(claimReviewSchema).parse([parsed].flat());
  const review = reviews.find((candidate) => candidate.claimReviewed === statement);
  expect(review?.reviewRating.alternateName).toBe(rating);
}
