import type { Label } from "../../shared/i18n/label.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "./context.ts";
import type { Result } from "./refusal.ts";

export type Difference = "new" | "changed" | "same";
/** With `notes` where it came in, but not all of it could: whom it names is not here, say. */
export type Applied = Difference | { readonly difference: Difference; readonly notes: readonly Reason[] };
/**
 * Definitions that a module keeps and that travel in a package, e.g. pipelines. What they refer to goes by
 * name, never by id.
 */
export interface PackagePart {
  /** Its key in the file: "pipelines"; never changed. */
  readonly name: string;
  readonly label: Label;
  readonly collect: (context: Context) => Promise<readonly Values[]>;
  /** What to call one of them. */
  readonly title: (item: Readonly<Values>) => string;
  /**
   * Brings this installation to what the package says; with `tries` only says what would differ. Again is the
   * same as once. `file`: the whole package.
   */
  readonly apply: (
    context: Context,
    item: Readonly<Values>,
    tries: boolean,
    file: Readonly<Values>,
  ) => Promise<Result<Applied>>;
}
