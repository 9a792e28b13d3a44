export { RecordSelect } from "./RecordSelect.tsx";
export { ViewingBar } from "./ViewingBar.tsx";
