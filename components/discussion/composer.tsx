"use client";

import { Button } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { type Editor, EditorContent, useEditorState } from "@tiptap/react";
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
    <div className={classes.composer}>
      {editor ? (
        <Written editor={editor} {...{ placeholder, submit, send, cancel }} />
      ) : (
        <div className={classes.field} data-empty data-placeholder={placeholder} />
      )}
      <MentionList mentioning={mentioning} id={listId} />
    </div>
  );
}

interface WrittenProps {
  editor: Editor;
  placeholder: string;
  submit: string;
  send: () => void;
  cancel: () => void;
}

/** The text and its buttons, once there is an editor: what is asked of its state starts with what stands in it. */
function Written({ editor, placeholder, submit, send, cancel }: WrittenProps) {
  const t = useTranslations("discussion.composer");
  const { isEmpty, length } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isEmpty: now.getText().trim() === "",
      length: codePointLength(now.getText({ blockSeparator: "\n" })),
    }),
  });
  const left = MAX_COMMENT_LENGTH - length;
  return (
    <>
      <div className={classes.field} data-empty={isEmpty || undefined} data-placeholder={placeholder}>
        <EditorContent editor={editor} />
      </div>
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
          disabled={isEmpty || left < 0}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {submit}
        </Button>
      </div>
    </>
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
