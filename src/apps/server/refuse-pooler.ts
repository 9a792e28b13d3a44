import type { Settings } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import { causeOf, checkGivenDatabase } from "../../platform/postgres/open-database.ts";
import { type Pooling, poolingOf } from "../../platform/postgres/pooling-of.ts";
import { poolerMessages } from "./refuse-pooler.messages.ts";

const DIRECT = "DATABASE_DIRECT_URL";

/**
 * A transaction pooler keeps no session for anybody. The queue of a worker needs one, to listen and to hold
 * the lock that says it lives, and would go wrong in silence; so does, with an old pooler, every statement
 * that is prepared once. Throws StartRefused.
 */
export async function refusePooler(
  url: string,
  { directUrl, namedStatements }: Settings,
  isWorker: boolean,
): Promise<void> {
  const needsSessions = isWorker && !directUrl;
  if (needsSessions || namedStatements) {
    const { sharesSessions, keepsStatements } = await look(url, "DATABASE_URL");
    if (needsSessions && sharesSessions) throw new StartRefused(poolerMessages.pooled);
    if (namedStatements && !keepsStatements) throw new StartRefused(poolerMessages.forgetful);
  }
  if (!isWorker || !directUrl) return;
  await checkGivenDatabase(directUrl, DIRECT);
  if ((await placeOf(url)) !== (await placeOf(directUrl))) throw new StartRefused(poolerMessages.elsewhere);
  if ((await look(directUrl, DIRECT)).sharesSessions) throw new StartRefused(poolerMessages.indirect);
}

const look = (url: string, name: string): Promise<Pooling> =>
  poolingOf(url).catch((error: unknown) => {
    throw new StartRefused(poolerMessages.unanswered, { name, cause: causeOf(error) });
  });

/** Which database of which system it is. */
async function placeOf(url: string): Promise<string> {
  const db = connectDatabase(url, { max: 1, namedStatements: false });
  try {
    const [row] = await db.query<{ place: string }>({
      text: "select (pg_control_system()).system_identifier || ' ' || current_database() as place",
    });
    return row?.place ?? "";
  } finally {
    await db.close();
  }
}
