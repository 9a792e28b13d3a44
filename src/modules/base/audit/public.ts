export { checkSeals, type Broken, type Checked, type GivenSeal } from "./server/check-seals.ts";
export type { Erasure } from "./server/erase-person.ts";
export { applyErasures, listErasures } from "./server/erasure-requests.ts";
export { sealLogs } from "./server/seal-log.ts";
