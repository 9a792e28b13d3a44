import { setTimeout as pause } from "node:timers/promises";
import { type Context, command, statement } from "../../../../engine/public.ts";
import { integer, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { outbound } from "../../../../platform/http/outbound.ts";
import { fitLines, robotKinds, type RobotKindName } from "../../../../platform/robots/robot-kinds.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { readSecurity } from "../../identity/public.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import { type Claimed, markTaken } from "./claim-messages.ts";
import { composeForRobot } from "./compose-for-robot.ts";
import { siteOf } from "./mail-settings.ts";
import { afterSeconds } from "./pauses.ts";
import { readRobots, type Robot } from "./read-robots.ts";
import { openSecret } from "./robot-secret.ts";
import { type Fate, settleMessages } from "./settle-messages.ts";

/** Each robot says one message in so many seconds: twenty a minute is what chat programs take. */
const PACE_SECONDS = 3;
const CLAIM_SECONDS = 60;
/** So long one run goes on; what is left is taken up by the next. */
const RUN_MS = 50_000;
const now = (): string => new Date().toISOString();

export const claimOfRobots = statement(
  {
    id: uuid,
    target: orNull(uuid),
    event: text,
    first_at: timestamptz,
    tries: integer,
    answer: orNull(text),
  },
  ({ system }, channel: string, now: string, until: string, next: string) =>
    sql`with due as (select distinct on (q.target) q.id, q.target from ${system("message_queue")} q left join ${system("robot_pace")} p on p.robot = q.target
  where q.channel = ${channel} and q.due_at <= ${now} and (q.claimed_until is null or q.claimed_until < ${now}) and coalesce(p.next_at <= ${now}, true)
  order by q.target, q.due_at, q.id),
 paced as (insert into ${system("robot_pace")} as p (robot, next_at) select target, ${next} from due order by target
  on conflict (robot) do update set next_at = excluded.next_at where p.next_at <= ${now} returning robot)
update ${system("message_queue")} q set claimed_until = ${until}, tries = q.tries + case when q.answer is null then 1 else 0 end
from due join paced on paced.robot = due.target where q.id = due.id returning q.id, q.target, q.event, q.first_at, q.tries, q.answer`,
);
export const waitingFor = statement(
  { n: integer },
  ({ system }, channel: string, now: string) =>
    sql`select count(*)::int as n from ${system("message_queue")} where channel = ${channel} and due_at <= ${now} and (claimed_until is null or claimed_until < ${now})`,
);
export const endPaces = command(
  ({ system }) => sql`delete from ${system("robot_pace")} where next_at < now() - interval '1 day'`,
);

interface Running {
  readonly clock?: () => string;
  readonly wait?: (ms: number) => Promise<unknown>;
}
/**
 * Lets robots say what is due, each at its pace: one message of each robot in a round, all of them at once, so that
 * one that hangs holds up the others for no longer than a call may take.
 */
export async function sendByRobots(
  context: Context,
  channel: RobotKindName,
  { clock = now, wait = pause }: Running = {},
): Promise<void> {
  const { db, workspace } = context;
  const begun = Date.now();
  while (Date.now() - begun < RUN_MS) {
    const at = clock();
    const claimed = await db.query(
      claimOfRobots(workspace, channel, at, afterSeconds(at, CLAIM_SECONDS), afterSeconds(at, PACE_SECONDS)),
    );
    await settleMessages(context, await sayAll(context, channel, claimed), clock());
    const [left] = await db.query(waitingFor(workspace, channel, clock()));
    if (!left?.n) return;
    await wait(claimed.length > 0 ? PACE_SECONDS * 1000 : 1000);
  }
}

async function sayAll(
  context: Context,
  channel: RobotKindName,
  claimed: readonly Claimed[],
): Promise<readonly Fate[]> {
  if (claimed.length === 0) return [];
  const robots = await readRobots(
    context,
    claimed.flatMap(({ target }) => target ?? []),
  );
  const { private_targets: privateTargets } = await readSecurity(context.db, context.workspace);
  const site = await siteOf(context);
  return Promise.all(
    claimed.map((one): Promise<Fate> | Fate => {
      const robot = robots.find(({ id, kind }) => id === one.target && kind === channel);
      if (one.answer !== null) return fateOf(one, robot, 0, { kind: "sent" });
      return robot
        ? sayOne(context, robot, one, { site, privateTargets })
        : fateOf(one, robot, 0, { kind: "withheld", why: "gone" });
    }),
  );
}

const fateOf = (claimed: Claimed, robot: Robot | undefined, lines: number, end: Fate["end"]): Fate => ({
  claimed,
  to: robot?.name,
  lines,
  end,
});

interface Around {
  readonly site: string | null;
  readonly privateTargets: readonly string[];
}
async function sayOne(context: Context, robot: Robot, claimed: Claimed, around: Around): Promise<Fate> {
  const composed = await composeForRobot(context, robot, claimed, around.site);
  if (composed.length === 0) return fateOf(claimed, robot, 0, { kind: "withheld", why: "nothing_left" });
  const verdict = await speak(context, robot, composed, around.privateTargets);
  if (verdict.taken) await markTaken(context, claimed, verdict.words);
  return fateOf(
    claimed,
    robot,
    composed.length,
    verdict.taken
      ? { kind: "sent" }
      : verdict.again
        ? { kind: "postponed", words: verdict.words }
        : { kind: "refused", words: verdict.words, address: false },
  );
}

/** Says lines in a robot's group, as many as fit. */
export async function speak(
  context: Context,
  robot: Robot,
  lines: readonly string[],
  privateTargets: readonly string[],
) {
  const { most, call, judge } = robotKinds[robot.kind];
  const { language } = context.company;
  const words = fitLines(lines, most, (count) => say(messagesMessages.more, language, { count }));
  const { url, body } = call(robot.url, openSecret(context, robot.id, robot.secret), words, Date.now());
  const answer = await outbound({
    url,
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body,
    privateTargets,
  });
  if (answer.answered) return judge(answer.status, answer.text);
  return { taken: false, words: answer.words, again: answer.why !== "refused" };
}
