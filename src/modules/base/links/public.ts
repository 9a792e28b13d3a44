export { type AskedLink, linkFor, type MadeLink, publicUrl } from "./server/make-link.ts";
export { type LinkAct, type LinkPurpose, linkPurposes, type ShownByLink } from "./server/link-purposes.ts";
export type { Link } from "./server/link-statements.ts";
export { factsOf, type PublicFact } from "./server/facts-of.ts";
export { Tries } from "./server/tries.ts";
export { mayStandElsewhere } from "./server/other-sites.ts";
export { isProof, makePuzzle, spendProof } from "./server/spam-guard.ts";
