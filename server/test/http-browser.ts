/** What a browser does between sites, without a screen: keeps cookies by host and port, and follows one link at a time. */
export class HttpBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Asks one address and follows no redirect. Cookies count by host and port, which is stricter than browsers are. */
  async ask(address: string, form?: Record<string, string>): Promise<Response> {
    const { host, origin } = new URL(address);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, {
      redirect: "manual",
      headers: { cookie, ...(form && { origin }) },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects until an address that `isThere` accepts is to be asked, which is answered and not asked. */
  async follow(address: string, isThere: (url: URL) => boolean): Promise<URL> {
    let url = new URL(address);
    for (let hops = 0; hops < 10; hops += 1) {
      if (isThere(url)) return url;
      const response = await this.ask(url.href);
      const location = response.headers.get("location");
      if (!location) throw new Error(`${url.href} led nowhere: ${response.status} ${await response.text()}`);
      url = new URL(location, url);
    }
    throw new Error(`${address} led round in circles`);
  }

  /** A cookie's value at an origin; null where it has none. */
  cookie(origin: string, name: string): string | null {
    return this.#cookies.get(new URL(origin).host)?.get(name) ?? null;
  }
}
