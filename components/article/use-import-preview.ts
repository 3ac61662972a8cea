"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { type ImportFormat, MAX_IMPORT_BYTES } from "#domain/article-import.ts";

export type ImportPreview = Awaited<ReturnType<typeof client.article.preview>>;

/** Heavier than the limit; known before anything is sent. */
export class TooLarge extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super("too large");
    this.bytes = bytes;
  }
}

/** What the server understood so far. `ready` and `reading` keep showing the last answer while a new one comes. */
export type PreviewState =
  | { status: "idle" }
  | { status: "reading"; last: ImportPreview | null }
  | { status: "ready"; last: ImportPreview }
  | { status: "failed"; error: unknown };

const TYPING_PAUSE_MS = 400;

/** Asks what a text or a file would be understood as. A later question drops the earlier one's answer. */
export function useImportPreview() {
  const [state, setState] = useState<PreviewState>({ status: "idle" });
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (input: { content: string } | { file: File }, format: ImportFormat | null) => {
      running.current?.abort();
      const run = new AbortController();
      running.current = run;
      setState((now) => ({ status: "reading", last: lastOf(now) }));
      try {
        refuseTooLarge("file" in input ? input.file.size : new Blob([input.content]).size);
        const last = await client.article.preview(
          { ...input, ...(format && { format }) },
          { signal: run.signal },
        );
        if (run.signal.aborted) return null;
        setState({ status: "ready", last });
        return last;
      } catch (error) {
        if (!run.signal.aborted) setState({ status: "failed", error });
        return null;
      }
    },
    [],
  );

  const askLater = useDebouncedCallback(read, TYPING_PAUSE_MS);
  // What was typed a moment ago must not answer over the file that was chosen since.
  const ask = useCallback<typeof read>(
    (input, format) => {
      askLater.cancel();
      return read(input, format);
    },
    [askLater, read],
  );
  const clear = useCallback(() => {
    running.current?.abort();
    askLater.cancel();
    setState({ status: "idle" });
  }, [askLater]);
  return { state, ask, askLater, clear };
}

function refuseTooLarge(bytes: number): void {
  if (bytes > MAX_IMPORT_BYTES) throw new TooLarge(bytes);
}

const lastOf = (state: PreviewState): ImportPreview | null => ("last" in state ? state.last : null);
