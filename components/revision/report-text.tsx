"use client";

import { Button, Paper, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import proof from "#components/article/reader.module.css";
import margin from "#components/article/reader-margin.module.css";
import { useSelectionOffer } from "#components/article/use-selection-offer.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { Stamp } from "#components/verdict/stamp.tsx";
import { lookOf, standingOf } from "#components/verdict/standing.ts";
import type { AnchorRange } from "#domain/anchor.ts";
import type { DraftEntry } from "#domain/revision-draft.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { KeyboardSelection } from "#editor/claim-layer/keyboard-selection.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import classes from "./report.module.css";
import { CANDIDATE_KEYS } from "./report-keys.ts";
import { RevisionMargin } from "./revision-margin.tsx";
import { RevisionText } from "./revision-text.tsx";
import type { Report } from "./use-report.ts";

/** What the keys may do with the text. */
export interface ReportTextPort {
  enterCaret: () => void;
  /** What is selected, as a claim would quote it; null where that can't be one. */
  selection: () => AnchorRange | null;
}

interface ReportTextProps {
  report: Report;
  title: string;
  language: string;
  port: RefObject<ReportTextPort | null>;
}

/** The new text: the claims where they will stand, and of the one that is looked at the places where it might. */
export function ReportText({ report, title, language, port }: ReportTextProps) {
  const t = useTranslations("versions");
  const { draft, current, entries } = report;
  const revision = useMemo(() => ({ text: draft.text, blocks: draft.blocks }), [draft.text, draft.blocks]);
  const claims = useMemo(() => [...painted(entries, current), ...candidatesOf(current)], [entries, current]);
  const focusedId = current ? (placeOf(current) ? current.claim.id : CANDIDATE.of(0)) : null;
  return (
    <RevisionText
      revision={revision}
      label={t("newText", { title })}
      language={language}
      claims={claims}
      focusedId={focusedId}
    >
      {(layer) => (
        <>
          <Follow key={`${current?.claim.id} ${report.view}`} layer={layer} id={focusedId} />
          <PortOf layer={layer} report={report} port={port} />
          <PlaceSelection layer={layer} report={report} />
          <RevisionMargin layer={layer} label={t("marks")} focusedId={focusedId}>
            {(id) => <Mark key={id} id={id} report={report} />}
          </RevisionMargin>
        </>
      )}
    </RevisionText>
  );
}

/** How the places where the claim might stand are called in the layer. */
const CANDIDATE = {
  of: (index: number) => `candidate-${index}`,
  indexOf: (id: string) => (id.startsWith("candidate-") ? Number(id.slice("candidate-".length)) : null),
};

/** Where an entry will stand as things are; null where it waits or goes. */
function placeOf({ outcome, decision, after }: DraftEntry): AnchorRange | null {
  if (decision) return decision.kind === "placed" ? decision : null;
  return outcome === "exact" || outcome === "moved" ? after : null;
}

const painted = (entries: readonly DraftEntry[], current: DraftEntry | null): PaintedClaim[] =>
  entries.flatMap((entry) => {
    const place = placeOf(entry);
    if (!place) return [];
    const { blockId, start, end } = place;
    const isCurrent = entry.claim.id === current?.claim.id;
    return [{ id: entry.claim.id, blockId, start, end, look: isCurrent ? "work" : lookOf(entry.claim) }];
  });

const candidatesOf = (current: DraftEntry | null): PaintedClaim[] =>
  current === null || placeOf(current)
    ? []
    : current.candidates.slice(0, CANDIDATE_KEYS).map(({ blockId, start, end }, index) => ({
        id: CANDIDATE.of(index),
        blockId,
        start,
        end,
        look: "discussed",
      }));

/** Keeps the passage that is looked at in sight. */
function Follow({ layer, id }: { layer: ClaimLayer; id: string | null }) {
  useEffect(() => {
    if (id !== null) layer.scrollToClaim(id);
  }, [layer, id]);
  return null;
}

function PortOf({
  layer,
  report,
  port,
}: {
  layer: ClaimLayer;
  report: Report;
  port: RefObject<ReportTextPort | null>;
}) {
  const t = useTranslations("workbench");
  const announce = useAnnounce();
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  useEffect(() => {
    const selection = () => {
      const selected = layer.selectedRange();
      return selected.state === "exact" && !document.getSelection()?.isCollapsed ? selected.range : null;
    };
    const caret = new KeyboardSelection(layer, {
      onToggle: (isOn) => announce(t(isOn ? "caretOn" : "caretOff")),
      onMove: (text, isSelection) => announce(isSelection ? t("selected", { text }) : text),
      onConfirm: () => placeSelection(latest.current, selection()),
    });
    port.current = { enterCaret: () => caret.start(), selection };
    return () => {
      port.current = null;
      caret.destroy();
    };
  }, [layer, port, announce, t]);
  return null;
}

/** Puts the claim that is looked at on what is selected. */
export function placeSelection(report: Report, range: AnchorRange | null): void {
  const { current, mayDecide } = report;
  if (!current || !range || !mayDecide) return;
  document.getSelection()?.collapseToEnd();
  report.place(current, range);
}

function PlaceSelection({ layer, report }: { layer: ClaimLayer; report: Report }) {
  const t = useTranslations("versions");
  const workbench = useTranslations("workbench");
  const offer = useSelectionOffer(layer, report.mayDecide);
  const { current } = report;
  if (!offer) return null;
  return (
    <Paper
      className={proof.offer}
      data-touch={offer.isTouch || undefined}
      shadow="md"
      withBorder
      style={{ left: offer.left, top: offer.top }}
      onPointerDown={(event) => event.preventDefault()}
    >
      {current && offer.range ? (
        <Button
          variant="subtle"
          size="sm"
          rightSection={<Shortcut keys="H" />}
          aria-keyshortcuts="h"
          onClick={() => placeSelection(report, offer.range)}
        >
          {t("placeSelection", { number: current.claim.number })}
        </Button>
      ) : (
        <Text size="sm" c="dimmed" px="sm" py={6}>
          {offer.range ? t("chooseFirst") : workbench("refusal.crosses_blocks")}
        </Text>
      )}
    </Paper>
  );
}

/** A claim's stamp, or the number of a place where it might stand. */
function Mark({ id, report }: { id: string; report: Report }) {
  const t = useTranslations("versions");
  const { current, entries, select } = report;
  const index = CANDIDATE.indexOf(id);
  if (index !== null) {
    const candidate = current?.candidates[index];
    if (!current || !candidate) return null;
    const name = t("entry.placeAt", { number: index + 1 });
    return (
      <button
        type="button"
        className={classes.candidateMark}
        aria-label={name}
        title={name}
        disabled={!report.mayDecide}
        onClick={() => report.place(current, candidate)}
      >
        {index + 1}
      </button>
    );
  }
  const entry = entries.find(({ claim }) => claim.id === id);
  if (!entry) return null;
  return (
    <button
      type="button"
      className={margin.stamp}
      aria-label={t("openEntry", { number: entry.claim.number })}
      aria-current={id === current?.claim.id || undefined}
      onClick={() => select(id)}
    >
      <Stamp standing={standingOf(entry.claim)} number={entry.claim.number} />
    </button>
  );
}
