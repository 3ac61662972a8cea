import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { Refusal } from "#domain/error.ts";
import {
  READING_LIMITS,
  type Reading,
  type ReadingDirection,
  type ReadingLanguage,
} from "#domain/machine-reading.ts";
import { mayBePage } from "#domain/picture.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { fileFormatOf } from "#formats/importers/binary.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockMember } from "#server/lock.ts";
import { loadReading } from "#server/reads/reading.ts";
import { sourceOf } from "#server/revision-source.ts";

export interface StartReadingInput {
  file: File;
  direction: ReadingDirection;
  language: ReadingLanguage;
}

/** In seconds, what is told to a person whose other files are still being read. */
const COME_BACK_AFTER = 30;

/**
 * Takes a scan or a picture of a page to be read by machine, after those that wait already. Never done but where a person
 * asks for it. English runs across, whatever is said.
 */
export async function startReading(actor: Actor, input: StartReadingInput): Promise<Reading> {
  authorise(actor, "article.create");
  const { file, language } = input;
  const limit = READING_LIMITS.bytes;
  if (file.size > limit) throw new Refusal("ARTICLE_TOO_LARGE", { bytes: file.size, limit });
  if (file.size === 0) throw new Refusal("ARTICLE_EMPTY");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = readableFormat(bytes);
  if (!format) throw new Refusal("ARTICLE_BINARY");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const direction = language === "en" ? "across" : input.direction;
  const source = sourceOf({ file });
  const fileName = source.origin === "file" ? source.fileName : "";
  return await transaction(async (tx) => {
    await lockMember(tx, actor.id);
    const own = await tx.reading.count({
      where: { createdById: actor.id, state: { in: ["waiting", "running"] } },
    });
    if (own >= READING_LIMITS.waiting)
      throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
    const id = uuidv7();
    await tx.reading.create({
      data: { id, fileName, format, direction, language, bytes, sha256, createdById: actor.id },
    });
    await appendEvent(tx, {
      kind: "reading.started",
      actorId: actor.id,
      subjectId: id,
      data: { sha256, direction, language },
    });
    return await loadReading(tx, actor, id);
  });
}

/** What of these bytes a machine may read, whatever their name says; null for anything else. */
function readableFormat(bytes: Uint8Array): "pdf" | "picture" | null {
  if (fileFormatOf(bytes) === "pdf") return "pdf";
  return mayBePage(bytes) ? "picture" : null;
}
