"use client";

import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ArticleText } from "#components/article/article-text.tsx";
import proof from "#components/article/reader.module.css";
import { ReaderHighlightStyles } from "#components/article/reader-highlight-styles.tsx";
import { type Block, HEADING_LEVELS } from "#domain/block.ts";
import { articleRootAttributes } from "#editor/article-editor.ts";
import { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";

interface RevisionTextProps {
  revision: { text: string; blocks: readonly Block[] };
  /** What the text is called to a screen reader. */
  label: string;
  language: string;
  claims: readonly PaintedClaim[];
  focusedId: string | null;
  /** What stands beside the text, drawn from where the claims are. */
  children?: (layer: ClaimLayer) => ReactNode;
}

/** A text that is not the article's newest, with passages painted in it. Nothing of it can be written to. */
export function RevisionText({ revision, label, language, claims, focusedId, children }: RevisionTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const [layer, setLayer] = useState<ClaimLayer | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = new ClaimLayer(host.current, revision);
    setLayer(made);
    return () => {
      setLayer(null);
      made.destroy();
    };
  }, [revision]);
  useLayoutEffect(() => layer?.setClaims(claims), [layer, claims]);
  useEffect(() => layer?.focus(focusedId), [layer, focusedId]);
  const blocks = useMemo(() => revision.blocks.map(belowTheTitle), [revision]);
  const { class: className, tabindex, style: _, ...attributes } = articleRootAttributes({ label, language });
  return (
    <div className={proof.proof}>
      <ReaderHighlightStyles />
      <div
        {...attributes}
        ref={host}
        className={className}
        tabIndex={Number(tabindex)}
        style={{ whiteSpace: "break-spaces" }}
      >
        <ArticleText blocks={blocks} />
      </div>
      {layer && children?.(layer)}
    </div>
  );
}

/** The page around it has a title of its own, so that the article's is the next below. */
const belowTheTitle = (block: Block): Block =>
  block.kind === "heading" && block.level === HEADING_LEVELS.title
    ? { ...block, level: HEADING_LEVELS.section }
    : block;
