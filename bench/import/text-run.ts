import { micromark } from "micromark";
import { readArticle } from "#formats/importers/registry.ts";
import { inRoot } from "../../scripts/places.mjs";
import type { BenchRow } from "../bench.ts";
import { EdgeTally, edgesOf } from "./edges.ts";
import { linesOf, type Sample, samplesOf } from "./files.ts";
import { OURS, rowOf } from "./rows.ts";
import { shownLines } from "./shown-lines.ts";

/** Goals as a share of what today's ten texts have: two of 78 edges. */
const MOST_GLUED = 2;
const PEER = "micromark";

/** Plain text: edges that must stay, and lines that only the width of the source made. The peer reads it as Markdown. */
export async function textRows(folder: string | null): Promise<BenchRow[]> {
  const own = samplesOf(inRoot("bench/import/cases"), ".txt", ".expected.txt");
  return [
    ...(await measured("press texts of our own", own)),
    ...(folder ? await measured("press texts", samplesOf(`${folder}/text`, ".txt", ".expected.txt")) : []),
  ];
}

async function measured(name: string, samples: readonly Sample[]): Promise<BenchRow[]> {
  if (samples.length === 0) return [];
  const ours = new EdgeTally();
  const peer = new EdgeTally();
  for (const { bytes, expected } of samples) {
    const source = new TextDecoder().decode(bytes);
    const edges = edgesOf(source, linesOf(expected));
    const read = await readArticle({ content: bytes, format: "text" });
    ours.count(edges, read.ok ? read.article.blocks.map(({ text }) => text) : []);
    peer.count(edges, shownLines(micromark(source)));
  }
  ours.print();
  return [...rows(name, OURS, ours), ...rows(name, PEER, peer)];
}

const rows = (name: string, subject: string, { stay, glued, wraps, joined }: EdgeTally): BenchRow[] => [
  rowOf(name, subject, "edges glued", glued, `of ${stay}`, { most: MOST_GLUED }),
  rowOf(name, subject, "wraps joined", joined, `of ${wraps}`, { least: wraps }),
];
