"use client";

import { Alert, Button, FileButton } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import { useFileDrop } from "#components/ui/use-file-drop.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import classes from "./annotation.module.css";
import { AnnotationChoice } from "./annotation-choice.tsx";
import { type PreviewState, TooManyBytes, useAnnotationPreview } from "./use-annotation-preview.ts";

const ACCEPTED = ".json,.jsonld,application/json,application/ld+json";

/** Choosing a file, seeing what would become of it, choosing of that, bringing it in. */
export function BringAnnotationsForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("annotations");
  const { article } = useWorkbench();
  const { state, read } = useAnnotationPreview(article.id);
  const isOver = useFileDrop(([file]) => void read(file));
  return (
    <>
      <p className={classes.lead}>{t("lead")}</p>
      <div className={classes.source} data-over={isOver || undefined}>
        <FileButton accept={ACCEPTED} onChange={(file) => file && void read(file)} resetRef={null}>
          {(button) => (
            <Button
              {...button}
              variant={state.status === "ready" ? "default" : "filled"}
              leftSection={<IconFileUpload size={16} aria-hidden />}
            >
              {state.status === "idle" ? t("pick") : t("another")}
            </Button>
          )}
        </FileButton>
        <span>{isOver ? t("drop") : t("dropHint")}</span>
      </div>
      <Answer state={state} onDone={onDone} />
    </>
  );
}

function Answer({ state, onDone }: { state: PreviewState; onDone: () => void }) {
  const t = useTranslations("annotations");
  const errors = useTranslations("errors");
  const errorMessage = useErrorMessage();
  switch (state.status) {
    case "idle":
      return null;
    case "reading":
      return <Busy label={t("reading", { name: state.fileName })} />;
    case "failed":
      return (
        <Alert color="red" role="alert" title={t("failed", { name: state.fileName })}>
          {state.error instanceof TooManyBytes ? errors("ANNOTATIONS_TOO_LARGE") : errorMessage(state.error)}
        </Alert>
      );
    case "ready":
      // Another file is another choice.
      return <AnnotationChoice key={state.content} {...state} onDone={onDone} />;
  }
}
