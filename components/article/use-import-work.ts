"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { ParsedBlock } from "#domain/block.ts";
import { type EditedKind, type EditKey, type ImportEdit, splitKey } from "#domain/import-edit.ts";
import {
  type ImportItem,
  itemsOf,
  itemWith,
  nextUnsure,
  type UnsurePlace,
  unsurePlaces,
} from "./import-items.ts";
import type { ImportAction } from "./import-keys.ts";
import type { ImportEdits } from "./use-import-edits.ts";

/** A place between two characters: code points in the block's text. */
export interface BlockCaret {
  key: EditKey;
  at: number;
}

const DEEPEST = { heading: 4, bullet: 3 } as const;

/** The preview as it is worked on: which block is meant, where its caret is, and what is done to it. */
export type ImportWork = ReturnType<typeof useImportWork>;

export function useImportWork(edits: ImportEdits) {
  const t = useTranslations("import.work");
  const announce = useAnnounce();
  const { pieces } = edits;
  const items = useMemo(() => itemsOf(pieces), [pieces]);
  const unsure = useMemo(() => unsurePlaces(pieces), [pieces]);
  const [currentKey, setCurrentKey] = useState<EditKey | null>(null);
  const [caret, setCaret] = useState<BlockCaret | null>(null);
  const [place, setPlace] = useState<UnsurePlace | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  /** Which item is to take the focus once it is drawn. */
  const wanted = useRef<EditKey | null>(null);
  const current = (currentKey !== null && itemWith(items, currentKey)) || items[0] || null;
  const piece = current?.type === "block" ? current.pieces[0] : null;
  const block = piece?.block ?? null;

  const focus = (key: EditKey) => {
    wanted.current = key;
    setCurrentKey(key);
    setCaret(null);
    setPlace(null);
    setCorrecting(false);
  };
  /** Does one thing, says so, and goes to the block it was done to. */
  const make = (edit: ImportEdit, said: string, next: EditKey = edit.block): boolean => {
    const why = edits.make(edit);
    announce(why ? t(`misfits.${why}`) : said, { urgent: why !== null });
    if (!why) focus(next);
    return true;
  };
  const step = (by: number | "first" | "last") => {
    const at = current ? items.indexOf(current) : -1;
    const to = by === "first" ? 0 : by === "last" ? items.length - 1 : at + by;
    const item = items[Math.min(items.length - 1, Math.max(0, to))];
    if (item) focus(item.key);
    return true;
  };
  const setKind = (kind: EditedKind) => {
    if (!current || current.type === "fold") return false;
    const level = block ? nextLevel(block, kind) : undefined;
    const edit = { op: "setKind", block: current.key, kind, ...(level !== undefined && { level }) } as const;
    return make(edit, t("made", { kind: t(`kinds.${kind}`), level: level ?? 0 }));
  };
  const join = (keepsEdge: boolean) => {
    if (!piece) return false;
    const at = items.findIndex(({ key }) => key === piece.key);
    const before = items.slice(0, at).findLast(({ type }) => type !== "fold");
    const edit = { op: "join", block: piece.key, ...(keepsEdge && { keepsEdge }) } as const;
    return make(edit, t("joined"), before?.key ?? piece.key);
  };
  const split = () => {
    if (!piece) return false;
    if (caret?.key !== piece.key || caret.at === 0) return putCaret();
    return make({ op: "split", block: piece.key, at: caret.at }, t("wasSplit"), splitKey(edits.done.length));
  };
  const putCaret = () => {
    if (!piece) return false;
    setCaret({ key: piece.key, at: caret?.key === piece.key ? caret.at : 0 });
    announce(t("caretOn"));
    return true;
  };
  const leaveOut = () => current !== null && turnOut(current);
  /** Leaves an item out, or takes it back. */
  const turnOut = ({ key, pieces: all, type }: ImportItem) => {
    const through = all.at(-1)?.key;
    const range = { block: key, ...(through !== key && { through }) };
    return type === "fold"
      ? make({ op: "takeBack", ...range }, t("takenBack"))
      : make({ op: "leaveOut", ...range }, t("leftOut"));
  };
  const toUnsure = () => {
    const order = pieces.map(({ key }) => key);
    const after = place ?? (current ? { key: current.key, start: -1 } : null);
    const next = nextUnsure(unsure, order, after);
    if (!next) announce(t("nothingUnsure"));
    else {
      const item = itemWith(items, next.key);
      focus(item?.key ?? next.key);
      setPlace(next);
      announce(t("unsureAt", { words: wordsAt(next), left: unsure.length }));
    }
    return true;
  };
  const wordsAt = ({ key, start, end }: UnsurePlace) => {
    const text = pieces.find((one) => one.key === key)?.block.text ?? "";
    return [...text].slice(start, end).join("");
  };
  const compared = () => {
    const key = place?.key ?? piece?.key;
    if (!key) return false;
    const range = place ? { start: place.start, end: place.end } : {};
    const left = unsure.filter((one) => !(one.key === key && (!place || one.start === place.start)));
    const said = left.length > 0 ? t("compared", { left: left.length }) : t("allCompared");
    const isDone = make({ op: "compared", block: key, ...range }, said, current?.key ?? key);
    const next =
      place &&
      nextUnsure(
        left,
        pieces.map((one) => one.key),
        place,
      );
    if (next) {
      focus(itemWith(items, next.key)?.key ?? next.key);
      setPlace(next);
    }
    return isDone;
  };
  const correct = (to: string) => {
    if (!place) return false;
    const from = wordsAt(place);
    if (to === from) return compared();
    const { key: of, start, end } = place;
    return make(
      { op: "correct", block: of, start, end, from, to },
      t("corrected", { from, to }),
      current?.key ?? of,
    );
  };
  const goBack = (edit: ImportEdit | null, said: "undone" | "redone") => {
    if (!edit) announce(t(said === "undone" ? "nothingToUndo" : "nothingToRedo"));
    else {
      announce(t(said, { what: t(`operations.${edit.op}`) }));
      focus(edit.block);
    }
    return true;
  };
  const act = (action: ImportAction): boolean => {
    switch (action) {
      case "next":
        return step(1);
      case "previous":
        return step(-1);
      case "first":
      case "last":
        return step(action);
      case "title":
      case "heading":
      case "paragraph":
      case "bullet":
      case "quotation":
        return setKind(action);
      case "join":
        return join(false);
      case "joinLines":
        return join(true);
      case "caret":
        return putCaret();
      case "split":
        return split();
      case "leaveOut":
        return leaveOut();
      case "nextUnsure":
        return toUnsure();
      case "compared":
        return compared();
      case "correct":
        if (place) setCorrecting(true);
        return place !== null;
      case "undo":
        return goBack(edits.undo(), "undone");
      case "redo":
        return goBack(edits.redo(), "redone");
      case "help":
        return false;
    }
  };
  return {
    ...{ items, current, piece, caret, place, unsure, wanted, isCorrecting },
    ...{ act, correct, focus, setCaret, wordsAt },
    takeBack: (key: EditKey) => {
      const item = itemWith(items, key);
      if (item) turnOut(item);
    },
    select: (key: EditKey) => {
      if (key === current?.key) return;
      setCurrentKey(key);
      setCaret(null);
      setPlace(null);
    },
    stopCorrecting: () => setCorrecting(false),
    canUndo: edits.done.length > 0,
    canRedo: edits.undone.length > 0,
  };
}

/** Made a heading or bullet again, a block goes one level deeper, and from the deepest back to the first. */
function nextLevel({ kind, level }: ParsedBlock, to: EditedKind): number | undefined {
  if (to !== "heading" && to !== "bullet") return undefined;
  const first = to === "heading" ? 2 : 1;
  if (kind !== to || level === null) return first;
  if (to === "heading" && level === 1) return first;
  return level >= DEEPEST[to] ? first : level + 1;
}
