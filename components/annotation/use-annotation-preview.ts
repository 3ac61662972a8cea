"use client";

import { useCallback, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { MAX_ANNOTATIONS_BYTES } from "#domain/annotation.ts";

export type AnnotationPreview = Awaited<ReturnType<typeof client.annotation.preview>>;
export type AnnotationEntry = AnnotationPreview["entries"][number];

/** Heavier than the limit; known before anything is sent. */
export class TooManyBytes extends Error {}

/** The file that was chosen, as far as it was read. */
export type PreviewState =
  | { status: "idle" }
  | { status: "reading"; fileName: string }
  | { status: "ready"; fileName: string; content: string; preview: AnnotationPreview }
  | { status: "failed"; fileName: string; error: unknown };

/** Asks what would become of a file of annotations. A later file drops the earlier one's answer. */
export function useAnnotationPreview(articleId: string) {
  const [state, setState] = useState<PreviewState>({ status: "idle" });
  const running = useRef<AbortController | null>(null);
  const read = useCallback(
    async (file: File) => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      const fileName = file.name;
      setState({ status: "reading", fileName });
      try {
        if (file.size > MAX_ANNOTATIONS_BYTES) throw new TooManyBytes();
        const content = await file.text();
        const preview = await client.annotation.preview({ articleId, content }, { signal: run.signal });
        if (!run.signal.aborted) setState({ status: "ready", fileName, content, preview });
      } catch (error) {
        if (!run.signal.aborted) setState({ status: "failed", fileName, error });
      }
    },
    [articleId],
  );
  return { state, read };
}
