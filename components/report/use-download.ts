"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { useAnnounce } from "#components/ui/announcer.tsx";
import type { Locale } from "#domain/localized.ts";
import type { ReportFormat, ReportScope } from "#domain/report.ts";

/** What is being had: a file is on its way since `startedAt` (ms), it came, or it did not. */
export type DownloadState =
  | { name: "idle" }
  | { name: "working"; startedAt: number }
  | { name: "done"; fileName: string }
  | { name: "failed"; error: unknown };

/** Which report, as which file. */
export interface Wanted {
  articleId: string;
  format: ReportFormat;
  scope: ReportScope;
  locale: Locale;
}

/** Fetches a report and hands it to the browser to save. One at a time; leaving the page gives the request up. */
export function useDownload() {
  const t = useTranslations("report.export");
  const announce = useAnnounce();
  const [state, setState] = useState<DownloadState>({ name: "idle" });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (wanted: Wanted) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setState({ name: "working", startedAt: Date.now() });
      announce(t("working"));
      try {
        const file = await client.report.download(wanted, { signal: controller.signal });
        if (controller.signal.aborted) return;
        save(file);
        setState({ name: "done", fileName: file.name });
        announce(t("done", { name: file.name }));
      } catch (error) {
        // Given up by the person, or overtaken by the next request: nothing failed.
        if (controller.signal.aborted) return;
        setState({ name: "failed", error });
      }
    },
    [announce, t],
  );

  const cancel = useCallback(() => {
    running.current?.abort();
    setState({ name: "idle" });
    announce(t("cancelled"));
  }, [announce, t]);

  return { state, start, cancel };
}

/** The way a page saves a file it holds: a link that is followed at once. */
function save(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // Not at once: Safari reads the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
