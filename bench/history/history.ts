import { setTimeout as pause } from "node:timers/promises";
import { db } from "#server/db.ts";
import { type AtWork, pageComplaints, proseComplaints } from "./agreement.ts";
import { type Chance, chance } from "./chance.ts";
import { type Hired, hire, layOutDesk } from "./desk.ts";
import type { Instance } from "./instances.ts";
import { type LoggedEvent, logComplaints } from "./log-check.ts";
import { type Desk, Person } from "./person.ts";
import { ProseHand } from "./prose-hand.ts";
import { Trace } from "./trace.ts";
import { Trouble } from "./trouble.ts";

export interface HistoryOptions {
  seed: number;
  /** How often everybody does something. */
  acts: number;
  /** Two of one database, both running. */
  instances: readonly Instance[];
  /** The public origin that both share. */
  origin: string;
}

/** A history went wrong. The message says how, under which seed, and what happened last. */
export class HistoryError extends Error {
  override name = "HistoryError";
}

/**
 * How long after the last act everybody may take to agree, in milliseconds: prose of an instance that died is told after
 * 30 s. Much more than that, because only what never comes is a fault; a busy machine is none.
 */
const TO_AGREE_MS = 150_000;

/**
 * Lets people work on one article while everything around them breaks, mends it, and checks that what they were
 * answered, what their pages show, the log and the rows tell the same.
 *
 * @throws HistoryError where they don't
 */
export async function runHistory({ seed, acts, instances, origin }: HistoryOptions): Promise<number> {
  const trace = new Trace();
  const hired = await hire(chance(seed, 0).whole(4, 6));
  const [boss] = hired;
  if (!boss) throw new Error("Nobody was hired");
  const desk = await layOutDesk(boss.actor, origin);
  const everybody = hired.map((one, index) => begin(one, index, { seed, desk, instances, trace }));
  try {
    await work(everybody, desk, { seed, acts, instances, trace });
    const complaints = await settled(everybody, desk);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return everybody.reduce((sum, { person }) => sum + person.ended.length, 0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const outputs = instances.map(({ port, output }) => (output ? `instance ${port} said:\n${output}` : ""));
    throw new HistoryError(
      [`seed ${seed}: ${reason}`, "what happened last:", String(trace), ...outputs].join("\n"),
    );
  } finally {
    for (const { person, hand } of everybody) {
      hand.close();
      person.leave();
    }
  }
}

interface Circumstances {
  seed: number;
  instances: readonly Instance[];
  trace: Trace;
}

function begin(
  { name, actor, cookie }: Hired,
  index: number,
  { seed, desk, instances, trace }: Circumstances & { desk: Desk },
): AtWork {
  const stream = 10 * (index + 1);
  const draw = chance(seed, stream);
  const lineDraw = chance(seed, stream + 1);
  const person = new Person({ name, memberId: actor.id, cookie, desk, draw, lineDraw, instances, trace });
  const hand = new ProseHand({
    name,
    line: person.line,
    claimIds: desk.keptIds,
    draw: chance(seed, stream + 2),
  });
  return { person, actor, hand };
}

async function work(
  everybody: readonly AtWork[],
  desk: Desk,
  { seed, acts, instances, trace }: Circumstances & { acts: number },
): Promise<void> {
  const people = everybody.map(({ person }) => person);
  const trouble = new Trouble({ articleId: desk.article.id, instances, people, trace }, chance(seed, 1));
  const all = everybody.flatMap(({ person, hand }, index) => [
    actOn(person, acts, chance(seed, 10 * index + 15), trouble),
    writeOn(hand, acts, chance(seed, 10 * index + 16)),
  ]);
  try {
    await Promise.all(all);
  } finally {
    await Promise.allSettled(all);
    await trouble.settle();
  }
}

async function actOn(person: Person, acts: number, draw: Chance, trouble: Trouble): Promise<void> {
  for (let act = 0; act < acts; act += 1) {
    await pause(draw.whole(0, 40));
    await person.act();
    trouble.acted();
  }
}

async function writeOn(hand: ProseHand, acts: number, draw: Chance): Promise<void> {
  for (let word = 0; word < 2 * acts; word += 1) {
    await pause(draw.whole(10, 80));
    hand.write();
  }
}

/** The complaints that are left once everybody had time to hear and the prose to be kept. */
async function settled(everybody: readonly AtWork[], desk: Desk): Promise<string[]> {
  const deadline = Date.now() + TO_AGREE_MS;
  for (;;) {
    const complaints = await allComplaints(everybody, desk);
    if (complaints.length === 0 || Date.now() > deadline) return complaints;
    await pause(200);
  }
}

async function allComplaints(everybody: readonly AtWork[], desk: Desk): Promise<string[]> {
  const articleId = desk.article.id;
  const { eventSeq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  const behind = everybody
    .filter(({ person }) => person.follower.seq !== eventSeq)
    .map(
      ({ person }) =>
        `${person.name} is at ${person.follower.seq} of ${eventSeq}, line ${person.line.status}`,
    );
  const waiting = everybody
    .filter(({ hand }) => !hand.isSettled)
    .map(({ person }) => `prose of ${person.name} waits for the server`);
  if (behind.length + waiting.length > 0) return [...behind, ...waiting];
  return [
    ...(await logOf(everybody, desk)),
    ...(await pageComplaints(articleId, everybody)),
    ...(await proseComplaints(desk.keptIds, everybody)),
  ];
}

async function logOf(everybody: readonly AtWork[], desk: Desk): Promise<string[]> {
  const where = { articleId: desk.article.id };
  const { eventSeq } = await db().article.findUniqueOrThrow({ where: { id: where.articleId } });
  const events = await db().event.findMany({ where, orderBy: { seq: "asc" } });
  const claims = await db().claim.findMany({ where });
  return logComplaints({
    events: events as unknown as LoggedEvent[],
    eventSeq,
    begun: desk.article.seq,
    ended: everybody.flatMap(({ person }) => person.ended),
    claims,
  });
}
