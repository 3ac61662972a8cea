import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Claims of one person by where the provider tells them; the subject is added. */
export interface Persona {
  idToken?: Record<string, unknown>;
  userInfo?: Record<string, unknown>;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Everybody it knows, by subject; to be filled and changed by the test. */
  people: Map<string, Persona>;
  /** Who sits at the browser when the provider asks; null says no. */
  atTheBrowser: string | null;
  /** How often UserInfo was asked. */
  userInfoAsked: number;
  close(): Promise<void>;
}

const CLIENT = { clientId: "uratori", clientSecret: randomBytes(32).toString("base64url") };

/** A real OpenID Connect provider on a port of its own; it demands PKCE and asks nobody anything. */
export async function startIdentityProvider(callbacks: string[]): Promise<IdentityProvider> {
  const { Provider } = await import("oidc-provider");
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const self: IdentityProvider = {
    ...CLIENT,
    issuer,
    people: new Map(),
    atTheBrowser: null,
    userInfoAsked: 0,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: callbacks }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    pkce: { required: () => true },
    // What the ID token holds is the persona's business.
    conformIdTokenClaims: false,
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "email", "profile", "groups"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const persona = self.people.get(sub);
      if (!persona) return undefined;
      const claims = (use: string) => ({ sub, ...(use === "userinfo" ? persona.userInfo : persona.idToken) });
      return { accountId: sub, claims };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile groups");
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.body = out;
    },
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/me") self.userInfoAsked += 1;
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    const result = self.atTheBrowser
      ? { login: { accountId: self.atTheBrowser } }
      : { error: "access_denied", error_description: "The person said no" };
    void provider.interactionFinished(request, response, result);
  });
  return self;
}
