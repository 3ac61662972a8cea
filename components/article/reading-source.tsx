"use client";

import { Button, Progress } from "@mantine/core";
import { IconPhotoScan, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { codeOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { READING_LIMITS, type Reading } from "#domain/machine-reading.ts";
import classes from "./reading.module.css";
import { isOpenReading, useCancelReading, useReading } from "./use-reading.ts";

/** In per cent: a bar of nothing can't be seen. */
const LEAST_SHOWN = 2;

interface ReadingSourceProps {
  /** As it stood when it was last heard of. */
  kept: Reading;
  /** Is told once, when it has just been read. */
  onDone: (reading: Reading) => void;
  onGivenUp: () => void;
}

/** A file that a machine reads, or has read: how far it is, and what is to be done then. */
export function ReadingSource({ kept, onDone, onGivenUp }: ReadingSourceProps) {
  const t = useTranslations("import.reading");
  const announce = useAnnounce();
  const errorMessage = useErrorMessage();
  const { data: reading, error } = useReading(kept);
  const cancel = useCancelReading(() => {
    announce(t("cancelled"));
    onGivenUp();
  });
  const { state, pages } = reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is over.
  useEffect(() => {
    if (state !== "done" || kept.state === "done") return;
    announce(t("done", { pages: pages ?? 1 }));
    onDone(reading);
  }, [state]);
  if (codeOf(error) === "NOT_FOUND")
    return <Over fileName={kept.fileName} sentence={t("gone")} onAgain={onGivenUp} />;
  if (state === "failed" || state === "cancelled") {
    const sentence =
      reading.failure === null
        ? t("cancelled")
        : t(`failures.${reading.failure}`, { limit: READING_LIMITS.pages });
    return <Over fileName={kept.fileName} sentence={sentence} onAgain={onGivenUp} />;
  }
  return (
    <div className={classes.source}>
      <FileName name={reading.fileName} />
      {isOpenReading(reading) ? (
        <>
          <Progressing reading={reading} />
          <p className={classes.hint}>{error ? errorMessage(error) : t("leave")}</p>
          <div>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconX size={16} aria-hidden />}
              loading={cancel.isPending}
              onClick={() => cancel.mutate(reading.id)}
            >
              {t("cancel")}
            </Button>
          </div>
          {cancel.error && (
            <p role="alert" className={classes.problem}>
              {errorMessage(cancel.error)}
            </p>
          )}
        </>
      ) : (
        <>
          <p>
            {t("kept", {
              direction: t(`directions.${reading.direction}`),
              language: t(`languages.${reading.language}`),
              pages: pages ?? 1,
            })}
          </p>
          <p className={classes.warning}>{t("compare")}</p>
        </>
      )}
    </div>
  );
}

const FileName = ({ name }: { name: string }) => (
  <p className={classes.name}>
    <IconPhotoScan size={18} aria-hidden /> {name}
  </p>
);

function Progressing({ reading: { state, pages, pagesRead, part, ahead } }: { reading: Reading }) {
  const t = useTranslations("import.reading");
  const page = Math.min(pagesRead + 1, pages ?? 1);
  const words =
    state === "waiting"
      ? t("waiting", { ahead })
      : pages === null
        ? t("opening")
        : t("progress", { page, pages });
  const percent = pages === null ? 0 : ((pagesRead + part) / pages) * 100;
  return (
    <>
      <p role="status">{words}</p>
      <Progress value={Math.max(LEAST_SHOWN, percent)} animated={state === "running"} aria-label={t("bar")} />
    </>
  );
}

function Over({ fileName, sentence, onAgain }: { fileName: string; sentence: string; onAgain: () => void }) {
  const t = useTranslations("import.reading");
  return (
    <div className={classes.source}>
      <FileName name={fileName} />
      <p role="alert" className={classes.problem}>
        {sentence}
      </p>
      <div>
        <Button variant="default" size="compact-md" onClick={onAgain}>
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
