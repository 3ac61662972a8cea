"use client";

import { Button } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { EditorContent, useEditorState } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { codePointLength } from "#domain/offset.ts";
import type { CommentDocument } from "#editor/comment-node.ts";
import { parseComment } from "#editor/parse-comment.ts";
import classes from "./composer.module.css";
import { MentionList } from "./mention-list.tsx";
import { useComposerEditor } from "./use-composer-editor.ts";
import { useMentionChoice } from "./use-mention-choice.ts";

interface ComposerProps {
  /** What the draft is kept under: a place, so that each thread has its own. */
  place: string;
  label: string;
  placeholder: string;
  submit: string;
  initial?: CommentDocument;
  onSend: (body: CommentDocument) => void;
  /** Given up: the draft is gone. */
  onCancel: () => void;
  /** Marks the field for the key that leads to it. */
  part?: Record<string, string>;
  autoFocus?: boolean;
}

/** How near to the longest comment the number of characters left is shown. */
const NEAR = 200;
const NO_PART = {};

/** A comment being written: a small editor with mentions, sent by a button or by Control (Command) and Enter. */
export function Composer(props: ComposerProps) {
  const {
    place,
    label,
    placeholder,
    submit,
    initial,
    onSend,
    onCancel,
    part = NO_PART,
    autoFocus = true,
  } = props;
  const t = useTranslations("discussion.composer");
  const listId = useId();
  const mentioning = useMentionChoice();
  const editor = useComposerEditor({
    place,
    label,
    placeholder,
    initial: initial ?? null,
    mentioning,
    listId,
    part,
    autoFocus,
    onSend: () => send(),
  });
  const written = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isEmpty: now === null || now.getText().trim() === "",
      length: now === null ? 0 : codePointLength(now.getText({ blockSeparator: "\n" })),
    }),
  });
  const left = MAX_COMMENT_LENGTH - (written?.length ?? 0);
  const mayNotSend = (written?.isEmpty ?? true) || left < 0;
  const send = () => {
    const parsed = parseComment(editor?.getJSON());
    if (!parsed.ok || !editor) return;
    editor.commands.clearContent(true);
    onSend(parsed.comment);
  };
  const cancel = () => {
    editor?.commands.clearContent(true);
    onCancel();
  };
  return (
    <div className={classes.composer} data-field="discussion">
      <div
        className={classes.field}
        data-empty={written?.isEmpty || undefined}
        data-placeholder={placeholder}
      >
        <EditorContent editor={editor} />
      </div>
      <MentionList mentioning={mentioning} id={listId} />
      <div className={classes.foot}>
        {left <= NEAR ? (
          <span className={classes.left} data-over={left < 0 || undefined} role="status">
            {left < 0 ? t("tooMany", { count: -left }) : t("left", { count: left })}
          </span>
        ) : (
          <SendHint />
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={cancel}>
          {t("cancel")}
        </Button>
        <Button
          size="compact-sm"
          onClick={send}
          disabled={mayNotSend}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {submit}
        </Button>
      </div>
    </div>
  );
}

function SendHint() {
  const t = useTranslations("discussion.composer");
  const os = useOs();
  const isMac = os === "macos" || os === "ios";
  return (
    <span className={classes.hint} aria-hidden>
      {t("hint", { key: isMac ? "⌘↵" : "Ctrl+Enter" })}
    </span>
  );
}
