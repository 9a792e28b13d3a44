import { createServer, type Server } from "node:net";
import type { FastifyInstance } from "fastify";
import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { StartRefused } from "../config/start-refused.ts";

const messages = defineMessages({
  taken: label(
    "端口 {port} 已被占用，请用 PORT 另选一个。",
    "Port {port} is already in use. Choose another with PORT.",
  ),
  forbidden: label(
    "没有权限使用端口 {port}，请用 PORT 选择 1024 以上的端口。",
    "No permission to use port {port}. Choose one above 1024 with PORT.",
  ),
  noAddress: label(
    "这台机器没有地址 {host}，请检查 SLUICE_HOST。",
    "This machine does not have the address {host}. Check SLUICE_HOST.",
  ),
});
/**
 * No address, one of another machine, a name that is not known or cannot be asked for, or no such kind of
 * address here.
 */
const NOT_OURS = new Set(["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL", "EAFNOSUPPORT"]);
const LAST_ANSWERS_MS = 800;

/** Fails early, before anything slow is begun. Throws StartRefused. */
export async function checkPort(port: number, host: string | undefined): Promise<void> {
  const server = createServer();
  await bind(server, port, host ?? "127.0.0.1").catch((error: unknown) => refuse(error, port, host));
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Without a host both loopback addresses answer, because "localhost" may mean either. Throws StartRefused.
 */
export async function listenOn(app: FastifyInstance, port: number, host: string | undefined): Promise<void> {
  await app.listen({ port, host: host ?? "127.0.0.1" }).catch((error: unknown) => refuse(error, port, host));
  if (host === undefined) await listenOnSix(app, port);
}

/** A machine without IPv6 has the other address still. */
async function listenOnSix(app: FastifyInstance, port: number): Promise<void> {
  const six = createServer((socket) => void app.server.emit("connection", socket));
  try {
    await bind(six, port, "::1");
    app.server.once("close", () => six.close());
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE") refuse(error, port, undefined);
  }
}

/** Ends the connections that never end by themselves (live streams) once the last answers had their time. */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS);
  await app.close();
  clearTimeout(cut);
}

function bind(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
}

function refuse(error: unknown, port: number, host: string | undefined): never {
  const code = codeOf(error);
  if (code === "EADDRINUSE") throw new StartRefused(messages.taken, { port });
  if (code === "EACCES") throw new StartRefused(messages.forbidden, { port });
  if (NOT_OURS.has(code)) throw new StartRefused(messages.noAddress, { host });
  throw error;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";
