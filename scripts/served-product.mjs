import { spawn } from "node:child_process";
import { asEnvironment } from "./command.mjs";
import { inRoot } from "./places.mjs";
import { freePort } from "./port.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * The product as browser tests see it, for scripts that look at it or measure it: a build of its own, a database that
 * is gone afterwards, the demo desk in it.
 *
 * @returns {Promise<{ base: string, pid: number, stop: () => Promise<void> }>} `pid`: of the process that started all others
 */
export async function serveProduct() {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = asEnvironment({ ...process.env, PORT: String(port), NEXT_DIST_DIR: ".next-test" });
  const child = spawn(process.execPath, [inRoot("scripts/serve-tests.mjs")], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!(await answers(base))) {
    if (child.exitCode !== null) throw new Refusal("the product did not start");
    await new Promise((done) => setTimeout(done, 250));
  }
  return {
    base,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null) return done();
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

/**
 * Signs in the way next-auth's own form does.
 *
 * @param {import("playwright").APIRequestContext} request whose cookies hold the session afterwards
 * @param {string} base
 * @param {"admin" | "reviewer"} role of the demo desk's member
 */
export async function signIn(request, base, role = "admin") {
  const { csrfToken } = await (await request.get(`${base}/api/auth/csrf`)).json();
  const form = { csrfToken, email: `${role}@uratori.example`, password: "uratori-demo", json: "true" };
  await request.post(`${base}/api/auth/callback/credentials`, { form });
}

/** @param {string} base */
async function answers(base) {
  return fetch(`${base}/signin`).then(
    ({ ok }) => ok,
    () => false,
  );
}
