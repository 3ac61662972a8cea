"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { uuidv7 } from "uuidv7";
import { type Deed, placeSubject } from "#components/queue/deed.ts";
import type { DeedQueue } from "#components/queue/deed-queue.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { type Anchor, type AnchorRange, isPlaced } from "#domain/anchor.ts";
import { describe } from "#domain/anchoring/describe.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import type { Article } from "#domain/article.ts";
import type { ClaimTarget } from "#domain/claim.ts";
import type { ClaimStore } from "./claim-store.ts";
import { notifyOffer } from "./notify.tsx";
import type { UndoStack } from "./undo-stack.ts";

/** `isUndo`: the act takes another back, or does it again, and is no act of its own. */
interface ActOptions {
  isUndo?: boolean;
}

export interface ClaimWriting {
  mark: (range: TextRange) => void;
  markBlock: (blockId: string) => void;
  move: (claimId: string, range: TextRange, options?: ActOptions) => void;
  remove: (claimId: string, options?: ActOptions) => void;
  restore: (claimId: string) => void;
}

/** How long an edge must rest before its new place is sent, in milliseconds. */
const EDGE_REST = 500;

/** Making, moving and deleting claims. The queue sends it, and the overlay shows it at once. */
export function useClaimWriting({
  article,
  store,
  queue,
  undoStack,
  mayAnnotate,
}: {
  article: Article;
  store: ClaimStore;
  queue: DeedQueue;
  undoStack: UndoStack;
  mayAnnotate: () => boolean;
}): ClaimWriting {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  return useMemo(() => {
    const { blocks } = article.revision;
    const add = (deed: Deed, about: string, rest = 0) =>
      queue.add({ articleId: article.id, about, deed }, rest);
    const numberOf = (claimId: string) => store.get().byId.get(claimId)?.number ?? 0;
    const quoteOf = (claimId: string) => store.get().byId.get(claimId)?.anchor.exact ?? "";

    const mark = (wanted: TextRange) => {
      if (!mayAnnotate()) return;
      const description = describe(blocks, wanted);
      if (description.state !== "exact") return announce(t(`refusal.${description.state}`), { urgent: true });
      const { range } = description;
      const twin = store.get().claims.find(({ anchor }) => isSameRange(anchor, range));
      if (twin) {
        store.focus(twin.id);
        return announce(t("alreadyMarked", { number: twin.number }));
      }
      const claimId = uuidv7();
      add({ kind: "createClaim", claimId, target: targetOf(range, article.revision.id) }, range.exact);
      store.focus(claimId);
      undoStack.push({ kind: "created", claimId });
      announce(t("created", { number: numberOf(claimId), quote: range.exact }));
    };

    const markBlock = (blockId: string) => {
      const block = blocks.find(({ id }) => id === blockId);
      if (block) mark(block);
    };

    const move: ClaimWriting["move"] = (claimId, wanted, options) => {
      const claim = store.get().byId.get(claimId);
      const description = describe(blocks, wanted);
      if (!claim?.abilities.update || description.state !== "exact") return;
      const { range } = description;
      if (isSameRange(claim.anchor, range)) return;
      // What is unsent was moved from a place that was seen in that version; news since must not be written over.
      const unsent = queue.on(placeSubject(claimId))?.deed;
      const version = unsent?.kind === "moveClaim" ? unsent.version : claim.version;
      add(
        { kind: "moveClaim", claimId, version, target: targetOf(range, article.revision.id) },
        range.exact,
        EDGE_REST,
      );
      // To have no place again is nothing that could be sent, so the first place is not taken back but moved.
      if (!options?.isUndo && isPlaced(claim.anchor)) {
        const { start, end } = claim.anchor;
        undoStack.push({ kind: "moved", claimId, from: { start, end }, to: range });
      }
    };

    const remove: ClaimWriting["remove"] = (claimId, options) => {
      const claim = store.get().byId.get(claimId);
      if (!claim?.abilities.delete) return;
      const message = t("deleted", { number: claim.number });
      add({ kind: "deleteClaim", claimId }, claim.anchor.exact);
      announce(message);
      if (options?.isUndo) return;
      undoStack.push({ kind: "deleted", claimId });
      const onPress = () => {
        undoStack.forget("deleted", claimId);
        restore(claimId, claim.anchor.exact);
      };
      notifyOffer({ id: `deleted-${claimId}`, message, button: t("undo"), onPress });
    };

    const restore = (claimId: string, about = quoteOf(claimId)) => {
      add({ kind: "restoreClaim", claimId }, about);
      store.focus(claimId);
      announce(t("restored", { number: numberOf(claimId) }));
    };

    return { mark, markBlock, move, remove, restore: (claimId) => restore(claimId) };
  }, [article, store, queue, undoStack, mayAnnotate, t, announce]);
}

/** The revision is named, because there may be a newer one when this arrives. */
function targetOf({ blockId: _, ...target }: AnchorRange, revisionId: string): ClaimTarget {
  return { ...target, revisionId };
}

const isSameRange = (a: Anchor, b: TextRange): boolean => a.start === b.start && a.end === b.end;
