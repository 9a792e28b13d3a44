import { Chance, idAt } from "./chance.ts";
import type { Stay } from "./deal-change.ts";
import { stageAt } from "./deal-stages.ts";
import type { DealStates } from "./deal-states.ts";
import type { Parties } from "./parties.ts";

/** When a stay began, the place of the stage before (one more than it; 0: none) and that of who began it. */
type Standing = readonly [entered: number, previous: number, enteredBy: number];

/** Where a deal stands. */
export const standing = ({ entered, previous, enteredBy }: DealStates, deal: number): Standing => [
  entered[deal] ?? 0,
  previous[deal] ?? 0,
  enteredBy[deal] ?? 0,
];

/** The stay of a deal that stands so, or stood so. */
export function stayOf({ sellers }: Parties, deal: number, [entered, previous, enteredBy]: Standing): Stay {
  const id = idAt(entered + 3, new Chance(Math.imul(deal + 1, 0xc2b2ae35)));
  const by = sellers[enteredBy]?.id ?? "";
  return { id, entered, enteredBy: by, previous: previous === 0 ? null : stageAt(previous - 1).name };
}
