export { asValues, type GateWorld, unmetOf, type WorldLabels } from "./criterion.ts";
export { EXCEPTIONS } from "./exception.ts";
export { gateTexts } from "./gate.texts.ts";
export { askedBy, type AskedOnSide, withoutRepeats } from "./gate.ts";
export { type Move, OVERRIDE_CONSENT, REOPEN_CONSENT, ruleReasons, stagesLeftOut } from "./move.ts";
export { NO_PATH, type Path, pathOf } from "./passed-stages.ts";
