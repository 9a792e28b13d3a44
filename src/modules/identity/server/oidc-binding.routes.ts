import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { logAccess } from "./access-log.ts";
import { bindingsOf, releaseAccounts } from "./oidc-binding.ts";
import { othersPerson } from "./others-person.ts";
import { deny } from "./refusals.ts";
import { originOf } from "./session-cookie.ts";

const readRoute: Route = {
  method: "GET",
  path: "/users/:id/company-account",
  summary: label("某人绑定的企业账号", "The company account that someone is bound to"),
  tag: "people",
  ability: "people.manage",
  viewing: "closed",
  run: async (context, { params }) => {
    const person = await othersPerson(context, params["id"]);
    return person.ok
      ? accept({
          data: await bindingsOf(context.db, context.workspace, person.value.id),
          page: { next: null },
        })
      : person;
  },
};

const releaseRoute: Route = {
  method: "DELETE",
  path: "/users/:id/company-account",
  summary: label(
    "解除企业账号绑定，下次登录时重新绑定",
    "Release someone's company account; their next sign-in binds one anew",
  ),
  tag: "people",
  ability: "people.manage",
  status: 204,
  run: async (context, { params, request }) => {
    // What a program was given must not open further doors.
    if (context.principal.kind !== "person") return deny(403, "person_needed");
    const person = await othersPerson(context, params["id"]);
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
};

export const oidcBindingRoutes: readonly Route[] = [readRoute, releaseRoute];
