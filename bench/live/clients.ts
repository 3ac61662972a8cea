/** All clients of one measurement in one process, as the bench asks: see `Job`. */
import { answerWith } from "./child.ts";
import { connectClaims } from "./claim-clients.ts";
import { now, sleep } from "./clock.ts";
import { connectMap } from "./map-clients.ts";
import { connectProse } from "./prose-clients.ts";
import type { Clients, Connect, EditOutcome, EditsResult, Job } from "./subject.ts";
import { connectWs } from "./ws-clients.ts";

const CONNECT: Record<Job["subject"], Connect> = {
  ws: connectWs,
  map: connectMap,
  claim: connectClaims,
  prose: connectProse,
};
/** How long an edit may be under way until it counts as lost, in milliseconds. */
const LOST_AFTER = 10_000;

/** The clients that are connected, what they wait for, and how often each edit was seen. */
let clients: Clients | null = null;
let wanted = 0;
const sightings = new Map<string, { count: number; last: number }>();

function seen(key: string): void {
  const sighting = sightings.get(key) ?? { count: 0, last: 0 };
  sighting.count += 1;
  sighting.last = now();
  sightings.set(key, sighting);
}

async function connect(job: Job): Promise<void> {
  wanted = job.clients;
  clients = await CONNECT[job.subject](job, seen);
  await makeEdits(job, job.warmUps, 0);
}

/** Edits from clients in turn, one each `everyMs` by the clock whatever the last one does. */
async function makeEdits(job: Job, edits: number, first: number): Promise<EditOutcome[]> {
  const began = now();
  const calls: { key: string; called: number }[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    await sleep(began + edit * job.everyMs - now());
    const called = now();
    const key = clients?.edit(edit % job.clients, first + edit) ?? "";
    calls.push({ key, called });
  }
  const deadline = now() + LOST_AFTER;
  while (now() < deadline && !calls.every(({ key }) => isSeenByAll(key))) await sleep(5);
  return calls.map(({ key, called }) => ({
    key,
    called,
    seenByAll: isSeenByAll(key) ? (sightings.get(key)?.last ?? null) : null,
  }));
}

const isSeenByAll = (key: string): boolean => (sightings.get(key)?.count ?? 0) >= wanted;

answerWith(async (question: { do: "connect" | "edits"; job: Job }) => {
  if (question.do === "connect") return await connect(question.job);
  clients?.answers.splice(0);
  const outcomes = await makeEdits(question.job, question.job.edits, question.job.warmUps);
  const result: EditsResult = { outcomes, errors: clients?.errors ?? [], answers: clients?.answers ?? [] };
  return result;
});
