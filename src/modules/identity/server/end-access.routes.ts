import { label, type Label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { accept } from "../../../engine/refusal.ts";
import { logAccess } from "./access-log.ts";
import { whyNotTheirs } from "./others-person.ts";
import { endSessions } from "./open-session.ts";
import { deny } from "./refusals.ts";
import { revokeKeys } from "./revoke-keys.ts";
import { originOf } from "./session-cookie.ts";

/** Ends all that a person has of one kind; one's own session of this moment stays. */
const endAll = (what: "sessions" | "keys", path: string, summary: Label): Route => ({
  method: "DELETE",
  path,
  summary,
  tag: "people",
  ability: "people.manage",
  run: async (context, { params, request }) => {
    const { db, workspace, principal } = context;
    const user = params["id"];
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
  },
});

export const endAccessRoutes: readonly Route[] = [
  endAll("sessions", "/users/:id/sessions", label("结束某人的全部会话", "End all sessions of a person")),
  endAll("keys", "/users/:id/api-keys", label("吊销某人的全部密钥", "Revoke all keys of a person")),
];
