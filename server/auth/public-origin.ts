import { env } from "#server/env.ts";

/** Where people reach this installation, `https://host[:port]` without a path: what a link sent to somebody begins with. */
export const publicOrigin = (): string => env().URATORI_URL;

/**
 * The host and port the request was sent to, as the browser knows them. Not always the public one: a desk may be
 * tried at `127.0.0.1` or through a tunnel. Next fills the forwarded header in itself where no proxy did.
 */
export const requestHost = (headers: Headers): string =>
  headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host") || "";
