import type { Statement, Transaction } from "../../platform/db/database.ts";
import type { Label } from "../../shared/i18n/label.ts";
import type { Change, Derive, Road, Rule } from "../../shared/metadata/hooks.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Context } from "./context.ts";
import type { Contribution } from "./extension-point.ts";
import type { JobKind } from "./job-kind.ts";
import type { Retention } from "./retention.ts";
import type { PackagePart } from "./package-part.ts";
import type { SavedExpressions } from "./saved-expressions.ts";
import type { Eraser } from "./erasure.ts";
import type { Result } from "./refusal.ts";
import type { Operation, SaveRequest } from "./save-request.ts";
import type { SharingRule } from "./visibility.ts";
import type { WrittenAlong } from "./write-parts.ts";

/** What a server-side hook sees of the batch: changes of one object. */
export interface HookInput {
  readonly tx: Transaction;
  readonly context: Context;
  readonly object: CatalogObject;
  readonly changes: readonly Change[];
  readonly request: SaveRequest;
}

/** Completes records before they are checked, with queries of its own (set-wise, once per batch). */
export interface ServerDerive {
  readonly word: "derive";
  readonly name: string;
  readonly label: Label;
  readonly applies: (object: CatalogObject) => boolean;
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /**
   * Links that it gives where the caller gave none, and that point at what is there for everybody: they are
   * not looked up again.
   */
  readonly vouches?: readonly string[];
  readonly run: (input: HookInput) => Promise<ReadonlyMap<string, Values>>;
}
/** May refuse, with reasons by record id. Inside the transaction, set-wise. */
export interface Guard {
  readonly word: "guard";
  readonly name: string;
  readonly label: Label;
  readonly applies: (object: CatalogObject) => boolean;
  readonly reads?: readonly string[];
  readonly run: (input: HookInput) => Promise<ReadonlyMap<string, readonly Reason[]>>;
}
/**
 * Returns further operations for the same batch, and rows of ledgers, written in the same transaction. Asked
 * before the records themselves are written.
 */
export interface Add {
  readonly word: "add";
  readonly name: string;
  readonly label: Label;
  readonly applies: (object: CatalogObject) => boolean;
  /** Objects it may write to; a circle is told on the page of what runs on an object. */
  readonly writes: readonly string[];
  readonly run: (input: HookInput) => Promise<Added>;
}
export interface Added {
  readonly operations?: readonly Operation[];
  /** Set-wise statements on ledger tables of the module, e.g. stage visits. At most two. */
  readonly ledger?: readonly Statement[];
  /**
   * The same as parts of the statement that writes the records. Only for tables that nothing else in that
   * statement writes.
   */
  readonly along?: readonly WrittenAlong[];
}
/**
 * After commit, from the log, retried, idempotent: it gets the same changes again after a crash. It takes
 * them one by one (`run`) or set-wise (`runAll`).
 * @example { word: "react", name: "stage.notify", label, applies: hasStage, runAll: async (context, changes) => … }
 */
export type Subscriber = OneByOne | SetWise;
interface OfLog {
  readonly word: "react";
  readonly name: string;
  readonly label: Label;
  readonly applies: (object: CatalogObject) => boolean;
  /**
   * Brought by an upgrade, it begins where the log stands: what happened before is no news. One that needs what
   * happened before it came, because it builds something from all of it, says so and begins at the first line.
   */
  readonly needsPast?: true;
}
/** For what costs no statement, or concerns few changes. */
export interface OneByOne extends OfLog {
  readonly run: (context: Context, change: LoggedChange) => Promise<void>;
  readonly runAll?: undefined;
}
/**
 * Takes all changes of a page that concern it at once, in order: 10,000 imported rows are 20 calls. How many
 * statements it asks does not depend on how many changes there are. Where it throws, each half of the set is
 * tried by itself, down to the single change that fails.
 */
export interface SetWise extends OfLog {
  readonly runAll: (context: Context, changes: readonly LoggedChange[]) => Promise<void>;
  readonly run?: undefined;
}
export interface LoggedChange {
  readonly seq: number;
  readonly at: string;
  readonly object: string;
  readonly record: string;
  readonly version: number;
  readonly kind: "create" | "update" | "delete" | "restore" | "backfill";
  readonly actor: string | null;
  readonly actor_kind: string;
  readonly road: Road;
  readonly before: Readonly<Record<string, WireValue>>;
  readonly after: Readonly<Record<string, WireValue>>;
  readonly note: Readonly<Record<string, WireValue>> | null;
}

/**
 * Tells in the log and timeline of a record what happened to records of another object that concern it, e.g.
 * requests for a consent. Whoever reads the record reads these lines; so `tell` gives nothing that not all of
 * them may know.
 */
export interface RecordEvents {
  readonly object: string;
  /** What an entry of the timeline is called that tells of it; absent: by its object. */
  readonly type?: string;
  /** Its link to the record. */
  readonly link: string;
  /** What the log of the company shows of its changes to whoever may read the record. */
  readonly open: readonly string[];
  /** By number in the log; a change that is not there is not told. Set-wise. */
  readonly tell: (context: Context, changes: readonly LoggedChange[]) => Promise<ReadonlyMap<number, Values>>;
}

/**
 * One pass of a reader that takes ranges of the log instead of single changes. Called behind the readers:
 * each half second while the log moves, every five seconds for a minute after that, then once a minute.
 */
export interface LogPass {
  (context: Context): Promise<boolean>;
  /** Of another log that it reads: the sequence that its numbers are of. */
  readonly follows?: string;
}

/**
 * A question whose answer tells whether some record has it as its value in a field that the caller sees
 * masked.
 */
export interface MaskedSearch {
  /** Never kept as it is: it may be the value. */
  readonly question: string;
  /** "contact.mobile" */
  readonly fields: readonly string[];
}
/** Counts and records such a question before it is answered, or refuses it. */
export type CountMaskedSearch = (context: Context, asked: MaskedSearch) => Promise<Result<null>>;

/**
 * All hooks of the program, built once at start; the administrator's page "what runs on this object" prints
 * it.
 */
export interface Hooks {
  readonly derives: readonly (Derive | ServerDerive)[];
  readonly guards: readonly (Rule | Guard)[];
  readonly adds: readonly Add[];
  readonly subscribers: readonly Subscriber[];
  /** What the modules forget of a person. */
  readonly forgets?: readonly Eraser[];
  /** What the modules keep for so long only. */
  readonly retentions?: readonly Retention[];
  /** What happens to records of some objects stands in the log of the record they concern. */
  readonly events?: readonly RecordEvents[];
  /** Where records hold expressions. */
  readonly saved?: readonly SavedExpressions[];
  /** Kinds of long work. */
  readonly kinds?: readonly JobKind[];
  /** Definitions of its own that travel in a package. */
  readonly packaged?: readonly PackagePart[];
  /** What modules add to the lists of others. */
  readonly contributions?: readonly Contribution[];
  /** Counts questions that could find out masked values. */
  readonly countMaskedSearch?: CountMaskedSearch | undefined;
  /** A condition on records of an object as SQL, judged with full facts; absent: no rule by state is known. */
  readonly conditionSql?: (object: string, criteria: string) => SharingRule["condition"];
}
