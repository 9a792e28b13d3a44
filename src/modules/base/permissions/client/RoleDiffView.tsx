import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RoleDiff } from "../shared/role-diff.contract.ts";
import { diffMessages } from "./diff.messages.ts";
import { grouped } from "./grouped-count.ts";
import { RoleDiffLines } from "./RoleDiffLines.tsx";
import { RoleDiffTable } from "./RoleDiffTable.tsx";

/** Records first, then fields, then abilities; a change that moves nobody says so. */
export function RoleDiffView({ diff, isPart }: { readonly diff: RoleDiff; readonly isPart: boolean }) {
  const { t } = useLanguage();
  const isEmpty = diff.objects.length + diff.create.length + diff.fields.length + diff.abilities.length === 0;
  return (
    <div className="stack role-diff">
      <p className="muted">{t(diffMessages.holders, { count: grouped(diff.holders) })}</p>
      {!diff.complete && (
        <div className="banner banner-info" role="status">
          {t(diffMessages.partial, { checked: diff.checked, holders: diff.holders })}
          <UnknownObjects names={diff.unknown} />
        </div>
      )}
      {isPart && (
        <p className="muted" role="status">
          {t(diffMessages.counting)}
        </p>
      )}
      {isEmpty && diff.complete && !isPart && <p>{t(diffMessages.nothing)}</p>}
      {diff.objects.length > 0 && <RoleDiffTable rows={diff.objects} />}
      <RoleDiffLines diff={diff} />
    </div>
  );
}

function UnknownObjects({ names }: { readonly names: readonly string[] }) {
  const { t, of, language } = useLanguage();
  const objects = useObjects();
  if (names.length === 0) return null;
  return (
    <>
      {" "}
      {t(diffMessages.unknown, {
        objects: names
          .map((name) => of(objects.get(name)?.label, name))
          .join(language === "zh-CN" ? "、" : ", "),
      })}
    </>
  );
}
