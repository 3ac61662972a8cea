import { htmlImporter } from "#formats/importers/html.ts";
import { plainTextImporter } from "#formats/importers/plain-text.ts";
import type { BenchRow } from "../bench.ts";
import { JAPANESE } from "./prose.ts";
import { OURS, rowOf } from "./rows.ts";

const BYTES = 5_000_000;
const RUNS = 3;

/** The largest text and page that may come in, read by our importers: the fastest of a few, as others tell of the machine. */
export function timeRows(): BenchRow[] {
  const text = `題\n\n一　経過\n\n${JAPANESE.join("\n")}\n\n・一つ目\n・二つ目\n\n`;
  const page = `<h2>経過</h2>${JAPANESE.map((line) => `<p>${line}</p>`).join("\n")}<ul><li>一つ目</li></ul>`;
  return [
    timed("a text of 5 MB", 2, () => plainTextImporter.read(filled(text))),
    timed("a page of 5 MB", 8, () => htmlImporter.read(filled(page))),
  ];
}

const filled = (sample: string): string =>
  sample.repeat(Math.ceil(BYTES / new TextEncoder().encode(sample).length));

function timed(name: string, most: number, read: () => unknown): BenchRow {
  read();
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    read();
    return (performance.now() - begun) / 1000;
  });
  return rowOf(name, OURS, "time", Math.min(...times), "s", { most });
}
