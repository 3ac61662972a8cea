import { isContractProcedure } from "@orpc/contract";
import { API_PREFIX, api } from "#contract/api.ts";

interface Route {
  method: string;
  pattern: RegExp;
}

const ROUTES: Route[] = Object.values(api)
  .flatMap((noun) => Object.values(noun))
  .flatMap((call) => {
    const { method = "POST", path } = isContractProcedure(call) ? call["~orpc"].route : {};
    return path
      ? [{ method, pattern: new RegExp(`^${API_PREFIX}${path.replace(/\{\w+\}/g, "[^/]+")}/?$`) }]
      : [];
  });

/** The methods that the API answers at `pathname`, prefix included; none where there is no such address. */
export const methodsAt = (pathname: string): string[] =>
  ROUTES.filter(({ pattern }) => pattern.test(pathname)).map(({ method }) => method);
