import { expect, it } from "vitest";
import { cslRecord } from "./csl-record.ts";

const bare = { title: "白書", url: null, publisher: null, author: null, issued: null, accessed: null };

it.each([
  ["a bare document", { ...bare, type: "document" as const }, { id: "1", type: "document", title: "白書" }],
  [
    "a newspaper, which stands in its paper",
    {
      ...bare,
      type: "article-newspaper" as const,
      publisher: "湾岸新聞",
      author: "山田 花子",
      issued: "2025-09-03",
    },
    {
      id: "1",
      type: "article-newspaper",
      title: "白書",
      "container-title": "湾岸新聞",
      author: [{ literal: "山田 花子" }],
      issued: { "date-parts": [[2025, 9, 3]] },
    },
  ],
  [
    "a report, which has a publisher, and dates as precise as they are",
    { ...bare, type: "report" as const, publisher: "内閣府", issued: "2025", accessed: "2025-09" },
    {
      id: "1",
      type: "report",
      title: "白書",
      publisher: "内閣府",
      issued: { "date-parts": [[2025]] },
      accessed: { "date-parts": [[2025, 9]] },
    },
  ],
])("writes %s as CSL-JSON", (_name, fields, record) => {
  expect(cslRecord("1", fields)).toEqual(record);
});
