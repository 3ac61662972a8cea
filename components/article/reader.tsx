"use client";

import { useRef, useState } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { articleRootAttributes } from "#editor/article-editor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { ArticleText } from "./article-text.tsx";
import classes from "./reader.module.css";
import { ReaderChooser } from "./reader-chooser.tsx";
import { ReaderEdges } from "./reader-edges.tsx";
import { ReaderHighlightStyles } from "./reader-highlight-styles.tsx";
import { ReaderMargin } from "./reader-margin.tsx";
import { ReaderSelection } from "./reader-selection.tsx";
import { useArticleEditor } from "./use-article-editor.ts";
import { useLayerClaims } from "./use-layer-claims.ts";
import { useReaderPort } from "./use-reader-port.ts";
import { useRootDetails } from "./use-root-details.ts";

/**
 * The article on the proof. The server's text stands until the editor has taken over in the very same place; then the
 * claims are painted, and everything that stands beside the text is drawn from where they are.
 */
export function Reader() {
  const { article } = useWorkbench();
  const host = useRef<HTMLDivElement>(null);
  const [layer, setLayer] = useState<ClaimLayer | null>(null);
  const isReady = useArticleEditor(host, setLayer);
  const proof = useRef<HTMLDivElement>(null);
  useLayerClaims(layer);
  useReaderPort(layer, proof);
  useRootDetails(layer);
  const {
    class: className,
    tabindex,
    style: _,
    ...attributes
  } = articleRootAttributes({
    label: article.title,
    language: article.language,
  });
  return (
    <div className={classes.proof} ref={proof}>
      <ReaderHighlightStyles />
      <div ref={host} />
      {!isReady && (
        <div
          {...attributes}
          className={className}
          tabIndex={Number(tabindex)}
          style={{ whiteSpace: "break-spaces" }}
        >
          <ArticleText blocks={article.revision.blocks} />
        </div>
      )}
      {layer && (
        <>
          <ReaderSelection layer={layer} />
          <ReaderChooser layer={layer} />
          <ReaderEdges layer={layer} />
          <ReaderMargin layer={layer} />
        </>
      )}
    </div>
  );
}
