/** Hocuspocus as it comes, documents in memory. `tsx hocuspocus-server.ts PORT`. */
import { Server } from "@hocuspocus/server";
import { answerWith } from "./child.ts";
import { usage } from "./usage.ts";

const server = new Server({ port: Number(process.argv[2]), address: "127.0.0.1", quiet: true });
await server.listen();
answerWith(usage);
