import { isLeftOut } from "./bare-contracts.mjs";

/**
 * Modules that a part of the client begins with: what a page shows without a click, whether it is imported at
 * once or lazily. What the start needs comes with every page.
 */
const START = ["/apps/web/main.tsx", "/apps/web/shell/Shell.tsx"];
/** What several of these need stands in `more`; but for that, each has a file of its own, and one for what it has in common with
 * something later. */
const PAGES = {
  board: ["/record/board/RecordBoard.tsx", "/gates/client/StageMarks.tsx"],
  record: [
    "/record/page/RecordPage.tsx",
    "/gates/client/Advance.tsx",
    "/gates/client/StageBar.tsx",
    "/gates/client/NextGatePanel.tsx",
    "/gates/client/WaitingMove.tsx",
    "/sharing/client/SharePanel.tsx",
    "/approvals/client/ApprovalEventLine.tsx",
  ],
  home: [
    "/home/client/HomePage.tsx",
    "/home/client/day/Day.tsx",
    "/home/client/MoneyStrip.tsx",
    "/home/client/DealList.tsx",
    "/home/client/DealsByStage.tsx",
    "/approvals/client/ApprovalsToday.tsx",
    "/permissions/client/NewObjects.tsx",
    "/gates/client/StageMarks.tsx",
  ],
};
/** What others need of a list stands in `records`. */
const LIST = ["/record/list/RecordListPage.tsx"];
/** What comes later or seldom, each after the one before it. */
const LATER = {
  bell: ["/notifications/client/NotificationBell.tsx", "/approvals/client/ApprovalsButton.tsx"],
  overlays: ["/ui/kit/overlays-of-antd.ts"],
  choices: ["/field/input/LinkInput.tsx"],
  form: [
    "/record/form/FormDialog.tsx",
    "/field/input/TextInput.tsx",
    "/field/input/NumberInput.tsx",
    "/field/input/MoneyInput.tsx",
    "/field/input/OptionInput.tsx",
    "/field/input/BooleanInput.tsx",
    "/kit/AppHolder.tsx",
  ],
  dates: ["/field/input/DateInput.tsx"],
  insight: ["/analytics/client/FunnelPage.tsx"],
};

/**
 * Puts modules into few files: the start, what several pages share, and each page. A page loads nothing of
 * another, and no file has but a handful of lines. The rest is left to the builder.
 */
export function pageParts() {
  /** By module: the part it stands in. */
  const parts = new Map();
  return {
    plugin: {
      name: "page-parts",
      apply: "build",
      buildEnd() {
        const known = [...this.getModuleIds()];
        const reached = (ends) =>
          reachedFrom(
            this,
            known.filter((id) => ends.some((end) => id.endsWith(end))),
          );
        const [start, list] = [reached(START), reached(LIST)];
        const pages = Object.entries(PAGES).map(([name, ends]) => [name, reached(ends)]);
        const later = Object.entries(LATER).map(([name, ends]) => [name, reached(ends)]);
        const partWith = (id) => {
          // All styles are one file, so that what a page has been to before does not decide which rule comes last.
          if (id.endsWith(".css")) return "frame";
          if (start.has(id)) return id.includes("/node_modules/") ? "frame" : "start";
          const users = pages.filter(([, modules]) => modules.has(id)).map(([name]) => name);
          const after = later.find(([, modules]) => modules.has(id))?.[0];
          if (list.has(id)) return users.length > 0 || after ? "records" : "list";
          if (users.length > 1) return "more";
          return users[0] && after ? `${users[0]}-${after}` : (users[0] ?? after ?? null);
        };
        parts.clear();
        for (const id of known) parts.set(id, partWith(id));
      },
    },
    partOf: (id) => parts.get(id) ?? null,
  };
}

function reachedFrom(graph, roots) {
  const seen = new Set();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const imported = graph.getModuleInfo(id)?.importedIds ?? [];
    open.push(...imported.filter((to) => !isLeftOut(id, to)));
  }
  return seen;
}
