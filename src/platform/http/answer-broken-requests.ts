import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { PlainStatus } from "./answers.messages.ts";
import { rawProblem } from "./plain-problem.ts";

const STATUS: Readonly<Record<string, PlainStatus>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * What is no request at all, or does not become one in time, is answered in words as well; nobody has said in
 * which language.
 */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  if (socket.writable) socket.write(rawProblem(STATUS[error.code ?? ""] ?? 400, undefined, randomUUID()));
  socket.destroySoon();
}
