"use client";

import { useTranslations } from "next-intl";
import classes from "./import.module.css";
import type { ImportPreview } from "./use-import-preview.ts";

const BULLET_INDENT = 1.25;

type PreviewBlock = ImportPreview["blocks"][number];

/** Blocks with their kind beside them: what will be a heading in the outline, what a bullet to settle. */
export function ImportBlocks({ blocks }: { blocks: readonly PreviewBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no ids before they are stored, and never move here.
    <Block key={index} block={block} />
  ));
}

function Block({ block }: { block: PreviewBlock }) {
  const t = useTranslations("import.preview");
  const { kind, level, text } = block;
  const isTitle = kind === "heading" && level === 1;
  return (
    <div className={classes.block} data-kind={isTitle ? "title" : kind}>
      <span className={classes.kind}>
        {kind === "paragraph" ? null : t(`kinds.${isTitle ? "title" : kind}`)}
      </span>
      <p style={kind === "bullet" ? { marginInlineStart: `${(level ?? 1) * BULLET_INDENT}em` } : undefined}>
        {text}
      </p>
    </div>
  );
}
