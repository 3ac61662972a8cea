import { Refusal } from "#domain/error.ts";
import { weaknessOf } from "#domain/weak-password.ts";
import { publicOrigin } from "#server/auth/public-origin.ts";

const PRODUCT = ["uratori", "裏取り"];

let common: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that leaked and are used by many, in lower case. Read when one is first set: that is seldom. */
async function readCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}

/**
 * Refuses a password that is guessed before any search begins. Asked wherever one is set.
 *
 * @throws Refusal PASSWORD_COMMON, PASSWORD_PERSONAL
 */
export async function assertPassword(
  password: string,
  whose: { name: string; email: string },
): Promise<void> {
  common ??= readCommon();
  const words = await common;
  const own = [...PRODUCT, new URL(publicOrigin()).hostname, whose.name, whose.email];
  const weakness = weaknessOf(password, { isCommon: (word) => words.has(word), own });
  if (weakness === "common") throw new Refusal("PASSWORD_COMMON");
  if (weakness === "personal") throw new Refusal("PASSWORD_PERSONAL");
}
