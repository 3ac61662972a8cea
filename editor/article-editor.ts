import type { EditorOptions } from "@tiptap/core";
import { articleNodes } from "./article-schema.ts";
import type { ShownRevision } from "./claim-layer/article-dom.ts";
import type { ClaimLayer } from "./claim-layer/claim-layer.ts";
import { ClaimLayerExtension } from "./claim-layer/claim-layer-extension.ts";
import { documentFromBlocks } from "./revision-document.ts";

export interface ArticleEditorSettings {
  revision: ShownRevision;
  /** What the article is called to a screen reader. */
  label: string;
  /** BCP 47 language of the text. */
  language: string;
  /** Told of the claim layer once the editor is on the page, and of null when it goes. */
  onLayer: (layer: ClaimLayer | null) => void;
}

/**
 * The attributes of the element that holds an article's blocks. The server puts the same on its own element, and the
 * style sheet speaks of `.article-text`, so that the hand-over to the editor moves nothing. `white-space` is inline
 * because ProseMirror asks for it and its own style sheet is not loaded.
 */
export function articleRootAttributes({
  label,
  language,
}: Pick<ArticleEditorSettings, "label" | "language">) {
  return {
    class: "article-text",
    role: "document",
    tabindex: "0",
    "aria-label": label,
    lang: language,
    style: "white-space:break-spaces",
  };
}

/**
 * Options of a TipTap editor that shows a revision and can't change it. Nothing of TipTap that serves writing is
 * loaded: no commands, no keymap, no paste rules, no style sheet of its own.
 */
export function createArticleEditorOptions(settings: ArticleEditorSettings): Partial<EditorOptions> {
  return {
    extensions: [
      ...articleNodes,
      ClaimLayerExtension.configure({ revision: settings.revision, onLayer: settings.onLayer }),
    ],
    content: documentFromBlocks(settings.revision.blocks),
    editable: false,
    injectCSS: false,
    enableCoreExtensions: { keymap: false, paste: false, drop: false, delete: false, tabindex: false },
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: { attributes: articleRootAttributes(settings) },
  };
}
