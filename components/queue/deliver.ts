import { type AsOf, client } from "#components/api/client.ts";
import { codeOf, failureOf } from "#components/api/failure.ts";
import { type FieldName, fieldVersionOf, isVerdictField } from "#components/claim/claim-field.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import type { Dismissal } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import type { Comment, Thread } from "#domain/comment.ts";
import type { DeedOf } from "./deed.ts";
import type { Entry, RefusalNote } from "./entry.ts";

/**
 * What the server answered a deed. `version`: what a next deed on the same subject builds on. `seq`: as of which event of
 * the article it stands; 0 where the server did not say, so that anything known is newer.
 */
export interface Answer extends Answered {
  seq: number;
}

interface Answered {
  version: number | null;
  claim?: Claim;
  dismissal?: Dismissal | null;
  thread?: Thread;
  comment?: Comment;
}

export type Outcome =
  | { kind: "answered"; answer: Answer }
  | { kind: "refused"; refusal: RefusalNote }
  /** No answer came. */
  | { kind: "unreachable" }
  /** The server broke, or is out of breath: come back after `wait` milliseconds. */
  | { kind: "fault"; wait: number | null }
  /** Nobody is signed in any more, or somebody else is. */
  | { kind: "signedOut" };

/** How long an answer may take, in milliseconds; after that the deed is tried again, which does no harm. */
const PATIENCE = 20_000;

/** Sends one deed to the server. Never throws. */
export async function deliver(entry: Entry): Promise<Outcome> {
  const asOf: AsOf = { seq: null };
  const options = { signal: AbortSignal.timeout(PATIENCE), context: { deedId: entry.id, asOf } };
  try {
    const answered = await send(entry, options);
    return { kind: "answered", answer: { ...answered, seq: asOf.seq ?? 0 } };
  } catch (error) {
    return outcomeOf(error, asOf.seq ?? 0);
  }
}

function outcomeOf(error: unknown, seq: number): Outcome {
  const failure = failureOf(error);
  if (failure.kind !== "refused") return { kind: "unreachable" };
  const { code, message, data } = failure;
  if (code === "UNAUTHENTICATED") return { kind: "signedOut" };
  if (code === "INTERNAL") return { kind: "fault", wait: null };
  if (isTemporary(code)) {
    return { kind: "fault", wait: (data as { retryAfter: number }).retryAfter * 1000 };
  }
  return { kind: "refused", refusal: { code, message, data, seq, at: new Date().toISOString() } };
}

/** A refusal of the moment, not of the deed: it says itself when to come back. */
const TEMPORARY: readonly string[] = ["TOO_MANY_REQUESTS", "BUSY", "DATABASE_AWAY", "STORAGE_FULL"];
const isTemporary = (code: string): boolean => TEMPORARY.includes(code);

type Options = { signal: AbortSignal; context: { deedId: string; asOf: AsOf } };

async function send({ articleId, deed }: Entry, options: Options): Promise<Answered> {
  switch (deed.kind) {
    case "createClaim":
      return ofClaim(
        await client.claim.create({ articleId, id: deed.claimId, target: deed.target }, options),
        "target",
      );
    case "deleteClaim":
      await unlessGone(client.claim.remove({ claimId: deed.claimId }, options));
      return { version: null };
    case "restoreClaim":
      return ofClaim(await client.claim.restore({ claimId: deed.claimId }, options), null);
    case "moveClaim": {
      const { claimId, target, version } = deed;
      return ofClaim(await client.claim.update({ claimId, target, version }, options), "target");
    }
    case "setField":
      return await setField(deed, options);
    case "dismissBullet": {
      const { blockId, revisionId, reason } = deed;
      const bullet = { articleId, blockId, revisionId, reason };
      const dismissal = await client.article.dismissBlock(bullet, options);
      return { version: null, dismissal };
    }
    case "reopenBullet":
      await unlessGone(
        client.article.reopenBlock(
          { articleId, blockId: deed.blockId, revisionId: deed.revisionId },
          options,
        ),
      );
      return { version: null, dismissal: null };
    case "addEvidence":
    case "updateEvidence":
    case "removeEvidence":
    case "restoreEvidence":
      return await onEvidence(deed, options);
    default:
      return await inThread(articleId, deed, options);
  }
}

type WireClaim = Parameters<typeof fromWire>[0];

/** `field` whose version counts; the claim's own where it is no field of the verdict. */
function ofClaim(wire: WireClaim, field: FieldName | "target" | null): Answered {
  const claim = fromWire(wire);
  if (field === null) return { version: null, claim };
  return { version: field === "target" ? claim.version : fieldVersionOf(claim, field), claim };
}

async function setField({ claimId, field, value, version }: DeedOf<"setField">, options: Options) {
  const change = { claimId, version, [field]: value };
  const wire = isVerdictField(field)
    ? await client.claim.putVerdict(change, options)
    : await client.claim.update(change, options);
  return ofClaim(wire, field);
}

type EvidenceDeed = DeedOf<"addEvidence" | "updateEvidence" | "removeEvidence" | "restoreEvidence">;

/** Afterwards the claim is read anew, with its new numbers; without an answer to that the deed is done all the same. */
async function onEvidence(deed: EvidenceDeed, options: Options): Promise<Answered> {
  const version = await writeEvidence(deed, options);
  const claim = await client.claim.get({ claimId: deed.claimId }, options).then(fromWire, () => null);
  return { version, ...(claim && { claim }) };
}

async function writeEvidence(deed: EvidenceDeed, options: Options): Promise<number | null> {
  const { evidenceId } = deed;
  switch (deed.kind) {
    case "addEvidence":
      return (await client.evidence.add({ claimId: deed.claimId, id: evidenceId, ...deed.draft }, options))
        .version;
    case "updateEvidence":
      return (await client.evidence.update({ evidenceId, version: deed.version, ...deed.detail }, options))
        .version;
    case "removeEvidence":
      await client.evidence.remove({ evidenceId }, options);
      return null;
    case "restoreEvidence":
      await client.evidence.restore({ evidenceId }, options);
      return null;
  }
}

type ThreadDeed = DeedOf<
  "openThread" | "replyToThread" | "editComment" | "removeComment" | "resolveThread" | "reopenThread"
>;
type WireThread = Awaited<ReturnType<typeof client.thread.get>>;

const ofThread = (wire: WireThread): Answered => ({ version: null, thread: wire as Thread });

async function inThread(articleId: string, deed: ThreadDeed, options: Options): Promise<Answered> {
  const { threadId } = deed;
  switch (deed.kind) {
    case "openThread": {
      const { claimId, commentId, target, body } = deed;
      return ofThread(
        await client.thread.open({ articleId, id: threadId, commentId, claimId, target, body }, options),
      );
    }
    case "replyToThread":
      return ofThread(await client.thread.reply({ threadId, id: deed.commentId, body: deed.body }, options));
    case "editComment": {
      const { commentId, body, version } = deed;
      const comment = (await client.comment.edit({ commentId, body, version }, options)) as Comment;
      return { version: comment.version, comment };
    }
    case "removeComment":
      await unlessGone(client.comment.remove({ commentId: deed.commentId }, options));
      return { version: null };
    case "resolveThread":
      return ofThread(await client.thread.resolve({ threadId }, options));
    case "reopenThread":
      return ofThread(await client.thread.reopen({ threadId }, options));
  }
}

/** Taking away what is not there has done what was asked. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    if (codeOf(error) !== "NOT_FOUND") throw error;
  }
}
