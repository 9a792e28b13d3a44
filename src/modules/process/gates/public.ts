export { criteriaIn } from "./server/evidence.hooks.ts";
export { defineCriterionKind, kindsOf, type KindOnServer, type Meeting } from "./server/gate-kinds.ts";
export { formLabels } from "./server/gate-facts.ts";
export { vouchFor } from "./server/granted.ts";
export { labelsIn } from "./server/judge-moves.ts";
export { type RecordVisit, visitsOf } from "./server/paths.ts";
export { namesRoles, roleNames } from "./server/role-names.ts";
