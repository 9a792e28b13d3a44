import { asValues } from "../../shared/criterion.ts";
import type { KindOnServer } from "../gate-kinds.ts";

/** Fields and conditions are met by values of the record itself. */
export const filled: KindOnServer = {
  meet: async (_meeting, _criterion, value, met) => {
    const values = asValues(value);
    return values ? { ...met, values: { ...met.values, ...values } } : null;
  },
};
