import type { Desk } from "./desk.ts";

/** Something that is thrown at the product, `times` times at once. */
export interface HostileInput {
  name: string;
  times?: number;
  /** Resolves once it was answered or hung up on; what the answer was is no matter. */
  hurl: (desk: Desk) => Promise<unknown>;
}

/** `seed` again and again, up to `length` UTF-16 units. */
export const filled = (seed: string, length: number): string =>
  seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

/** A request that may be answered as it likes. */
export async function send(
  desk: Desk,
  method: string,
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<number> {
  try {
    const address = path.startsWith("/api/") || path.startsWith("/live") ? path : `/api/v1${path}`;
    const response = await fetch(`${desk.base}${address}`, {
      method,
      body,
      headers: { ...(typeof body === "string" && { "content-type": "application/json" }), ...headers },
      signal: AbortSignal.timeout(60_000),
      redirect: "manual",
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** As the member who means no good. */
export const asMember = (
  desk: Desk,
  method: string,
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<number> =>
  send(desk, method, path, body, { authorization: `Bearer ${desk.hostile.token}`, ...headers });
