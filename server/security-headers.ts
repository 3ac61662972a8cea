/** What the policy depends on. */
interface Circumstances {
  /** Random for every answer; scripts that carry it may run, and nothing else may. */
  nonce: string;
  /** Hot reload evaluates code and talks over a socket. */
  development: boolean;
  https: boolean;
}

/**
 * The content security policy: nothing from another host, no framing, no scripts but ours. Styles may stand inline
 * because Mantine and ProseMirror set positions and colours that way; without scripts they can read nothing.
 */
export function contentSecurityPolicy({ nonce, development, https }: Circumstances): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(https ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** The policy of what is no page: data and files, in which nothing is to run and which belongs in nobody's frame. */
export const INERT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** As above, for bytes that others made: opened as a page, they are of no origin of ours. */
export const SANDBOX_POLICY = `sandbox; ${INERT_POLICY}`;

/** Browsers complain about these where there is no https to rely on. */
const HTTPS_ONLY = {
  "Strict-Transport-Security": "max-age=31536000",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** The headers every answer carries: pages, API, files, errors and refusals alike (`server.ts` sees to it). */
export function securityHeaders({ https }: Pick<Circumstances, "https">): Record<string, string> {
  return {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(https ? HTTPS_ONLY : {}),
  };
}
