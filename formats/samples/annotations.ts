/** The page the sample annotations were made on. */
export const SAMPLE_PAGE = "https://news.example.jp/2025/09/parade";

/** Words of the sample article with what stands beside them, as an annotation tool quotes them. */
export const SAMPLE_QUOTE = {
  exact: "2025年9月3日に開催される",
  prefix: "一大イベントの舞台になりました。",
  suffix: "「抗日戦争勝利80年記念」軍事パレード",
};

/** An annotation as Hypothesis' API answers it, with the selectors its client makes of a page. */
export function hypothesisAnnotation(
  quote: { exact: string; prefix?: string; suffix?: string } | null,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const selector = quote && [
    {
      type: "RangeSelector",
      startContainer: "/div[2]/article[1]/p[3]",
      startOffset: 4,
      endContainer: "/div[2]/article[1]/p[3]",
      endOffset: 20,
    },
    { type: "TextPositionSelector", start: 1204, end: 1204 + quote.exact.length },
    { type: "TextQuoteSelector", ...quote },
  ];
  return {
    id: "x3kV0nN7Ee-9lQ8t0bQ2sA",
    created: "2025-09-04T01:23:45.678901+00:00",
    updated: "2025-09-04T01:23:45.678901+00:00",
    user: "acct:sato_y@hypothes.is",
    uri: SAMPLE_PAGE,
    text: "",
    tags: [],
    group: "__world__",
    permissions: { read: ["group:__world__"], admin: ["acct:sato_y@hypothes.is"] },
    target: [{ source: SAMPLE_PAGE, ...(selector && { selector }) }],
    document: { title: ["金正恩総書記、北京で存在感を示す"] },
    links: { html: "https://hypothes.is/a/x3kV0nN7Ee-9lQ8t0bQ2sA" },
    user_info: { display_name: "佐藤 由紀" },
    flagged: false,
    hidden: false,
    ...given,
  };
}

/** An annotation of the W3C model with one target. */
export function w3cAnnotation(
  selector: unknown,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "https://anno.example.org/1",
    type: "Annotation",
    motivation: "commenting",
    creator: { id: "https://example.org/people/mori", type: "Person", name: "森 奈々" },
    created: "2025-09-05T09:00:00+09:00",
    body: { type: "TextualBody", value: "出典を確かめる。", format: "text/plain", language: "ja" },
    target: { source: SAMPLE_PAGE, selector },
    ...given,
  };
}
