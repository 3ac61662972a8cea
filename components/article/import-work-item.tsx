"use client";

import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { bulletSign, type ParsedBlock } from "#domain/block.ts";
import type { EditedPiece } from "#domain/edited-pieces.ts";
import { settledMarks, textNodesOf } from "#editor/block-marks.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { storableText } from "#editor/storable-text.ts";
import { inlines } from "./article-inline.tsx";
import { ArticleTable } from "./article-table.tsx";
import { BlockCaretMark } from "./block-caret-mark.tsx";
import type { ImportItem } from "./import-items.ts";
import classes from "./import-work.module.css";
import type { BlockCaret } from "./use-import-work.ts";

const BULLET_INDENT = 1.25;
/** Code points of a block that name it to those who hear it. */
const NAME_LENGTH = 60;

interface ImportWorkItemProps {
  item: ImportItem;
  isCurrent: boolean;
  /** Whether its order in the source is uncertain, and whether it is the first of its page. */
  uncertain: { page: number; isFirst: boolean } | null;
  caret: BlockCaret | null;
}

/** One thing in the preview, which takes the focus. */
export const ImportWorkItem = memo(function ImportWorkItem(props: ImportWorkItemProps) {
  const { item, isCurrent, uncertain, caret } = props;
  const t = useTranslations("import.work");
  const kind = useKindName(item);
  const [first] = item.pieces;
  const place = first?.block.place;
  const text = first ? [...first.block.text].slice(0, NAME_LENGTH).join("") : "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields.
    <div
      className={classes.item}
      role="group"
      aria-label={`${kind.name}: ${text}`}
      aria-current={isCurrent ? true : undefined}
      tabIndex={isCurrent ? 0 : -1}
      data-edit-key={item.key}
      data-type={item.type}
      data-kind={kind.key}
      data-page={place?.page}
      data-top={place?.top}
      data-uncertain={uncertain !== null || undefined}
    >
      <span className={classes.kind}>{kind.key === "paragraph" ? null : kind.name}</span>
      <div className={classes.content}>
        {uncertain?.isFirst && (
          <span className={classes.flag}>{t("uncertainPage", { page: uncertain.page })}</span>
        )}
        <Content {...props} />
        {caret && first && <BlockCaretMark at={caret.at} text={first.block.text} />}
      </div>
    </div>
  );
}, isSame);

/** Every edit makes the items anew; most of them are drawn as they were. */
function isSame(a: ImportWorkItemProps, b: ImportWorkItemProps): boolean {
  return (
    a.isCurrent === b.isCurrent &&
    a.caret === b.caret &&
    a.uncertain?.page === b.uncertain?.page &&
    a.uncertain?.isFirst === b.uncertain?.isFirst &&
    a.item.type === b.item.type &&
    a.item.pieces.length === b.item.pieces.length &&
    a.item.pieces.every(({ key, block }, at) => {
      const other = b.item.pieces[at];
      return other?.key === key && other.block === block;
    })
  );
}

function Content({ item }: ImportWorkItemProps) {
  if (item.type === "fold") return <Fold item={item} />;
  if (item.type === "table") return <Table pieces={item.pieces} />;
  const { block } = item.pieces[0];
  return <BlockText block={block} />;
}

function BlockText({ block }: { block: ParsedBlock }) {
  const t = useTranslations("import.preview");
  const { kind, level, details } = block;
  const sign = kind === "bullet" ? bulletSign(details) : kind === "footnote" ? details?.label : null;
  return (
    <>
      {kind === "figure" && <div className={classes.picture}>{t("picture")}</div>}
      <p
        data-text
        data-sign={sign ?? undefined}
        style={kind === "bullet" ? { marginInlineStart: `${(level ?? 1) * BULLET_INDENT}em` } : undefined}
      >
        <Words block={block} />
      </p>
    </>
  );
}

const ANY_LABEL = { has: () => true };

const Words = memo(function Words({ block: { text, details } }: { block: ParsedBlock }) {
  const words = storableText(text);
  return inlines(textNodesOf(words, settledMarks(details?.marks ?? [], words, ANY_LABEL)));
});

function Table({ pieces }: { pieces: readonly EditedPiece[] }) {
  const nodes = useMemo(() => buildRevision(pieces.map(({ block }) => block)).document.content, [pieces]);
  return nodes.map((node) =>
    node.type === "table" ? (
      <ArticleTable key="table" node={node} />
    ) : "attrs" in node ? (
      <p key={node.attrs.blockId}>{"content" in node ? inlines(node.content) : null}</p>
    ) : null,
  );
}

/** What is left out, folded in its place, one press away from the text. */
function Fold({ item: { key, pieces, why } }: { item: Extract<ImportItem, { type: "fold" }> }) {
  const t = useTranslations("import.work");
  const count = pieces.length;
  return (
    <div className={classes.fold}>
      <details>
        <summary>{t("fold", { why: t(`why.${why}`), count })}</summary>
        {pieces.map((piece) => (
          <p key={piece.key}>
            <Words block={piece.block} />
          </p>
        ))}
      </details>
      <button type="button" className={classes.takeBack} data-take-back={key}>
        {t("takeBack")}
      </button>
    </div>
  );
}

function useKindName(item: ImportItem): { key: string; name: string } {
  const t = useTranslations("import.work");
  if (item.type === "fold") return { key: "fold", name: t("leftOutName") };
  if (item.type === "table") return { key: "cell", name: t("kinds.cell") };
  const { kind, level } = item.pieces[0].block;
  if (kind === "heading" && level === 1) return { key: "title", name: t("kinds.title") };
  if (kind === "heading") return { key: kind, name: t("headingLevel", { level: (level ?? 2) - 1 }) };
  return { key: kind, name: t(`kinds.${kind}`) };
}
