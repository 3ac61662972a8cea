"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { shortcutKey } from "#components/ui/typing.ts";
import classes from "./diff.module.css";
import type { DiffLayout } from "./diff-row.tsx";

interface DiffBarProps {
  changes: number;
  layout: DiffLayout;
  onLayout: (layout: DiffLayout) => void;
  rows: RefObject<HTMLDivElement | null>;
  hasKeys: boolean;
}

/** How many changes there are, the way from one to the next, and how the two texts stand. */
export function DiffBar({ changes, layout, onLayout, rows, hasKeys }: DiffBarProps) {
  const t = useTranslations("diff");
  const step = useChangeSteps(rows);
  useStepKeys(step, hasKeys && changes > 0);
  return (
    <div className={classes.bar}>
      <p className={classes.count}>{t("changes", { count: changes })}</p>
      {changes > 0 && (
        <div className={classes.steps}>
          <Step direction={-1} onStep={step} hasKeys={hasKeys} />
          <Step direction={1} onStep={step} hasKeys={hasKeys} />
        </div>
      )}
      <SegmentedControl
        className={classes.layouts}
        size="xs"
        aria-label={t("layout.label")}
        value={layout}
        onChange={(value) => onLayout(value === "inline" ? "inline" : "beside")}
        data={(["beside", "inline"] as const).map((value) => ({ value, label: t(`layout.${value}`) }))}
      />
    </div>
  );
}

function Step({
  direction,
  onStep,
  hasKeys,
}: {
  direction: 1 | -1;
  onStep: (direction: 1 | -1) => void;
  hasKeys: boolean;
}) {
  const t = useTranslations("diff");
  const Icon = direction === 1 ? IconChevronDown : IconChevronUp;
  const key = direction === 1 ? "n" : "p";
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={14} aria-hidden />}
      {...(hasKeys && {
        rightSection: <Shortcut keys={key.toUpperCase()} />,
        "aria-keyshortcuts": key,
      })}
      onClick={() => onStep(direction)}
    >
      {t(direction === 1 ? "next" : "previous")}
    </Button>
  );
}

/** Goes from change to change, round the ends, and puts the focus on it. */
function useChangeSteps(rows: RefObject<HTMLDivElement | null>): (direction: 1 | -1) => void {
  const at = useRef(0);
  return useCallback(
    (direction) => {
      const changes = [...(rows.current?.querySelectorAll<HTMLElement>("[data-change]") ?? [])];
      if (changes.length === 0) return;
      const focused = changes.findIndex((change) => change.contains(document.activeElement));
      const from = focused >= 0 ? focused + 1 : at.current;
      const next = ((from - 1 + direction + changes.length) % changes.length) + 1;
      at.current = from === 0 && direction === -1 ? changes.length : next;
      const change = changes[at.current - 1];
      change?.focus({ preventScroll: true });
      change?.scrollIntoView({ block: "center" });
    },
    [rows],
  );
}

function useStepKeys(step: (direction: 1 | -1) => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const key = shortcutKey(event);
      if (key !== "n" && key !== "p") return;
      event.preventDefault();
      step(key === "n" ? 1 : -1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [step, isOn]);
}
