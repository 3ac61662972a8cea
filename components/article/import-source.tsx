"use client";

import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFileUpload, IconTrash } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import { API_PREFIX } from "#contract/api.ts";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import type { Capture } from "#domain/capture.ts";
import { codePointLength } from "#domain/offset.ts";
import { bareAddress } from "./address-typed.ts";
import { CaptureLine } from "./capture-line.tsx";
import classes from "./import.module.css";
import { ImportAddress } from "./import-address.tsx";
import type { ImportDraft } from "./import-draft.ts";
import { TooLarge } from "./use-import-preview.ts";

const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html";
const MEGABYTE = 1024 * 1024;

interface ImportSourceProps {
  draft: ImportDraft;
  isReading: boolean;
  /** What is being read, or could not be: the text as it was typed, an address, or a file. */
  asked: "text" | "address" | { fileName: string };
  error: unknown;
  isTextMissing: boolean;
  onText: (content: string) => void;
  onFile: (file: File) => void;
  onAddress: (url: string) => void;
  onStopFetching: () => void;
  onStartOver: () => void;
}

/** Where the text comes in: by paste, by hand, by drop, by file or from an address. */
export function ImportSource(props: ImportSourceProps) {
  const t = useTranslations("import.source");
  const { draft, asked } = props;
  const problem = useSourceProblem(props);
  const isFetching = props.isReading && asked === "address";
  return (
    <section className={classes.panel} aria-label={t("title")}>
      <header className={classes.panelHead}>
        <h2>{t("title")}</h2>
        <PickFile onFile={props.onFile} />
      </header>
      <ImportAddress
        isFetching={isFetching}
        error={asked === "address" ? props.error : null}
        onFetch={props.onAddress}
        onCancel={props.onStopFetching}
      />
      {draft.capture ? <Fetched capture={draft.capture} /> : <Typed {...props} problem={problem} />}
      <footer className={classes.panelFoot}>
        {props.isReading && typeof asked === "object" ? (
          <Busy label={t("reading", { name: asked.fileName })} />
        ) : (
          <Origin draft={draft} />
        )}
        {draft.content || draft.capture ? (
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

/** What was fetched stands for the text: it is read as it came. */
function Fetched({ capture }: { capture: Capture }) {
  const t = useTranslations("import.capture");
  return (
    <div className={classes.fetched}>
      <p className={classes.fetchedAddress}>{capture.finalUrl}</p>
      <p>{t("kept")}</p>
      <p>
        <a href={`${API_PREFIX}/captures/${capture.id}/bytes`} download>
          {t("bytes")}
        </a>
      </p>
    </div>
  );
}

function Typed({ draft, problem, onText, onAddress }: ImportSourceProps & { problem: string | null }) {
  const t = useTranslations("import.source");
  const address = bareAddress(draft.content);
  return (
    <>
      {address ? (
        <div className={classes.offer} role="status">
          <span>{t("isAddress")}</span>
          <Button size="compact-sm" variant="default" onClick={() => onAddress(address)}>
            {t("fetchIt")}
          </Button>
        </div>
      ) : null}
      <Textarea
        className={classes.text}
        aria-label={t("title")}
        placeholder={t("placeholder")}
        value={draft.content}
        error={problem ? <span role="alert">{problem}</span> : undefined}
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </>
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
  if (draft.capture) return <CaptureLine capture={draft.capture} />;
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
function useSourceProblem({ error, isTextMissing, asked }: ImportSourceProps): string | null {
  const t = useTranslations("import.source");
  const format = useFormatter();
  const errorMessage = useErrorMessage();
  if (!error || asked === "address") return isTextMissing ? t("missing") : null;
  const sentence =
    error instanceof TooLarge
      ? t("tooLarge", {
          size: format.number(error.bytes / MEGABYTE, { maximumFractionDigits: 1 }),
          limit: MAX_IMPORT_BYTES / MEGABYTE,
        })
      : errorMessage(error);
  return typeof asked === "object" ? t("file", { name: asked.fileName, sentence }) : sentence;
}
