import { type Context, titlesFor } from "../../../../engine/public.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { loadRolePrincipal } from "../../identity/public.ts";
import { noticeKinds, sayNotices } from "../../notifications/public.ts";
import type { Claimed } from "./claim-messages.ts";
import { linesOf } from "./compose-mails.ts";
import { readNotices, toSay } from "./read-notices.ts";
import type { Robot } from "./read-robots.ts";

/**
 * What a robot says of notices: a line for each, with whom it is for, in the company's language and with the rights
 * of the robot's role. Of a record that this role may not see only the kind of event is told, and where it is
 * found by those who may.
 */
export async function composeForRobot(
  context: Context,
  robot: Robot,
  claimed: Claimed,
  site: string | null,
): Promise<readonly string[]> {
  const { db, workspace, company, hooks } = context;
  const lines = await db.query(linesOf(workspace, [claimed.id]));
  const notices = await readNotices(
    context,
    lines.map(({ notification }) => notification),
  );
  const role = robot.role ? await loadRolePrincipal(db, workspace, robot.role, null) : null;
  const { idempotency: _key, ...rest } = context;
  const { language } = company;
  const reading: Context = {
    ...rest,
    language,
    principal: role?.principal ?? { ...NOBODY },
  };
  const said = new Map((await sayNotices(reading, notices.map(toSay))).map((one) => [one.id, one]));
  const people = await titlesFor(
    reading,
    notices.flatMap(({ owner }) => (owner ? [{ object: "user", id: owner }] : [])),
  );
  const called = textOf(noticeKinds.read(hooks).get(claimed.event)?.label, language, claimed.event);
  return notices.flatMap(({ id, owner, object, about }) => {
    const one = said.get(id);
    if (!one) return [];
    const isSeen = about === null || one.regarding !== null;
    const whom = owner ? people.get(owner) : undefined;
    const words = isSeen && role ? one.text : called;
    const link = site && object && about ? ` ${site}/records/${object}/${about}` : "";
    return [`${whom ? `@${whom} ` : ""}${words}${link}`];
  });
}

/** Somebody without any right. */
const NOBODY: Context["principal"] = {
  kind: "program",
  id: null,
  name: "robot",
  roles: [],
  departments: [],
  subtree: [],
};
