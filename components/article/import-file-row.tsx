"use client";

import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff, IconRefresh, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import { ImportBlocks } from "./import-blocks.tsx";
import list from "./import-files.module.css";
import { previewOf, type QueuedFile, titleOf } from "./import-queue.ts";
import { readableByMachine } from "./readable-by-machine.ts";
import { useBlockCounts } from "./use-block-counts.ts";
import { type ImportPreview, TooLarge } from "./use-import-preview.ts";

const MEGABYTE = 1024 * 1024;
/** Enough to see whether a file was understood; the rest is on the article's page. */
const SHOWN_BLOCKS = 60;

interface ImportFileRowProps {
  item: QueuedFile;
  isLocked: boolean;
  onRename: (title: string) => void;
  onRemove: () => void;
  onRetry: () => void;
}

/** One file of several: where it stands, what was understood, and what can be done about it. */
export function ImportFileRow({ item, isLocked, onRename, onRemove, onRetry }: ImportFileRowProps) {
  const t = useTranslations("import.files");
  const { file, state } = item;
  const preview = previewOf(item);
  const isFailed = state.status === "refused" || state.status === "unsaved";
  return (
    <li className={list.row} data-status={state.status}>
      <div className={list.head}>
        <span className={list.name}>{file.name}</span>
        <span className={list.buttons}>
          {state.status === "refused" ? (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconRefresh size={14} aria-hidden />}
              aria-label={t("retryFile", { name: file.name })}
              onClick={onRetry}
            >
              {t("retry")}
            </Button>
          ) : null}
          {state.status === "saved" || state.status === "saving" ? null : (
            <Tooltip label={t("remove")}>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={isLocked}
                aria-label={t("removeFile", { name: file.name })}
                onClick={onRemove}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      {preview ? (
        <TextInput
          size="sm"
          aria-label={t("titleOf", { name: file.name })}
          value={titleOf(item)}
          maxLength={300}
          disabled={isLocked}
          onChange={(event) => onRename(event.currentTarget.value)}
        />
      ) : null}
      <Standing item={item} />
      {isFailed ? <Problem file={file} error={state.error} /> : null}
      {preview ? <Understood preview={preview} name={file.name} /> : null}
    </li>
  );
}

function Standing({ item: { state } }: { item: QueuedFile }) {
  const t = useTranslations("import.files");
  if (state.status === "reading" || state.status === "saving")
    return <Busy label={t(state.status === "reading" ? "reading" : "savingOne")} />;
  if (state.status === "waiting") return <p className={list.note}>{t("waiting")}</p>;
  if (state.status !== "saved") return null;
  return (
    <p className={list.saved}>
      {t("saved")} <Link href={`/articles/${state.articleId}`}>{state.title}</Link>
    </p>
  );
}

function Problem({ file, error }: { file: File; error: unknown }) {
  const t = useTranslations("import.source");
  const alone = useTranslations("import.files");
  const format = useFormatter();
  const errorMessage = useErrorMessage();
  const sentence =
    error instanceof TooLarge
      ? t("tooLarge", {
          size: format.number(error.bytes / MEGABYTE, { maximumFractionDigits: 1 }),
          limit: MAX_IMPORT_BYTES / MEGABYTE,
        })
      : errorMessage(error);
  return (
    <>
      <p className={list.problem} role="alert">
        {sentence}
      </p>
      {readableByMachine(file, error) ? <p className={list.note}>{alone("readAlone")}</p> : null}
    </>
  );
}

function Understood({ preview, name }: { preview: ImportPreview; name: string }) {
  const t = useTranslations("import.files");
  const format = useTranslations("import.preview.formats");
  const countsOf = useBlockCounts();
  const [isShown, setShown] = useState(false);
  const textId = useId();
  const { blocks } = preview;
  const encoding = preview.encoding ? ` (${preview.encoding.toUpperCase()})` : "";
  const language =
    preview.language === "ja" || preview.language === "en"
      ? t(`languages.${preview.language}`)
      : preview.language;
  return (
    <>
      <p className={list.facts}>
        {[`${format(preview.format)}${encoding}`, language, countsOf(blocks)].filter(Boolean).join(" ・ ")}
      </p>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isShown}
          aria-controls={isShown ? textId : undefined}
          aria-label={t(isShown ? "hideFile" : "showFile", { name })}
          leftSection={isShown ? <IconEyeOff size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? "hide" : "show")}
        </Button>
      </div>
      {isShown ? (
        <section
          id={textId}
          className={list.text}
          lang={preview.language ?? undefined}
          aria-label={t("textOf", { name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          <ImportBlocks blocks={blocks.slice(0, SHOWN_BLOCKS)} />
          {blocks.length > SHOWN_BLOCKS ? (
            <p className={list.note}>{t("more", { count: blocks.length - SHOWN_BLOCKS })}</p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
