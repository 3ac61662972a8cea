import { afterEach, expect, it } from "vitest";
import { fillWithResolvers } from "./with-resolvers.ts";

const own = Object.getOwnPropertyDescriptor(Promise, "withResolvers");

interface Filled {
  withResolvers: <T>() => {
    promise: Promise<T>;
    resolve: (value: T) => void;
    reject: (reason: unknown) => void;
  };
}
const filled = () => Promise as unknown as Filled;

afterEach(() => {
  Reflect.deleteProperty(Promise, "withResolvers");
  if (own) Object.defineProperty(Promise, "withResolvers", own);
});

it("settles from outside, on an engine that has none", async () => {
  Reflect.deleteProperty(Promise, "withResolvers");
  fillWithResolvers();
  const kept = filled().withResolvers<number>();
  kept.resolve(7);
  expect(await kept.promise).toBe(7);
  const failed = filled().withResolvers<number>();
  failed.reject(new Error("no"));
  await expect(failed.promise).rejects.toThrow("no");
  expect(Object.keys(Promise)).toEqual([]);
});

it("leaves an engine that has its own alone", () => {
  const native = () => "the engine's";
  Object.defineProperty(Promise, "withResolvers", { value: native, writable: true, configurable: true });
  fillWithResolvers();
  expect(filled().withResolvers).toBe(native);
});
