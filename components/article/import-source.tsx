"use client";

import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFileUpload, IconTrash } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import { codePointLength } from "#domain/offset.ts";
import classes from "./import.module.css";
import type { ImportDraft } from "./import-draft.ts";
import { TooLarge } from "./use-import-preview.ts";

const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html";
const MEGABYTE = 1024 * 1024;

interface ImportSourceProps {
  draft: ImportDraft;
  isReading: boolean;
  /** The file being read, or the one that could not be; null where the text was typed. */
  readingFile: string | null;
  error: unknown;
  isTextMissing: boolean;
  onText: (content: string) => void;
  onFile: (file: File) => void;
  onStartOver: () => void;
}

/** Where the text comes in: by paste, by hand, by drop or by file. */
export function ImportSource(props: ImportSourceProps) {
  const t = useTranslations("import.source");
  const { draft } = props;
  const problem = useSourceProblem(props);
  return (
    <section className={classes.panel} aria-label={t("title")}>
      <header className={classes.panelHead}>
        <h2>{t("title")}</h2>
        <PickFile onFile={props.onFile} />
      </header>
      <Textarea
        className={classes.text}
        aria-label={t("title")}
        placeholder={t("placeholder")}
        value={draft.content}
        error={problem ? <span role="alert">{problem}</span> : undefined}
        spellCheck={false}
        onChange={(event) => props.onText(event.currentTarget.value)}
      />
      <footer className={classes.panelFoot}>
        {props.isReading && props.readingFile ? (
          <Busy label={t("reading", { name: props.readingFile })} />
        ) : (
          <Origin draft={draft} />
        )}
        {draft.content ? (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={props.onStartOver}
          >
            {t("startOver")}
          </Button>
        ) : null}
      </footer>
    </section>
  );
}

function PickFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations("import.source");
  return (
    <FileButton accept={ACCEPTED} onChange={(file) => file && onFile(file)} resetRef={null}>
      {(button) => (
        <Button
          {...button}
          variant="default"
          size="compact-md"
          leftSection={<IconFileUpload size={16} aria-hidden />}
        >
          {t("pick")}
        </Button>
      )}
    </FileButton>
  );
}

/** How long the text is and where it came from. */
function Origin({ draft }: { draft: ImportDraft }) {
  const t = useTranslations("import.source");
  if (draft.content === "") return <span>{t("limit", { limit: MAX_IMPORT_BYTES / MEGABYTE })}</span>;
  const { file } = draft;
  return (
    <span>
      {t("length", { count: codePointLength(draft.content) })}
      {file ? ` ・ ${file.name}` : null}
      {file?.encoding ? ` (${file.encoding.toUpperCase()})` : null}
    </span>
  );
}

/** What is wrong with the text, in one sentence; null where nothing is. */
function useSourceProblem({ error, isTextMissing, readingFile }: ImportSourceProps): string | null {
  const t = useTranslations("import.source");
  const format = useFormatter();
  const errorMessage = useErrorMessage();
  if (!error) return isTextMissing ? t("missing") : null;
  const sentence =
    error instanceof TooLarge
      ? t("tooLarge", {
          size: format.number(error.bytes / MEGABYTE, { maximumFractionDigits: 1 }),
          limit: MAX_IMPORT_BYTES / MEGABYTE,
        })
      : errorMessage(error);
  return readingFile ? t("file", { name: readingFile, sentence }) : sentence;
}
