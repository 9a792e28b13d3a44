export { permissionMessages } from "./permissions.messages.ts";
export { RecordSelect } from "./RecordSelect.tsx";
export { RoleDiffDialog } from "./RoleDiffDialog.tsx";
export { startViewing } from "./permission-data.ts";
export { ViewingBar } from "./ViewingBar.tsx";
