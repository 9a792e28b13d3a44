import type { Context } from "../kernel/context.ts";
import { applySchema } from "../schema/apply.ts";

export const BUILD_INDEXES = "engine.indexes";
/**
 * Builds, concurrently, the indexes that tables with rows still lack, and drops those that nothing asks for
 * any more.
 */
export const buildIndexes = async (context: Context): Promise<void> =>
  void (await applySchema(context.db, context.workspace, context.catalog));
