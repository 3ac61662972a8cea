"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { useDesk } from "#components/shell/desk-context.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Face } from "#components/ui/face.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { parseComment } from "#editor/parse-comment.ts";
import { CommentBody } from "./comment-body.tsx";
import { Composer } from "./composer.tsx";
import classes from "./discussion.module.css";
import type { ShownComment, ShownThread } from "./shown-threads.ts";
import type { CommentWriting } from "./use-comment-writing.ts";
import { WaitingNote } from "./waiting-note.tsx";

interface CommentItemProps {
  thread: ShownThread;
  comment: ShownComment;
  writing: CommentWriting;
}

/** One contribution: who, when, and what they say; its author may change or empty it. */
export function CommentItem({ thread, comment, writing }: CommentItemProps) {
  const t = useTranslations("discussion");
  const [isEditing, setEditing] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const done = () => {
    setEditing(false);
    requestAnimationFrame(() => menu.current?.focus());
  };
  const { author, createdAt, editedAt, foreign, waiting } = comment;
  return (
    <li className={classes.comment} data-waiting={waiting !== null || undefined}>
      <Face
        member={foreign ? { id: foreign.author, name: foreign.author || t("foreign.unknown") } : author}
      />
      <div>
        <div className={classes.commentHead}>
          <span className={classes.author}>
            {foreign ? foreign.author || t("foreign.unknown") : author.name}
          </span>
          <span className={classes.when}>
            <RelativeTime at={foreign?.writtenAt ?? createdAt} />
            {foreign && (
              <>
                {" "}
                ・ {t("foreign.from", { format: t(`foreign.formats.${foreign.format}`), name: author.name })}
              </>
            )}
            {editedAt !== null && comment.body !== null && <> ・ {t("edited")}</>}
          </span>
          {!isEditing && (
            <CommentMenu {...{ thread, comment, writing, menu }} onEdit={() => setEditing(true)} />
          )}
        </div>
        {isEditing ? (
          <EditedComment {...{ thread, comment, writing }} onDone={done} />
        ) : (
          <Words comment={comment} />
        )}
        <WaitingNote waiting={waiting} writing={writing} />
      </div>
    </li>
  );
}

function Words({ comment: { body, text } }: { comment: ShownComment }) {
  const t = useTranslations("discussion");
  const { member } = useDesk();
  if (body === null) return <p className={classes.gone}>{t("deleted")}</p>;
  return <CommentBody body={body} text={text} readerId={member.id} />;
}

function EditedComment({ thread, comment, writing, onDone }: CommentItemProps & { onDone: () => void }) {
  const t = useTranslations("discussion.composer");
  const parsed = parseComment(comment.body);
  return (
    <Composer
      place={`edit:${comment.id}`}
      label={t("edit")}
      placeholder=""
      submit={t("save")}
      {...(parsed.ok && { initial: parsed.comment })}
      onSend={(body) => {
        writing.edit(thread, comment, body);
        onDone();
      }}
      onCancel={onDone}
    />
  );
}

interface CommentMenuProps extends CommentItemProps {
  menu: RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
}

function CommentMenu({ thread, comment, writing, menu, onEdit }: CommentMenuProps) {
  const t = useTranslations("discussion");
  const [isAsking, setAsking] = useState(false);
  const { abilities, author, body } = comment;
  if (body === null || !(abilities.edit || abilities.delete)) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon ref={menu} size="sm" aria-label={t("commentMenu", { name: author.name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {abilities.edit && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
              {t("editComment")}
            </Menu.Item>
          )}
          {abilities.delete && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t("deleteComment")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isAsking}
        title={t("deleteTitle")}
        body={t("deleteBody")}
        submit={t("deleteComment")}
        busy={false}
        onSubmit={() => {
          setAsking(false);
          writing.remove(thread, comment);
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
