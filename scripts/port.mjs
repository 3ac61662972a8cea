import { createServer } from "node:net";
import { Refusal } from "./refusal.mjs";

const DEFAULT_PORT = 3000;

/**
 * The port the web server is asked to take.
 *
 * @returns {number} from `PORT`, or 3000
 * @throws Refusal when it is not a port number
 */
export function webPort() {
  const given = process.env.PORT?.trim();
  if (!given) return DEFAULT_PORT;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT is “${given}”, which is not a number from 1 to 65535`);
  return port;
}

/**
 * @param {number} port
 * @param {string} [host] every interface when absent, as the web server listens
 * @returns {Promise<string | null>} null when it can be taken, else the system's word for why not, e.g. EADDRINUSE
 */
export function portTrouble(port, host) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => answer(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(null)));
  });
}

/** A port nobody listens on right now, on this machine's own interface. @returns {Promise<number>} */
export function freePort() {
  return new Promise((answer, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? answer(address.port) : fail(new Error("no port")),
      );
    });
  });
}
