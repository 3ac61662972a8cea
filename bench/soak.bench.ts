import { serveProduct } from "../scripts/served-product.mjs";
import type { BenchRow } from "./bench.ts";
import { account } from "./hostile/desk.ts";
import { ServerProcess } from "./hostile/server-process.ts";
import { sleep } from "./live/clock.ts";
import { quantile } from "./live/statistics.ts";
import { Listeners } from "./soak/listeners.ts";
import { layOutWork, lostOf, type Work, writeAt } from "./soak/work.ts";

const ROLES = ["viewer", "editor", "reviewer", "admin"];
/** Fifty pages a member are let in. */
const SOCKETS_EACH = 50;
const COMMANDS_PER_SECOND = 30;
const MINUTES = 10;
const MEMORY_EVERY_MS = 1_000;
const MEMORY_GOAL = 0.05;

/**
 * The production build with 200 open pages and thirty commands a second for ten minutes (`--minutes=1` for a try): what
 * its memory does, and whether everything that it acknowledged is there afterwards. Memory is the median of the last
 * quarter beside that of the second one: in the first the process still warms up.
 */
export async function run(): Promise<BenchRow[]> {
  const minutes = minutesOf(process.argv);
  const { base, pid, stop } = await serveProduct();
  try {
    const accounts = await Promise.all(ROLES.map((role) => account(base, role)));
    const [, editor, reviewer, admin] = accounts;
    if (!editor || !reviewer || !admin) throw new Error("The demo desk lacks a member");
    const work = await layOutWork(base, [editor, reviewer, admin]);
    const listeners = new Listeners(base, work.articleIds);
    for (const { cookie } of accounts) await listeners.open(cookie, SOCKETS_EACH);
    const memory: number[] = [];
    const server = new ServerProcess(pid);
    const watching = setInterval(() => memory.push(server.memory()), MEMORY_EVERY_MS);
    await keepWorking(work, minutes * 60_000);
    clearInterval(watching);
    const lost = await lostOf(work);
    const heard = listeners.heard;
    listeners.close();
    return rowsOf(minutes, work, { memory, lost, heard, dropped: listeners.dropped });
  } finally {
    await stop();
  }
}

function minutesOf(args: readonly string[]): number {
  const given = args.find((one) => one.startsWith("--minutes="))?.slice("--minutes=".length);
  return given === undefined ? MINUTES : Number(given);
}

/** Sends commands by the clock, whatever the ones before do, and waits for all answers. */
async function keepWorking(work: Work, milliseconds: number): Promise<void> {
  const began = performance.now();
  const every = 1000 / COMMANDS_PER_SECOND;
  const sent: Promise<void>[] = [];
  for (let count = 0; count * every < milliseconds; count += 1) {
    await sleep(began + count * every - performance.now());
    sent.push(writeAt(work, count));
  }
  await Promise.all(sent);
}

interface Outcome {
  memory: number[];
  lost: number;
  heard: number;
  dropped: number;
}

function rowsOf(minutes: number, work: Work, { memory, lost, heard, dropped }: Outcome): BenchRow[] {
  const quarter = Math.floor(memory.length / 4);
  const early = quantile(memory.slice(quarter, 2 * quarter), 0.5);
  const late = quantile(memory.slice(3 * quarter), 0.5);
  const row = (metric: string, value: number, unit: string, rest: Partial<BenchRow> = {}): BenchRow => ({
    bench: "soak",
    case: `${minutes} min, ${ROLES.length * SOCKETS_EACH} sockets, ${COMMANDS_PER_SECOND} commands a second`,
    subject: "ours",
    metric,
    value,
    unit,
    ...rest,
  });
  return [
    row("commands acknowledged", work.answers.length, "commands"),
    row("commands failed", work.failures.length, "commands"),
    row("answer p50", quantile(work.answers, 0.5), "ms"),
    row("answer p99", quantile(work.answers, 0.99), "ms"),
    row("news heard by all pages", heard, "messages"),
    row("sockets lost", dropped, "sockets", { goal: "0", ok: dropped === 0 }),
    row("acknowledged and lost", lost, "commands", { goal: "0", ok: lost === 0 }),
    row("memory, second quarter", early, "MB"),
    row("memory, last quarter", late, "MB", {
      ratio: late / early,
      goal: "≤ 1.05× the second quarter",
      ok: late <= early * (1 + MEMORY_GOAL),
    }),
  ];
}
