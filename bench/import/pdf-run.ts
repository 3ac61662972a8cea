import { readArticle } from "#formats/importers/registry.ts";
import { inRoot } from "../../scripts/places.mjs";
import type { BenchRow } from "../bench.ts";
import { EdgeTally, edgesOf } from "./edges.ts";
import { linesOf, readBytes, type Sample, samplesOf } from "./files.ts";
import { PDF_PAGES } from "./pdf-pages.ts";
import { pdfjsText, poppler } from "./pdf-peers.ts";
import { orderKept } from "./reading-order.ts";
import { OURS, rowOf } from "./rows.ts";
import { quantile } from "./words.ts";

/** Less of a page in its right order than this, and whoever reads it reads something else. */
const IN_ORDER = 0.9;
const GOALS = { scrambled: 3, cut: 3, slowest: 8, p95: 1.2 };
/** A real report that the repository holds, for time only. */
const SURVEY = inRoot("formats/samples/articles/survey-ja.pdf");

interface Reading {
  /** One text a block, or a line for the peers. */
  texts: string[];
  /** Pages, from 1, of which it says that their order may be wrong. */
  doubted: readonly number[];
}
type Reader = (bytes: Uint8Array) => Promise<Reading>;

const ours: Reader = async (bytes) => {
  const read = await readArticle({ content: bytes });
  if (!read.ok) return { texts: [], doubted: [] };
  const { blocks, notes } = read.article;
  return {
    texts: blocks.map(({ text }) => text),
    doubted: notes.find(({ what }) => what === "uncertain_order")?.pages ?? [],
  };
};
const peer = (text: (bytes: Uint8Array) => string | Promise<string>): Reader => {
  return async (bytes) => ({ texts: (await text(bytes)).split(/[\n\f]/), doubted: [] });
};

/** PDF: pages whose order is wrong, lines of one paragraph that were cut apart, and how long it takes. */
export async function pdfRows(folder: string | null): Promise<BenchRow[]> {
  const survey: Sample = { name: "survey", bytes: readBytes(SURVEY), expected: "", beside: null };
  return [
    ...(await measured("PDF pages of our own", [...PDF_PAGES, survey])),
    ...(folder ? await measured("PDF pages", samplesOf(`${folder}/pdf`, ".pdf", ".txt")) : []),
  ];
}

async function measured(name: string, samples: readonly Sample[]): Promise<BenchRow[]> {
  if (samples.length === 0) return [];
  const layout = poppler();
  const rows = await rowsOf(name, OURS, samples, ours);
  rows.push(...(await rowsOf(name, "pdf.js, items as they come", samples, peer(pdfjsText))));
  if (layout) rows.push(...(await rowsOf(name, "pdftotext", samples, peer(layout))));
  return rows;
}

async function rowsOf(
  name: string,
  subject: string,
  samples: readonly Sample[],
  read: Reader,
): Promise<BenchRow[]> {
  const edges = new EdgeTally();
  const times: number[] = [];
  const pages = { all: 0, scrambled: 0, unsaid: 0 };
  // What is loaded once is no part of any file.
  if (samples[0]) await read(samples[0].bytes);
  for (const { name: file, bytes, expected } of samples) {
    const begun = performance.now();
    const { texts, doubted } = await read(bytes);
    times.push((performance.now() - begun) / 1000);
    const wrong = wrongPages(texts.join("\n"), expected);
    if (linesOf(expected).length > 0) pages.all += wrong.length;
    pages.scrambled += wrong.filter(Boolean).length;
    pages.unsaid += wrong.filter((isWrong, index) => isWrong && !doubted.includes(index + 1)).length;
    if (wrong.some(Boolean)) {
      if (subject === OURS) console.log(`  scrambled: ${file}`);
    } else if (expected !== "") edges.count(edgesOf(await pdfjsText(bytes), linesOf(expected)), texts);
  }
  if (subject === OURS) edges.print();
  const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : (100 * part) / whole);
  const cut = edges.wraps - edges.joined;
  return [
    rowOf(name, subject, `scrambled, of ${pages.all} pages`, share(pages.scrambled, pages.all), "%", {
      most: GOALS.scrambled,
    }),
    rowOf(name, subject, "scrambled and not said so", pages.unsaid, `of ${pages.all}`, { most: 0 }),
    rowOf(name, subject, `line joins cut, of ${edges.wraps}`, share(cut, edges.wraps), "%", {
      most: GOALS.cut,
    }),
    rowOf(name, subject, "edges glued", edges.glued, `of ${edges.stay}`),
    rowOf(name, subject, "slowest", Math.max(...times), "s", { most: GOALS.slowest }),
    rowOf(name, subject, "p95", quantile(times, 0.95), "s", { most: GOALS.p95 }),
  ];
}

/** The right text has a form feed between two pages where it has any; a file without one is one page. */
const wrongPages = (found: string, expected: string): boolean[] =>
  expected.split("\f").map((right) => orderKept(found, right) < IN_ORDER);
