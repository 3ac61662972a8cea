"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type BlockKind, bulletSign } from "#domain/block.ts";
import type { ArticleBlockNode, ArticleFigureNode, ArticleTableNode } from "#editor/article-document.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { ArticleFigure } from "./article-figure.tsx";
import { inlines } from "./article-inline.tsx";
import { ArticleTable, rowKey } from "./article-table.tsx";
import classes from "./import.module.css";
import type { ImportPreview } from "./use-import-preview.ts";

const BULLET_INDENT = 1.25;

/** Blocks with their kind beside them: what will be a heading in the outline, what a bullet to settle. */
export function ImportBlocks({ blocks }: { blocks: ImportPreview["blocks"] }) {
  // Settled as they will be when they are stored: what is not allowed then is not shown now.
  const nodes = useMemo(() => (blocks.length > 0 ? buildRevision(blocks).document.content : []), [blocks]);
  return nodes.map((node) => {
    if (node.type === "table") return <Table key={node.content.map(rowKey).find(Boolean)} node={node} />;
    const each = node.type === "bulletList" || node.type === "footnoteList" ? node.content : [node];
    return each.map((one) => <Block key={one.attrs.blockId} node={one} />);
  });
}

function Block({ node }: { node: ArticleBlockNode }) {
  if (node.type === "figure") {
    return (
      <Kind kind="figure">
        {node.attrs.sha256 === null ? <ArticleFigure node={node} /> : <ComingFigure node={node} />}
      </Kind>
    );
  }
  const isTitle = node.type === "heading" && node.attrs.level === 1;
  const sign =
    node.type === "bullet" ? bulletSign(node.attrs) : node.type === "footnote" ? node.attrs.label : null;
  const indent = node.type === "bullet" ? node.attrs.depth * BULLET_INDENT : null;
  return (
    <Kind kind={isTitle ? "title" : node.type}>
      <p
        data-sign={sign ?? undefined}
        style={indent === null ? undefined : { marginInlineStart: `${indent}em` }}
      >
        {inlines(node.content)}
      </p>
    </Kind>
  );
}

/** A picture that is not kept anywhere yet: it comes along when the article is saved. */
function ComingFigure({ node }: { node: ArticleFigureNode }) {
  const t = useTranslations("import.preview");
  return (
    <figure>
      <div className={classes.picture}>{t("picture")}</div>
      <figcaption>{inlines(node.content)}</figcaption>
    </figure>
  );
}

function Table({ node }: { node: ArticleTableNode }) {
  return (
    <Kind kind="cell">
      <ArticleTable node={node} />
    </Kind>
  );
}

function Kind({ kind, children }: { kind: BlockKind | "title"; children: React.ReactNode }) {
  const t = useTranslations("import.preview");
  return (
    <div className={classes.block} data-kind={kind}>
      <span className={classes.kind}>{kind === "paragraph" ? null : t(`kinds.${kind}`)}</span>
      {children}
    </div>
  );
}
