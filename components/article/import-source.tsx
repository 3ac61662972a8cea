"use client";

import { Button, Textarea } from "@mantine/core";
import { IconFileText, IconTrash } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import { API_PREFIX } from "#contract/api.ts";
import { MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import type { Capture } from "#domain/capture.ts";
import { READING_LIMITS, type Reading } from "#domain/machine-reading.ts";
import { codePointLength } from "#domain/offset.ts";
import { bareAddress } from "./address-typed.ts";
import { CaptureLine } from "./capture-line.tsx";
import classes from "./import.module.css";
import { ImportAddress } from "./import-address.tsx";
import type { ImportDraft } from "./import-draft.ts";
import { PickFiles } from "./pick-files.tsx";
import { readableByMachine } from "./readable-by-machine.ts";
import { ReadingOffer } from "./reading-offer.tsx";
import { ReadingSource } from "./reading-source.tsx";
import { TooLarge } from "./use-import-preview.ts";

const MEGABYTE = 1024 * 1024;
/** In megabytes: no file is shown to weigh nothing. */
const SMALLEST_SHOWN = 0.1;

interface ImportSourceProps {
  draft: ImportDraft;
  isReading: boolean;
  /** What is being read, or could not be: the text as it was typed, an address, or a file. */
  asked: "text" | "address" | { fileName: string; file: File };
  error: unknown;
  isTextMissing: boolean;
  onText: (content: string) => void;
  /** A chosen file that is no text, and stands for the text then. */
  heldFile: File | null;
  onFiles: (files: readonly [File, ...File[]]) => void;
  onAddress: (url: string) => void;
  onStopFetching: () => void;
  /** A machine was asked to read the file; it has; it could not, or was stopped. */
  onReading: (reading: Reading) => void;
  onRead: (reading: Reading) => void;
  onReadingGivenUp: () => void;
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
        <PickFiles onFiles={props.onFiles} />
      </header>
      <ImportAddress
        isFetching={isFetching}
        error={asked === "address" ? props.error : null}
        onFetch={props.onAddress}
        onCancel={props.onStopFetching}
      />
      <Origins {...props} problem={problem} />
      <footer className={classes.panelFoot}>
        {props.isReading && typeof asked === "object" ? (
          <Busy label={t("reading", { name: asked.fileName })} />
        ) : (
          <Origin draft={draft} heldFile={props.heldFile} />
        )}
        {draft.content || draft.capture || draft.reading || draft.file || props.heldFile ? (
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

function Origins(props: ImportSourceProps & { problem: string | null }) {
  const { reading } = props.draft;
  if (reading)
    return (
      <ReadingSource
        key={reading.id}
        kept={reading}
        onDone={props.onRead}
        onGivenUp={props.onReadingGivenUp}
      />
    );
  if (props.draft.capture) return <Fetched capture={props.draft.capture} />;
  return props.heldFile ? <Held {...props} file={props.heldFile} /> : <Typed {...props} />;
}

/** A file that is no text is kept in the page and sent again when the article is saved. */
function Held({ file, problem }: { file: File; problem: string | null }) {
  const t = useTranslations("import.source");
  return (
    <div className={classes.fetched}>
      <p className={classes.fetchedAddress}>
        <IconFileText size={18} aria-hidden /> {file.name}
      </p>
      <p>{t("held")}</p>
      {problem ? (
        <p role="alert" className={classes.heldProblem}>
          {problem}
        </p>
      ) : null}
    </div>
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

function Typed(props: ImportSourceProps & { problem: string | null }) {
  const { draft, problem, onText, onAddress, onReading, asked, error } = props;
  const t = useTranslations("import.source");
  const address = bareAddress(draft.content);
  const isFileGone = draft.file !== null && draft.content === "" && !props.isReading;
  const readable = typeof asked === "object" && error ? readableByMachine(asked.file, error) : null;
  return (
    <>
      {readable && typeof asked === "object" ? (
        <ReadingOffer key={asked.fileName} file={asked.file} why={readable} onStarted={onReading} />
      ) : null}
      {isFileGone && !readable ? (
        <div className={classes.offer} role="status">
          <span>{t("chooseAgain", { name: draft.file?.name ?? "" })}</span>
        </div>
      ) : null}
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
        error={problem && !readable ? <span role="alert">{problem}</span> : undefined}
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </>
  );
}

/** How long the text is and where it came from. */
function Origin({ draft, heldFile }: { draft: ImportDraft; heldFile: File | null }) {
  const t = useTranslations("import.source");
  const format = useFormatter();
  if (draft.reading) return <span />;
  if (draft.capture) return <CaptureLine capture={draft.capture} />;
  if (heldFile)
    return (
      <span>
        {t("size", {
          size: format.number(Math.max(heldFile.size / MEGABYTE, SMALLEST_SHOWN), {
            maximumFractionDigits: 1,
            minimumFractionDigits: 1,
          }),
        })}
      </span>
    );
  if (draft.content === "")
    return (
      <span>
        {t("limit", { limit: MAX_IMPORT_BYTES / MEGABYTE, pictures: READING_LIMITS.bytes / MEGABYTE })}
      </span>
    );
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
