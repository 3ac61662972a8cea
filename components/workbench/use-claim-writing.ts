"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { uuidv7 } from "uuidv7";
import { client } from "#components/api/client.ts";
import { codeOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { fromWire } from "#components/claim/from-wire.ts";
import { useDesk } from "#components/shell/desk-context.tsx";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Anchor } from "#domain/anchor.ts";
import { type Description, describe } from "#domain/anchoring/describe.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { Article } from "#domain/article.ts";
import type { Claim, ClaimSummary, ClaimTarget } from "#domain/claim.ts";
import type { ClaimStore } from "./claim-store.ts";
import { MoveQueue } from "./move-queue.ts";
import { newClaim } from "./new-claim.ts";
import { notifyFailure, notifyUndoable } from "./notify.tsx";
import type { ClaimLetter, Outboxes } from "./outboxes.ts";
import type { PendingClaims } from "./pending-claims.ts";
import type { UndoStack } from "./undo-stack.ts";

export interface ClaimWriting {
  mark: (range: TextRange) => void;
  markBlock: (blockId: string) => void;
  move: (claimId: string, range: TextRange, options?: { isUndo?: boolean }) => void;
  remove: (claimId: string, options?: { isUndo?: boolean }) => void;
  restore: (claimId: string) => void;
  /** Takes up again what an earlier life of the page could not send. */
  resume: (letter: ClaimLetter) => void;
  tellNothingToUndo: () => void;
}

interface Parts {
  article: Article;
  store: ClaimStore;
  accept: (claim: Claim) => void;
  pending: PendingClaims;
  outbox: Outboxes["claims"];
  undoStack: UndoStack;
}

/** Making, moving and deleting claims: shown at once, sent behind, and put back with a word where the server refuses. */
export function useClaimWriting(parts: Parts): ClaimWriting {
  const { article, store, accept, pending, outbox, undoStack } = parts;
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const messageOf = useErrorMessage();
  const { member } = useDesk();
  return useMemo(() => {
    const { blocks } = article.revision;

    const mark = (range: TextRange) => create(describe(blocks, range));

    const create = (description: Description) => {
      if (!article.abilities.annotate) return;
      if (description.state !== "exact") return announce(t(`refusal.${description.state}`), { urgent: true });
      const { range } = description;
      const twin = store
        .get()
        .claims.find(({ anchor }) => anchor.start === range.start && anchor.end === range.end);
      if (twin) return announceTwin(twin);
      const claim = newClaim({ id: uuidv7(), article, range, member, now: new Date().toISOString() });
      accept(claim);
      store.focus(claim.id);
      undoStack.push({ kind: "created", claimId: claim.id });
      announce(t("created", { number: store.get().byId.get(claim.id)?.number ?? 0, quote: range.exact }));
      const { blockId: _, ...target } = range;
      void send(claim.id, target);
    };

    const send = async (claimId: string, target: ClaimTarget) => {
      try {
        const delivery = await pending.track(claimId, outbox.post({ key: claimId, target }));
        if (delivery.kind === "delivered" && delivery.answer) accept(delivery.answer);
      } catch (error) {
        undoStack.forget("created", claimId);
        // Who has taken it back by now need not hear that it was never made.
        if (!store.get().byId.has(claimId)) return;
        store.remove(claimId);
        notifyFailure(t("createFailed"), messageOf(error));
      }
    };

    const resume: ClaimWriting["resume"] = ({ key: claimId, target }) => {
      if (!target) {
        store.remove(claimId);
        void outbox.post({ key: claimId, target }).catch(() => {});
        return;
      }
      const { start, end } = "exact" in target ? target : {};
      const isPlaced = start !== undefined && end !== undefined && !store.get().byId.has(claimId);
      const description = isPlaced ? describe(blocks, { start, end }) : null;
      if (description?.state === "exact") {
        const { range } = description;
        accept(newClaim({ id: claimId, article, range, member, now: new Date().toISOString() }));
      }
      void send(claimId, target);
    };

    const announceTwin = (twin: ClaimSummary) => {
      store.focus(twin.id);
      announce(t("alreadyMarked", { number: twin.number }));
    };

    const markBlock = (blockId: string) => {
      const block = blocks.find(({ id }) => id === blockId);
      if (block) mark(block);
    };

    const moves = new MoveQueue(async (claimId, { before, anchor }) => {
      await pending.settled(claimId);
      const version = store.get().byId.get(claimId)?.version;
      if (version === undefined) return;
      const { exact, prefix, suffix, start, end } = anchor;
      try {
        const target = { exact, prefix, suffix, start, end };
        accept(fromWire(await client.claim.update({ claimId, version, target })));
        announce(
          t("moved", { number: store.get().byId.get(claimId)?.number ?? before.number, quote: exact }),
        );
      } catch (error) {
        place(claimId, before.anchor);
        notifyFailure(t("moveFailed"), messageOf(error));
      }
      // The answer showed the claim where it was sent to; the edge may be further by now.
      const wanted = moves.wanted(claimId);
      if (wanted) place(claimId, wanted);
    });

    const place = (claimId: string, anchor: Anchor) => {
      const claim = store.get().byId.get(claimId);
      if (claim) store.put({ ...claim, anchor });
    };

    const move: ClaimWriting["move"] = (claimId, range, options) => {
      const claim = store.get().byId.get(claimId);
      const description = describe(blocks, range);
      if (!claim?.abilities.update || description.state !== "exact") return;
      const { start, end } = description.range;
      if (start === claim.anchor.start && end === claim.anchor.end) return;
      if (!options?.isUndo) {
        undoStack.push({
          kind: "moved",
          claimId,
          from: { start: claim.anchor.start, end: claim.anchor.end },
        });
      }
      const anchor: Anchor = { ...claim.anchor, ...description.range, state: "exact" };
      place(claimId, anchor);
      moves.add(claim, anchor);
    };

    const remove: ClaimWriting["remove"] = async (claimId, options) => {
      const claim = store.get().byId.get(claimId);
      if (!claim?.abilities.delete) return;
      store.remove(claimId);
      announce(t("deleted", { number: claim.number }));
      if (!options?.isUndo) {
        undoStack.push({ kind: "deleted", claimId });
        notifyUndoable({
          id: `deleted-${claimId}`,
          message: t("deleted", { number: claim.number }),
          undo: t("undo"),
          onUndo: () => restore(claimId),
        });
      }
      try {
        await removeThere(claimId);
      } catch (error) {
        if (codeOf(error) === "NOT_FOUND") return;
        store.bringBack(claim);
        undoStack.forget("deleted", claimId);
        notifyFailure(t("deleteFailed"), messageOf(error));
      }
    };

    /** A claim whose making was not answered yet is taken back after the making, or instead of it. */
    const removeThere = async (claimId: string) => {
      const removal = outbox.has(claimId)
        ? outbox.post({ key: claimId, target: null })
        : client.claim.remove({ claimId });
      await pending.track<unknown>(claimId, removal);
    };

    const restore: ClaimWriting["restore"] = async (claimId) => {
      try {
        await pending.settled(claimId);
        const claim = fromWire(await client.claim.restore({ claimId }));
        undoStack.forget("deleted", claimId);
        store.bringBack(summaryOf(claim));
        accept(claim);
        store.focus(claimId);
        announce(t("restored", { number: store.get().byId.get(claimId)?.number ?? claim.number }));
      } catch (error) {
        notifyFailure(t("restoreFailed"), messageOf(error));
      }
    };

    const tellNothingToUndo = () => announce(t("nothingToUndo"));
    return { mark, markBlock, move, remove, restore, resume, tellNothingToUndo };
  }, [article, store, accept, pending, outbox, undoStack, t, announce, messageOf, member]);
}
