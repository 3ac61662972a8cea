"use client";

import { UnstyledButton } from "@mantine/core";
import { IconFold } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useId, useMemo, useRef, useState } from "react";
import type { Block } from "#domain/block.ts";
import { diffRevisions } from "#domain/diff/revision-diff.ts";
import classes from "./diff.module.css";
import { DiffBar } from "./diff-bar.tsx";
import { type DiffLayout, DiffRowView } from "./diff-row.tsx";
import { type DiffStretch, diffStretches } from "./diff-stretches.ts";
import { useDiffLayout } from "./use-diff-layout.ts";

interface DiffViewProps {
  before: readonly Block[];
  after: readonly Block[];
  /** What the two are called: 第1版 and 第2版. */
  names: { before: string; after: string };
  /** BCP 47, of the article. */
  language: string;
  /** Whether keys go from change to change; false where they mean something else. */
  hasKeys?: boolean;
}

/** Two versions of a text with what became of every paragraph. */
export function DiffView({ before, after, names, language, hasKeys = true }: DiffViewProps) {
  const t = useTranslations("diff");
  const stretches = useMemo(() => diffStretches(diffRevisions(before, after)), [before, after]);
  const { layout, choose } = useDiffLayout();
  const rows = useRef<HTMLDivElement>(null);
  const changes = stretches.reduce(
    (sum, stretch) => sum + stretch.rows.filter(({ change }) => change !== null).length,
    0,
  );
  return (
    <section className={classes.diff} aria-label={t("label", names)}>
      <DiffBar changes={changes} layout={layout} onLayout={choose} rows={rows} hasKeys={hasKeys} />
      {layout === "beside" && (
        <div className={classes.names} aria-hidden>
          <span>{names.before}</span>
          <span>{names.after}</span>
        </div>
      )}
      <div ref={rows} className={classes.rows} data-layout={layout} lang={language}>
        {stretches.map((stretch) => (
          <Stretch
            key={stretch.rows[0]?.index}
            stretch={stretch}
            before={before}
            after={after}
            layout={layout}
          />
        ))}
      </div>
    </section>
  );
}

interface StretchProps {
  stretch: DiffStretch;
  before: readonly Block[];
  after: readonly Block[];
  layout: DiffLayout;
}

function Stretch({ stretch, ...texts }: StretchProps) {
  const t = useTranslations("diff");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const rows = stretch.rows.map(({ index, row, change }) => (
    <DiffRowView key={index} row={row} change={change} {...texts} />
  ));
  if (!stretch.isFolded) return rows;
  return (
    <>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconFold size={14} aria-hidden />
        {t(isOpen ? "foldAgain" : "folded", { count: stretch.rows.length })}
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && rows}
      </div>
    </>
  );
}
