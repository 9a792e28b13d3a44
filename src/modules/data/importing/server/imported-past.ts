import type { PastState } from "../../../../engine/public.ts";
import type { ImportedMove } from "../../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import { isNamedLink, type NamedLink, type ImportedState } from "../shared/imported-life.ts";
import type { Lookup } from "./find-links.ts";
import type { LifeStep, LinkStep, Ways } from "./mapping-step.ts";
import type { ReadRow } from "./read-row.ts";

/** A life with its links as this installation knows them. */
export interface ImportedPast {
  readonly states: readonly PastState[];
  readonly notes: readonly Reason[];
}
type Answers = ReadonlyMap<LinkStep, ReadonlyMap<string, Lookup>>;

/** How a history's link is looked for: by its id, which may say of which object, and by its name. */
const idCell = ({ object, id }: NamedLink, { id: step }: Ways): string =>
  object !== undefined && step.targets.length > 1 ? `${object}:${id}` : id;

/** The cells that the histories of the rows ask for, by the step that finds them. */
export function cellsOfLives(rows: readonly ReadRow[]): ReadonlyMap<LinkStep, ReadonlySet<string>> {
  const cells = new Map<LinkStep, Set<string>>();
  const add = (step: LinkStep, cell: string): void =>
    void cells.set(step, (cells.get(step) ?? new Set()).add(cell));
  const ask = (link: NamedLink, ways: Ways): void => {
    add(ways.id, idCell(link, ways));
    if (link.name !== undefined) add(ways.name, link.name);
  };
  for (const { life } of rows)
    for (const { values, by } of life?.states ?? []) {
      if (by) ask(by, life!.step.people);
      for (const [name, value] of Object.entries(values)) {
        const ways = life!.step.links.get(name);
        if (ways) for (const link of namedIn(value)) ask(link, ways);
      }
    }
  return cells;
}

const namedIn = (value: WireValue): readonly NamedLink[] =>
  (Array.isArray(value) ? value : [value]).filter(isNamedLink);

function find(
  answers: Answers,
  link: NamedLink,
  ways: Ways,
): { readonly object: string; readonly id: string } | null {
  const byId = answers.get(ways.id)?.get(idCell(link, ways));
  if (byId?.is === "found") return byId.target;
  const byName = link.name === undefined ? undefined : answers.get(ways.name)?.get(link.name);
  return byName?.is === "found" ? byName.target : null;
}

/**
 * The states that the row tells. A link that nobody knows here keeps the row's own value, and that is said.
 * `names`: whether the teller may say who moved it.
 */
export function tellLife(
  { step, states }: NonNullable<ReadRow["life"]>,
  answers: Answers,
  names: boolean,
): ImportedPast {
  const lost = new Set<string>();
  const past = states.map((state, index): PastState => {
    const values: Values = {};
    for (const [name, value] of index < states.length - 1 ? Object.entries(state.values) : []) {
      const told = linkOf(step, name, value, answers);
      if (told === undefined && isNamedLink(value)) lost.add(value.name ?? value.id);
      else if (told !== undefined) values[name] = told;
    }
    const told = names ? moveOf(state, answers, step) : undefined;
    return { at: state.at, values, ...(told ? { told } : {}) };
  });
  return {
    states: past,
    notes: [...lost].map((cell) => importReason("history_person_unknown", { cell: shown(cell) })),
  };
}

/** Undefined: not found. */
function linkOf(step: LifeStep, name: string, value: WireValue, answers: Answers): WireValue | undefined {
  const ways = step.links.get(name);
  if (ways && Array.isArray(value)) {
    const found = namedIn(value).flatMap((link) => find(answers, link, ways) ?? []);
    return found.map((one) => ({ object: one.object, id: one.id }));
  }
  if (!ways || !isNamedLink(value)) return value;
  const found = find(answers, value, ways);
  if (!found) return undefined;
  return ways.id.targets.length > 1 && ways.id.field.kind === "link"
    ? { object: found.object, id: found.id }
    : found.id;
}

function moveOf(
  { by, reason, override, skipped }: ImportedState,
  answers: Answers,
  { people }: LifeStep,
): ImportedMove | undefined {
  if (by === undefined) return undefined;
  return {
    by: by === null ? null : (find(answers, by, people)?.id ?? null),
    ...(reason === undefined ? {} : { reason }),
    ...(override === undefined ? {} : { override }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}
