import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Block } from "#domain/block.ts";
import type { DiffRow } from "#domain/diff/revision-diff.ts";
import classes from "./diff.module.css";
import { DiffText } from "./diff-text.tsx";

export type DiffLayout = "beside" | "inline";

interface DiffRowProps {
  row: DiffRow;
  /** Counts the changes from 1; null for an unchanged row. */
  change: number | null;
  before: readonly Block[];
  after: readonly Block[];
  layout: DiffLayout;
}

/** What became of one block (or a few): its old words beside its new ones, or both in one line. */
export function DiffRowView({ row, change, before, after, layout }: DiffRowProps) {
  const t = useTranslations("diff");
  const { kind } = row;
  const [was, is] = [before[row.before[0] ?? -1], after[row.after[0] ?? -1]];
  const cells =
    layout === "inline" ? (
      <Cell block={is ?? was} row={row} />
    ) : (
      <>
        <Cell block={kind === "moved_here" ? undefined : was} row={row} side="before" />
        <Cell block={is} row={row} side={kind === "moved_here" ? undefined : "after"} />
      </>
    );
  if (change === null || kind === "same") return <div className={classes.row}>{cells}</div>;
  const name = t(`kinds.${nameOf(kind, row)}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; this groups the two sides of a change.
    <div
      className={classes.row}
      role="group"
      tabIndex={-1}
      data-change={change}
      data-kind={kind}
      id={row.move === null ? undefined : moveId(row.move, kind)}
      aria-label={t("change", { number: change, kind: name })}
    >
      <p className={classes.sign}>
        <span aria-hidden>{SIGNS[kind]}</span> {name}
        {row.move !== null && <MoveLink row={row} move={row.move} />}
      </p>
      {cells}
    </div>
  );
}

const SIGNS = {
  edited: "✎",
  deleted: "−",
  inserted: "＋",
  moved_away: "↷",
  moved_here: "↶",
} as const;

/** What a row is called: an edit that made one block several, or several one, is called by that. */
function nameOf(kind: Exclude<DiffRow["kind"], "same">, { before, after }: DiffRow) {
  if (kind !== "edited" || before.length === after.length) return kind;
  return before.length < after.length ? "split" : "merged";
}

const moveId = (move: number, kind: DiffRow["kind"]): string =>
  `move-${move}-${kind === "moved_away" ? "from" : "to"}`;

/** The way from one end of a move to the other. */
function MoveLink({ row: { kind }, move }: { row: DiffRow; move: number }) {
  const t = useTranslations("diff");
  const isAway = kind === "moved_away";
  return (
    <a href={`#${moveId(move, isAway ? "moved_here" : "moved_away")}`} className={classes.moveLink}>
      {t(isAway ? "toNewPlace" : "toOldPlace", { number: move })}
    </a>
  );
}

function Cell({
  block,
  row,
  side,
}: {
  block: Block | undefined;
  row: DiffRow;
  side?: "before" | "after" | undefined;
}) {
  if (!block) return <div className={classes.cell} data-empty />;
  const text: ReactNode =
    row.kind === "moved_away" ? (
      row.segments.map(({ text: words }) => words).join("")
    ) : (
      <DiffText segments={row.segments} {...(side && { side })} />
    );
  return (
    <div className={classes.cell} data-block={block.kind} data-side={side} dir="auto">
      {text}
    </div>
  );
}
