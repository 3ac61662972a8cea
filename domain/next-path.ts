/** Where a person lands who asked for nothing in particular. */
const HOME = "/";

/** Only the parts after the host are used, so any address that is nobody's can stand here. */
const BASE = "https://uratori.invalid";

/** Longer addresses are nobody's bookmark. In UTF-16 units. */
const LONGEST = 2000;

/**
 * The place asked for before signing in, made safe to go to: a path of this site with its query and fragment, or `/`.
 * Browsers read `\` as `/` and drop tabs and line ends, so an address is judged as they would parse it, not by its
 * first letters. Signing in itself is no destination, and neither is the API.
 */
export function safeNextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || asked.length > LONGEST || !URL.canParse(asked, BASE)) return HOME;
  const url = new URL(asked, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return HOME;
  if (url.pathname === "/signin" || url.pathname.startsWith("/api/")) return HOME;
  return url.pathname + url.search + url.hash;
}
