import type { Label } from "../../shared/i18n/label.ts";

/** How a command is called. */
export interface Command<Name extends string = never> {
  /** As it is typed: `npm run restore`. */
  readonly name: string;
  /** By name without hyphens: a flag, or what its value is called. */
  readonly options?: Readonly<Record<Name, Label | "flag">>;
  /** What must be given without a name, in this order. */
  readonly operands?: readonly Label[];
  /** What may follow these. */
  readonly optional?: readonly Label[];
  /** The sentence how it is called, where it is not to be made of the above. */
  readonly usage?: Label;
  /** Said behind it. */
  readonly hint?: Label;
}
export interface Given<Name extends string = never> {
  readonly options: Readonly<Partial<Record<Name, string>>>;
  readonly flags: ReadonlySet<Name>;
  /** At least as many as the command wants. */
  readonly operands: readonly string[];
}

export function readArguments<Name extends string = never>(
  command: Command<Name>,
  args: readonly string[],
): ({ readonly ok: true } & Given<Name>) | { readonly ok: false; readonly text: Label };
