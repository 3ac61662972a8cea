import { Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { articleNodes } from "#editor/article-schema.ts";
import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import type { Subject } from "./subject.ts";

const key = new PluginKey<DecorationSet>("claims");

/** The best that decorations can do: one set, built once at hand-over, then one decoration added at a time. */
export function tiptapDecorations(): Subject {
  let editor: Editor | null = null;
  const positions = new Map<string, { at: number; start: number }>();

  const decorationOf = (claim: PaintedClaim): Decoration => {
    const { at = 0, start = 0 } = positions.get(claim.blockId) ?? {};
    const from = at + claim.start - start;
    return Decoration.inline(from, from + claim.end - claim.start, { class: `claim-${claim.look}` });
  };
  const dispatch = (change: { all: Decoration[] } | { one: Decoration }) => {
    if (!editor) return;
    editor.view.dispatch(editor.state.tr.setMeta(key, change));
  };
  const claims = Extension.create({
    name: "claims",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, set) {
            const change: { all: Decoration[] } | { one: Decoration } | undefined = transaction.getMeta(key);
            if (!change) return set.map(transaction.mapping, transaction.doc);
            return "all" in change
              ? DecorationSet.create(transaction.doc, change.all)
              : set.add(transaction.doc, [change.one]);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });

  return {
    mount(host, revision) {
      editor = new Editor({
        element: host,
        extensions: [...articleNodes, claims],
        content: revision.document,
        editable: false,
      });
      const starts = new Map(revision.blocks.map((block) => [block.id, block.start]));
      editor.state.doc.descendants((node, position) => {
        const blockId: unknown = node.attrs.blockId;
        if (typeof blockId === "string")
          positions.set(blockId, { at: position + 1, start: starts.get(blockId) ?? 0 });
      });
    },
    paint: (all) => dispatch({ all: all.map(decorationOf) }),
    add: (claim) => dispatch({ one: decorationOf(claim) }),
  };
}
