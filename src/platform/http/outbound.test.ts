import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { outbound } from "./outbound.ts";
import { mayCall } from "./private-networks.ts";

describe("private networks", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "224.0.0.1",
    "not an address",
  ])("%s is refused", (address) => expect(mayCall(address, [])).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"])("%s is not", (address) =>
    expect(mayCall(address, [])).toBe(true),
  );

  it("what an administrator names is open, and nothing beside it", () => {
    expect(mayCall("127.0.0.1", ["127.0.0.0/8"])).toBe(true);
    expect(mayCall("::ffff:127.0.0.1", ["127.0.0.0/8"])).toBe(true);
    expect(mayCall("10.0.0.7", ["10.0.0.7"])).toBe(true);
    expect(mayCall("10.0.0.8", ["10.0.0.7"])).toBe(false);
    expect(mayCall("fd00::2", ["fd00::/16"])).toBe(true);
  });
});

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  closers.push(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const call = (url: string, more: object = {}) =>
  outbound({ url, method: "POST", headers: {}, body: "x", privateTargets: ["127.0.0.0/8", "::1"], ...more });

it("does not even connect where it may not call, whichever way the address is spelled", async () => {
  let asked = 0;
  const url = await listening((_request, response) => void ((asked += 1), response.end()));
  const { port } = new URL(url);
  for (const host of ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
    expect(await call(`http://${host}:${port}/`, { privateTargets: [] })).toMatchObject({
      answered: false,
      why: "refused",
    });
  expect(asked).toBe(0);
  for (const odd of ["file:///etc/passwd", "ftp://example.com/", "http://user:pw@example.com/", "nothing"])
    expect(await call(odd)).toMatchObject({ answered: false, why: "refused" });
});

it("gives what was answered and follows no redirect", async () => {
  let asked = 0;
  const url = await listening((request, response) => {
    asked += 1;
    if (request.url === "/away") return void response.writeHead(302, { location: "/there" }).end();
    request.resume().on("end", () => response.end(`${request.method} ${request.headers["content-length"]}`));
  });
  expect(await call(`${url}/`)).toEqual({ answered: true, status: 200, text: "POST 1" });
  expect(await call(`${url}/away`)).toMatchObject({ answered: true, status: 302 });
  expect(asked).toBe(2);
});

it("waits no longer than told, and reads no more than an answer is long", async () => {
  const hanging = await listening(() => undefined);
  expect(await call(hanging, { longest: 150 })).toMatchObject({ answered: false, why: "slow" });
  const dripping = await listening((_request, response) => void response.write("{"));
  expect(await call(dripping, { longest: 150 })).toMatchObject({ answered: false, why: "slow" });
  const endless = await listening((_request, response) => {
    const more = setInterval(() => response.write("x".repeat(32_768)), 1);
    response.on("close", () => clearInterval(more));
  });
  const answer = await call(endless, { longest: 5000 });
  expect(answer.answered && answer.text.length).toBe(65_536);
  expect(await call("http://127.0.0.1:1/")).toMatchObject({ answered: false, why: "unreachable" });
});
