import type { BenchRow } from "../bench.ts";
import { type Child, startChild } from "./child.ts";
import type { Commit } from "./commit-watch.ts";
import type { BenchDatabase } from "./database.ts";
import { median, quantile } from "./statistics.ts";
import type { EditsResult, Job } from "./subject.ts";
import type { Usage } from "./usage.ts";

const SIZES = [2, 20, 100];
const EDITS = 150;
const EVERY_MS = 25;
const WARM_UPS = 30;
const BULLETS = 150;

/** Whose edits are measured, and on which server. */
const SUBJECTS = {
  "plain ws": { server: "ws-server.ts", subject: "ws" },
  "hocuspocus, map": { server: "hocuspocus-server.ts", subject: "map" },
  "ours, claim": { server: "our-server.ts", subject: "claim" },
  "hocuspocus, prose": { server: "hocuspocus-server.ts", subject: "prose" },
  "ours, prose": { server: "our-server.ts", subject: "prose" },
} as const satisfies Record<string, { server: string; subject: Job["subject"] }>;
type SubjectName = keyof typeof SUBJECTS;

/** One run: latencies in milliseconds from the call and, where there is a commit, from that; edits nobody lost. */
interface Sample {
  fromCall: number[];
  fromCommit: number[];
  fromCommitSent: number[];
  lost: number;
  errors: string[];
  cpu: number;
  rss: number;
}

/**
 * From one edit until the last of N clients has it: 150 edits, one each 25 ms, from clients in turn. The server is one
 * process, all clients another. The order of the subjects turns with each run, so that a slow minute of the machine
 * slows all alike; numbers are medians over the runs of each run's own quantile.
 */
export async function measureFanOut(
  database: BenchDatabase,
  port: number,
  runs: number,
): Promise<BenchRow[]> {
  const names = Object.keys(SUBJECTS) as SubjectName[];
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const samples = new Map<SubjectName, Sample[]>(names.map((name) => [name, []]));
    for (let run = 0; run < runs; run += 1)
      for (const name of [...names.slice(run % names.length), ...names.slice(0, run % names.length)])
        samples.get(name)?.push(await sample(name, size, database, port));
    rows.push(...names.flatMap((name) => rowsOf(name, size, samples)));
  }
  return rows;
}

async function sample(
  name: SubjectName,
  size: number,
  database: BenchDatabase,
  port: number,
): Promise<Sample> {
  const { server: script, subject } = SUBJECTS[name];
  const isOurs = script === "our-server.ts";
  const server = await startChild(script, [String(port)], isOurs ? await database.environment(port) : {});
  const clients = await startChild("clients.ts", []);
  try {
    const job: Job = {
      subject,
      url: `ws://127.0.0.1:${port}${isOurs ? "/live" : ""}`,
      clients: size,
      warmUps: WARM_UPS,
      edits: EDITS,
      everyMs: EVERY_MS,
      ...(isOurs && { ours: await server.ask({ do: "prepare", members: size, bullets: BULLETS }) }),
    };
    await clients.ask({ do: "connect", job });
    return await measured(server, clients, job);
  } finally {
    await clients.stop();
    await server.stop();
  }
}

async function measured(server: Child, clients: Child, job: Job): Promise<Sample> {
  const before = await server.ask<Usage>({ do: "usage" });
  const { outcomes, errors } = await clients.ask<EditsResult>({ do: "edits", job });
  const after = await server.ask<Usage>({ do: "usage" });
  const commits =
    job.subject === "claim"
      ? await server.ask<Map<string, Commit>>({ do: "commits" })
      : new Map<string, Commit>();
  const arrived = outcomes.flatMap(({ key, called, seenByAll }) =>
    seenByAll === null ? [] : [{ called, seenByAll, committed: commits.get(key) }],
  );
  const since = (moment: (commit: Commit) => number) =>
    arrived.flatMap(({ committed, seenByAll }) => (committed ? [seenByAll - moment(committed)] : []));
  return {
    fromCall: arrived.map(({ called, seenByAll }) => seenByAll - called),
    fromCommit: since(({ done }) => done),
    fromCommitSent: since(({ sent }) => sent),
    lost: outcomes.length - arrived.length,
    errors,
    cpu: (after.cpu - before.cpu) / job.edits,
    rss: after.rss,
  };
}

function rowsOf(name: SubjectName, size: number, samples: Map<SubjectName, Sample[]>): BenchRow[] {
  const own = samples.get(name) ?? [];
  const of = (value: (sample: Sample) => number) => median(own.map(value));
  const p95Of = (other: SubjectName) =>
    median((samples.get(other) ?? []).map(({ fromCall }) => quantile(fromCall, 0.95)));
  const row = (metric: string, value: number, unit: string, rest: Partial<BenchRow> = {}): BenchRow => ({
    bench: "live",
    case: `edit → visible at all ${size}`,
    subject: name,
    metric,
    value,
    unit,
    ...rest,
  });
  const latencies = (what: string, pick: (sample: Sample) => number[]): BenchRow[] => [
    row(
      `p50${what}`,
      of((one) => quantile(pick(one), 0.5)),
      "ms",
    ),
    row(
      `p95${what}`,
      of((one) => quantile(pick(one), 0.95)),
      "ms",
    ),
    row(
      `p99${what}`,
      of((one) => quantile(pick(one), 0.99)),
      "ms",
    ),
  ];
  const p95 = (pick: (sample: Sample) => number[]) => of((one) => quantile(pick(one), 0.95));
  const ratio = (metric: string, value: number, peer: SubjectName, goal?: number): BenchRow =>
    row(metric, value / p95Of(peer), "×", {
      ratio: value / p95Of(peer),
      ...(goal !== undefined && size === 100 && { goal: `≤ ${goal}×`, ok: value / p95Of(peer) <= goal }),
    });
  const committed = p95(({ fromCommit }) => fromCommit);
  const called = p95(({ fromCall }) => fromCall);
  const lost = own.reduce((sum, one) => sum + one.lost + one.errors.length, 0);
  return [
    ...latencies(name === "ours, claim" ? " from the call" : "", ({ fromCall }) => fromCall),
    ...(name === "ours, claim"
      ? [
          ...latencies(" from the commit", ({ fromCommit }) => fromCommit),
          ...latencies(" from asking for the commit", ({ fromCommitSent }) => fromCommitSent),
          ratio("p95 from the commit ÷ plain ws", committed, "plain ws", 1.5),
          ratio("p95 from the commit ÷ hocuspocus", committed, "hocuspocus, map", 0.55),
          ratio("p95 from the call ÷ plain ws", called, "plain ws"),
          ratio("p95 from the call ÷ hocuspocus", called, "hocuspocus, map"),
        ]
      : []),
    ...(name === "ours, prose" ? [ratio("p95 ÷ hocuspocus", called, "hocuspocus, prose")] : []),
    row(
      "server CPU per edit",
      of(({ cpu }) => cpu),
      "ms",
    ),
    row(
      "server memory",
      of(({ rss }) => rss),
      "MB",
    ),
    row("lost or failed", lost, "edits", { ...(name.startsWith("ours") && { goal: "0", ok: lost === 0 }) }),
  ];
}
