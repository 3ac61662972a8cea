import { existsSync } from "node:fs";
import mammoth from "mammoth";
import { bulletSign } from "#domain/block.ts";
import { readArticle } from "#formats/importers/registry.ts";
import type { BenchRow } from "../bench.ts";
import { DOCX_SAMPLES, type DocxSample } from "./docx-files.ts";
import { readText, samplesOf } from "./files.ts";
import { OURS, rowOf } from "./rows.ts";
import { overlapOf, wordsOf } from "./words.ts";

const PEER = "mammoth";

/** Word files: whether any word is lost, and whether symbols, labels and raised figures are what they were. */
export async function docxRows(folder: string | null): Promise<BenchRow[]> {
  return [
    ...(await measured("Word files of our own", DOCX_SAMPLES)),
    ...(folder ? await measured("Word files", samplesIn(`${folder}/docx`)) : []),
  ];
}

/** `NAME.docx`, `NAME.txt` with its words, and where there is one `NAME.kept.txt` with what must be kept, a line each. */
const samplesIn = (folder: string): DocxSample[] =>
  samplesOf(folder, ".docx", ".txt").map(({ name, bytes, expected, beside }) => {
    const kept = `${beside}.kept.txt`;
    return {
      name,
      bytes,
      expected,
      kept: existsSync(kept) ? readText(kept).split("\n").filter(Boolean) : [],
    };
  });

async function measured(name: string, samples: readonly DocxSample[]): Promise<BenchRow[]> {
  if (samples.length === 0) return [];
  return [...(await rows(name, OURS, samples, ours)), ...(await rows(name, PEER, samples, peer))];
}

async function ours(bytes: Uint8Array): Promise<string> {
  const read = await readArticle({ content: bytes });
  if (!read.ok) return "";
  return read.article.blocks
    .map(({ text, details }) => `${bulletSign(details) ?? ""} ${text}`.trim())
    .join("\n");
}

async function peer(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

async function rows(
  name: string,
  subject: string,
  samples: readonly DocxSample[],
  read: (bytes: Uint8Array) => Promise<string>,
): Promise<BenchRow[]> {
  const count = { lost: 0, changed: 0 };
  for (const { name: file, bytes, expected, kept } of samples) {
    const text = await read(bytes);
    const isLost = overlapOf(wordsOf(text), wordsOf(expected)).recall < 1 && !hasAll(text, expected);
    const changed = kept.filter((one) => !one.split("|").some((way) => text.includes(way)));
    if (isLost) count.lost += 1;
    if (changed.length > 0) count.changed += 1;
    if (subject !== OURS) continue;
    if (isLost) console.log(`  words lost: ${file}`);
    if (changed.length > 0) console.log(`  changed in ${file}: ${changed.join(" ").replaceAll("\n", "⏎")}`);
  }
  const unit = `of ${samples.length}`;
  return [
    rowOf(name, subject, "text lost", count.lost, unit, { most: 0 }),
    rowOf(name, subject, "symbol, label, edge or raised figure changed", count.changed, unit, { most: 0 }),
  ];
}

/** Words may be cut otherwise where two pieces of a line meet: then every piece must stand there as it is. */
const hasAll = (text: string, expected: string): boolean =>
  expected.split("\n").every((line) => text.includes(line.trim()));
