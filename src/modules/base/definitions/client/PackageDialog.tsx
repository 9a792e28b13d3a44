import { Button, Modal } from "antd";
import { useRef, useState } from "react";
import type { Label } from "../../../../shared/i18n/label.ts";
import {
  applyPackage,
  type PackageAnswer,
  type PackageLine,
  readPackage,
} from "../../../../shared/wire/package.contract.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { ProblemError } from "../../../../ui/data/problem-error.ts";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { saveFile } from "../../../../ui/kit/save-file.ts";
import { dayText } from "../../../../ui/kit/time-text.ts";
import { useBusy } from "../../../../ui/kit/use-busy.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { useReread } from "./definition-data.ts";
import { objectMessages } from "./objects.messages.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./PackageDialog.module.css";

const put = async (content: WireValue, dryRun: boolean): Promise<PackageAnswer> =>
  (await call(applyPackage, { body: { package: content, dry_run: dryRun } })).data;

/** What is chosen, what it would change, and what stands in its way. */
function usePackage(onClose: () => void) {
  const { t } = useLanguage();
  const tell = useTell();
  const reread = useReread();
  const [content, setContent] = useState<WireValue>(null);
  const [lines, setLines] = useState<readonly PackageLine[] | null>(null);
  const [fault, setFault] = useState<readonly string[]>([]);
  const { busy, run: once } = useBusy();
  const run = async (file: WireValue, dryRun: boolean) => {
    setFault([]);
    try {
      const answer = await put(file, dryRun);
      setContent(file);
      setLines(answer.lines.filter((line) => line.difference !== "same" || (line.reasons ?? []).length > 0));
      if (dryRun) return;
      await reread();
      tell.done(t(objectMessages.imported));
      if (answer.refused === 0) onClose();
    } catch (error) {
      if (!(error instanceof ProblemError)) return tell.failed(error);
      setFault(
        [error.message, ...error.problem.errors.map((item) => item.message)]
          .filter((one, at, all) => all.indexOf(one) === at)
          .slice(0, 12),
      );
    }
  };
  const choose = async (file: File | undefined) => {
    setLines(null);
    if (!file) return;
    const read = await readJson(file);
    if (read === undefined) setFault([t(objectMessages.notPackage)]);
    else await once(() => run(read, true));
  };
  return { lines, fault, busy, choose, apply: () => once(() => run(content, false)) };
}

/**
 * Takes the company’s own definitions out as a file, and brings those of another installation in: first what
 * would differ, then for good.
 */
export function PackageDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const input = useRef<HTMLInputElement>(null);
  const { lines, fault, busy, choose, apply } = usePackage(onClose);
  return (
    <Modal
      open
      width={560}
      title={t(objectMessages.package)}
      okText={t(objectMessages.importPackage)}
      okButtonProps={{
        disabled: !lines?.some((line) => line.difference === "new" || line.difference === "changed"),
      }}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void apply()}
      onCancel={onClose}
    >
      <div className={base.stack}>
        <p className={base.note}>{t(objectMessages.packageLead)}</p>
        <div className={base.line}>
          <Button icon={<Icon name="download" />} onClick={() => void download().catch(tell.failed)}>
            {t(objectMessages.exportPackage)}
          </Button>
          <Button icon={<Icon name="upload" />} onClick={() => input.current?.click()}>
            {t(objectMessages.choosePackage)}
          </Button>
          <input
            ref={input}
            hidden
            type="file"
            accept=".json,application/json"
            aria-label={t(objectMessages.choosePackage)}
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </div>
        {fault.length > 0 && (
          <div className={`${bannerStyles.banner} ${bannerStyles.bannerDanger}`} role="alert">
            {fault.map((text) => (
              <div key={text}>{text}</div>
            ))}
          </div>
        )}
        {lines && <Differences lines={lines} />}
      </div>
    </Modal>
  );
}

const PARTS: Readonly<Record<string, Label>> = {
  objects: objectMessages.partObjects,
  fields: objectMessages.partFields,
  changes: objectMessages.partChanges,
  forms: objectMessages.partForms,
  views: objectMessages.partViews,
  roles: objectMessages.partRoles,
  sharing_rules: objectMessages.partRules,
  pipelines: objectMessages.partPipelines,
};
function Differences({ lines }: { readonly lines: readonly PackageLine[] }) {
  const { t } = useLanguage();
  const differing = lines.filter((line) => line.difference !== "same");
  if (lines.length === 0) return <p className={base.note}>{t(objectMessages.nothingDiffers)}</p>;
  const words = {
    new: objectMessages.isNew,
    changed: objectMessages.isChanged,
    refused: objectMessages.isRefused,
    same: objectMessages.isSame,
  };
  return (
    <>
      <strong>{t(objectMessages.differs, { count: differing.length })}</strong>
      <ul className={styles.packageLines}>
        {lines.map((line) => (
          <li key={`${line.part} ${line.name}`}>
            <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(words[line.difference])}</span>{" "}
            {t(PARTS[line.part] ?? objectMessages.partOther)} <code>{line.name}</code>
            {(line.reasons ?? []).map((reason) => (
              <div key={reason.message} className={`${base.note} ${base.noteError}`}>
                {reason.message}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

async function readJson(file: File): Promise<WireValue | undefined> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
async function download(): Promise<void> {
  const content = await call(readPackage, {});
  const file = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
  saveFile(file, `sluice-package-${dayText(content.made_at)}.json`);
}
