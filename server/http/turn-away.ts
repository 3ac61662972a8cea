import type { IncomingMessage, ServerResponse } from "node:http";

/** How long, and for how many bytes, what is still being sent is thrown away before the line is cut. */
const LINGER = { milliseconds: 2_000, bytes: 256_000 };

/**
 * Answers a request whose body is of no interest, at once and while it is still being sent, and ends the connection. What
 * comes meanwhile is thrown away for a moment: a line that is cut while bytes are on their way is reset, and many callers
 * would then never see the answer.
 */
export async function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Response,
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = {
    ...Object.fromEntries(answer.headers),
    "content-length": body.length,
    connection: "close",
  };
  response.writeHead(answer.status, headers);
  response.write(body);
  let bytes = 0;
  const end = () => {
    clearTimeout(timer);
    request.off("data", count);
    response.end();
  };
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LINGER.bytes) end();
  };
  const timer = setTimeout(end, LINGER.milliseconds).unref();
  request.on("data", count).once("end", end).once("close", end);
}
