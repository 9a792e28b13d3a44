import type { Change, Road, ImportedMove } from "../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Principal } from "../kernel/context.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { Operation, PastState } from "../kernel/save-request.ts";
import { recordMessages } from "./messages.ts";
import type { Row } from "../values/row-values.ts";

/** `kept`: a version on record, complete as it stands. */
export interface PastEntry {
  readonly at: string;
  readonly values: Values;
  readonly kept?: true;
  readonly told?: ImportedMove;
}
/** Targets of links, by object, and which of them there are. */
export interface Sought {
  readonly by: Principal;
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly found: Promise<ReadonlySet<string>>;
}
/** One operation on its way through the steps of save. Steps fill it in, in order. */
export interface Item {
  readonly position: number;
  readonly operation: Operation;
  readonly object: CatalogObject;
  readonly id: string;
  /** Row as locked; null on create. */
  row: Row | null;
  before: Values | null;
  /** The record as it would be stored. */
  after: Values;
  changed: Set<string>;
  /** Field names that the caller gave. */
  given: Set<string>;
  /** Links that a rule of the program gave, which need not be looked up. */
  readonly vouched: Set<string>;
  /** The moment the stored state begins; differs from now only when back-filled. */
  moment: string;
  /** Back-filled states, complete, oldest first; the last is the stored one. */
  past: PastEntry[];
  /**
   * On update: from when on the versions on record are no longer believed and `past` stands in their place;
   * null where none is concerned.
   */
  since: string | null;
  /** Where changes are taken back: the state that stands again. */
  restored?: Values;
  /** Where its links lead, asked for before the record was complete. */
  sought?: Sought;
  refusal: Refusal | null;
  /** Unmet criteria that an override let pass. */
  waived: readonly Reason[];
  /** What guards said about the write without refusing it. */
  note: Values;
  /** Nothing to write. */
  unchanged: boolean;
  /** Of its lines, by the field that lists them: what this write adds, changes and removes. */
  readonly lines: Map<string, LinesChange>;
  /** Set when written. */
  seq: number;
}
/** Ids of lines. The log keeps this as the value of the field that lists them. */
export interface LinesChange {
  readonly added: string[];
  readonly changed: string[];
  readonly removed: string[];
}

export const isLive = (item: Item): boolean => item.refusal === null;

/** The item as hooks see it. */
export function changeOf(item: Item, road: Road, actor: string | null): Change {
  return {
    object: item.object.name,
    id: item.id,
    before: item.before,
    after: item.after,
    changed: item.changed,
    given: item.given,
    deleting: item.operation.op === "delete",
    ...(item.operation.op === "delete" && item.operation.retract ? { retracting: true } : {}),
    ...(item.operation.op === "update" && item.operation.takesBack ? { takingBack: true } : {}),
    ...(item.operation.op === "restore" ? { restoring: true } : {}),
    ...(item.seq > 0 ? { seq: item.seq } : {}),
    road,
    actor,
    now: item.moment,
    ...(item.past.length > 0 ? { past: item.past } : {}),
  };
}

/** Refuses an item with reasons; the first refusal stands. */
export function refuseItem(
  item: Item,
  refusal: Omit<Refusal, "reasons"> & { reasons?: readonly Reason[] },
): void {
  item.refusal ??= { reasons: [], ...refusal };
}

/** A record among those of all objects: an id alone says nothing of which object it is. */
export const keyOf = (object: string, id: string): string => `${object}:${id.toLowerCase()}`;

export const pastOf = (operation: Operation): readonly PastState[] =>
  operation.op === "create" || operation.op === "update" ? (operation.past ?? []) : [];

/** What the values of a record lack or break, all at once. */
export const invalid = (reasons: readonly Reason[]) =>
  ({
    status: 422,
    code: "invalid",
    text: recordMessages.invalid,
    params: { count: reasons.length },
    reasons,
  }) as const;
