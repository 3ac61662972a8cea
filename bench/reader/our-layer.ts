import { Editor } from "@tiptap/core";
import { createArticleEditorOptions } from "#editor/article-editor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import type { Subject } from "./subject.ts";

/** The product's own: TipTap, read-only, with the claim layer over it. */
export function ourLayer(): Subject {
  let layer: ClaimLayer | null = null;
  return {
    mount(host, revision) {
      new Editor({
        ...createArticleEditorOptions({
          revision,
          label: "article",
          language: "ja",
          onLayer: (made) => {
            layer = made;
          },
        }),
        element: host,
      });
    },
    paint: (claims) => layer?.setClaims(claims),
    add: (claim) => layer?.put(claim),
  };
}
