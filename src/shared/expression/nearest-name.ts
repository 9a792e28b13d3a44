/**
 * The candidate most like `name`, or undefined when none is near.
 * @example nearestName("amuont", ["amount", "account"]) // "amount"
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let best: string | undefined;
  const limit = Math.max(1, Math.floor([...wanted].length / 3)) + 1;
  let least = limit;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const edits =
      other === wanted ? 0 : containsAsWord(other, wanted) ? 1 : editDistance(wanted, other, limit);
    // Of names equally near, the one that begins alike and has the same letters.
    const distance =
      edits -
      (wanted.charAt(0) === other.charAt(0) ? 0.1 : 0) -
      (isWithin(wanted, other) || isWithin(other, wanted) ? 0.1 : 0);
    if (edits < limit && distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_]+/g, "");
/** 行业 is near 所属行业; "date" is not near "update". */
const containsAsWord = (candidate: string, wanted: string): boolean =>
  wanted.length >= 2 &&
  /[^\0-\x7f]/.test(wanted) &&
  (candidate.includes(wanted) || (candidate.length >= 2 && wanted.includes(candidate)));

/** All characters of `short` come in `long`, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at += 1;
  return at === short.length;
}

/** Edits (insert, delete, replace, swap neighbours) from a to b, at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  const from = [...a].slice(0, 64);
  const to = [...b].slice(0, 64);
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let before: number[] = [];
  let last = to.map((_, i) => i).concat(to.length);
  for (const [i, char] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const replaced = (last[j] ?? 0) + (char === other ? 0 : 1);
      const swapped =
        i > 0 && j > 0 && char === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? 0) + 1 : limit;
      row.push(Math.min(replaced, swapped, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return Math.min(last[to.length] ?? limit, limit);
}
