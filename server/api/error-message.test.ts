import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "#domain/error.ts";
import { LOCALES } from "#domain/localized.ts";
import en from "#messages/en/errors.json";
import ja from "#messages/ja/errors.json";
import { errorMessage } from "./error-message.ts";

describe("error messages", () => {
  it.each([
    ["en", en],
    ["ja", ja],
  ])("in %s has one sentence for every code and none besides", (_locale, messages) => {
    expect(Object.keys(messages).sort()).toEqual([...ERROR_CODES].sort());
  });

  it.each(LOCALES)("ends every sentence in %s", (locale) => {
    for (const code of ERROR_CODES) expect(errorMessage(code, locale), code).toMatch(/[.。]$/);
  });

  it("writes Japanese in Japanese", () => {
    for (const code of ERROR_CODES) expect(errorMessage(code, "ja"), code).toMatch(/[ぁ-ん]/);
  });
});
