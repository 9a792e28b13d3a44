import { type Route, accept, serve } from "../../../../engine/public.ts";
import { readCompanyAccount, releaseCompanyAccount } from "../shared/company-account.contract.ts";
import { logAccess } from "./access-log.ts";
import { bindingsOf, releaseAccounts } from "./oidc-binding.ts";
import { othersPerson } from "./others-person.ts";
import { deny } from "./refusals.ts";
import { originOf } from "./session-cookie.ts";

const readRoute = serve(
  readCompanyAccount,
  { ability: "people.manage", viewing: "closed" },
  async (context, { params }) => {
    const person = await othersPerson(context, params.id);
    if (!person.ok) return person;
    const data = await bindingsOf(context.db, context.workspace, person.value.id);
    return accept({ data, page: { next: null } });
  },
);

const releaseRoute = serve(
  releaseCompanyAccount,
  { ability: "people.manage" },
  async (context, { params, request }) => {
    // What a program was given must not open further doors.
    if (context.principal.kind !== "person") return deny(403, "person_needed");
    const person = await othersPerson(context, params.id);
    if (!person.ok) return person;
    const { db, workspace, principal } = context;
    const { id, login } = person.value;
    return db.transaction(async (tx) => {
      const [released] = await releaseAccounts(tx, workspace, id);
      if (!released) return deny(404, "not_found");
      await logAccess(tx, workspace, {
        kind: "oidc_released",
        user: id,
        login,
        ...originOf(request),
        detail: { by: principal.id, ...released },
      });
      return accept(null);
    });
  },
);

export const oidcBindingRoutes: readonly Route[] = [readRoute, releaseRoute];
