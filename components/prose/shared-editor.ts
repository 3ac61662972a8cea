import { type Editor, Extension, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { ProseField } from "#domain/prose.ts";
import { carets } from "./caret.ts";
import type { HeldProvider } from "./held-provider.ts";
import type { ProseRoom } from "./prose-room.ts";

/** Who writes here. */
export interface ProseWriter {
  id: string;
  name: string;
}

export interface SharedOptions {
  room: ProseRoom;
  field: ProseField;
  writer: ProseWriter;
  /** The longest text that can be typed, as `lengthOf` counts it. */
  limit: number;
  lengthOf: (text: string) => number;
}

/** What makes an editor one of several on the same words: shared text, undo of one's own, carets, and a limit. */
export function sharedExtensions({ room, field, writer, limit, lengthOf }: SharedOptions): Extensions {
  return [
    Collaboration.configure({ document: room.document, field }),
    carets(room.provider, writer),
    limited(limit, lengthOf),
  ];
}

/** How long after a composition's end the editor has taken its text in, in milliseconds. */
const COMPOSED_AFTER = 60;

/** While an input method composes, what others write waits. */
export function composingEvents(provider: HeldProvider) {
  return {
    compositionstart: () => {
      provider.hold();
      return false;
    },
    compositionend: () => {
      setTimeout(() => provider.letGo(), COMPOSED_AFTER);
      return false;
    },
  };
}

/** The attributes of a text box that says what it is for, and whether it can be written in. */
export const textboxAttributes = (label: string, isReadOnly: boolean, isMultiline: boolean) => ({
  role: "textbox",
  "aria-label": label,
  "aria-multiline": String(isMultiline),
  ...(isReadOnly && { "aria-readonly": "true", tabindex: "0" }),
});

/** Follows a right that changes while the editor is open. */
export function setReadOnly(editor: Editor | null, isReadOnly: boolean): void {
  if (editor && editor.isEditable === isReadOnly) editor.setEditable(!isReadOnly, false);
}

/** Nobody types more than fits. What two people write at once may still be longer together: nothing of it is refused. */
const limited = (limit: number, lengthOf: (text: string) => number) =>
  Extension.create({
    name: "limited",
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction, state) => {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
          const length = lengthOf(transaction.doc.textContent);
          return length <= limit || length <= lengthOf(state.doc.textContent);
        },
      }),
    ],
  });
