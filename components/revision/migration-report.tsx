"use client";

import { ActionIcon, Button, SegmentedControl, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDeviceFloppy, IconKeyboard, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Room } from "#components/shell/page.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Block } from "#domain/block.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import { BackToArticle } from "./back-to-article.tsx";
import { DiffView } from "./diff-view.tsx";
import classes from "./report.module.css";
import { ReportHead } from "./report-head.tsx";
import { ReportHelp } from "./report-help.tsx";
import { ReportList } from "./report-list.tsx";
import { placeSelection, ReportText, type ReportTextPort } from "./report-text.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { useEndDraft } from "./use-end-draft.ts";
import { type Report, type ReportView, useReport } from "./use-report.ts";
import { useReportKeys } from "./use-report-keys.ts";

interface MigrationReportProps {
  article: { id: string; title: string; language: string; mayDecide: boolean };
  /** The newest revision, which the draft is compared with. */
  base: { number: number; blocks: readonly Block[] };
  draft: RevisionDraft;
  /** The draft was saved, thrown away or replaced: here or by somebody else. */
  onEnd: () => void;
}

/** What a new version does to every claim, before anything of it is saved: the claims beside the text. */
export function MigrationReport({ article, base, draft, onEnd }: MigrationReportProps) {
  const t = useTranslations("versions");
  const report = useReport(draft, article.mayDecide);
  const port = useRef<ReportTextPort>(null);
  const [asked, setAsked] = useState<"save" | "discard" | "help" | null>(null);
  const close = () => setAsked(null);
  const ending = useEndDraft(draft, onEnd);
  useReportKeys(report, {
    onPlace: () => placeSelection(report, port.current?.selection() ?? null),
    onCaret: () => {
      report.show("text");
      requestAnimationFrame(() => port.current?.enterCaret());
    },
    onSave: () => article.mayDecide && setAsked("save"),
    onHelp: () => setAsked("help"),
  });
  return (
    <Room
      bar={
        <>
          <BackToArticle articleId={article.id} title={article.title} />
          <Tooltip label={t("keys.title")}>
            <ActionIcon
              size="lg"
              className={classes.help}
              aria-label={t("keys.title")}
              aria-keyshortcuts="?"
              onClick={() => setAsked("help")}
            >
              <IconKeyboard size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          {article.mayDecide && (
            <>
              <Tooltip label={t("discard.button")}>
                <ActionIcon size="lg" aria-label={t("discard.button")} onClick={() => setAsked("discard")}>
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Button
                size="compact-md"
                leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                aria-keyshortcuts="s"
                onClick={() => setAsked("save")}
              >
                {t("save.button")}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className={classes.rooms} data-view={report.view}>
        <div className={classes.list}>
          <ReportHead draft={draft} />
          <ViewChoice report={report} />
          <div className={classes.claims}>
            <ReportList report={report} language={article.language} />
          </div>
        </div>
        <div className={classes.paper}>
          {report.view === "diff" ? (
            <div className={classes.comparison}>
              <DiffView
                before={base.blocks}
                after={draft.blocks}
                names={{
                  before: t("revision", { number: base.number }),
                  after: t("revision", { number: base.number + 1 }),
                }}
                language={article.language}
              />
            </div>
          ) : (
            <div className={classes.sheet}>
              <ReportText report={report} title={article.title} language={article.language} port={port} />
            </div>
          )}
        </div>
      </div>
      <SaveDialog
        draft={draft}
        opened={asked === "save"}
        isBusy={ending.isBusy}
        problem={ending.problem}
        onSave={ending.save}
        onClose={close}
      />
      <ConfirmDialog
        opened={asked === "discard"}
        title={t("discard.title")}
        body={t("discard.body", { count: draft.entries.filter(({ decision }) => decision).length })}
        submit={t("discard.submit")}
        busy={ending.isBusy}
        onSubmit={ending.discard}
        onClose={close}
      />
      <ReportHelp opened={asked === "help"} onClose={close} />
    </Room>
  );
}

const VIEWS: readonly ReportView[] = ["claims", "text", "diff"];
/** From here on the claims stand beside the text; as in the style sheet. */
const WIDE = "(min-width: 62em)";

/** Which of the three is looked at; of the two where there is room for the claims beside them. */
function ViewChoice({ report: { view, show } }: { report: Report }) {
  const t = useTranslations("versions.views");
  const isWide = useMediaQuery(WIDE, true) ?? true;
  const views = VIEWS.filter((one) => !isWide || one !== "claims");
  return (
    <SegmentedControl
      className={classes.views}
      size="xs"
      fullWidth
      aria-label={t("label")}
      value={isWide && view === "claims" ? "text" : view}
      onChange={(value) => show(VIEWS.find((one) => one === value) ?? "claims")}
      data={views.map((value) => ({ value, label: t(value) }))}
    />
  );
}
