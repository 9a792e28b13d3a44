/** Lines of HTTP headers as fetch takes them. */
export const headersOf = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines.trim() === ""
      ? []
      : lines
          .trim()
          .split("\r\n")
          .map((line) => line.split(": ") as [string, string]),
  );

/** The answer to one request; whatever is no success is an error. */
export async function ask<T = unknown>(
  port: number,
  headers: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const sent = {
    ...headersOf(headers),
    ...(headers ? { origin: `http://localhost:${port}` } : {}),
    ...(body ? { "content-type": "application/json" } : {}),
  };
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: sent,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
  return (await answer.json()) as T;
}

/** Waits for a job or an import to come to what is wanted. */
export async function until(
  port: number,
  headers: string,
  path: string,
  isDone: (state: Record<string, unknown>) => boolean,
): Promise<void> {
  for (const from = Date.now(); Date.now() - from < 600_000;) {
    const answer = await ask<Record<string, unknown> & { data?: Record<string, unknown> }>(
      port,
      headers,
      "GET",
      path,
    );
    const state = answer.data ?? answer;
    if (isDone(state)) return;
    if (state["status"] !== "queued" && state["status"] !== "running")
      throw new Error(`${path}: ${JSON.stringify(state).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} does not end`);
}
