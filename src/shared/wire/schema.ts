import {
  Array as TypeArray,
  Boolean as TypeBoolean,
  Integer as TypeInteger,
  Intersect,
  Literal,
  Null,
  Number as TypeNumber,
  Object as TypeObject,
  Optional,
  Record as TypeRecord,
  String as TypeString,
  Union,
  Unknown,
  type SchemaOptions,
  type Static,
  type StringOptions,
  type TLiteral,
  type TNull,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnion,
  type TUnsafe,
} from "@sinclair/typebox";
import type { Label } from "../i18n/label.ts";
import type { Values, WireValue } from "../metadata/object.ts";

/**
 * The words of which contracts are made (`contract.ts`): TypeBox, imported by name, so that a page loads the
 * few kinds that its contracts use (1 kB) and not the whole library (12 kB). A type follows from its schema
 * by `Static`.
 */
export { Literal as literal, Optional as optional, type Static, type TSchema };

const CLOSED = { additionalProperties: false } as const;

/** An answer's object. Members may be added later: readers must bear members they do not know. */
export const object = <P extends TProperties>(properties: P, options?: SchemaOptions): TObject<P> =>
  TypeObject(properties, options);
/**
 * An input's object: what it does not know is refused, so that a misspelled member is not lost without a
 * word.
 */
export const closed = <P extends TProperties>(properties: P): TObject<P> => TypeObject(properties, CLOSED);

export const text = (options?: StringOptions) => TypeString(options);
export const flag = () => TypeBoolean();
export const whole = (options?: { minimum?: number; maximum?: number }) => TypeInteger(options);
export const number = (options?: { minimum?: number; maximum?: number }) => TypeNumber(options);
export const nullable = <T extends TSchema>(schema: T): TUnion<[T, TNull]> => Union([schema, Null()]);
export const oneOf = <T extends TSchema[]>(...schemas: [...T]) => Union(schemas);

/** `choice("all", "mine")` */
export const choice = <const T extends readonly string[]>(...names: T) =>
  Union(names.map((name) => Literal(name))) as unknown as TUnion<{
    -readonly [I in keyof T]: TLiteral<T[I]>;
  }>;

/** A list that nobody changes. */
export const list = <T extends TSchema>(
  item: T,
  options?: { minItems?: number; maxItems?: number; uniqueItems?: boolean },
) => TypeArray(item, options) as unknown as TUnsafe<readonly Static<T>[]>;
/** A map by name; `names` is the pattern of the names, `only` refuses all others. */
export const mapOf = <T extends TSchema>(
  value: T,
  {
    names,
    only = false,
    ...options
  }: { names?: string; only?: boolean; minProperties?: number; maxProperties?: number } = {},
) =>
  TypeRecord(names === undefined ? TypeString() : TypeString({ pattern: names }), value, {
    ...options,
    ...(only ? CLOSED : {}),
  }) as unknown as TUnsafe<Readonly<Record<string, Static<T>>>>;

/** The names of a map that are any text, line breaks included: without it TypeBox passes over those. */
export const ANY_NAME = "^[^]*$";
/** What is as both say. */
export const both = <A extends TSchema, B extends TSchema>(one: A, other: B) => Intersect([one, other]);

/** A moment as ISO 8601 in UTC. */
export const moment = () => TypeString({ format: "date-time" });
/** A day, "2026-11-30". */
export const day = () => TypeString({ format: "date" });
/** An exact number as text, "1250.00". */
export const decimal = () => TypeString({ pattern: "^-?\\d+(\\.\\d+)?$" });
export const uuid = () => TypeString({ format: "uuid" });
/** A text in both shipped languages. */
export const labelOf = () =>
  TypeObject({ "zh-CN": TypeString(), en: TypeString() }) as unknown as TUnsafe<Label>;
/** A record's values by field: which there are, the catalog says (`GET /objects/NAME`). */
export const values = () => TypeObject({}) as unknown as TUnsafe<Values>;
export const anyValue = () => Unknown() as unknown as TUnsafe<WireValue>;
/** {data: …}, as nearly every answer is wrapped. */
export const data = <T extends TSchema>(of: T) => TypeObject({ data: of });
/** {data: […], page: {next}}: `next` is the cursor of the following page, null on the last. */
export const page = <T extends TSchema>(item: T) =>
  TypeObject({ data: list(item), page: TypeObject({ next: nullable(TypeString()) }) });
/** A schema that says less than the type of what it holds: `shaped<Field>(object({ name: text() }))`. */
export const shaped = <T>(schema: TSchema) => schema as unknown as TUnsafe<T>;
