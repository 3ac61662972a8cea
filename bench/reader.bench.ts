import type { Browser } from "playwright";
import type { BenchRow } from "./bench.ts";
import { bundle } from "./reader/bundle.ts";
import { launch } from "./reader/launch.ts";
import type { SubjectName } from "./reader/page.ts";

const CASES = [
  { name: "20,000 words × 1,000 claims", words: 20_000, claims: 1_000 },
  { name: "100,000 characters × 2,000 claims", words: 25_500, claims: 2_000 },
  { name: "100,000 words × 10,000 claims", words: 100_000, claims: 10_000 },
];
type Case = (typeof CASES)[number];
const SUBJECTS: SubjectName[] = ["ours", "bare", "decorations"];
const ROUNDS = 5;
const ADDS = 20;

interface Sample {
  mount: number;
  paint: number;
  script: number;
  nodes: number;
  heap: number;
  adds: number[];
}

/**
 * The reader against the bare CSS Custom Highlight API, which is as fast as a browser can be, and against TipTap's own
 * decorations done well, which is what the next best product would use. Every round runs every subject once on a fresh
 * page, so that a slow minute of the machine slows all alike; numbers are medians over the rounds (of each round's own
 * quantile, where one is named), ratios are against `bare`.
 */
export async function run(): Promise<BenchRow[]> {
  const script = await bundle("bench/reader/page.ts");
  const browser = await launch();
  try {
    const rows: BenchRow[] = [];
    for (const one of CASES) {
      const samples = new Map<SubjectName, Sample[]>(SUBJECTS.map((subject) => [subject, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const subject of SUBJECTS)
          samples.get(subject)?.push(await sample(browser, script, subject, one));
      }
      rows.push(...rowsOf(one, samples));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function sample(browser: Browser, script: string, subject: SubjectName, one: Case): Promise<Sample> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    const devtools = await page.context().newCDPSession(page);
    const heap = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    };
    await page.setContent("<!doctype html><html lang=ja><title>reader</title><body>");
    await page.addScriptTag({ content: script });
    const mount = await page.evaluate(
      ([name, words, claims]) => window.readerBench.mount(name, words, claims),
      [subject, one.words, one.claims] as const,
    );
    const nodesBefore = await page.evaluate(() => window.readerBench.nodes());
    const heapBefore = await heap();
    const paint = await page.evaluate(() => window.readerBench.paint());
    const nodes = (await page.evaluate(() => window.readerBench.nodes())) - nodesBefore;
    const grown = (await heap()) - heapBefore;
    await page.evaluate(() => window.readerBench.listen());
    for (let press = 1; press <= ADDS; press += 1) {
      await page.keyboard.press("a");
      await page.waitForFunction((count) => window.readerBench.addTimes().length >= count, press);
    }
    const adds = await page.evaluate(() => window.readerBench.addTimes());
    return { mount, paint: paint.total, script: paint.script, nodes, heap: grown / 1e6, adds };
  } finally {
    await page.close();
  }
}

function rowsOf(one: Case, samples: Map<SubjectName, Sample[]>): BenchRow[] {
  const of = (subject: SubjectName) => samples.get(subject) ?? [];
  const median = (subject: SubjectName, value: (sample: Sample) => number) =>
    quantile(of(subject).map(value), 0.5);
  return SUBJECTS.flatMap((subject): BenchRow[] => {
    const row = (metric: string, value: number, unit: string, rest: Partial<BenchRow> = {}): BenchRow => ({
      bench: "reader",
      case: one.name,
      subject,
      metric,
      value,
      unit,
      ...rest,
    });
    const isOurs = subject === "ours";
    const paint = median(subject, (sample) => sample.paint);
    const ratio = paint / median("bare", (sample) => sample.paint);
    const p95 = (sample: Sample) => quantile(sample.adds, 0.95);
    const addP95 = median(subject, p95);
    const addRatio = addP95 / median("bare", p95);
    const nodes = median(subject, (sample) => sample.nodes);
    return [
      row(
        "mount",
        median(subject, (sample) => sample.mount),
        "ms",
      ),
      row("paint", paint, "ms", isOurs ? { ratio, goal: "≤ 1.5× bare", ok: ratio <= 1.5 } : {}),
      row(
        "script",
        median(subject, (sample) => sample.script),
        "ms",
      ),
      row(
        "add p50",
        median(subject, (sample) => quantile(sample.adds, 0.5)),
        "ms",
      ),
      row("add p95", addP95, "ms", isOurs ? { ratio: addRatio, goal: "≤ 25 ms", ok: addP95 <= 25 } : {}),
      row("nodes added", nodes, "nodes", isOurs ? { goal: "0", ok: nodes === 0 } : {}),
      row(
        "heap grown",
        median(subject, (sample) => sample.heap),
        "MB",
      ),
    ];
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
