import { describe, expect, it } from "vitest";
import { DEFAULT_SCALE_ID, scaleSchema } from "#domain/scale.ts";
import { SHIPPED_SCALES } from "./shipped-scales.ts";

describe("the shipped scales", () => {
  it("are FIJ's nine, JFC's five, the four before publication and the five English steps", () => {
    expect(SHIPPED_SCALES.map(({ id, ratings }) => [id, ratings.length])).toEqual([
      ["fij", 9],
      ["jfc", 5],
      ["prepublication", 4],
      ["five-step", 5],
    ]);
  });

  it("hold the default one", () => {
    expect(SHIPPED_SCALES.map(({ id }) => id)).toContain(DEFAULT_SCALE_ID);
  });

  it("have FIJ's Japanese labels in FIJ's order", () => {
    const fij = SHIPPED_SCALES.find(({ id }) => id === "fij");
    expect(fij?.ratings.map(({ label }) => label.ja)).toEqual([
      "正確",
      "ほぼ正確",
      "ミスリード",
      "不正確",
      "根拠不明",
      "誤り",
      "虚偽",
      "判定留保",
      "検証対象外",
    ]);
  });

  it.each(SHIPPED_SCALES)("$id is a whole scale with words in both languages", (scale) => {
    const whole = { ...scale, retired: false, ratings: scale.ratings.map((r) => ({ ...r, retired: false })) };
    expect(scaleSchema.parse(whole)).toEqual(whole);
    expect(new Set(scale.ratings.map(({ key }) => key)).size).toBe(scale.ratings.length);
    for (const { label, definition } of scale.ratings) {
      expect([label.ja, label.en, definition.ja, definition.en].every((words) => words.length > 0)).toBe(
        true,
      );
      expect(definition.en).toMatch(/\.$/);
      expect(definition.ja).toMatch(/。$/);
    }
  });
});
