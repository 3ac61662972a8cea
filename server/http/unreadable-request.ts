import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorCode } from "#domain/error.ts";
import { refuseLine } from "./refusal.ts";

/** Lines on which an answer is under way: nothing may be put into its middle. */
const answering = new WeakSet<Duplex>();

/** Answers what Node can't read as a request with a refusal like any other, instead of with Node's bare line. */
export function refuseUnreadable(server: Server): void {
  server.on("request", ({ socket }: IncomingMessage, response) => {
    answering.add(socket);
    response.once("close", () => answering.delete(socket));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, line) => {
    // Who hung up hears nothing.
    if (error.code === "ECONNRESET" || !line.writable || answering.has(line)) line.destroy();
    else refuseLine(line, codeOf(error));
  });
}

const codeOf = ({ code }: NodeJS.ErrnoException): ErrorCode =>
  code === "HPE_HEADER_OVERFLOW" ? "HEADERS_TOO_LARGE" : "INVALID_INPUT";
