import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox } from "./outbox.ts";

interface Wish {
  key: string;
  wanted: boolean;
}

const offline = new TypeError("offline");

function desk() {
  const stored = new Map<string, Wish>();
  const sent: string[] = [];
  const answers: { resolve: (answer: string) => void; reject: (error: unknown) => void }[] = [];
  const outbox = new Outbox<Wish, string>({
    deliver: ({ key, wanted }) => {
      sent.push(`${wanted ? "+" : "-"}${key}`);
      return new Promise((resolve, reject) => {
        answers.push({ resolve, reject });
      });
    },
    isPassing: (error) => error === offline,
    storage: {
      read: () => [...stored.values()],
      write: (wish) => void stored.set(wish.key, wish),
      remove: (key) => void stored.delete(key),
    },
  });
  return { outbox, sent, answers, stored };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an outbox", () => {
  test("sends at once, answers, and then keeps nothing", async () => {
    const { outbox, answers, stored } = desk();
    const delivery = outbox.post({ key: "a", wanted: true });
    expect([...stored.keys()]).toEqual(["a"]);
    answers[0]?.resolve("made");
    expect(await delivery).toEqual({ kind: "delivered", answer: "made" });
    await settle();
    expect(outbox.has("a")).toBe(false);
    expect(stored.size).toBe(0);
  });

  test("what takes an act back waits until the act was answered", async () => {
    const { outbox, sent, answers } = desk();
    const made = outbox.post({ key: "a", wanted: true });
    const takenBack = outbox.post({ key: "a", wanted: false });
    await settle();
    expect(sent).toEqual(["+a"]);
    answers[0]?.resolve("made");
    expect(await made).toEqual({ kind: "delivered", answer: "made" });
    await settle();
    expect(sent).toEqual(["+a", "-a"]);
    answers[1]?.resolve("gone");
    expect(await takenBack).toEqual({ kind: "delivered", answer: "gone" });
  });

  test("subjects do not wait for one another", async () => {
    const { outbox, sent } = desk();
    void outbox.post({ key: "a", wanted: true });
    void outbox.post({ key: "b", wanted: true });
    await settle();
    expect(sent).toEqual(["+a", "+b"]);
  });

  test("keeps what found no server, says so, and tries again by itself", async () => {
    const { outbox, sent, answers, stored } = desk();
    const told = vi.fn();
    outbox.subscribe(told);
    const delivery = outbox.post({ key: "a", wanted: true });
    answers[0]?.reject(offline);
    await settle();
    expect([...outbox.late]).toEqual(["a"]);
    expect(stored.size).toBe(1);
    expect(told).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(["+a", "+a"]);
    answers[1]?.resolve("made");
    expect(await delivery).toEqual({ kind: "delivered", answer: "made" });
    await settle();
    expect(outbox.late.size).toBe(0);
    expect(stored.size).toBe(0);
  });

  test("flushing does not wait for the next try", async () => {
    const { outbox, sent, answers } = desk();
    void outbox.post({ key: "a", wanted: true });
    answers[0]?.reject(offline);
    await settle();
    void outbox.flush();
    expect(sent).toEqual(["+a", "+a"]);
  });

  test("only the last wish about a subject is sent once there is a server again", async () => {
    const { outbox, sent, answers } = desk();
    const made = outbox.post({ key: "a", wanted: true });
    const takenBack = outbox.post({ key: "a", wanted: false });
    answers[0]?.reject(offline);
    expect(await made).toEqual({ kind: "superseded" });
    await settle();
    answers[1]?.resolve("gone");
    expect(await takenBack).toEqual({ kind: "delivered", answer: "gone" });
    expect(sent).toEqual(["+a", "-a"]);
  });

  test("a refusal is not tried again, and what came after it is still sent", async () => {
    const { outbox, sent, answers, stored } = desk();
    const made = outbox.post({ key: "a", wanted: true });
    const refusal = new Error("no");
    answers[0]?.reject(refusal);
    await expect(made).rejects.toBe(refusal);
    await settle();
    expect(stored.size).toBe(0);
    void outbox.post({ key: "a", wanted: false });
    expect(sent).toEqual(["+a", "-a"]);
  });
});
