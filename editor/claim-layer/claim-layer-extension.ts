import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { ShownRevision } from "./article-dom.ts";
import { ClaimLayer } from "./claim-layer.ts";

export interface ClaimLayerOptions {
  /** The revision the editor shows; its blocks are those of the editor's document. */
  revision: ShownRevision;
  /** Told of the layer once the editor's view is on the page, and of null when it goes. */
  onLayer: (layer: ClaimLayer | null) => void;
}

/**
 * Puts a claim layer over an editor's own DOM for as long as the view lives. The document never changes, so the view's
 * elements stay what they are; if something replaces it all the same, the layer is made anew over the new elements.
 */
export const ClaimLayerExtension = Extension.create<ClaimLayerOptions>({
  name: "claimLayer",
  addOptions: () => ({ revision: { text: "", blocks: [] }, onLayer: () => {} }),
  addProseMirrorPlugins() {
    const { revision, onLayer } = this.options;
    return [
      new Plugin({
        view(view) {
          let layer = new ClaimLayer(view.dom, revision);
          onLayer(layer);
          return {
            update(_view, before) {
              if (before.doc.eq(view.state.doc)) return;
              layer.destroy();
              layer = new ClaimLayer(view.dom, revision);
              onLayer(layer);
            },
            destroy() {
              onLayer(null);
              layer.destroy();
            },
          };
        },
      }),
    ];
  },
});
