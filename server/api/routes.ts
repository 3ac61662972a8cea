import { isContractProcedure } from "@orpc/contract";
import { API_PREFIX, api } from "#contract/api.ts";
import type { CallMeta } from "#contract/procedure.ts";

interface Route {
  method: string;
  pattern: RegExp;
  /** Needs no account: such a call alone can't answer that its caller is nobody. */
  isOpen: boolean;
  /** Asks by itself whose the session is, which may still wait for its second factor. */
  judgesSession: boolean;
}

const ROUTES: Route[] = Object.values(api)
  .flatMap((noun) => Object.values(noun))
  .flatMap((call) => {
    if (!isContractProcedure(call)) return [];
    const { route, errorMap, meta } = call["~orpc"];
    const { method = "POST", path } = route;
    const isOpen = !("UNAUTHENTICATED" in errorMap);
    const judgesSession = (meta as CallMeta).judgesSession === true;
    return path
      ? [
          {
            method,
            isOpen,
            judgesSession,
            pattern: new RegExp(`^${API_PREFIX}${path.replace(/\{\w+\}/g, "[^/]+")}/?$`),
          },
        ]
      : [];
  });

/** The methods that the API answers at `pathname`, prefix included; none where there is no such address. */
export const methodsAt = (pathname: string): string[] =>
  ROUTES.filter(({ pattern }) => pattern.test(pathname)).map(({ method }) => method);

/** Whether a call needs no account. */
export const isOpenCall = (method: string, pathname: string): boolean =>
  ROUTES.some((route) => route.isOpen && route.method === method && route.pattern.test(pathname));

/** Whether a call may be made by a session that still waits for its second factor. */
export const judgesSession = (method: string, pathname: string): boolean =>
  ROUTES.some((route) => route.judgesSession && route.method === method && route.pattern.test(pathname));
