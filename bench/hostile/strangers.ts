import { createConnection } from "node:net";
import type { Desk } from "./desk.ts";
import { filled, type HostileInput, send } from "./input.ts";

const MEGABYTE = 1_000_000;
const keys = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":${index}`).join(",")}}`;

/** What somebody can throw who has no account. */
export const STRANGERS: HostileInput[] = [
  {
    name: "stranger: JSON of 8.5 MB",
    times: 5,
    hurl: (desk) => send(desk, "POST", "/articles", filled("[[],[],[]],", 8.5 * MEGABYTE)),
  },
  {
    name: "stranger: 500,000 keys",
    hurl: (desk) => send(desk, "POST", "/article-previews", keys(500_000)),
  },
  {
    name: "stranger: nested 4 million times",
    hurl: (desk) => send(desk, "POST", "/articles", filled("[", 4 * MEGABYTE)),
  },
  {
    name: "stranger: form of 9 MB in tiny fields",
    hurl: (desk) =>
      send(
        desk,
        "POST",
        "/articles",
        filled('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n', 9 * MEGABYTE),
        {
          "content-type": "multipart/form-data; boundary=x",
        },
      ),
  },
  {
    name: "stranger: wrong token, 9 MB",
    times: 5,
    hurl: (desk) =>
      send(desk, "POST", "/articles", filled("[1,", 9 * MEGABYTE), { authorization: "Bearer uratori_none" }),
  },
  {
    name: "stranger: set-up with a name of 9 kB",
    times: 20,
    hurl: (desk) => send(desk, "POST", "/setup", JSON.stringify({ name: filled("a", 9_000), token: "x" })),
  },
  {
    name: "stranger: invitation, 8 MB",
    hurl: (desk) => send(desk, "POST", "/invitations/accept", filled('{"secret":"', 8 * MEGABYTE)),
  },
  {
    name: "stranger: sign-in form of 8 MB",
    times: 3,
    hurl: (desk) =>
      send(desk, "POST", "/api/auth/callback/credentials", filled("email=a&", 8 * MEGABYTE), {
        "content-type": "application/x-www-form-urlencoded",
      }),
  },
  {
    name: "stranger: cookie of 15 kB",
    times: 30,
    hurl: (desk) =>
      send(desk, "GET", "/profile", null, { cookie: filled("next-auth.session-token=a;", 15_000) }),
  },
  {
    name: "stranger: query of brackets",
    times: 30,
    hurl: (desk) => send(desk, "GET", `/articles?${filled("a[b][c][]=1&", 15_000)}`, null),
  },
  {
    name: "stranger: a body to a page",
    hurl: (desk) =>
      fetch(`${desk.base}/signin`, { method: "POST", body: filled("a", 9 * MEGABYTE) })
        .then((answer) => answer.arrayBuffer())
        .catch(() => 0),
  },
  {
    name: "stranger: 200 bodies that never end",
    times: 200,
    hurl: (desk) => endless(desk, "/api/v1/articles"),
  },
  {
    name: "stranger: 100 sign-ins that never end",
    times: 100,
    hurl: (desk) => endless(desk, "/api/auth/callback/credentials"),
  },
  { name: "stranger: 100 sockets at the door", times: 100, hurl: (desk) => endless(desk, "/live") },
];

/** Announces a body, sends a little of it and waits to be hung up on, two seconds at most. */
function endless({ base }: Desk, path: string): Promise<void> {
  return new Promise((done) => {
    const { hostname, port } = new URL(base);
    const socket = createConnection({ host: hostname, port: Number(port) });
    const timer = setTimeout(() => socket.destroy(), 2_000);
    socket.on("error", () => undefined).on("data", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      done();
    });
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n{"content":"`,
    );
  });
}
