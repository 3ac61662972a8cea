"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo } from "react";
import { client } from "#components/api/client.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { Busy } from "#components/ui/busy.tsx";
import type { SourceBox } from "#domain/block.ts";
import type { Capture } from "#domain/capture.ts";
import type { Reading } from "#domain/machine-reading.ts";
import classes from "./import-work.module.css";
import { OriginalPdf } from "./original-pdf.tsx";
import { ReadingPages } from "./reading-pages.tsx";
import { pageText, stillPage } from "./still-page.ts";

/** What an article was understood from, as it can be looked at. */
export type OriginalSource =
  | { type: "text"; content: string }
  | { type: "html"; content: string }
  | { type: "pdf"; file: Blob }
  | { type: "reading"; reading: Reading }
  | { type: "capture"; capture: Capture };

interface OriginalProps {
  source: OriginalSource;
  /** What scrolls, or holds the frame that does. */
  paneRef: RefObject<HTMLElement | null>;
  language: string | null;
  /** What is compared just now, where that is known. */
  box?: SourceBox | null;
}

/** The original page or file, to be looked at beside what was understood of it. */
export function Original({ source, paneRef, language, box = null }: OriginalProps) {
  const t = useTranslations("import.original");
  return (
    <section
      ref={paneRef}
      className={classes.original}
      aria-label={t("title")}
      data-type={source.type}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <Shown source={source} language={language} box={box} />
    </section>
  );
}

function Shown({ source, language, box = null }: Pick<OriginalProps, "source" | "language" | "box">) {
  switch (source.type) {
    case "text":
      return (
        <pre className={classes.plain} lang={language ?? undefined}>
          {source.content}
        </pre>
      );
    case "html":
      return <OriginalPage html={source.content} />;
    case "pdf":
      return <OriginalPdf file={source.file} />;
    case "reading":
      return <ReadingPages reading={source.reading} box={box} />;
    case "capture":
      return <Captured capture={source.capture} language={language} />;
  }
}

/** Somebody else's page: nothing of it runs, and nothing is asked of anybody. The same origin lets it scroll together. */
function OriginalPage({ html }: { html: string }) {
  const t = useTranslations("import.original");
  const still = useMemo(() => stillPage(html), [html]);
  return <iframe className={classes.frame} title={t("page")} sandbox="allow-same-origin" srcDoc={still} />;
}

/** What was fetched, from the bytes that were kept: the address itself is not asked again. */
function Captured({ capture, language }: { capture: Capture; language: string | null }) {
  const t = useTranslations("import.original");
  const errorMessage = useErrorMessage();
  const { data, error } = useQuery({
    queryKey: ["capture-bytes", capture.id],
    queryFn: async ({ signal }) => await client.capture.bytes({ captureId: capture.id }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { data: bytes } = useQuery({
    queryKey: ["capture-content", capture.id],
    queryFn: async () => (data as Blob).arrayBuffer(),
    enabled: data !== undefined,
    gcTime: 0,
  });
  if (error) return <p role="alert">{errorMessage(error)}</p>;
  if (!bytes) return <Busy label={t("opening")} />;
  if (isPdf(bytes)) return <Shown source={{ type: "pdf", file: data as Blob }} language={language} />;
  const content = pageText(bytes, capture.headers["content-type"] ?? "");
  const type = /html/.test(capture.mediaType) || /^\s*</.test(content) ? "html" : "text";
  return <Shown source={{ type, content }} language={language} />;
}

const isPdf = (bytes: ArrayBuffer): boolean =>
  new TextDecoder("latin1").decode(bytes.slice(0, 1024)).includes("%PDF-");
