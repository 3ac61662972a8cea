import type { Extensions } from "@tiptap/core";
import type { EditorProps } from "@tiptap/pm/view";
import { type Editor, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import {
  composingEvents,
  type SharedOptions,
  setReadOnly,
  sharedExtensions,
  textboxAttributes,
} from "./shared-editor.ts";

interface SharedEditorOptions extends SharedOptions {
  /** What the text box says it is for. */
  label: string;
  isReadOnly: boolean;
  isMultiline: boolean;
  /** The schema of the text, and what is particular to this field. */
  extensions: Extensions;
  transformPasted?: NonNullable<EditorProps["transformPasted"]>;
}

/** An editor of one field of a finding, which others write in at the same time; made anew for another room. */
export function useSharedEditor(options: SharedEditorOptions): Editor | null {
  const { room, label, isReadOnly, isMultiline, extensions, transformPasted } = options;
  const editor = useEditor(
    {
      extensions: [...extensions, ...sharedExtensions(options)],
      editable: !isReadOnly,
      immediatelyRender: false,
      editorProps: {
        attributes: textboxAttributes(label, isReadOnly, isMultiline),
        handleDOMEvents: composingEvents(room.provider),
        ...(transformPasted && { transformPasted }),
      },
    },
    [room],
  );
  useEffect(() => setReadOnly(editor, isReadOnly), [editor, isReadOnly]);
  // An editor that goes away in the middle of a composition never hears of its end.
  useEffect(() => () => room.provider.letGo(), [room]);
  return editor;
}
