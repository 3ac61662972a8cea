import { expect, it } from "vitest";
import { fetchableUrl, targetOf } from "./fetch-target.ts";

const none = new Set<string>();
const reasonOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { data: { reason: string } }).data.reason;
  }
  return null;
};

it.each([
  ["file:///etc/passwd", "scheme"],
  ["ftp://example.jp/a", "scheme"],
  ["gopher://example.jp/", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["data:text/html,x", "scheme"],
  ["https://user:secret@example.jp/", "credentials"],
  ["https://user@example.jp/", "credentials"],
  ["http://example.jp:22/", "port"],
  ["http://example.jp:5432/", "port"],
  ["https://example.jp:8443/", "port"],
])("%s is refused: %s", (address, reason) => {
  expect(reasonOf(() => fetchableUrl(address, none))).toBe(reason);
});

it.each([
  ["https://example.jp/a#b", "https://example.jp/a"],
  ["https://example.jp./a", "https://example.jp/a"],
  ["http://例え.jp/", "http://xn--r8jz45g.jp/"],
  ["http://example.jp:443/", "http://example.jp:443/"],
])("%s is asked for as %s", (address, asked) => {
  expect(fetchableUrl(address, none).href).toBe(asked);
});

const resolvedTo =
  (...addresses: string[]) =>
  async () =>
    addresses;
const unasked = async (name: string) => Promise.reject(new Error(`${name} was looked up`));

it.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://127.0.0.1./",
  "http://①②⑦.0.0.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
  "http://0/",
  "http://[fe80::1]/",
  "http://169.254.169.254/latest/meta-data/",
])("%s names a private machine, however it is spelled", async (address) => {
  await expect(targetOf(fetchableUrl(address, none), unasked, none)).rejects.toMatchObject({
    code: "FETCH_ADDRESS_REFUSED",
    data: { reason: "private" },
  });
});

it("refuses a name with a single address that may not be asked", async () => {
  const url = new URL("https://example.jp/");
  for (const private_ of ["10.0.0.1", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"])
    await expect(targetOf(url, resolvedTo("1.1.1.1", private_), none)).rejects.toMatchObject({
      code: "FETCH_ADDRESS_REFUSED",
    });
  await expect(targetOf(url, resolvedTo(), none)).rejects.toMatchObject({ code: "FETCH_ADDRESS_REFUSED" });
  expect(await targetOf(url, resolvedTo("1.1.1.1", "2606:4700::1"), none)).toEqual({
    url,
    addresses: ["1.1.1.1", "2606:4700::1"],
  });
});

it("opens what the desk allows, at that port only, and never what a cloud answers to", async () => {
  const allowed = new Set(["cms.local:8080"]);
  const cms = fetchableUrl("http://cms.local:8080/draft", allowed);
  expect((await targetOf(cms, resolvedTo("10.0.0.7"), allowed)).addresses).toEqual(["10.0.0.7"]);
  await expect(targetOf(cms, resolvedTo("169.254.169.254"), allowed)).rejects.toMatchObject({
    code: "FETCH_ADDRESS_REFUSED",
  });
  expect(reasonOf(() => fetchableUrl("http://cms.local:8081/", allowed))).toBe("port");
  await expect(targetOf(new URL("http://cms.local/"), resolvedTo("10.0.0.7"), allowed)).rejects.toMatchObject(
    { code: "FETCH_ADDRESS_REFUSED" },
  );
});
