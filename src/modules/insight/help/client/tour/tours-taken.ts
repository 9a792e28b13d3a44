import type { WireValue } from "../../../../../shared/metadata/object.ts";
import { usePreference } from "../../../../../ui/data/session.ts";

type Taken = { readonly [role: string]: WireValue };
const NONE_TAKEN: Taken = {};
/** Which tours somebody has seen, or passed over; kept on the server. */
export const useToursTaken = () => usePreference<Taken>("tours_taken", NONE_TAKEN);
