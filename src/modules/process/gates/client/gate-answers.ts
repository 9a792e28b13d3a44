import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { MoveRequest, UnmetItem } from "../shared/moves.contract.ts";

/** What a person has put into the gate dialog so far. */
export interface GateAnswers {
  readonly values: Values;
  /** By criterion. */
  readonly meet: Readonly<Record<string, WireValue>>;
  readonly reason: string;
  /** Kept on the record when it is won. */
  readonly note: string;
  readonly finishTasks: boolean;
}
export const NOTHING: GateAnswers = { values: {}, meet: {}, reason: "", note: "", finishTasks: true };

export const withValue = (supply: GateAnswers, field: string, value: WireValue): GateAnswers => ({
  ...supply,
  values: { ...supply.values, [field]: value },
});
export const withMeet = (supply: GateAnswers, criterion: string, value: WireValue): GateAnswers => ({
  ...supply,
  meet: { ...supply.meet, [criterion]: value },
});

export const withoutMeet = (supply: GateAnswers, criterion: string): GateAnswers => {
  const { [criterion]: _taken, ...meet } = supply.meet;
  return { ...supply, meet };
};

export const meetOf = (supply: GateAnswers): NonNullable<MoveRequest["meet"]> =>
  Object.entries(supply.meet).map(([criterion, value]) => ({ criterion, value }));
export const toMove = (supply: GateAnswers, to: string, from: string): MoveRequest => ({
  to,
  ...(from ? { from } : {}),
  ...(Object.keys(supply.values).length > 0 ? { values: supply.values } : {}),
  ...(Object.keys(supply.meet).length > 0 ? { meet: meetOf(supply) } : {}),
  ...(supply.reason.trim() ? { reason: supply.reason.trim() } : {}),
  ...(supply.note.trim() ? { note: supply.note.trim() } : {}),
});

export interface UnmetGroup {
  readonly criterion: string;
  readonly items: readonly UnmetItem[];
  /** Fields to fill in or change, each once. */
  readonly fields: readonly string[];
}
/** Items of one criterion together; a field that several criteria want is asked for by the first. */
export function groupUnmet(unmet: readonly UnmetItem[]): readonly UnmetGroup[] {
  const asked = new Set<string>();
  const groups = new Map<string, { items: UnmetItem[]; fields: string[] }>();
  for (const item of unmet) {
    const name = item.criterion ?? item.code;
    const group = groups.get(name) ?? { items: [], fields: [] };
    groups.set(name, group);
    group.items.push(item);
    for (const field of item.fix?.fields ?? []) {
      if (asked.has(field)) continue;
      asked.add(field);
      group.fields.push(field);
    }
  }
  return [...groups].map(([criterion, group]) => ({ criterion, ...group }));
}

/**
 * What a new related record should say to count: the plain equalities of the criterion's expression. @example
 * equalities(`type == "visit" && status == "done"`) // { type: "visit", status: "done" }
 */
export function equalities(expression: string | undefined): Values {
  if (!expression || expression.includes("||")) return {};
  const found = expression.split("&&").flatMap((part): readonly (readonly [string, WireValue])[] => {
    const match =
      /^\s*\(?\s*([\p{L}_][\p{L}\p{N}_]*)\s*==?\s*(?:"([^"\\]*)"|'([^'\\]*)'|(true|false))\s*\)?\s*$/u.exec(
        part,
      );
    if (!match?.[1]) return [];
    return [[match[1], match[4] ? match[4] === "true" : (match[2] ?? match[3] ?? "")]];
  });
  return Object.fromEntries(found);
}
