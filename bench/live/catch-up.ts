import type { Claim } from "#domain/claim.ts";
import type { BenchRow } from "../bench.ts";
import { type Child, startChild } from "./child.ts";
import type { BenchDatabase } from "./database.ts";
import type { Grown } from "./grow-article.ts";
import type { Returned, ReturnToOurs } from "./returning-client.ts";
import { median } from "./statistics.ts";
import type { Job } from "./subject.ts";

const CLAIMS = 2_000;
const EVENTS = 10_000;
const ROUNDS = 7;
const WARM_UPS = 2;
const CASE = `catch-up after ${EVENTS.toLocaleString("en")} events over ${CLAIMS.toLocaleString("en")} claims`;

/**
 * From the moment a client connects until it holds all that is now so. Ours has missed 10,000 events; Hocuspocus'
 * client is a fresh one and takes the merged state of as many sets: of about 130 bytes each, as the fan-out's edits,
 * and once with the very claims that ours is sent. Each client is in a process of its own; medians of 7.
 */
export async function measureCatchUp(database: BenchDatabase, port: number): Promise<BenchRow[]> {
  const ours = await measureOurs(database, port);
  const small = await measureMap(port, null);
  const whole = await measureMap(port, ours.held);
  const peer = median(small.map(({ ms }) => ms));
  const equal = median(whole.map(({ ms }) => ms));
  const time = median(ours.busy.map(({ ms }) => ms));
  return [
    ...rowsOf("hocuspocus, 130 bytes a claim", small),
    ...rowsOf("hocuspocus, whole claims", whole),
    ...rowsOf("ours, article open elsewhere", ours.busy),
    ...rowsOf("ours, nobody else there", ours.quiet),
    row("ours, article open elsewhere", "÷ hocuspocus, whole claims", time / equal, "×", {
      ratio: time / equal,
      goal: "≤ 1×",
      ok: time / equal <= 1,
    }),
    row("ours, article open elsewhere", "÷ hocuspocus, 130 bytes", time / peer, "×", { ratio: time / peer }),
  ];
}

async function measureOurs(database: BenchDatabase, port: number) {
  const server = await startChild("our-server.ts", [String(port)], await database.environment(port));
  const client = await startChild("returning-client.ts", []);
  try {
    const desk = await server.ask<NonNullable<Job["ours"]>>({ do: "prepare", members: 2, bullets: CLAIMS });
    const { before } = await server.ask<Grown>({
      do: "grow",
      articleId: desk.articleId,
      updates: EVENTS,
    });
    const where: ReturnToOurs = {
      url: `ws://127.0.0.1:${port}/live`,
      origin: desk.origin,
      cookie: desk.cookies[0] ?? "",
      articleId: desk.articleId,
      after: before,
    };
    const quiet = await returns(client, { do: "return to ours", where });
    const { held } = await client.ask<{ held: Claim[] }>({ do: "stay with ours", where });
    const busy = await returns(client, { do: "return to ours", where });
    return { quiet, busy, held };
  } finally {
    await client.stop();
    await server.stop();
  }
}

async function measureMap(port: number, values: Claim[] | null): Promise<Returned[]> {
  const server = await startChild("hocuspocus-server.ts", [String(port)]);
  const writer = await startChild("returning-client.ts", []);
  const client = await startChild("returning-client.ts", []);
  try {
    const url = `ws://127.0.0.1:${port}`;
    await writer.ask({ do: "fill the map", url, keys: CLAIMS, sets: EVENTS, values });
    return await returns(client, { do: "return to the map", url });
  } finally {
    await client.stop();
    await writer.stop();
    await server.stop();
  }
}

async function returns(client: Child, question: object): Promise<Returned[]> {
  const all: Returned[] = [];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    const returned = await client.ask<Returned>(question);
    if (returned.claims !== CLAIMS) throw new Error(`${returned.claims} claims came instead of ${CLAIMS}`);
    all.push(returned);
  }
  return all.slice(WARM_UPS);
}

const rowsOf = (subject: string, all: Returned[]): BenchRow[] => [
  row(subject, "time", median(all.map(({ ms }) => ms)), "ms"),
  row(subject, "received", median(all.map(({ bytes }) => bytes)) / 1000, "kB"),
];

const row = (
  subject: string,
  metric: string,
  value: number,
  unit: string,
  rest: Partial<BenchRow> = {},
): BenchRow => ({ bench: "live", case: CASE, subject, metric, value, unit, ...rest });
