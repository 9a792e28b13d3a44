import type { Database, Statement } from "./database.ts";
import { isSpelled, type Spelling } from "./sql.ts";

interface Asked {
  readonly statement: Statement;
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}
/** How several statements reach the server over one connection. */
export interface Sending {
  /** At once; one that fails leaves the others alone. */
  readonly together: (statements: readonly Statement[]) => Promise<PromiseSettledResult<object[]>[]>;
  /** Two that find one row at most, as one statement. */
  readonly joined: (first: Statement & Spelling, second: Statement) => Promise<readonly [object[], object[]]>;
}

/**
 * The database for one turn of the event loop: what is asked of it until then goes to the server together,
 * each a transaction of its own. What is asked later goes its own way.
 */
export function turnOf(db: Database, sending: Sending): Database {
  let waiting: Asked[] | null = [];
  const go = (): void => {
    const asked = waiting ?? [];
    waiting = null;
    const [only] = asked;
    if (only && asked.length === 1)
      return void db.query<never>(only.statement).then(only.resolve, only.reject);
    answersOf(
      asked.map(({ statement }) => statement),
      sending,
    ).then(
      (answers) =>
        asked.forEach(({ resolve, reject }, at) => {
          const answer = answers[at];
          if (answer?.status === "fulfilled") resolve(answer.value as never[]);
          else reject(answer?.reason);
        }),
      (error: unknown) => asked.forEach(({ reject }) => reject(error)),
    );
  };
  return {
    ...db,
    query<R extends object>(statement: Statement): Promise<R[]> {
      const asked = waiting;
      if (!asked) return db.query<R>(statement);
      // Once everything that waits for nothing has come as far as it can.
      if (asked.length === 0) queueMicrotask(() => process.nextTick(go));
      return new Promise((resolve, reject) => asked.push({ statement, resolve, reject }));
    },
    turn: () => turnOf(db, sending),
  };
}

async function answersOf(
  statements: readonly Statement[],
  { together, joined }: Sending,
): Promise<PromiseSettledResult<object[]>[]> {
  const [first, second] = statements;
  if (!first?.findsOne || !second?.findsOne || !isSpelled(first) || statements.length !== 2)
    return together(statements);
  try {
    const [one, other] = await joined(first, second);
    return [
      { status: "fulfilled", value: one },
      { status: "fulfilled", value: other },
    ];
  } catch {
    // Whose fault it was shows when each is asked by itself.
    return together(statements);
  }
}
