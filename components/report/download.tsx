"use client";

import { Alert, Button, Loader, Select } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { ReportFormat, ReportScope } from "#domain/report.ts";
import classes from "./download.module.css";
import { useDownload } from "./use-download.ts";

/** A format as it is offered: its name and what it can't hold, in the reader's language. */
export interface FormatOffer {
  id: ReportFormat;
  name: string;
  drops: string[];
}

interface DownloadProps {
  articleId: string;
  scope: ReportScope;
  formats: FormatOffer[];
}

/** Choosing a file, being told what it leaves out, having it made. */
export function ReportDownload({ articleId, scope, formats }: DownloadProps) {
  const t = useTranslations("report.export");
  const locale = useLocale();
  const errorMessage = useErrorMessage();
  const limitsId = useId();
  const [format, setFormat] = useState<ReportFormat>(formats[0]?.id ?? "html");
  const { state, start, cancel } = useDownload();
  const offer = formats.find(({ id }) => id === format);
  const isWorking = state.name === "working";
  return (
    <section className={classes.panel} aria-label={t("title")}>
      <div className={classes.row}>
        <Select
          label={t("format")}
          data={formats.map(({ id, name }) => ({ value: id, label: name }))}
          value={format}
          onChange={(value) => setFormat(formats.find(({ id }) => id === value)?.id ?? format)}
          allowDeselect={false}
          disabled={isWorking}
          aria-describedby={limitsId}
          className={classes.format}
        />
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => start({ articleId, format, scope, locale })}
          disabled={isWorking}
          aria-describedby={limitsId}
        >
          {t("download")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t("print")}
        </Button>
      </div>
      <div id={limitsId} className={classes.limits}>
        <Limits drops={offer?.drops ?? []} />
      </div>
      {isWorking && <Working startedAt={state.startedAt} onCancel={cancel} />}
      {state.name === "done" && <p className={classes.done}>{t("done", { name: state.fileName })}</p>}
      {state.name === "failed" && (
        <Alert color="red" role="alert" title={t("failed")}>
          {errorMessage(state.error)}
        </Alert>
      )}
    </section>
  );
}

function Limits({ drops }: { drops: string[] }) {
  const t = useTranslations("report.export");
  if (drops.length === 0) return <p>{t("noLimits")}</p>;
  return (
    <>
      <p>{t("limits")}</p>
      <ul>
        {drops.map((drop) => (
          <li key={drop}>{drop}</li>
        ))}
      </ul>
    </>
  );
}

/** Says how long a file has been in the making, and lets it be given up. */
function Working({ startedAt, onCancel }: { startedAt: number; onCancel: () => void }) {
  const t = useTranslations("report.export");
  const tCommon = useTranslations("common");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - startedAt) / 1000)), 250);
    return () => clearInterval(timer);
  }, [startedAt]);
  return (
    <div className={classes.working}>
      <Loader size="sm" aria-hidden />
      <span>{t("working")}</span>
      <span className={classes.seconds}>{seconds > 0 && t("elapsed", { seconds })}</span>
      <Button variant="default" size="compact-sm" onClick={onCancel}>
        {tCommon("cancel")}
      </Button>
    </div>
  );
}
