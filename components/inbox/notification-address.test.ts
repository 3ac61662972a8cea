import { expect, test } from "vitest";
import type { Notification } from "#domain/notification.ts";
import { notificationAddress } from "./notification-address.ts";

const told = (about: Pick<Notification, "claim" | "thread">): Notification => ({
  id: "n",
  kind: "reply",
  actor: { id: "m", name: "李 海", disabled: false },
  article: { id: "a", title: "記事" },
  comment: null,
  decision: null,
  createdAt: "2026-01-02T03:04:05.000Z",
  readAt: null,
  ...about,
});
const claim = { id: "c", number: 1, exact: "言葉" };
const thread = { id: "t", exact: null };

test.each([
  ["a thread on a claim", { claim, thread }, "/articles/a?claim=c&thread=t"],
  ["a thread on a passage", { claim: null, thread }, "/articles/a?thread=t"],
  ["a claim", { claim, thread: null }, "/articles/a?claim=c"],
  ["a claim that is gone, and its thread", { claim: { ...claim, number: null }, thread }, "/articles/a"],
])("%s", (_name, about, address) => {
  expect(notificationAddress(told(about))).toBe(address);
});
