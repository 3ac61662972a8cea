"use client";

import { Alert, Button, Progress } from "@mantine/core";
import { IconArrowLeft, IconDeviceFloppy } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "#components/ui/announcer.tsx";
import { useFileDrop } from "#components/ui/use-file-drop.ts";
import { DEFAULT_SCALE_ID, type Scale } from "#domain/scale.ts";
import classes from "./import.module.css";
import { ImportFileRow } from "./import-file-row.tsx";
import list from "./import-files.module.css";
import { canBeSaved, isSaved } from "./import-queue.ts";
import { ImportScale } from "./import-scale.tsx";
import { PickFiles } from "./pick-files.tsx";
import { useImportQueue } from "./use-import-queue.ts";

interface ImportFilesProps {
  scales: Scale[];
  first: readonly File[];
  onLeave: () => void;
}

/** Several files that came at once, each an article of its own: what was understood of each, and all saved together. */
export function ImportFiles({ scales, first, onLeave }: ImportFilesProps) {
  const t = useTranslations("import");
  const announce = useAnnounce();
  const { queue, add, remove, rename, retry, saveAll } = useImportQueue(first);
  const [scale, setScale] = useState(DEFAULT_SCALE_ID);
  const [isSaving, setSaving] = useState(false);
  const saved = queue.filter(isSaved).length;
  const savable = queue.filter(canBeSaved).length;
  const open = queue.length - saved;
  const isReading = queue.some(({ state }) => state.status === "waiting" || state.status === "reading");
  const isOver = useFileDrop(add);
  useLeaveGuard(open > 0);

  const understood = t("files.understood", { ready: savable + saved, count: queue.length });
  useEffect(() => {
    if (!isReading) announce(understood);
  }, [announce, isReading, understood]);

  const save = async () => {
    setSaving(true);
    const { saved, failed } = await saveAll(scale);
    setSaving(false);
    announce(t(failed > 0 ? "files.someSaved" : "files.allSaved", { saved, failed }));
  };
  return (
    <div className={list.desk}>
      {isOver ? <div className={classes.over}>{t("dropHere")}</div> : null}
      <section className={classes.panel} aria-label={t("files.title")} aria-busy={isReading || isSaving}>
        <header className={classes.panelHead}>
          <h2>{t("files.title")}</h2>
          <PickFiles onFiles={add} />
        </header>
        <ul className={list.rows}>
          {queue.map((item) => (
            <ImportFileRow
              key={item.id}
              item={item}
              isLocked={isSaving}
              onRename={(title) => rename(item.id, title)}
              onRemove={() => {
                remove(item.id);
                announce(t("files.removed", { name: item.file.name }));
              }}
              onRetry={() => retry(item.id)}
            />
          ))}
        </ul>
        {queue.length === 0 ? <p className={classes.nothing}>{t("files.none")}</p> : null}
      </section>
      <aside className={list.side} aria-label={t("files.saving")}>
        <h2>{t("files.saving")}</h2>
        <p className={list.note}>{t("files.note")}</p>
        <ImportScale scales={scales} value={scale} onPick={setScale} />
        {saved > 0 || isSaving ? (
          <div>
            <Progress value={(saved / Math.max(1, queue.length)) * 100} aria-label={t("files.progress")} />
            <p className={list.note}>{t("files.savedOf", { saved, count: queue.length })}</p>
          </div>
        ) : null}
        {saved > 0 && open === 0 ? (
          <Alert color="green" role="status">
            {t("files.done")} <Link href="/articles">{t("files.toList")}</Link>
          </Alert>
        ) : null}
        <div className={list.actions}>
          {savable > 0 || isSaving || saved === 0 ? (
            <Button
              size="md"
              fullWidth
              loading={isSaving}
              disabled={savable === 0}
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              onClick={() => void save()}
            >
              {t("files.saveAll", { count: savable })}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            color="gray"
            fullWidth
            disabled={isSaving}
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={onLeave}
          >
            {t("files.leave")}
          </Button>
        </div>
      </aside>
    </div>
  );
}

/** Lets the browser ask before a tab with unsaved files is closed. */
function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}
