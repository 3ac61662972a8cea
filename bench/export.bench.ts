import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REPORT_FORMATS, type ReportFormat } from "#domain/report.ts";
import { pdfExporter } from "#formats/exporters/pdf.ts";
import { largeReport } from "#formats/samples/report-large.ts";
import type { BenchRow } from "./bench.ts";
import { printWithChromium } from "./export/chromium.ts";
import { type Measured, median } from "./export/measured.ts";

const CLAIMS = 200;
const ROUNDS = 5;
const CASE = `${CLAIMS} claims with a source each`;
const GOALS = { pdf: 500, memory: 250, ratio: 0.4 };

/**
 * Every export of one large report, each in a process of its own, and beside the PDF a running Chromium that prints
 * the HTML export. Warm is the median of later rounds; each round's report has other words than the one before.
 */
export async function run(): Promise<BenchRow[]> {
  const measured = new Map(REPORT_FORMATS.map((format) => [format, measure(format)]));
  const peer = await printWithChromium(CLAIMS, ROUNDS);
  return [
    ...[...measured].flatMap(([format, one]) => rowsOf(format, one, peer)),
    row("chromium prints html", "cold", peer.cold, "ms"),
    row("chromium prints html", "warm", median(peer.warm), "ms"),
    row("chromium prints html", "peak memory", peer.peak, "MB"),
    row("chromium prints html", "size", peer.bytes / 1000, "kB"),
  ];
}

function measure(format: ReportFormat): Measured {
  const script = fileURLToPath(new URL("./export/measure.ts", import.meta.url));
  const args = ["--import", "tsx", script, format, String(CLAIMS), String(ROUNDS)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

function rowsOf(format: ReportFormat, { cold, warm, bytes, peak }: Measured, peer: Measured): BenchRow[] {
  const time = median(warm);
  const ratio = time / median(peer.warm);
  const isPdf = format === "pdf";
  return [
    row(format, "cold", cold, "ms"),
    row(format, "warm", time, "ms", isPdf ? { goal: `≤ ${GOALS.pdf} ms`, ok: time <= GOALS.pdf } : {}),
    ...(isPdf
      ? [
          row(format, "warm ÷ chromium", ratio, "×", {
            ratio,
            goal: `≤ ${GOALS.ratio} ×`,
            ok: ratio <= GOALS.ratio,
          }),
        ]
      : []),
    row(format, "peak memory, with tsx", peak, "MB"),
    ...(isPdf ? [typesetterMemory()] : []),
    row(format, "size", bytes / 1000, "kB"),
  ];
}

/** What the typesetter needs by itself, as a thread of the server runs it: without the bench's own TypeScript loader. */
function typesetterMemory(): BenchRow {
  const folder = mkdtempSync(join(tmpdir(), "uratori-bench-"));
  try {
    const file = join(folder, "jobs.json");
    const jobs = Array.from({ length: ROUNDS }, (_, round) =>
      pdfExporter.write(largeReport(CLAIMS, round), "ja"),
    );
    writeFileSync(file, JSON.stringify(jobs));
    const script = fileURLToPath(new URL("./export/typesetter.mjs", import.meta.url));
    const peak = Number(execFileSync(process.execPath, [script, file], { encoding: "utf8" }));
    return row("pdf", "peak memory, typesetter", peak, "MB", {
      goal: `≤ ${GOALS.memory} MB`,
      ok: peak <= GOALS.memory,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (
  subject: string,
  metric: string,
  value: number,
  unit: string,
  rest: Partial<BenchRow> = {},
): BenchRow => ({ bench: "export", case: CASE, subject, metric, value, unit, ...rest });
