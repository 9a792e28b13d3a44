import {
  type Context,
  type Result,
  type Route,
  accept,
  hasAbility,
  serve,
} from "../../../../engine/public.ts";
import { clearRefusedAddress, listRefusedAddresses } from "../shared/mail.contract.ts";
import { clearRefused, everyRefused } from "./refused-addresses.ts";
import { refuseWith } from "./refuse.ts";

/** For whoever looks after people or after the company's settings. */
const mayLook = (context: Context): Result<null> =>
  hasAbility(context, "people.manage") || hasAbility(context, "settings.manage")
    ? accept(null)
    : refuseWith(403, "not_yours");

export const refusedAddressRoutes: readonly Route[] = [
  serve(listRefusedAddresses, {}, async (context) => {
    const allowed = mayLook(context);
    if (!allowed.ok) return allowed;
    return accept({ data: await context.db.query(everyRefused(context.workspace)) });
  }),
  serve(clearRefusedAddress, {}, async (context, { params }) => {
    const allowed = mayLook(context);
    if (!allowed.ok) return allowed;
    return (await clearRefused(context.db, context, params.address))
      ? accept(null)
      : refuseWith(404, "address_missing");
  }),
];
