import type { Database, Executor, Statement, TransactionOptions } from "./database.ts";

/** What was begun on a guess came to nothing, as the guess was wrong or could not be told right. */
export class NotSure extends Error {
  constructor() {
    super("begun on a guess that was not confirmed");
  }
}

/** A write that is begun while it is still asked who writes. */
export interface Opening {
  /**
   * For the question itself: its first statement goes to the server in front of the transaction, on its
   * connection. Whoever has to ask on was not guessed.
   */
  readonly asking: Executor;
  /**
   * For the work: its transactions read and lock at once, but commit nothing before the guess is confirmed;
   * what is outside of a transaction waits for that.
   */
  readonly db: Database;
  /**
   * Says whether the guess was right. Gives whether the work goes on: it does not where that was found to be
   * unsure before.
   */
  decide(isRight: boolean): boolean;
}

interface Asked {
  readonly statement: Statement;
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `db`: for the work, with the bounds of the request. `plain`: for the question where no transaction takes it
 * along; whoever has as much under way as is theirs is told so, and not left unknown.
 * @example const { asking, db, decide } = openingOf(context.db.bounded(bounds), context.db)
 */
export function openingOf(db: Database, plain: Executor): Opening {
  const question = new Question(plain);
  let decided: boolean | undefined;
  let tell: (isRight: boolean) => void = () => undefined;
  const isRight = new Promise<boolean>((resolve) => (tell = resolve));
  const decide = (right: boolean): boolean => {
    if (decided === undefined) tell((decided = right));
    return decided;
  };
  const confirmed = async (): Promise<void> => {
    if (!(await isRight)) throw new NotSure();
  };
  const held =
    <T, A>(work: (given: A) => Promise<T>) =>
    async (given: A): Promise<T> => {
      const value = await work(given);
      await confirmed();
      return value;
    };
  const opened: Database = {
    ...db,
    async query<R extends object>(statement: Statement): Promise<R[]> {
      question.send();
      await confirmed();
      return db.query<R>(statement);
    },
    transaction: (work, options) => question.along(options, (along) => db.transaction(held(work), along)),
    transactionThenRead: (work, read, options) =>
      question.along(options, (along) => db.transactionThenRead(held(work), read, along)),
    turn: () => opened,
    bounded: () => opened,
  };
  const asking: Executor = {
    query<R extends object>(statement: Statement): Promise<R[]> {
      if (!question.isAsked) return question.ask(statement);
      // A connection that waits for the answer would keep it from those who need one to give it.
      decide(false);
      return plain.query<R>(statement);
    },
  };
  return { asking, db: opened, decide };
}

/** The first statement: held until a transaction takes it along, by itself where none does. */
class Question {
  isAsked = false;
  #waiting: Asked | null = null;
  constructor(private readonly plain: Executor) {}

  ask<R extends object>(statement: Statement): Promise<R[]> {
    this.isAsked = true;
    // Once everything that waits for nothing has come as far as it can.
    queueMicrotask(() => process.nextTick(() => this.send()));
    return new Promise(
      (resolve, reject) => (this.#waiting = { statement, resolve: resolve as Asked["resolve"], reject }),
    );
  }

  send(): void {
    const asked = this.#waiting;
    this.#waiting = null;
    if (asked) this.#alone(asked);
  }

  /**
   * Runs a transaction that takes the question along. Where it was not even begun, or was lost with the
   * question, that is asked by itself.
   */
  async along<T>(
    options: TransactionOptions | undefined,
    run: (options: TransactionOptions) => Promise<T>,
  ): Promise<T> {
    const asked = this.#waiting;
    this.#waiting = null;
    if (!asked) return run(options ?? {});
    let isSent = false;
    const answered = (rows: Promise<object[]>): void => {
      isSent = true;
      rows.then((found) => asked.resolve(found as never[])).catch(() => this.#alone(asked));
    };
    try {
      return await run({ ...options, ahead: { statement: asked.statement, answered } });
    } finally {
      if (!isSent) this.#alone(asked);
    }
  }

  #alone({ statement, resolve, reject }: Asked): void {
    this.plain.query<never>(statement).then(resolve, reject);
  }
}
