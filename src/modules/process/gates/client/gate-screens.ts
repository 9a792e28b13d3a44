import type { ComponentType } from "react";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Contribution } from "../../../../shared/extension/extension-points.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { extensionPoint } from "../../../../ui/extension-point.ts";
import { type CriterionEditor, criterionEditors } from "../../pipeline/client/public.ts";
import type { AddedGateKind } from "../shared/added-kind.ts";
import type { GateKind } from "../shared/gate-kind.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";

export interface SupplyProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly unmet: UnmetItem | undefined;
  /** What was supplied for this criterion so far; it is sent with the move. */
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
}
/** A kind of criteria in the gate dialog. */
export interface GateScreen {
  readonly kind: GateKind;
  /** Asks for what meets it, where a reason's fix is `supply`. */
  readonly Supply?: ComponentType<SupplyProps>;
}
/** The added kinds; the shipped ones come with what judges (`judging.ts`). */
export const gateScreens = extensionPoint<GateScreen>("kinds of criteria in the gate dialog");

/** The screens of a kind that a module brings: how it is set and how it is met. */
export const criterionKindScreens = (
  kind: AddedGateKind,
  { Supply, ...editor }: CriterionEditor & Pick<GateScreen, "Supply">,
): readonly Contribution[] => [
  criterionEditors.define(kind.name, editor),
  gateScreens.define(kind.name, { kind, ...(Supply ? { Supply } : {}) }),
];
