import { describe, expect, it, vi } from "vitest";
import { Refusal } from "#domain/error.ts";

const written = vi.hoisted(() => vi.fn());
vi.mock("./audit.ts", () => ({ audit: written }));

import { auditedSignIn } from "./audited-sign-in.ts";

describe("a sign-in", () => {
  it.each([
    ["that succeeds", async () => 7, ["sign_in.succeeded", { method: "passkey" }]],
    [
      "that is refused",
      () => Promise.reject(new Refusal("PASSKEY_REFUSED")),
      ["sign_in.failed", { method: "passkey", code: "PASSKEY_REFUSED" }],
    ],
  ])("%s is written down, once", async (_how, work, line) => {
    written.mockClear();
    await auditedSignIn<number>("passkey", work).catch(() => 0);
    expect(written.mock.calls).toEqual([line]);
  });

  it("that meets a defect of ours is neither", async () => {
    written.mockClear();
    await expect(auditedSignIn("second_factor", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
    expect(written).not.toHaveBeenCalled();
  });
});
