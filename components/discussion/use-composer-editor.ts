"use client";

import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import type { CommentDocument } from "#editor/comment-node.ts";
import { commentExtensions } from "#editor/comment-schema.ts";
import { commentDrafts } from "./comment-drafts.ts";
import { optionId, useOffer } from "./mention-list.tsx";
import type { Mentioning } from "./use-mention-choice.ts";

interface ComposerEditorParts {
  /** What the draft is kept under. */
  place: string;
  label: string;
  placeholder: string;
  initial: CommentDocument | null;
  mentioning: Mentioning;
  listId: string;
  /** Attributes that mark the field for a key that leads to it. */
  part: Record<string, string>;
  /** The person asked for the field, and wants to write at once. */
  autoFocus: boolean;
  onSend: () => void;
}

/** The editor of one comment. What is typed outlives the panel and the page until it is sent. */
export function useComposerEditor(parts: ComposerEditorParts): Editor | null {
  const { member } = useDesk();
  const latest = useRef(parts);
  latest.current = parts;
  const [drafts] = useState(() => commentDrafts(member.id));
  const [fixed] = useState(() => ({
    extensions: commentExtensions({ suggestion: parts.mentioning.suggestion }),
    content: drafts.read(parts.place) ?? parts.initial ?? "",
  }));
  const editor = useEditor({
    ...fixed,
    immediatelyRender: false,
    autofocus: parts.autoFocus ? "end" : false,
    editorProps: {
      attributes: {
        "aria-label": parts.label,
        "aria-autocomplete": "list",
        ...parts.part,
      },
      handleKeyDown: (_, event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return false;
        latest.current.onSend();
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => {
      if (changed.isEmpty) drafts.remove(latest.current.place);
      else drafts.write(latest.current.place, changed.getJSON());
    },
  });
  useListRole(editor, parts);
  return editor;
}

/**
 * A text field of many lines; while somebody is being chosen it is the combobox of their list, because only that may
 * say which option is active. Written past React: the element is the editor's.
 */
function useListRole(editor: Editor | null, { mentioning, listId, placeholder }: ComposerEditorParts): void {
  const offer = useOffer(mentioning);
  const active = offer?.active ?? null;
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    const roles: Record<string, string | null> =
      active === null
        ? {
            role: "textbox",
            "aria-multiline": "true",
            "aria-placeholder": placeholder || null,
            "aria-haspopup": null,
            "aria-expanded": null,
            "aria-controls": null,
            "aria-activedescendant": null,
          }
        : {
            role: "combobox",
            "aria-multiline": null,
            "aria-placeholder": null,
            "aria-haspopup": "listbox",
            "aria-expanded": "true",
            "aria-controls": listId,
            "aria-activedescendant": optionId(listId, active),
          };
    for (const [name, value] of Object.entries(roles)) {
      if (value === null) dom.removeAttribute(name);
      else dom.setAttribute(name, value);
    }
  }, [editor, active, listId, placeholder]);
  // People that arrive after the at sign was typed are offered at once.
  useEffect(() => {
    if (mentioning.isReady && editor?.isFocused) editor.view.dispatch(editor.state.tr);
  }, [editor, mentioning.isReady]);
}
