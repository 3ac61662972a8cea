import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import { Doc } from "yjs";

export interface YjsClient {
  document: Doc;
  provider: HocuspocusProvider;
  close(): void;
}

/**
 * Hocuspocus' own client on a socket of its own, synced.
 *
 * @param cookie the session, where the server asks for one: facts come over the same line then, and are let pass
 * @param watch is shown the socket
 */
export async function connectYjs(
  url: string,
  name: string,
  cookie?: string,
  watch?: (socket: WebSocket) => void,
): Promise<YjsClient> {
  const document = new Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: socketClass(new URL(url).host, cookie, watch),
  });
  const provider = new HocuspocusProvider({ websocketProvider, name, document, token: "bench" });
  const synced = new Promise<void>((done) => provider.on("synced", () => done()));
  provider.attach();
  await synced;
  return {
    document,
    provider,
    close: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

function socketClass(host: string, cookie?: string, watch?: (socket: WebSocket) => void) {
  const headers = cookie === undefined ? {} : { cookie, origin: `http://${host}` };
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
      watch?.(this);
    }
    override emit(event: string | symbol, ...values: unknown[]): boolean {
      const isText = event === "message" && values[1] === false;
      return isText ? true : super.emit(event, ...values);
    }
  };
}
