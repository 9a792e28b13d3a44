import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble, mayDo, type Me } from "../../../../ui/data/session.ts";
import { importEntryMessages } from "./entry.messages.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

const mayImport = (me: Me): boolean => isAble(me, "record.import");

const writes = (object: ObjectInfo, me: Me): boolean =>
  !object.internal && mayDo(me, "record.import") && (can(object, "create") || can(object, "update"));

/** Import wizard, imports to follow and undo, and the two actions of every list. */
export const importingScreens: ClientModule = {
  name: "importing",
  routes: [
    {
      path: "imports",
      Component: lazily(() => import("./ImportsPage.tsx").then((module) => module.ImportsPage)),
    },
    {
      path: "imports/new",
      Component: lazily(() => import("./ImportWizardPage.tsx").then((module) => module.ImportWizardPage)),
    },
    {
      path: "imports/:id",
      Component: lazily(() => import("./ImportPage.tsx").then((module) => module.ImportPage)),
    },
  ],
  settings: [
    {
      path: "imports",
      label: label("导入", "Imports"),
      description: label(
        "从文件导入记录，查看进度，撤销",
        "Import records from files, follow progress, undo",
      ),
      icon: "upload",
      group: "data",
      order: 10,
      applies: mayImport,
      Component: lazily(() => import("./ImportsPage.tsx").then((module) => module.ImportsPage)),
    },
    {
      path: "moving",
      label: importEntryMessages.moving,
      description: importEntryMessages.movingAbout,
      icon: "copy",
      group: "data",
      order: 12,
      applies: (me) => isAble(me, "settings.manage") && isAble(me, "record.export"),
      Component: lazily(() => import("./MovingPage.tsx").then((module) => module.MovingPage)),
    },
  ],
  listActions: [
    {
      name: "import",
      label: label("导入", "Import"),
      icon: "upload",
      applies: writes,
      to: (object) => `/imports/new?object=${object.name}`,
    },
    {
      name: "export",
      label: label("导出", "Export"),
      icon: "download",
      applies: (object, me) => !object.internal && mayDo(me, "record.export"),
      Dialog: lazily(() => import("./ExportDialog.tsx").then((module) => module.ExportDialog)),
    },
  ],
};
