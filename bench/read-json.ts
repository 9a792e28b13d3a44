/** What a text says as JSON; undefined where it is none. */
// oxlint-disable-next-line typescript/no-explicit-any
export function readJson(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
