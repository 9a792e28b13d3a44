import { type Route, accept, isUuid, serve } from "../../../../engine/public.ts";
import { endSessionsOf, revokeKeysOf } from "../shared/sessions.contract.ts";
import { logAccess } from "./access-log.ts";
import { whyNotTheirs } from "./others-person.ts";
import { endSessions } from "./open-session.ts";
import { deny } from "./refusals.ts";
import { revokeKeys } from "./revoke-keys.ts";
import { originOf } from "./session-cookie.ts";

/** Ends all that a person has of one kind; one's own session of this moment stays. */
const ENDINGS = { sessions: endSessionsOf, keys: revokeKeysOf } as const;

const endAll = (what: keyof typeof ENDINGS): Route =>
  serve(ENDINGS[what], { ability: "people.manage" }, async (context, { params: { id: user }, request }) => {
    const { db, workspace, principal } = context;
    if (!isUuid(user)) return deny(404, "not_found");
    const refused = await whyNotTheirs(context, user);
    if (refused) return refused;
    return db.transaction(async (tx) => {
      const ended =
        what === "sessions"
          ? await endSessions(tx, workspace, user, principal.credential ?? null)
          : await revokeKeys(tx, workspace, user);
      const kind = what === "sessions" ? "session_ended" : "key_revoked";
      if (ended > 0)
        await logAccess(tx, workspace, {
          kind,
          user,
          ...originOf(request),
          detail: { by: principal.id, [what]: ended },
        });
      return accept({ data: { ended } });
    });
  });

export const endAccessRoutes: readonly Route[] = [endAll("sessions"), endAll("keys")];
