import type { Label } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "./context.ts";

/** Something that a module keeps and that the company may want kept for so long only. */
export interface Retention {
  /** "import_files"; never changed, settings go by it. */
  readonly name: string;
  readonly label: Label;
  /** What goes, and what stays of it. */
  readonly description: Label;
  /** The objects whose records, or what is kept of them, it takes; absent: it is about none. */
  readonly applies?: (object: CatalogObject) => boolean;
  /** The fewest days that it must be kept. */
  readonly least: number;
  /** Days where the company has set nothing; null: for good. */
  readonly usual: number | null;
  /** How many are older than the moment. */
  readonly count: (context: Context, before: string) => Promise<number>;
  /**
   * Removes at most `limit` of them and says how many; zero when none is left. `run` names the run in the
   * sealed log.
   */
  readonly take: (context: Context, batch: RetentionBatch) => Promise<number>;
}
export interface RetentionBatch {
  readonly before: string;
  readonly limit: number;
  readonly run: string;
}
