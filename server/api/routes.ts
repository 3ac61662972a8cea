import { isContractProcedure } from "@orpc/contract";
import { API_PREFIX, api } from "#contract/api.ts";
import type { CallMeta } from "#contract/procedure.ts";

interface Route {
  method: string;
  pattern: RegExp;
  /** Needs no account, or asks by itself whose the session is. */
  isOpen: boolean;
}

const ROUTES: Route[] = Object.values(api)
  .flatMap((noun) => Object.values(noun))
  .flatMap((call) => {
    if (!isContractProcedure(call)) return [];
    const { route, errorMap, meta } = call["~orpc"];
    const { method = "POST", path } = route;
    const isOpen = !("UNAUTHENTICATED" in errorMap) || (meta as CallMeta).judgesSession === true;
    return path
      ? [{ method, isOpen, pattern: new RegExp(`^${API_PREFIX}${path.replace(/\{\w+\}/g, "[^/]+")}/?$`) }]
      : [];
  });

/** The methods that the API answers at `pathname`, prefix included; none where there is no such address. */
export const methodsAt = (pathname: string): string[] =>
  ROUTES.filter(({ pattern }) => pattern.test(pathname)).map(({ method }) => method);

/** Whether a call is heard although nobody is known to make it. */
export const isOpenCall = (method: string, pathname: string): boolean =>
  ROUTES.some((route) => route.isOpen && route.method === method && route.pattern.test(pathname));
