export { FreezeButton, type FreezeQuestion } from "./FreezeButton.tsx";
