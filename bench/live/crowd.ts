import type { BenchRow } from "../bench.ts";
import { startChild } from "./child.ts";
import { sleep } from "./clock.ts";
import type { BenchDatabase } from "./database.ts";
import { quantile } from "./statistics.ts";
import type { EditsResult, Job } from "./subject.ts";
import type { Usage } from "./usage.ts";

const PEOPLE = 500;
const EVERY_MS = 100;
const SECONDS = 30;
const COMMANDS = (SECONDS * 1000) / EVERY_MS;
const BULLETS = 150;
const IDLE_MS = 10_000;
const LIMIT_MS = 100;

/**
 * One instance with 500 people in one article: what they cost while nothing happens, and while ten commands a second
 * are sent for half a minute. The server's memory is counted after a garbage collection; the database's is not in it.
 */
export async function measureCrowd(database: BenchDatabase, port: number): Promise<BenchRow[]> {
  const server = await startChild("our-server.ts", [String(port)], await database.environment(port));
  const clients = await startChild("clients.ts", []);
  const usage = () => server.ask<Usage>({ do: "usage", collect: true });
  try {
    const ours = await server.ask<NonNullable<Job["ours"]>>({
      do: "prepare",
      members: PEOPLE,
      bullets: BULLETS,
    });
    const job: Job = {
      subject: "claim",
      url: `ws://127.0.0.1:${port}/live`,
      clients: PEOPLE,
      warmUps: 20,
      edits: COMMANDS,
      everyMs: EVERY_MS,
      ours,
    };
    const alone = await usage();
    await clients.ask({ do: "connect", job });
    await sleep(2_000);
    const begun = await usage();
    await sleep(IDLE_MS);
    const idle = await usage();
    const result = await clients.ask<EditsResult>({ do: "edits", job });
    const busy = await usage();
    return [
      ...costs("idle", begun, idle, alone, IDLE_MS),
      ...costs("10 commands a second", idle, busy, alone, SECONDS * 1000),
      ...latencies(result),
    ];
  } finally {
    await clients.stop();
    await server.stop();
  }
}

function costs(metric: string, from: Usage, to: Usage, alone: Usage, ms: number): BenchRow[] {
  const share = (to.cpu - from.cpu) / ms;
  return [
    row(`${metric}: server CPU`, share * 100, "% of a core"),
    row(`${metric}: CPU per client`, (share * 1_000_000) / PEOPLE, "µs/s"),
    row(`${metric}: memory per client`, ((to.rss - alone.rss) * 1000) / PEOPLE, "kB"),
    row(`${metric}: of it JavaScript`, ((to.heap - alone.heap) * 1000) / PEOPLE, "kB"),
    row(`${metric}: server memory`, to.rss, "MB"),
  ];
}

function latencies({ outcomes, errors, answers }: EditsResult): BenchRow[] {
  const seen = outcomes.flatMap(({ called, seenByAll }) => (seenByAll === null ? [] : [seenByAll - called]));
  const p95 = quantile(seen, 0.95);
  const failed = outcomes.length - seen.length + errors.length;
  return [
    row("answer p50", quantile(answers, 0.5), "ms"),
    row("answer p95", quantile(answers, 0.95), "ms"),
    row("answer p99", quantile(answers, 0.99), "ms"),
    row("visible to all p50", quantile(seen, 0.5), "ms"),
    row("visible to all p95", p95, "ms", { goal: `< ${LIMIT_MS} ms`, ok: p95 < LIMIT_MS }),
    row("visible to all p99", quantile(seen, 0.99), "ms"),
    row("lost or failed", failed, "commands", { goal: "0", ok: failed === 0 }),
  ];
}

const row = (metric: string, value: number, unit: string, rest: Partial<BenchRow> = {}): BenchRow => ({
  bench: "live",
  case: `${PEOPLE} people in one article`,
  subject: "ours",
  metric,
  value,
  unit,
  ...rest,
});
