import { Refusal } from "#domain/error.ts";
import type { RichText } from "#domain/rich-text.ts";
import type { ParsedRationale } from "#editor/parse-rationale.ts";
import { parsedRationale } from "#editor/rationale-from-markdown.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { citedEvidence, isEmptyRationale } from "#editor/rationale-text.ts";
import type { Db } from "#server/db.ts";
import { SHORT_WORK } from "#server/parsing/lanes.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units, of a document as JSON: what is shorter is parsed in a millisecond or two, whatever it is made of. */
const SHORT = { markdown: 200, document: 8_000 };

const pool = workerPool<string | RichText, ParsedRationale>(SHORT_WORK);

/**
 * A rationale that the member `by` sent as Markdown or as a document, in the form it is stored in; null where nothing was
 * written. A long one is parsed in a thread, and 4 kB of Markdown can be made to take a second: ask before anything is
 * locked. Throws RATIONALE_INVALID with the place in the document and the reason.
 */
export async function readRationale(sent: string | RichText, by: string): Promise<Rationale | null> {
  const parsed = isShort(sent) ? parsedRationale(sent) : await parsedAside(sent, by);
  if (!parsed.ok) {
    const { code, path } = parsed.problem;
    throw new Refusal("RATIONALE_INVALID", { path: ["rationale", ...path].join("."), reason: code });
  }
  return isEmptyRationale(parsed.rationale) ? null : parsed.rationale;
}

const isShort = (sent: string | RichText): boolean =>
  typeof sent === "string" ? sent.length <= SHORT.markdown : JSON.stringify(sent).length <= SHORT.document;

async function parsedAside(sent: string | RichText, by: string): Promise<ParsedRationale> {
  try {
    return await pool.run(sent, { task: "rationale", by, ...SHORT_WORK.times });
  } catch (error) {
    if (error instanceof JobTooHard) return { ok: false, problem: { code: "too_deep", path: [] } };
    throw error;
  }
}

/**
 * A rationale may cite this claim's evidence only, removed ones included, so that an older text can be saved again.
 * Throws RATIONALE_INVALID with the ids that are none.
 */
export async function assertCitations(tx: Db, claimId: string, rationale: Rationale): Promise<void> {
  const cited = citedEvidence(rationale);
  const known = await tx.evidence.findMany({ where: { claimId }, select: { id: true } });
  const unknown = cited.filter((id) => !known.some((evidence) => evidence.id === id));
  if (unknown.length > 0) {
    throw new Refusal("RATIONALE_INVALID", {
      path: "rationale",
      reason: "unknown_evidence",
      evidence: unknown,
    });
  }
}
