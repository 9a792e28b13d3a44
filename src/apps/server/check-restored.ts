import { applyErasures, checkSeals, type Erasure } from "../../modules/base/audit/public.ts";
import { repairAll } from "../../engine/record/repair.ts";
import type { BackupManifest } from "../../platform/backup/contents.ts";
import type { Label } from "../../shared/i18n/label.ts";
import type { MessageParams } from "../../shared/i18n/messages.ts";
import { restoreMessages } from "./backup.messages.ts";
import { readNotes } from "./backup-facts.ts";
import type { Engine } from "./engine.ts";

/**
 * After a restore: erases again who was erased later, follows the chain up to the seal that the backup noted,
 * and counts what is derived from records.
 */
export async function checkRestored(
  engine: Engine,
  manifest: BackupManifest,
  erasures: Readonly<Record<string, readonly Erasure[]>>,
  tell: (text: Label, params: MessageParams) => void,
): Promise<boolean> {
  let isWhole = true;
  for (const workspace of engine.workspaces) {
    const { code } = workspace;
    const context = await engine.systemContext(workspace);
    const { seal, erasures: known } = readNotes(manifest.notes, code);
    const later = (erasures[code] ?? []).filter(
      ({ request }) => !known.some((one) => one.request === request),
    );
    await applyErasures(context, later);
    if (later.length > 0) tell(restoreMessages.erased, { workspace: code, count: later.length });
    const { broken, seals, rows } = await checkSeals(engine.db, workspace, seal ?? undefined);
    tell(broken.length === 0 ? restoreMessages.sealed : restoreMessages.unsealed, {
      workspace: code,
      seals,
      rows,
    });
    const counted = await repairAll(context);
    const wrong = counted.reduce((sum, one) => sum + one.wrong, 0);
    for (const { what, failed } of counted)
      if (failed !== undefined) tell(restoreMessages.uncounted, { workspace: code, what, reason: failed });
    tell(wrong === 0 ? restoreMessages.counted : restoreMessages.miscounted, {
      workspace: code,
      wrong,
      checked: counted.reduce((sum, one) => sum + one.checked, 0),
    });
    isWhole &&= broken.length === 0;
  }
  return isWhole;
}
