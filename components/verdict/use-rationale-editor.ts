"use client";

import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { sameValue } from "#components/claim/autosave.ts";
import type { Field } from "#components/claim/use-field.ts";
import type { Claim } from "#domain/claim.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { rationaleExtensions } from "#editor/rationale-schema.ts";
import { isEmptyRationale } from "#editor/rationale-text.ts";

interface Parts {
  claim: Claim;
  field: Field<Rationale | null>;
  label: string;
}

/** The editor of a rationale, kept in step with its field both ways. Citations follow the evidence's numbers. */
export function useRationaleEditor({ claim, field, label }: Parts): Editor | null {
  const numbers = useRef(new Map<string, number>());
  const latest = useRef(field);
  latest.current = field;
  const editor = useEditor({
    extensions: rationaleExtensions({ numberOf: (id) => numbers.current.get(id) ?? null }),
    content: field.value ?? "",
    editable: claim.abilities.update,
    immediatelyRender: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label } },
    onUpdate: ({ editor: changed }) => {
      const written = writtenIn(changed.getJSON());
      if (written !== undefined) latest.current.edit(written, changed.view.composing ? "held" : "pause");
    },
    onBlur: () => latest.current.leave(),
  });

  useEffect(() => {
    numbers.current = new Map(claim.evidence.map(({ id, number }) => [id, number]));
    editor?.storage.citation.renumber();
  }, [claim.evidence, editor]);

  useEffect(() => {
    if (!editor || sameValue(writtenIn(editor.getJSON()), field.value)) return;
    editor.commands.setContent(field.value ?? "", { emitUpdate: false });
  }, [editor, field.value]);

  return editor;
}

/** What stands in the editor, in the one form that is compared and stored; undefined for what can't be stored. */
function writtenIn(json: unknown): Rationale | null | undefined {
  const parsed = parseRationale(json);
  if (!parsed.ok) return undefined;
  return isEmptyRationale(parsed.rationale) ? null : parsed.rationale;
}
