import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default algorithm) at OWASP's first choice: 19 MiB, two passes, one lane. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * A hash nobody has the password of, at the same cost. Verifying against it makes an unknown address take as long as
 * a wrong password; it is a constant so that the first such answer is no slower than the others.
 */
export const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$+LPzNBP4yf4y8cJewXdW5A$LdQKem6Stp0AnxlOb0EdT5Yw1PyP4BNLwQLUaLlzjPc";

/** The password's hash in PHC form, which carries its own salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * True where `password` belongs to `stored`. Null (no such member, or one who signs in elsewhere) costs the same work
 * and is always false.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS_HASH, password);
  return stored !== null && matches;
}
