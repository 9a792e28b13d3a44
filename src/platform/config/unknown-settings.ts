import { label, type Language } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import { SETTINGS } from "./settings.ts";

const messages = defineMessages({
  unknown: label("没有名为 {name} 的设置，已忽略。", "There is no setting {name}; it is ignored."),
  nearest: label(
    "没有名为 {name} 的设置，已忽略；是否想写 {nearest}？",
    "There is no setting {name}; it is ignored. Did you mean {nearest}?",
  ),
});
const OURS = "SLUICE_";
/** Names that others make of ours: the tests, and Kubernetes for a service called sluice. */
const OF_OTHERS = /^SLUICE_(TEST_|SERVICE_(HOST|PORT)|PORT_\d)/;

/**
 * A sentence for each variable that looks like a setting and is none: a misspelled one would be missed in
 * silence. Values are never repeated.
 */
export function warnUnknownSettings(environment: NodeJS.ProcessEnv, language: Language): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (
      !value?.trim() ||
      SETTINGS.includes(name) ||
      OF_OTHERS.test(name) ||
      (name === "SLUICE_PORT" && value.startsWith("tcp://"))
    )
      return [];
    const nearest = nearestTo(name);
    if (nearest) return [say(messages.nearest, language, { name, nearest })];
    return name.startsWith(OURS) ? [say(messages.unknown, language, { name })] : [];
  });
}

/** Of another program's names only those within a slip or two of one of ours count. */
function nearestTo(name: string): string | undefined {
  const isOurs = name.startsWith(OURS);
  const bare = (text: string): string => (isOurs && text.startsWith(OURS) ? text.slice(OURS.length) : text);
  const near = SETTINGS.filter((known) => isOurs || known.startsWith("DATABASE_"))
    .map((known) => ({
      known,
      slips: distance(bare(name), bare(known)),
      most: isOurs ? Math.max(2, known.length / 3) : 2,
    }))
    .filter(({ slips, most }) => slips <= most)
    .toSorted((one, other) => one.slips - other.slips);
  return near[0]?.known;
}

/** A word that was shortened or written out is one slip. */
function distance(one: string, other: string): number {
  const isBeginning =
    Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one));
  return isBeginning ? 1 : slipsBetween(one, other);
}

/** Characters to add, leave out, exchange or swap until one text is the other. */
function slipsBetween(one: string, other: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const [above, left, across] = [last[column] ?? 0, now[column - 1] ?? 0, last[column - 1] ?? 0];
      const least = Math.min(above + 1, left + 1, across + (isSame ? 0 : 1));
      now.push(isSwapped ? Math.min(least, (beforeLast[column - 2] ?? 0) + 1) : least);
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
