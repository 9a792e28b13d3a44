import type { Problem, ProblemItem } from "../../shared/wire/problem.ts";

/** The server refused: a problem document in the reader's language. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

/**
 * The request did not reach the server, or its answer did not reach us. Repeating it with the same key is
 * safe.
 */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super("network", { cause });
    this.name = "NetworkError";
  }
}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);

/** First message per field; items without a field are under "", those of lines under the field that lists them. */
export function messagesByField(items: readonly ProblemItem[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const item of items) found[item.line?.field ?? item.field ?? ""] ??= item.message;
  return found;
}

/** A problem document from whatever came back: proxies answer in HTML. */
export function problemFrom(status: number, body: unknown): Problem {
  const blank: Problem = {
    type: "about:blank",
    title: "",
    status,
    code: `http_${status}`,
    detail: "",
    errors: [],
    request_id: "",
  };
  if (typeof body !== "object" || body === null || !("code" in body)) return blank;
  const errors = "errors" in body && Array.isArray(body.errors) ? body.errors : [];
  return { ...blank, ...body, code: String(body.code), status, errors };
}
