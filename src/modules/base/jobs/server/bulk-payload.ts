import { type Static, Type } from "@sinclair/typebox";
import type { BulkWork } from "../../../../engine/public.ts";
import { shaped } from "../../../../shared/wire/schema.ts";

/** What `POST /records/:object/bulk` has checked before it became a job. */
export const BulkPayload = shaped<BulkWork>(Type.Object({ object: Type.String() }));

/** Where a bulk change stands: first its records are named as items, then they are changed in that order. */
export const BulkPosition = Type.Object({
  isNamed: Type.Boolean(),
  /** The record named last. */
  after: Type.Union([Type.String(), Type.Null()]),
  /** How many are named. */
  count: Type.Integer(),
  /** The first item not yet done. */
  next: Type.Integer(),
});
export type BulkPosition = Static<typeof BulkPosition>;
export const BEGINNING: BulkPosition = { isNamed: false, after: null, count: 0, next: 1 };
