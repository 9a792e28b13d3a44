import { formsOf, type Named, nearMatches } from "./near-match.ts";
import { squeezeText } from "./squeeze-text.ts";

/** Letter by letter only among so many. */
const MOST_COMPARED = 2000;
const HAN = /\p{Script=Han}/u;
const least = (text: string): number => (HAN.test(text) ? 2 : 3);

/** One name within the other, from its beginning first: 梁红 in 梁红霞, 报价 in 报价中. */
function within(cell: string, title: string): number | null {
  const [shorter, longer] = cell.length <= title.length ? [cell, title] : [title, cell];
  if (shorter.length < least(shorter) || !longer.includes(shorter)) return null;
  return (longer.startsWith(shorter) ? 0 : 1) + (longer.length - shorter.length) / 100;
}
/** Pairs of neighbouring letters that both have, of all: 客户A组 and A组客户. */
function alike(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from(text).flatMap((sign, index, all) => (index > 0 ? [`${all[index - 1]}${sign}`] : [])));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

/**
 * What a cell most likely means, best first: names that nearly match, then those within which it stands or
 * that stand in it, then those of its parts ("需求/谈判" is 需求分析 or 商务谈判), then those that share most of their
 * letters. For one distinct value; linear in the candidates.
 */
export function guessMeant(cell: string, candidates: readonly Named[], limit = 5): Named[] {
  const found = new Map(nearMatches(cell, candidates, limit).map((named) => [named.id, named]));
  const whole = squeezeText(cell);
  const rest = candidates
    .filter(({ id }) => !found.has(id))
    .map((named) => ({ named, title: formsOf(named.title).squeezed }));
  const add = (ranked: readonly { readonly named: Named; readonly rank: number | null }[]): void => {
    for (const { named } of ranked
      .filter(({ rank }) => rank !== null)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)))
      if (found.size < limit && !found.has(named.id)) found.set(named.id, named);
  };
  add(rest.map(({ named, title }) => ({ named, rank: within(whole, title) })));
  const parts = cell
    .split(/[/／、,，;；|+&\s-]+/)
    .map(squeezeText)
    .filter((part) => part !== whole && part.length >= least(part));
  for (const part of parts) add(rest.map(({ named, title }) => ({ named, rank: within(part, title) })));
  if (found.size < limit && rest.length <= MOST_COMPARED)
    add(
      rest.map(({ named, title }) => ({
        named,
        rank: alike(whole, title) >= 0.5 ? 1 - alike(whole, title) : null,
      })),
    );
  return [...found.values()];
}
