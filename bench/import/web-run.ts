import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readArticle } from "#formats/importers/registry.ts";
import type { BenchRow } from "../bench.ts";
import { readText } from "./files.ts";
import { OURS, rowOf } from "./rows.ts";
import { shownLines } from "./shown-lines.ts";
import { WEB_PAGES, type WebPage } from "./web-pages.ts";
import { overlapOf, quantile, wordsOf } from "./words.ts";

const PEER = "readability";
const GOALS = { recall: 0.99, median: 0.985, low: 0.9, titles: 1, bylines: 10 / 76 };

/** What was read of one page: its text, and what it says of itself. */
interface Found {
  text: string;
  title: string | null;
  byline: string | null;
}

/** Web pages as they were fetched: their words, title and byline. */
export async function webRows(folder: string | null): Promise<BenchRow[]> {
  return [
    ...(await measured("web pages of our own", WEB_PAGES)),
    ...(folder ? await measured("web pages", pagesOf(`${folder}/html`)) : []),
  ];
}

/** `NAME/source.html`, `NAME/expected.txt`, and `NAME/expected.json` with title, byline and publishedAt, each or null. */
function pagesOf(folder: string): WebPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name): WebPage[] => {
      const [source, text, said] = ["source.html", "expected.txt", "expected.json"].map((file) =>
        join(folder, name, file),
      );
      if (!source || !text || !said || ![source, text, said].every((file) => existsSync(file))) return [];
      const {
        title = "",
        byline = null,
        publishedAt = null,
      } = JSON.parse(readText(said)) as Partial<WebPage>;
      return [{ name, html: readText(source), expected: readText(text), title, byline, publishedAt }];
    });
}

async function measured(name: string, pages: readonly WebPage[]): Promise<BenchRow[]> {
  if (pages.length === 0) return [];
  const ours: Found[] = [];
  for (const page of pages) ours.push(await read(page));
  return [...rows(name, OURS, pages, ours), ...rows(name, PEER, pages, pages.map(readable))];
}

async function read({ html }: WebPage): Promise<Found> {
  const found = await readArticle({ content: html, format: "html", address: "https://news.example/article" });
  if (!found.ok) return { text: "", title: null, byline: null };
  const { blocks, title, byline } = found.article;
  return { text: blocks.map(({ text }) => text).join("\n"), title, byline };
}

function readable({ html }: WebPage): Found {
  const { document } = parseHTML(html);
  const found = new Readability(document).parse();
  return {
    text: shownLines(found?.content ?? "").join("\n"),
    title: found?.title ?? null,
    byline: found?.byline ?? null,
  };
}

const folded = (text: string | null): string =>
  (text ?? "").normalize("NFKC").replace(/\s+/gu, "").toLowerCase();

function rows(name: string, subject: string, pages: readonly WebPage[], found: readonly Found[]): BenchRow[] {
  const recalls: number[] = [];
  const precisions: number[] = [];
  const count = { titles: 0, missing: 0, wrong: 0, bylines: 0 };
  for (const [index, page] of pages.entries()) {
    const { text = "", title = null, byline = null } = found[index] ?? {};
    // A title may be part of the text or stand beside it: it is held against its own.
    const bare = (value: string) => wordsOf(value.replace(page.title, ""));
    const { recall, precision } = overlapOf(bare(text), bare(page.expected));
    recalls.push(recall);
    precisions.push(precision);
    const isTitle = page.title === "" || folded(title) === folded(page.title);
    if (!isTitle) count.titles += 1;
    if (page.byline) count.bylines += 1;
    if (page.byline && !byline) count.missing += 1;
    if (byline && page.byline && folded(byline) !== folded(page.byline)) count.wrong += 1;
    if (subject !== OURS) continue;
    if (!isTitle) console.log(`  title of ${page.name}: ${title}`);
    if (folded(byline) !== folded(page.byline))
      console.log(`  byline of ${page.name}: ${byline}, not ${page.byline}`);
    if (precision < GOALS.low || recall < GOALS.recall)
      console.log(`  words of ${page.name}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
  }
  const unit = `of ${pages.length}`;
  return [
    rowOf(name, subject, "word recall p5", quantile(recalls, 0.05), "", { least: GOALS.recall }),
    rowOf(name, subject, "word precision, median", quantile(precisions, 0.5), "", { least: GOALS.median }),
    rowOf(name, subject, "word precision p10", quantile(precisions, 0.1), "", { least: GOALS.low }),
    rowOf(name, subject, "titles wrong", count.titles, unit, { most: GOALS.titles }),
    rowOf(name, subject, "bylines missing", count.missing, `of ${count.bylines}`, {
      most: Math.ceil(GOALS.bylines * count.bylines),
    }),
    rowOf(name, subject, "bylines wrong", count.wrong, unit, { most: 0 }),
  ];
}
