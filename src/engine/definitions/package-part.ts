import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import type { Result } from "../refusal.ts";

export type Difference = "new" | "changed" | "same";
/** Definitions that a module keeps and that travel in a package, e.g. pipelines. What they refer to goes by name, never by id. */
export interface PackagePart {
  /** Its key in the file: "pipelines"; never changed. */
  readonly name: string;
  readonly label: Label;
  readonly collect: (context: Context) => Promise<readonly Values[]>;
  /** What to call one of them. */
  readonly title: (item: Readonly<Values>) => string;
  /** Brings this installation to what the package says; with `tries` only says what would differ. Again is the same as once. */
  readonly apply: (context: Context, item: Readonly<Values>, tries: boolean) => Promise<Result<Difference>>;
}
