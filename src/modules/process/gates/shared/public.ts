export { type AddedGateKind, addedKind } from "./added-kind.ts";
export { asValues, unmetOf } from "./criterion.ts";
export { EXCEPTIONS } from "./exception.ts";
export { gateMessages } from "./gate.texts.ts";
export type { GateKind, GateKinds, GateWorld, WorldLabels } from "./gate-kind.ts";
export { criteriaOfMove, type CriterionOnSide, withoutRepeats } from "./gate.ts";
export { type Move, OVERRIDE_CONSENT, REOPEN_CONSENT, ruleReasons, stagesLeftOut } from "./move.ts";
export { NO_PATH, type Path, pathOf } from "./passed-stages.ts";
