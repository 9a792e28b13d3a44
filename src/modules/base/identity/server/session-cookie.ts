import type { FastifyReply, FastifyRequest } from "fastify";
import { ABSOLUTE_DAYS, SESSION_COOKIE } from "./authenticate.ts";

/** Only sent over TLS where the installation's public address says so. */
const isSecure = (): boolean => (process.env["SLUICE_PUBLIC_URL"] ?? "").startsWith("https:");
const attributes = (maxAge: number): string =>
  `; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${isSecure() ? "; Secure" : ""}`;

/** Gives the browser its session. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.header("set-cookie", `${SESSION_COOKIE}=${token}${attributes(ABSOLUTE_DAYS * 86_400)}`);
}
export function clearSessionCookie(reply: FastifyReply): void {
  reply.header("set-cookie", `${SESSION_COOKIE}=${attributes(0)}`);
}

/** The session token in a request's cookies. */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === SESSION_COOKIE)?.[1];
}

/** Where a request comes from, for the log and the list of sessions. */
export const originOf = (
  request: FastifyRequest,
): { readonly ip: string; readonly userAgent: string | null } => ({
  ip: request.ip,
  userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
});
