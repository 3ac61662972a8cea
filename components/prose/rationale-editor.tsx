"use client";

import { RichTextEditor } from "@mantine/tiptap";
import "@mantine/tiptap/styles.layer.css";
import { useEditor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { CitationMenu } from "#components/verdict/citation-menu.tsx";
import { RationaleToolbar } from "#components/verdict/rationale-toolbar.tsx";
import classes from "#components/verdict/verdict.module.css";
import type { Evidence } from "#domain/evidence.ts";
import { codePointLength } from "#domain/offset.ts";
import { MAX_RATIONALE_LENGTH } from "#editor/parse-rationale.ts";
import { rationaleExtensions } from "#editor/rationale-schema.ts";
import type { ProseRoom } from "./prose-room.ts";
import {
  composingEvents,
  type ProseWriter,
  setReadOnly,
  sharedExtensions,
  textboxAttributes,
} from "./shared-editor.ts";

interface RationaleEditorProps {
  room: ProseRoom;
  writer: ProseWriter;
  label: string;
  isReadOnly: boolean;
  evidence: readonly Evidence[];
}

/** Why the rating is what it is: rich text, written together, with citations that follow the evidence's numbers. */
export function RationaleEditor({ room, writer, label, isReadOnly, evidence }: RationaleEditorProps) {
  const numbers = useRef(new Map<string, number>());
  const editor = useEditor(
    {
      extensions: [
        ...rationaleExtensions({ numberOf: (id) => numbers.current.get(id) ?? null }),
        ...sharedExtensions({
          room,
          writer,
          field: "rationale",
          limit: MAX_RATIONALE_LENGTH,
          lengthOf: codePointLength,
        }),
      ],
      editable: !isReadOnly,
      immediatelyRender: false,
      editorProps: {
        attributes: textboxAttributes(label, isReadOnly, true),
        handleDOMEvents: composingEvents(room.provider),
      },
    },
    [room],
  );
  useEffect(() => setReadOnly(editor, isReadOnly), [editor, isReadOnly]);
  // An editor that goes away in the middle of a composition never hears of its end.
  useEffect(() => () => room.provider.letGo(), [room]);
  useEffect(() => {
    numbers.current = new Map(evidence.map(({ id, number }) => [id, number]));
    editor?.storage.citation.renumber();
  }, [evidence, editor]);
  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      data-read-only={isReadOnly || undefined}
      classNames={{ root: classes.editor, content: classes.editorContent, toolbar: classes.toolbar }}
    >
      {!isReadOnly && editor && (
        <RationaleToolbar>
          <CitationMenu editor={editor} evidence={evidence} />
        </RationaleToolbar>
      )}
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
