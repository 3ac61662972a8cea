"use client";

import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import { summaryExtensions } from "#editor/summary-schema.ts";
import type { ProseRoom } from "./prose-room.ts";
import {
  composingEvents,
  type ProseWriter,
  setReadOnly,
  sharedExtensions,
  textboxAttributes,
} from "./shared-editor.ts";

interface SummaryEditorProps {
  room: ProseRoom;
  writer: ProseWriter;
  label: string;
  isReadOnly: boolean;
}

/** One line: Enter leaves the field instead of breaking the line. */
const OneLine = Extension.create({
  name: "oneLine",
  addKeyboardShortcuts() {
    const leave = () => this.editor.commands.blur();
    return { Enter: leave, "Shift-Enter": leave, "Mod-Enter": leave };
  },
});

/** The one sentence of a finding, written together. */
export function SummaryEditor({ room, writer, label, isReadOnly }: SummaryEditorProps) {
  const editor = useEditor(
    {
      extensions: [
        ...summaryExtensions(),
        OneLine,
        ...sharedExtensions({
          room,
          writer,
          field: "summary",
          limit: MAX_SUMMARY_LENGTH,
          lengthOf: (text) => text.length,
        }),
      ],
      editable: !isReadOnly,
      immediatelyRender: false,
      editorProps: {
        attributes: textboxAttributes(label, isReadOnly, false),
        handleDOMEvents: composingEvents(room.provider),
        transformPasted: inOneLine,
      },
    },
    [room],
  );
  useEffect(() => setReadOnly(editor, isReadOnly), [editor, isReadOnly]);
  // An editor that goes away in the middle of a composition never hears of its end.
  useEffect(() => () => room.provider.letGo(), [room]);
  return <EditorContent editor={editor} />;
}

/** What is pasted in several lines stands in one, as in any field of one line. */
function inOneLine(slice: Slice, { state }: EditorView): Slice {
  const words = slice.content.textBetween(0, slice.content.size, " ").replace(/\s*\n\s*/g, " ");
  return words === "" ? Slice.empty : new Slice(Fragment.from(state.schema.text(words)), 0, 0);
}
