import type { Migration } from "../platform/db/migration.ts";
import type { ObjectDefinition } from "../shared/metadata/object.ts";
import type { Derive, Rule } from "../shared/metadata/hooks.ts";
import type { Route } from "./api/route.ts";
import type { LoadStages } from "./catalog/live-catalog.ts";
import type { Context } from "./kernel/context.ts";
import type { PackagePart } from "./kernel/package-part.ts";
import type { SavedExpressions } from "./kernel/saved-expressions.ts";
import type { Contribution } from "./kernel/extension-point.ts";
import type { Eraser } from "./kernel/erasure.ts";
import type { JobKind } from "./kernel/job-kind.ts";
import type { LedgerReplay } from "./history/replay-ledger.ts";
import type { StartBulk, StartJob } from "./kernel/long-work.ts";
import type { Retention } from "./kernel/retention.ts";
import type {
  Add,
  Guard,
  LogPass,
  RecordEvents,
  ServerDerive,
  Subscriber,
  CountMaskedSearch,
} from "./kernel/hooks.ts";

/** What a module brings. The list of modules in apps/server/modules.ts is the whole program. */
export interface Module {
  readonly name: string;
  readonly objects?: readonly ObjectDefinition[];
  readonly migrations?: readonly Migration[];
  readonly hooks?: readonly (Derive | Rule | ServerDerive | Guard | Add | Subscriber)[];
  readonly routes?: readonly Route[];
  /** Kinds of long work in somebody's name; the runner of the module jobs does them (decision 0041). */
  readonly kinds?: readonly JobKind[];
  /** Other work by name in the queue; called again after a crash with the same payload. */
  readonly jobs?: Readonly<Record<string, (context: Context, payload: unknown) => Promise<void>>>;
  /**
   * Reads the log in passes of its own, in one process at a time; says whether there is more to read at once.
   */
  readonly passes?: readonly LogPass[];
  /** How the rows of its ledgers follow from the log, for a replay. */
  readonly ledgers?: readonly LedgerReplay[];
  /** Empties what it keeps of a person beside records and log. */
  readonly forgets?: Eraser;
  /** What it keeps that the company may want kept for so long only. */
  readonly retentions?: readonly Retention[];
  /** Its records' changes that are told in the log of the record they concern. */
  readonly events?: readonly RecordEvents[];
  /** Where its records hold expressions: stored by API name, shown by label. */
  readonly saved?: readonly SavedExpressions[];
  /** Definitions of its own that travel in a package. */
  readonly packaged?: readonly PackagePart[];
  /**
   * Counts questions that could find out masked values, and refuses too many; at most one module of the
   * program.
   */
  readonly countMaskedSearch?: CountMaskedSearch;
  /** Takes over bulk changes that are too many for one request; at most one module of the program. */
  readonly startBulk?: StartBulk;
  /** Takes over long work of the engine's own; at most one module of the program. */
  readonly startJob?: StartJob;
  /** What it adds to the lists of earlier modules (`extensionPoint`): kinds of notifications and the like. */
  readonly contributes?: readonly Contribution[];
  /** Tells the catalog which stages objects have. One module does. */
  readonly stages?: LoadStages;
  /**
   * Makes what must exist in a new workspace (preset roles, default pipelines). Idempotent; runs at each
   * start.
   */
  readonly seed?: (context: Context) => Promise<void>;
}
