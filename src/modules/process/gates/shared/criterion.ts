import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Fix, Reason } from "../../../../shared/metadata/reason.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { Criterion } from "../../pipeline/shared/public.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import type { Asked, GateWorld } from "./gate-kind.ts";
import { gateMessages } from "./gate.texts.ts";

export const isEmpty = (value: WireValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);
export const countOf = (value: WireValue | undefined): number =>
  typeof value === "number" ? value : typeof value === "string" ? Number(value) || 0 : 0;
export const memberOf = (value: WireValue | undefined, key: string): WireValue =>
  isMap(value) ? (value[key] ?? null) : null;
export const asValues = (value: WireValue | undefined): Readonly<Values> | null =>
  isMap(value) ? value : null;
/** A list of ids or names. */
export const namesIn = (value: WireValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** Why a criterion is not met: in its own words where it has some. */
export function reasonOf(
  criterion: Criterion,
  code: string,
  text: LabelMap,
  fix: Fix,
  more: Pick<Reason, "field" | "params"> = {},
): Reason {
  return {
    code,
    criterion: criterion.id,
    kind: criterion.kind,
    text: criterion.message ?? text,
    fix,
    ...more,
  };
}

/**
 * What of a criterion is not met: nothing, or one reason (of required fields one per empty field). One of a
 * stage left out names the stage. Of a kind that no module brings any more nobody can say that it is met.
 */
export const unmetOf = (asked: Asked, world: GateWorld): readonly Reason[] => {
  const kind = world.kinds.get(asked.criterion.kind);
  const found = kind
    ? kind.unmet(asked, world)
    : [reasonOf(asked.criterion, "unknown_kind", gateMessages.unknown_kind, { action: "none" })];
  return found.map((reason) => inStage(reason, asked.skipped));
};

/** Says with a reason which of the stages left out it belongs to. */
export const inStage = (reason: Reason, skipped: Asked["skipped"]): Reason =>
  skipped
    ? {
        ...reason,
        text: compose(gateMessages.in_skipped_stage, { stage: skipped.stage.label, text: reason.text }),
        params: { ...reason.params, stage: skipped.stage.name },
      }
    : reason;
