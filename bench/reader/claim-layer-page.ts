import { Editor } from "@tiptap/core";
import type { ParsedBlock } from "#domain/block.ts";
import { codePoints } from "#domain/offset.ts";
import { createArticleEditorOptions } from "#editor/article-editor.ts";
import type { ClaimLayer } from "#editor/claim-layer/claim-layer.ts";
import { KeyboardSelection } from "#editor/claim-layer/keyboard-selection.ts";
import type { ClaimLook, PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import { buildRevision } from "#editor/revision-document.ts";
import { highlightCss } from "./highlight-css.ts";

const paragraph = (text: string): ParsedBlock => ({ kind: "paragraph", level: null, text });
const revision = buildRevision([
  { kind: "heading", level: 1, text: "題名" },
  paragraph("家族👩‍👩‍👧は9月3日、北京で会談した。𠮷野家で食事をした。"),
  { kind: "bullet", level: 1, text: "一つ目の項目である。" },
  { kind: "bullet", level: 2, text: "二つ目の項目である。" },
  { kind: "quotation", level: null, text: "引用である。" },
  ...Array.from({ length: 60 }, (_, index) =>
    paragraph(`第${index}段落。${"埋め草の文である。".repeat(20)}`),
  ),
]);

/** What the tests call inside the page. */
class TestPage {
  layer: ClaimLayer | null = null;
  keyboard: KeyboardSelection | null = null;
  readonly heard: string[] = [];
  readonly revision = revision;
  #editor: Editor | null = null;

  mount(): void {
    const style = document.createElement("style");
    style.textContent = highlightCss;
    document.head.append(style);
    const host = document.createElement("main");
    host.style.cssText = "position:relative;width:600px;margin:40px;font:16px/2 sans-serif";
    document.body.append(host);
    this.#editor = new Editor({
      element: host,
      ...createArticleEditorOptions({
        revision,
        label: "記事",
        language: "ja",
        onLayer: (layer) => {
          this.layer = layer;
        },
      }),
    });
  }

  listen(): void {
    if (!this.layer) throw new Error("mount comes first");
    this.keyboard = new KeyboardSelection(this.layer, {
      onToggle: (isOn) => this.heard.push(isOn ? "on" : "off"),
      onMove: (text) => this.heard.push(text),
      onConfirm: () => this.heard.push("confirmed"),
    });
  }

  /** A claim on the words `quote` of a block. */
  claim(id: string, blockIndex: number, quote: string, look: ClaimLook): PaintedClaim {
    const block = revision.blocks[blockIndex];
    const index = block?.text.indexOf(quote) ?? -1;
    if (!block || index < 0) throw new Error(`no ${quote} there`);
    const start = codePoints(block.start + [...block.text.slice(0, index)].length);
    return { id, blockId: block.id, start, end: codePoints(start + [...quote].length), look };
  }

  destroy(): void {
    this.#editor?.destroy();
  }
}

declare global {
  interface Window {
    test: TestPage;
  }
}
window.test = new TestPage();
