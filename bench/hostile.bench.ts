import { serveProduct } from "../scripts/served-product.mjs";
import type { BenchRow } from "./bench.ts";
import { BODIES } from "./hostile/bodies.ts";
import { call, type Desk, layOutDesk } from "./hostile/desk.ts";
import type { HostileInput } from "./hostile/input.ts";
import { ServerProcess } from "./hostile/server-process.ts";
import { SOCKETS } from "./hostile/sockets.ts";
import { STRANGERS } from "./hostile/strangers.ts";
import { TEXTS } from "./hostile/texts.ts";
import { startChild } from "./live/child.ts";
import { sleep } from "./live/clock.ts";
import { quantile } from "./live/statistics.ts";

const INPUTS: HostileInput[] = [...STRANGERS, ...TEXTS, ...BODIES, ...SOCKETS];
const GOAL_MS = 100;
/** Each is measured for so long at least, in milliseconds, that a hundredth of the answers is more than one. */
const LEAST_MS = 2_000;
/** How long memory has to come back, in milliseconds: longer than the thread of long work waits for more. */
const REST_MS = 75_000;
const MEMORY_GOAL = 1.1;

/**
 * How long `/healthz` takes, asked every ten milliseconds by another process, while the production build has each hostile
 * input thrown at it, one after the other; and how long another member's ordinary rationale takes meanwhile. A first
 * round warms the threads up, so that what they keep is not counted as lost. `--only=PATTERN` throws those whose name has it.
 */
export async function run(): Promise<BenchRow[]> {
  const { base, pid, stop } = await serveProduct();
  const probe = await startChild("../hostile/probe.ts", []);
  try {
    const server = new ServerProcess(pid);
    const desk = await layOutDesk(base);
    console.log("  ms: health check p99, another's preview, main thread worked, waited for a core");
    const inputs = chosen();
    const measure = async (work: () => Promise<unknown>) => {
      await probe.ask({ do: "begin", base });
      await Promise.all([work(), sleep(LEAST_MS)]);
      return await probe.ask<number[]>({ do: "end" });
    };
    const idle = await measure(() => sleep(LEAST_MS));
    for (const { hurl } of inputs) await hurl(desk);
    await sleep(REST_MS);
    const before = server.memory();
    const each: Thrown[] = [];
    for (const input of inputs) {
      const then = server.mainThread();
      let ordinary = Number.NaN;
      const delays = await measure(async () => {
        const thrown = hurlAll(input, desk);
        ordinary = await ordinaryWork(desk);
        await thrown;
      });
      const now = server.mainThread();
      const [worked, waited] = [now.worked - then.worked, now.waited - then.waited];
      each.push({ name: input.name, delays, ordinary, worked, waited });
      const told = [quantile(delays, 0.99), ordinary, worked, waited].map((value) =>
        value.toFixed(0).padStart(6),
      );
      console.log(`  ${told.join(" ")}  ${input.name}`);
    }
    await sleep(REST_MS);
    return rowsOf(idle, each, before, server.memory());
  } finally {
    await probe.stop();
    await stop();
  }
}

function chosen(): HostileInput[] {
  const only = process.argv.find((one) => one.startsWith("--only="))?.slice("--only=".length);
  return only === undefined ? INPUTS : INPUTS.filter(({ name }) => new RegExp(only).test(name));
}

const hurlAll = ({ hurl, times = 1 }: HostileInput, desk: Desk): Promise<unknown> =>
  Promise.all(Array.from({ length: times }, () => hurl(desk)));

/** What another member waits for a rationale of a few paragraphs, in milliseconds. */
async function ordinaryWork(desk: Desk): Promise<number> {
  const { base, ordinary, articleId } = desk;
  const began = performance.now();
  const content = "市は**費用**を[公表](https://a.example)していない。\n\n".repeat(20);
  await call(base, ordinary, "POST", "/article-previews", { content, format: "markdown" });
  await call(base, ordinary, "GET", `/articles/${articleId}/threads`);
  return performance.now() - began;
}

/** What came of one input; all but the name in milliseconds. */
interface Thrown {
  name: string;
  delays: number[];
  /** What another member's ordinary work took meanwhile. */
  ordinary: number;
  /** What the thread that answers everybody worked meanwhile, and waited for a core because other programs had it. */
  worked: number;
  waited: number;
}

function rowsOf(idle: number[], each: readonly Thrown[], before: number, after: number): BenchRow[] {
  const all = each.flatMap(({ delays }) => delays);
  const worst = each.toSorted((a, b) => quantile(b.delays, 0.99) - quantile(a.delays, 0.99))[0];
  const over = each.filter(({ delays }) => quantile(delays, 0.99) > GOAL_MS).length;
  const waits = each.map(({ ordinary }) => ordinary);
  const p99 = quantile(all, 0.99);
  const goal = `≤ ${GOAL_MS} ms`;
  return [
    row("health check p99, nothing thrown", quantile(idle, 0.99), "ms"),
    row("health check p50", quantile(all, 0.5), "ms"),
    row("health check p99", p99, "ms", { goal, ok: p99 <= GOAL_MS }),
    row("health check, the longest", Math.max(...all), "ms"),
    row(`health check p99 of the worst (${worst?.name})`, quantile(worst?.delays ?? [], 0.99), "ms"),
    row("inputs above the goal", over, "inputs", { goal: "0", ok: over === 0 }),
    row("another member's preview p50", quantile(waits, 0.5), "ms"),
    row("another member's preview, the longest", Math.max(...waits), "ms"),
    row("main thread waited for a core", 100 * shareOf(each), "% of what it worked"),
    row("server memory before", before, "MB"),
    row("server memory after", after, "MB", {
      ratio: after / before,
      goal: "≤ 1.1× before",
      ok: after <= before * MEMORY_GOAL,
    }),
  ];
}

/** How much other programs were in the way: delays of a busy machine are no fault of what was thrown. */
function shareOf(each: readonly Thrown[]): number {
  const sum = (value: (one: Thrown) => number) => each.reduce((total, one) => total + value(one), 0);
  return sum(({ waited }) => waited) / sum(({ worked }) => worked);
}

const row = (metric: string, value: number, unit: string, rest: Partial<BenchRow> = {}): BenchRow => ({
  bench: "hostile",
  case: `${INPUTS.length} hostile inputs`,
  subject: "ours",
  metric,
  value,
  unit,
  ...rest,
});
