/** Asks the API of the server that is measured; throws with the answer where it is refused. */
export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** `lines`: the headers of a signed-in browser. */
export function callerOf(port: number, lines: string): Ask {
  const headers = Object.fromEntries(
    lines
      .trim()
      .split("\r\n")
      .map((line) => line.split(": ") as [string, string]),
  );
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`http://localhost:${port}/api/v1${path}`, {
      method,
      headers: {
        ...headers,
        origin: `http://localhost:${port}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
    return (await answer.json()) as T;
  };
}
