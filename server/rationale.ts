import { Refusal } from "#domain/error.ts";
import type { RichText } from "#domain/rich-text.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import { rationaleFromMarkdown } from "#editor/rationale-from-markdown.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { citedEvidence, isEmptyRationale } from "#editor/rationale-text.ts";
import type { Db } from "#server/db.ts";

/**
 * A rationale that was sent as Markdown or as a document, in the form it is stored in; null where nothing was written.
 * It may cite this claim's evidence only, removed ones included, so that an older text can be saved again.
 * Throws RATIONALE_INVALID with the place in the document and the reason.
 */
export async function readRationale(
  tx: Db,
  claimId: string,
  sent: string | RichText,
): Promise<Rationale | null> {
  const parsed = typeof sent === "string" ? rationaleFromMarkdown(sent) : parseRationale(sent);
  if (!parsed.ok) {
    const { code, path } = parsed.problem;
    throw new Refusal("RATIONALE_INVALID", { path: ["rationale", ...path].join("."), reason: code });
  }
  if (isEmptyRationale(parsed.rationale)) return null;
  const cited = citedEvidence(parsed.rationale);
  const known = await tx.evidence.findMany({ where: { claimId }, select: { id: true } });
  const unknown = cited.filter((id) => !known.some((evidence) => evidence.id === id));
  if (unknown.length > 0) {
    throw new Refusal("RATIONALE_INVALID", {
      path: "rationale",
      reason: "unknown_evidence",
      evidence: unknown,
    });
  }
  return parsed.rationale;
}
