"use client";

import { RichTextEditor } from "@mantine/tiptap";
import "@mantine/tiptap/styles.layer.css";
import { useEffect, useRef } from "react";
import { CitationMenu } from "#components/verdict/citation-menu.tsx";
import { RationaleToolbar } from "#components/verdict/rationale-toolbar.tsx";
import classes from "#components/verdict/verdict.module.css";
import type { Evidence } from "#domain/evidence.ts";
import { codePointLength } from "#domain/offset.ts";
import { MAX_RATIONALE_LENGTH } from "#editor/parse-rationale.ts";
import { rationaleExtensions } from "#editor/rationale-schema.ts";
import type { ProseRoom } from "./prose-room.ts";
import type { ProseWriter } from "./shared-editor.ts";
import { useSharedEditor } from "./use-shared-editor.ts";

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
  const editor = useSharedEditor({
    room,
    writer,
    field: "rationale",
    label,
    isReadOnly,
    isMultiline: true,
    limit: MAX_RATIONALE_LENGTH,
    lengthOf: codePointLength,
    extensions: rationaleExtensions({ numberOf: (id) => numbers.current.get(id) ?? null }),
  });
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
