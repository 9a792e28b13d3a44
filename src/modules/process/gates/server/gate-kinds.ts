import {
  type Context,
  type Contribution,
  type Operation,
  extensionPoint,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { CardDetail } from "../../approvals/public.ts";
import { criterionKinds } from "../../pipeline/public.ts";
import type { Criterion, PipelineDefinition } from "../../pipeline/shared/public.ts";
import type { AddedGateKind } from "../shared/added-kind.ts";
import type { GateKind } from "../shared/gate-kind.ts";
import type { Granted } from "./granted.ts";

/**
 * What meeting criteria comes to: writes to other records, further values of the record, and its new
 * `gate_state`.
 */
export interface Met {
  readonly operations: readonly Operation[];
  readonly values: Values;
  readonly state: Values | null;
}
export interface Meeting {
  readonly tx: Transaction;
  readonly context: Context;
  readonly object: CatalogObject;
  readonly record: Readonly<Values>;
  readonly definition: PipelineDefinition;
}
/** Evidence that a write gives for a criterion. */
export interface Keeping {
  readonly value: WireValue;
  readonly before: WireValue | undefined;
  readonly change: Change;
  readonly now: string;
  readonly granted: Granted;
}
/** The criteria of one kind that a record is asked. */
export interface AskedOfRecord<C extends Criterion = Criterion> {
  readonly id: string;
  readonly values: Values;
  readonly criteria: readonly C[];
}
/** By record, then by criterion. */
export type FactsOfKind = ReadonlyMap<string, Readonly<Record<string, WireValue>>>;

/** What the server does with criteria of a kind beside judging them. */
export interface KindOnServer<C extends Criterion = Criterion> {
  /** Facts that no expression gives, for all records at once: the statements do not grow with them. */
  facts?(
    tx: Transaction,
    context: Context,
    object: CatalogObject,
    asked: readonly AskedOfRecord<C>[],
  ): Promise<FactsOfKind>;
  /** What a person supplied in the gate dialog as writes; null: that is no evidence for it. */
  meet?(meeting: Meeting, criterion: C, value: WireValue, met: Met): Promise<Met | null>;
  /**
   * Evidence in `gate_state` as it is kept: a caller says only that they tick or sign, who and when the server
   * says. A kind without it keeps none.
   */
  keep?(criterion: C, keeping: Keeping): WireValue | undefined;
  /** What whoever decides about a waiting move sees as its evidence, as far as the reader may. */
  details?(context: Context, object: CatalogObject, criterion: C, record: Values): readonly CardDetail[];
}
export type ServerGateKind<C extends Criterion = Criterion> = GateKind<C> & KindOnServer<C>;

export const gateKinds = extensionPoint<ServerGateKind>("what gates judge by");

/** The kinds of this program, by name. */
export const kindsOf = ({ hooks }: Pick<Context, "hooks">): ReadonlyMap<string, ServerGateKind> =>
  gateKinds.read(hooks);

/** A kind for both lists that know kinds: that of definitions, and that of gates. */
export const contributeKind = (name: string, kind: ServerGateKind): readonly Contribution[] => [
  criterionKinds.define(name, kind),
  gateKinds.define(name, kind),
];

/**
 * Brings a kind of criteria; what it answers goes into the module's `contributes`. The screens bring the same
 * pure kind with its editor (`criterionKindScreens`).
 */
export const defineCriterionKind = (
  kind: AddedGateKind,
  onServer: KindOnServer<Parameters<AddedGateKind["title"]>[0]> = {},
): readonly Contribution[] => contributeKind(kind.name, { ...kind, ...onServer });
