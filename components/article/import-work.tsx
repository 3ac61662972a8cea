"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { isComposing, shortcutKey } from "#components/ui/typing.ts";
import { offsetAtPoint } from "./block-place.ts";
import { importActionOf } from "./import-keys.ts";
import classes from "./import-work.module.css";
import { ImportWorkItem } from "./import-work-item.tsx";
import { movedCaret, placeBetween } from "./move-caret.ts";
import type { ImportPreview } from "./use-import-preview.ts";
import type { ImportWork } from "./use-import-work.ts";
import { usePaintedPlaces } from "./use-painted-places.ts";

/** So many blocks are drawn at first; the rest of a very long text on request. */
const SHOWN_ITEMS = 400;
/** Code points on either side of the caret that are said. */
const SAID = 8;

interface ImportWorkListProps {
  work: ImportWork;
  preview: ImportPreview;
  showsJoins: boolean;
  onHelp: () => void;
  listRef: React.RefObject<HTMLElement | null>;
}

/** The text as it was understood, to be worked on: by mouse, by touch and by key. */
export function ImportWorkList({ work, preview, showsJoins, onHelp, listRef }: ImportWorkListProps) {
  const t = useTranslations("import.work");
  const say = useTranslations("import.preview");
  const announce = useAnnounce();
  const [isWhole, setWhole] = useState(false);
  const { items, current, caret, act } = work;
  const shown = isWhole ? items : items.slice(0, SHOWN_ITEMS);
  const uncertain = useUncertainPages(preview, work);
  useFocusOnWanted(work, listRef, () => setWhole(true));
  usePaintedPlaces(listRef, work, showsJoins);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    const inCaret = caret !== null && caret.key === current?.key;
    if (inCaret && !event.ctrlKey && !event.metaKey && !event.altKey && moveCaret(event))
      return event.preventDefault();
    const key = shortcutKey(event.nativeEvent);
    const action = key === null || event.target instanceof HTMLButtonElement ? null : importActionOf(key);
    if (action === null || (event.shiftKey && action !== "help")) return;
    if (action === "help") onHelp();
    if (action === "help" || act(action)) event.preventDefault();
  };
  const moveCaret = (event: KeyboardEvent): boolean => {
    const { piece } = work;
    if (!caret || !piece) return false;
    if (event.key === "Escape") {
      work.setCaret(null);
      announce(t("caretOff"));
      return true;
    }
    if (event.key === "Enter") return act("split");
    const drawn = listRef.current?.querySelector(`[data-edit-key="${piece.key}"] [data-text]`) ?? null;
    const at = movedCaret(event.key, caret.at, piece.block.text, drawn);
    if (at === null) return false;
    work.setCaret({ key: piece.key, at });
    const points = [...piece.block.text];
    const before = points.slice(Math.max(0, at - SAID), at).join("");
    announce(t("caretAt", { before: before || "—", behind: points.slice(at, at + SAID).join("") || "—" }));
    return true;
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    // The text is worked on here: what it links to is not gone to.
    if (target.closest("a")) event.preventDefault();
    const takeBack = target.closest<HTMLElement>("[data-take-back]")?.dataset.takeBack;
    if (takeBack !== undefined) return void work.takeBack(takeBack);
    const item = target.closest<HTMLElement>("[data-edit-key]");
    const key = item?.dataset.editKey;
    if (!item || !key || target.closest("button, summary")) return;
    work.select(key);
    const text = target.closest("[data-text]");
    const block = items.find((one) => one.key === key);
    const units = text && offsetAtPoint(text, event.clientX, event.clientY);
    if (units === null || block?.type !== "block" || !document.getSelection()?.isCollapsed) return;
    work.setCaret({ key, at: placeBetween(block.pieces[0].block.text, units) });
  };
  return (
    <section
      ref={listRef}
      className={classes.list}
      lang={preview.language ?? undefined}
      aria-label={say("text")}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        const key = (event.target as Element).closest<HTMLElement>("[data-edit-key]")?.dataset.editKey;
        if (key) work.select(key);
      }}
    >
      {shown.map((item) => (
        <ImportWorkItem
          key={item.key}
          item={item}
          isCurrent={item.key === current?.key}
          uncertain={uncertain.get(item.key) ?? null}
          caret={caret?.key === item.key ? caret : null}
        />
      ))}
      {shown.length < items.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {say("rest", { count: items.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** The blocks of pages whose order is uncertain, and which of them is the first of its page. */
function useUncertainPages(preview: ImportPreview, { items }: ImportWork) {
  return useMemo(() => {
    const pages = new Set(preview.notes.find(({ what }) => what === "uncertain_order")?.pages);
    const seen = new Set<number>();
    const found = new Map<string, { page: number; isFirst: boolean }>();
    if (pages.size === 0) return found;
    for (const { key, pieces } of items) {
      const page = pieces[0]?.block.place?.page;
      if (page === undefined || !pages.has(page)) continue;
      found.set(key, { page, isFirst: !seen.has(page) });
      seen.add(page);
    }
    return found;
  }, [preview, items]);
}

/** What was changed takes the focus where it is drawn now. */
function useFocusOnWanted(
  work: ImportWork,
  list: React.RefObject<HTMLElement | null>,
  showAll: () => void,
): void {
  const { wanted } = work;
  const current = work.current?.key;
  const missing = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || current === undefined) return;
    const element = list.current?.querySelector<HTMLElement>(`[data-edit-key="${current}"]`);
    if (element) {
      wanted.current = null;
      element.focus();
    } else if (missing.current !== current) {
      missing.current = current;
      showAll();
    }
  });
}
