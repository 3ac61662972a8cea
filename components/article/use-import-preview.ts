"use client";

import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useRef, useState } from "react";
import { client } from "#components/api/client.ts";
import { type ImportFormat, MAX_IMPORT_BYTES } from "#domain/article-import.ts";
import type { Capture } from "#domain/capture.ts";

export type ImportPreview = Awaited<ReturnType<typeof client.article.preview>>;

/** What is to be read: a text, a file, an address that is fetched first, or what was fetched or read by machine before. */
type Asked =
  | { content: string }
  | { file: File }
  | { url: string }
  | { captureId: string }
  | { readingId: string };

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

/** Asks what a text, a file or an address would be understood as. A later question drops the earlier one's answer. */
export function useImportPreview() {
  const [state, setState] = useState<PreviewState>({ status: "idle" });
  const running = useRef<AbortController | null>(null);

  const read = useCallback(async (input: Asked, format: ImportFormat | null) => {
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setState((now) => ({ status: "reading", last: lastOf(now) }));
    try {
      const last = await answerTo(input, format, run.signal);
      if (run.signal.aborted) return null;
      setState({ status: "ready", last });
      return last;
    } catch (error) {
      if (!run.signal.aborted) setState({ status: "failed", error });
      return null;
    }
  }, []);

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

async function answerTo(
  input: Asked,
  format: ImportFormat | null,
  signal: AbortSignal,
): Promise<ImportPreview & { capture?: Capture }> {
  if ("url" in input) return await client.capture.create(input, { signal });
  if ("file" in input) refuseTooLarge(input.file.size);
  if ("content" in input) refuseTooLarge(new Blob([input.content]).size);
  return await client.article.preview({ ...input, ...(format && { format }) }, { signal });
}

function refuseTooLarge(bytes: number): void {
  if (bytes > MAX_IMPORT_BYTES) throw new TooLarge(bytes);
}

const lastOf = (state: PreviewState): ImportPreview | null => ("last" in state ? state.last : null);
