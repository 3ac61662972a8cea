"use client";

import { useEffect, useEffectEvent } from "react";
import { shortcutKey } from "#components/ui/typing.ts";
import { reportActionOf } from "./report-keys.ts";
import type { Report } from "./use-report.ts";

interface ReportKeysOptions {
  /** Puts the claim where the selection of the text is. */
  onPlace: () => void;
  /** Brings the caret into the text. */
  onCaret: () => void;
  onSave: () => void;
  onHelp: () => void;
}

/** Obeys the report's key map wherever a key does not write or choose something else. */
export function useReportKeys(report: Report, { onPlace, onCaret, onSave, onHelp }: ReportKeysOptions): void {
  const { current, mayDecide } = report;
  const obey = useEffectEvent((event: KeyboardEvent) => {
    const key = shortcutKey(event);
    const action = key === null ? null : reportActionOf(key);
    if (action === null || (key === "enter" && isControl(event.target))) return;
    if (key?.startsWith("arrow") && !isInList(event.target)) return;
    const run = () => {
      if (typeof action === "number") {
        const candidate = current?.candidates[action];
        if (current && candidate && mayDecide) report.place(current, candidate);
        return candidate !== undefined;
      }
      switch (action) {
        case "next":
          return report.step(1);
        case "previous":
          return report.step(-1);
        case "nextUndecided":
          return report.toUndecided();
        case "confirm":
          return confirm(report);
        case "place":
          return onPlace();
        case "caret":
          return onCaret();
        case "drop":
          return openDropMenu(current?.claim.id);
        case "takeBack":
          return current?.decision && mayDecide ? report.takeBack(current) : false;
        case "text":
          return report.show("text");
        case "diff":
          return report.show(report.view === "diff" ? "text" : "diff");
        case "save":
          return onSave();
        case "help":
          return onHelp();
      }
    };
    if (run() !== false) event.preventDefault();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => obey(event);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** A changed claim stands where its passage stands: the likeliest place is the one that is proposed. */
function confirm(report: Report): boolean {
  const { current, mayDecide } = report;
  const first = current?.candidates[0];
  if (!first || current.outcome !== "changed" || current.decision || !mayDecide) return false;
  report.place(current, first);
  return true;
}

/** Enter on a button presses it; on the head of an entry, which is chosen already, it confirms. */
function isControl(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest("a, button, [role=document]");
  return control !== null && !control.matches("[data-entry-id][aria-expanded=true]");
}

const isInList = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-report-list]") !== null;

function openDropMenu(claimId: string | undefined): boolean {
  const button = document.querySelector<HTMLElement>(`[data-drop-id="${CSS.escape(claimId ?? "")}"]`);
  button?.focus();
  button?.click();
  if (button) enterMenu();
  return button !== null;
}

/** The menu is drawn some frames after the press; a key opened it, so keys go on in it. */
function enterMenu(tries = 30): void {
  const item = document.querySelector<HTMLElement>("[role=menu] [role=menuitem]");
  if (item) item.focus();
  else if (tries > 0) requestAnimationFrame(() => enterMenu(tries - 1));
}
