import type { z } from "zod";
import type { capturePreviewSchema } from "#contract/capture.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { answeredBefore } from "#server/deed.ts";
import { appendEvent } from "#server/event-log.ts";
import { isArticleType } from "#server/fetch/article-types.ts";
import { type FetchOptions, fetchAddress } from "#server/fetch/fetch-address.ts";
import { spendFetch } from "#server/fetch/member-allowance.ts";
import { articleOfCapture } from "#server/import/captured-article.ts";
import { importArticle } from "#server/import/import-article.ts";
import { insertCapture } from "#server/insert-capture.ts";
import { previewOf } from "#server/reads/article-preview.ts";
import { loadCapture } from "#server/reads/capture.ts";

export interface FetchCaptureInput {
  url: string;
  /** When the person who asked goes away. */
  signal?: AbortSignal;
}

type CapturePreview = z.output<typeof capturePreviewSchema>;

/**
 * Fetches an article, keeps what came and answers what it would be understood as. What can't be read is not kept: the
 * refusal says why.
 *
 * @param border where names become addresses, for tests
 */
export async function fetchCapture(
  actor: Actor,
  { url, signal }: FetchCaptureInput,
  border: Pick<FetchOptions, "resolve" | "allowed"> = {},
): Promise<CapturePreview> {
  authorise(actor, "article.create");
  const before = answeredBefore<CapturePreview>();
  if (before) return before.answer;
  spendFetch(actor.id);
  const fetched = await fetchAddress(url, { ...border, ...(signal && { signal }), isWanted: isArticleType });
  // Only an answer to validators is none, and we sent none.
  if (!fetched) throw new Error("A page that was asked for without conditions was not sent");
  const imported = await importArticle(articleOfCapture(fetched), actor.id);
  return await transaction(async (tx) => {
    const id = await insertCapture(tx, actor.id, fetched);
    await appendEvent(tx, {
      kind: "capture.fetched",
      actorId: actor.id,
      subjectId: id,
      data: { url: fetched.url, finalUrl: fetched.finalUrl },
    });
    return { ...previewOf(imported), content: null, capture: await loadCapture(tx, id) };
  });
}
