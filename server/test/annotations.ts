import type { AnnotationPreview } from "#server/reads/annotation-preview.ts";

/** Annotations as Hypothesis' API answers them, one for each of `quotes`, to be sent as they come. */
export const hypothesisFile = (
  quotes: readonly {
    id: string;
    exact: string;
    prefix?: string;
    suffix?: string;
    text?: string;
    tags?: string[];
  }[],
): string =>
  JSON.stringify({
    total: quotes.length,
    rows: quotes.map(({ id, text = "", tags = [], ...quote }) => ({
      id,
      created: "2025-09-04T01:23:45.678901+00:00",
      user: "acct:sato_y@hypothes.is",
      user_info: { display_name: "佐藤 由紀" },
      uri: "https://news.example.jp/bridge",
      text,
      tags,
      group: "__world__",
      target: [
        { source: "https://news.example.jp/bridge", selector: [{ type: "TextQuoteSelector", ...quote }] },
      ],
    })),
  });

/** How the annotations of a preview stand, in their order. */
export const standings = ({ entries }: AnnotationPreview): string[] =>
  entries.map(({ standing }) => standing);
