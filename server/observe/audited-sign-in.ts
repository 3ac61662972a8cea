import { Refusal } from "#domain/error.ts";
import { audit } from "./audit.ts";

/** Does `work`, by which somebody proves who they are, and writes how it ended; a defect is told of where it is logged. */
export async function auditedSignIn<Result>(
  method: "passkey" | "second_factor",
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work();
    audit("sign_in.succeeded", { method });
    return result;
  } catch (error) {
    if (error instanceof Refusal) audit("sign_in.failed", { method, code: error.code });
    throw error;
  }
}
