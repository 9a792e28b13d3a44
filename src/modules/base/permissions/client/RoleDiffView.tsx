import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { RoleDiff } from "../shared/role-diff.contract.ts";
import { diffMessages } from "./diff.messages.ts";
import { grouped } from "./grouped-count.ts";
import { RoleDiffLines } from "./RoleDiffLines.tsx";
import { RoleDiffTable } from "./RoleDiffTable.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./RoleDiffView.module.css";

/** Records first, then fields, then abilities; a change that moves nobody says so. */
export function RoleDiffView({ diff, isPart }: { readonly diff: RoleDiff; readonly isPart: boolean }) {
  const { t } = useLanguage();
  const isEmpty = diff.objects.length + diff.create.length + diff.fields.length + diff.abilities.length === 0;
  return (
    <div className={`${base.stack} ${styles.roleDiff}`}>
      <p className={base.muted}>{t(diffMessages.holders, { count: grouped(diff.holders) })}</p>
      {!diff.complete && (
        <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`} role="status">
          {t(diffMessages.partial, {
            checked: grouped(diff.checked),
            holders: grouped(diff.holders),
          })}
          <UnknownObjects names={diff.unknown} />
        </div>
      )}
      {isPart && (
        <p className={base.muted} role="status">
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
