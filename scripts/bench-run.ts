import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import type { BenchRow } from "../bench/bench.ts";
import { inRoot } from "./places.mjs";
import { run } from "./refusal.mjs";

const RESULTS = inRoot("bench/results/latest.json");

/**
 * Runs every `bench/*.bench.ts`, or those whose names are given (`npm run bench -- reader`), prints one table and
 * writes `bench/results/latest.json`. Ends with exit code 1 when a goal is missed.
 */
await run(async () => {
  // What begins with dashes is an option of a bench, which reads it itself.
  const wanted = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  const names = readdirSync(inRoot("bench")).filter((name) => /\.bench\.(ts|mjs)$/.test(name));
  const chosen = names.filter(
    (name) => wanted.length === 0 || wanted.includes(name.replace(/\.bench\.\w+$/, "")),
  );
  const rows: BenchRow[] = [];
  for (const name of chosen) {
    console.log(`… ${name}`);
    const bench = (await import(inRoot("bench", name))) as { run: () => Promise<BenchRow[]> };
    rows.push(...(await bench.run()));
  }
  print(rows);
  write(rows);
  return rows.length === 0 || rows.some(({ ok }) => ok === false) ? 1 : 0;
});

function print(rows: readonly BenchRow[]): void {
  const table = rows.map((row) => [
    row.ok === undefined ? " " : row.ok ? "✓" : "✗",
    row.bench,
    row.case,
    row.subject,
    row.metric,
    `${round(row.value)} ${row.unit}`,
    row.ratio === undefined ? "" : `${round(row.ratio)}×`,
    row.goal ?? "",
  ]);
  const lines = [["", "bench", "case", "subject", "metric", "value", "ratio", "goal"], ...table];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

/** Three digits that mean something. */
function round(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** What was not measured now stays as it was measured last: every bench has its own moment. */
function write(rows: readonly BenchRow[]): void {
  const machine = { node: process.versions.node, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
  const before = lastResults();
  const now = new Date().toISOString();
  const measured = [...new Set(rows.map(({ bench }) => bench))];
  const result = {
    machine,
    measuredAt: { ...before.measuredAt, ...Object.fromEntries(measured.map((bench) => [bench, now])) },
    rows: [...before.rows.filter(({ bench }) => !measured.includes(bench)), ...rows],
  };
  mkdirSync(inRoot("bench/results"), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(result, null, 2)}\n`);
}

interface Results {
  measuredAt: Record<string, string>;
  rows: BenchRow[];
}

function lastResults(): Results {
  if (!existsSync(RESULTS)) return { measuredAt: {}, rows: [] };
  const { measuredAt, rows } = JSON.parse(readFileSync(RESULTS, "utf8")) as {
    measuredAt: string | Record<string, string>;
    rows: BenchRow[];
  };
  if (typeof measuredAt !== "string") return { measuredAt, rows };
  return { measuredAt: Object.fromEntries(rows.map(({ bench }) => [bench, measuredAt])), rows };
}
