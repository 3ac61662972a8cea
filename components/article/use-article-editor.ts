"use client";

import { Editor } from "@tiptap/core";
import { type RefObject, useLayoutEffect, useState } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { createArticleEditorOptions } from "#editor/article-editor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";

/**
 * Puts the article's editor into `host`, and says when it stands. Both happen before the browser paints, so that the
 * server's text and the editor's are never on the screen together.
 */
export function useArticleEditor(
  host: RefObject<HTMLDivElement | null>,
  onLayer: (layer: ClaimLayer | null) => void,
): boolean {
  const { article } = useWorkbench();
  const [isReady, setReady] = useState(false);
  useLayoutEffect(() => {
    if (!host.current) return;
    const editor = new Editor({
      ...createArticleEditorOptions({
        revision: article.revision,
        label: article.title,
        language: article.language,
        onLayer,
      }),
      element: host.current,
    });
    setReady(true);
    return () => editor.destroy();
  }, [article, host, onLayer]);
  return isReady;
}
