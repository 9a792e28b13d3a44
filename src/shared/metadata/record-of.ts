import type { FieldDefinition, FieldKind } from "./field.ts";
import type { Money, ObjectDefinition, Values, WireValue } from "./object.ts";

/** What types of records follow from: a shipped object, or fields that several objects have in common. */
export type Shape = Pick<ObjectDefinition, "fields">;

/**
 * A record of a shipped object as programs read it: wire form, each field with the type of its kind; what is
 * not required may be null.
 */
export type RecordOf<D extends Shape> = SystemValues & {
  readonly [F in keyof D["fields"]]: Nullable<D["fields"][F], ValueOf<D["fields"][F]>>;
};
/**
 * The part of a record that is there: what was given or changed, what was asked for, what may be read. A
 * field that is not among it is undefined.
 */
export type PartOf<D extends Shape> = Partial<RecordOf<D>>;
/** Values to be written. */
export type WritableOf<D extends Shape> = Partial<
  Pick<SystemValues, "owner" | "department" | "external_id" | "source_system">
> & {
  readonly [F in keyof D["fields"]]?: ValueOf<D["fields"][F]> | null;
};
/** The names of its fields. */
export type FieldOf<D extends Shape> = keyof RecordOf<D> & string;

/** Values that are known to be a whole record of the object. Reads, never copies or checks. */
export const recordOf = <D extends Shape>(_: D, values: Readonly<Values>): RecordOf<D> =>
  values as unknown as RecordOf<D>;
/** Values that are known to be part of a record of the object. Reads, never copies or checks. */
export const partOf = <D extends Shape>(_: D, values: Readonly<Values> | null | undefined): PartOf<D> =>
  (values ?? {}) as unknown as PartOf<D>;
/** Typed values as what the engine writes. */
export const valuesOf = <D extends Shape>(_: D, values: WritableOf<D>): Values => values as unknown as Values;

/** Fields of every record, whatever the object. */
export const anyRecord = { fields: {} } as const satisfies Shape;

export interface SystemValues {
  readonly id: string;
  readonly version: number;
  readonly owner: string | null;
  readonly department: string | null;
  readonly created_at: string;
  readonly created_by: string | null;
  readonly updated_at: string;
  readonly updated_by: string | null;
  readonly external_id: string | null;
  readonly source_system: string | null;
}

type Nullable<F extends FieldDefinition, V> = F extends { readonly required: true } ? V : V | null;

/** What the kinds are on the wire, where the definition says nothing narrower. */
interface WireOf {
  text: string;
  long_text: string;
  rich_text: string;
  integer: number;
  decimal: string;
  money: Money;
  percent: string;
  boolean: boolean;
  date: string;
  datetime: string;
  select: string;
  multiselect: readonly string[];
  link: string;
  links: readonly RecordLink[];
  children: readonly Readonly<Record<string, WireValue>>[];
  tags: readonly string[];
  person: string;
  department: string;
  phone: string;
  email: string;
  url: string;
  address: Readonly<Record<string, string>>;
  auto_number: string;
  formula: WireValue;
  rollup: WireValue;
  file: readonly string[];
  image: readonly string[];
  location: {
    readonly lat: number;
    readonly lng: number;
    readonly accuracy?: number;
    readonly address?: string;
  };
  signature: readonly string[];
  json: WireValue;
  stage: string;
}
export interface RecordLink<Object extends string = string> {
  readonly object: Object;
  readonly id: string;
}

type OptionOf<F> = F extends { readonly options: readonly { readonly name: infer Name }[] } ? Name : string;
type ValueOf<F extends FieldDefinition> = F["kind"] extends "select"
  ? OptionOf<F>
  : F["kind"] extends "multiselect"
    ? readonly OptionOf<F>[]
    : F extends { readonly kind: "link"; readonly targets: readonly [infer Only] }
      ? Only extends `*${string}`
        ? RecordLink
        : string
      : F extends { readonly kind: "link"; readonly targets: readonly (infer Target extends string)[] }
        ? RecordLink<Target extends `*${string}` ? string : Target>
        : F extends { readonly kind: "rollup"; readonly fn: "count" }
          ? number
          : F extends { readonly kind: "formula"; readonly returns: infer Returns extends FieldKind }
            ? WireOf[Returns]
            : WireOf[F["kind"]];
