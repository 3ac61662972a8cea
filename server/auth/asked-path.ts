/** Where `proxy.ts` writes the path and query a page was asked for by; a layout can't know it otherwise. */
export const ASKED_PATH_HEADER = "x-uratori-path";
