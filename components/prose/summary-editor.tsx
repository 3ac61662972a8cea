"use client";

import { Extension } from "@tiptap/core";
import { Fragment, Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { EditorContent } from "@tiptap/react";
import { MAX_SUMMARY_LENGTH } from "#domain/verdict.ts";
import { summaryExtensions } from "#editor/summary-schema.ts";
import type { ProseRoom } from "./prose-room.ts";
import type { ProseWriter } from "./shared-editor.ts";
import { useSharedEditor } from "./use-shared-editor.ts";

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
  const editor = useSharedEditor({
    room,
    writer,
    field: "summary",
    label,
    isReadOnly,
    isMultiline: false,
    limit: MAX_SUMMARY_LENGTH,
    lengthOf: (text) => text.length,
    extensions: [...summaryExtensions(), OneLine],
    transformPasted: inOneLine,
  });
  return <EditorContent editor={editor} />;
}

/** What is pasted in several lines stands in one, as in any field of one line. */
function inOneLine(slice: Slice, { state }: EditorView): Slice {
  const words = slice.content.textBetween(0, slice.content.size, " ").replace(/\s*\n\s*/g, " ");
  return words === "" ? Slice.empty : new Slice(Fragment.from(state.schema.text(words)), 0, 0);
}
