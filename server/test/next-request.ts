import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external.js";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { NextRequest } from "next/server.js";

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/**
 * Answers a request under `/api/auth/` as Next would have the route's handler do: next-auth asks Next, and not the
 * request, for headers and cookies.
 */
export function asNextRoute(handler: Handler, request: Request): Promise<Response> {
  const asked = new NextRequest(request);
  const nextauth = asked.nextUrl.pathname.split("/").slice(3);
  const work = { route: "/api/auth/[...nextauth]" } as never;
  const unit = { type: "request", phase: "render", headers: asked.headers, cookies: asked.cookies } as never;
  return workAsyncStorage.run(work, () =>
    workUnitAsyncStorage.run(unit, () => handler(asked, { params: Promise.resolve({ nextauth }) })),
  );
}
