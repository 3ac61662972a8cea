"use client";

import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFileUpload, IconWorldDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { readableByMachine } from "#components/article/readable-by-machine.ts";
import { Page } from "#components/shell/page.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import { Busy } from "#components/ui/busy.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useFileDrop } from "#components/ui/use-file-drop.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import { BackToArticle } from "./back-to-article.tsx";
import type { VersionedArticle } from "./new-version.tsx";
import { useBringVersion } from "./use-bring-version.ts";
import { VersionReading } from "./version-reading.tsx";
import classes from "./versions.module.css";

const ACCEPTED =
  ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.png,.jpg,.jpeg,.webp,text/plain,text/markdown,text/html,application/pdf,image/png,image/jpeg,image/webp";

interface NewVersionSourceProps {
  article: VersionedArticle;
  /** The newest revision's number. */
  newest: number;
  /** Whether a draft was looked at here and is there no more. */
  hasEnded: boolean;
  onDraft: (draft: RevisionDraft) => void;
}

/** Where a new version's text comes from: pasted, a file, or the article's own address. */
export function NewVersionSource({ article, newest, hasEnded, onDraft }: NewVersionSourceProps) {
  const t = useTranslations("versions.source");
  const { url } = article;
  const { text, setText, bring, isBusy, busyWith, error, file, isUnchanged, reading, keepReading } =
    useBringVersion(article.id, onDraft);
  const scan = file !== null && error !== null && readableByMachine(file, error) ? file : null;
  const isOver = useFileDrop(([file]) => bring({ file }));
  const errorMessage = useErrorMessage();
  return (
    <Page bar={<BackToArticle articleId={article.id} title={article.title} />}>
      {isOver && <div className={classes.over}>{t("dropHere")}</div>}
      <PageTitle
        actions={
          <LinkButton href={`/articles/${article.id}/versions`} variant="default" size="compact-md">
            {t("history")}
          </LinkButton>
        }
      >
        {t("title")}
      </PageTitle>
      {hasEnded && (
        <Callout alert look="waiting" className={classes.alert} title={t("endedTitle")}>
          {t("endedBody", { number: newest })}
        </Callout>
      )}
      <p className={classes.lead}>{t("lead", { number: newest })}</p>
      <div className={classes.sourceWays}>
        <FileButton accept={ACCEPTED} onChange={(file) => file && bring({ file })}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
              {t("pick")}
            </Button>
          )}
        </FileButton>
        {url && (
          <Button
            variant="default"
            leftSection={<IconWorldDownload size={16} aria-hidden />}
            onClick={() => bring({ url })}
          >
            {t("fetch")}
          </Button>
        )}
      </div>
      <Textarea
        label={t("paste")}
        autosize
        minRows={12}
        maxRows={28}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.sourceFoot}>
        {busyWith && <Busy label={busyWith} />}
        <Button disabled={text.trim() === ""} loading={isBusy} onClick={() => bring({ content: text })}>
          {t("compare")}
        </Button>
      </div>
      {isUnchanged && (
        <Callout alert className={classes.alert} title={t("unchangedTitle")}>
          {t("unchangedBody", { number: newest })}
        </Callout>
      )}
      <VersionReading kept={reading} keep={keepReading} file={scan} isBusy={isBusy} onBring={bring} />
      {error !== null && !isUnchanged && scan === null && (
        <Callout alert look="wrong" className={classes.alert} title={t("failed")}>
          {errorMessage(error)}
        </Callout>
      )}
    </Page>
  );
}
