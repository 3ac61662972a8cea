import { describe, expect, it } from "vitest";
import { reportFileName } from "./report-file-name.ts";

const named = (title: string, extension = "pdf") =>
  reportFileName({ generatedAt: "2026-11-23T09:00:00.000Z", article: { title } }, extension);

describe("reportFileName", () => {
  it.each([
    ["北京で存在感を示す:ロシア・中国", "北京で存在感を示す ロシア・中国-factcheck-2026-11-23.pdf"],
    ["../../etc/passwd", "etc passwd-factcheck-2026-11-23.pdf"],
    ["a\u202egnp.exe\u0000\n", "a gnp.exe-factcheck-2026-11-23.pdf"],
    ["???", "report-factcheck-2026-11-23.pdf"],
    ["ガ", "ガ-factcheck-2026-11-23.pdf"],
  ])("%j", (title, expected) => {
    expect(named(title)).toBe(expected);
  });

  it.each(["あ", "👨‍👩‍👧‍👦", "葛󠄀", "a"])("keeps whole graphemes and 255 bytes for a title of %j", (unit) => {
    const name = named(unit.repeat(300));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
    const title = name.slice(0, name.indexOf("-factcheck-"));
    expect(title.split(unit).join("")).toBe("");
    expect(title.length / unit.length).toBeLessThanOrEqual(80);
  });
});
