const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The separator that a first line `sep=;` names, as programs write it for Excel; null where there is no such
 * line.
 */
export function separatorLine(head: string): string | null {
  return /^\ufeff?"?sep=([^A-Za-z0-9\r\n])"?[^\S\t]*(?:\r|\n|$)/i.exec(head)?.[1] ?? null;
}

/**
 * The separator that cuts most lines into the same number of columns, and that number the largest. Text in
 * quotes does not count.
 */
export function detectDelimiter(head: string): string {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 40);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const share = (count: number): number => counts.filter((other) => other === count).length / lines.length;
    return Math.max(0, ...[...new Set(counts)].map((count) => count * share(count) ** 2));
  };
  return DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).reduce((best, next) =>
    next.score > best.score ? next : best,
  ).delimiter;
}
