import { expect, test } from "vitest";
import type { LiveEvent } from "#domain/live.ts";
import { FieldNews } from "./field-news.ts";

const sato = { id: "s", name: "佐藤", disabled: false };
const lee = { id: "l", name: "李", disabled: false };

const event = (seq: number, more: Partial<LiveEvent>): LiveEvent => ({
  seq,
  kind: "claim.updated",
  claimId: "a",
  subjectId: "a",
  actor: sato,
  at: `2026-11-23T00:00:0${seq}.000Z`,
  fields: [],
  ...more,
});

test("keeps who changed which field of which claim last", () => {
  const news = new FieldNews();
  news.note([
    event(1, { fields: ["statement", "claimant"] }),
    event(2, { fields: ["statement"], actor: lee }),
    event(3, { fields: ["statement"], claimId: "b" }),
    event(4, { fields: ["statement"], claimId: null }),
  ]);
  expect(news.last("a", "statement")).toEqual({ by: lee, at: "2026-11-23T00:00:02.000Z" });
  expect(news.last("a", "claimant")?.by).toBe(sato);
  expect(news.last("b", "statement")?.by).toBe(sato);
  expect(news.last("b", "claimant")).toBeNull();
});

test("tells where a field changed and is silent elsewhere", () => {
  const news = new FieldNews();
  let told = 0;
  news.subscribe(() => {
    told += 1;
  });
  news.note([event(1, {}), event(2, { kind: "evidence.added" })]);
  expect(told).toBe(0);
  news.note([event(3, { fields: ["rating"], kind: "verdict.updated" })]);
  expect(told).toBe(1);
  const held = news.last("a", "rating");
  expect(news.last("a", "rating")).toBe(held);
});
