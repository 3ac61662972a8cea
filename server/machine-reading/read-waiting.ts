import { MAX_IMPORT_BLOCKS } from "#domain/article-import.ts";
import {
  type ReadingFailure,
  readingDirectionSchema,
  readingLanguageSchema,
} from "#domain/machine-reading.ts";
import type { ReadPage } from "#formats/machine-reading/page.ts";
import { readArticle } from "#formats/machine-reading/read-article.ts";
import type { Prisma, Reading } from "#prisma/generated/client.ts";
import { db, transaction } from "#server/db.ts";
import { log } from "#server/log.ts";
import { ENGINE } from "./engine.ts";
import { readAside } from "./read-aside.ts";
import type { ReadingStep } from "./read-pages.ts";
import { ReadingFailed } from "./reading-failed.ts";

/** In milliseconds: how often an instance says that it still reads, and hears whether it should stop. */
const BEAT = 1_000;
/** In seconds without a beat: whoever read is gone. */
const GONE_AFTER = 30;
/** A file that ended its instance so often ends the next one as well. */
const MOST_ATTEMPTS = 3;

interface ReadOptions {
  /** The instance stops: what is being read waits for another one. */
  signal?: AbortSignal;
  /** In milliseconds, of each page. */
  limit?: number;
}

/**
 * Reads every file that waits, one after another, the oldest first. Any number of instances may do this at once: each
 * takes what no other has. Answers how many were read or given up.
 */
export async function readWaiting(options: ReadOptions = {}): Promise<number> {
  let count = 0;
  while (!options.signal?.aborted) {
    const reading = await takeNext();
    if (!reading) break;
    count += 1;
    await read(reading, options);
  }
  return count;
}

type Taken = Reading & { bytes: Uint8Array<ArrayBuffer> };

async function takeNext(): Promise<Taken | null> {
  const [taken] = await db().$queryRaw<{ id: string }[]>`
    UPDATE "Reading"
    SET state = 'running', attempts = attempts + 1, "aliveAt" = now(), "pagesRead" = 0, part = 0
    WHERE id = (
      SELECT id FROM "Reading"
      WHERE state = 'waiting'
        OR (state = 'running' AND "aliveAt" < now() - ${GONE_AFTER}::int * interval '1 second')
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id`;
  if (!taken) return null;
  await db().readingPage.deleteMany({ where: { readingId: taken.id } });
  const row = await db().reading.findUniqueOrThrow({ where: { id: taken.id } });
  // Cancelled in between.
  if (row.state !== "running" || row.bytes === null) return await takeNext();
  return { ...row, bytes: row.bytes };
}

/** A turn at a reading: by its attempt, because after a long silence another instance may have begun anew. */
const turnOf = ({ id, attempts }: Reading) => ({ id, attempts, state: "running" as const });

async function read(reading: Taken, { signal, limit }: ReadOptions): Promise<void> {
  if (reading.attempts > MOST_ATTEMPTS) return await giveUp(reading, "INTERRUPTED");
  const isLost = new AbortController();
  const progress = { part: 0 };
  const beat = setInterval(() => void stillOurs(reading, progress.part, isLost), BEAT);
  try {
    const pages = await readAll(reading, progress, {
      signal: signal ? AbortSignal.any([signal, isLost.signal]) : isLost.signal,
      ...(limit !== undefined && { limit }),
    });
    await finish(reading, pages);
  } catch (error) {
    if (isLost.signal.aborted) return;
    if (signal?.aborted) return await putBack(reading);
    if (!(error instanceof ReadingFailed))
      log().error({ err: error, readingId: reading.id }, "a file could not be read by machine");
    await giveUp(reading, error instanceof ReadingFailed ? error.reason : "DAMAGED");
  } finally {
    clearInterval(beat);
  }
}

async function stillOurs(reading: Taken, part: number, isLost: AbortController): Promise<void> {
  try {
    const { count } = await db().reading.updateMany({
      where: turnOf(reading),
      data: { aliveAt: new Date(), part },
    });
    if (count === 0) isLost.abort(new Error("the reading was cancelled"));
  } catch (error) {
    log().warn({ err: error, readingId: reading.id }, "cannot say that a file is still being read");
  }
}

async function readAll(
  reading: Taken,
  progress: { part: number },
  options: Required<Pick<ReadOptions, "signal">> & ReadOptions,
): Promise<ReadPage[]> {
  const { bytes } = reading;
  const direction = readingDirectionSchema.parse(reading.direction);
  const language = readingLanguageSchema.parse(reading.language);
  const pages: ReadPage[] = [];
  for await (const step of readAside({ bytes, direction, language }, options)) {
    if (step.type === "count")
      await db().reading.updateMany({ where: turnOf(reading), data: { pages: step.count } });
    if (step.type === "progress") progress.part = step.part;
    if (step.type === "page") {
      pages.push(step.read);
      progress.part = 0;
      await keepPage(reading, step);
    }
  }
  return pages;
}

async function keepPage(
  reading: Taken,
  { page, picture, shown }: Extract<ReadingStep, { type: "page" }>,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.reading.updateMany({
      where: turnOf(reading),
      data: { pagesRead: page, part: 0 },
    });
    // Cancelled: a picture kept now would stay.
    if (count === 0) return;
    const bytes = new Uint8Array(picture);
    await tx.readingPage.create({ data: { readingId: reading.id, page, picture: bytes, ...shown } });
  });
}

async function finish(reading: Taken, pages: readonly ReadPage[]): Promise<void> {
  const direction = readingDirectionSchema.parse(reading.direction);
  const { pictures: _, ...article } = readArticle(pages, direction);
  if (article.blocks.length === 0) return await giveUp(reading, "EMPTY");
  if (article.blocks.length > MAX_IMPORT_BLOCKS) return await giveUp(reading, "TOO_HARD");
  await db().reading.updateMany({
    where: turnOf(reading),
    data: {
      state: "done",
      bytes: null,
      part: 0,
      // A plain tree of objects, arrays and texts: JSON, though its type says it more narrowly.
      article: { ...article, engine: ENGINE } as unknown as Prisma.InputJsonObject,
    },
  });
}

async function giveUp(reading: Taken, failure: ReadingFailure): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.reading.updateMany({
      where: turnOf(reading),
      // The file stays for as long as the reading does: it may be begun once more.
      data: { state: "failed", failure, part: 0 },
    });
    if (count > 0) await tx.readingPage.deleteMany({ where: { readingId: reading.id } });
  });
}

/** We stop and others go on, or we ourselves when we are back; that was no attempt. */
async function putBack(reading: Taken): Promise<void> {
  await db().reading.updateMany({
    where: turnOf(reading),
    data: { state: "waiting", attempts: { decrement: 1 }, aliveAt: null },
  });
}
