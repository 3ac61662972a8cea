import { uuidv7 } from "uuidv7";
import { CLAIM_KINDS, type ClaimSummary, PRIORITIES } from "#domain/claim.ts";
import { DISMISSAL_REASONS } from "#domain/dismissal.ts";
import type { EventKind } from "#domain/event.ts";
import { STANCES } from "#domain/evidence.ts";
import type { Chance } from "./chance.ts";

/** Something a person asks of the server, in the words of the API. */
export interface Act {
  /** By which the server knows it when it is sent again. */
  id: string;
  /** The event that is made where the act changes anything. */
  kind: EventKind;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: Record<string, unknown>;
  claimId: string | null;
  /** As the event will name it. */
  subjectId: string;
  /** Words that no other act writes, where this one writes any: by them it is found in the log and in the rows. */
  mark?: string;
  /** The version the person saw, where the act may conflict. */
  seen?: number;
}

/** What a person knows that acts can be about. */
export interface Known {
  articleId: string;
  claims: readonly ClaimSummary[];
  deleted: readonly string[];
  dismissed: ReadonlyMap<string, unknown>;
  bullets: readonly { id: string; start: number; text: string }[];
  sourceIds: readonly string[];
  ratings: readonly string[];
  /** Evidence as it was last heard of, by id. */
  evidence: ReadonlyMap<string, { claimId: string; version: number }>;
  removedEvidence: readonly { id: string; claimId: string }[];
  threads: readonly { id: string; claimId: string | null }[];
  /** The person's own comments. */
  comments: ReadonlyMap<string, { threadId: string; claimId: string | null; version: number }>;
  /** Claims that must stay, because prose is written on them. */
  kept: ReadonlySet<string>;
}

type Draft = Omit<Act, "id">;
type Choose = (known: Known, draw: Chance, mark: string) => Draft | null;

/** What people do, the frequent more often. */
export const CHOICES: readonly [weight: number, Choose][] = [
  [5, createClaim],
  [9, updateClaim],
  [3, moveClaim],
  [2, deleteClaim],
  [2, restoreClaim],
  [4, rate],
  [3, addEvidence],
  [3, updateEvidence],
  [1, removeEvidence],
  [1, restoreEvidence],
  [2, openThread],
  [3, reply],
  [2, editComment],
  [1, deleteComment],
  [1, (known, draw) => turnThread(known, draw, "resolve")],
  [1, (known, draw) => turnThread(known, draw, "reopen")],
  [2, dismiss],
  [1, reopen],
];

const TOTAL = CHOICES.reduce((sum, [weight]) => sum + weight, 0);

/** An act that is possible by what is known. */
export function chooseAct(known: Known, draw: Chance, mark: string): Act {
  for (;;) {
    let at = draw.next() * TOTAL;
    const found = CHOICES.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    const act = found?.[1](known, draw, mark);
    if (act) return { ...act, id: uuidv7() };
  }
}

function createClaim({ articleId, bullets }: Known, draw: Chance, mark: string): Draft | null {
  const bullet = draw.one(bullets);
  const id = uuidv7();
  if (!bullet) return null;
  const body = { id, target: { blockId: bullet.id }, statement: mark };
  return {
    kind: "claim.created",
    method: "POST",
    path: `/articles/${articleId}/claims`,
    body,
    claimId: id,
    subjectId: id,
    mark,
  };
}

function updateClaim({ claims }: Known, draw: Chance, mark: string): Draft | null {
  const claim = draw.one(claims);
  if (!claim) return null;
  const changes = [
    { statement: mark },
    { claimant: mark },
    { saidWhere: mark },
    { statement: mark, claimant: mark },
    { saidWhere: mark, priority: draw.one(PRIORITIES) },
    { claimant: mark, kinds: [draw.one(CLAIM_KINDS)] },
    { saidWhere: mark, workState: draw.one(["checking", "waiting"]) },
  ];
  return {
    ...ofClaim(claim, "PATCH", "", { ...draw.one(changes), version: claim.version }),
    kind: "claim.updated",
    mark,
  };
}

/** To a part of a bullet, so that most moves go to a place of their own. */
function moveClaim({ claims, bullets }: Known, draw: Chance): Draft | null {
  const claim = draw.one(claims);
  const bullet = draw.one(bullets);
  if (!claim || !bullet) return null;
  const letters = [...bullet.text];
  const from = draw.whole(0, Math.max(0, letters.length - 12));
  const to = Math.min(letters.length, from + draw.whole(8, 12));
  const target = {
    exact: letters.slice(from, to).join(""),
    start: bullet.start + from,
    end: bullet.start + to,
  };
  return { ...ofClaim(claim, "PATCH", "", { target, version: claim.version }), kind: "claim.moved" };
}

function deleteClaim({ claims, kept }: Known, draw: Chance): Draft | null {
  const claim = draw.one(claims.filter(({ id }) => !kept.has(id)));
  return claim ? { ...ofClaim(claim, "DELETE", ""), kind: "claim.deleted" } : null;
}

function restoreClaim({ deleted }: Known, draw: Chance): Draft | null {
  const id = draw.one(deleted);
  return id ? { ...ofClaim({ id }, "POST", "/restore"), kind: "claim.restored" } : null;
}

function rate({ claims, ratings }: Known, draw: Chance): Draft | null {
  const claim = draw.one(claims);
  if (!claim) return null;
  const body = { rating: draw.one(ratings), version: claim.verdict?.version ?? 0 };
  return { ...ofClaim(claim, "PUT", "/verdict", body), kind: "verdict.updated", seen: body.version };
}

function addEvidence({ claims, sourceIds }: Known, draw: Chance, mark: string): Draft | null {
  const claim = draw.one(claims);
  if (!claim) return null;
  const id = uuidv7();
  const body = {
    id,
    source: { id: draw.one(sourceIds) },
    stance: draw.one(STANCES),
    primary: draw.is(0.5),
    quote: mark,
  };
  return { ...ofClaim(claim, "POST", "/evidence", body), kind: "evidence.added", subjectId: id, mark };
}

function updateEvidence({ evidence }: Known, draw: Chance, mark: string): Draft | null {
  const [id, piece] = draw.one([...evidence]) ?? [];
  if (!id || !piece) return null;
  const body = { ...draw.one([{ note: mark }, { locator: mark }]), version: piece.version };
  return {
    kind: "evidence.updated",
    method: "PATCH",
    path: `/evidence/${id}`,
    body,
    claimId: piece.claimId,
    subjectId: id,
    mark,
    seen: piece.version,
  };
}

function removeEvidence({ evidence }: Known, draw: Chance): Draft | null {
  const [id, piece] = draw.one([...evidence]) ?? [];
  if (!id || !piece) return null;
  return {
    kind: "evidence.removed",
    method: "DELETE",
    path: `/evidence/${id}`,
    claimId: piece.claimId,
    subjectId: id,
  };
}

function restoreEvidence({ removedEvidence }: Known, draw: Chance): Draft | null {
  const piece = draw.one(removedEvidence);
  if (!piece) return null;
  return {
    kind: "evidence.added",
    method: "POST",
    path: `/evidence/${piece.id}/restore`,
    claimId: piece.claimId,
    subjectId: piece.id,
  };
}

function openThread({ articleId, claims }: Known, draw: Chance, mark: string): Draft | null {
  const claim = draw.one(claims);
  if (!claim) return null;
  const id = uuidv7();
  return {
    kind: "thread.opened",
    method: "POST",
    path: `/articles/${articleId}/threads`,
    body: { id, commentId: uuidv7(), claimId: claim.id, body: mark },
    claimId: claim.id,
    subjectId: id,
    mark,
  };
}

function reply({ threads }: Known, draw: Chance, mark: string): Draft | null {
  const thread = draw.one(threads);
  if (!thread) return null;
  const id = uuidv7();
  return {
    kind: "comment.added",
    method: "POST",
    path: `/threads/${thread.id}/comments`,
    body: { id, body: mark },
    claimId: thread.claimId,
    subjectId: id,
    mark,
  };
}

function editComment({ comments }: Known, draw: Chance, mark: string): Draft | null {
  const [id, comment] = draw.one([...comments]) ?? [];
  if (!id || !comment) return null;
  return {
    kind: "comment.edited",
    method: "PATCH",
    path: `/comments/${id}`,
    body: { body: mark, version: comment.version },
    claimId: comment.claimId,
    subjectId: id,
    mark,
    seen: comment.version,
  };
}

function deleteComment({ comments }: Known, draw: Chance): Draft | null {
  const [id, comment] = draw.one([...comments]) ?? [];
  if (!id || !comment) return null;
  return {
    kind: "comment.deleted",
    method: "DELETE",
    path: `/comments/${id}`,
    claimId: comment.claimId,
    subjectId: id,
  };
}

function turnThread({ threads }: Known, draw: Chance, way: "resolve" | "reopen"): Draft | null {
  const thread = draw.one(threads);
  if (!thread) return null;
  return {
    kind: way === "resolve" ? "thread.resolved" : "thread.reopened",
    method: "POST",
    path: `/threads/${thread.id}/${way}`,
    claimId: thread.claimId,
    subjectId: thread.id,
  };
}

function dismiss({ articleId, bullets }: Known, draw: Chance): Draft | null {
  const bullet = draw.one(bullets);
  if (!bullet) return null;
  return {
    kind: "block.dismissed",
    method: "PUT",
    path: `/articles/${articleId}/blocks/${bullet.id}/dismissal`,
    body: { reason: draw.one(DISMISSAL_REASONS) },
    claimId: null,
    subjectId: bullet.id,
  };
}

function reopen({ articleId, dismissed }: Known, draw: Chance): Draft | null {
  const id = draw.one([...dismissed.keys()]);
  if (!id) return null;
  return {
    kind: "block.reopened",
    method: "DELETE",
    path: `/articles/${articleId}/blocks/${id}/dismissal`,
    claimId: null,
    subjectId: id,
  };
}

function ofClaim(
  claim: { id: string; version?: number },
  method: Act["method"],
  path: string,
  body?: Record<string, unknown>,
): Omit<Act, "id" | "kind"> {
  return {
    method,
    path: `/claims/${claim.id}${path}`,
    ...(body && { body }),
    claimId: claim.id,
    subjectId: claim.id,
    ...(claim.version !== undefined && { seen: claim.version }),
  };
}
